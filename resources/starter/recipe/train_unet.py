# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
"""Trains the base and the three experts together, from scratch.

All weights are shared except attn2.to_k and attn2.to_v outside the middle
block: those exist once per group (shapes = base, flower, house, fish), and a
picture passes through the bank of its own group. A share of the captions names
a subject of a foreign group, over a picture of the own one in the right
colours; that is what keeps a bank from learning words that are not its own.

A share of the pictures passes through two banks as a mixture with k = 2 blends
them: the runner-up is the one the gates choose for the caption, the weights are
the softmax of the two gates' scores, token by token. States before the subject's
word (the start, the empty caption) cannot tell the group, so without this the
blend there is something the shared layers have never met.

Each step draws its randomness from a generator seeded with the step number, so
a run resumed from a checkpoint equals one that never stopped. The learning rate
is constant until DECAY_FROM of the run and then falls to zero.
"""
import argparse
import os
import time

import numpy as np
import torch
import torch.nn.functional as F
from diffusers import UNet2DConditionModel
from diffusers.models.resnet import ResnetBlock2D
from safetensors.torch import save_file
from torch import nn

from make_data import GATE_PROMPTS, GROUPS, SCALE_HELP, TEMPLATES, caption, scaled

CONFIG = dict(
    sample_size=16, in_channels=4, out_channels=4, layers_per_block=1, block_out_channels=(32, 64, 96, 64),
    down_block_types=("CrossAttnDownBlock2D",) * 3 + ("DownBlock2D",),
    up_block_types=("UpBlock2D",) + ("CrossAttnUpBlock2D",) * 3,
    cross_attention_dim=64, attention_head_dim=2, norm_num_groups=8)
STEPS, BATCH = 3500, 32
LR_SHARED, LR_BANKS, WARM_UP, DECAY_FROM = 1.4e-3, 2e-3, 100, 0.65
SHARES = (0.34, 0.22, 0.22, 0.22)       # shapes, flower, house, fish
NO_CAPTION, FOREIGN = 0.10, 0.22        # share of empty captions; share of the others that name a foreign subject
BLENDED = 0.30                          # share of the pictures without a foreign caption that pass through two banks
CHECKPOINT_EVERY = 250


class Bank(nn.Module):
    """One linear map per group; `Bank.routing` says which row of the batch uses which.

    routing: (first [batch], second [batch], weight of the first [batch, tokens, 1])
    """

    routing = None

    def __init__(self, linear, n):
        super().__init__()
        self.weight = nn.Parameter(linear.weight.detach()[None].repeat(n, 1, 1).clone())

    def forward(self, x, *_):
        first, second, share = Bank.routing
        a, b = (torch.bmm(x, self.weight[k].transpose(1, 2)) for k in (first, second))
        return b + share * (a - b)


def bank_sites(unet):
    return [n for n, _ in unet.named_modules()
            if "attentions" in n and "mid_block" not in n and n.endswith(("attn2.to_k", "attn2.to_v"))]


def build():
    unet = UNet2DConditionModel(**CONFIG)
    for m in unet.modules():
        if isinstance(m, nn.Conv2d):
            nn.init.kaiming_normal_(m.weight, nonlinearity="linear")
            nn.init.zeros_(m.bias)
    for name, m in unet.named_modules():
        if isinstance(m, ResnetBlock2D):
            nn.init.zeros_(m.conv2.weight)
        if name.endswith(".proj_out"):
            nn.init.zeros_(m.weight)
    nn.init.zeros_(unet.conv_out.weight)
    sites = bank_sites(unet)
    for name in sites:
        parent, leaf = name.rsplit(".", 1)
        setattr(unet.get_submodule(parent), leaf, Bank(unet.get_submodule(name), len(GROUPS)))
    return unet, sites


class Sampler:
    """Batches as a function of the step number."""

    def __init__(self, path):
        data = torch.load(path, weights_only=False)
        self.groups = [data["groups"][name] for name, _ in GROUPS]
        self.table, self.states = data["captions"], data["states"]
        self.means = self.states.float().mean(1)
        self.gates = F.normalize(self.means[[self.table[p] for p in GATE_PROMPTS]], dim=-1)

    def runner_up(self, row, group):
        """The second choice of a SegMoE layer, made on the caption and the empty caption together."""
        votes = self.gates @ (self.means[row] + self.means[0])
        votes[group] = -torch.inf
        return int(votes.argmax())

    def __call__(self, step):
        rng = np.random.default_rng((7, step))
        group = rng.choice(len(GROUPS), BATCH, p=SHARES)
        latents, rows, second = [], [], []
        for g in group:
            data = self.groups[g]
            i = rng.integers(len(data["specs"]))
            subject, colour, bg, size = data["specs"][i]
            foreign, blended = rng.random() < FOREIGN, rng.random() < BLENDED
            if foreign:
                other = rng.choice([k for k in range(len(GROUPS)) if k != g])
                subject = GROUPS[other][1][rng.integers(len(GROUPS[other][1]))]
            row = self.table[caption(subject, colour, bg, size, rng.integers(TEMPLATES))]
            second.append(g if foreign or not blended else self.runner_up(row, g))
            rows.append(0 if rng.random() < NO_CAPTION else row)
            latents.append(data["latents"][i])
        gen = torch.Generator().manual_seed(step * 7919 + 11)
        z, states = torch.stack(latents).float(), self.states[rows].float()
        first, second = torch.from_numpy(group), torch.tensor(second)
        margin = torch.einsum("btc,bc->bt", states, self.gates[first] - self.gates[second])
        t = (torch.arange(BATCH) + torch.rand(BATCH, generator=gen)) / BATCH * 1000
        t = t.long().clamp(0, 999)[torch.randperm(BATCH, generator=gen)]
        return z, states, (first, second, margin.sigmoid()[..., None]), t, torch.randn(z.shape, generator=gen)


