# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""Tiny random pipelines of every layout in real diffusers folders, with what diffusers and transformers compute for them.

Weights are stored in fp16 and computed in fp32, so that a file holds exactly what was computed with.
"""
import copy
import json
import pathlib
import shutil

import torch
from diffusers import AutoencoderKL, UNet2DConditionModel
from safetensors.torch import save_file
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection

import tiny_tokenizer

PROJECTION = 12

SD_UNET = dict(sample_size=8, block_out_channels=(4, 8, 8, 8), norm_num_groups=2, cross_attention_dim=8, layers_per_block=2)
XL_UNET = dict(sample_size=16, block_out_channels=(4, 4, 8), norm_num_groups=2, cross_attention_dim=8 + 16, layers_per_block=2,
               down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
               up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"), attention_head_dim=(1, 2, 4),
               use_linear_projection=True, addition_embed_type="text_time", addition_time_embed_dim=8,
               projection_class_embeddings_input_dim=PROJECTION + 6 * 8)

UNETS = {
    "sd1": SD_UNET | dict(attention_head_dim=2),
    "sd2": SD_UNET | dict(attention_head_dim=(1, 2, 2, 4), use_linear_projection=True, upcast_attention=True),
    "sdxl": XL_UNET | dict(transformer_layers_per_block=(1, 2, 10)),
    "ssd1b": XL_UNET | dict(transformer_layers_per_block=((1, 1), (2, 2), (4, 4)), mid_block_type="UNetMidBlock2D",
                            reverse_transformer_layers_per_block=((4, 4, 10), (2, 1, 1), 1)),
    "vega": XL_UNET | dict(transformer_layers_per_block=(1, 1, 2), mid_block_type="UNetMidBlock2D"),
}

# Small networks that exercise single keys of the config.
VARIANTS = {
    "lcm": dict(sample_size=8, block_out_channels=(8, 12), norm_num_groups=4, cross_attention_dim=8, layers_per_block=1, attention_head_dim=2,
                down_block_types=("CrossAttnDownBlock2D", "DownBlock2D"), up_block_types=("UpBlock2D", "CrossAttnUpBlock2D"),
                time_cond_proj_dim=16),
    "inpaint": dict(sample_size=8, in_channels=9, block_out_channels=(8, 12), norm_num_groups=4, norm_eps=1e-3, cross_attention_dim=8,
                    layers_per_block=(1, 2), attention_head_dim=(2, 4), down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
                    up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"), flip_sin_to_cos=False, freq_shift=1, center_input_sample=True,
                    use_linear_projection=True, transformer_layers_per_block=(1, 2)),
    "nomid": dict(sample_size=8, in_channels=8, out_channels=4, block_out_channels=(8, 12), norm_num_groups=2, cross_attention_dim=(8, 8),
                  layers_per_block=1, attention_head_dim=4, mid_block_type=None, down_block_types=("CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
                  up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D")),
}

VAE = dict(block_out_channels=(4, 4, 4, 8), norm_num_groups=4, layers_per_block=2, latent_channels=4, sample_size=64,
           down_block_types=("DownEncoderBlock2D",) * 4, up_block_types=("UpDecoderBlock2D",) * 4)

SCHEDULERS = {
    "sd1": dict(_class_name="PNDMScheduler", set_alpha_to_one=False, skip_prk_steps=True, clip_sample=False, steps_offset=1),
    "sd2": dict(_class_name="DDIMScheduler", set_alpha_to_one=False, clip_sample=False, steps_offset=1, prediction_type="v_prediction"),
    "sdxl": dict(_class_name="EulerDiscreteScheduler", interpolation_type="linear", prediction_type="epsilon", timestep_spacing="leading",
                 use_karras_sigmas=False, steps_offset=1, clip_sample=False),
}

SD_INDEX = dict(_class_name="StableDiffusionPipeline", _diffusers_version="0.42.1", feature_extractor=[None, None], image_encoder=[None, None],
                requires_safety_checker=False, safety_checker=[None, None])
XL_INDEX = dict(_class_name="StableDiffusionXLPipeline", _diffusers_version="0.42.1", feature_extractor=[None, None],
                force_zeros_for_empty_prompt=True, image_encoder=[None, None], text_encoder_2=["transformers", "CLIPTextModelWithProjection"],
                tokenizer_2=["transformers", "CLIPTokenizer"])


def randomize(module, seed):
    """Weights that keep activations near unit size and every bias, norm and residual branch visible; rounded to fp16."""
    generator = torch.Generator().manual_seed(seed)
    for name, p in sorted(module.named_parameters()):
        noise = torch.randn(p.shape, generator=generator)
        if p.dim() == 1:
            value = 0.1 * noise + (1.0 if "norm" in name and name.endswith("weight") else 0.0)
        elif "embedding.weight" in name and p.dim() == 2:
            value = 0.7 * noise
        else:
            branch_end = any(part in name for part in ("to_out.0", "net.2", "proj_out", "conv2", "out_proj", "fc2"))
            value = noise * (0.35 if branch_end else 1.0) / p[0].numel() ** 0.5
        p.data.copy_(value.half().float())
    return module.eval().requires_grad_(False)


def save_half(model, folder, name):
    folder.mkdir(parents=True, exist_ok=True)
    model.save_config(folder) if hasattr(model, "save_config") else model.config.save_pretrained(folder)
    path = folder / "config.json"
    config = json.loads(path.read_text())
    config = {k: v for k, v in config.items() if k not in ("_name_or_path", "transformers_version")}
    path.write_text(json.dumps(config, indent=2) + "\n")
    state = {k: v.half().contiguous() for k, v in model.state_dict().items()}
    save_file(state, folder / f"{name}.safetensors", {"format": "pt"})


def in_bf16(model):
    return copy.deepcopy(model).to(torch.bfloat16)


def save_json(value, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=2) + "\n")


def save_expected(tensors, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file({k: v.contiguous().clone() for k, v in tensors.items()}, path)


def relative_rms(value, reference):
    return ((value.float() - reference).square().mean() / reference.square().mean()).sqrt().item()


def text_config(vocab, width, act, layers=3):
    return CLIPTextConfig(vocab_size=len(vocab), hidden_size=width, intermediate_size=4 * width, projection_dim=PROJECTION,
                          num_hidden_layers=layers, num_attention_heads=2, max_position_embeddings=77, hidden_act=act,
                          bos_token_id=len(vocab) - 2, eos_token_id=len(vocab) - 1, pad_token_id=len(vocab) - 1)


def text_encoders(folder, layout, vocab):
    """Saves the encoders of a layout; returns name → model."""
    encoders = {"text_encoder": randomize(CLIPTextModel(text_config(vocab, 8, "gelu" if layout == "sd2" else "quick_gelu")), 21)}
    if layout not in ("sd1", "sd2"):
        encoders["text_encoder_2"] = randomize(CLIPTextModelWithProjection(text_config(vocab, 16, "gelu", 4)), 22)
    for name, model in encoders.items():
        save_half(model, folder / name, "model")
        path = folder / name / "config.json"
        config = json.loads(path.read_text())
        config["architectures"] = [type(model).__name__]
        save_json(config, path)
    return encoders


def expected_text(encoders, vocab, path):
    eos, bos = vocab["<|endoftext|>"], vocab["<|startoftext|>"]
    generator = torch.Generator().manual_seed(5)
    ids = torch.randint(0, bos, (2, 77), generator=generator)
    ids[:, 0] = bos
    ids[0, 9:] = eos
    ids[1, 40], ids[1, 41:] = eos, 0
    tensors = {"ids": ids}
    for name, model in encoders.items():
        out = model(ids, output_hidden_states=True)
        for i, state in enumerate(out.hidden_states):
            tensors[f"{name}.hidden.{i}"] = state
        text_model = getattr(model, "text_model", model)
        tensors[f"{name}.last"] = out.last_hidden_state
        tensors[f"{name}.skip1"] = text_model.final_layer_norm(out.hidden_states[-2])
        if hasattr(out, "text_embeds"):
            tensors[f"{name}.projected"] = out.text_embeds
        else:
            tensors[f"{name}.pooled"] = out.pooler_output
        tensors[f"{name}.bf16"] = in_bf16(model)(ids).last_hidden_state.float()
    save_expected(tensors, path)


def unet_inputs(config, rows, height, width, tokens, seed):
    generator = torch.Generator().manual_seed(seed)
    random = lambda *shape: torch.randn(shape, generator=generator)
    context = config.cross_attention_dim if isinstance(config.cross_attention_dim, int) else config.cross_attention_dim[0]
    inputs = {"sample": random(rows, config.in_channels, height, width), "context": random(rows, tokens, context)}
    if config.addition_embed_type == "text_time":
        inputs["pooled"] = random(rows, PROJECTION)
        inputs["time_ids"] = torch.tensor([[height * 8.0, width * 8.0, 0.0, 16.0, 2048.0 + 8 * height, 8.0 * width]] * rows)
    if config.time_cond_proj_dim:
        inputs["guidance"] = random(rows, config.time_cond_proj_dim)
    return inputs


def run_unet(unet, inputs, timestep):
    cast = {k: v.to(unet.dtype) for k, v in inputs.items()}
    added = {"text_embeds": cast["pooled"], "time_ids": inputs["time_ids"]} if "pooled" in cast else None
    return unet(cast["sample"], timestep, cast["context"], timestep_cond=cast.get("guidance"), added_cond_kwargs=added).sample.float()


CASES = {"even": (2, 8, 8, 77, 999.0), "odd": (2, 9, 7, 5, 500.25), "wide": (1, 8, 24, 154, 1.0)}


def expected_unet(unet, path):
    tensors = {}
    for case, (rows, height, width, tokens, timestep) in CASES.items():
        inputs = unet_inputs(unet.config, rows, height, width, tokens, rows * height)
        tensors |= {f"{case}.{k}": v for k, v in inputs.items()}
        tensors[f"{case}.timestep"] = torch.tensor(timestep)
        tensors[f"{case}.out"] = run_unet(unet, inputs, timestep)
        if case != "wide":
            tensors[f"{case}.bf16"] = run_unet(in_bf16(unet), inputs, timestep)
    save_expected(tensors, path)
    spread = tensors["even.out"].std().item()
    print(f"{path.name}: output std {spread:.3f}, bf16 error {relative_rms(tensors['even.bf16'], tensors['even.out']):.2e}")


def expected_vae(vae, path):
    generator = torch.Generator().manual_seed(8)
    image = torch.rand(2, 3, 32, 24, generator=generator) * 2 - 1
    latents = torch.randn(2, 4, 4, 3, generator=generator)
    large = torch.randn(1, 4, 11, 9, generator=generator)
    moments = vae.encode(image).latent_dist
    tensors = {"image": image, "mean": moments.mean, "logvar": moments.logvar, "latents": latents, "decoded": vae.decode(latents).sample,
               "large": large, "large.decoded": vae.decode(large).sample}
    vae.enable_tiling()
    tensors["large.tiled"] = vae.decode(large).sample
    vae.disable_tiling()
    tensors["decoded.bf16"] = in_bf16(vae).decode(latents.bfloat16()).sample.float()
    save_expected(tensors, path)
    print(f"{path.name}: decoded std {tensors['decoded'].std().item():.3f}, bf16 error {relative_rms(tensors['decoded.bf16'], tensors['decoded']):.2e}")


def expected_modules(network, path, names, run):
    """Inputs and outputs of single modules, caught while the network runs."""
    tensors, handles = {}, []
    modules = dict(network.named_modules())

    def hook_for(name):
        def hook(_module, args, kwargs, output):
            given = [a for a in args if torch.is_tensor(a)] + [v for k, v in kwargs.items() if torch.is_tensor(v)]
            for i, tensor in enumerate(given):
                tensors[f"{name}.in{i}"] = tensor
            tensors[f"{name}.out"] = output[0] if isinstance(output, tuple) else output
        return hook

    for name in names:
        handles.append(modules[name].register_forward_hook(hook_for(name), with_kwargs=True))
    run()
    for handle in handles:
        handle.remove()
    save_expected(tensors, path)


SD_MODULES = ["conv_in", "time_proj", "time_embedding", "down_blocks.0.resnets.0", "down_blocks.1.resnets.0", "down_blocks.0.downsamplers.0",
              "up_blocks.1.resnets.0", "up_blocks.1.upsamplers.0", "down_blocks.1.attentions.0",
              "down_blocks.1.attentions.0.transformer_blocks.0", "down_blocks.1.attentions.0.transformer_blocks.0.attn1",
              "down_blocks.1.attentions.0.transformer_blocks.0.norm1", "down_blocks.1.attentions.0.transformer_blocks.0.ff",
              "down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_q", "down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k",
              "down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_v", "down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_out.0",
              "conv_norm_out"]
XL_MODULES = ["add_embedding", "down_blocks.2.attentions.0"]
VAE_MODULES = ["decoder.mid_block.attentions.0", "encoder.down_blocks.0.downsamplers.0"]


def pipeline(folder, layout, seed):
    """One whole pipeline folder; returns its networks."""
    is_xl = layout not in ("sd1", "sd2")
    unet = randomize(UNet2DConditionModel(**UNETS[layout]), seed)
    vae = randomize(AutoencoderKL(**VAE, scaling_factor=0.13025 if is_xl else 0.18215), 31)
    vocab = tiny_tokenizer.save(folder / "tokenizer", "!" if layout == "sd2" else "<|endoftext|>")
    if is_xl:
        tiny_tokenizer.save(folder / "tokenizer_2", "!")
    encoders = text_encoders(folder, layout, vocab)
    save_half(unet, folder / "unet", "diffusion_pytorch_model")
    save_half(vae, folder / "vae", "diffusion_pytorch_model")
    scheduler = SCHEDULERS.get(layout, SCHEDULERS["sdxl"])
    save_json({**scheduler, "beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear", "num_train_timesteps": 1000},
              folder / "scheduler" / "scheduler_config.json")
    index = (XL_INDEX if is_xl else SD_INDEX) | dict(
        scheduler=["diffusers", scheduler["_class_name"]], text_encoder=["transformers", "CLIPTextModel"],
        tokenizer=["transformers", "CLIPTokenizer"], unet=["diffusers", "UNet2DConditionModel"], vae=["diffusers", "AutoencoderKL"])
    save_json(index, folder / "model_index.json")
    return unet, vae, encoders, vocab


def main(out_dir):
    torch.set_num_threads(1)
    torch.set_grad_enabled(False)
    out = pathlib.Path(out_dir) / "models"
    expected = out / "expected"
    if out.exists():
        shutil.rmtree(out)
    for i, layout in enumerate(UNETS):
        unet, vae, encoders, vocab = pipeline(out / layout, layout, 100 + i)
        expected_unet(unet, expected / f"{layout}_unet.safetensors")
        if layout == "sd1":
            expected_vae(vae, expected / "sd1_vae.safetensors")
            image = torch.rand(2, 3, 24, 16, generator=torch.Generator().manual_seed(9)) * 2 - 1
            expected_modules(vae, expected / "sd1_vae_modules.safetensors", VAE_MODULES, lambda: vae(image))
        if layout in ("sd1", "sdxl"):
            expected_text(encoders, vocab, expected / f"{layout}_text.safetensors")
            expected_modules(unet, expected / f"{layout}_modules.safetensors", SD_MODULES if layout == "sd1" else XL_MODULES,
                             lambda: run_unet(unet, unet_inputs(unet.config, 2, 6, 5, 7, 3), 321.0))
    for name, layout, seed in (("sd1_expert1", "sd1", 201), ("sd1_expert2", "sd1", 202), ("sdxl_expert1", "sdxl", 203)):
        pipeline(out / name, layout, seed)
    for i, (name, config) in enumerate(VARIANTS.items()):
        unet = randomize(UNet2DConditionModel(**config), 300 + i)
        save_half(unet, out / "variants" / name / "unet", "diffusion_pytorch_model")
        expected_unet(unet, expected / f"variant_{name}_unet.safetensors")


if __name__ == "__main__":
    main(pathlib.Path(__file__).parent / "data")
