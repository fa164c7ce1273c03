// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/store/gallery_query.h"

#include <charconv>
#include <chrono>
#include <optional>

namespace segmoe::store {

namespace {

constexpr std::size_t kMaxTerms = 64;
constexpr std::size_t kMaxFind = 4096;

struct Term {
    std::string key;  ///< before a colon; empty for words
    std::string text;
    bool isPhrase = false;
};

bool isKey(std::string_view word) {
    for (const std::string_view key : {"seed", "model", "expert", "star", "before", "after"})
        if (word == key) return true;
    return false;
}

/// Splits at blanks outside of quotes; a known key before a colon is taken apart.
std::vector<Term> termsOf(std::string_view text) {
    std::vector<Term> terms;
    Term term;
    bool inQuotes = false;
    const auto finish = [&] {
        if (!term.text.empty() || !term.key.empty()) terms.push_back(term);
        term = {};
    };
    for (const char c : text.substr(0, kMaxFind)) {
        if (terms.size() == kMaxTerms) return terms;
        if (c == '"') {
            if (inQuotes) finish();
            inQuotes = !inQuotes;
            term.isPhrase = inQuotes || term.isPhrase;
        } else if ((c == ' ' || c == '\t' || c == '\n') && !inQuotes) {
            finish();
        } else if (c == ':' && !inQuotes && term.key.empty() && isKey(term.text)) {
            term.key = std::move(term.text);
            term.text.clear();
        } else {
            term.text += c;
        }
    }
    finish();
    return terms;
}

std::optional<std::uint64_t> wholeNumber(const std::string& text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// A word of the text index's own language: quoted, so that nothing in it is an operator.
std::string matchWord(const Term& term) {
    std::string quoted = "\"";
    for (const char c : term.text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + (term.isPhrase ? "\"" : "\"*");
}

/// LIKE with its two special characters made plain.
std::string likeText(const std::string& text) {
    std::string pattern = "%";
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        pattern += c;
    }
    return pattern + "%";
}

class Builder {
public:
    void add(const std::string& condition) { m_query.where += (m_query.where.empty() ? "" : " AND ") + condition; }
    void add(const std::string& condition, const std::string& text) {
        add(condition);
        m_query.values.push_back({true, text, 0});
    }
    void add(const std::string& condition, std::int64_t number) {
        add(condition);
        m_query.values.push_back({false, {}, number});
    }

    /// False when the value makes no sense.
    bool addKey(const Term& term) {
        if (term.key == "seed") {
            const auto seed = wholeNumber(term.text);
            if (seed) add("seed = ?", static_cast<std::int64_t>(*seed));
            return seed.has_value();
        }
        if (term.key == "star") {
            add(term.text == "no" || term.text == "0" ? "star = 0" : "star = 1");
            return true;
        }
        if (term.text.empty()) return true;  // still being typed
        if (term.key == "model") {
            add("model LIKE ? ESCAPE '\\'", likeText(term.text));
            return true;
        }
        if (term.key == "expert") {
            add("experts LIKE ? ESCAPE '\\'", likeText(term.text));
            return true;
        }
        const std::int64_t day = dayFromText(term.text);
        if (day == 0) return false;
        add(term.key == "before" ? "modified < ?" : "modified >= ?", day);
        return true;
    }

    GalleryQuery take() {
        if (m_query.where.empty()) m_query.where = "1";
        return std::move(m_query);
    }

private:
    GalleryQuery m_query;
};

}  // namespace

std::int64_t dayFromText(std::string_view text) {
    constexpr std::size_t kLength = 10;
    if (text.size() != kLength || text[4] != '-' || text[7] != '-') return 0;
    const auto number = [&](std::size_t from, std::size_t count) {
        int value = 0;
        const auto [end, error] = std::from_chars(text.data() + from, text.data() + from + count, value);
        return error == std::errc{} && end == text.data() + from + count ? value : -1;
    };
    const int year = number(0, 4);
    const int month = number(5, 2);
    const int day = number(8, 2);
    if (year < 1970 || month < 1 || day < 1) return 0;
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return 0;
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::sys_days(date).time_since_epoch()).count();
}

GalleryQuery makeGalleryQuery(const GalleryFilter& filter) {
    Builder builder;
    std::string match;
    for (Term& term : termsOf(filter.find)) {
        if (!term.key.empty()) {
            if (builder.addKey(term)) continue;
            term.text = term.key + " " + term.text;
        }
        if (!term.text.empty()) match += (match.empty() ? "" : " AND ") + matchWord(term);
    }
    if (filter.starred) builder.add("star = ?", static_cast<std::int64_t>(*filter.starred));
    if (!filter.model.empty()) builder.add("model = ?", filter.model);
    if (filter.since > 0) builder.add("modified >= ?", filter.since);
    GalleryQuery query = builder.take();
    query.match = std::move(match);
    return query;
}

}  // namespace segmoe::store
