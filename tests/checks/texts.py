# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""SPDX lines everywhere, no notes to self, no paths of one machine, no hosts of package registries."""
import pathlib
import re

import source_tree

WITH_SPDX = {".cpp", ".h", ".py", ".sh", ".cmake", ".in", ".qrc"}
WITH_SPDX_BY_NAME = {"CMakeLists.txt", "run"}
NOTES = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
MACHINE_PATHS = re.compile(r"(?<![\w.$}~-])/(?:root|home|work|Users|mnt)/\w|/opt/(?:wheels|pypi)|\b[A-Z]:\\\\Users")
REGISTRIES = re.compile(r"\b(?:pypi\.org|pythonhosted\.org|download\.pytorch\.org|deb\.debian\.org|registry\.npmjs\.org)\b")
LARGEST_TEXT = 1_000_000


def text_of(root, path):
    """The text of a file; nothing for data."""
    raw = (pathlib.Path(root) / path).read_bytes()
    if len(raw) > LARGEST_TEXT or b"\0" in raw:
        return None
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return None


def check(root):
    for path in source_tree.files(root):
        text = text_of(root, path)
        if text is None:
            continue
        head = "\n".join(text.split("\n")[:4])
        if path.suffix in WITH_SPDX or path.name in WITH_SPDX_BY_NAME:
            for line in ("SPDX-FileCopyrightText:", "SPDX-License-Identifier:"):
                if line not in head:
                    yield path, 1, f"the line {line} is missing"
        if path.parts[:2] == ("tests", "checks"):
            continue  # these files name what they look for
        code = path.suffix in WITH_SPDX or path.name in WITH_SPDX_BY_NAME
        for number, line in enumerate(text.split("\n"), 1):
            if code and NOTES.search(line):
                yield path, number, "a note to self: do it, or write it down as a limit in the README"
            if MACHINE_PATHS.search(line):
                yield path, number, "a path of one machine"
            if REGISTRIES.search(line):
                yield path, number, "the host of a package registry: leave the choice to the configuration of pip or apt"


if __name__ == "__main__":
    source_tree.main(check)
