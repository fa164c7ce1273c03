#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
#
# Makes the starter family from nothing: run_all.sh WORK_FOLDER [PYTHON]
# One single-threaded process at a time; see README.md for durations. Stages
# whose result exists are skipped; an interrupted UNet run is resumed.
set -euo pipefail
work=${1:?usage: run_all.sh WORK_FOLDER [PYTHON]}
python=${2:-python3}
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
    "$python" "$here/$script" "$@" | tee "$work/${script%.py}.log"
  fi
}

stage vae/config.json train_vae.py --out "$work/vae"
stage decoder/config.json train_decoder.py --vae "$work/vae" --out "$work/decoder"
stage text/text_encoder/config.json train_text.py --out "$work/text"
stage classifier.safetensors train_classifier.py --out "$work/classifier.safetensors"
stage cache.pt cache_latents.py --vae "$work/vae" --text "$work/text" --out "$work/cache.pt"
resume=()
if [ -e "$work/unet/checkpoint.pt" ]; then resume=(--resume); fi
stage unet/done train_unet.py --cache "$work/cache.pt" --out "$work/unet" "${resume[@]}"
touch "$work/unet/done"

cp "$work/classifier.safetensors" "$here/classifier.safetensors"
"$python" "$here/assemble.py" --vae "$work/decoder" --text "$work/text" --unet "$work/unet" --out "$here/.."
"$python" "$here/assemble.py" --expand "$here/.." --out "$work/starter"
"$python" "$here/evaluate.py" --backend diffusers --starter "$work/starter" \
  --report "$work/report.json" --sheets "$work/sheets" || true
