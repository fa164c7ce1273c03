# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
"""Encodes the training pictures and every caption of the grammar once.

The file holds, per group, the latents of its pictures and their specifications,
and the caption states with the table that finds them by caption.
"""
import argparse
import time

import torch
from diffusers import AutoencoderKL
from transformers import CLIPTextModel, CLIPTokenizer

from autoencoder import to_tensor
from make_data import COLOUR_NAMES, GROUPS, SCALE_HELP, SIZES, SUBJECTS, TEMPLATES, caption, make, scaled

PICTURES = {"shapes": 6000, "flower": 2600, "house": 2600, "fish": 2600}


def all_captions():
    found = {"": 0}
    for s in SUBJECTS:
        for c in COLOUR_NAMES:
            for b in COLOUR_NAMES:
                for z in [None, *SIZES]:
                    for t in range(TEMPLATES):
                        if b != c:
                            found.setdefault(caption(s, c, b, z, t), len(found))
    return found


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--vae", required=True)
    ap.add_argument("--text", required=True)
    ap.add_argument("--out", required=True)
    ap.add_argument("--scale", type=float, default=1.0, help=SCALE_HELP)
    args = ap.parse_args()
    torch.set_num_threads(1)
    started = time.time()
    vae = AutoencoderKL.from_pretrained(args.vae).float().eval().to(memory_format=torch.channels_last)
    cache = {"groups": {}}
    for k, (name, subjects) in enumerate(GROUPS):
        pictures, specs = make(scaled(PICTURES[name], args.scale), subjects, 1000 + k)
        latents = []
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            for i in range(0, len(pictures), 16):
                x = to_tensor(pictures[i:i + 16]).contiguous(memory_format=torch.channels_last)
                latents.append((vae.encode(x).latent_dist.mode().float() * vae.config.scaling_factor).half().contiguous())
        z = torch.cat(latents)
        cache["groups"][name] = {"latents": z, "specs": specs}
        print(name, tuple(z.shape), "mean", z.float().mean((0, 2, 3)).tolist(), "std", z.float().std((0, 2, 3)).tolist(),
              f"{time.time() - started:.0f}s", flush=True)
    tok = CLIPTokenizer.from_pretrained(args.text + "/tokenizer")
    enc = CLIPTextModel.from_pretrained(args.text + "/text_encoder").float().eval()
    table = all_captions()
    texts, states = list(table), []
    with torch.no_grad():
        for i in range(0, len(texts), 128):
            ids = tok(texts[i:i + 128], padding="max_length", max_length=77, truncation=True, return_tensors="pt").input_ids
            states.append(enc(ids).last_hidden_state.half())
    cache["captions"], cache["states"] = table, torch.cat(states)
    torch.save(cache, args.out)
    print("captions", len(table), f"{time.time() - started:.0f}s")


if __name__ == "__main__":
    main()
