# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
"""Trains the picture autoencoder (AutoencoderKL, factor 8, 4 channels) from scratch.

Small crops first, whole pictures last. The initialisation matters more than
anything else in so short a run: unit-gain convolutions, zero biases, residual
branches and attention outputs starting at zero, posterior nearly deterministic.
"""
import argparse
import json
import os
import time

import numpy as np
import torch
from diffusers import AutoencoderKL
from diffusers.models.resnet import ResnetBlock2D

from make_data import DOMAINS, SIDE, SUBJECTS, draw, make, sample_spec, sheet

CHANNELS = (16, 32, 64, 64)
STAGES = [(700, 32, 24), (700, 64, 8), (600, SIDE, 4)]   # steps, crop, batch
PEAK_LR = 1.2e-3
SCALING = 0.18215    # SD1.x's latent scaling factor


def build():
    n = len(CHANNELS)
    vae = AutoencoderKL(in_channels=3, out_channels=3, down_block_types=["DownEncoderBlock2D"] * n,
                        up_block_types=["UpDecoderBlock2D"] * n, block_out_channels=CHANNELS, layers_per_block=1,
                        latent_channels=4, norm_num_groups=4, sample_size=SIDE, act_fn="silu")
    for m in vae.modules():
        if isinstance(m, torch.nn.Conv2d):
            torch.nn.init.kaiming_normal_(m.weight, nonlinearity="linear")
            torch.nn.init.zeros_(m.bias)
    for m in vae.modules():
        if isinstance(m, ResnetBlock2D):
            torch.nn.init.zeros_(m.conv2.weight)
        if type(m).__name__ == "Attention":
            torch.nn.init.zeros_(m.to_out[0].weight)
    with torch.no_grad():
        vae.quant_conv.bias[4:] = -5.0
        vae.quant_conv.weight[4:] *= 0.1
    return vae


def to_tensor(pictures):
    return torch.from_numpy(pictures).permute(0, 3, 1, 2).float() / 127.5 - 1


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


def standardise(vae, z):
    """Folds the latents' mean and spread into the two 1x1 convolutions.

    Afterwards every latent channel is centred with a standard deviation of
    1 / SCALING, so SD1.x's own scaling factor fits and a program that has it
    built in needs no exception. The decoded pictures stay the same.
    """
    mean, std = z.mean((0, 2, 3)), z.std((0, 2, 3))
    gain = 1 / (std * SCALING)
    with torch.no_grad():
        q, p = vae.quant_conv, vae.post_quant_conv
        q.weight[:4] *= gain.view(4, 1, 1, 1)
        q.bias[:4] = (q.bias[:4] - mean) * gain
        q.bias[4:] += 2 * gain.log()
        p.bias += p.weight[:, :, 0, 0] @ mean
        p.weight /= gain.view(1, 4, 1, 1)
    vae.register_to_config(scaling_factor=SCALING)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--out", required=True, help="folder that receives the diffusers VAE")
    ap.add_argument("--scale-steps", type=float, default=1.0, help="multiplies every stage (smoke tests)")
    args = ap.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    vae = build().to(memory_format=torch.channels_last)
    params = list(vae.parameters())
    opt = torch.optim.AdamW(params, lr=PEAK_LR, betas=(0.9, 0.99), weight_decay=1e-4)
    ema = [p.detach().clone() for p in params]
    rng = np.random.default_rng(1)
    plan = [(crop, n) for steps, crop, n in STAGES for _ in range(max(1, int(steps * args.scale_steps)))]
    started, log = time.time(), []
    for step, (crop, n) in enumerate(plan):
        for g in opt.param_groups:
            g["lr"] = PEAK_LR * min(1, (step + 1) / 40) * (0.485 * (1 + np.cos(np.pi * step / len(plan))) + 0.03)
        x = batch(rng, n, crop)
        with torch.autocast("cpu", torch.bfloat16):
            post = vae.encode(x).latent_dist
            y = vae.decode(post.sample()).sample
        y = y.float()
        kl = post.kl().float().mean() / (4 * (crop // 8) ** 2)
        l1, l2 = (y - x).abs().mean(), (y - x).pow(2).mean()
        le = sum((a - b).abs().mean() for a, b in zip(edges(y), edges(x)))
        loss = l1 + l2 + 0.5 * le + 1e-4 * kl
        opt.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(params, 1.0)
        opt.step()
        with torch.no_grad():
            torch._foreach_lerp_(ema, params, 1 - min(0.995, (1 + step) / (10 + step)))
        log.append((l1.item(), l2.item(), kl.item()))
        if (step + 1) % 100 == 0:
            a = np.mean(log[-100:], 0)
            print(f"{step + 1}/{len(plan)} {time.time() - started:.0f}s crop {crop} l1 {a[0]:.4f} "
                  f"psnr {10 * np.log10(4 / a[1]):.1f} kl/dim {a[2]:.2f}", flush=True)
    with torch.no_grad():
        for p, e in zip(params, ema):
            p.copy_(e)
    vae = vae.to(memory_format=torch.contiguous_format).eval()
    held_out, _ = make(64, SUBJECTS, 99)
    x = to_tensor(held_out)
    with torch.no_grad():
        z = torch.cat([vae.encode(b).latent_dist.mode() for b in x.split(8)])
    standardise(vae, z)
    with torch.no_grad():
        z = torch.cat([vae.encode(b).latent_dist.mode() for b in x.split(8)])
        y = torch.cat([vae.decode(b).sample for b in z.split(8)]).clamp(-1, 1)
    mse = (y - x).pow(2).mean().item()
    report = {"steps": len(plan), "held_out_psnr": round(10 * np.log10(4 / mse), 2),
              "scaling_factor": vae.config.scaling_factor, "latent_mean": z.mean((0, 2, 3)).tolist(),
              "latent_std": z.std((0, 2, 3)).tolist(), "seconds": round(time.time() - started)}
    print(json.dumps(report))
    vae.half().save_pretrained(args.out)
    back = ((y + 1) * 127.5).round().byte().permute(0, 2, 3, 1).numpy()
    sheet([im for p in zip(held_out[:24], back[:24]) for im in p], 12).save(os.path.join(args.out, "check.png"))


if __name__ == "__main__":
    main()
