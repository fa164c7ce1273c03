# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
"""Lays the trained parts out as the build wants them.

    shared/    everything the four models have in common, a diffusers folder
               whose unet is sharded: the first shard holds the common tensors
    base/ flower/ house/ fish/
               unet/ with the second shard: the model's own attn2.to_k/to_v

Copying shared/ and then one of the four over it gives a complete diffusers
folder; no file is spliced. `--expand` does that copy (the build does it in CMake).
"""
import argparse
import json
import os
import shutil

from diffusers import DPMSolverMultistepScheduler
from safetensors import safe_open

from make_data import MODELS

STEM = "diffusion_pytorch_model"
SHARDS = [f"{STEM}-00001-of-00002.safetensors", f"{STEM}-00002-of-00002.safetensors"]
MODEL_INDEX = {
    "_class_name": "StableDiffusionPipeline",
    "_diffusers_version": "0.30.0",
    "feature_extractor": [None, None],
    "image_encoder": [None, None],
    "requires_safety_checker": False,
    "safety_checker": [None, None],
    "scheduler": ["diffusers", "DPMSolverMultistepScheduler"],
    "text_encoder": ["transformers", "CLIPTextModel"],
    "tokenizer": ["transformers", "CLIPTokenizer"],
    "unet": ["diffusers", "UNet2DConditionModel"],
    "vae": ["diffusers", "AutoencoderKL"],
}


def write_json(path, value):
    with open(path, "w", encoding="utf-8") as f:
        json.dump(value, f, indent=2, sort_keys=True)
        f.write("\n")


def sizes(path):
    """Names and byte counts of the tensors of a file."""
    with safe_open(path, "pt") as f:
        return {k: f.get_tensor(k).nbytes for k in f.keys()}


def clean_config(path):
    """Drops what says where and when a part was saved."""
    with open(path, encoding="utf-8") as f:
        config = json.load(f)
    for key in ("_name_or_path", "transformers_version", "_diffusers_version"):
        config.pop(key, None)
    write_json(path, config)


def lay_out(args):
    shared = os.path.join(args.out, "shared")
    shutil.rmtree(shared, ignore_errors=True)
    os.makedirs(os.path.join(shared, "unet"))
    write_json(os.path.join(shared, "model_index.json"), MODEL_INDEX)
    DPMSolverMultistepScheduler(
        beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", steps_offset=1,
        timestep_spacing="leading").save_pretrained(os.path.join(shared, "scheduler"))
    scheduler = os.path.join(shared, "scheduler", "scheduler_config.json")
    with open(scheduler, encoding="utf-8") as f:
        config = dict(json.load(f), clip_sample=False, set_alpha_to_one=False, skip_prk_steps=True)
    write_json(scheduler, config)
    clean_config(scheduler)
    for folder, source in (("tokenizer", f"{args.text}/tokenizer"), ("text_encoder", f"{args.text}/text_encoder"),
                           ("vae", args.vae)):
        os.makedirs(os.path.join(shared, folder))
        for name in sorted(os.listdir(source)):
            if name.endswith((".json", ".txt", ".safetensors")):
                shutil.copyfile(os.path.join(source, name), os.path.join(shared, folder, name))
    shutil.copyfile(f"{args.unet}/config.json", f"{shared}/unet/config.json")
    for folder in ("text_encoder", "vae", "unet"):
        clean_config(os.path.join(shared, folder, "config.json"))
    shutil.copyfile(f"{args.unet}/shared.safetensors", f"{shared}/unet/{SHARDS[0]}")
    common, own = sizes(f"{args.unet}/shared.safetensors"), sizes(f"{args.unet}/base.safetensors")
    table = {name: SHARDS[0] for name in common} | {name: SHARDS[1] for name in own}
    write_json(f"{shared}/unet/{STEM}.safetensors.index.json", {
        "metadata": {"total_size": sum(common.values()) + sum(own.values())}, "weight_map": table})
    for model in MODELS:
        target = os.path.join(args.out, model, "unet")
        os.makedirs(target, exist_ok=True)
        shutil.copyfile(f"{args.unet}/{model}.safetensors", os.path.join(target, SHARDS[1]))
    for part in ("shared", *MODELS):
        for folder, _, names in os.walk(os.path.join(args.out, part)):
            for name in names:
                os.chmod(os.path.join(folder, name), 0o644)


def expand(source, target):
    """The four complete folders, the recipe and the settings, as installed."""
    for model in MODELS:
        shutil.copytree(os.path.join(source, "shared"), os.path.join(target, model), dirs_exist_ok=True)
        shutil.copytree(os.path.join(source, model), os.path.join(target, model), dirs_exist_ok=True)
    for name in ("starter.yaml", "starter.json"):
        shutil.copyfile(os.path.join(source, name), os.path.join(target, name))


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--vae")
    ap.add_argument("--text")
    ap.add_argument("--unet")
    ap.add_argument("--out", required=True, help="resources/starter; with --expand: where the four folders go")
    ap.add_argument("--expand", metavar="STARTER", help="only copy the laid-out parts of STARTER together")
    args = ap.parse_args()
    if args.expand:
        expand(args.expand, args.out)
    else:
        lay_out(args)


if __name__ == "__main__":
    main()
