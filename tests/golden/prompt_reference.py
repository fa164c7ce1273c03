# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""The documented prompt syntax of AUTOMATIC1111's web UI, written from its description and by another method than
core/text: brackets are paired first, then the weight of every character is the product over the pairs around it.
"""
import re

WEIGHT = re.compile(r":\s*([+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+))\s*\)")
LORA = re.compile(r"<(?:lora|lyco):[^:<>]+(?::[+-]?[0-9.]+)?>")
NUMBER = re.compile(r"\s*[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)\s*$")


def literal_spans(prompt):
    """[start, end) of the outermost [a|b] and [a:b:n], which stay as they are."""
    found, stack, i = [], [], 0
    while i < len(prompt):
        c = prompt[i]
        if c == "\\":
            i += 1
        elif c == "[":
            stack.append(i)
        elif c == "]" and stack:
            start = stack.pop()
            inner, depth, bar, colon, j = prompt[start + 1 : i], 0, False, -1, 0
            square = 0
            while j < len(inner):
                d = inner[j]
                if d == "\\":
                    j += 1
                elif d == "[":
                    square += 1
                elif d == "]" and square:
                    square -= 1
                elif not square and d in "()":
                    depth = max(0, depth + (1 if d == "(" else -1))
                elif not square and not depth:
                    bar |= d == "|"
                    colon = j if d == ":" else colon
                j += 1
            if bar or (colon >= 0 and NUMBER.match(inner[colon + 1 :])):
                found = [f for f in found if f[0] < start] + [(start, i + 1)]
        i += 1
    return found


def parse(prompt):
    """[[text, weight], …] with None for a break; neighbours of equal weight are joined, empty ones dropped."""
    prompt = LORA.sub("", prompt)
    literal = dict(literal_spans(prompt))
    atoms = []              # characters that stay, each its own entry; None = an empty place that parts neighbours
    pairs, opened = [], {"(": [], "[": []}
    i = 0
    while i < len(prompt):
        c = prompt[i]
        weight = WEIGHT.match(prompt, i) if c == ":" and opened["("] else None
        if i in literal:
            atoms.extend(("text", x) for x in prompt[i : literal[i]])
            i = literal[i]
            continue
        if c == "\\":
            if i + 1 < len(prompt) and prompt[i + 1] in "()[]\\":
                atoms.append(("escaped", prompt[i + 1]))
                i += 1
            else:
                atoms.append(("nothing", ""))
        elif c in "([":
            opened[c].append(len(atoms))
        elif weight:
            pairs.append((opened["("].pop(), len(atoms), float(weight[1])))
            i = weight.end()
            continue
        elif c == ")" and opened["("]:
            pairs.append((opened["("].pop(), len(atoms), 1.1))
        elif c == "]" and opened["["]:
            pairs.append((opened["["].pop(), len(atoms), 1 / 1.1))
        else:
            atoms.append(("text" if c in ")]:" else "run", c))
            if c not in ")]:":
                run = re.compile(r"[^\\()\[\]:]+").match(prompt, i)[0]
                end = min([i + len(run)] + [s for s in literal if s >= i])
                atoms.pop()
                for n, part in enumerate(re.split(r"\s*\bBREAK\b\s*", prompt[i:end])):
                    if n:
                        atoms.append(("break", ""))
                    atoms.extend(("text", x) for x in part)
                i = end
                continue
        i += 1
    pairs += [(s, len(atoms), 1.1) for s in opened["("]] + [(s, len(atoms), 1 / 1.1) for s in opened["["]]
    result = []
    for n, (kind, char) in enumerate(atoms):
        if kind == "break":
            result.append(None)
            continue
        weight = 1.0
        for start, end, factor in pairs:
            if start <= n < end:
                weight *= factor
        if result and result[-1] is not None and result[-1][1] == weight:
            result[-1][0] += char
        else:
            result.append([char, weight])
    result = [r for r in result if r is None or r[0]]
    return result or [["", 1.0]]


def groups_between_breaks(segments):
    groups = [[]]
    for s in segments:
        if s is None:
            groups.append([])
        else:
            groups[-1].append(s)
    return groups


def chunks(segments, tokenize, comma, size=75, backtrack=20):
    """Parts of at most `size` tokens as [[ids], [weights]], and the count the web UI shows."""
    parts, count = [], 0
    groups = groups_between_breaks(segments)
    for n, group in enumerate(groups):
        is_last = n == len(groups) - 1
        stream = [(i, w) for text, w in group for i in tokenize(text)]
        while len(stream) > size:
            cut = size
            if stream[size][0] != comma:
                near = [at for at in range(size - backtrack, size) if stream[at][0] == comma]
                cut = near[-1] + 1 if near else size
            parts.append(stream[:cut])
            stream = stream[cut:]
            count += size
        if stream or not is_last or not parts:
            parts.append(stream)
            count += len(stream) if is_last else size
    return [[[i for i, _ in p], [w for _, w in p]] for p in parts], count
