# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""Makes every golden file anew: python tests/golden/make_golden.py [area …].

Needs the independent implementations the numbers come from: torch, diffusers, transformers, safetensors, segmoe, numpy.
"""
import importlib
import pathlib
import sys


def main(areas):
    here = pathlib.Path(__file__).resolve().parent
    sys.path.insert(0, str(here))
    modules = sorted(p.stem for p in here.glob("golden_*.py"))
    chosen = [f"golden_{a}" for a in areas] or modules
    for name in chosen:
        if name not in modules:
            raise SystemExit(f"There is no {name}.py; the areas are {', '.join(m[7:] for m in modules)}.")
        print(f"== {name}")
        importlib.import_module(name).main(here / "data")


if __name__ == "__main__":
    main(sys.argv[1:])
