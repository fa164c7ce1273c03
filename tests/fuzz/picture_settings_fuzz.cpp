// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/images/settings_reader.h"
#include "tests/fuzz/fuzz_input.h"

using namespace segmoe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(fuzz::asText(data, size));
    fuzz::run([&] { (void)images::readSettingsText(text); });
    for (const char* keyword : {"parameters", "segmoe", "prompt", "sui_image_params", "fooocus_scheme", "Comment",
                                "invokeai_metadata", "sd-metadata", "Dream", "XML:com.adobe.xmp"})
        fuzz::run([&] { (void)images::readPictureSettings({{keyword, text}, {"Description", text}}, "fuzz"); });
    return 0;
}
