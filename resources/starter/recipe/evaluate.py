# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
"""Measures the starter family: renders prompts, classifies the pictures, compares with the bars.

    python evaluate.py --segmoe build/app/segmoe --starter build/share/segmoe-studio/starter
    python evaluate.py --backend diffusers --starter ...      (no C++; same models, same prompts)

Per group (shapes, flower, house, fish) --per-group prompts "a C S on a B background" are
drawn once, with colour pairs from a seeded generator; picture i has the seed 1000 + i.
Every model gets all of them. --foreign N saves time: the mixture at k = 1 still gets all,
the base and the experts all of their own domain and N of every other, the rest N per group.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import torch
from PIL import Image

import sampling
from make_data import COLOUR_NAMES, GATE_PROMPTS, GROUPS, MODELS, SUBJECTS, sheet, with_article
from train_classifier import classify, load_classifier

NAMES = [name for name, _ in GROUPS]
GROUP_OF = {s: name for name, subjects in GROUPS for s in subjects}
HERE = os.path.dirname(os.path.abspath(__file__))


def make_prompts(per_group):
    rng, rows = np.random.default_rng(2024), []
    for name, subjects in GROUPS:
        for i in range(per_group):
            colour, bg = (COLOUR_NAMES[k] for k in rng.choice(8, 2, replace=False))
            subject = subjects[i % len(subjects)]
            rows.append({"group": name, "subject": subject, "colour": colour, "background": bg, "seed": 1000 + len(rows),
                         "prompt": f"{with_article(colour)} {subject} on {with_article(bg)} background"})
    return rows


class Commands:
    """Renders through the C++ command line, one process per picture."""

    def __init__(self, args, work):
        self.args, self.work = args, work
        self.mixed = os.path.join(work, "mixture")
        self.call("mix", os.path.join(args.starter, "starter.yaml"), self.mixed)

    def call(self, *words):
        done = subprocess.run([self.args.segmoe, *words], capture_output=True, text=True, timeout=900)
        if done.returncode:
            sys.exit(f"segmoe {' '.join(words)} failed with {done.returncode}:\n{done.stderr}{done.stdout}")

    def render(self, model, rows):
        folder = self.mixed if model.startswith("mixture") else self.args.folders[model]
        extra = ["--top-k", model[-1]] if model.startswith("mixture") else []

        def one(row):
            path = os.path.join(self.args.pictures or self.work, f"{model}-{row['seed']}.png")
            if not os.path.exists(path):
                fresh = os.path.join(self.work, os.path.basename(path))
                self.call("render", folder, "--prompt", row["prompt"], "--steps", "20", "--guidance", "4",
                          "--seed", str(row["seed"]), "--width", "128", "--height", "128", "--sampler", "dpmpp_2m",
                          "--schedule", "normal", *extra, "-o", fresh)
                shutil.move(fresh, path)
            return np.asarray(Image.open(path).convert("RGB"))

        with ThreadPoolExecutor(self.args.jobs) as several:
            return np.stack(list(several.map(one, rows)))


class Diffusers:
    """Renders in Python; see sampling.py for the mixture."""

    def __init__(self, args, work):
        self.args = args
        self.family = sampling.Family(args.folders["base"])

    def render(self, model, rows):
        route = None
        if model.startswith("mixture"):
            unet, route = self.family.mixture([self.args.folders[m] for m in MODELS], GATE_PROMPTS, int(model[-1]))
        else:
            unet = sampling.load_unet(self.args.folders[model])
        return self.family.render(unet, [r["prompt"] for r in rows], [r["seed"] for r in rows], route=route)


def figures(rows, seen):
    """Shares per prompt group: right domain, subject and colour, all three."""
    table = {}
    for name in NAMES:
        pairs = [(r, s) for r, s in zip(rows, seen) if r["group"] == name]
        if pairs:
            share = lambda test: round(float(np.mean([test(r, s) for r, s in pairs])), 4)
            table[name] = {
                "n": len(pairs),
                "right_domain": share(lambda r, s: GROUP_OF.get(s[0]) == r["group"]),
                "subject_colour": share(lambda r, s: (r["subject"], r["colour"]) == s[:2]),
                "all_three": share(lambda r, s: (r["subject"], r["colour"], r["background"]) == s)}
    return table


def mean_domain(table):
    return float(np.mean([table[n]["right_domain"] for n in NAMES]))


def bars(result):
    """The bars of the starter family: (what, figure, limit, met)."""
    rows = []
    for model, own in zip(MODELS, NAMES):
        f = result[model][own]["subject_colour"]
        rows.append((f"{model}: subject and colour on {own}", f, ">= 0.90", f >= 0.90))
        worst = max((result[model][n]["right_domain"], n) for n in NAMES if n != own)
        rows.append((f"{model}: right domain on foreign prompts, worst ({worst[1]})", worst[0], "<= 0.30", worst[0] <= 0.30))
    k1, k2, base, average = (mean_domain(result[m]) for m in ("mixture-k1", "mixture-k2", "base", "average"))
    rows.append(("mixture k=1: right domain over all four", k1, ">= 0.85", k1 >= 0.85))
    rows.append(("mixture k=2: right domain over all four", k2, "reported", True))
    rows.append((f"mixture k=1 above the base ({base:.3f})", k1 - base, ">= 0.40", k1 - base >= 0.40))
    rows.append((f"mixture k=1 above the average ({average:.3f})", k1 - average, ">= 0.40", k1 - average >= 0.40))
    return rows


def contact_sheet(pictures, rows_of, path):
    """Ten columns: every model on its own prompts (the base twice), the base on foreign ones, the mixture on all."""
    def some(model, group, n):
        return [p for p, r in zip(pictures[model], rows_of[model]) if r["group"] == group][:n]
    images = some("base", "shapes", 20) + [p for m in MODELS[1:] for p in some(m, m, 10)]
    images += some("base", "flower", 4) + some("base", "house", 3) + some("base", "fish", 3)
    images += some("mixture-k1", "shapes", 4) + [p for m in MODELS[1:] for p in some("mixture-k1", m, 2)]
    sheet(images, 10).quantize(224, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(path, optimize=True)


def write_report(args, result, seconds, verdict):
    with open(args.report, "w", encoding="utf-8") as f:
        json.dump({"backend": args.backend, "per_group": args.per_group, "models": result, "seconds_per_picture": seconds,
                   "bars": [{"what": w, "figure": round(v, 4), "limit": b, "met": bool(m)} for w, v, b, m in verdict]},
                  f, indent=2)
        f.write("\n")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--starter", required=True, help="folder with base/ flower/ house/ fish/ and starter.yaml")
    ap.add_argument("--backend", choices=("segmoe", "diffusers"), default="segmoe")
    ap.add_argument("--segmoe", default="segmoe", help="the command line program")
    ap.add_argument("--classifier", default=os.path.join(HERE, "classifier.safetensors"))
    ap.add_argument("--per-group", type=int, default=40)
    ap.add_argument("--foreign", type=int, default=None, help="prompts per group where not all are needed (default: all)")
    ap.add_argument("--jobs", type=int, default=1, help="processes of the command line program at once")
    ap.add_argument("--pictures", help="folder that keeps what the program renders; what lies there is not rendered again")
    ap.add_argument("--report", default="starter-report.json")
    ap.add_argument("--sheets", help="folder that receives the pictures, one sheet per model, and a contact sheet")
    args = ap.parse_args()
    torch.set_num_threads(1)
    args.folders = {m: os.path.join(args.starter, m) for m in MODELS}
    if args.pictures:
        os.makedirs(args.pictures, exist_ok=True)
    model, rows = load_classifier(args.classifier), make_prompts(args.per_group)
    work = tempfile.mkdtemp(prefix="starter-eval-")
    try:
        args.folders["average"] = os.path.join(work, "average")
        shutil.copytree(args.folders["base"], args.folders["average"])
        sampling.write_average([args.folders[m] for m in MODELS], args.folders["average"])
        backend = (Commands if args.backend == "segmoe" else Diffusers)(args, work)
        result, seconds, pictures, rows_of = {}, {}, {}, {}
        for name in ["mixture-k1", *MODELS, "average", "mixture-k2"]:
            own = NAMES[MODELS.index(name)] if name in MODELS else None
            few = args.per_group if name == "mixture-k1" or args.foreign is None else args.foreign
            chosen = [r for i, r in enumerate(rows) if r["group"] == own or i % args.per_group < few]
            started = time.time()
            pictures[name], rows_of[name] = backend.render(name, chosen), chosen
            seconds[name] = round((time.time() - started) / len(chosen), 3)
            result[name] = figures(chosen, classify(model, pictures[name]))
            print(f"{name:11s} " + "  ".join(
                f"{n} n={v['n']} domain {v['right_domain']:.3f} s+c {v['subject_colour']:.3f} all {v['all_three']:.3f}"
                for n, v in result[name].items()) + f"  {seconds[name]:.2f} s each", flush=True)
            write_report(args, result, seconds, [])
            if args.sheets:
                os.makedirs(args.sheets, exist_ok=True)
                sheet(list(pictures[name]), 20).save(os.path.join(args.sheets, name + ".png"))
        if args.sheets:
            contact_sheet(pictures, rows_of, os.path.join(args.sheets, "contact.png"))
    finally:
        shutil.rmtree(work, ignore_errors=True)
    verdict = bars(result)
    for what, value, limit, met in verdict:
        print(f"{'ok  ' if met else 'MISS'} {value:6.3f} {limit:9s} {what}")
    write_report(args, result, seconds, verdict)
    sys.exit(0 if all(m for *_, m in verdict) else 1)


if __name__ == "__main__":
    main()
