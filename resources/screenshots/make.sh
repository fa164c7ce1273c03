#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
#
# The README's pictures: the real window after it has rendered the starter mixture, its Routing and its Mix page.
#
#   bash resources/screenshots/make.sh build/release/app/segmoe-studio
#
# Needs no display. Without a program it takes the one of the release build.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"
studio="${1:-$here/../../build/release/app/segmoe-studio}"
[[ -x $studio ]] || { echo "There is no program at $studio. Build it first: bash installer/bootstrap.sh run" >&2; exit 1; }

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}" LC_ALL=C.UTF-8

take() { # theme
  "$studio" --profile "$work/profile-$1" --theme "$1" --lang en --size 1280x800 --self-test --screenshots "$work/$1"
}
take light
take dark
mv "$work/light/render.png" "$work/light/routing.png" "$work/light/mix.png" "$here/"
mv "$work/dark/render.png" "$here/render_dark.png"
echo "Written: $here/{render,render_dark,routing,mix}.png"
