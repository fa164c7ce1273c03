// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/start_image_options.h"

#include <array>
#include <string_view>
#include <utility>

#include "app/cli/arguments.h"

namespace segmoe::cli {

namespace {

constexpr std::array<std::pair<std::string_view, ResizeMode>, 3> kResizeModes = {
    {{"crop", ResizeMode::Crop}, {"fit", ResizeMode::Fit}, {"stretch", ResizeMode::Stretch}}};
constexpr std::array<std::pair<std::string_view, MaskContent>, 3> kMaskContents = {
    {{"original", MaskContent::Original}, {"noise", MaskContent::Noise}, {"blur", MaskContent::Blur}}};

template <class Table>
std::vector<std::string> namesOf(const Table& table) {
    std::vector<std::string> names;
    for (const auto& entry : table) names.emplace_back(entry.first);
    return names;
}

/// The names were checked when the options were read.
template <class Table>
auto valueOf(const Table& table, const std::string& name) {
    for (const auto& [known, value] : table)
        if (known == name) return value;
    return table.front().second;
}

}  // namespace

void addStartImageOptions(CLI::App& command, StartImageArguments& arguments) {
    StartImage& start = arguments.image;
    const std::string group = "Start image";
    CLI::Option* image =
        command.add_option("--init-image", start.file, "Picture to start from")->type_name("FILE")->group(group);
    const auto add = [&](const std::string& name, auto& value, const std::string& help) {
        return command.add_option(name, value, help)->needs(image)->group(group);
    };
    add("--strength", start.strength, "How much of it is made new, above 0 to 1; default 0.6")
        ->check(inRange(1e-6, 1.0));
    add("--resize", arguments.resize, "How it is brought to the size of the render: crop, fit, stretch")
        ->check(oneOf(namesOf(kResizeModes)));
    CLI::Option* mask =
        add("--mask", start.mask, "Grey picture: only its white region is painted anew")->type_name("FILE");
    add("--mask-content", arguments.maskContent, "What lies under the mask at the start: original, noise, blur")
        ->needs(mask)
        ->check(oneOf(namesOf(kMaskContents)));
    add("--mask-blur", start.maskBlur, "Softness of the mask's edge in pixels; default 4")
        ->needs(mask)
        ->check(inRange(0, 512));
    add("--only-masked", start.onlyMaskedPadding,
        "Render only the masked region and this margin in pixels, at the full size")
        ->needs(mask)
        ->check(inRange(0, 4096));
    command.add_flag("--invert-mask", start.invertMask, "Paint the black region instead")->needs(mask)->group(group);
}

std::optional<StartImage> startImageOf(const StartImageArguments& arguments) {
    if (arguments.image.file.empty()) return std::nullopt;
    StartImage start = arguments.image;
    start.resize = valueOf(kResizeModes, arguments.resize);
    start.maskContent = valueOf(kMaskContents, arguments.maskContent);
    return start;
}

}  // namespace segmoe::cli
