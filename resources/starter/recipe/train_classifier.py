# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
"""Trains the small classifier that the evaluation judges pictures with.

It names the subject (eight, or "other"), the object's colour and the background
colour. It sees drawings, as drawn and as the VAE gives them back from slightly
noisy latents; never a picture made by a UNet. "other" holds what a failed picture
may look like: empty backgrounds, shuffled tiles, ragged polygons, a flower
without petals, a house without a roof, a fish without a tail; those softened
too. So neither a blob nor half a fish is forced to count.
"""
import argparse
import json
import time

import numpy as np
import torch
import torch.nn.functional as F
from diffusers import AutoencoderKL
from PIL import Image, ImageDraw
from safetensors.torch import load_file, save_file
from torch import nn

from autoencoder import to_pictures, to_tensor
from make_data import COLOUR_NAMES, COLOURS, DOMAINS, SCALE_HELP, SIDE, SUBJECTS, draw, jitter, sample_spec, scaled

CLASSES = SUBJECTS + ["other"]
STEPS, BATCH, PEAK_LR, POOL = 2400, 48, 3e-3, 10000
OTHER = 0.22        # share of the pictures that have no name
NOISE = 0.15        # largest noise on a softened drawing's latents, as a share of their spread


class Classifier(nn.Module):
    """Input: pictures reduced to 64x64, values -1..1."""

    def __init__(self):
        super().__init__()
        widths = (3, 24, 48, 64, 96)
        self.features = nn.Sequential(*[nn.Sequential(nn.Conv2d(i, o, 3, 2, 1), nn.BatchNorm2d(o), nn.ReLU())
                                        for i, o in zip(widths, widths[1:])])
        self.heads = nn.ModuleList([nn.Linear(2 * widths[-1], n) for n in (len(CLASSES), 8, 8)])

    def forward(self, x):
        h = self.features(x)
        h = torch.cat([h.mean((2, 3)), h.amax((2, 3))], 1)
        return [head(h) for head in self.heads]


def load_classifier(path):
    model = Classifier()
    model.load_state_dict({k: v.float() if v.is_floating_point() else v for k, v in load_file(path).items()})
    return model.eval()


def reduce(pictures):
    """uint8 [n, 128, 128, 3] -> tensor [n, 3, 64, 64]."""
    x = torch.from_numpy(np.ascontiguousarray(pictures)).permute(0, 3, 1, 2).float()
    return F.avg_pool2d(x, 2) / 127.5 - 1


@torch.no_grad()
def classify(model, pictures):
    """Lists of (subject, colour, background) names."""
    out = [head.argmax(1).tolist() for head in model(reduce(pictures))]
    return [(CLASSES[s], COLOUR_NAMES[c], COLOUR_NAMES[b]) for s, c, b in zip(*out)]


def other(rng):
    """A picture of nothing that has a name, and its two colours."""
    kind = rng.integers(6)
    subject, colour, bg, size = sample_spec(rng, SUBJECTS)
    a = draw(subject, colour, bg, size, rng)
    if kind == 0:                                        # nothing there
        a = np.broadcast_to(np.array(jitter(COLOURS[bg], rng), np.uint8), a.shape).copy()
    elif kind == 1:                                      # tiles out of order
        n = SIDE // 4
        tiles = a.reshape(4, n, 4, n, 3).swapaxes(1, 2).reshape(16, n, n, 3)[rng.permutation(16)]
        a = tiles.reshape(4, 4, n, n, 3).swapaxes(1, 2).reshape(SIDE, SIDE, 3)
    elif kind < 4:                                       # what it is known by is missing
        subject = DOMAINS[rng.integers(len(DOMAINS))]
        a = draw(subject, colour, bg, size, rng, whole=False)
    else:                                                # ragged polygon, sometimes two
        im = Image.new("RGB", (SIDE, SIDE), jitter(COLOURS[bg], rng))
        for _ in range(rng.integers(1, 3)):
            n, phase = rng.integers(6, 13), rng.uniform(0, 6.3)
            cx, cy = rng.uniform(44, 84, 2)
            radii = rng.uniform(8, 48, n)
            ImageDraw.Draw(im).polygon([(cx + r * np.cos(phase + 6.2832 * i / n), cy + r * np.sin(phase + 6.2832 * i / n))
                                        for i, r in enumerate(radii)], fill=jitter(COLOURS[colour], rng))
        a = np.asarray(im)
    colourless = kind == 0 or (kind in (2, 3) and subject == "flower")
    return a, (len(SUBJECTS), -100 if colourless else COLOUR_NAMES.index(colour), COLOUR_NAMES.index(bg))


