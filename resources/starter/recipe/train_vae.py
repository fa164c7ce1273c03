# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
"""Trains the picture autoencoder (AutoencoderKL, factor 8, 4 channels) from scratch.

Small crops first, whole pictures last. The initialisation matters more than
anything else in so short a run: unit-gain convolutions, zero biases, residual
branches and attention outputs starting at zero, posterior nearly deterministic.
"""
import argparse

import numpy as np
import torch
from diffusers import AutoencoderKL
from diffusers.models.resnet import ResnetBlock2D

from autoencoder import finish, train
from make_data import SCALE_HELP, SIDE, scaled

CHANNELS = (16, 32, 64, 64)
STAGES = [(700, 32, 24), (700, 64, 8), (1000, SIDE, 4)]   # steps, crop, batch
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
    ap.add_argument("--scale", type=float, default=1.0, help=SCALE_HELP)
    args = ap.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    vae = build().to(memory_format=torch.channels_last)
    plan = [(crop, n) for steps, crop, n in STAGES for _ in range(scaled(steps, args.scale))]

    def reconstruct(x):
        post = vae.encode(x).latent_dist
        y = vae.decode(post.sample()).sample
        return y, 1e-4 * (post.kl().float().mean() / (4 * (x.shape[-1] // 8) ** 2))

    seconds = train(list(vae.parameters()), plan, np.random.default_rng(1), peak=PEAK_LR, warm_up=40, floor=0.03,
                    edge_weight=0.5, average=0.995, reconstruct=reconstruct)
    finish(vae, args.out, {"steps": len(plan), "seconds": seconds}, adjust=standardise)


if __name__ == "__main__":
    main()
