# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""What the root documents point at exists: relative links and pictures, and paths between backticks."""
import pathlib
import re

import source_tree

LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
PATH = re.compile(r"`((?:" + "|".join(re.escape(folder) for folder in source_tree.FOLDERS) + r")/[\w./-]*)`")
MADE_BY_THE_BUILD = ("build/",)


def exists(root, name):
    """A file or folder, or a module named without its suffix."""
    path = pathlib.Path(root) / name
    return path.exists() or any(path.with_name(path.name + suffix).exists() for suffix in (".h", ".cpp", ".py"))


def check(root):
    for document in sorted(pathlib.Path(root).glob("*.md")):
        for number, line in enumerate(document.read_text(encoding="utf-8").split("\n"), 1):
            for name in LINK.findall(line) + PATH.findall(line):
                if "AREA" not in name and not name.startswith(MADE_BY_THE_BUILD) and not exists(root, name):
                    yield document.relative_to(root), number, f"{name} does not exist"


if __name__ == "__main__":
    source_tree.main(check)
