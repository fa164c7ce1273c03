# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
"""Trains the caption encoder (CLIPTextModel, 2 layers of 64) on captions alone.

Linear heads read subject, colour, background and size from the first
end-of-text state, a random padding state and the mean over all 77 states. A
routing loss plays the choice of a SegMoE layer at attn2.to_k/to_v: the gate of
a group is the normalised mean state of one of its captions, and the conditional
plus the unconditional mean must score highest with the gate of their own group.
"""
import argparse
import json
import os
import time

import numpy as np
import torch
import torch.nn.functional as F
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTokenizer

import build_tokenizer
from make_data import (COLOUR_NAMES, DOMAINS, GATE_PROMPTS, SCALE_HELP, SIZES, SUBJECTS, TEMPLATES, caption,
                       sample_spec, scaled)

STEPS, BATCH, PEAK_LR = 1200, 48, 2e-3
GROUP_OF = [0] * 5 + [1, 2, 3, 4]        # 4: the caption names no subject
CLASSES = (9, 9, 9, 3)                   # the last class of each means "not said"


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--out", required=True, help="folder that receives tokenizer/ and text_encoder/")
    ap.add_argument("--scale", type=float, default=1.0, help=SCALE_HELP)
    args = ap.parse_args()
    steps = scaled(STEPS, args.scale)
    torch.manual_seed(0)
    torch.set_num_threads(1)
    size = build_tokenizer.build(os.path.join(args.out, "tokenizer"))
    tok = CLIPTokenizer.from_pretrained(os.path.join(args.out, "tokenizer"))
    model = CLIPTextModel(CLIPTextConfig(
        vocab_size=size, hidden_size=64, intermediate_size=256, num_hidden_layers=2, num_attention_heads=4,
        max_position_embeddings=77, hidden_act="quick_gelu", projection_dim=64, bos_token_id=size - 2,
        eos_token_id=size - 1, pad_token_id=size - 1))
    heads = torch.nn.ModuleList([torch.nn.Linear(64, n) for n in CLASSES])
    opt = torch.optim.AdamW([*model.parameters(), *heads.parameters()], lr=PEAK_LR, weight_decay=1e-3)
    rng = np.random.default_rng(0)

    def ids_of(texts):
        return tok(texts, padding="max_length", max_length=77, truncation=True, return_tensors="pt").input_ids

    def batch(n):
        texts, labels = [""], [(8, 8, 8, 2)]
        while len(texts) < n:
            if rng.random() < 0.05:
                texts.append(["", "a picture", "a drawing"][rng.integers(3)])
                labels.append((8, 8, 8, 2))
                continue
            s, c, b, z = sample_spec(rng, SUBJECTS if rng.random() < 0.5 else DOMAINS)
            t = rng.integers(TEMPLATES)
            texts.append(caption(s, c, b, z, t))
            labels.append((SUBJECTS.index(s), 8 if t == 7 else COLOUR_NAMES.index(c),
                           8 if t >= 5 else COLOUR_NAMES.index(b), 2 if z is None or t == 6 else SIZES.index(z)))
        return ids_of(texts), torch.tensor(labels)

    started = time.time()
    for i in range(steps):
        for g in opt.param_groups:
            g["lr"] = PEAK_LR * min(1, (i + 1) / 50) * (0.49 * (1 + np.cos(np.pi * i / steps)) + 0.02)
        ids, labels = batch(BATCH)
        h = model(ids).last_hidden_state
        rows, mean = torch.arange(len(h)), h.mean(1)
        end = h[rows, (ids == size - 1).int().argmax(1)]
        pad = h[rows, torch.randint(20, 77, (len(h),))]
        attributes = sum(F.cross_entropy(head(x), labels[:, j])
                         for j, head in enumerate(heads) for x in (end, pad, mean)) / 3
        group = torch.tensor([GROUP_OF[s] for s in labels[:, 0]])
        members = [torch.nonzero(group == g).flatten() for g in range(4)]
        route = torch.zeros(())
        if all(len(m) for m in members):
            gates = torch.stack([F.normalize(mean[m[torch.randint(len(m), (1,))]][0], dim=-1) for m in members])
            named = group < 4
            route = F.cross_entropy((mean[named] + mean[0]) @ gates.T, group[named])
        opt.zero_grad()
        (attributes + 0.5 * route).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        opt.step()
        if (i + 1) % 100 == 0:
            print(f"{i + 1}/{steps} {time.time() - started:.0f}s attributes {attributes.item():.4f} "
                  f"route {route.item():.4f}", flush=True)
    model.eval()
    with torch.no_grad():
        ids, labels = batch(500)
        h = model(ids).last_hidden_state
        right = [(head(h[:, 60]).argmax(1) == labels[:, j]).float().mean().item() for j, head in enumerate(heads)]
        gates = F.normalize(model(ids_of(GATE_PROMPTS)).last_hidden_state.mean(1), dim=-1)
        empty = model(ids_of([""])).last_hidden_state.mean(1)
        group = torch.tensor([GROUP_OF[s] for s in labels[:, 0]])
        named = group < 4
        routed = ((h.mean(1)[named] + empty) @ gates.T).argmax(1) == group[named]
    print(json.dumps({"steps": steps, "attributes_right": right, "routed_right": routed.float().mean().item(),
                      "gate_cosines": (gates @ gates.T).tolist(), "seconds": round(time.time() - started)}))
    model.half().save_pretrained(os.path.join(args.out, "text_encoder"))


if __name__ == "__main__":
    main()
