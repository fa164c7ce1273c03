# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
"""Plain diffusers sampling of the starter models and of their mixture.

The mixture is SegMoE's, shortened by an identity: the four models differ in
attn2.to_k/to_v alone, so whatever the other layers' gates choose, the result is
the same. At attn2.to_k/to_v the input is the prompt's states, the gate of an
expert is the normalised mean state of its prompt, and the choice falls on the
sum over the unconditional and the conditional half, as for one picture.
"""
import os

import torch
import torch.nn.functional as F
from diffusers import AutoencoderKL, DPMSolverMultistepScheduler, UNet2DConditionModel
from safetensors.torch import load_file, save_file
from torch import nn
from transformers import CLIPTextModel, CLIPTokenizer

SHARD = "unet/diffusion_pytorch_model-00002-of-00002.safetensors"


class MixedLinear(nn.Module):
    """Experts' linear maps, applied with the row weights of the current prompt batch."""

    weights = None      # [batch, tokens, experts]

    def __init__(self, maps):
        super().__init__()
        self.maps = nn.Parameter(torch.stack(maps))

    def forward(self, x, *_):
        w = MixedLinear.weights
        return sum(w[..., e:e + 1] * (x @ m.T) for e, m in enumerate(self.maps))


class Family:
    def __init__(self, folder):
        """folder: an assembled model; its text encoder and VAE serve all."""
        self.vae = AutoencoderKL.from_pretrained(folder, subfolder="vae").float().eval()
        self.tokenizer = CLIPTokenizer.from_pretrained(folder, subfolder="tokenizer")
        self.encoder = CLIPTextModel.from_pretrained(folder, subfolder="text_encoder").float().eval()
        self.scheduler = DPMSolverMultistepScheduler.from_pretrained(folder, subfolder="scheduler")

    def states(self, prompts):
        ids = self.tokenizer(prompts, padding="max_length", max_length=77, truncation=True, return_tensors="pt").input_ids
        return self.encoder(ids).last_hidden_state

    @torch.no_grad()
    def render(self, unet, prompts, seeds, steps=20, guidance=4.0, route=None):
        """uint8 pictures [n, 128, 128, 3]; the noise of a picture depends on its seed alone."""
        out = []
        for i in range(0, len(prompts), 20):
            part = prompts[i:i + 20]
            context = torch.cat([self.states([""]).expand(len(part), -1, -1), self.states(part)])
            if route:
                route(context)
            self.scheduler.set_timesteps(steps)
            z = torch.stack([torch.randn(4, 16, 16, generator=torch.Generator().manual_seed(s))
                             for s in seeds[i:i + 20]]) * self.scheduler.init_noise_sigma
            for t in self.scheduler.timesteps:
                plain, asked = unet(torch.cat([z, z]), t, context).sample.chunk(2)
                z = self.scheduler.step(plain + guidance * (asked - plain), t, z).prev_sample
            x = torch.cat([self.vae.decode(b / self.vae.config.scaling_factor).sample for b in z.split(4)])
            out.append(((x.clamp(-1, 1) + 1) * 127.5).round().to(torch.uint8).permute(0, 2, 3, 1))
        return torch.cat(out).numpy()

    @torch.no_grad()
    def mixture(self, folders, gate_prompts, k):
        """(unet, route) of a SegMoE mixture of the given model folders."""
        unet = load_unet(folders[0])
        banks = [{n: v.float() for n, v in load_file(os.path.join(f, SHARD)).items()} for f in folders]
        for name in banks[0]:
            parent, leaf = name.removesuffix(".weight").rsplit(".", 1)
            setattr(unet.get_submodule(parent), leaf, MixedLinear([b[name] for b in banks]))
        gates = F.normalize(self.states(gate_prompts).mean(1), dim=-1)

        def route(context):
            logits = context @ gates.T
            votes = logits.mean(1).view(2, -1, len(folders)).sum(0)
            keep = torch.zeros_like(votes).scatter(1, votes.topk(k, -1).indices, 1.0).repeat(2, 1)[:, None] > 0
            MixedLinear.weights = logits.masked_fill(~keep, float("-inf")).softmax(-1)

        return unet, route


def load_unet(folder):
    return UNet2DConditionModel.from_pretrained(folder, subfolder="unet").float().eval()


def write_average(folders, target):
    """Overwrites the second shard of the model at target with the mean of all models'."""
    banks = [load_file(os.path.join(f, SHARD)) for f in folders]
    mean = {n: torch.stack([b[n].float() for b in banks]).mean(0).half() for n in banks[0]}
    save_file(mean, os.path.join(target, SHARD), metadata={"format": "pt"})
