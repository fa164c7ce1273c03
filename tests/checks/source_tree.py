# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""What every check shares: the files of the repository, and how a check reports."""
import os
import pathlib
import re
import sys

FOLDERS = ("app", "ui", "core", "resources", "translations", "installer", "tests", ".ci")
SKIPPED_FOLDERS = {"build", ".git", "__pycache__", ".cache"}
SKIPPED = 77


def files(root, *folders):
    """Files below the folders (all of the repository without any), as sorted paths relative to root."""
    root = pathlib.Path(root)
    found = []
    for folder in folders or FOLDERS:
        for place, inner, names in os.walk(root / folder):
            inner[:] = sorted(name for name in inner if name not in SKIPPED_FOLDERS)
            found += [(pathlib.Path(place) / name).relative_to(root) for name in names if not name.endswith(".pyc")]
    if not folders:
        found += [path.relative_to(root) for path in root.iterdir() if path.is_file() and path.name != ".git"]
    return sorted(found)


def sources(root, *folders):
    """C++ files."""
    return [path for path in files(root, *folders) if path.suffix in (".cpp", ".h")]


def read(root, path):
    return (pathlib.Path(root) / path).read_text(encoding="utf-8")


def without_comments(text):
    """C++ text with comments and the contents of literals blanked; line breaks stay where they are."""
    token = re.compile(r'//[^\n]*|/\*.*?\*/|R"([^(\s]*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Fa-f])\'(?:\\.|[^\'\\\n])+\'', re.S)

    def blank(match):
        found = match.group(0)
        breaks = "\n" * found.count("\n")
        if found.startswith("/"):
            return breaks if breaks else " "
        return '""' + breaks if found[0] in '"R' else "' '"

    return token.sub(blank, text)


def main(check):
    """Runs check(root), which yields (path, line, message), and leaves with 1 when there is any."""
    breaches = sorted(check(sys.argv[1]), key=lambda breach: (str(breach[0]), breach[1]))
    for path, line, message in breaches:
        print(f"{path}:{line}: {message}")
    print(f"{len(breaches)} breaches")
    sys.exit(1 if breaches else 0)
