// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/text/tokenizer_files.h"

#include <fstream>
#include <unordered_set>

#include <zlib.h>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/json_reader.h"
#include "core/base/utf8.h"
#include "core/text/special_tokens.h"

namespace segmoe::text {

namespace {

using nlohmann::json;

constexpr std::size_t kMaxFileBytes = 64 * 1024 * 1024;
constexpr std::size_t kMaxTokens = 1'000'000;
constexpr std::size_t kClipMerges = 49152 - 256 - 2;
constexpr JsonLimits kTokenizerJson{.maxBytes = kMaxFileBytes, .code = ErrorCode::TokenizerInvalid};

Vocabulary parseVocabulary(const json& object, const std::string& where) {
    if (!object.is_object() || object.empty())
        failTokenizer(where, "the vocabulary must be a JSON object from token to id.");
    if (object.size() > kMaxTokens)
        failTokenizer(where, "the vocabulary has more than " + std::to_string(kMaxTokens) + " tokens.");
    Vocabulary vocabulary;
    vocabulary.reserve(object.size());
    std::unordered_set<int> ids;
    for (const auto& [token, id] : object.items()) {
        if (!id.is_number_integer() || id < 0 || id >= kMaxTokenId)
            failTokenizer(where, "the id of " + quote(token) + " must be a whole number from 0 to 16777215.");
        if (!ids.insert(id.get<int>()).second)
            failTokenizer(where, "the id " + std::to_string(id.get<int>()) + " of " + quote(token) + " is used twice.");
        vocabulary.emplace(token, id.get<int>());
    }
    return vocabulary;
}

std::pair<std::string, std::string> parseMerge(std::string_view line, const std::string& where, std::size_t number) {
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos || space == 0 || space + 1 == line.size() ||
        line.find(' ', space + 1) != std::string_view::npos)
        failTokenizer(where, "merge " + std::to_string(number) + " is " + quote(line) +
                                 ", not two tokens with one space between.");
    return {std::string(line.substr(0, space)), std::string(line.substr(space + 1))};
}

/// Calls f for each line without its line break.
template <class F>
void forEachLine(std::string_view text, F&& f) {
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        f(line);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
}

std::string readBounded(const std::filesystem::path& path) {
    std::error_code failure;
    const auto size = std::filesystem::file_size(path, failure);
    if (!failure && size > kMaxFileBytes) failTokenizer(quotePath(path), "the file is larger than 64 MiB.");
    std::ifstream in(path, std::ios::binary);
    std::string bytes(failure ? 0 : static_cast<std::size_t>(size), '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (failure || !in)
        throw Error(ErrorCode::TokenizerMissing, "The tokenizer file " + quotePath(path) + " could not be read.");
    return bytes;
}

void readMergesFile(const std::filesystem::path& path, TokenizerSpec& spec) {
    forEachLine(readBounded(path), [&](std::string_view line) {
        if (line.empty() || line.starts_with("#version")) return;
        if (spec.merges.size() == kMaxTokens)
            failTokenizer(quotePath(path), "more than " + std::to_string(kMaxTokens) + " merges.");
        spec.merges.push_back(parseMerge(line, quotePath(path), spec.merges.size() + 1));
    });
}

void readTokenizerJson(const json& file, const std::string& where, TokenizerSpec& spec) {
    const auto model = file.find("model");
    if (model == file.end() || !model->is_object()) failTokenizer(where, "the key 'model' is missing.");
    const json type = model->value("type", json("BPE"));
    const json suffix = model->value("end_of_word_suffix", json(nullptr));
    if (type != "BPE" || suffix != "</w>")
        failTokenizer(
            where,
            "this is not a CLIP tokenizer (byte pair encoding with '</w>'). Only CLIP text encoders are supported.");
    spec.vocabulary = parseVocabulary(model->value("vocab", json()), where + ", key 'model.vocab'");
    const std::string mergesKey = where + ", key 'model.merges'";
    const auto merges = model->find("merges");
    if (merges == model->end() || !merges->is_array() || merges->size() > kMaxTokens)
        failTokenizer(mergesKey, "expected an array of merges.");
    for (const json& merge : *merges) {
        const bool isPair = merge.is_array() && merge.size() == 2 && merge[0].is_string() && merge[1].is_string();
        if (isPair)
            spec.merges.emplace_back(merge[0].get<std::string>(), merge[1].get<std::string>());
        else if (merge.is_string())
            spec.merges.push_back(parseMerge(merge.get_ref<const std::string&>(), mergesKey, spec.merges.size() + 1));
        else
            failTokenizer(mergesKey, "merge " + std::to_string(spec.merges.size() + 1) +
                                         " is neither a string nor a pair of strings.");
    }
}

/// Inflates a gzip file; a file that is not compressed is read as it is.
std::string readGzip(const std::filesystem::path& path) {
    const gzFile file = gzopen(path.c_str(), "rb");
    if (!file)
        throw Error(ErrorCode::TokenizerMissing, "The CLIP vocabulary " + quotePath(path) + " could not be read.");
    std::string text(16 * 1024 * 1024, '\0');
    const int length = gzread(file, text.data(), static_cast<unsigned>(text.size()));
    const bool whole = length >= 0 && gzclose(file) == Z_OK;
    if (length < 0) gzclose(file);
    if (!whole || static_cast<std::size_t>(length) == text.size())
        failTokenizer(
            quotePath(path),
            "the file is damaged or larger than 16 MiB unpacked. Fetch it again with 'bash installer/bootstrap.sh "
            "run'.");
    text.resize(static_cast<std::size_t>(length));
    return text;
}

}  // namespace

TokenizerSpec readTokenizerFolder(const std::filesystem::path& folder) {
    const auto jsonFile = folder / "tokenizer.json";
    const auto vocabFile = folder / "vocab.json";
    const auto mergesFile = folder / "merges.txt";
    TokenizerSpec spec;
    spec.source = quotePath(folder);
    json whole;
    if (std::filesystem::is_regular_file(jsonFile)) {
        whole = readJsonFile(jsonFile, kTokenizerJson);
        if (!whole.is_object()) failTokenizer(quotePath(jsonFile), "the file must hold a JSON object.");
        readTokenizerJson(whole, quotePath(jsonFile), spec);
    } else if (std::filesystem::is_regular_file(vocabFile) && std::filesystem::is_regular_file(mergesFile)) {
        spec.vocabulary = parseVocabulary(readJsonFile(vocabFile, kTokenizerJson), quotePath(vocabFile));
        readMergesFile(mergesFile, spec);
    } else {
        throw Error(ErrorCode::TokenizerMissing, "The tokenizer folder " + quotePath(folder) +
                                                     " holds neither tokenizer.json nor vocab.json with merges.txt. "
                                                     "Copy these files from the model the folder belongs to.");
    }
    readSpecialTokens(folder, whole, spec);
    return spec;
}

TokenizerSpec readClipVocabulary(const std::filesystem::path& file, const std::string& padToken) {
    TokenizerSpec spec;
    spec.source = quotePath(file);
    bool title = true;
    forEachLine(readGzip(file), [&](std::string_view line) {
        if (!title && spec.merges.size() < kClipMerges)
            spec.merges.push_back(parseMerge(line, quotePath(file), spec.merges.size() + 1));
        title = false;
    });
    if (spec.merges.size() != kClipMerges)
        failTokenizer(quotePath(file), "found " + std::to_string(spec.merges.size()) + " merges instead of " +
                                           std::to_string(kClipMerges) + ".");
    const auto add = [&](const std::string& token) {
        const int id = static_cast<int>(spec.vocabulary.size());
        spec.vocabulary.emplace(token, id);
        return id;
    };
    // CLIP numbers its bytes in the order printable first: those that stand for themselves, then the others.
    for (const std::string suffix : {"", "</w>"}) {
        for (const bool own : {true, false})
            for (const std::string& standIn : byteStandIns())
                if ((standIn < "\xC4\x80") == own) add(standIn + suffix);
    }
    for (const auto& [left, right] : spec.merges) add(left + right);
    spec.bosId = add("<|startoftext|>");
    spec.eosId = spec.unknownId = add("<|endoftext|>");
    if (spec.vocabulary.size() != 2 * 256 + kClipMerges + 2)
        failTokenizer(quotePath(file), "two merges give the same token.");
    const auto pad = spec.vocabulary.find(padToken);
    if (pad == spec.vocabulary.end())
        failTokenizer(quotePath(file), "the vocabulary lacks the pad token " + quote(padToken) + ".");
    spec.padId = pad->second;
    // As the tokenizer folders of Stable Diffusion say it: the pad token, given as a bare string, is looked for as
    // typed.
    spec.addedTokens = {{.content = "<|startoftext|>", .id = spec.bosId, .normalized = true},
                        {.content = "<|endoftext|>", .id = spec.eosId, .normalized = true}};
    if (spec.padId == spec.eosId)
        spec.addedTokens.back().normalized = false;
    else
        spec.addedTokens.push_back({.content = padToken, .id = spec.padId});
    return spec;
}

}  // namespace segmoe::text
