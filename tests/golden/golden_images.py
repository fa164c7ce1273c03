# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""Pictures and texts written by Pillow, and generation texts taken apart by a pattern of our own in Python."""
import json
import pathlib
import re
import struct
import zlib

import numpy
from PIL import Image
from PIL.PngImagePlugin import PngInfo

TEXTS = ["plain", "", "two\nlines", "Größe ½ ÿ \u00a0", "龍 und 😀", "Ελληνικά, русский\nSteps: 20", "x" * 3000, "é" * 300, "tab\tand \u0085 control"]


def chunks(png):
    at = 8
    while at < len(png):
        length = struct.unpack(">I", png[at : at + 4])[0]
        yield png[at + 4 : at + 8], png[at : at + 12 + length]
        at += 12 + length


def pictures(out):
    rng = numpy.random.default_rng(4)
    noise = rng.integers(0, 256, (9, 13, 4), dtype=numpy.uint8)
    smooth = numpy.add.outer(numpy.arange(20) * 5, numpy.arange(30) * 4).astype(numpy.uint8)
    images = {"rgb": Image.fromarray(noise[:, :, :3]), "rgba": Image.fromarray(noise, "RGBA"), "gray": Image.fromarray(smooth),
              "gray_alpha": Image.fromarray(noise[:, :, :2], "LA"), "one_bit": Image.fromarray(smooth > 90), "one_pixel": Image.new("RGB", (1, 1), (1, 2, 3)),
              "palette": Image.fromarray(noise[:, :, :3]).quantize(17), "flat": Image.new("RGB", (64, 48), (200, 100, 50))}
    index = []
    for name, image in images.items():
        info = PngInfo()
        info.add_text("parameters", TEXTS[3])
        info.add_text("packed", "again and " * 500, zip=True)
        info.add_itxt("wide", TEXTS[4])
        info.add_itxt("wide packed", TEXTS[5], lang="de", tkey="gepackt", zip=True)
        image.save(out / f"{name}.png", pnginfo=info)
        with Image.open(out / f"{name}.png") as read:
            rgb = numpy.asarray(read.convert("RGB"))
            index.append({"name": name, "width": read.width, "height": read.height, "crc": zlib.crc32(rgb.tobytes()), "texts": dict(read.text)})
    return index


def text_chunks(out):
    result = []
    for text in TEXTS:
        info = PngInfo()
        info.add_text("parameters", text)
        path = out / "text.png"
        Image.new("RGB", (1, 1)).save(path, pnginfo=info)
        result.append({"text": text, "chunk": next(c for t, c in chunks(path.read_bytes()) if t in (b"tEXt", b"iTXt")).hex()})
        path.unlink()
    return result


# The shapes in which programs that follow AUTOMATIC1111's format write it.
GENERATION = [
    "a cat\nNegative prompt: dog\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 1, Size: 512x768, Model hash: 4e1b7f20aa, Model: mix_v1, Version: v1.6.0",
    "a cat, (masterpiece:1.2)\nsecond line\n\nNegative prompt: dog,\nblurry\nSteps: 28, Sampler: DPM++ 2M Karras, CFG scale: 7.5, Seed: 4294967295, Size: 512x512, Model hash: 6ce0161689, Model: v1-5, Clip skip: 2, ENSD: 31337",
    "only a prompt, 1girl",
    "two: colons, a: b",
    "Steps: 30, Sampler: DDIM, CFG scale: 4, Seed: 5, Size: 64x64",
    "x\nSteps: 20, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 7, Seed: 9, Size: 832x1216, Model hash: abc, Model: xl, Denoising strength: 0.55, Hires upscale: 2, Hires upscaler: 4x-UltraSharp, "
    "Lora hashes: \"add_detail: 7c6bad76eb54, more: 3b8aa1d351ef\", TI hashes: \"easy: c74b4e810b03\", Version: v1.9.4",
    "x\nSteps: 20, Sampler: Euler, CFG scale: 7, Seed: 9, Size: 512x512, ControlNet 0: \"Module: canny, Model: control_v11p [d14c016b], Weight: 1, Resize Mode: Crop and Resize\", Version: f2.0.1v1.10.1",
    "y\nNegative prompt: \nSteps: 25, Sampler: DPM++ 2M SDE Karras, CFG scale: 6.0, Seed: 123, Size: 1024x1024, Clip skip: 2, Hashes: {\"model\":\"67ab2fd8ec\",\"lora:more_details\":\"3b8aa1d351\"}, "
    "Civitai resources: [{\"type\":\"checkpoint\",\"modelVersionId\":290640,\"modelName\":\"Pony\",\"modelVersionName\":\"V6, start\"},{\"type\":\"lora\",\"weight\":0.8,\"modelVersionId\":5}]",
    "z\nNegative prompt: n\nSteps: 20, Sampler: UniPC, CFG scale: 7, Seed: 5, Size: 512x512, Parser: Full parser, Model: a b, Backend: Diffusers, App: SD.Next, Operations: txt2img",
    "q\nSteps: 8, Sampler: Euler, Schedule type: Simple, CFG scale: 1, Distilled CFG Scale: 3.5, Seed: 77, Size: 896x1152, RNG: CPU, Variation seed: 3, Variation seed strength: 0.25, VAE hash: 1, VAE: v.pt",
    "bad numbers\nSteps: many, Sampler: Euler, CFG scale: -5, Seed: -1, Size: 512, Clip skip: 0, Denoising strength: 3",
    "crlf\r\nNegative prompt: n\r\nSteps: 20, Sampler: Euler, CFG scale: 7, Seed: 1, Size: 512x512\r\n",
]
PAIR = re.compile(r"\s*([\w][\w \-/]+):\s*(\"(?:\\.|[^\\\"])+\"|[^,]*)(?:,|$)")


def take_apart(text):
    """Prompt, negative prompt and pairs, by the description of the format."""
    text = text.replace("\r", "").rstrip()
    *head, last = text.split("\n")
    tails = {}
    for key, pattern in (("Civitai resources", r"Civitai resources: (\[.*\])"), ("Hashes", r"(?:^|, )Hashes: (\{.*?\})")):
        found = re.search(pattern, last)
        if found:
            tails[key] = json.loads(found[1])
            last = last.replace(found[0], "")
    pairs = PAIR.findall(last)
    if len(pairs) < 3:
        head, pairs = text.split("\n"), []
    body = "\n".join(head)
    prompt, _, negative = body.partition("Negative prompt:") if re.search(r"^Negative prompt:", body, re.M) else (body, "", "")
    return {"prompt": prompt.removesuffix("\n") if negative else prompt, "negative": negative.removeprefix(" "),
            "pairs": [[k, json.loads(v) if v.startswith('"') else v.strip()] for k, v in pairs], "tails": tails}


def main(out_dir):
    out = pathlib.Path(out_dir) / "images"
    out.mkdir(parents=True, exist_ok=True)
    index = {"pictures": pictures(out), "texts": text_chunks(out), "generation": [{"text": t} | take_apart(t) for t in GENERATION]}
    (out / "index.json").write_text(json.dumps(index, separators=(",", ":")) + "\n")
