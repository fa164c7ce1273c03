# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""Tensor names of LDM checkpoints, enumerated the way the original UNetModel and AutoencoderKL build their modules.

Weights only (of resamplers and label embeddings the bias too, which diffusers insists on), and of every transformer block one projection: all
other names share these prefixes.
"""

# depth: transformer blocks per level on the way down; None = no attention there. up: per level and layer, lowest first.
UNETS = {
    "sd1": dict(layers=2, depth=[[1, 1], [1, 1], [1, 1], [0, 0]], mid=1, up=[[0] * 3, [1] * 3, [1] * 3, [1] * 3], has_label=False),
    "sd2": dict(layers=2, depth=[[1, 1], [1, 1], [1, 1], [0, 0]], mid=1, up=[[0] * 3, [1] * 3, [1] * 3, [1] * 3], has_label=False),
    "sdxl": dict(layers=2, depth=[[0, 0], [2, 2], [10, 10]], mid=10, up=[[10] * 3, [2] * 3, [0] * 3], has_label=True),
    "ssd1b": dict(layers=2, depth=[[0, 0], [2, 2], [4, 4]], mid=None, up=[[4, 4, 10], [2, 1, 1], [0] * 3], has_label=True),
    "vega": dict(layers=2, depth=[[0, 0], [1, 1], [2, 2]], mid=None, up=[[2] * 3, [1] * 3, [0] * 3], has_label=True),
}
# Which resnets change the number of channels and therefore have a skip convolution on the way down: the first of a level
# that is wider than the one before. On the way up all have one.
WIDTHS = {4: [1, 2, 4, 4], 3: [1, 2, 4]}


def is_kept(diffusers_name):
    """The tensors this module names, by their diffusers name."""
    inner = diffusers_name.split(".transformer_blocks.")
    is_kind = diffusers_name.endswith(".weight") or "samplers." in diffusers_name
    return is_kind and (len(inner) == 1 or inner[1].endswith("attn1.to_q.weight"))


def both(module):
    return [f"{module}.weight", f"{module}.bias"]


def resnet(prefix, has_skip):
    modules = ["in_layers.0", "in_layers.2", "emb_layers.1", "out_layers.0", "out_layers.3"] + ["skip_connection"] * has_skip
    return [f"{prefix}.{m}.weight" for m in modules]


def attention(prefix, depth):
    return [f"{prefix}.{m}.weight" for m in ("norm", "proj_in", "proj_out")] + [f"{prefix}.transformer_blocks.{m}.attn1.to_q.weight" for m in range(depth)]


def unet_names(layers, depth, mid, up, has_label):
    names = ["time_embed.0.weight", "time_embed.2.weight", "input_blocks.0.0.weight", "out.0.weight", "out.2.weight"]
    if has_label:
        names += both("label_emb.0.0") + both("label_emb.0.2")
    widths = WIDTHS[len(depth)]
    block = 1
    for level, depths in enumerate(depth):
        for layer in range(layers):
            names += resnet(f"input_blocks.{block}.0", layer == 0 and level > 0 and widths[level] != widths[level - 1])
            names += attention(f"input_blocks.{block}.1", depths[layer]) if depths[layer] else []
            block += 1
        if level + 1 < len(depth):
            names += both(f"input_blocks.{block}.0.op")
            block += 1
    names += resnet("middle_block.0", False)
    if mid is not None:
        names += attention("middle_block.1", mid) + resnet("middle_block.2", False)
    block = 0
    for level, depths in enumerate(up):
        for layer in range(layers + 1):
            names += resnet(f"output_blocks.{block}.0", True)
            names += attention(f"output_blocks.{block}.1", depths[layer]) if depths[layer] else []
            if layer == layers and level + 1 < len(up):
                names += both(f"output_blocks.{block}.{2 if depths[layer] else 1}.conv")
            block += 1
    return names


def vae_resnet(prefix, has_skip):
    return [f"{prefix}.{m}.weight" for m in ["norm1", "conv1", "norm2", "conv2"] + ["nin_shortcut"] * has_skip]


def vae_names(levels, layers):
    names = ["quant_conv.weight", "post_quant_conv.weight"]
    for half in ("encoder", "decoder"):
        names += [f"{half}.{m}.weight" for m in ("conv_in", "norm_out", "conv_out")]
        names += vae_resnet(f"{half}.mid.block_1", False) + vae_resnet(f"{half}.mid.block_2", False)
        names += [f"{half}.mid.attn_1.{m}.weight" for m in ("norm", "q", "k", "v", "proj_out")]
    for level in range(levels):
        for layer in range(layers):
            names += vae_resnet(f"encoder.down.{level}.block.{layer}", layer == 0 and level in (1, 2))
        names += both(f"encoder.down.{level}.downsample.conv") * (level + 1 < levels)
        for layer in range(layers + 1):
            names += vae_resnet(f"decoder.up.{level}.block.{layer}", layer == 0 and level in (0, 1))
        names += both(f"decoder.up.{level}.upsample.conv") * (level > 0)
    return names


def open_clip_shapes(width, projection, layers):
    shapes = {"token_embedding.weight": (8, width), "positional_embedding": (5, width), "ln_final.weight": (width,), "ln_final.bias": (width,),
              "text_projection": (width, projection), "logit_scale": ()}
    for i in layers:
        block = f"transformer.resblocks.{i}"
        shapes |= {f"{block}.attn.in_proj_weight": (3 * width, width), f"{block}.attn.in_proj_bias": (3 * width,)}
        for module, shape in {"ln_1": (width,), "ln_2": (width,), "attn.out_proj": (width, width), "mlp.c_fc": (4 * width, width),
                              "mlp.c_proj": (width, 4 * width)}.items():
            shapes |= {f"{block}.{module}.weight": shape, f"{block}.{module}.bias": shape[:1]}
    return shapes
