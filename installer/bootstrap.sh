#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
#
# From a fresh clone to a running program:
#
#   bash installer/bootstrap.sh run     sets everything up, builds, and opens the studio with the starter mixture
#                                       (without a display: renders it with the command line)
#   bash installer/bootstrap.sh test    the same set-up, then builds and runs every test
#
# Private downloads go to build/deps, logs to build/logs. Running it again is quick and changes nothing.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
cd "$root"
deps="$root/build/deps"
logs="$root/build/logs"

torch_version=2.13.0                 # installed when no torch is found; 2.6 and later are supported
vocab_package="open-clip-torch==3.3.0"
vocab_name=bpe_simple_vocab_16e6.txt.gz
vocab_sha256=924691ac288e54409236115652ad4aa250f48203de50a9e4722a6ecd48d6804a

# The package names of Debian 12 and later and Ubuntu 24.04 and later; a|b takes the first that the distribution has.
packages=(g++ cmake ninja-build ccache mold pkg-config python3 python3-venv ca-certificates
  qt6-base-dev "qt6-svg-dev|libqt6svg6-dev" qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libqcustomplot-dev qtkeychain-qt6-dev
  libyaml-cpp-dev nlohmann-json3-dev libcli11-dev libspdlog-dev libspng-dev "libjpeg62-turbo-dev|libjpeg-turbo8-dev" libwebp-dev libutf8proc-dev
  libcurl4-openssl-dev libssl-dev libsqlite3-dev libsqlitecpp-dev zlib1g-dev fonts-dejavu-core)

step_number=0
steps_total=6
step_name=
step_log=

# ---- messages ---------------------------------------------------------------------------------------------------------

begin() { # name, log file or nothing
  step_number=$((step_number + 1))
  step_name=$1
  step_log=${2:+$logs/$2.log}
  printf '[%d/%d] %s\n' "$step_number" "$steps_total" "$step_name"
}

say() { printf '      %s\n' "$*"; }

fail() { # remedy…
  {
    printf '\nStopped at step %d of %d: %s.\n' "$step_number" "$steps_total" "$step_name"
    if [[ -n $step_log && -s $step_log ]]; then
      printf 'The end of the log:\n'
      tail -n 25 "$step_log" | sed 's/^/  | /'
      printf 'Log file: %s\n' "$step_log"
    fi
    printf 'What to do: %s\n' "$*"
  } >&2
  exit 1
}

# Shows the lines of a long command: the current one on a terminal, one line in twenty seconds elsewhere.
show_progress() {
  local line shown=$SECONDS width
  width=$(tput cols 2>/dev/null || echo 100)
  while IFS= read -r line; do
    if [[ -t 1 ]]; then
      printf '\r\033[K      %s' "${line:0:width-8}"
    elif ((SECONDS - shown >= 20)); then
      say "… ${line:0:140}"
      shown=$SECONDS
    fi
  done
  [[ -t 1 ]] && printf '\r\033[K'
  return 0
}

logged() { # command… ; its output goes to the step's log, its progress to the screen
  printf '\n$ %s\n' "$*" >>"$step_log"
  "$@" 2>&1 </dev/null | tee -a "$step_log" | show_progress
}

# ---- 1. system packages -----------------------------------------------------------------------------------------------

is_installed() { [[ $(dpkg-query -W -f '${Status}' "$1" 2>/dev/null) == "install ok installed" ]]; }
is_offered() { apt-cache show --no-all-versions "$1" >/dev/null 2>&1; }

