# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""C++ files look as clang-format 14 makes them (other versions lay some lines out differently)."""
import pathlib
import re
import shutil
import subprocess
import sys

import source_tree

MAJOR = 14


def formatter():
    """The program of the right version; nothing when it is not installed."""
    for name in (f"clang-format-{MAJOR}", "clang-format"):
        program = shutil.which(name)
        if program:
            said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
            version = re.search(r"version (\d+)\.", said)
            if version and int(version.group(1)) == MAJOR:
                return program
    return None


def check(root):
    program = formatter()
    if not program:
        print(f"skipped: clang-format {MAJOR} is not installed")
        sys.exit(source_tree.SKIPPED)
    paths = source_tree.sources(root, "app", "ui", "core", "tests")
    command = [program, "--dry-run", "--style=file", "--ferror-limit=1"]
    for start in range(0, len(paths), 40):
        batch = [str(pathlib.Path(root) / path) for path in paths[start:start + 40]]
        said = subprocess.run(command + batch, capture_output=True, text=True, cwd=root, check=False).stderr
        first = {}
        for name, line in re.findall(r"^(.+?):(\d+):\d+: warning: code should be clang-formatted", said, re.M):
            first.setdefault(name, int(line))
        for name, line in first.items():
            yield pathlib.Path(name).relative_to(root), line, "run clang-format -i on it"


if __name__ == "__main__":
    source_tree.main(check)