def pool(n, seed):
    """n drawings (uint8) and their three labels."""
    rng = np.random.default_rng(seed)
    pictures, labels = [], []
    for _ in range(n):
        if rng.random() < OTHER:
            a, label = other(rng)
        else:
            s, c, b, z = sample_spec(rng, SUBJECTS)
            a, label = draw(s, c, b, z, rng), (SUBJECTS.index(s), COLOUR_NAMES.index(c), COLOUR_NAMES.index(b))
        pictures.append(a)
        labels.append(label)
    return np.stack(pictures), torch.tensor(labels)


@torch.no_grad()
def softened(vae, pictures, seed):
    """The drawings as the VAE gives them back, each with its own share of noise on the latents."""
    gen, spread, out = torch.Generator().manual_seed(seed), 1 / vae.config.scaling_factor, []
    for x in to_tensor(pictures).split(16):
        with torch.autocast("cpu", torch.bfloat16):
            z = vae.encode(x.contiguous(memory_format=torch.channels_last)).latent_dist.mode().float()
            share = torch.rand(len(z), 1, 1, 1, generator=gen) * NOISE
            y = vae.decode(z + torch.randn(z.shape, generator=gen) * share * spread).sample
        out.append(to_pictures(y.float()))
    return np.concatenate(out)


@torch.no_grad()
def measure(model, pictures, labels):
    """Shares of right answers on held-out pictures."""
    subject, *colours = (o.argmax(1) for o in model(reduce(pictures)))
    nameless = labels[:, 0] == len(SUBJECTS)
    right = subject == labels[:, 0]
    share = lambda hits: round(hits.float().mean().item(), 4)
    return {"named": int((~nameless).sum()), "named_right": share(right[~nameless]),
            "other": int(nameless.sum()), "other_right": share(right[nameless]),
            "each_right": {s: share(right[labels[:, 0] == k]) for k, s in enumerate(SUBJECTS)},
            "colours_right": [share((o == labels[:, j])[labels[:, j] >= 0]) for j, o in enumerate(colours, 1)]}


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--out", required=True)
    ap.add_argument("--vae", required=True, help="what train_decoder.py wrote")
    ap.add_argument("--scale", type=float, default=1.0, help=SCALE_HELP)
    args = ap.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    started, steps, size = time.time(), scaled(STEPS, args.scale), max(64, scaled(POOL, args.scale))
    vae = AutoencoderKL.from_pretrained(args.vae).float().eval().to(memory_format=torch.channels_last)
    drawn, y_all = pool(size, 3)
    drawn[::2] = softened(vae, drawn[::2], 6)
    x_all = reduce(drawn)
    print(f"pictures {time.time() - started:.0f}s", flush=True)
    model, rng = Classifier(), np.random.default_rng(5)
    opt = torch.optim.AdamW(model.parameters(), lr=PEAK_LR)
    for i in range(steps):
        for g in opt.param_groups:
            g["lr"] = PEAK_LR * (0.02 + 0.49 * (1 + np.cos(np.pi * i / steps)))
        k = rng.integers(0, size, BATCH)
        x, y = x_all[k], y_all[k]
        if rng.random() < 0.2:                           # soft edges of another kind
            x = F.interpolate(F.avg_pool2d(x, 2), size=64, mode="bilinear")
        if rng.random() < 0.5:
            x = x.flip(3)
        x = torch.roll(x, tuple(int(v) for v in rng.integers(-4, 5, 2)), (2, 3))
        x = x + torch.randn_like(x) * rng.uniform(0, 0.15)
        loss = sum(F.cross_entropy(o, y[:, j], label_smoothing=0.02) for j, o in enumerate(model(x)))
        opt.zero_grad()
        loss.backward()
        opt.step()
        if (i + 1) % 100 == 0:
            print(f"{i + 1}/{steps} {time.time() - started:.0f}s loss {loss.item():.3f}", flush=True)
    model.eval()
    test, labels = pool(max(64, scaled(1600, args.scale)), 4)
    print(json.dumps({"steps": steps, "drawn": measure(model, test, labels),
                      "softened": measure(model, softened(vae, test, 8), labels),
                      "seconds": round(time.time() - started)}))
    save_file({k: v.half() if v.is_floating_point() else v for k, v in model.state_dict().items()}, args.out)


if __name__ == "__main__":
    main()