missing_packages() { # prints what apt has to install, alternatives as they are
  local entry name found
  for entry in "${packages[@]}"; do
    found=
    for name in ${entry//|/ }; do is_installed "$name" && found=1; done
    [[ -n $found ]] || echo "$entry"
  done
}

install_with_apt() {
  local missing as_root=() names=() entry name
  mapfile -t missing < <(missing_packages)
  if ((${#missing[@]} == 0)); then
    say "all there"
    return
  fi
  say "installing: ${missing[*]}"
  if ((EUID != 0)); then
    if ! command -v sudo >/dev/null; then
      fail "become root and run: apt-get install ${missing[*]%%|*}"
    fi
    as_root=(sudo)
    sudo -v || fail "allow sudo, or have somebody run: apt-get install ${missing[*]%%|*}"
  fi
  as_root+=(env DEBIAN_FRONTEND=noninteractive)
  logged "${as_root[@]}" apt-get update || fail "check the network and the sources of apt, then run this again."
  for entry in "${missing[@]}"; do
    for name in ${entry//|/ }; do
      if is_offered "$name"; then
        names+=("$name")
        break
      fi
    done
    [[ -n ${names[*]:-} && " ${entry//|/ } " == *" ${names[-1]} "* ]] ||
      fail "this release of the distribution has no package ${entry//|/ or }; Debian 12 and Ubuntu 24.04 or later do."
  done
  logged "${as_root[@]}" apt-get install -y --no-install-recommends "${names[@]}" ||
    fail "run 'apt-get install ${names[*]}' by hand, see what it says, then run this again."
}

has_lrelease() {
  local folder
  command -v lrelease6 lrelease-qt6 >/dev/null && return 0
  folder=$(pkg-config --variable=libexecdir Qt6Core 2>/dev/null || true)
  for folder in "$folder" "$(pkg-config --variable=bindir Qt6Core 2>/dev/null || true)" /usr/lib/qt6/bin /usr/lib64/qt6/bin /usr/lib/qt6; do
    [[ -n $folder && -x $folder/lrelease ]] && return 0
  done
  return 1
}

# Without apt nothing is installed: what is missing is named, by what the build looks for.
check_by_hand() {
  local missing=() tool module header
  for tool in cmake ninja pkg-config python3; do
    command -v "$tool" >/dev/null || missing+=("the program $tool")
  done
  command -v c++ >/dev/null || missing+=("a C++20 compiler (g++ 12 or clang 15)")
  if command -v pkg-config >/dev/null; then
    for module in Qt6Core:6.4 Qt6Widgets:6.4 Qt6Svg:6.4 Qt6Test:6.4 Qt6PrintSupport:6.4 yaml-cpp:0.6 libcurl:7 sqlite3:3 spng:0.7 libjpeg:2 libwebp:1 libutf8proc:2 \
      zlib:1 libcrypto:1.1 spdlog:1.5; do
      pkg-config --atleast-version="${module#*:}" "${module%:*}" 2>/dev/null ||
        missing+=("the development files of ${module%:*} ${module#*:} or later")
    done
  fi
  if command -v c++ >/dev/null; then
    for header in nlohmann/json.hpp CLI/CLI.hpp SQLiteCpp/SQLiteCpp.h; do
      echo "#include <$header>" | c++ -std=c++20 -fsyntax-only -x c++ - 2>/dev/null || missing+=("the header <$header>")
    done
  fi
  if ! has_lrelease; then
    missing+=("lrelease of Qt 6 (the Linguist tools)")
  fi
  if command -v c++ >/dev/null && pkg-config --exists Qt6Widgets Qt6PrintSupport 2>/dev/null; then
    # shellcheck disable=SC2046
    echo '#include <qcustomplot.h>' |
      c++ -std=c++20 -fPIC -fsyntax-only $(pkg-config --cflags Qt6Widgets Qt6PrintSupport) -x c++ - 2>/dev/null ||
      missing+=("QCustomPlot built for Qt 6 (the header <qcustomplot.h>)")
  fi
  if ((${#missing[@]} > 0)); then
    printf '      missing: %s\n' "${missing[@]}" >&2
    fail "install these with the package manager of this system (it is not apt, so this script does not do it), then run this again."
  fi
  say "all there"
}

system_packages() {
  begin "System packages" 1-packages
  if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
    install_with_apt
  else
    check_by_hand
  fi
}

# ---- 2. LibTorch ------------------------------------------------------------------------------------------------------

torch_of_folder() { # prints the version when the folder holds a usable LibTorch
  local version
  [[ -f $1/share/cmake/Torch/TorchConfigVersion.cmake && -e $1/lib/libtorch_cpu.so ]] || return 1
  version=$(sed -n 's/^set(PACKAGE_VERSION "\([0-9.]*\).*/\1/p' "$1/share/cmake/Torch/TorchConfigVersion.cmake")
  [[ -n $version && $(printf '2.6\n%s\n' "$version" | sort -V | head -n 1) == 2.6 ]] || return 1
  ! grep -q '_GLIBCXX_USE_CXX11_ABI=0' "$1/share/cmake/Torch/TorchConfig.cmake" || return 1
  echo "$version"
}

torch_of_python() { # prints the folder of an importable torch
  "$1" -c 'import importlib.util as u
s = u.find_spec("torch")
print(list(s.submodule_search_locations)[0] if s and s.submodule_search_locations else "")' 2>/dev/null
}

private_python() { # build/deps/venv, made when it is not there
  local candidate
  [[ -x $deps/venv/bin/python ]] && "$deps/venv/bin/python" -m pip --version >/dev/null 2>&1 && return 0
  for candidate in python3 /usr/bin/python3; do
    if "$candidate" -c 'import venv, ensurepip' 2>/dev/null; then
      logged "$candidate" -m venv --clear "$deps/venv" && return 0
    fi
  done
  fail "install Python 3.10 or later with its venv module (python3-venv on Debian), then run this again."
}

find_torch() {
  local version
  begin "LibTorch" 2-torch
  if [[ -n ${SEGMOE_TORCH_DIR:-} ]]; then
    torch_dir=$(cd "$SEGMOE_TORCH_DIR" 2>/dev/null && pwd) || fail "SEGMOE_TORCH_DIR is $SEGMOE_TORCH_DIR, which is not a folder. Correct it or unset it."
    version=$(torch_of_folder "$torch_dir") ||
      fail "SEGMOE_TORCH_DIR is $torch_dir, which holds no LibTorch 2.6 or later (share/cmake/Torch, lib/libtorch_cpu.so). Correct it or unset it."
    say "$version from SEGMOE_TORCH_DIR, $torch_dir"
    return
  fi
  torch_dir=$(torch_of_python python3 || true)
  if [[ -n $torch_dir ]] && version=$(torch_of_folder "$torch_dir"); then
    say "$version of the Python on PATH, $torch_dir"
    return
  fi
  private_python
  torch_dir=$(torch_of_python "$deps/venv/bin/python" || true)
  if [[ -z $torch_dir ]] || ! torch_of_folder "$torch_dir" >/dev/null; then
    say "installing torch $torch_version into build/deps/venv (a download of 200 MB to 3 GB, by platform)"
    logged "$deps/venv/bin/python" -m pip install "torch==$torch_version" ||
      fail "check the network and pip's configuration, or unpack a LibTorch yourself and set SEGMOE_TORCH_DIR to its folder."
    torch_dir=$(torch_of_python "$deps/venv/bin/python" || true)
  fi
  version=$(torch_of_folder "$torch_dir") || fail "the torch in build/deps/venv is not complete: delete that folder and run this again."
  say "$version in build/deps/venv"
}

# ---- 3. CLIP vocabulary -----------------------------------------------------------------------------------------------

vocab_is_right() { [[ -f $1 ]] && echo "$vocab_sha256  $1" | sha256sum --check --status; }

fetch_vocab() {
  private_python
  rm -rf "$deps/clip.part"
  mkdir -p "$deps/clip.part"
  logged "$deps/venv/bin/python" -m pip download --no-deps --dest "$deps/clip.part" "$vocab_package" || return 1
  logged "$deps/venv/bin/python" -c 'import glob, sys, zipfile
folder, name = sys.argv[1:]
wheel = glob.glob(folder + "/*.whl")[0]
open(folder + "/" + name, "wb").write(zipfile.ZipFile(wheel).read("open_clip/" + name))' "$deps/clip.part" "$vocab_name" || return 1
  vocab_is_right "$deps/clip.part/$vocab_name" || return 1
  mkdir -p "$deps/clip"
  mv "$deps/clip.part/$vocab_name" "$deps/clip/$vocab_name"
  rm -rf "$deps/clip.part"
}

clip_vocabulary() {
  begin "CLIP vocabulary (for single-file checkpoints)" 3-vocabulary
  if vocab_is_right "$deps/clip/$vocab_name"; then
    say "all there"
  elif [[ -n ${SEGMOE_CLIP_VOCAB:-} ]] && vocab_is_right "$SEGMOE_CLIP_VOCAB"; then
    mkdir -p "$deps/clip"
    cp "$SEGMOE_CLIP_VOCAB" "$deps/clip/$vocab_name"
    say "taken from SEGMOE_CLIP_VOCAB"
  elif fetch_vocab; then
    say "taken from $vocab_package"
  else
    fail "check the network and pip's configuration, or put the file $vocab_name (SHA-256 ${vocab_sha256:0:16}…) into build/deps/clip."
  fi
}

# ---- 4, 5. configure and build ----------------------------------------------------------------------------------------

configure() { # preset, more arguments
  begin "Configuring build/$1" "4-configure-$1"
  logged cmake --preset "$1" "-DSEGMOE_TORCH_DIR=$torch_dir" "-DSEGMOE_CLIP_VOCAB_FILE=$deps/clip/$vocab_name" "${@:2}" ||
    fail "read the first error in the log; when packages were changed, delete build/$1 and run this again."
}

jobs_that_fit() { # one compiler takes up to 1.5 GB
  local cores memory
  cores=$(nproc)
  memory=$(awk '/MemAvailable/ {print int($2 / 1500000)}' /proc/meminfo 2>/dev/null || echo "$cores")
  ((memory < 1)) && memory=1
  echo $((memory < cores ? memory : cores))
}

build() { # preset
  local started=$SECONDS jobs
  jobs=$(jobs_that_fit)
  begin "Building with $jobs compilers" "5-build-$1"
  logged cmake --build --preset "$1" --parallel "$jobs" ||
    fail "read the first error in the log. When a compiler was killed, memory ran out: close other programs and run this again."
  say "done in $((SECONDS - started)) s"
}

# ---- 6. start or test -------------------------------------------------------------------------------------------------

starter_value() { # key of "defaults" in starter.json
  python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["defaults"][sys.argv[2]])' "$share/starter/starter.json" "$1"
}

start() {
  local share=build/release/share/segmoe-studio picture=build/starter.png trace=build/starter-trace.safetensors command
  if [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then
    begin "Starting the studio with the starter mixture"
    exec "$root/build/release/app/segmoe-studio" "$root/$share/starter/starter.yaml"
  fi
  begin "First picture (no display here, so the command line renders it)" 6-picture
  command=(build/release/app/segmoe render "$share/starter/starter.yaml" --prompt "$(starter_value prompt)"
    --steps "$(starter_value steps)" --guidance "$(starter_value guidance)" --seed "$(starter_value seed)"
    --width "$(starter_value width)" --height "$(starter_value height)" --trace "$trace" -o "$picture")
  say "$(printf '%q ' "${command[@]}")"
  "${command[@]}" 2> >(tee -a "$step_log" >&2) >>"$step_log" ||
    fail "read the message above; 'build/release/app/segmoe render --help' lists what can be set."
  build/release/app/segmoe trace "$trace"
  say "picture: $root/$picture"
}

run_tests() {
  local jobs status=0
  jobs=$(jobs_that_fit)
  begin "Tests"
  # One compute thread a test: as many tests as cores run side by side.
  export OMP_NUM_THREADS=1 QT_QPA_PLATFORM=offscreen
  ctest --preset test --parallel "$jobs" </dev/null | tee "$logs/tests.log" || status=$?
  show_skips
  return "$status"
}

# ctest counts a test program with a skipped case as passed: the cases are named, and its summary is the last word again.
show_skips() {
  local skipped
  skipped=$(grep -ah '^SKIP ' "$root/build/test/Testing/Temporary/LastTest.log") || return 0
  printf '\nSkipped cases:\n%s\n\n' "$skipped"
  sed -n '/% tests passed/,$p' "$logs/tests.log"
}

usage() {
  sed -n '5,13p' "$root/installer/bootstrap.sh" | sed 's/^# \{0,1\}//'
  exit "$1"
}

case ${1:-} in
  run | test) ;;
  -h | --help) usage 0 ;;
  *) usage 2 >&2 ;;
esac

[[ $1 == test ]] && packages+=(clang-format curl)
mkdir -p "$deps" "$logs"
rm -f "$logs"/*.log
system_packages
find_torch
clip_vocabulary
if [[ $1 == run ]]; then
  configure release
  build release
  start
else
  configure test
  build test
  run_tests
fi
