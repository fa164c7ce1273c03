# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""A CLIP tokenizer with a vocabulary of a few hundred entries, in the real file format."""
import collections
import json
import pathlib

WORDS = """a an the of in on with and photo picture painting portrait landscape mountain river forest castle knight
dragon robot astronaut horse cat dog woman man girl boy city street night day sunset light dark red green blue yellow
white black golden high quality detailed intricate sharp focus blurry ugly bad worst best low resolution masterpiece
digital art oil watercolor sketch anime realistic cinematic lighting dramatic soft warm cold winter summer spring autumn
ocean beach house tree flower garden sky cloud star moon space ship car train bridge cyberpunk fantasy style studio""".split()


def byte_characters():
    """The printable character CLIP uses for every byte, in vocabulary order."""
    plain = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    rest = [b for b in range(256) if b not in plain]
    return [chr(b) for b in plain] + [chr(256 + i) for i, _ in enumerate(rest)]


def learn_merges(count):
    """Byte-pair merges of the word list: the most frequent pair first, ties by spelling."""
    words = [[*w[:-1], w[-1] + "</w>"] for w in WORDS]
    merges = []
    while len(merges) < count:
        pairs = collections.Counter(p for w in words for p in zip(w, w[1:]))
        if not pairs:
            break
        best = min(pairs, key=lambda p: (-pairs[p], p))
        merges.append(best)
        for w in words:
            i = 0
            while i + 1 < len(w):
                if (w[i], w[i + 1]) == best:
                    w[i : i + 2] = [best[0] + best[1]]
                i += 1
    return merges


def vocabulary(count=180):
    merges = learn_merges(count)
    symbols = byte_characters()
    tokens = symbols + [s + "</w>" for s in symbols] + [a + b for a, b in merges] + ["<|startoftext|>", "<|endoftext|>"]
    return {t: i for i, t in enumerate(tokens)}, merges


def save(folder, pad="<|endoftext|>"):
    """Writes vocab.json, merges.txt and the two small configs; returns the vocabulary."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    vocab, merges = vocabulary()
    special = {"bos_token": "<|startoftext|>", "eos_token": "<|endoftext|>", "pad_token": pad, "unk_token": "<|endoftext|>"}
    lines = ["#version: 0.2", *(f"{a} {b}" for a, b in merges)]
    (folder / "vocab.json").write_text(json.dumps(vocab, ensure_ascii=False), encoding="utf-8")
    (folder / "merges.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "special_tokens_map.json").write_text(json.dumps(special, indent=2) + "\n", encoding="utf-8")
    config = {"add_prefix_space": False, **special, "do_lower_case": True, "errors": "replace", "model_max_length": 77,
              "tokenizer_class": "CLIPTokenizer"}
    (folder / "tokenizer_config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    return vocab
