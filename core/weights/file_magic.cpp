// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/file_magic.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

#include "core/base/ascii.h"
#include "core/base/error.h"
#include "core/base/mapped_file.h"
#include "core/base/utf8.h"

namespace segmoe {

namespace {

struct Magic {
    std::string_view bytes;
    std::string_view what;
};

using namespace std::string_view_literals;

constexpr Magic kMagics[] = {
    {"PK\x03\x04"sv, "a ZIP archive"},
    {"\x89PNG"sv, "a PNG picture"},
    {"\xFF\xD8\xFF"sv, "a JPEG picture"},
    {"\x1F\x8B"sv, "a gzip archive"},
    {"\xFD"
     "7zXZ"sv,
     "an xz archive"},
    {"7z\xBC\xAF"sv, "a 7-Zip archive"},
    {"\x28\xB5\x2F\xFD"sv, "a Zstandard archive"},
    {"Rar!"sv, "a RAR archive"},
    {"GGUF"sv, "a GGUF model"},
    {"\x89HDF"sv, "an HDF5 file"},
    {"\x7F"
     "ELF"sv,
     "a program"},
    {"%PDF"sv, "a PDF document"},
    {"version https://git-lfs"sv, "a Git LFS pointer, the model itself was not downloaded"},
};

std::string readStart(const MappedFile& file) {
    std::string start(std::min<std::uint64_t>(file.size(), 256), '\0');
    file.read(0, std::as_writable_bytes(std::span(start)));
    return start;
}

/// Protocols 2 to 5 begin with 0x80 and their number; torch.save writes archives whose entries include data.pkl.
bool isPickle(std::string_view start) {
    if (start.size() >= 2 && start[0] == '\x80' && start[1] >= 2 && start[1] <= 5) return true;
    return start.starts_with("PK\x03\x04"sv) && start.find("data.pkl"sv) != std::string_view::npos;
}

/// A web page, or the JSON of an error, saved in place of the file it should have been.
std::string_view textFormat(std::string_view start) {
    const auto first = start.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    const std::string word = asciiLower(std::string(start.substr(first, 14)));
    if (word.starts_with("<!doctype html") || word.starts_with("<html")) return "a web page";
    if (word.starts_with("<?xml")) return "an XML document";
    if (word.starts_with("{\"")) return "a JSON text";
    return {};
}

}  // namespace

void refuseForeignFormat(const MappedFile& file) {
    const std::string start = readStart(file);
    if (isPickle(start))
        throw Error(
            ErrorCode::PickleRefused,
            "The file " + quotePath(file.path()) +
                " is a Python pickle, which can run code when opened. Use a .safetensors version of this model.");
    std::string_view what = textFormat(start);
    for (const Magic& magic : kMagics)
        if (start.starts_with(magic.bytes)) what = magic.what;
    if (what.empty()) return;
    throw Error(ErrorCode::FormatUnsupported, "The file " + quotePath(file.path()) + " is not a safetensors file but " +
                                                  std::string(what) + ". Download the model again.");
}

}  // namespace segmoe
