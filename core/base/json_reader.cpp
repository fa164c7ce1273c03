// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/base/json_reader.h"

#include <span>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/byte_size.h"
#include "core/base/mapped_file.h"
#include "core/base/utf8.h"

namespace segmoe {

namespace {

using nlohmann::json;

/// Builds the value while watching depth and duplicate keys. Returning false stops the parser; m_fault says why.
class LimitedBuilder final : public nlohmann::json_sax<json> {
public:
    explicit LimitedBuilder(const JsonLimits& limits) : m_limits(limits) {}

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t value, const string_t&) override { return add(value); }
    bool string(string_t& value) override { return add(std::move(value)); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(json::object()); }
    bool start_array(std::size_t) override { return open(json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        if (m_open.back()->contains(name)) {
            m_fault = "the key " + quote(name) + " appears twice";
            return false;
        }
        m_key = std::move(name);
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) override {
        m_position = position;
        m_fault = error.what();
        // The library's text starts with its own identifier in brackets, which says nothing to a reader.
        if (const auto end = m_fault.find("] "); end != std::string::npos) m_fault.erase(0, end + 2);
        return false;
    }

    json& root() { return m_root; }
    const std::string& fault() const { return m_fault; }
    std::size_t position() const { return m_position; }

private:
    template <class T>
    json* place(T&& value) {
        if (m_open.empty()) {
            m_root = std::forward<T>(value);
            return &m_root;
        }
        json& parent = *m_open.back();
        if (parent.is_array()) return &parent.get_ref<json::array_t&>().emplace_back(std::forward<T>(value));
        return &(parent[m_key] = std::forward<T>(value));
    }
    template <class T>
    bool add(T&& value) {
        place(std::forward<T>(value));
        return true;
    }
    bool open(json container) {
        if (m_open.size() >= m_limits.maxDepth) {
            m_fault = "it is nested deeper than " + std::to_string(m_limits.maxDepth) + " levels";
            return false;
        }
        m_open.push_back(place(std::move(container)));
        return true;
    }
    bool close() {
        m_open.pop_back();
        return true;
    }

    const JsonLimits& m_limits;
    json m_root;
    std::vector<json*> m_open;
    std::string m_key;
    std::string m_fault;
    std::size_t m_position = 0;
};

[[noreturn]] void refuse(const JsonLimits& limits, const std::string& source, const std::string& why) {
    throw Error(limits.code, "The JSON in '" + source + "' cannot be used: " + why + ".");
}

}  // namespace

json parseJson(std::string_view text, const std::string& source, const JsonLimits& limits) {
    if (text.size() > limits.maxBytes)
        refuse(limits, source,
               "it has " + byteSizeText(text.size()) + ", at most " + byteSizeText(limits.maxBytes) + " are allowed");
    if (const auto bad = firstInvalidUtf8(text))
        refuse(limits, source, "byte " + std::to_string(*bad) + " is not valid UTF-8");
    // The parser would take a NUL for the end of the text and ignore what follows.
    if (const auto nul = text.find('\0'); nul != std::string_view::npos)
        refuse(limits, source, "byte " + std::to_string(nul) + " is NUL");
    LimitedBuilder builder(limits);
    if (!json::sax_parse(text.begin(), text.end(), &builder)) {
        std::string why = builder.fault();
        if (builder.position() != 0) why = "byte " + std::to_string(builder.position()) + ": " + why;
        refuse(limits, source, why);
    }
    return std::move(builder.root());
}

json readJsonFile(const std::filesystem::path& path, const JsonLimits& limits) {
    const auto file = MappedFile::open(path);
    if (file->size() > limits.maxBytes)
        refuse(limits, path.string(),
               "it has " + byteSizeText(file->size()) + ", at most " + byteSizeText(limits.maxBytes) + " are allowed");
    std::string text(file->size(), '\0');
    file->read(0, std::as_writable_bytes(std::span(text)));
    return parseJson(text, path.string(), limits);
}

}  // namespace segmoe
