// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/content_disposition.h"
#include "core/hub/path_rules.h"
#include "tests/fuzz/fuzz_input.h"

using namespace segmoe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto name = hub::dispositionFileName(fuzz::asText(data, size));
    if (!name) return 0;
    fuzz::require(hub::pathFault(*name).empty(), "a name keeps to the rules of names");
    fuzz::require(name->find('/') == std::string::npos, "a name names no folder");
    std::string quoted;
    for (const char c : *name) {
        if (c == '"') quoted += '\\';
        quoted += c;
    }
    const auto again = hub::dispositionFileName("attachment; filename=\"" + quoted + "\"");
    fuzz::require(again && *again == *name, "a name that is written is read");
    return 0;
}
