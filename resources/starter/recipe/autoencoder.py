# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
"""What the two stages of the picture autoencoder share: data, loss, loop, closing check."""
import json
import os
import time

import numpy as np
import torch

from make_data import DOMAINS, SIDE, SUBJECTS, draw, make, sample_spec, sheet


def to_tensor(pictures):
    return torch.from_numpy(pictures).permute(0, 3, 1, 2).float() / 127.5 - 1


def to_pictures(x):
    return ((x.clamp(-1, 1) + 1) * 127.5).round().byte().permute(0, 2, 3, 1).numpy()


def batch(rng, n, crop):
    x = np.empty((n, crop, crop, 3), np.uint8)
    for i in range(n):
        im = draw(*sample_spec(rng, SUBJECTS if rng.random() < 0.5 else DOMAINS), rng)
        if crop < SIDE:
            top, left = (int(np.clip(rng.normal(SIDE / 2, 28), crop / 2, SIDE - crop / 2) - crop / 2) for _ in range(2))
            im = im[top:top + crop, left:left + crop]
        x[i] = im
    return to_tensor(x).contiguous(memory_format=torch.channels_last)


def edges(a):
    return a[..., 1:, :] - a[..., :-1, :], a[..., :, 1:] - a[..., :, :-1]


def train(params, plan, rng, *, peak, warm_up, floor, edge_weight, average, reconstruct):
    """Trains params in place and leaves their running average in them.

    plan: (crop, batch) per step. reconstruct(x): the pictures made of x, and what
    else the loss holds. The learning rate falls from peak to floor * peak.
    """
    opt = torch.optim.AdamW(params, lr=peak, betas=(0.9, 0.99), weight_decay=1e-4)
    ema = [p.detach().clone() for p in params]
    started, log = time.time(), []
    for step, (crop, n) in enumerate(plan):
        fall = floor + (1 - floor) / 2 * (1 + np.cos(np.pi * step / len(plan)))
        for g in opt.param_groups:
            g["lr"] = peak * min(1, (step + 1) / warm_up) * fall
        x = batch(rng, n, crop)
        with torch.autocast("cpu", torch.bfloat16):
            y, extra = reconstruct(x)
        y = y.float()
        l1, l2 = (y - x).abs().mean(), (y - x).pow(2).mean()
        le = sum((a - b).abs().mean() for a, b in zip(edges(y), edges(x)))
        loss = l1 + l2 + edge_weight * le + extra
        opt.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(params, 1.0)
        opt.step()
        with torch.no_grad():
            torch._foreach_lerp_(ema, params, 1 - min(average, (1 + step) / (10 + step)))
        log.append((l1.item(), l2.item()))
        if (step + 1) % 100 == 0:
            a = np.mean(log[-100:], 0)
            print(f"{step + 1}/{len(plan)} {time.time() - started:.0f}s crop {crop} l1 {a[0]:.4f} "
                  f"psnr {10 * np.log10(4 / a[1]):.1f}", flush=True)
    with torch.no_grad():
        for p, e in zip(params, ema):
            p.copy_(e)
    return round(time.time() - started)


@torch.no_grad()
def encode(vae, x):
    return torch.cat([vae.encode(b).latent_dist.mode() for b in x.split(8)])


def finish(vae, out, report, adjust=None):
    """Measures vae on 64 held-out pictures, writes it (fp16) and a sheet of pairs to look at.

    adjust(vae, latents) may change vae first, knowing the held-out pictures' latents.
    """
    vae = vae.to(memory_format=torch.contiguous_format).eval()
    held_out, _ = make(64, SUBJECTS, 99)
    x = to_tensor(held_out)
    if adjust:
        adjust(vae, encode(vae, x))
    z = encode(vae, x)
    with torch.no_grad():
        y = torch.cat([vae.decode(b).sample for b in z.split(8)]).clamp(-1, 1)
    psnr = 10 * np.log10(4 / (y - x).pow(2).mean().item())
    print(json.dumps({**report, "held_out_psnr": round(psnr, 2), "latent_mean": z.mean((0, 2, 3)).tolist(),
                      "latent_std": z.std((0, 2, 3)).tolist()}))
    vae.half().save_pretrained(out)
    pairs = [im for pair in zip(held_out[:24], to_pictures(y[:24])) for im in pair]
    sheet(pairs, 12).save(os.path.join(out, "check.png"))
