# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""Textual inversion embeddings of every spelling, and what diffusers' pipelines make of prompts that name them.

Needs the folders that golden_models.py writes. Each case is one safetensors file with `context` and, for SDXL, `pooled`; the
prompt, the model and the embeddings (file, word) stand in its metadata."""
import json
import pathlib

import torch
from diffusers import StableDiffusionPipeline, StableDiffusionXLPipeline
from safetensors.torch import load_file, save_file


def write_files(folder):
    generator = torch.Generator().manual_seed(23)

    def vectors(*shape):
        return torch.randn(*shape, generator=generator)

    save_file({"<cat-toy>": vectors(8)}, folder / "learned.safetensors")  # diffusers: one vector without rows
    save_file({"emb_params": vectors(3, 8)}, folder / "easy_style.safetensors")  # AUTOMATIC1111
    save_file({"emb_params": vectors(2, 8).half()}, folder / "badhand.safetensors")
    save_file({"clip_l": vectors(2, 8), "clip_g": vectors(2, 16)}, folder / "xl.safetensors")
    save_file({"text_encoders_0": vectors(1, 8), "text_encoders_1": vectors(1, 16)}, folder / "trained_xl.safetensors")


CASES = [
    dict(name="sd1_one_vector", model="sd1", prompt="a photo of <cat-toy> on a table", use=[("learned", "<cat-toy>")]),
    dict(name="sd1_many_vectors", model="sd1", prompt="a house, easy_style, in the rain", use=[("easy_style", "easy_style")]),
    dict(name="sd1_several", model="sd1", prompt="easy_style <cat-toy>, badhand", use=[("learned", "<cat-toy>"),
         ("easy_style", "easy_style"), ("badhand", "badhand")]),
    dict(name="sd1_cut", model="sd1", prompt="a " * 74 + "easy_style", use=[("easy_style", "easy_style")]),
    dict(name="sdxl_both", model="sdxl", prompt="a house in the <xl>, <one>", use=[("xl", "<xl>"), ("trained_xl", "<one>")]),
]
SDXL_TENSORS = (("clip_l", "clip_g"), ("text_encoders_0", "text_encoders_1"))


def load_pipeline(models, case, folder):
    kind = StableDiffusionXLPipeline if case["model"] == "sdxl" else StableDiffusionPipeline
    pipe = kind.from_pretrained(models / case["model"], torch_dtype=torch.float32)
    for file, word in case["use"]:
        tensors = load_file(folder / f"{file}.safetensors")
        if case["model"] == "sdxl":
            first, second = next(pair for pair in SDXL_TENSORS if pair[0] in tensors)
            pipe.load_textual_inversion(tensors[first], token=word, text_encoder=pipe.text_encoder, tokenizer=pipe.tokenizer)
            pipe.load_textual_inversion(tensors[second], token=word, text_encoder=pipe.text_encoder_2, tokenizer=pipe.tokenizer_2)
        else:
            pipe.load_textual_inversion(tensors, token=word)
    return pipe


def main(out_dir):
    folder = pathlib.Path(out_dir) / "embeddings"
    folder.mkdir(parents=True, exist_ok=True)
    models = pathlib.Path(out_dir) / "models"
    torch.set_num_threads(1)
    write_files(folder)
    for case in CASES:
        pipe = load_pipeline(models, case, folder)
        with torch.inference_mode():
            if case["model"] == "sdxl":
                context, _, pooled, _ = pipe.encode_prompt(case["prompt"], device="cpu", do_classifier_free_guidance=False)
                states = {"context": context, "pooled": pooled}
            else:
                context, _ = pipe.encode_prompt(case["prompt"], "cpu", 1, False)
                states = {"context": context}
        metadata = {"model": case["model"], "prompt": case["prompt"], "use": json.dumps(case["use"])}
        save_file({k: v.contiguous() for k, v in states.items()}, folder / f"case_{case['name']}.safetensors", metadata=metadata)
