# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""Token ids of transformers' CLIPTokenizer (the fast one), Unicode tables of the tokenizers library, and prompt weights,
parts and weighted states computed by small programs of our own in Python.

Needs the published CLIP vocabulary: SEGMOE_CLIP_VOCAB, or build/deps/clip/bpe_simple_vocab_16e6.txt.gz.
"""
import gzip
import json
import os
import pathlib
import random
import shutil
import tempfile

import numpy
from tokenizers import Regex, normalizers
from transformers import CLIPTokenizer

import prompt_reference
import text_samples
import tiny_tokenizer

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCALARS = [c for c in range(1, 0x110000) if not 0xD800 <= c < 0xE000]


def dump(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, separators=(",", ":")) + "\n")


def published_vocabulary():
    file = pathlib.Path(os.environ.get("SEGMOE_CLIP_VOCAB") or ROOT / "build/deps/clip/bpe_simple_vocab_16e6.txt.gz")
    if not file.is_file():
        raise SystemExit(f"{file} is missing: run 'bash installer/bootstrap.sh run' or set SEGMOE_CLIP_VOCAB.")
    merges = [tuple(m.split()) for m in gzip.decompress(file.read_bytes()).decode().split("\n")[1 : 49152 - 256 - 2 + 1]]
    symbols = tiny_tokenizer.byte_characters()
    tokens = symbols + [s + "</w>" for s in symbols] + [a + b for a, b in merges] + ["<|startoftext|>", "<|endoftext|>"]
    return {t: i for i, t in enumerate(tokens)}, merges


def save_folder(folder, vocab, merges, config, special_map=None):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "vocab.json").write_text(json.dumps(vocab))
    (folder / "merges.txt").write_text("#version: 0.2\n" + "\n".join(f"{a} {b}" for a, b in merges) + "\n")
    (folder / "tokenizer_config.json").write_text(json.dumps(config, indent=1) + "\n")
    if special_map is not None:
        (folder / "special_tokens_map.json").write_text(json.dumps(special_map, indent=1) + "\n")


def properties(content, normalized, special=None, **more):
    value = dict(content=content, lstrip=False, normalized=normalized, rstrip=False, single_word=False) | more
    return value if special is None else value | dict(special=special)


def stable_diffusion_config(pad):
    """What the tokenizer folders of Stable Diffusion say."""
    named = dict(bos_token=properties("<|startoftext|>", True), eos_token=properties("<|endoftext|>", True),
                 unk_token=properties("<|endoftext|>", True), pad_token=pad)
    config = {k: v | {"__type": "AddedToken"} if isinstance(v, dict) else v for k, v in named.items()}
    return config | dict(do_lower_case=True, model_max_length=77, tokenizer_class="CLIPTokenizer"), named


def ids(tokenizer, text):
    return tokenizer(text, add_special_tokens=False).input_ids


def tokenizer_cases(out, work):
    vocab, merges = published_vocabulary()
    tokenizers = {}
    for name, pad in (("clip_l", "<|endoftext|>"), ("clip_g", "!")):
        config, special_map = stable_diffusion_config(pad)
        save_folder(work / name, vocab, merges, config, special_map)
        tokenizers[name] = CLIPTokenizer.from_pretrained(work / name)
    tokenizers["tiny"] = CLIPTokenizer.from_pretrained(out.parent / "models/sd1/tokenizer")
    cases = []
    for raw in text_samples.all_samples():
        text = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else raw
        case = {"bytes": raw.hex()} if isinstance(raw, bytes) else {"text": raw}
        case["tiny"] = ids(tokenizers["tiny"], text)
        case["clip_l"] = ids(tokenizers["clip_l"], text)
        g = ids(tokenizers["clip_g"], text)
        if g != case["clip_l"]:
            case["clip_g"] = g
        cases.append(case)
    padded = []
    for text in ("a castle", "", "dog " * 90, "night, light!"):
        padded.append({"text": text} | {n: t(text, padding="max_length", truncation=True, max_length=77).input_ids for n, t in tokenizers.items()})
    dump(out / "tokenizer_cases.json", {"cases": cases, "padded": padded})


def tokenizer_variants(out, work):
    """The same tiny vocabulary with special tokens given in the ways found in the wild."""
    vocab, merges = tiny_tokenizer.vocabulary()
    base = dict(model_max_length=77, tokenizer_class="CLIPTokenizer")
    sd, sd_map = stable_diffusion_config("<|endoftext|>")
    xl, xl_map = stable_diffusion_config("!")
    n = len(vocab)
    decoder = {str(vocab["!"]): properties("!", False, True), str(n - 2): properties("<|startoftext|>", True, True),
               str(n - 1): properties("<|endoftext|>", True, True)}
    plain = dict(bos_token="<|startoftext|>", eos_token="<|endoftext|>", unk_token="<|endoftext|>", pad_token="!")
    strip = {str(n - 2): properties("<|startoftext|>", False, True), str(n - 1): properties("<|endoftext|>", False, True),
             str(n): properties("<Cat-Toy>", True, False, rstrip=True, lstrip=True), str(n + 1): properties("castle gate", True, False, single_word=True)}
    variants = {
        "defaults": (base, None, None),
        "sd": (sd, sd_map, None),
        "sdxl2": (xl, xl_map, None),
        "map_wins": (base | plain, {"pad_token": "<|endoftext|>"}, None),
        "decoder": (base | plain | {"added_tokens_decoder": decoder}, {"pad_token": "<|endoftext|>"}, None),
        "concepts": (base, None, {"<cat-toy>": n, "<Cat>": n + 1, "<|endoftext|>": n - 1}),
        "strip": (base | {"added_tokens_decoder": strip}, None, None),
    }
    result = []
    for name, (config, special_map, added) in variants.items():
        folder = work / name
        save_folder(folder, vocab, merges, config, special_map)
        files = {"tokenizer_config.json": config}
        if special_map is not None:
            files["special_tokens_map.json"] = special_map
        if added is not None:
            (folder / "added_tokens.json").write_text(json.dumps(added))
            files["added_tokens.json"] = added
        tokenizer = CLIPTokenizer.from_pretrained(folder)
        result.append({"name": name, "files": files, "bos": tokenizer.bos_token_id, "eos": tokenizer.eos_token_id, "pad": tokenizer.pad_token_id,
                       "size": len(tokenizer), "ids": [ids(tokenizer, t) for t in text_samples.SPECIAL]})
        if name == "sdxl2":
            tokenizer.save_pretrained(work / "saved")
            saved = CLIPTokenizer.from_pretrained(work / "saved")
            assert [ids(saved, t) for t in text_samples.SPECIAL] == result[-1]["ids"]
            (out / "tokenizer_json").mkdir(parents=True, exist_ok=True)
            content = json.loads((work / "saved/tokenizer.json").read_text(encoding="utf-8"))
            (out / "tokenizer_json/tokenizer.json").write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
            shutil.copy(work / "saved/tokenizer_config.json", out / "tokenizer_json")
    dump(out / "tokenizer_variants.json", {"texts": text_samples.SPECIAL, "variants": result})


def unicode_tables(out):
    patterns = [normalizers.Replace(Regex(p), "") for p in (r"\s", r"\p{L}", r"\p{N}")]
    classes, last = [], None
    lower = []
    lowercase = normalizers.Lowercase()
    for c in SCALARS:
        char = chr(c)
        kind = next((i for i, p in enumerate(patterns) if p.normalize_str(char) == ""), 3)
        if kind != last:
            classes.append([c, kind])
            last = kind
        low = lowercase.normalize_str(char)
        if low != char:
            lower.append([c, *map(ord, low)])
    nfc = normalizers.NFC()
    pairs = [[s, nfc.normalize_str(s)] for s in text_samples.combining_sequences(random.Random(7), 260)]
    dump(out / "unicode.json", {"classes": classes, "lower": lower, "nfc": pairs})


def prompts(out):
    tokenizer = CLIPTokenizer.from_pretrained(out.parent / "models/sd1/tokenizer")
    rng = random.Random(11)
    texts = text_samples.PROMPTS + [text_samples.random_prompt(rng) for _ in range(300)]
    syntax = [{"prompt": t, "segments": prompt_reference.parse(t)} for t in texts]
    comma = tokenizer.convert_tokens_to_ids(",</w>")
    parts = []
    for text in text_samples.long_prompts(rng):
        chunks, count = prompt_reference.chunks(prompt_reference.parse(text), lambda s: ids(tokenizer, s), comma)
        parts.append({"prompt": text, "count": count, "chunks": chunks})
    dump(out / "prompts.json", {"syntax": syntax, "parts": parts})


def weighting(out):
    rng = numpy.random.default_rng(5)
    states = numpy.round(rng.normal(0.3, 1.0, (3, 77, 2)), 4)
    empty = numpy.round(rng.normal(0.1, 1.0, (1, 77, 2)), 4)
    weights = numpy.ones((3, 77))
    weights[0, 1:6] = [1.1, 1.3, 0.5, 1.21, 0.0]
    weights[2, 1:40] = 1.2
    factors = weights[:, :, None]
    scaled = states * factors
    keep = scaled * (states.mean((1, 2)) / scaled.mean((1, 2)))[:, None, None]
    dump(out / "weighting.json", {"states": states.tolist(), "empty": empty.tolist(), "weights": weights.tolist(),
                                  "keepMean": numpy.round(keep, 7).tolist(), "plain": numpy.round(scaled, 7).tolist(),
                                  "fromEmpty": numpy.round(empty * (1 - factors) + states * factors, 7).tolist()})


def main(out_dir):
    out = pathlib.Path(out_dir) / "text"
    with tempfile.TemporaryDirectory() as work:
        tokenizer_cases(out, pathlib.Path(work))
        tokenizer_variants(out, pathlib.Path(work))
    unicode_tables(out)
    prompts(out)
    weighting(out)
