# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""Files as the safetensors library writes and judges them, LoRA sums in NumPy, single-file names as diffusers converts them."""
import json
import pathlib
import struct

import numpy as np
import torch
from diffusers import UNet2DConditionModel
from diffusers.loaders import single_file_utils
from safetensors import SafetensorError, deserialize
from safetensors.torch import save_file

import ldm_names


# --- the writer's order of tensors --------------------------------------------------------------------------------------

def write_mixed(folder):
    """One tensor of every type PyTorch can save, names chosen so that type and name disagree about the order."""
    generator = torch.Generator().manual_seed(1)
    types = [torch.bool, torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64, torch.float16, torch.bfloat16, torch.float32,
             torch.float64, torch.float8_e4m3fn, torch.float8_e5m2]
    tensors = {}
    for i, dtype in enumerate(types):
        shape = [(3,), (2, 3), (1, 5), ()][i % 4]
        value = torch.randint(0, 2 if dtype == torch.bool else 100, shape, generator=generator).to(dtype)
        tensors[f"{'zyxwvu'[i % 6]}.{i}"] = value
    tensors["a.half"] = torch.randn(7, generator=generator).half()
    tensors["b.brain"] = torch.randn(7, generator=generator).bfloat16()
    tensors["c.empty"] = torch.zeros(0, 4)
    tensors['quote " back \\ slash / ümlaut 日本'] = torch.ones(1)
    save_file(tensors, folder / "mixed.safetensors", metadata={"format": "pt"})


# --- what the library accepts -------------------------------------------------------------------------------------------

def raw(header, data=b""):
    text = header if isinstance(header, bytes) else header.encode()
    return struct.pack("<Q", len(text)) + text + data


def entry(dtype="F32", shape="[1]", begin="0", end="4", more=""):
    return f'{{"dtype":"{dtype}","shape":{shape},"data_offsets":[{begin},{end}]{more}}}'


