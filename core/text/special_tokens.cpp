// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/text/special_tokens.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include <nlohmann/json.hpp>

#include "core/base/json_reader.h"
#include "core/base/utf8.h"

namespace segmoe::text {

namespace {

using nlohmann::json;

constexpr std::size_t kMaxAddedTokens = 10'000;
constexpr std::size_t kMaxTokenBytes = 4096;

/// In the order in which transformers adds them, with CLIPTokenizer's defaults.
struct NamedToken {
    const char* key;
    const char* standard;
};
constexpr NamedToken kNamedTokens[] = {{"bos_token", "<|startoftext|>"}, {"eos_token", "<|endoftext|>"},
                                       {"unk_token", "<|endoftext|>"},   {"sep_token", nullptr},
                                       {"pad_token", "<|endoftext|>"},   {"cls_token", nullptr},
                                       {"mask_token", nullptr}};

/// A named or added token and whether a file gave it with properties: transformers keeps both kinds apart.
struct Entry {
    AddedToken token;
    bool hasProperties = false;
    bool isDefault = false;  ///< CLIPTokenizer's own, no file names it
};

bool flag(const json& object, const char* key, bool standard, const std::string& where) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) return standard;
    if (!found->is_boolean()) failTokenizer(where, std::string("'") + key + "' must be true or false.");
    return found->get<bool>();
}

std::string content(const json& value, const std::string& where) {
    if (!value.is_string()) failTokenizer(where, "a token must be a string.");
    const auto& text = value.get_ref<const std::string&>();
    if (text.size() > kMaxTokenBytes)
        failTokenizer(where, "the token is longer than " + std::to_string(kMaxTokenBytes) + " bytes.");
    return text;
}

/// A string, or an object with "content" and properties. markedSpecial: the file says "special" although the object
/// does not.
Entry parseEntry(const json& value, const std::string& where, bool markedSpecial) {
    if (value.is_string()) return {{.content = content(value, where)}, false};
    if (!value.is_object() || !value.contains("content"))
        failTokenizer(where, "expected a string or an object with 'content'.");
    Entry entry{.token = {.content = content(value["content"], where)}, .hasProperties = true};
    const bool special = markedSpecial || flag(value, "special", false, where);
    entry.token.normalized = flag(value, "normalized", !special, where);
    entry.token.stripLeft = flag(value, "lstrip", false, where);
    entry.token.stripRight = flag(value, "rstrip", false, where);
    entry.token.singleWord = flag(value, "single_word", false, where);
    return entry;
}

bool same(const Entry& a, const Entry& b) {
    return a.hasProperties == b.hasProperties && a.token.content == b.token.content &&
           a.token.normalized == b.token.normalized && a.token.stripLeft == b.token.stripLeft &&
           a.token.stripRight == b.token.stripRight && a.token.singleWord == b.token.singleWord;
}

int parseId(const json& value, const std::string& where) {
    if (!value.is_number_integer() || value < 0 || value >= kMaxTokenId)
        failTokenizer(where, "a token id must be a whole number from 0 to 16777215.");
    return value.get<int>();
}

int parseIdKey(const std::string& key, const std::string& where) {
    int id = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), id);
    if (error != std::errc{} || end != key.data() + key.size() || id < 0 || id >= kMaxTokenId)
        failTokenizer(where, quote(key) + " is not a token id.");
    return id;
}

json readObject(const std::filesystem::path& file) {
    if (!std::filesystem::is_regular_file(file)) return json::object();
    json value = readJsonFile(file, {.code = ErrorCode::TokenizerInvalid});
    if (!value.is_object()) failTokenizer(quotePath(file), "the file must hold a JSON object.");
    return value;
}

using Named = std::map<std::string, Entry>;

void overrideNamed(const json& object, const std::string& where, bool special, Named& named) {
    for (const auto& [key, standard] : kNamedTokens) {
        const auto found = object.find(key);
        if (found == object.end()) continue;
        if (found->is_null())
            named.erase(key);
        else
            named[key] = parseEntry(*found, where + ", key '" + key + "'", special);
    }
}

/// added_tokens.json and tokenizer.json: used where tokenizer_config.json has no added_tokens_decoder of its own.
void readOlderDecoder(const std::filesystem::path& folder, const json& tokenizerJson, const Named& named,
                      std::map<int, Entry>& decoder) {
    const auto addedFile = folder / "added_tokens.json";
    const json added = readObject(addedFile);
    for (const auto& [text, id] : added.items()) {
        const std::string where = quotePath(addedFile) + ", key " + quote(text);
        const bool special = std::any_of(named.begin(), named.end(), [&, &name = text](const auto& entry) {
            return !entry.second.isDefault && entry.second.token.content == name;
        });
        decoder[parseId(id, where)] = {{.content = content(json(text), where), .normalized = !special}, true};
    }
    if (!tokenizerJson.is_object() || !tokenizerJson.contains("added_tokens")) return;
    const std::string where = quotePath(folder / "tokenizer.json") + ", key 'added_tokens'";
    if (!tokenizerJson["added_tokens"].is_array()) failTokenizer(where, "expected an array.");
    for (const json& value : tokenizerJson["added_tokens"]) {
        Entry entry = parseEntry(value, where, false);
        if (!value.is_object() || !value.contains("id")) failTokenizer(where, "an entry lacks its 'id'.");
        decoder[parseId(value["id"], where)] = std::move(entry);
    }
}

