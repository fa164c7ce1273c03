# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""Whole pictures of the tiny pipelines, from fixed start latents, as diffusers' own pipelines draw them.

Needs the folders that golden_models.py writes. Each case becomes one safetensors file with `start` (standard normal,
[N,4,h,w]), `final` (latents before decoding) and `image` (uint8 [N,H,W,3]); its settings stand in the metadata.

Cases that start from a picture have `picture` and `mask` (uint8 [H,W,3]) instead of `start`: there the seed decides, in
diffusers' order of draws (posterior, start noise, masked picture, steps).
"""
import json
import pathlib

import torch
from diffusers import (DDIMScheduler, DPMSolverMultistepScheduler, EulerAncestralDiscreteScheduler, EulerDiscreteScheduler,
                       HeunDiscreteScheduler, PNDMScheduler, StableDiffusionImg2ImgPipeline, StableDiffusionInpaintPipeline,
                       StableDiffusionPipeline, StableDiffusionXLPipeline, UniPCMultistepScheduler)
from PIL import Image
from safetensors.torch import load_file, save_file

SCHEDULERS = {"ddim": DDIMScheduler, "dpmpp_2m": DPMSolverMultistepScheduler, "euler": EulerDiscreteScheduler,
              "euler_a": EulerAncestralDiscreteScheduler, "heun": HeunDiscreteScheduler, "pndm": PNDMScheduler, "unipc": UniPCMultistepScheduler}

PROMPT = "a red circle on a blue background"
NEGATIVE = "a green square"

CASES = [
    dict(name="sd1_ddim", model="sd1", sampler="ddim", negative=NEGATIVE),
    dict(name="sd1_euler", model="sd1", sampler="euler", negative=NEGATIVE),
    dict(name="sd1_dpmpp_2m", model="sd1", sampler="dpmpp_2m", negative=None),
    dict(name="sd1_dpmpp_2m_karras", model="sd1", sampler="dpmpp_2m", schedule="karras", negative=NEGATIVE),
    dict(name="sd1_pndm", model="sd1", sampler="pndm", negative=NEGATIVE),
    dict(name="sd1_heun", model="sd1", sampler="heun", negative=NEGATIVE),
    dict(name="sd1_unipc_wide", model="sd1", sampler="unipc", negative=NEGATIVE, width=104),
    dict(name="sd1_guidance_1", model="sd1", sampler="ddim", negative=NEGATIVE, guidance=1.0),
    dict(name="sd1_rescale", model="sd1", sampler="ddim", negative=NEGATIVE, rescale=0.7),
    dict(name="sd1_clip_skip", model="sd1", sampler="ddim", negative=None, clip_skip=1, guidance=1.0),
    dict(name="sd2_v_ddim", model="sd2", sampler="ddim", negative=NEGATIVE),
    dict(name="sdxl_euler", model="sdxl", sampler="euler", negative=None, guidance=5.0),
    dict(name="sdxl_euler_negative", model="sdxl", sampler="euler", negative=NEGATIVE, guidance=5.0),
    dict(name="sdxl_dpmpp_2m_empty", model="sdxl", sampler="dpmpp_2m", negative="", guidance=5.0),
    dict(name="ssd1b_euler", model="ssd1b", sampler="euler", negative=NEGATIVE, guidance=5.0),
    dict(name="vega_dpmpp_2m", model="vega", sampler="dpmpp_2m", negative=NEGATIVE, guidance=5.0),
]


START_CASES = [
    dict(name="start_ddim", model="sd1", sampler="ddim", strength=0.6),
    dict(name="start_dpmpp_2m_karras", model="sd1", sampler="dpmpp_2m", schedule="karras", strength=0.5),
    dict(name="start_euler_a_whole", model="sd1", sampler="euler_a", strength=1.0),
    dict(name="start_heun", model="sd1", sampler="heun", strength=0.7),
    dict(name="mask_euler", model="sd1", sampler="euler", strength=0.7, masked=True),
    dict(name="mask_ddim_whole", model="sd1", sampler="ddim", strength=1.0, masked=True),
    dict(name="inpaint9_ddim", model="sd1_inpaint", sampler="ddim", strength=0.7, masked=True),
    dict(name="inpaint9_euler_whole", model="sd1_inpaint", sampler="euler", strength=1.0, masked=True),
]
SEED = 11


def start_picture():
    """A picture with edges and slopes, and a mask on whole latent positions."""
    y, x = torch.meshgrid(torch.arange(64), torch.arange(64), indexing="ij")
    picture = torch.stack([x * 4, y * 4, ((x // 8 + y // 8) % 2) * 200], -1).to(torch.uint8)
    picture[12:30, 34:58] = torch.tensor([250, 30, 20], dtype=torch.uint8)
    mask = torch.zeros(64, 64, 3, dtype=torch.uint8)
    mask[16:48, 24:56] = 255
    return picture, mask


def write_inpaint_model(models):
    """The tiny SD1 network with five more input channels; only the UNet is a file of its own."""
    import shutil
    source, target = models / "sd1", models / "sd1_inpaint"
    if target.exists():
        shutil.rmtree(target)
    shutil.copytree(source, target)
    config = json.loads((target / "unet/config.json").read_text())
    config["in_channels"] = 9
    (target / "unet/config.json").write_text(json.dumps(config, indent=2) + "\n")
    path = target / "unet/diffusion_pytorch_model.safetensors"
    tensors = load_file(path)
    first = tensors["conv_in.weight"]
    more = torch.randn(first.shape[0], 5, 3, 3, generator=torch.Generator().manual_seed(3)) * first.std()
    tensors["conv_in.weight"] = torch.cat([first, more.to(first.dtype)], 1).contiguous()
    save_file(tensors, path, metadata={"format": "pt"})


def draw_from_picture(models, case):
    masked = case.get("masked", False)
    kind = StableDiffusionInpaintPipeline if masked else StableDiffusionImg2ImgPipeline
    pipe = kind.from_pretrained(models / case["model"], torch_dtype=torch.float32)
    pipe.set_progress_bar_config(disable=True)
    pipe.text_encoder.__dict__["text_model"] = pipe.text_encoder
    extra = {"use_karras_sigmas": True} if case.get("schedule") == "karras" else {}
    pipe.scheduler = SCHEDULERS[case["sampler"]].from_config(pipe.scheduler.config, **extra)
    picture, mask = start_picture()
    settings = dict(prompt=PROMPT, negative_prompt=NEGATIVE, num_inference_steps=8, guidance_scale=5.0,
                    strength=case["strength"], image=Image.fromarray(picture.numpy()))
    if masked:
        settings |= dict(mask_image=Image.fromarray(mask.numpy()).convert("L"), width=64, height=64)
    results = []
    for output in ("latent", "np"):
        results.append(pipe(output_type=output, generator=torch.Generator().manual_seed(SEED), **settings).images)
    return picture, mask, results[0], torch.from_numpy((results[1] * 255).round().astype("uint8"))


def draw(models, case):
    xl = case["model"] in ("sdxl", "ssd1b", "vega")
    pipe = (StableDiffusionXLPipeline if xl else StableDiffusionPipeline).from_pretrained(models / case["model"], torch_dtype=torch.float32)
    pipe.set_progress_bar_config(disable=True)
    if not xl:  # diffusers looks for the final norm where transformers had it before its version 5
        pipe.text_encoder.__dict__["text_model"] = pipe.text_encoder
    extra = {"use_karras_sigmas": True} if case.get("schedule") == "karras" else {}
    pipe.scheduler = SCHEDULERS[case["sampler"]].from_config(pipe.scheduler.config, **extra)
    width, height, steps = case.get("width", 64), 64, case.get("steps", 6)
    start = torch.randn(1, 4, height // 8, width // 8, generator=torch.Generator().manual_seed(7))
    settings = dict(prompt=PROMPT, negative_prompt=case["negative"], num_inference_steps=steps, width=width, height=height,
                    guidance_scale=case.get("guidance", 7.5), guidance_rescale=case.get("rescale", 0.0), latents=start.clone())
    if case.get("clip_skip"):
        settings["clip_skip"] = case["clip_skip"]
    final = pipe(output_type="latent", **settings).images
    settings["latents"] = start.clone()
    image = pipe(output_type="np", **settings).images
    return start, final, torch.from_numpy((image * 255).round().astype("uint8"))


def main(out_dir):
    out_dir = pathlib.Path(out_dir)
    out = out_dir / "pipeline"
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    for case in CASES:
        start, final, image = draw(out_dir / "models", case)
        case = dict(case, prompt=PROMPT, steps=case.get("steps", 6), width=case.get("width", 64), height=64,
                    guidance=case.get("guidance", 7.5), rescale=case.get("rescale", 0.0), schedule=case.get("schedule", "normal"),
                    clip_skip=case.get("clip_skip", 0))
        path = out / f"{case['name']}.safetensors"
        save_file({"start": start, "final": final.contiguous(), "image": image.contiguous()}, path,
                  metadata={"case": json.dumps(case, sort_keys=True)})
        path.chmod(0o644)
    write_inpaint_model(out_dir / "models")
    for case in START_CASES:
        picture, mask, final, image = draw_from_picture(out_dir / "models", case)
        case = dict(case, prompt=PROMPT, negative=NEGATIVE, steps=8, width=64, height=64, guidance=5.0, rescale=0.0,
                    schedule=case.get("schedule", "normal"), clip_skip=0, seed=SEED)
        tensors = {"picture": picture, "final": final.contiguous(), "image": image.contiguous()}
        if case.get("masked"):
            tensors["mask"] = mask
        path = out / f"{case['name']}.safetensors"
        save_file(tensors, path, metadata={"case": json.dumps(case, sort_keys=True)})
        path.chmod(0o644)


if __name__ == "__main__":
    main(pathlib.Path(__file__).parent / "data")
