# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""The relatives of LoRA by the formulas of their papers, in NumPy: LoHa (Hyeon-Woo et al. 2021), LoKr and the CP form (Yeh et
al. 2023), DoRA (Liu et al. 2024). Weights as nested loops and np.kron, so that nothing is shared with what is tested."""
import json
import pathlib

import numpy as np
import torch
from safetensors.torch import save_file

LINEAR = "down_blocks.1.attentions.0.transformer_blocks.0.attn1.to_q"
CONV = "down_blocks.0.resnets.0.conv1"
PROJ = "down_blocks.1.attentions.0.proj_in"
TEXT = "text_model.encoder.layers.0.self_attn.q_proj"
SHAPES = {LINEAR: (6, 8), CONV: (4, 6, 3, 3), PROJ: (6, 6, 1, 1), TEXT: (6, 4)}
STRENGTH = 0.7


def kohya(module):
    return ("lora_te_" if module == TEXT else "lora_unet_") + module.replace(".", "_")


def positions(kernel):
    return [(y, x) for y in range(kernel[0]) for x in range(kernel[1])]


def middle_product(a, middle, b):
    """The CP form at every place of the kernel: aᵀ · middle · b, for a [i, out], middle [i, j, k, k], b [j, in]."""
    result = np.zeros((a.shape[1], b.shape[1], *middle.shape[2:]))
    for y, x in positions(middle.shape[2:]):
        result[:, :, y, x] = a.T @ middle[:, :, y, x] @ b
    return result


class Maker:
    def __init__(self, folder):
        self.folder = folder
        self.rng = np.random.default_rng(11)
        self.model = {module: self.random(*shape) for module, shape in SHAPES.items()}
        save_file({f"{m}.weight": torch.from_numpy(w) for m, w in self.model.items()}, folder / "model.safetensors")

    def random(self, *shape):
        return self.rng.standard_normal(shape).astype(np.float32)

    # Each of these gives the tensors of one module by their endings, and the product before alpha / rank.

    def lora(self, module, rank=2):
        out, width, *kernel = SHAPES[module]
        up, down = self.random(out, rank, *([1] * len(kernel))), self.random(rank, width, *kernel)
        product = up.reshape(out, rank).astype(float) @ down.reshape(rank, -1)
        return {"lora_up.weight": up, "lora_down.weight": down}, product, rank

    def loha(self, module, rank=3, middle=False):
        out, width, *kernel = SHAPES[module]
        tensors, factors = {}, []
        for i in ("1", "2"):
            if middle:
                a, b, t = self.random(rank, out), self.random(rank, width), self.random(rank, rank, *kernel)
                tensors[f"hada_t{i}"] = t
                factors.append(middle_product(a.astype(float), t, b))
            else:
                a, b = self.random(out, rank), self.random(rank, int(np.prod([width, *kernel])))
                factors.append(a.astype(float) @ b)
            tensors[f"hada_w{i}_a"], tensors[f"hada_w{i}_b"] = a, b
        return tensors, factors[0].reshape(SHAPES[module]) * factors[1].reshape(SHAPES[module]), rank

    def lokr(self, module, first="whole", second="whole", rank=2):
        """first and second: whole, two factors, or (second, of a convolution) the CP form; W1 takes a factor of 2."""
        out, width, *kernel = SHAPES[module]
        tensors, used = {}, None
        if first == "whole":
            w1 = tensors["lokr_w1"] = self.random(2, 2)
        else:
            tensors["lokr_w1_a"], tensors["lokr_w1_b"] = self.random(2, rank - 1), self.random(rank - 1, 2)
            w1, used = tensors["lokr_w1_a"].astype(float) @ tensors["lokr_w1_b"], rank - 1
        rows, columns = out // 2, width // 2
        if second == "whole":
            w2 = tensors["lokr_w2"] = self.random(rows, columns, *kernel)
        elif second == "factors":
            tensors["lokr_w2_a"], tensors["lokr_w2_b"] = self.random(rows, rank), self.random(rank, int(np.prod([columns, *kernel])))
            w2, used = (tensors["lokr_w2_a"].astype(float) @ tensors["lokr_w2_b"]).reshape(rows, columns, *kernel), rank
        else:
            a, b, t = self.random(rank, rows), self.random(rank, columns), self.random(rank, rank, *kernel)
            tensors["lokr_w2_a"], tensors["lokr_w2_b"], tensors["lokr_t2"] = a, b, t
            w2, used = middle_product(a.astype(float), t, b), rank
        if not kernel:
            return tensors, np.kron(w1, w2), used
        product = np.zeros(SHAPES[module])
        for y, x in positions(kernel):
            product[:, :, y, x] = np.kron(w1, w2[:, :, y, x])
        return tensors, product, used

    def save(self, name, parts, alpha=None, dora=None, spelling=kohya, metadata=None, scales=None):
        """parts: module → (tensors, product, rank). dora: module → axis of the magnitude. scales: module → alpha / rank."""
        stored, expected = {}, {}
        for module, (tensors, product, rank) in parts.items():
            weight = self.model[module].astype(float)
            for ending, value in tensors.items():
                stored[f"{spelling(module)}.{ending}"] = torch.from_numpy(value)
            scale = scales[module] if scales else 1.0
            if alpha is not None:
                stored[f"{spelling(module)}.alpha"] = torch.tensor(alpha)
                scale = alpha / rank if rank else 1.0
            changed = weight + scale * product.reshape(weight.shape)
            if dora:
                ending, shape, axis = dora[module]
                magnitude = np.abs(self.random(*shape)) + 0.5
                stored[f"{spelling(module)}.{ending}"] = torch.from_numpy(magnitude)
                others = tuple(i for i in range(weight.ndim) if i != axis)
                lengths = np.sqrt((changed**2).sum(axis=others, keepdims=True))
                changed = changed / lengths * magnitude.astype(float).reshape(lengths.shape)
            expected[f"{module}.weight"] = torch.from_numpy((weight + STRENGTH * (changed - weight)).astype(np.float32))
        save_file(stored, self.folder / f"{name}.safetensors", metadata=metadata)
        save_file(expected, self.folder / f"{name}_expected.safetensors", metadata={"strength": str(STRENGTH)})


def peft(module):
    return ("text_encoder." if module == TEXT else "unet.") + module


def in_peft_words(parts):
    words = {"lora_up.weight": "lora_B.weight", "lora_down.weight": "lora_A.weight"}
    return {m: ({words[e]: v for e, v in tensors.items()}, product, rank) for m, (tensors, product, rank) in parts.items()}


def main(out_dir):
    folder = pathlib.Path(out_dir) / "adapters"
    folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    make = Maker(folder)
    every = tuple(SHAPES)
    make.save("loha", {m: make.loha(m) for m in every}, alpha=1.5)
    make.save("loha_no_alpha", {LINEAR: make.loha(LINEAR)})
    make.save("loha_middle", {CONV: make.loha(CONV, middle=True)}, alpha=1.5)
    make.save("lokr_whole", {m: make.lokr(m) for m in every}, alpha=1e9)  # no rank: alpha says nothing
    make.save("lokr_factors", {m: make.lokr(m, "factors", "factors", rank=3) for m in every}, alpha=1.5)
    make.save("lokr_first_factors", {m: make.lokr(m, "factors", "whole", rank=3) for m in every}, alpha=1.5)
    make.save("lokr_second_factors", {m: make.lokr(m, "whole", "factors") for m in every}, alpha=1.5)
    make.save("lokr_middle", {CONV: make.lokr(CONV, "whole", "middle")}, alpha=1.5)
    outputs = {LINEAR: ("dora_scale", (6, 1), 0), CONV: ("dora_scale", (4, 1, 1, 1), 0), TEXT: ("dora_scale", (6,), 0)}
    inputs = {LINEAR: ("dora_scale", (1, 8), 1), CONV: ("dora_scale", (1, 6, 1, 1), 1), PROJ: ("dora_scale", (1, 6, 1, 1), 1)}
    make.save("dora_outputs", {m: make.lora(m) for m in outputs}, alpha=1.5, dora=outputs)
    make.save("dora_inputs", {m: make.lora(m) for m in inputs}, alpha=1.5, dora=inputs)
    make.save("dora_loha", {m: make.loha(m) for m in outputs}, alpha=1.5, dora=outputs)
    make.save("dora_lokr", {m: make.lokr(m, "whole", "factors") for m in inputs}, alpha=1.5, dora=inputs)
    # PEFT keeps a convolution's magnitude as [1, out, 1, 1].
    vectors = {LINEAR: ("lora_magnitude_vector", (6,), 0), PROJ: ("lora_magnitude_vector.weight", (1, 6, 1, 1), 0)}
    make.save("dora_peft", in_peft_words({m: make.lora(m) for m in vectors}), dora=vectors, spelling=peft)
    # alpha in PEFT's configuration: 8 for the UNet, 3 for one of its modules, rank-stabilised for the text encoder.
    config = {"unet.r": 2, "unet.lora_alpha": 8, "unet.use_rslora": False, "unet.alpha_pattern": {"attentions.0.proj_in": 3},
              "text_encoder.lora_alpha": 6, "text_encoder.use_rslora": True}
    make.save("peft_config", in_peft_words({m: make.lora(m) for m in (LINEAR, PROJ, TEXT)}), spelling=peft,
              metadata={"lora_adapter_metadata": json.dumps(config)}, scales={LINEAR: 4.0, PROJ: 1.5, TEXT: 6 / np.sqrt(2)})
    # One network saved alone, without the prefix of its component.
    make.save("peft_unet_alone", in_peft_words({LINEAR: make.lora(LINEAR)}), spelling=lambda m: m,
              metadata={"lora_adapter_metadata": json.dumps({"lora_alpha": 5})}, scales={LINEAR: 2.5})
