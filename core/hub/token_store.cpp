// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/token_store.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include <openssl/crypto.h>
#include <sys/stat.h>

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/hub/http_headers.h"
#include "core/hub/http_url.h"
#include "core/hub/hub_folders.h"
#include "core/hub/live_settings.h"
#include "core/hub/network_settings.h"
#include "core/hub/small_file.h"

namespace segmoe::hub {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxFileBytes = 64 * 1024;

/// Texts that hold tokens are wiped before their memory is given back.
class Wiped {
public:
    explicit Wiped(std::string text) : m_text(std::move(text)) {}
    ~Wiped() { OPENSSL_cleanse(m_text.data(), m_text.size()); }
    Wiped(const Wiped&) = delete;
    Wiped& operator=(const Wiped&) = delete;
    std::string& text() { return m_text; }

private:
    std::string m_text;
};

void requirePrivate(const fs::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) == 0 && (status.st_mode & 077) != 0)
        throw Error(ErrorCode::NotWritable, "Others may read " + quotePath(file) +
                                                ", which holds your tokens. Take the right away (chmod 600), or remove "
                                                "the file and log in again.");
}

bool isHuggingFace(const std::string& origin) {
    return origin == "https://huggingface.co" || origin == "https://hf.co";
}

/// The Python tools' file was written for huggingface.co; a server on this machine is the person's own.
bool mayUseTokenFile(const std::string& origin) { return isHuggingFace(origin) || HttpUrl::parse(origin).isLoopback(); }

/// Whoever sets HF_TOKEN and HF_ENDPOINT means both together; a mirror of the settings came later.
bool mayUseVariables(const std::string& origin) {
    return mayUseTokenFile(origin) || !LiveSettings::ofProcess().hasNamed(origin) ||
           NetworkSettings::fromEnvironment().endpoint == origin;
}

}  // namespace

std::vector<std::string> originsOf(Site site, const std::string& origin) {
    if (site == Site::HuggingFace && isHuggingFace(origin)) return {"https://huggingface.co", "https://hf.co"};
    if (site == Site::CivitAi && origin == "https://civitai.com")
        return {"https://civitai.com", "https://civitai.red", "https://civitai.green"};
    return {origin};
}

TokenStore::TokenStore(fs::path file) : m_file(std::move(file)) {}

std::vector<TokenStore::Entry> TokenStore::read() const {
    std::vector<Entry> entries;
    requirePrivate(m_file);
    auto content = readSmallFile(m_file, kMaxFileBytes);
    if (!content) return entries;
    Wiped whole(std::move(*content));
    const std::string_view text = whole.text();
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = trimmedBlanks(text.substr(begin, end - begin));
        begin = end + 1;
        if (line.starts_with('[') && line.ends_with(']'))
            entries.push_back({std::string(line.substr(1, line.size() - 2)), {}});
        else if (line.starts_with("token=") && !entries.empty())
            entries.back().token = line.substr(6);
    }
    return entries;
}

void TokenStore::write(const std::vector<Entry>& entries) const {
    Wiped text(std::string(kMaxFileBytes, '\0'));  // one allocation, so that no copy stays behind
    text.text().clear();
    text.text() += "# Tokens of SegMoE Studio. Nobody but you may read this file.\n";
    for (const Entry& entry : entries)
        text.text().append("[").append(entry.origin).append("]\ntoken=").append(entry.token).append("\n");
    replaceSmallFile(m_file, m_file.parent_path(), text.text(), Privacy::OwnerOnly);
}

FoundToken TokenStore::find(Site site, const std::string& origin) const {
    const auto known = [&](Credential credential, FoundToken::Origin from, const std::string& name) {
        FoundToken result{std::move(credential), from, name, true};
        if (site == Site::HuggingFace)
            if (const auto off = environmentValue("HF_HUB_DISABLE_IMPLICIT_TOKEN"))
                result.isImplicit = !(*off == "1" || equalsIgnoringCase(*off, "on") ||
                                      equalsIgnoringCase(*off, "yes") || equalsIgnoringCase(*off, "true"));
        return result;
    };
    const auto found = [&](std::string token, FoundToken::Origin from, const std::string& name) {
        return known(Credential(std::move(token), originsOf(site, origin)), from, name);
    };
    if (Credential lent = LiveSettings::ofProcess().lent(origin); !lent.empty())
        return known(std::move(lent), FoundToken::Origin::Session, "this session");
    for (Entry& entry : read())
        if (entry.origin == origin && !entry.token.empty())
            return found(std::move(entry.token), FoundToken::Origin::Settings, m_file.string());
    const std::vector<const char*> names = site == Site::HuggingFace
                                               ? std::vector<const char*>{"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"}
                                               : std::vector<const char*>{"CIVITAI_API_TOKEN"};
    for (const char* name : names)
        if (auto value = site == Site::CivitAi || mayUseVariables(origin) ? environmentValue(name) : std::nullopt) {
            FoundToken token = found(std::move(*value), FoundToken::Origin::Environment, name);
            if (!token.credential.empty()) return token;
        }
    if (site != Site::HuggingFace || !mayUseTokenFile(origin)) return {};
    const fs::path file = hfTokenFile();
    auto text = readSmallFile(file, kMaxFileBytes);
    if (!text) return {};
    FoundToken token = found(std::move(*text), FoundToken::Origin::TokenFile, file.string());
    return token.credential.empty() ? FoundToken{} : token;
}

void TokenStore::save(Site site, const std::string& origin, const std::string& token) {
    const Credential checked(token, originsOf(site, origin));
    if (checked.empty()) throw Error(ErrorCode::TokenInvalid, "The token is empty. Copy it from your account's page.");
    std::vector<Entry> entries = read();
    std::erase_if(entries, [&](const Entry& entry) { return entry.origin == origin; });
    entries.push_back({origin, std::string(trimmedBlanks(token))});
    write(entries);
    for (Entry& entry : entries) OPENSSL_cleanse(entry.token.data(), entry.token.size());
}

bool TokenStore::forget(const std::string& origin) {
    std::vector<Entry> entries = read();
    const bool wasThere = std::erase_if(entries, [&](const Entry& entry) { return entry.origin == origin; }) > 0;
    if (wasThere) write(entries);
    return wasThere;
}

}  // namespace segmoe::hub
