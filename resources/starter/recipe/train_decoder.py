# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
"""Sharpens the VAE's decoder; the encoder, and so every latent, stays as it is.

The decoder sees encoded pictures with a little noise, as a sampler leaves it,
and whole pictures only. Because latents do not change, this stage may run
before or after train_unet.py with the same result.
"""
import argparse

import numpy as np
import torch
from diffusers import AutoencoderKL

from autoencoder import finish, train
from make_data import SCALE_HELP, SIDE, scaled

STEPS, BATCH, PEAK_LR = 500, 4, 1.2e-3
NOISE = 0.08        # largest noise, as a share of the latents' standard deviation


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--vae", required=True, help="what train_vae.py wrote")
    ap.add_argument("--out", required=True)
    ap.add_argument("--scale", type=float, default=1.0, help=SCALE_HELP)
    args = ap.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(1)
    vae = AutoencoderKL.from_pretrained(args.vae).float().to(memory_format=torch.channels_last)
    vae.requires_grad_(False)
    params = [*vae.decoder.parameters(), *vae.post_quant_conv.parameters()]
    for p in params:
        p.requires_grad_(True)
    rng, spread = np.random.default_rng(21), 1 / vae.config.scaling_factor

    def reconstruct(x):
        with torch.no_grad():
            z = vae.encode(x).latent_dist.mode().float()
            z = z + torch.randn_like(z) * (rng.uniform(0, NOISE) * spread)
        return vae.decode(z).sample, 0.0

    plan = [(SIDE, BATCH)] * scaled(STEPS, args.scale)
    seconds = train(params, plan, rng, peak=PEAK_LR, warm_up=100, floor=0.02,
                    edge_weight=0.7, average=0.998, reconstruct=reconstruct)
    finish(vae, args.out, {"steps": len(plan), "seconds": seconds})


if __name__ == "__main__":
    main()
