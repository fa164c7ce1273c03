# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""What `segmoe forward` and `segmoe tokenize` must give for the tiny pipelines: tensors under the names of the command
line, computed by diffusers and transformers (golden_models), and token ids of transformers' own tokenizer."""
import json
import pathlib

from safetensors.torch import load_file, save_file
from transformers import CLIPTokenizer

TEXTS = ["a castle by the sea", "", "  An   astronaut,\tRIDING a horse!  ", "naïve Käse 🎨 x²", "it's 1024x1024 (sharp:1.2)",
         " ".join(["a red dragon in the city"] * 30)]


def save(tensors, path):
    save_file({name: tensor.contiguous() for name, tensor in tensors.items()}, path)


def components(expected, out):
    """Inputs and outputs of every component of sd1, and the second encoder and UNet of sdxl."""
    for layout in ("sd1", "sdxl"):
        text = load_file(expected / f"{layout}_text.safetensors")
        for name, last in (("text_encoder", 3), ("text_encoder_2", 4)):
            if f"{name}.last" not in text:
                continue
            save({"input_ids": text["ids"]}, out / f"{layout}_{name}_in.safetensors")
            save({"last_hidden_state": text[f"{name}.last"], "penultimate": text[f"{name}.hidden.{last - 1}"],
                  "pooled": text.get(f"{name}.projected", text.get(f"{name}.pooled"))}, out / f"{layout}_{name}_out.safetensors")
        unet = load_file(expected / f"{layout}_unet.safetensors")
        given = {"sample": unet["even.sample"], "timestep": unet["even.timestep"].reshape(1), "encoder_hidden_states": unet["even.context"]}
        if layout == "sdxl":
            given |= {"text_embeds": unet["even.pooled"], "time_ids": unet["even.time_ids"]}
        save(given, out / f"{layout}_unet_in.safetensors")
        save({"sample": unet["even.out"]}, out / f"{layout}_unet_out.safetensors")
    vae = load_file(expected / "sd1_vae.safetensors")
    save({"image": vae["image"]}, out / "sd1_vae_encoder_in.safetensors")
    save({"mean": vae["mean"], "logvar": vae["logvar"]}, out / "sd1_vae_encoder_out.safetensors")
    save({"latents": vae["latents"]}, out / "sd1_vae_decoder_in.safetensors")
    save({"image": vae["decoded"]}, out / "sd1_vae_decoder_out.safetensors")


def tokens(models):
    cases = []
    for model, folder, encoder in (("sd1", "tokenizer", 1), ("sdxl", "tokenizer", 1), ("sdxl", "tokenizer_2", 2)):
        tokenizer = CLIPTokenizer.from_pretrained(models / model / folder)
        for text in TEXTS:
            padded = tokenizer(text, padding="max_length", max_length=77, truncation=True).input_ids
            cases.append({"model": model, "encoder": encoder, "text": text, "ids": padded, "raw": tokenizer(text).input_ids})
    return cases


def main(out_dir):
    out = pathlib.Path(out_dir) / "tools"
    out.mkdir(parents=True, exist_ok=True)
    models = pathlib.Path(out_dir) / "models"
    components(models / "expected", out)
    (out / "tokens.json").write_text(json.dumps(tokens(models), ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(pathlib.Path(__file__).parent / "data")
