# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""Pictures as other programs write them: the structure each documents, with values of our own, saved by Pillow.

Every entry lists the values that were put in, so that a reader can be held against them.
"""
import json
import pathlib

from PIL import Image
from PIL.PngImagePlugin import PngInfo

PROMPT = "a lighthouse on a cliff at dusk, (oil painting:1.2)"
NEGATIVE = "blurry, text"
BASE = {"prompt": PROMPT, "negative": NEGATIVE, "seed": 3141592653, "steps": 24, "cfg": 6.5, "width": 640, "height": 448}


def node(kind, **inputs):
    return {"class_type": kind, "inputs": inputs, "_meta": {"title": kind}}


def comfy_plain():
    return {
        "3": node("KSampler", seed=3141592653, steps=24, cfg=6.5, sampler_name="dpmpp_2m", scheduler="karras", denoise=1.0,
                  model=["10", 0], positive=["6", 0], negative=["7", 0], latent_image=["5", 0]),
        "4": node("CheckpointLoaderSimple", ckpt_name="coast_v2.safetensors"),
        "5": node("EmptyLatentImage", width=640, height=448, batch_size=1),
        "6": node("CLIPTextEncode", text=PROMPT, clip=["11", 0]),
        "7": node("CLIPTextEncode", text=NEGATIVE, clip=["11", 0]),
        "8": node("VAEDecode", samples=["3", 0], vae=["4", 2]),
        "9": node("SaveImage", filename_prefix="out", images=["8", 0]),
        "10": node("LoraLoader", lora_name="glow.safetensors", strength_model=0.7, strength_clip=1.0, model=["4", 0], clip=["4", 1]),
        "11": node("CLIPSetLastLayer", stop_at_clip_layer=-2, clip=["10", 1]),
    }


def comfy_two_passes():
    """A second sampler enlarges what the first made; seed and texts come from nodes of their own; prompts are joined."""
    half = len(PROMPT) // 2
    graph = comfy_plain()
    graph["3"]["inputs"].update(seed=["20", 0], positive=["21", 0])
    graph["6"]["inputs"]["text"] = ["24", 0]
    graph |= {
        "20": node("PrimitiveInt", value=3141592653),
        "21": node("ConditioningCombine", conditioning_1=["6", 0], conditioning_2=["22", 0]),
        "22": node("CLIPTextEncode", text=PROMPT[half:], clip=["11", 0]),
        "24": node("String Literal", string=PROMPT[:half]),
        "30": node("LatentUpscale", upscale_method="nearest-exact", width=1280, height=896, crop="disabled", samples=["3", 0]),
        "31": node("KSamplerAdvanced", add_noise="enable", noise_seed=5, steps=12, cfg=9.0, sampler_name="euler", scheduler="normal",
                   start_at_step=6, end_at_step=12, model=["4", 0], positive=["6", 0], negative=["7", 0], latent_image=["30", 0]),
        "8": node("VAEDecode", samples=["31", 0], vae=["4", 2]),
    }
    return graph, PROMPT[:half] + "\n" + PROMPT[half:]


def comfy_custom():
    return {
        "1": node("CheckpointLoaderSimple", ckpt_name="coast_v2.safetensors"),
        "2": node("CLIPTextEncodeSDXL", width=640, height=448, text_g=PROMPT, text_l=PROMPT, clip=["1", 1]),
        "3": node("CLIPTextEncode", text=NEGATIVE, clip=["1", 1]),
        "4": node("ControlNetApplyAdvanced", strength=0.5, positive=["2", 0], negative=["3", 0], control_net=["90", 0], image=["91", 0]),
        "5": node("CFGGuider", cfg=6.5, model=["1", 0], positive=["4", 0], negative=["4", 1]),
        "6": node("RandomNoise", noise_seed=3141592653),
        "7": node("KSamplerSelect", sampler_name="euler_ancestral"),
        "8": node("BasicScheduler", scheduler="beta", steps=24, denoise=1.0, model=["1", 0]),
        "9": node("EmptyLatentImage", width=640, height=448, batch_size=1),
        "10": node("SamplerCustomAdvanced", noise=["6", 0], guider=["5", 0], sampler=["7", 0], sigmas=["8", 0], latent_image=["9", 0]),
        "11": node("VAEDecode", samples=["10", 0], vae=["1", 2]),
        "12": node("PreviewImage", images=["11", 0]),
    }


XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/">
<exif:UserComment><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></exif:UserComment></rdf:Description></rdf:RDF></x:xmpmeta>"""


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def user_comment(text):
    block = Image.Exif()
    block.get_ifd(0x8769)[0x9286] = b"UNICODE\0" + text.encode("utf-16-be")
    return block.tobytes()


