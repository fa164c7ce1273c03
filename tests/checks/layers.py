# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""Includes go one way: app → ui → core, and inside core only to the left. No Qt in core, no LibTorch above it."""
import pathlib
import re

import source_tree

CORE = ("base", "domain", "weights", "nn", "text", "models", "samplers", "moe", "images", "hub", "store", "pipeline", "engine")
OPEN_TO_THE_WINDOW = ("base", "domain", "engine")
ABOVE = {"core": ("ui", "app"), "ui": ("app",), "app": ()}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
GENERATED = {"segmoe_build.h"}


def breach_of_include(path, quoted, name):
    """Why a file may not include a name; nothing when it may."""
    layer = path.parts[0]
    if not quoted:
        if layer == "core" and re.match(r"Q[A-Z]|Qt|QtCore", name):
            return f"core knows no Qt, but includes <{name}>"
        if layer in ("ui", "app") and re.match(r"(ATen|torch|c10)/", name):
            return f"LibTorch stays inside core, but {layer} includes <{name}>"
        return None
    parts = pathlib.PurePosixPath(name).parts
    if parts[0] in ABOVE.get(layer, ()):
        return f"{layer} may not include {parts[0]}: {name}"
    if parts[0] != "core" or len(parts) < 3:
        return None
    if layer in ("ui", "app") and parts[1] not in OPEN_TO_THE_WINDOW:
        return f"{layer} reaches core through {', '.join(OPEN_TO_THE_WINDOW)} only: {name}"
    if layer == "core" and len(path.parts) > 2 and CORE.index(parts[1]) > CORE.index(path.parts[1]):
        return f"core/{path.parts[1]} may not include core/{parts[1]}, which lies to its right: {name}"
    return None


def check(root):
    for folder in (pathlib.Path(root) / "core").iterdir():
        if folder.is_dir() and folder.name not in CORE:
            yield folder.relative_to(root), 1, "not a layer of core; the list is in tests/checks/layers.py"
    for path in source_tree.sources(root, "app", "ui", "core", "tests"):
        text = source_tree.read(root, path)
        for match in INCLUDE.finditer(text):
            quoted, name = match.group(1) == '"', match.group(2)
            line = text.count("\n", 0, match.start()) + 1
            breach = breach_of_include(path, quoted, name)
            if breach:
                yield path, line, breach
            rooted = name.endswith(".moc") or name in GENERATED or (pathlib.Path(root) / name).exists()
            if quoted and not rooted:
                yield path, line, f'include "{name}" is not rooted at the repository'


if __name__ == "__main__":
    source_tree.main(check)
