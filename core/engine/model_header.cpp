// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model_header.h"

#include <algorithm>
#include <map>

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/domain/dtype.h"
#include "core/domain/model_ref.h"
#include "core/pipeline/used_file.h"
#include "core/weights/safetensors_file.h"

namespace segmoe {

ModelHeader readModelHeader(const std::filesystem::path& model) {
    const std::filesystem::path file =
        std::filesystem::is_directory(model) ? pipeline::identityFile(ModelRef::parse(model.string())) : model;
    if (file.empty())
        throw Error(ErrorCode::ComponentMissing,
                    quotePath(model) + " has no UNet whose header could be read. Choose one of its files.");
    const auto source = SafetensorsFile::open(file);
    ModelHeader header;
    header.file = file;
    header.tensors = static_cast<int>(source->names().size());
    std::map<std::string, int> types;
    for (const std::string& name : source->names())
        if (const auto info = source->find(name)) ++types[std::string(dtypeName(info->dtype))];
    header.types.assign(types.begin(), types.end());
    std::ranges::stable_sort(header.types, std::greater(), &std::pair<std::string, int>::second);
    header.texts.assign(source->metadata().begin(), source->metadata().end());
    return header;
}

}  // namespace segmoe