/// Adds a token as the library does: known contents keep their id, new ones get the next free one.
void addToken(const AddedToken& token, TokenizerSpec& spec) {
    if (token.content.empty()) return;
    const auto known = std::find_if(spec.addedTokens.begin(), spec.addedTokens.end(),
                                    [&](const AddedToken& old) { return old.content == token.content; });
    AddedToken added = token;
    if (known != spec.addedTokens.end()) {
        added.id = known->id;
        *known = added;
        return;
    }
    const auto inVocabulary = spec.vocabulary.find(token.content);
    if (inVocabulary != spec.vocabulary.end()) {
        added.id = inVocabulary->second;
    } else {
        added.id = static_cast<int>(spec.vocabulary.size());
        for (const AddedToken& old : spec.addedTokens) added.id = std::max(added.id, old.id + 1);
    }
    if (spec.addedTokens.size() >= kMaxAddedTokens)
        failTokenizer(spec.source, "more than " + std::to_string(kMaxAddedTokens) + " added tokens.");
    spec.addedTokens.push_back(added);
}

void setNamedIds(const Named& named, TokenizerSpec& spec) {
    const auto idOf = [&](const char* key) -> std::optional<int> {
        const auto entry = named.find(key);
        if (entry == named.end()) return std::nullopt;
        for (const AddedToken& token : spec.addedTokens)
            if (token.content == entry->second.token.content) return token.id;
        return std::nullopt;
    };
    const auto bos = idOf("bos_token");
    const auto eos = idOf("eos_token");
    if (!bos || !eos) failTokenizer(spec.source, "the start or the end token is not named.");
    spec.bosId = *bos;
    spec.eosId = *eos;
    spec.padId = idOf("pad_token").value_or(*eos);
    const auto unknown = named.find("unk_token");
    const auto found =
        unknown == named.end() ? spec.vocabulary.end() : spec.vocabulary.find(unknown->second.token.content);
    spec.unknownId = found == spec.vocabulary.end() ? -1 : found->second;
}

void readMaxLength(const json& config, TokenizerSpec& spec) {
    const auto found = config.find("model_max_length");
    if (found == config.end() || !found->is_number()) return;
    // transformers writes 1e30 for "no limit".
    const double length = found->get<double>();
    if (length >= 2 && length <= 4096) spec.maxLength = static_cast<int>(length);
}

}  // namespace

void readSpecialTokens(const std::filesystem::path& folder, const nlohmann::json& tokenizerJson, TokenizerSpec& spec) {
    Named named;
    for (const auto& [key, standard] : kNamedTokens)
        if (standard) named[key] = {.token = {.content = standard}, .isDefault = true};
    const auto configFile = folder / "tokenizer_config.json";
    const json config = readObject(configFile);
    overrideNamed(config, quotePath(configFile), false, named);
    readMaxLength(config, spec);

    std::map<int, Entry> decoder;
    const auto ownDecoder = config.find("added_tokens_decoder");
    if (ownDecoder != config.end() && ownDecoder->is_object()) {
        for (const auto& [key, value] : ownDecoder->items()) {
            const std::string where = quotePath(configFile) + ", key 'added_tokens_decoder." + key + "'";
            decoder[parseIdKey(key, where)] = parseEntry(value, where, false);
        }
    } else {
        const auto mapFile = folder / "special_tokens_map.json";
        overrideNamed(readObject(mapFile), quotePath(mapFile), true, named);
        readOlderDecoder(folder, tokenizerJson, named, decoder);
    }
    if (decoder.size() > kMaxAddedTokens)
        failTokenizer(spec.source, "more than " + std::to_string(kMaxAddedTokens) + " added tokens.");

    for (const auto& [id, entry] : decoder) addToken(entry.token, spec);
    std::vector<Entry> later;
    for (const auto& [key, standard] : kNamedTokens) {
        const auto entry = named.find(key);
        if (entry == named.end()) continue;
        const bool inDecoder = std::any_of(decoder.begin(), decoder.end(), [&](const auto& known) {
            return known.second.token.content == entry->second.token.content;
        });
        const bool repeated =
            std::any_of(later.begin(), later.end(), [&](const Entry& known) { return same(known, entry->second); });
        if (!inDecoder && !repeated) later.push_back(entry->second);
    }
    for (const Entry& entry : later) addToken(entry.token, spec);
    setNamedIds(named, spec);
}

}  // namespace segmoe::text
