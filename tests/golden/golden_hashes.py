# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""Digests of files of the repository, by hashlib: the whole file, and what follows the header of a safetensors file."""
import hashlib
import json
import pathlib

import torch
from safetensors.torch import save_file

FILES = [
    "tests/golden/data/models/sd1/unet/diffusion_pytorch_model.safetensors",
    "tests/golden/data/models/sd1_expert1/unet/diffusion_pytorch_model.safetensors",
    "tests/golden/data/models/sd1_expert2/unet/diffusion_pytorch_model.safetensors",
    "tests/golden/data/hashes/style.safetensors",
    "tests/golden/data/images/rgb.png",
    "resources/starter/base/unet/diffusion_pytorch_model-00002-of-00002.safetensors",
    "resources/starter/fish/unet/diffusion_pytorch_model-00002-of-00002.safetensors",
    "resources/starter/flower/unet/diffusion_pytorch_model-00002-of-00002.safetensors",
    "resources/starter/house/unet/diffusion_pytorch_model-00002-of-00002.safetensors",
]


def digests(path):
    content = path.read_bytes()
    found = {"sha256": hashlib.sha256(content).hexdigest(), "data": ""}
    if path.suffix == ".safetensors":
        found["data"] = hashlib.sha256(content[8 + int.from_bytes(content[:8], "little"):]).hexdigest()
    return found


def write_style_lora(folder):
    """A LoRA for the tiny SD 1 model: one part, in kohya's spelling."""
    generator = torch.Generator().manual_seed(5)
    module = "lora_unet_down_blocks_1_attentions_0_transformer_blocks_0_attn1_to_q"
    width = 8
    save_file({f"{module}.lora_up.weight": torch.randn(width, 1, generator=generator),
               f"{module}.lora_down.weight": torch.randn(1, width, generator=generator) * 0.1},
              folder / "style.safetensors", metadata={"ss_network_dim": "1"})


def main(out_dir):
    root = pathlib.Path(__file__).resolve().parents[2]
    folder = pathlib.Path(out_dir) / "hashes"
    folder.mkdir(parents=True, exist_ok=True)
    write_style_lora(folder)
    table = {name: digests(root / name) for name in FILES}
    (folder / "digests.json").write_text(json.dumps(table, indent=1) + "\n")
