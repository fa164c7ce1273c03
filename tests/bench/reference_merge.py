# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""The reference program builds and saves a mixture: reference_merge.py RECIPE OUT. Prints the seconds it took, without starting Python and its imports.

The recipe's init is not "hidden", so that no gates are measured: what is compared is moving weights.
"""
import sys
import time

import torch

import segmoe.main


def main(recipe, out):
    torch.set_num_threads(1)
    start = time.perf_counter()
    segmoe.main.SegMoEPipeline(recipe, device="cpu", torch_dtype=torch.float16).save_pretrained(out)
    print(f"seconds {time.perf_counter() - start:.6f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
