# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""Whole pictures of mixtures, drawn by the reference program (segmoe) from fixed start latents.

Each case becomes one safetensors file with `start`, `final` and `image` as in golden_pipeline, the gates, and `chosen`
[step, module, rank]: which experts each gate took at each step, best first.
"""
import json
import pathlib
import tempfile

import torch
from safetensors.torch import save_file

from golden_moe import CASES as MIXTURES
from golden_moe import EXPERTS, PROMPTS, build, record_all, watch
from golden_pipeline import NEGATIVE, PROMPT, SCHEDULERS

STEPS = 6
CASES = [
    dict(name="sd_ddim", mixture="sd_all_k2", sampler="ddim", guidance=7.5),
    dict(name="sd_dpmpp_2m_karras", mixture="sd_all_k1", sampler="dpmpp_2m", schedule="karras", guidance=7.5),
    dict(name="sd_attn_euler", mixture="sd_attn_k2", sampler="euler", guidance=7.5),
    dict(name="sdxl_euler", mixture="sdxl_all_k2", sampler="euler", guidance=5.0),
]


def draw(pipe, case, k):
    extra = {"use_karras_sigmas": True} if case.get("schedule") == "karras" else {}
    pipe.scheduler = SCHEDULERS[case["sampler"]].from_config(pipe.scheduler.config, **extra)
    pipe.set_progress_bar_config(disable=True)
    start = torch.randn(1, 4, 8, 8, generator=torch.Generator().manual_seed(7))
    settings = dict(prompt=PROMPT, negative_prompt=NEGATIVE, num_inference_steps=STEPS, width=64, height=64,
                    guidance_scale=case["guidance"])
    seen, hooks = watch(pipe.unet, k)
    final = pipe(output_type="latent", latents=start.clone(), **settings).images
    for hook in hooks:
        hook.remove()
    image = pipe(output_type="np", latents=start.clone(), **settings).images
    return start, final, torch.from_numpy((image * 255).round().astype("uint8")), seen


def record(case, models, out):
    kind, layers, k = MIXTURES[case["mixture"]]
    with tempfile.TemporaryDirectory() as folder:
        pipeline, _ = build(models, kind, layers, k, pathlib.Path(folder))
    pipe = pipeline.pipe
    pipe.unet.to(memory_format=torch.contiguous_format)
    start, final, image, seen = draw(pipe, case, k)
    modules = sorted({name for name, *_ in seen})
    chosen = {name: [c for n, c, *_ in seen if n == name] for name in modules}
    tensors = {"start": start, "final": final, "image": image,
               "chosen": torch.tensor([[chosen[name][step] for name in modules] for step in range(STEPS)], dtype=torch.int32)}
    tensors |= {name: value for name, value in pipe.unet.state_dict().items() if name.endswith("gate.weight")}
    settings = dict(case, model=EXPERTS[kind][0], prompt=PROMPT, negative=NEGATIVE, steps=STEPS, width=64, height=64, rescale=0.0,
                    schedule=case.get("schedule", "normal"), clip_skip=0)
    metadata = dict(case=json.dumps(settings, sort_keys=True), modules=json.dumps(modules), experts=json.dumps(EXPERTS[kind]),
                    prompts=json.dumps(PROMPTS), layers=layers, k=str(k))
    path = out / f"{case['name']}.safetensors"
    save_file({name: value.contiguous().clone() for name, value in tensors.items()}, path, metadata)
    path.chmod(0o644)
    flips = sum(len({tuple(sorted(c)) for c in chosen[name]}) > 1 for name in modules)
    print(f"{case['name']}: {len(modules)} modules, smallest margin {min(m for _, _, m, _ in seen):.1e}, {flips} change their choice")


def main(out_dir):
    record_all(CASES, record, out_dir, "mixtures")


if __name__ == "__main__":
    main(pathlib.Path(__file__).parent / "data")
