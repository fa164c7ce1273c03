# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
"""Sharpens the VAE's decoder; the encoder, and so every latent, stays as it is.

The decoder sees encoded pictures with a little noise, as a sampler leaves it,
and whole pictures only. Because latents do not change, this stage may run
before or after train_unet.py with the same result.
"""
import argparse
import json
import os
import time

import numpy as np
import torch
from diffusers import AutoencoderKL

from make_data import SIDE, SUBJECTS, make, sheet
from train_vae import batch, edges, to_tensor

STEPS, BATCH, PEAK_LR = 1000, 4, 1.2e-3
NOISE = 0.08        # largest noise, as a share of the latents' standard deviation


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--vae", required=True, help="what train_vae.py wrote")
    ap.add_argument("--out", required=True)
    ap.add_argument("--steps", type=int, default=STEPS)
    args = ap.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(1)
    vae = AutoencoderKL.from_pretrained(args.vae).float().to(memory_format=torch.channels_last)
    vae.requires_grad_(False)
    params = [*vae.decoder.parameters(), *vae.post_quant_conv.parameters()]
    for p in params:
        p.requires_grad_(True)
    opt = torch.optim.AdamW(params, lr=PEAK_LR, betas=(0.9, 0.99), weight_decay=1e-4)
    ema = [p.detach().clone() for p in params]
    rng, spread = np.random.default_rng(21), 1 / vae.config.scaling_factor
    started, log = time.time(), []
    for step in range(args.steps):
        for g in opt.param_groups:
            g["lr"] = PEAK_LR * min(1, (step + 1) / 100) * (0.49 * (1 + np.cos(np.pi * step / args.steps)) + 0.02)
        x = batch(rng, BATCH, SIDE)
        with torch.autocast("cpu", torch.bfloat16):
            with torch.no_grad():
                z = vae.encode(x).latent_dist.mode().float()
                z = z + torch.randn_like(z) * (rng.uniform(0, NOISE) * spread)
            y = vae.decode(z).sample
        y = y.float()
        l1 = (y - x).abs().mean()
        loss = l1 + (y - x).pow(2).mean() + 0.7 * sum((a - b).abs().mean() for a, b in zip(edges(y), edges(x)))
        opt.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(params, 1.0)
        opt.step()
        with torch.no_grad():
            torch._foreach_lerp_(ema, params, 1 - min(0.998, (1 + step) / (10 + step)))
        log.append((l1.item(), (y - x).pow(2).mean().item()))
        if (step + 1) % 100 == 0:
            a = np.mean(log[-100:], 0)
            print(f"{step + 1}/{args.steps} {time.time() - started:.0f}s l1 {a[0]:.4f} "
                  f"psnr {10 * np.log10(4 / a[1]):.1f}", flush=True)
    with torch.no_grad():
        for p, e in zip(params, ema):
            p.copy_(e)
    vae = vae.to(memory_format=torch.contiguous_format).eval()
    held_out, _ = make(64, SUBJECTS, 99)
    x = to_tensor(held_out)
    with torch.no_grad():
        y = torch.cat([vae.decode(vae.encode(b).latent_dist.mode()).sample for b in x.split(8)]).clamp(-1, 1)
    print(json.dumps({"steps": args.steps, "held_out_psnr": round(10 * np.log10(4 / (y - x).pow(2).mean().item()), 2),
                      "seconds": round(time.time() - started)}))
    vae.half().save_pretrained(args.out)
    back = ((y + 1) * 127.5).round().byte().permute(0, 2, 3, 1).numpy()
    sheet([im for p in zip(held_out[:24], back[:24]) for im in p], 12).save(os.path.join(args.out, "check.png"))


if __name__ == "__main__":
    main()