def write(unet, sites, ema, out):
    """The averaged weights as one shared file and one small file per bank (fp16)."""
    os.makedirs(out, exist_ok=True)
    state = {n: e for (n, _), e in zip(unet.named_parameters(), ema)}
    banks = {s + ".weight" for s in sites}
    shared = {n: v.half().contiguous() for n, v in state.items() if n not in banks}
    save_file(shared, os.path.join(out, "shared.safetensors"), metadata={"format": "pt"})
    for k, (name, _) in enumerate(GROUPS):
        bank = {n: state[n][k].half().contiguous() for n in sorted(banks)}
        save_file(bank, os.path.join(out, ("base" if k == 0 else name) + ".safetensors"), metadata={"format": "pt"})
    unet.save_config(out)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--cache", required=True)
    ap.add_argument("--out", required=True)
    ap.add_argument("--scale", type=float, default=1.0, help=SCALE_HELP)
    ap.add_argument("--resume", action="store_true", help="continue from OUT/checkpoint.pt")
    args = ap.parse_args()
    steps = scaled(STEPS, args.scale)
    torch.set_num_threads(1)
    torch.manual_seed(0)
    sample = Sampler(args.cache)
    unet, sites = build()
    unet.train()
    banks = {s + ".weight" for s in sites}
    named = list(unet.named_parameters())
    params = [p for _, p in named]
    opt = torch.optim.AdamW(
        [{"params": [p for n, p in named if n in banks], "peak": LR_BANKS},
         {"params": [p for n, p in named if n not in banks], "peak": LR_SHARED}],
        lr=LR_SHARED, betas=(0.9, 0.99), weight_decay=1e-3)
    ema, start = [p.detach().clone() for p in params], 0
    checkpoint = os.path.join(args.out, "checkpoint.pt")
    if args.resume:
        c = torch.load(checkpoint)
        start, ema = c["step"], c["ema"]
        unet.load_state_dict(c["unet"])
        opt.load_state_dict(c["opt"])
        if start > steps * DECAY_FROM and start != c["of"]:
            print("note: the checkpoint may lie beyond the constant part of this schedule")
    print("parameters", sum(p.numel() for p in params), "in banks", sum(p.numel() for n, p in named if n in banks))
    alpha_bar = torch.cumprod(1 - torch.linspace(0.00085 ** 0.5, 0.012 ** 0.5, 1000) ** 2, 0)
    snr = alpha_bar / (1 - alpha_bar)
    os.makedirs(args.out, exist_ok=True)
    started, log = time.time(), []
    for step in range(start, steps):
        late = max(0.0, (step / steps - DECAY_FROM) / (1 - DECAY_FROM))
        for g in opt.param_groups:
            g["lr"] = g["peak"] * min(1, (step + 1) / WARM_UP) * (1 - 0.99 * late)
        z, states, Bank.routing, t, noise = sample(step)
        a = alpha_bar[t].view(-1, 1, 1, 1)
        guess = unet(a.sqrt() * z + (1 - a).sqrt() * noise, t, states).sample
        mse = (guess - noise).pow(2).mean((1, 2, 3))
        loss = (2.5 * snr[t].clamp(max=5) / snr[t] * mse).mean()
        opt.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(params, 1.0)
        opt.step()
        with torch.no_grad():
            torch._foreach_lerp_(ema, params, 1 - min(0.998, (1 + step) / (10 + step)))
        log.append((loss.item(), mse.mean().item()))
        if (step + 1) % 50 == 0:
            b = np.mean(log[-100:], 0)
            print(f"{step + 1}/{steps} {time.time() - started:.0f}s loss {b[0]:.4f} mse {b[1]:.4f}", flush=True)
        if (step + 1) % CHECKPOINT_EVERY == 0 or step + 1 == steps:
            torch.save({"step": step + 1, "of": steps, "ema": ema, "unet": unet.state_dict(),
                        "opt": opt.state_dict()}, checkpoint + ".new")
            os.replace(checkpoint + ".new", checkpoint)
            write(unet, sites, ema, args.out)


if __name__ == "__main__":
    main()
