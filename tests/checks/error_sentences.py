# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""Every ErrorCode has its sentence and remedy in ui/bridge/error_text.cpp."""
import pathlib
import re

import source_tree

ENUM = pathlib.Path("core/base/error.h")
SENTENCES = pathlib.Path("ui/bridge/error_text.cpp")


def codes(root):
    text = source_tree.without_comments(source_tree.read(root, ENUM))
    body = re.search(r"enum class ErrorCode\s*\{(.*?)\}", text, re.S).group(1)
    return re.findall(r"\w+", body)


def check(root):
    named = set(re.findall(r"\bErrorCode::(\w+)", source_tree.without_comments(source_tree.read(root, SENTENCES))))
    found = codes(root)
    if not found:
        yield ENUM, 1, "no code found; the check no longer reads the enumeration"
    for code in found:
        if code not in named:
            yield SENTENCES, 1, f"no sentence for ErrorCode::{code}"


if __name__ == "__main__":
    source_tree.main(check)
