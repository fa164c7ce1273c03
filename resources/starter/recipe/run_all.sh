#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
#
# Makes the starter family from nothing: run_all.sh WORK_FOLDER [PYTHON]
# One single-threaded process at a time; see README.md for durations. Stages
# whose result exists are skipped; an interrupted UNet run is resumed.
#
# SEGMOE=PATH        measures with that command line program instead of diffusers
# STEPS_SCALE=0.01   multiplies every number of steps and pictures: a trial of the
#                    plumbing. Its parts stay in WORK_FOLDER; only a full run
#                    replaces those of the source tree.
set -euo pipefail
work=${1:?usage: run_all.sh WORK_FOLDER [PYTHON]}
python=${2:-python3}
scale=${STEPS_SCALE:-1}
here=$(cd "$(dirname "$0")" && pwd)
export OMP_NUM_THREADS=1
mkdir -p "$work"

stage() { # RESULT SCRIPT ARGUMENTS...
  local result=$1 script=$2
  shift 2
  if [ -e "$work/$result" ]; then
    echo "== $script: already done"
  else
    echo "== $script"
    "$python" "$here/$script" --scale "$scale" "$@" | tee "$work/${script%.py}.log"
  fi
}

stage vae/config.json train_vae.py --out "$work/vae"
stage text/text_encoder/config.json train_text.py --out "$work/text"
stage cache.pt cache_latents.py --vae "$work/vae" --text "$work/text" --out "$work/cache.pt"
resume=()
if [ -e "$work/unet/checkpoint.pt" ]; then resume=(--resume); fi
stage unet/done train_unet.py --cache "$work/cache.pt" --out "$work/unet" "${resume[@]}"
touch "$work/unet/done"
stage decoder/config.json train_decoder.py --vae "$work/vae" --out "$work/decoder"
stage classifier.safetensors train_classifier.py --vae "$work/decoder" --out "$work/classifier.safetensors"

laid_out=$here/..
prompts=40
if [ "$scale" = 1 ]; then
  cp "$work/classifier.safetensors" "$here/classifier.safetensors"
else
  laid_out=$work/laid-out
  prompts=2
  mkdir -p "$laid_out"
  cp "$here/../starter.yaml" "$here/../starter.json" "$laid_out"
fi
"$python" "$here/assemble.py" --vae "$work/decoder" --text "$work/text" --unet "$work/unet" --out "$laid_out"
"$python" "$here/assemble.py" --expand "$laid_out" --out "$work/starter"
backend=(--backend diffusers)
if [ -n "${SEGMOE:-}" ]; then backend=(--segmoe "$SEGMOE"); fi
"$python" "$here/evaluate.py" "${backend[@]}" --starter "$work/starter" --classifier "$work/classifier.safetensors" \
  --per-group "$prompts" --foreign 20 --report "$work/report.json" --sheets "$work/sheets" || [ "$scale" != 1 ]
