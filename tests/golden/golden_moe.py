# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""Mixtures built and run by the reference program (segmoe) itself, out of the tiny pipelines of golden_models.

Only what cannot be had from those pipelines is stored: the gates, the inputs, the reference's outputs and its choices.
Each expert's gates are measured after torch.manual_seed(SEED), which is what the seed of `hidden_compat` means.
"""
import json
import pathlib
import shutil
import tempfile

import torch
import yaml
from safetensors.torch import save_file

import segmoe.main
from golden_models import PROJECTION, relative_rms

SEED = 5
PROMPTS = [("a photo of a cat, sharp", "blurry"), ("oil painting of the sea", ""), ("line drawing", "photo, colour")]
EXPERTS = {"sd": ["sd1", "sd1_expert1", "sd1_expert2"], "sdxl": ["sdxl", "sdxl_expert1", "sdxl"]}
# name: type, moe_layers, k
CASES = {"sd_all_k2": ("sd", "all", 2), "sd_all_k1": ("sd", "all", 1), "sd_attn_k2": ("sd", "attn", 2), "sd_ff_k2": ("sd", "ff", 2),
         "sd_all_k3": ("sd", "all", 3), "sdxl_all_k2": ("sdxl", "all", 2), "sdxl_attn_k1": ("sdxl", "attn", 1)}
GATE_CASES = ("sd_all_k2", "sdxl_all_k2")  # those whose gates are measured again
STEPS = [999.0, 640.0, 321.0, 1.0]
BF16_STEP = 2


def recipe(models, kind, layers, k):
    experts = [dict(source_model=str(models / source), positive_prompt=positive, negative_prompt=negative)
               for source, (positive, negative) in zip(EXPERTS[kind], PROMPTS)]
    return dict(base_model=str(models / EXPERTS[kind][0]), type=kind, num_experts=len(experts), moe_layers=layers, num_experts_per_tok=k, experts=experts)


def encoded(model, positive, negative):
    """What an expert's own text encoders make of its prompts."""
    given = dict(prompt=positive, negative_prompt=negative, device="cpu", num_images_per_prompt=1, do_classifier_free_guidance=True)
    names = ("positive", "negative", "positive_pooled", "negative_pooled")
    return dict(zip(names, model.encode_prompt(**given)))


def build(models, kind, layers, k, folder):
    """The reference's own pipeline over a recipe file, and the encoded prompts of its experts."""
    conditioning = {}
    path = folder / "recipe.yaml"
    path.write_text(yaml.safe_dump(recipe(models, kind, layers, k)))
    measure = segmoe.main.SegMoEPipeline.get_hidden_states

    def seeded(self, model, positive, negative, average=True):
        expert = len({name.split(".")[0] for name in conditioning})
        conditioning.update({f"expert{expert}.{name}": value for name, value in encoded(model, positive, negative).items()})
        torch.manual_seed(SEED)
        model.set_progress_bar_config(disable=True)
        return measure(self, model, positive, negative, average)

    segmoe.main.SegMoEPipeline.get_hidden_states = seeded
    try:
        return segmoe.main.SegMoEPipeline(str(path), device="cpu", torch_dtype=torch.float32), conditioning
    finally:
        segmoe.main.SegMoEPipeline.get_hidden_states = measure


def inputs(kind):
    generator = torch.Generator().manual_seed(77)
    random = lambda *shape: torch.randn(shape, generator=generator)
    given = {"samples": random(len(STEPS), 2, 4, 8, 6), "timesteps": torch.tensor(STEPS), "context": random(2, 77, 8 if kind == "sd" else 24)}
    if kind == "sdxl":
        given["pooled"] = random(2, PROJECTION)
        given["time_ids"] = torch.tensor([[64.0, 48.0, 0.0, 0.0, 64.0, 48.0]] * 2)
    return given


def forward(unet, given, step):
    cast = {name: value.to(unet.dtype) for name, value in given.items()}
    added = {"text_embeds": cast["pooled"], "time_ids": given["time_ids"]} if "pooled" in given else None
    return unet(cast["samples"][step], given["timesteps"][step], cast["context"], added_cond_kwargs=added).sample.float()


def watch(unet, k):
    """Hooks every gate; returns the list that fills with (module, chosen experts, margin) and the hooks."""
    seen, hooks = [], []

    def hook_for(name):
        def hook(_module, _args, logits):
            means = logits.float().mean(dim=0)
            order = means.sort(descending=True)
            chosen = torch.topk(logits.sum(dim=0, keepdim=True), k, dim=1).indices[0]
            margin = (order.values[k - 1] - order.values[k]).item() if k < len(means) else 1.0
            seen.append((name, chosen.tolist(), margin, means))
        return hook

    for name, module in unet.named_modules():
        if isinstance(module, segmoe.main.SparseMoeBlock):
            hooks.append(module.gate.register_forward_hook(hook_for(name)))
    return seen, hooks


def record(case, models, out):
    kind, layers, k = CASES[case]
    with tempfile.TemporaryDirectory() as folder:
        pipeline, conditioning = build(models, kind, layers, k, pathlib.Path(folder))
    unet = pipeline.pipe.unet.to(memory_format=torch.contiguous_format)
    given = inputs(kind)
    tensors = dict(given)
    tensors |= {name: value for name, value in unet.state_dict().items() if name.endswith("gate.weight")}
    if case in GATE_CASES:
        tensors |= conditioning
    seen, hooks = watch(unet, k)
    outputs = torch.stack([forward(unet, given, step) for step in range(len(STEPS))])
    for hook in hooks:
        hook.remove()
    modules = sorted({name for name, *_ in seen})
    calls = {name: [(chosen, means) for n, chosen, _, means in seen if n == name] for name in modules}
    tensors["out"] = outputs
    tensors["chosen"] = torch.tensor([[calls[name][step][0] for name in modules] for step in range(len(STEPS))], dtype=torch.int32)
    tensors["scores"] = torch.stack([torch.stack([calls[name][step][1] for name in modules]) for step in range(len(STEPS))])
    tensors["out.bf16"] = forward(unet.to(torch.bfloat16), given, BF16_STEP)
    metadata = dict(seed=str(SEED), modules=json.dumps(modules), experts=json.dumps(EXPERTS[kind]), prompts=json.dumps(PROMPTS), layers=layers, k=str(k), type=kind,
                    bf16_step=str(BF16_STEP), config=json.dumps({key: pipeline.config[key] for key in (
                        "num_experts", "num_experts_per_tok", "moe_layers", "type", "up_idx_start", "up_idx_end", "down_idx_start", "down_idx_end")}))
    save_file({name: value.contiguous().clone() for name, value in tensors.items()}, out / f"{case}.safetensors", metadata)
    flips = sum(len({tuple(sorted(c)) for c, _ in calls[name]}) > 1 for name in modules)
    print(f"{case}: {len(modules)} modules, smallest margin {min(m for _, _, m, _ in seen):.1e}, {flips} change their choice over the steps, "
          f"bf16 error {relative_rms(tensors['out.bf16'], outputs[BF16_STEP]):.1e}")


def record_all(cases, one, out_dir, area):
    """Every case anew into the area's own folder."""
    torch.set_num_threads(1)
    torch.set_grad_enabled(False)
    models, out = pathlib.Path(out_dir) / "models", pathlib.Path(out_dir) / area
    if out.exists():
        shutil.rmtree(out)
    out.mkdir(parents=True)
    for case in cases:
        one(case, models, out)


def main(out_dir):
    record_all(CASES, record, out_dir, "moe")


if __name__ == "__main__":
    main(pathlib.Path(__file__).parent / "data")
