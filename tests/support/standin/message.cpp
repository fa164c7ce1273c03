// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/standin/message.h"

#include <algorithm>
#include <cctype>

#include <openssl/evp.h>
#include <zlib.h>

namespace segmoe::standin {

namespace {

int hexValue(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string digestHex(const EVP_MD* kind, std::string_view head, std::string_view bytes) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    EVP_DigestInit_ex(context, kind, nullptr);
    EVP_DigestUpdate(context, head.data(), head.size());
    EVP_DigestUpdate(context, bytes.data(), bytes.size());
    EVP_DigestFinal_ex(context, digest, &length);
    EVP_MD_CTX_free(context);
    std::string text;
    for (unsigned i = 0; i < length; ++i) {
        text += "0123456789abcdef"[digest[i] >> 4];
        text += "0123456789abcdef"[digest[i] & 15];
    }
    return text;
}

std::string firstOf(const std::vector<HeaderLine>& lines, std::string_view name) {
    for (const auto& [key, value] : lines)
        if (sameName(key, name)) return value;
    return {};
}

}  // namespace

bool sameName(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b,
                              [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

std::string percentDecoded(std::string_view text, bool plusIsBlank) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isCode =
            text[i] == '%' && i + 2 < text.size() && hexValue(text[i + 1]) >= 0 && hexValue(text[i + 2]) >= 0;
        if (isCode) {
            decoded += static_cast<char>(hexValue(text[i + 1]) * 16 + hexValue(text[i + 2]));
            i += 2;
        } else {
            decoded += plusIsBlank && text[i] == '+' ? ' ' : text[i];
        }
    }
    return decoded;
}

std::string gzipped(std::string_view bytes) {
    constexpr int kGzip = 15 + 16;
    z_stream stream{};
    deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzip, 8, Z_DEFAULT_STRATEGY);
    std::string packed(deflateBound(&stream, static_cast<uLong>(bytes.size())) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

std::string sha256Hex(std::string_view bytes) { return digestHex(EVP_sha256(), {}, bytes); }

std::string gitSha1Hex(std::string_view bytes) {
    const std::string head = "blob " + std::to_string(bytes.size()) + '\0';
    return digestHex(EVP_sha1(), head, bytes);
}

std::string Request::path() const { return percentDecoded(target.substr(0, target.find('?'))); }

std::vector<std::string> Request::queryValues(std::string_view key) const {
    std::vector<std::string> values;
    const std::size_t mark = target.find('?');
    std::string_view rest = mark == std::string::npos ? std::string_view() : std::string_view(target).substr(mark + 1);
    while (!rest.empty()) {
        const std::string_view pair = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
        const std::size_t equals = std::min(pair.find('='), pair.size());
        if (percentDecoded(pair.substr(0, equals), true) == key)
            values.push_back(percentDecoded(pair.substr(std::min(equals + 1, pair.size())), true));
    }
    return values;
}

std::string Request::queryValue(std::string_view key, std::string otherwise) const {
    const auto values = queryValues(key);
    return values.empty() ? otherwise : values.front();
}

std::string Request::header(std::string_view name) const { return firstOf(headers, name); }

bool Request::hasHeader(std::string_view name) const {
    return std::ranges::any_of(headers, [&](const HeaderLine& line) { return sameName(line.first, name); });
}

Answer Answer::text(int status, std::string body, std::string type) {
    Answer answer = bytes(std::make_shared<const std::string>(std::move(body)));
    answer.status = status;
    answer.set("Content-Type", std::move(type));
    return answer;
}

Answer Answer::json(int status, std::string body) { return text(status, std::move(body), "application/json"); }

Answer Answer::bytes(Bytes content) {
    Answer answer;
    answer.last = content->size();
    answer.content = std::move(content);
    return answer;
}

Answer& Answer::set(std::string_view name, std::string value) {
    std::erase_if(headers, [&](const HeaderLine& line) { return sameName(line.first, name); });
    if (!value.empty()) headers.emplace_back(name, std::move(value));
    return *this;
}

std::string Answer::header(std::string_view name) const { return firstOf(headers, name); }

}  // namespace segmoe::standin