def differential_cases():
    four = b"\0" * 4
    yield "plain", raw(f'{{"a":{entry()}}}', four)
    yield "empty object", raw("{}")
    yield "padded with spaces", raw(f'{{"a":{entry()}}}      ', four)
    yield "white space around", raw(f'\n\t {{ "a" : {entry()} }}\r\n', four)
    yield "no header", raw("")
    yield "array", raw("[]")
    yield "two values", raw("{}{}")
    yield "byte order mark", raw(b"\xef\xbb\xbf{}")
    yield "padded with NUL", raw(b"{}\0\0")
    yield "cut object", raw("{")
    yield "trailing comma", raw(f'{{"a":{entry()},}}', four)
    yield "comment", raw(f'{{"a":{entry()}/**/}}', four)
    yield "single quotes", raw("{'a':1}")
    yield "duplicate name", raw(f'{{"a":{entry()},"a":{entry()}}}', four)
    yield "duplicate name escaped", raw(f'{{"a":{entry()},"\\u0061":{entry()}}}', four)
    yield "duplicate metadata key", raw('{"__metadata__":{"k":"1","k":"2"}}')
    yield "duplicate metadata", raw('{"__metadata__":{},"__metadata__":{}}')
    for field in ('"dtype":"F32"', '"shape":[1]', '"data_offsets":[0,4]'):
        yield f"duplicate field {field}", raw(f'{{"a":{entry(more="," + field)}}}', four)
    for field in ("dtype", "shape", "data_offsets"):
        parts = {"dtype": '"F32"', "shape": "[1]", "data_offsets": "[0,4]"}
        del parts[field]
        yield f"missing {field}", raw('{"a":{' + ",".join(f'"{k}":{v}' for k, v in parts.items()) + "}}", four)
    more = {"": '"x":[1,{"y":-0.5e3},null,true,"t"]', " twice": '"x":1,"x":2', " too deep": '"x":' + "[" * 9 + "]" * 9, " 1e999": '"x":1e999'}
    for name, field in more.items():
        yield f"unknown field{name}", raw(f'{{"a":{entry(more="," + field)}}}', four)
    yield "metadata null", raw('{"__metadata__":null}')
    yield "metadata number value", raw('{"__metadata__":{"k":1}}')
    yield "metadata null value", raw('{"__metadata__":{"k":null}}')
    yield "metadata nested", raw('{"__metadata__":{"k":{}}}')
    yield "metadata text", raw('{"__metadata__":"k"}')
    yield "metadata array", raw('{"__metadata__":[]}')
    yield "metadata unicode", raw('{"__metadata__":{"ü":"\\ud83d\\ude00"}}')
    yield "lone surrogate in a name", raw(f'{{"\\ud800":{entry()}}}', four)
    yield "lone surrogate in metadata", raw('{"__metadata__":{"k":"\\udc00"}}')
    yield "overlong UTF-8", raw(b'{"__metadata__":{"k":"\xc0\xaf"}}')
    yield "cut UTF-8", raw(b'{"__metadata__":{"k":"\xe2\x82"}}')
    yield "surrogate as UTF-8", raw(b'{"__metadata__":{"k":"\xed\xa0\x80"}}')
    yield "raw control byte", raw(b'{"__metadata__":{"k":"\x01"}}')
    yield "raw DEL", raw(b'{"__metadata__":{"k":"\x7f"}}')
    yield "bad escape", raw('{"__metadata__":{"k":"\\x41"}}')
    for dtype in ("f32", "F31", "", "float32", " F32", "F8_E4M3", "F8_E8M0", "C64", "U16", "U32", "U64"):
        size = {"F8_E4M3": 1, "F8_E8M0": 1, "C64": 8, "U16": 2, "U64": 8}.get(dtype, 4)
        yield f"dtype '{dtype}'", raw(f'{{"a":{entry(dtype=dtype, end=str(size))}}}', b"\0" * size)
    yield "dtype number", raw('{"a":{"dtype":1,"shape":[1],"data_offsets":[0,4]}}', four)
    yield "dtype as object", raw('{"a":{"dtype":{"F32":null},"shape":[1],"data_offsets":[0,4]}}', four)
    yield "entry as array", raw('{"a":["F32",[1],[0,4]]}', four)
    yield "entry null", raw('{"a":null}')
    yield "F4 pair", raw(f'{{"a":{entry(dtype="F4", shape="[2]", end="1")}}}', b"\0")
    yield "F4 three", raw(f'{{"a":{entry(dtype="F4", shape="[3]", end="2")}}}', b"\0\0")
    yield "F6 four", raw(f'{{"a":{entry(dtype="F6_E2M3", shape="[4]", end="3")}}}', b"\0\0\0")
    for number in ("-1", "-0", "01", "1.0", "1e0", "18446744073709551616", "1" * 40, "1e999", "NaN", "Infinity", '"1"', "null", "true", "[1]", "+1", "0x1"):
        yield f"shape {number}", raw(f'{{"a":{entry(shape=f"[{number}]")}}}', four)
        yield f"offset {number}", raw(f'{{"a":{entry(begin=number)}}}', four)
    yield "shape not an array", raw(f'{{"a":{entry(shape="1")}}}', four)
    yield "one offset", raw('{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}', four)
    yield "three offsets", raw('{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,4]}}', four)
    yield "scalar", raw(f'{{"a":{entry(shape="[]")}}}', four)
    yield "zero dimension", raw(f'{{"a":{entry(shape="[0]", end="0")}}}')
    yield "16 dimensions", raw(f'{{"a":{entry(shape=str([1] * 16))}}}', four)
    yield "20 dimensions", raw(f'{{"a":{entry(shape=str([1] * 20))}}}', four)
    yield "product overflow", raw(f'{{"a":{entry(shape="[4294967296,4294967296]", end="0")}}}')
    yield "bit overflow", raw(f'{{"a":{entry(shape="[4611686018427387904]", end="0")}}}')
    yield "overflow before zero", raw(f'{{"a":{entry(shape="[9223372036854775808,2,0]", end="0")}}}')
    yield "zero before overflow", raw(f'{{"a":{entry(shape="[0,9223372036854775808,2]", end="0")}}}')
    yield "size mismatch", raw(f'{{"a":{entry(shape="[2]")}}}', four)
    yield "begin after end", raw(f'{{"a":{entry(begin="4", end="0")}}}', four)
    yield "end beyond 2^63", raw(f'{{"a":{entry(end="9223372036854775812")}}}', four)
    two = '{{"a":{0},"b":{1}}}'
    yield "same range", raw(two.format(entry(), entry()), four)
    yield "hole at start", raw(f'{{"a":{entry(begin="4", end="8")}}}', four * 2)
    yield "hole in the middle", raw(two.format(entry(), entry(begin="8", end="12")), four * 3)
    yield "hole at the end", raw(f'{{"a":{entry()}}}', four * 2)
    yield "overlap", raw(two.format(entry(shape="[2]", end="8"), entry(begin="4", end="8")), four * 2)
    yield "reverse order", raw(two.format(entry(begin="4", end="8"), entry()), four * 2)
    yield "one byte more", raw(f'{{"a":{entry()}}}', four + b"\0")
    yield "two bytes fewer", raw(f'{{"a":{entry()}}}', four[:2])
    yield "zip appended", raw(f'{{"a":{entry()}}}', four + b"PK\5\6" + b"\0" * 18)
    yield "unaligned double", raw(two.format(entry(dtype="U8", end="1"), entry(dtype="F64", begin="1", end="9")), b"\0" * 9)
    yield "empty name", raw(f'{{"":{entry()}}}', four)
    yield "NUL in a name", raw(f'{{"a\\u0000":{entry()}}}', four)
    yield "long name", raw(f'{{"{"n" * 1025}":{entry()}}}', four)
    yield "path as a name", raw(f'{{"../x":{entry()}}}', four)
    yield "header length beyond the end", struct.pack("<Q", 3) + b"{}"
    yield "header length 2^64-1", struct.pack("<Q", 2**64 - 1) + b"{}"
    yield "seven bytes", b"\2\0\0\0\0\0\0"
    yield "nothing", b""


