# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""Names and shapes of the true-size networks, built by diffusers and transformers without memory behind them.

layouts.json.z: the length as four bytes, most significant first, then a zlib stream (what qUncompress reads).
"""
import json
import pathlib
import zlib

import torch
from diffusers import AutoencoderKL, UNet2DConditionModel
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection

XL = dict(sample_size=128, block_out_channels=(320, 640, 1280), cross_attention_dim=2048, attention_head_dim=(5, 10, 20), use_linear_projection=True,
          down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
          up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"), addition_embed_type="text_time", addition_time_embed_dim=256,
          projection_class_embeddings_input_dim=2816)
UNETS = {
    "SD1.x": dict(sample_size=64, cross_attention_dim=768, attention_head_dim=8),
    "SD1.x inpaint": dict(sample_size=64, cross_attention_dim=768, attention_head_dim=8, in_channels=9),
    "SD1.x LCM": dict(sample_size=64, cross_attention_dim=768, attention_head_dim=8, time_cond_proj_dim=256),
    "SD2.x": dict(sample_size=96, cross_attention_dim=1024, attention_head_dim=(5, 10, 20, 20), use_linear_projection=True, upcast_attention=True),
    "SDXL": XL | dict(transformer_layers_per_block=(1, 2, 10)),
    "SSD-1B": XL | dict(transformer_layers_per_block=((1, 1), (2, 2), (4, 4)), mid_block_type="UNetMidBlock2D",
                        reverse_transformer_layers_per_block=((4, 4, 10), (2, 1, 1), 1)),
    "Vega": XL | dict(transformer_layers_per_block=(1, 1, 2), mid_block_type="UNetMidBlock2D"),
    "SDXL refiner": dict(sample_size=128, block_out_channels=(384, 768, 1536, 1536), cross_attention_dim=1280, attention_head_dim=(6, 12, 24, 24),
                         use_linear_projection=True, transformer_layers_per_block=4, addition_embed_type="text_time", addition_time_embed_dim=256,
                         projection_class_embeddings_input_dim=2560,
                         down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D", "DownBlock2D"),
                         up_block_types=("UpBlock2D", "CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D")),
}
VAE = dict(block_out_channels=(128, 256, 512, 512), layers_per_block=2, latent_channels=4, sample_size=512,
           down_block_types=("DownEncoderBlock2D",) * 4, up_block_types=("UpDecoderBlock2D",) * 4)
TEXT = {
    "CLIP ViT-L": (CLIPTextModel, dict(hidden_size=768, intermediate_size=3072, num_hidden_layers=12, num_attention_heads=12, projection_dim=768)),
    "OpenCLIP bigG": (CLIPTextModelWithProjection, dict(hidden_size=1280, intermediate_size=5120, num_hidden_layers=32, num_attention_heads=20,
                                                        hidden_act="gelu", projection_dim=1280)),
    "OpenCLIP H": (CLIPTextModel, dict(hidden_size=1024, intermediate_size=4096, num_hidden_layers=23, num_attention_heads=16, hidden_act="gelu",
                                       projection_dim=512)),
}


def entry(model, config):
    shapes = {name: list(p.shape) for name, p in model.state_dict().items()}
    return {"parameters": sum(p.numel() for p in model.parameters()), "config": config, "shapes": shapes}


def main(out_dir):
    networks = {}
    with torch.device("meta"):
        for name, config in UNETS.items():
            model = UNet2DConditionModel(**config)
            networks[name] = entry(model, dict(model.config)) | {"kind": "unet"}
        networks["VAE"] = entry(AutoencoderKL(**VAE), VAE) | {"kind": "vae"}
        for name, (kind, options) in TEXT.items():
            config = CLIPTextConfig(**options)
            networks[name] = entry(kind(config), config.to_dict() | {"architectures": [kind.__name__]}) | {"kind": "text"}
    path = pathlib.Path(out_dir) / "layouts.json.z"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(networks, separators=(",", ":")).encode()
    path.write_bytes(len(text).to_bytes(4, "big") + zlib.compress(text, 9))
    for name, network in networks.items():
        print(f"{name}: {network['parameters']} parameters, {len(network['shapes'])} tensors")


if __name__ == "__main__":
    main(pathlib.Path(__file__).parent / "data")
