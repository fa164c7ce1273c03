# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
"""Builds a CLIP-format tokenizer in which every caption word is one token.

The vocabulary holds the 256 byte symbols, the same with the end-of-word mark,
one entry per merge and the two special tokens; unknown words fall to letters.
"""
import argparse
import json
import os

from make_data import all_words


def byte_symbols():
    """The reversible byte -> printable character table of GPT-2 and CLIP."""
    plain = list(range(33, 127)) + list(range(161, 173)) + list(range(174, 256))
    table, spare = {b: chr(b) for b in plain}, 0
    for b in range(256):
        if b not in table:
            table[b] = chr(256 + spare)
            spare += 1
    return [table[b] for b in plain] + [table[b] for b in range(256) if b not in plain]


def learn_merges(words):
    """Plain byte-pair merging until every word is a single symbol."""
    split = [list(w[:-1]) + [w[-1] + "</w>"] for w in words]
    merges = []
    while True:
        counts = {}
        for w in split:
            for pair in zip(w, w[1:]):
                counts[pair] = counts.get(pair, 0) + 1
        if not counts:
            return merges
        best = max(sorted(counts), key=lambda p: counts[p])
        merges.append(best)
        for k, w in enumerate(split):
            out, i = [], 0
            while i < len(w):
                joined = i + 1 < len(w) and (w[i], w[i + 1]) == best
                out.append(w[i] + w[i + 1] if joined else w[i])
                i += 2 if joined else 1
            split[k] = out


def build(folder):
    symbols = byte_symbols()
    merges = learn_merges(all_words())
    vocab = symbols + [s + "</w>" for s in symbols] + ["".join(m) for m in merges]
    vocab += ["<|startoftext|>", "<|endoftext|>"]
    os.makedirs(folder, exist_ok=True)

    def write(name, value):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
            f.write(value)

    special = {"bos_token": "<|startoftext|>", "eos_token": "<|endoftext|>",
               "pad_token": "<|endoftext|>", "unk_token": "<|endoftext|>"}
    write("vocab.json", json.dumps({t: i for i, t in enumerate(vocab)}, ensure_ascii=False) + "\n")
    write("merges.txt", "#version: 0.2\n" + "\n".join(" ".join(m) for m in merges) + "\n")
    write("special_tokens_map.json", json.dumps(special, indent=2) + "\n")
    write("tokenizer_config.json", json.dumps(
        dict(special, tokenizer_class="CLIPTokenizer", model_max_length=77, add_prefix_space=False,
             do_lower_case=True, errors="replace"), indent=2) + "\n")
    return len(vocab)


if __name__ == "__main__":
    ap = argparse.ArgumentParser()
    ap.add_argument("--out", required=True)
    print("vocabulary", build(ap.parse_args().out))