def write_differential(folder):
    cases = []
    for name, data in differential_cases():
        try:
            deserialize(data)
            accepted = True
        except SafetensorError:
            accepted = False
        cases.append({"name": name, "bytes": data.hex(), "accepted": accepted})
    (folder / "differential.json").write_text(json.dumps(cases, indent=0) + "\n")


# --- LoRA ---------------------------------------------------------------------------------------------------------------

def lora_tensors(rng, out_width, in_width, rank, kernel=None, mid=False):
    """(up, down, mid, product) of one part, as a file stores them."""
    if kernel is None:
        up, down = rng.standard_normal((out_width, rank)), rng.standard_normal((rank, in_width))
        return up.astype(np.float32), down.astype(np.float32), None, up.astype(np.float32) @ down.astype(np.float32)
    up = rng.standard_normal((out_width, rank, 1, 1)).astype(np.float32)
    if not mid:
        down = rng.standard_normal((rank, in_width, kernel, kernel)).astype(np.float32)
        return up, down, None, np.tensordot(up[:, :, 0, 0], down, axes=(1, 0))
    down = rng.standard_normal((rank, in_width, 1, 1)).astype(np.float32)
    core = rng.standard_normal((rank, rank, kernel, kernel)).astype(np.float32)
    product = np.zeros((out_width, in_width, kernel, kernel), np.float32)
    for y in range(kernel):
        for x in range(kernel):
            product[:, :, y, x] = up[:, :, 0, 0] @ core[:, :, y, x] @ down[:, :, 0, 0]
    return up, down, core, product


