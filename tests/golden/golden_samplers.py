# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""What diffusers' schedulers do, evaluation by evaluation, with a small formula in place of the UNet.

runs.json lists the runs (sampler, schedule, steps, scheduler_config.json, timesteps, scale of the start latents) and
where their latents lie in latents.f32: after the start noise, one tensor [1, 4, 2, 2] per evaluation. noise.f32 is the
noise all runs draw from, in order. The two schedules diffusers does not have are written out here after ComfyUI's
comfy/samplers.py, and its DPM++ SDE gets this noise instead of a Brownian tree.
"""
import importlib
import json
import sys
import types

import diffusers  # looks for torchsde itself, so before the stand-in below
import numpy as np
import scipy.stats
import torch

# scheduling_dpmsolver_sde imports torchsde for its Brownian tree, which is replaced below.
sys.modules.setdefault("torchsde", types.ModuleType("torchsde"))

SHAPE = (1, 4, 2, 2)
SD1 = {
    "_class_name": "PNDMScheduler", "_diffusers_version": "0.6.0", "beta_end": 0.012, "beta_schedule": "scaled_linear",
    "beta_start": 0.00085, "num_train_timesteps": 1000, "set_alpha_to_one": False, "skip_prk_steps": True,
    "steps_offset": 1, "timestep_spacing": "leading", "trained_betas": None, "clip_sample": False,
}
CLASSES = {
    "ddim": ("ddim", "DDIMScheduler"), "ddpm": ("ddpm", "DDPMScheduler"),
    "euler": ("euler_discrete", "EulerDiscreteScheduler"),
    "euler_a": ("euler_ancestral_discrete", "EulerAncestralDiscreteScheduler"),
    "heun": ("heun_discrete", "HeunDiscreteScheduler"),
    "dpmpp_2m": ("dpmsolver_multistep", "DPMSolverMultistepScheduler"),
    "dpmpp_2m_sde": ("dpmsolver_multistep", "DPMSolverMultistepScheduler"),
    "dpmpp_sde": ("dpmsolver_sde", "DPMSolverSDEScheduler"), "unipc": ("unipc_multistep", "UniPCMultistepScheduler"),
    "lms": ("lms_discrete", "LMSDiscreteScheduler"), "pndm": ("pndm", "PNDMScheduler"), "lcm": ("lcm", "LCMScheduler"),
    "tcd": ("tcd", "TCDScheduler"),
}
TABLE_ONLY = ("ddim", "ddpm", "pndm", "lcm", "tcd")
OVERRIDES = {
    "normal": {}, "karras": {"use_karras_sigmas": True}, "exponential": {"use_exponential_sigmas": True},
    "beta": {"use_beta_sigmas": True}, "trailing": {"timestep_spacing": "trailing"},
    "sgm_uniform": {}, "simple": {},
}


def model(x, t):
    return torch.tanh(0.8 * x + 0.5 * float(t) / 1000 - 0.2)


def comfy_sigmas(schedule, table, steps):
    """table: σ of the training timesteps, ascending. Returns σ and the timesteps they belong to."""
    if schedule == "simple":
        stride = len(table) / steps
        points = np.array([len(table) - (1 + int(i * stride)) for i in range(steps)])
        return table[points].astype(np.float64), points.astype(np.float64)
    logs = np.log(table.astype(np.float64))
    points = np.linspace(len(table) - 1, 0, steps + 1)[:-1]
    return np.exp(np.interp(points, np.arange(len(table)), logs)), points


def set_sigmas(name, scheduler, table, sigmas, timesteps):
    """Gives the scheduler the noise levels it would not choose itself."""
    logs = np.log(table)
    if name in ("dpmpp_2m", "dpmpp_2m_sde", "unipc"):
        timesteps = timesteps.round()
    ends = torch.tensor(np.concatenate([sigmas, [0.0]]).astype(np.float32))
    timesteps = torch.tensor(timesteps)
    if name in ("heun", "dpmpp_sde"):
        ends = torch.cat([ends[:1], ends[1:-1].repeat_interleave(2), ends[-1:]])
        timesteps = torch.cat([timesteps[:1], timesteps[1:].repeat_interleave(2)])
        if name == "dpmpp_sde":
            timesteps[1::2] = torch.tensor(scheduler._second_order_timesteps(sigmas, logs))
    scheduler.sigmas, scheduler.timesteps = ends, timesteps


def class_of(name):
    module, cls = CLASSES[name]
    return getattr(importlib.import_module(f"diffusers.schedulers.scheduling_{module}"), cls)


def make_scheduler(name, schedule, config, steps):
    overrides = dict(OVERRIDES[schedule])
    if name.startswith("dpmpp_2m"):
        overrides["algorithm_type"] = "sde-dpmsolver++" if name == "dpmpp_2m_sde" else "dpmsolver++"
    scheduler = class_of(name).from_config(config, **overrides)
    scheduler.set_timesteps(steps)
    if schedule in ("sgm_uniform", "simple"):
        table = np.array(((1 - scheduler.alphas_cumprod) / scheduler.alphas_cumprod) ** 0.5)
        sigmas, points = comfy_sigmas(schedule, table, steps)
        if name == "euler":
            scheduler.set_timesteps(sigmas=[*sigmas.tolist(), 0.0])
        elif name == "euler_a":
            euler = class_of("euler").from_config(config)
            euler.set_timesteps(sigmas=[*sigmas.tolist(), 0.0])
            scheduler.sigmas, scheduler.timesteps = euler.sigmas, euler.timesteps
        else:
            set_sigmas(name, scheduler, table, sigmas, points)
    elif name == "euler_a" and schedule in ("karras", "exponential", "beta"):
        euler = class_of("euler").from_config(config, **overrides)
        euler.set_timesteps(steps)
        scheduler.sigmas, scheduler.timesteps = euler.sigmas, euler.timesteps
    if hasattr(scheduler, "set_begin_index"):
        scheduler.set_begin_index(0)
    return scheduler


def run(name, schedule, config, steps, eta, start, noise):
    scheduler = make_scheduler(name, schedule, config, steps)
    draws = iter(noise)
    module = sys.modules[type(scheduler).__module__]
    if hasattr(module, "randn_tensor"):
        module.randn_tensor = lambda shape, **_: next(draws).clone()
    if name == "dpmpp_sde":
        scheduler.noise_sampler = lambda *_: next(draws)
    extra = {} if eta is None else {"eta": eta}
    scale = float(scheduler.init_noise_sigma)
    x = start * scale
    told, latents = [], []
    for t in list(scheduler.timesteps):
        told.append(float(t))
        out = model(scheduler.scale_model_input(x, t), t)
        x = scheduler.step(out, t, x, return_dict=False, **extra)[0]
        latents.append(x.clone())
    return told, scale, latents


def starts(noise):
    """Runs that begin in the middle, as image-to-image does: clean latents get the noise of the first timestep used.

    Without lms and pndm: begun in the middle, diffusers gives them weights of steps that were never taken.
    """
    rows, blob, offset = [], [], 0
    clean = torch.linspace(-1.5, 1.5, 16).view(SHAPE)
    for name in CLASSES:
        if name in ("lms", "pndm"):
            continue
        for schedule in ("normal",) if name in TABLE_ONLY else ("normal", "karras"):
            for steps, strength in ((7, 0.6), (20, 0.35), (16, 1.0)):
                scheduler = make_scheduler(name, schedule, SD1, steps)
                draws = iter(noise[1:])
                module = sys.modules[type(scheduler).__module__]
                if hasattr(module, "randn_tensor"):
                    module.randn_tensor = lambda shape, **_: next(draws).clone()
                if name == "dpmpp_sde":
                    scheduler.noise_sampler = lambda *_: next(draws)
                first = steps - min(int(steps * strength), steps)
                order = 2 if name in ("heun", "dpmpp_sde") else 1
                timesteps = scheduler.timesteps[first * order:]
                if hasattr(scheduler, "set_begin_index"):
                    scheduler.set_begin_index(first * order)
                x = scheduler.add_noise(clean, noise[0], timesteps[:1])
                latents = [x]
                for t in timesteps:
                    out = model(scheduler.scale_model_input(x, t), t)
                    x = scheduler.step(out, t, x, return_dict=False)[0]
                    latents.append(x.clone())
                values = torch.cat([x.flatten() for x in latents]).numpy()
                assert np.isfinite(values).all(), (name, schedule, steps)
                rows.append({"sampler": name, "schedule": schedule, "steps": steps, "first": first, "offset": offset,
                             "evaluations": len(timesteps)})
                blob.append(values)
                offset += values.size
    return rows, np.concatenate(blob).astype("<f4")


def cases():
    """(sampler, schedule, steps, config changes, eta); a change to ... removes the key."""
    for name in CLASSES:
        for schedule in OVERRIDES:
            if schedule != "normal" and name in ("lcm", "tcd"):
                continue
            if name in TABLE_ONLY and schedule not in ("normal", "trailing"):
                continue
            for prediction in ("epsilon", "v_prediction"):
                for steps in (7, 20):
                    yield name, schedule, steps, {"prediction_type": prediction}, None
        for steps in (1, 2, 3):
            yield name, "normal", steps, {}, None
        for change in ({"steps_offset": 0}, {"timestep_spacing": "linspace"}, {"timestep_spacing": ...},
                       {"beta_schedule": ..., "beta_start": ..., "beta_end": ..., "set_alpha_to_one": ...},
                       {"beta_schedule": "squaredcos_cap_v2", "timestep_spacing": "linspace"}):
            if name == "lcm" and "beta_schedule" in change:
                continue
            yield name, "normal", 10, change, None
        small = {"num_train_timesteps": 50, "trained_betas": [round(0.002 + 0.0008 * i, 6) for i in range(50)]}
        yield name, "normal", 5, small | {"original_inference_steps": 10}, None
        if name not in ("euler_a", "pndm", "dpmpp_sde"):
            yield name, "normal", 7, {"prediction_type": "sample"}, None
        if name in ("ddim", "ddpm", "euler", "euler_a", "dpmpp_2m", "dpmpp_2m_sde", "unipc", "lcm", "tcd"):
            for steps in (7, 20):
                zero = {"prediction_type": "v_prediction", "rescale_betas_zero_snr": True}
                yield name, "normal", steps, zero | {"timestep_spacing": "trailing"}, None
                yield name, "normal", steps, zero, None
    for eta in (0.5, 1.0):
        yield "ddim", "normal", 7, {}, eta
        yield "tcd", "normal", 7, {}, eta
    yield "tcd", "normal", 4, {}, 0.0
    yield "ddim", "normal", 7, {"set_alpha_to_one": True}, None
    yield "ddpm", "normal", 7, {"variance_type": "fixed_large"}, None
    yield "ddpm", "normal", 7, {"variance_type": "fixed_small_log"}, None
    yield "pndm", "normal", 7, {"skip_prk_steps": False}, None
    yield "pndm", "trailing", 20, {"skip_prk_steps": ..., "prediction_type": "v_prediction"}, None
    yield "lcm", "normal", 4, {"original_inference_steps": 100, "timestep_scaling": 2.0}, None
    yield "euler", "normal", 7, {"interpolation_type": "log_linear"}, None
    yield "euler", "karras", 7, {"interpolation_type": "log_linear"}, None
    yield "euler", "karras", 7, {"sigma_min": 0.05, "sigma_max": 12.0}, None
    yield "euler", "normal", 7, {"final_sigmas_type": "sigma_min"}, None
    yield "heun", "normal", 7, {"use_exponential_sigmas": True}, None
    for name in ("dpmpp_2m", "dpmpp_2m_sde"):
        for steps in (7, 16):
            for change in ({"solver_order": 1}, {"solver_type": "heun"}, {"euler_at_final": True},
                           {"lower_order_final": False}, {"final_sigmas_type": "sigma_min"},
                           {"final_sigmas_type": "sigma_min", "lower_order_final": False},
                           {"use_karras_sigmas": True}, {"use_lu_lambdas": True}, {"lambda_min_clipped": -2.0},
                           {"lambda_min_clipped": -float("inf"), "timestep_spacing": "trailing"}):
                yield name, "normal", steps, change, None
    for steps in (7, 16):
        for change in ({"solver_order": 3}, {"solver_order": 3, "final_sigmas_type": "sigma_min"}):
            yield "dpmpp_2m", "normal", steps, change, None
        for change in ({"solver_order": 1}, {"solver_order": 3}, {"disable_corrector": [0, 2]},
                       # With zero as the last σ, bh1 of diffusers gives NaN.
                       {"solver_type": "bh1", "final_sigmas_type": "sigma_min"},
                       {"solver_order": 3, "solver_type": "bh1", "final_sigmas_type": "sigma_min"},
                       {"use_karras_sigmas": True},
                       {"final_sigmas_type": "sigma_min", "lower_order_final": False}):
            yield "unipc", "normal", steps, change, None
    yield "dpmpp_2m", "karras", 7, {"beta_schedule": "squaredcos_cap_v2"}, None
    yield "unipc", "karras", 7, {"beta_schedule": "squaredcos_cap_v2"}, None
    yield "dpmpp_2m", "normal", 50, {}, None


def spacings():
    """Timesteps alone, for many numbers of steps: rounding at halves is where they would part."""
    rows = []
    for spacing in ("leading", "linspace", "trailing"):
        for steps in (1, 2, 5, 9, 16, 30, 48, 96, 100, 144, 250):
            for name in ("ddim", "dpmpp_2m"):
                scheduler = class_of(name).from_config(SD1 | {"timestep_spacing": spacing})
                scheduler.set_timesteps(steps)
                rows.append({"sampler": name, "spacing": spacing, "steps": steps,
                             "timesteps": scheduler.timesteps.tolist()})
    return rows


def seeded_noise():
    """Two draws of four generators one after the other, as diffusers' randn_tensor makes them."""
    from diffusers.utils.torch_utils import randn_tensor
    rows = []
    for seed in (0, 42, 2**40 + 7, 2**63 - 1):
        generators = [torch.Generator("cpu").manual_seed(seed), torch.Generator("cpu").manual_seed(seed + 1)]
        draws = [randn_tensor((2, 4, 3, 5), generator=generators, dtype=torch.float32) for _ in range(2)]
        rows.append({"seed": seed, "draws": [[round(v, 7) for v in d.flatten().tolist()] for d in draws]})
    return rows


