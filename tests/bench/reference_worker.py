# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""The reference's side of segmoe-bench: one JSON command per line in, one JSON answer per line out.

Dense networks are diffusers' UNet2DConditionModel, mixtures the reference program's own sparse layers on it (segmoe), set up the way its pipeline does it:
all experts in memory, channels_last.
"""
import gc
import importlib.metadata
import json
import os
import sys
import time
import traceback

answers = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)  # what the libraries print must not mix with the answers

import torch  # noqa: E402
from diffusers import StableDiffusionPipeline, UNet2DConditionModel  # noqa: E402
from safetensors.torch import load_file, save_file  # noqa: E402

import segmoe.main  # noqa: E402

PEERS = ("torch", "diffusers", "transformers", "safetensors", "segmoe")


class Clock:
    def __init__(self):
        self.start, self.processor = time.perf_counter(), time.process_time()

    def cost(self):
        return {"seconds": time.perf_counter() - self.start, "processor": time.process_time() - self.processor}


class Worker:
    def __init__(self):
        self.dtype = torch.float32
        self.unet = None
        self.given = {}
        self.output = None

    def start(self, threads, dtype):
        torch.set_num_threads(threads)
        self.dtype = torch.bfloat16 if dtype == "bf16" else torch.float32
        return {"versions": ", ".join(f"{name} {importlib.metadata.version(name)}" for name in PEERS)}

    def dense(self, folder, channels_last):
        self.release()
        unet = UNet2DConditionModel.from_pretrained(folder, subfolder="unet", torch_dtype=self.dtype)
        self.unet = unet.to(memory_format=torch.channels_last) if channels_last else unet

    def mixture(self, folder):
        self.release()
        pipeline = segmoe.main.SegMoEPipeline.__new__(segmoe.main.SegMoEPipeline)
        unet = pipeline.create_empty(folder)
        unet.load_state_dict(load_file(f"{folder}/unet/diffusion_pytorch_model.safetensors"))
        self.unet = unet.to(dtype=self.dtype, memory_format=torch.channels_last).eval()

    def release(self):
        self.unet = self.output = None
        gc.collect()

    def inputs(self, file):
        self.given = load_file(file)

    def step(self):
        sample, context = (self.given[name].to(self.dtype) for name in ("sample", "context"))
        timestep = self.given["timestep"]
        clock = Clock()
        self.output = self.unet(sample, timestep, context).sample
        return clock.cost()

    def result(self, file):
        save_file({"sample": self.output.float().contiguous()}, file)

    def load(self, folder, mixture):
        """From files to the end of a first small step; given are the inputs of that step."""
        self.release()
        clock = Clock()
        if mixture:
            pipeline = segmoe.main.SegMoEPipeline(folder, device="cpu", torch_dtype=self.dtype).pipe
        else:
            pipeline = StableDiffusionPipeline.from_pretrained(folder, torch_dtype=self.dtype)
        self.unet = pipeline.unet
        self.step()
        cost = clock.cost()
        self.release()
        return cost


def main():
    torch.set_grad_enabled(False)
    worker = Worker()
    for line in sys.stdin:
        command = json.loads(line)
        try:
            answer = getattr(worker, command.pop("do"))(**command) or {}
        except Exception:  # the other side reports it
            answer = {"error": traceback.format_exc()}
        print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    main()