def write_lora(folder):
    """A scrap of a UNet and of a text encoder, and one LoRA in every spelling; `expected` is NumPy's sum in fp32."""
    rng = np.random.default_rng(5)
    linear = "down_blocks.1.attentions.0.transformer_blocks.0.attn1.to_q"
    out = "down_blocks.1.attentions.0.transformer_blocks.0.attn1.to_out.0"
    conv = "down_blocks.0.resnets.0.conv1"
    proj = "down_blocks.1.attentions.0.proj_in"
    text = "text_model.encoder.layers.0.self_attn.q_proj"
    shapes = {linear: (6, 6), out: (6, 6), conv: (4, 3, 3, 3), proj: (6, 6, 1, 1), text: (5, 5)}
    model = {f"{k}.weight": rng.standard_normal(v).astype(np.float32) for k, v in shapes.items()}
    model["down_blocks.0.downsamplers.0.conv.weight"] = rng.standard_normal((4, 4, 3, 3)).astype(np.float32)
    model["down_blocks.1.resnets.0.conv1.weight"] = rng.standard_normal((6, 4, 3, 3)).astype(np.float32)
    parts = {linear: lora_tensors(rng, 6, 6, 2), out: lora_tensors(rng, 6, 6, 2), conv: lora_tensors(rng, 4, 3, 2, kernel=3),
             proj: lora_tensors(rng, 6, 6, 3, kernel=1), text: lora_tensors(rng, 5, 5, 2)}
    middle = lora_tensors(rng, 4, 3, 2, kernel=3, mid=True)
    alpha, strength = 1.5, 0.7

    def expected(wanted, scale_by_alpha):
        sums = {}
        for module, (up, down, mid, product) in wanted.items():
            scale = np.float32(strength * alpha / down.shape[0] if scale_by_alpha else strength)
            sums[f"{module}.weight"] = torch.from_numpy(model[f"{module}.weight"] + scale * product.reshape(model[f"{module}.weight"].shape))
        return sums

    def save(name, wanted, spelling, with_alpha):
        tensors = {}
        for module, (up, down, mid, _) in wanted.items():
            up_name, down_name, mid_name, alpha_name = spelling(module)
            tensors[up_name], tensors[down_name] = torch.from_numpy(up), torch.from_numpy(down)
            if mid is not None:
                tensors[mid_name] = torch.from_numpy(mid)
            if with_alpha:
                tensors[alpha_name] = torch.tensor(alpha)
        save_file(tensors, folder / f"lora_{name}.safetensors")
        save_file(expected(wanted, with_alpha), folder / f"lora_{name}_expected.safetensors", metadata={"strength": str(strength)})

    def kohya(module):
        base = ("lora_te_" if module == text else "lora_unet_") + module.replace(".", "_")
        return f"{base}.lora_up.weight", f"{base}.lora_down.weight", f"{base}.lora_mid.weight", f"{base}.alpha"

    # The same modules by their LDM names: level 0 has one resnet (block 1) and its downsampler (block 2).
    in_ldm = {linear: "input_blocks_3_1_transformer_blocks_0_attn1_to_q", out: "input_blocks_3_1_transformer_blocks_0_attn1_to_out_0",
              conv: "input_blocks_1_0_in_layers_2"}

    def kohya_ldm(module):
        base = f"lora_unet_{in_ldm[module]}"
        return f"{base}.lora_up.weight", f"{base}.lora_down.weight", None, f"{base}.alpha"

    def peft(module):
        base = ("text_encoder." if module == text else "unet.") + module
        return f"{base}.lora_B.weight", f"{base}.lora_A.weight", None, None

    def diffusers_old(module):
        base = f"unet.{module}".replace("attn1.to_q", "attn1.processor.to_q_lora").replace("attn1.to_out.0", "attn1.processor.to_out_lora")
        return f"{base}.up.weight", f"{base}.down.weight", None, None

    def diffusers_layer(module):
        base = f"text_encoder.{module}.lora_linear_layer" if module == text else f"unet.{module}.lora"
        return f"{base}.up.weight", f"{base}.down.weight", None, None

    save_file({k: torch.from_numpy(v) for k, v in model.items()}, folder / "lora_model.safetensors")
    save("kohya", parts, kohya, True)
    save("locon_mid", {conv: middle}, kohya, True)
    save("kohya_no_alpha", {linear: parts[linear]}, kohya, False)
    save("peft", {k: parts[k] for k in (linear, out, text)}, peft, False)
    save("diffusers_old", {k: parts[k] for k in (linear, out)}, diffusers_old, False)
    save("diffusers_layer", {k: parts[k] for k in (linear, text)}, diffusers_layer, False)
    save("kohya_ldm", {k: parts[k] for k in (linear, out, conv)}, kohya_ldm, True)