def samples():
    """name, keyword → text (or bytes of EXIF), expected"""
    line = "Steps: 24, Sampler: %s, CFG scale: 6.5, Seed: 3141592653, Size: 640x448, Model hash: 4e1b7f20aa, Model: coast_v2, Clip skip: 2%s"
    a1111 = PROMPT + "\nNegative prompt: " + NEGATIVE + "\n" + line
    model = [["model", "coast_v2", 1.0]]
    lora = [["lora", "glow", 0.7]]
    files = [["lora", "glow.safetensors", 0.7], ["model", "coast_v2.safetensors", 1.0]]
    karras = {"sampler": "dpmpp_2m", "schedule": "karras", "exact": True}
    two_passes, joined = comfy_two_passes()
    swarm = {"prompt": PROMPT, "negativeprompt": NEGATIVE, "model": "coast_v2", "seed": 3141592653, "steps": 24, "cfgscale": 6.5, "width": 640, "height": 448,
             "sampler": "dpmpp_2m", "scheduler": "karras", "clipstopatlayer": -2, "loras": ["glow"], "loraweights": ["0.7"], "swarm_version": "0.9.2.0"}
    fooocus = {"prompt": PROMPT, "negative_prompt": NEGATIVE, "full_prompt": [PROMPT, "cinematic still"], "styles": "['Fooocus V2']", "performance": "Speed", "steps": 24,
               "resolution": "(640, 448)", "guidance_scale": 6.5, "sharpness": 2.0, "base_model": "coast_v2", "base_model_hash": "4e1b7f20aa", "loras": [["glow", 0.7, "77aa01c9d2"]],
               "sampler": "dpmpp_2m_sde_gpu", "scheduler": "karras", "seed": "3141592653", "clip_skip": 2, "metadata_scheme": "fooocus", "version": "Fooocus v2.4.1"}
    invoke = {"app_version": "4.2.0", "generation_mode": "txt2img", "positive_prompt": PROMPT, "negative_prompt": NEGATIVE, "width": 640, "height": 448, "seed": 3141592653,
              "rand_device": "cpu", "cfg_scale": 6.5, "steps": 24, "scheduler": "euler_k", "clip_skip": 0, "model": {"key": "a1", "hash": "blake3:12ab", "name": "coast_v2", "base": "sd-1", "type": "main"},
              "loras": [{"model": {"key": "b2", "name": "glow", "base": "sd-1", "type": "lora"}, "weight": 0.7}], "cfg_rescale_multiplier": 0.0}
    invoke3 = invoke | {"model": {"model_name": "coast_v2", "base_model": "sd-1", "model_type": "main"}, "loras": [{"lora": {"model_name": "glow", "base_model": "sd-1"}, "weight": 0.7}]}
    sd_metadata = {"model": "stable diffusion", "model_weights": "coast_v2", "model_hash": "4e1b7f20aa", "app_id": "invoke-ai/InvokeAI", "app_version": "2.3.5",
                   "image": {"prompt": [{"prompt": PROMPT + " [" + NEGATIVE + "]", "weight": 1}], "steps": 24, "cfg_scale": 6.5, "threshold": 0, "perlin": 0, "height": 448, "width": 640,
                             "seed": 3141592653, "seamless": False, "type": "txt2img", "sampler": "k_dpmpp_2", "variations": []}}
    draw_things = {"c": PROMPT, "uc": NEGATIVE, "steps": 24, "scale": 6.5, "seed": 3141592653, "size": "640x448", "sampler": "DPM++ 2M Karras", "model": "coast_v2.ckpt", "strength": 1,
                   "seed_mode": "Scale Alike", "lora": [{"model": "glow.ckpt", "weight": 0.7}], "v2": {"width": 640}}
    novel = {"steps": 24, "sampler": "k_euler_ancestral", "seed": 3141592653, "strength": 0.7, "noise": 0.2, "scale": 6.5, "uc": NEGATIVE, "width": 640, "height": 448}
    nan = json.dumps(comfy_plain() | {"50": node("Note", value=float("nan"), other=float("-inf"))})
    return [
        ("a1111", {"parameters": a1111 % ("DPM++ 2M Karras", ", Lora hashes: \"glow: 77aa01c9d2f4\", Version: v1.9.4")}, "AUTOMATIC1111", BASE | karras | {"clip_skip": 1, "models": model}),
        ("a1111_lora", {"parameters": (a1111 % ("DPM++ 2M", ", Schedule type: Karras, Lora hashes: \"glow: 77aa01c9d2f4\", Version: v1.10.1")).replace("dusk", "dusk <lora:glow:0.7>")},
         "AUTOMATIC1111", BASE | karras | {"prompt": PROMPT.replace("dusk", "dusk <lora:glow:0.7>"), "clip_skip": 1, "models": model + lora}),
        ("forge", {"parameters": (a1111 % ("DPM++ 2M", ", Schedule type: Karras, Version: f2.0.1v1.10.1-previous")).replace("dusk", "dusk <lora:glow:0.7>")}, "Forge",
         BASE | karras | {"prompt": PROMPT.replace("dusk", "dusk <lora:glow:0.7>"), "clip_skip": 1, "models": model + lora}),
        ("a1111_unknown_sampler", {"parameters": a1111 % ("DPM fast", ", RNG: CPU")}, "AUTOMATIC1111", BASE | {"sampler": "dpmpp_2m", "exact": False, "clip_skip": 1, "models": model}),
        ("comfy", {"prompt": json.dumps(comfy_plain()), "workflow": "{}"}, "ComfyUI", BASE | karras | {"clip_skip": 1, "models": files}),
        ("comfy_nan", {"prompt": nan}, "ComfyUI", BASE | karras | {"clip_skip": 1, "models": files}),
        ("comfy_two_passes", {"prompt": json.dumps(two_passes)}, "ComfyUI", BASE | karras | {"prompt": joined, "clip_skip": 1, "models": files}),
        ("comfy_custom", {"prompt": json.dumps(comfy_custom())}, "ComfyUI",
         BASE | {"sampler": "euler_a", "schedule": "beta", "exact": True, "models": [["model", "coast_v2.safetensors", 1.0]]}),
        ("swarm", {"parameters": json.dumps({"sui_image_params": swarm, "sui_extra_data": {"date": "2026-01-02"}})}, "SwarmUI", BASE | karras | {"clip_skip": 1, "models": model + lora}),
        ("fooocus", {"parameters": json.dumps(fooocus), "fooocus_scheme": "fooocus"}, "Fooocus",
         BASE | {"sampler": "dpmpp_2m_sde", "schedule": "karras", "exact": True, "clip_skip": 1, "models": model + lora}),
        ("invoke4", {"invokeai_metadata": json.dumps(invoke), "invokeai_graph": "{}"}, "InvokeAI", BASE | {"sampler": "euler", "schedule": "karras", "exact": True, "clip_skip": 0, "models": model + lora}),
        ("invoke3", {"invokeai_metadata": json.dumps(invoke3)}, "InvokeAI", BASE | {"sampler": "euler", "schedule": "karras", "exact": True, "models": model + lora}),
        ("invoke2", {"Dream": "\"a\" -s 3 -S 4", "sd-metadata": json.dumps(sd_metadata)}, "InvokeAI", BASE | {"exact": False, "models": model}),
        ("invoke1", {"Dream": f'"{PROMPT} [{NEGATIVE}]" -s 24 -S 3141592653 -W 640 -H 448 -C 6.5 -A k_lms'}, "InvokeAI", BASE | {"sampler": "lms", "exact": True}),
        ("draw_things", {"XML:com.adobe.xmp": XMP % escaped(json.dumps(draw_things))}, "Draw Things",
         BASE | karras | {"models": [["model", "coast_v2.ckpt", 1.0], ["lora", "glow.ckpt", 0.7]]}),
        ("novelai", {"Title": "AI generated image", "Software": "NovelAI", "Source": "Stable Diffusion 81274D13", "Description": "{{a house}}, [fog]", "Comment": json.dumps(novel)}, "NovelAI",
         BASE | {"prompt": "((a house:1.05):1.05), (fog:0.95)", "sampler": "euler_a", "exact": True}),
        ("nothing", {"Comment": "made by hand", "Software": "a drawing program"}, "", {}),
    ]


