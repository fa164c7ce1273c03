# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""Folders go back and forth between our program and the reference: python tests/golden/reference_roundtrip.py --segmoe BINARY.

Ours to theirs: a mixture saved by `segmoe mix` is loaded by segmoe.SegMoEPipeline, its parts by diffusers' and
transformers' own readers, and its UNet computes what `segmoe forward` computes.
Theirs to ours: a mixture built and saved by the reference is run by `segmoe forward`.
Needs the tiny pipelines of golden_models. Prints one line per check and writes reference_roundtrip.md beside this file.
"""
import argparse
import json
import pathlib
import subprocess
import tempfile

import safetensors
import torch
import yaml
from diffusers import AutoencoderKL, UNet2DConditionModel
from diffusers import schedulers
from safetensors.torch import load_file, save_file
from transformers import AutoTokenizer, CLIPTextModel, CLIPTextModelWithProjection

import segmoe.main
import golden_moe
from golden_models import relative_rms

HERE = pathlib.Path(__file__).resolve().parent
MODELS = HERE / "data" / "models"
LIMIT = 2e-5
CASES = [("sd", "all", 2), ("sdxl", "all", 2), ("sd", "ff", 1), ("sdxl", "attn", 1)]


def run(binary, *arguments):
    result = subprocess.run([str(binary), *map(str, arguments)], capture_output=True, text=True)
    if result.returncode:
        raise SystemExit(f"segmoe {' '.join(map(str, arguments))} failed ({result.returncode}):\n{result.stderr}")
    return result.stdout


def our_prediction(binary, model, given, step, folder):
    tensors = {"sample": given["samples"][step], "timestep": given["timesteps"][step:step + 1], "encoder_hidden_states": given["context"]}
    if "pooled" in given:
        tensors |= {"text_embeds": given["pooled"], "time_ids": given["time_ids"]}
    save_file({name: value.contiguous().clone() for name, value in tensors.items()}, folder / "in.safetensors")
    run(binary, "forward", "unet", model, folder / "in.safetensors", folder / "out.safetensors", "--dtype", "fp32", "--compat", "--trace", folder / "trace.safetensors")
    with safetensors.safe_open(folder / "trace.safetensors", "pt") as trace:
        chosen = dict(zip(json.loads(trace.metadata()["sites"]), trace.get_tensor("chosen")[0].tolist()))
    return load_file(folder / "out.safetensors")["sample"], chosen


def site_of(module):
    """Label of the routing site of a module, as in product.md: D1.A0.T3.self."""
    part, block, _, attention, _, depth, *rest = module.split(".")
    place = f"{part[0].upper()}{block}.A{attention}.T{depth}"
    if rest[0] == "ff":
        return f"{place}.ff"
    if rest[0] == "attn1":
        return f"{place}.self"
    return f"{place}.cross_q" if rest[1] == "to_q" else "cross_kv"


def compare_forward(binary, model, pipeline, kind, k, folder):
    """Largest difference over the steps; fails where a choice differs."""
    given, worst = golden_moe.inputs(kind), 0.0
    for step in range(len(golden_moe.STEPS)):
        seen, hooks = golden_moe.watch(pipeline.pipe.unet, k)
        expected = golden_moe.forward(pipeline.pipe.unet, given, step)
        for hook in hooks:
            hook.remove()
        ours, chosen = our_prediction(binary, model, given, step, folder)
        for module, experts, *_ in seen:
            assert chosen[site_of(module)] == experts, f"{module}: {chosen[site_of(module)]} instead of {experts}"
        worst = max(worst, relative_rms(ours, expected))
    assert worst < LIMIT, worst
    return worst


def read_parts(folder, kind):
    """Every part of a saved folder through the readers of diffusers and transformers."""
    index = json.loads((folder / "model_index.json").read_text())
    AutoencoderKL.from_pretrained(folder / "vae")
    _, info = CLIPTextModel.from_pretrained(folder / "text_encoder", output_loading_info=True)
    missing = list(info["missing_keys"])
    if kind == "sdxl":
        _, info = CLIPTextModelWithProjection.from_pretrained(folder / "text_encoder_2", output_loading_info=True)
        missing += list(info["missing_keys"])
    assert not missing, missing
    getattr(schedulers, index["scheduler"][1]).from_pretrained(folder / "scheduler")
    AutoTokenizer.from_pretrained(folder / "tokenizer")
    UNet2DConditionModel.load_config(folder / "unet")
    return index["_class_name"]


def ours_to_theirs(binary, kind, layers, k, folder):
    recipe = folder / "recipe.yaml"
    recipe.write_text(yaml.safe_dump(golden_moe.recipe(MODELS, kind, layers, k)))
    saved = folder / "ours"
    run(binary, "mix", recipe, saved, "--gates", "hidden_compat", "--gate-seed", golden_moe.SEED)
    read_parts(saved, kind)
    pipeline = segmoe.main.SegMoEPipeline(str(saved), device="cpu", torch_dtype=torch.float32)
    return compare_forward(binary, saved, pipeline, kind, k, folder)


def theirs_to_ours(binary, kind, layers, k, folder):
    pipeline, _ = golden_moe.build(MODELS, kind, layers, k, folder)
    saved = folder / "theirs"
    pipeline.save_pretrained(str(saved))
    pipeline.pipe.unet.to(memory_format=torch.contiguous_format)
    return compare_forward(binary, saved, pipeline, kind, k, folder)


def write_record(binary, lines):
    version = run(binary, "--version").splitlines()[0]
    (HERE / "reference_roundtrip.md").write_text(
        "<!-- SPDX-FileCopyrightText: 2026 SegMoE Studio developers -->\n<!-- SPDX-License-Identifier: Apache-2.0 -->\n"
        "# Round trip with the reference program\n\n"
        f"Written by `reference_roundtrip.py` with {version}, its own reference segmoe 0.0.4, torch {torch.__version__.split('+')[0]}. Tiny pipelines,\n"
        f"fp32, {len(golden_moe.STEPS)} timesteps each; the limit of the difference is {LIMIT:.0e} relative RMS of the UNet's prediction. Every part of our\n"
        "folders was also read by diffusers and transformers.\n\n"
        "| direction | type | moe_layers | k | largest difference | chosen experts |\n|---|---|---|---|---|---|\n" + "\n".join(lines) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--segmoe", required=True, type=pathlib.Path, help="the built segmoe program")
    binary = parser.parse_args().segmoe.resolve()
    torch.set_num_threads(1)
    torch.set_grad_enabled(False)
    lines = []
    for kind, layers, k in CASES:
        for name, check in (("ours → reference", ours_to_theirs), ("reference → ours", theirs_to_ours)):
            with tempfile.TemporaryDirectory() as folder:
                worst = check(binary, kind, layers, k, pathlib.Path(folder))
            lines.append(f"| {name} | {kind} | {layers} | {k} | {worst:.1e} | all equal |")
            print(lines[-1], flush=True)
            write_record(binary, lines)


if __name__ == "__main__":
    main()