# --- single files -------------------------------------------------------------------------------------------------------

def numbered(names):
    """A checkpoint whose tensors can be told apart after a conversion."""
    return {name: torch.full((1,), float(i)) for i, name in enumerate(names)}


def converted_pairs(names, convert):
    converted = convert(numbered(names))
    return [[names[int(value.item())], name] for name, value in sorted(converted.items())]


def write_names(folder):
    """LDM name, diffusers name: for weights only, one per transformer block, since the rest follows the same prefix."""
    result = {}
    for layout, shape in ldm_names.UNETS.items():
        names = ["model.diffusion_model." + n for n in ldm_names.unet_names(**shape)]
        config = {"layers_per_block": shape["layers"], "addition_embed_type": "text_time" if shape["has_label"] else None}
        result[layout] = converted_pairs(names, lambda c: single_file_utils.convert_ldm_unet_checkpoint(c, config))
        assert len(result[layout]) == len(names), layout
    vae_names = ["first_stage_model." + n for n in ldm_names.vae_names(levels=4, layers=2)]
    # update_vae_attentions reads shapes, so the attention weights are [1, 1, 1, 1] here.
    checkpoint = {k: v.reshape(1, 1, 1, 1) if ".attn_1." in k and ".norm" not in k else v for k, v in numbered(vae_names).items()}
    converted = single_file_utils.convert_ldm_vae_checkpoint(checkpoint, {"down_block_types": [""] * 4, "up_block_types": [""] * 4})
    result["vae"] = [[vae_names[int(value.item())], name] for name, value in sorted(converted.items())]
    assert len(result["vae"]) == len(vae_names)
    # Whether the conversion covers a real network: diffusers' own names for the SD 1 layout.
    stock = UNet2DConditionModel(block_out_channels=(4, 8, 16, 16), norm_num_groups=2, cross_attention_dim=8, attention_head_dim=2)
    assert {n for _, n in result["sd1"]} == {n for n in stock.state_dict() if ldm_names.is_kept(n)}
    (folder / "ldm_names.json").write_text(json.dumps(result, indent=0) + "\n")


class OpenClipConfig:
    hidden_size = 6


class OpenClipModel:
    config = OpenClipConfig()


def write_open_clip(folder):
    """A text model of two layers in both spellings: the parts whose bytes change, not only their names."""
    generator = torch.Generator().manual_seed(7)
    for kind, prefix in (("sdxl", "conditioner.embedders.1.model."), ("sd2", "cond_stage_model.model.")):
        layers = (0, 1) if kind == "sdxl" else (0, 1, 23)
        shapes = ldm_names.open_clip_shapes(width=6, projection=6 if kind == "sd2" else 4, layers=layers)
        ldm = {prefix + n: torch.randn(s, generator=generator).half() for n, s in shapes.items()}
        # The conversion takes the width from text_projection's first dimension: [width, projection].
        converted = single_file_utils.convert_open_clip_checkpoint(OpenClipModel(), ldm, prefix=prefix)
        if kind == "sd2":  # CLIPTextModel has no projection: loading drops it
            converted.pop("text_projection.weight", None)
        save_file(ldm, folder / f"open_clip_{kind}.safetensors")
        save_file({k: v.contiguous() for k, v in converted.items()}, folder / f"open_clip_{kind}_expected.safetensors")


def main(out_dir):
    folder = pathlib.Path(out_dir) / "weights"
    folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    write_mixed(folder)
    write_differential(folder)
    write_lora(folder)
    write_names(folder)
    write_open_clip(folder)