def save(path, texts):
    info = PngInfo()
    for keyword, text in texts.items():
        if keyword.startswith("XML") or not text.isascii():
            info.add_itxt(keyword, text)
        else:
            info.add_text(keyword, text, zip=len(text) > 2000)
    Image.new("RGB", (4, 4), (9, 90, 200)).save(path, pnginfo=info)


def main(out_dir):
    out = pathlib.Path(out_dir) / "settings"
    out.mkdir(parents=True, exist_ok=True)
    index = []
    for name, texts, program, expected in samples():
        save(out / f"{name}.png", texts)
        index.append({"file": f"{name}.png", "format": program} | expected)
        if len(texts) == 1 and "parameters" in texts:
            for suffix in ("jpg", "webp"):
                Image.new("RGB", (4, 4)).save(out / f"{name}.{suffix}", exif=user_comment(texts["parameters"]))
                index.append({"file": f"{name}.{suffix}", "format": program} | expected)
    block = Image.Exif()
    block[0x010F] = "workflow:{}"
    block[0x0110] = "prompt:" + json.dumps(comfy_plain())
    Image.new("RGB", (4, 4)).save(out / "comfy.webp", exif=block.tobytes())
    index.append({"file": "comfy.webp"} | next(e for e in index if e["file"] == "comfy.png") | {"file": "comfy.webp"})
    (out / "index.json").write_text(json.dumps(index, separators=(",", ":")) + "\n")
