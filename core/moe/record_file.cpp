// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/record_file.h"

#include "core/base/error.h"
#include "core/base/json_reader.h"
#include "core/base/utf8.h"

namespace segmoe::moe {

namespace {

std::shared_ptr<const SafetensorsFile> openRecord(const std::filesystem::path& file) {
    try {
        return SafetensorsFile::open(file);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::FileMissing || error.code() == ErrorCode::LocalIo) throw;
        throw Error(ErrorCode::CaptureInvalid, quotePath(file) + " is not a routing trace: " + error.what(),
                    error.detail());
    }
}

}  // namespace

RecordFile::RecordFile(const std::filesystem::path& file) : m_path(file), m_file(openRecord(file)) {}

void RecordFile::fail(const std::string& why) const {
    throw Error(ErrorCode::CaptureInvalid,
                quotePath(m_path) + " is not a routing trace: " + why + ". Choose a file written by --trace.");
}

std::string RecordFile::metadata(const std::string& key) const {
    const auto found = m_file->metadata().find(key);
    if (found == m_file->metadata().end()) fail("its metadata has no '" + key + "'");
    return found->second;
}

nlohmann::json RecordFile::parse(const std::string& text) const {
    return parseJson(text, m_path.string(), {.code = ErrorCode::CaptureInvalid});
}

std::vector<std::string> RecordFile::texts(const nlohmann::json& list, const std::string& what,
                                           std::int64_t most) const {
    if (!list.is_array() || list.empty() || static_cast<std::int64_t>(list.size()) > most)
        fail("'" + what + "' is not a list of a sensible size");
    std::vector<std::string> result;
    for (const auto& entry : list) {
        if (!entry.is_string()) fail("'" + what + "' holds something else than texts");
        result.push_back(entry.get<std::string>());
    }
    return result;
}

TensorInfo RecordFile::info(const std::string& name, DType dtype, std::size_t dimensions) const {
    const auto found = m_file->find(name);
    if (!found) fail("it has no tensor '" + name + "'");
    if (found->dtype != dtype || found->shape.size() != dimensions)
        fail("'" + name + "' has another type or number of dimensions");
    return *found;
}

void RecordFile::requireShape(const std::string& name, const TensorInfo& found,
                              const std::vector<std::int64_t>& shape) const {
    if (found.shape != shape)
        fail("the sizes of '" + name + "' do not fit the other tensors and the lists of sites and experts");
}

std::vector<float> RecordFile::finite(const std::string& name, const std::vector<std::int64_t>& shape) const {
    std::vector<float> result = values<float>(name, DType::F32, shape);
    for (float value : result)
        if (!std::isfinite(value)) fail("'" + name + "' holds values that are no numbers");
    return result;
}

}  // namespace segmoe::moe
