# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""Every source is listed by name in a CMake file of its folder or one above it; nothing is globbed."""
import pathlib
import re

import source_tree


def cmake_words(root):
    """Folder → the words of its CMakeLists.txt and tests.cmake."""
    words = {}
    for path in source_tree.files(root, "app", "ui", "core", "tests"):
        if path.name == "CMakeLists.txt" or path.suffix == ".cmake":
            text = re.sub(r"#[^\n]*", "", source_tree.read(root, path))
            words.setdefault(path.parent, set()).update(re.findall(r'[^\s()"]+', text))
    return words


def is_listed(path, words):
    for folder in path.parents:
        if str(path.relative_to(folder)) in words.get(folder, ()):
            return True
    if path.parts[0] != "tests":
        return False
    test_name = str(pathlib.PurePosixPath(*path.parts[1:]).with_suffix(""))
    return any(test_name in found for found in words.values())


def check(root):
    words = cmake_words(root)
    for folder, found in words.items():
        for word in found & {"GLOB", "GLOB_RECURSE", "aux_source_directory"}:
            yield folder, 1, f"{word}: list sources by name"
    for path in source_tree.files(root, "app", "ui", "core", "tests"):
        if path.suffix == ".cpp" and not is_listed(path, words):
            yield path, 1, "in no CMake list, so it is never built"


if __name__ == "__main__":
    source_tree.main(check)