def main(out_dir):
    torch.set_num_threads(1)
    diffusers.logging.set_verbosity_error()
    out = out_dir / "samplers"
    out.mkdir(parents=True, exist_ok=True)
    generator = torch.Generator("cpu").manual_seed(20260101)
    start = torch.randn(SHAPE, generator=generator)
    noise = torch.randn((48, *SHAPE), generator=generator)
    runs, blob, offset = [], [], 0
    for name, schedule, steps, change, eta in cases():
        config = {k: v for k, v in (SD1 | change).items() if v is not ...}
        told, scale, latents = run(name, schedule, config, steps, eta, start, noise)
        values = torch.cat([x.flatten() for x in latents]).numpy()
        assert np.isfinite(values).all(), (name, schedule, steps, change)
        shown = {k: "absent" if v is ... else str(v) for k, v in change.items() if k != "trained_betas"}
        runs.append({"sampler": name, "schedule": schedule, "steps": steps, "eta": eta, "changes": shown,
                     "config": json.dumps(config), "timesteps": told, "scale": scale, "offset": offset})
        blob.append(values)
        offset += values.size
    np.concatenate(blob).astype("<f4").tofile(out / "latents.f32")
    torch.cat([start[None], noise]).numpy().astype("<f4").tofile(out / "noise.f32")
    rows, values = starts(noise)
    values.tofile(out / "starts.f32")
    (out / "starts.json").write_text(json.dumps({"config": json.dumps(SD1), "runs": rows}) + "\n")
    quantiles = [[p, a, b, float(scipy.stats.beta.ppf(p, a, b))]
                 for a, b in ((0.6, 0.6), (2.0, 5.0), (0.3, 1.7)) for p in np.linspace(0, 1, 24).tolist()]
    lines = json.dumps({"runs": runs}, separators=(",", ":")).replace('{"sampler"', '\n{"sampler"')
    (out / "runs.json").write_text(lines)
    (out / "tables.json").write_text(json.dumps(
        {"quantiles": quantiles, "spacings": spacings(), "noise": seeded_noise()}, separators=(",", ":")))
