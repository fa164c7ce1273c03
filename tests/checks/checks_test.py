# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""Puts one breach of each rule before the checks: a check that finds nothing there would be worth nothing."""
import pathlib
import tempfile
import unittest

import documents
import error_sentences
import layers
import listing
import sampler_golden
import sizes
import source_tree
import texts

SPDX = "// SPDX-FileCopyrightText: 2026 somebody\n// SPDX-License-Identifier: Apache-2.0\n"


class ChecksTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.folder.name)
        for name in ("core/base", "core/engine", "ui", "app"):
            (self.root / name).mkdir(parents=True)

    def tearDown(self):
        self.folder.cleanup()

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def messages(self, check):
        return [f"{path}:{line}: {message}" for path, line, message in check(self.root)]

    def assert_finds(self, check, *parts):
        found = self.messages(check)
        self.assertEqual(len(found), len(parts), found)
        for part in parts:
            self.assertTrue(any(part in message for message in found), f"{part} not in {found}")

    def test_layers(self):
        self.write("core/base/a.h", "")
        self.write("core/engine/e.h", '#include "core/base/a.h"\n#include <ATen/ATen.h>\n')
        self.assert_finds(layers.check)
        self.write("core/base/a.cpp", '#include "core/engine/e.h"\n#include <QString>\n')
        self.write("core/moe/m.h", "")
        self.write("ui/u.cpp", '#include <ATen/ATen.h>\n#include "core/moe/m.h"\n#include "a.h"\n')
        self.assert_finds(layers.check, "a.cpp:1: core/base may not", "a.cpp:2: core knows no Qt", "u.cpp:1: LibTorch", "u.cpp:2: ui reaches", "u.cpp:3: include")

    def test_sizes(self):
        line = "    call(\"}{\", '{');  // }\n"
        self.write("core/base/a.cpp", "namespace x {\nstruct S { int a{1}; };\nS::S() : a{2} {\n" + line * 78 + "}\n}\n")
        self.assert_finds(sizes.check)
        self.write("core/base/a.cpp", "namespace x {\nstruct S { int a{1}; };\nS::S() : a{2} {\n" + line * 79 + "}\n}\n")
        self.assert_finds(sizes.check, "a.cpp:3: a function of 81 lines")
        self.write("core/base/a.cpp", "int a;  // one\n\n" * 400)
        self.assert_finds(sizes.check)
        self.write("core/base/a.cpp", "int a;\n" * 401)
        self.assert_finds(sizes.check, "401 lines of code")

    def test_comments_are_removed(self):
        text = 'a /* b\n c */ "d // e" R"(f\n")" // g\nh'
        self.assertEqual(source_tree.without_comments(text), 'a \n "" ""\n  \nh')

    def test_listing(self):
        self.write("core/base/CMakeLists.txt", "target_sources(x PRIVATE a.cpp)  # b.cpp\n")
        self.write("tests/core/base/tests.cmake", "segmoe_add_test(core/base/a_test LIGHT)\n")
        for name in ("core/base/a.cpp", "core/base/b.cpp", "tests/core/base/a_test.cpp", "tests/core/base/b_test.cpp"):
            self.write(name, "")
        self.assert_finds(listing.check, "core/base/b.cpp", "tests/core/base/b_test.cpp")

    def test_texts(self):
        self.write("core/base/good.cpp", SPDX)
        self.assert_finds(texts.check)
        self.write("core/base/bad.cpp", "// SPDX-License-Identifier: Apache-2.0\n// TO" + "DO later\nopen(\"/ho" + "me/me/x\");\n")
        self.write("README.md", "from https://py" + "pi.org/x\n")
        self.assert_finds(texts.check, "bad.cpp:1: the line SPDX-FileCopyrightText", "bad.cpp:2: a note", "bad.cpp:3: a path", "README.md:1: the host")

    def test_documents(self):
        self.write("core/base/a.h", "")
        self.write("README.md", "[there](core/base/a.h) [web](https://x.y/z) `core/base/a` `core/base`\n`core/base/b` ![gone](c.png)\n")
        self.assert_finds(documents.check, "README.md:2: core/base/b does", "README.md:2: c.png does")

    def test_error_sentences(self):
        self.write("core/base/error.h", "enum class ErrorCode {\n  // files\n  One,\n  Two,\n};\n")
        self.write("ui/bridge/error_text.cpp", "case ErrorCode::One: return a; // ErrorCode::Two\n")
        self.assert_finds(error_sentences.check, "ErrorCode::Two")

    def test_sampler_golden(self):
        self.write("core/domain/sampler_kind.cpp", '{SamplerKind::A, "euler", "E"},\n{SamplerKind::B, "euler_a", "Ea"},\n')
        runs = "tests/golden/data/samplers/runs.json"
        self.write(runs, '{"runs": [{"sampler": "euler_a"}]}')
        self.assert_finds(sampler_golden.check, "the sampler euler")
        self.write(runs, '{"runs": [{"sampler": "euler_a"}, {"sampler": "euler"}]}')
        self.assert_finds(sampler_golden.check)


if __name__ == "__main__":
    unittest.main()
