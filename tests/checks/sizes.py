# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""One idea per file: at most 400 lines of code in a file and 80 in a function. Blank and comment lines do not count."""
import re

import source_tree

FILE_LINES = 400
FUNCTION_LINES = 80
NOT_A_FUNCTION = re.compile(r"^\s*(?:namespace|class|struct|union|enum|extern)\b")
TEMPLATE = re.compile(r"^\s*template\s*<(?:[^<>]|<[^<>]*>)*>")


def matching_brace(text, at):
    depth = 0
    for i in range(at, len(text)):
        depth += {"{": 1, "}": -1}.get(text[i], 0)
        if depth == 0:
            return i
    return len(text) - 1


def functions(text):
    """(first line, lines of code) of every function body outside other functions, in text without comments."""
    head, i = 0, 0
    while i < len(text):
        if text[i] in ";}":
            head = i + 1
        elif text[i] == "{":
            before = TEMPLATE.sub("", text[head:i])
            end = matching_brace(text, i)
            after = text[end + 1:].lstrip()[:1]
            if NOT_A_FUNCTION.match(before):
                head = i + 1
            elif "(" in before and not before.rstrip().endswith("=") and after not in (",", "{", ")"):
                body = text[i:end + 1].split("\n")
                yield text.count("\n", 0, i) + 1, sum(1 for line in body if line.strip())
                i = end
                head = end + 1
            else:
                i = end  # an initialiser
        i += 1


def check(root):
    for path in source_tree.sources(root, "app", "ui", "core", "tests"):
        code = source_tree.without_comments(source_tree.read(root, path))
        lines = sum(1 for line in code.split("\n") if line.strip())
        if lines > FILE_LINES:
            yield path, 1, f"{lines} lines of code; {FILE_LINES} are the limit, split it by ideas"
        code = re.sub(r"^[ \t]*#(?:[^\n\\]|\\.)*", "", code, flags=re.M)
        for line, length in functions(code):
            if length > FUNCTION_LINES:
                yield path, line, f"a function of {length} lines; {FUNCTION_LINES} are the limit"


if __name__ == "__main__":
    source_tree.main(check)
