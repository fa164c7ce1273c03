// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/yaml_guard.h"

#include <algorithm>
#include <set>
#include <sstream>
#include <vector>

#include <yaml-cpp/eventhandler.h>

#include "core/base/error.h"
#include "core/base/utf8.h"

namespace segmoe::moe {

namespace {

/// The detail of the error is "line:column", both from 1, or empty.
[[noreturn]] void refuse(const std::string& what, int line, const std::string& why, int column = 0) {
    const std::string place = line >= 0 ? what + ", line " + std::to_string(line + 1) : what;
    throw Error(ErrorCode::RecipeParseFailed, "Cannot read the recipe (" + place + "): " + why,
                line >= 0 ? std::to_string(line + 1) + ":" + std::to_string(column + 1) : std::string());
}

[[noreturn]] void refuse(const std::string& what, const YAML::Mark& mark, const std::string& why) {
    refuse(what, mark.line, why, mark.column);
}

bool isCoreTag(const std::string& tag) {
    static const std::set<std::string, std::less<>> known = {"",
                                                             "?",
                                                             "!",
                                                             "tag:yaml.org,2002:str",
                                                             "tag:yaml.org,2002:int",
                                                             "tag:yaml.org,2002:float",
                                                             "tag:yaml.org,2002:bool",
                                                             "tag:yaml.org,2002:null",
                                                             "tag:yaml.org,2002:seq",
                                                             "tag:yaml.org,2002:map"};
    return known.contains(tag);
}

/// Walks the events of a document and throws at the first thing a recipe has no use for.
class Guard : public YAML::EventHandler {
public:
    explicit Guard(const std::string& what) : m_what(what) {}

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { value(mark, "?", anchor, "~"); }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& text) override {
        value(mark, tag, anchor, text);
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        if (!m_valueAnchors.contains(anchor))
            refuse(m_what, mark,
                   "an alias (*) may only stand for a single value, not for a list or a mapping; write it out.");
        count(mark);
        takePlace(mark, nullptr);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {
        open(mark, tag, false);
    }
    void OnSequenceEnd() override { m_open.pop_back(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                    YAML::EmitterStyle::value) override {
        open(mark, tag, true);
    }
    void OnMapEnd() override { m_open.pop_back(); }

private:
    struct Level {
        bool isMap = false;
        bool wantsKey = true;
        std::set<std::string> keys;
    };

    void count(const YAML::Mark& mark) {
        if (++m_nodes > kMaxYamlNodes)
            refuse(m_what, mark, "it has more than " + std::to_string(kMaxYamlNodes) + " values.");
    }

    /// Notes that a value (or, when text is given, possibly a key) stands here in the enclosing list or mapping.
    void takePlace(const YAML::Mark& mark, const std::string* text) {
        if (m_open.empty() || !m_open.back().isMap) return;
        Level& level = m_open.back();
        if (level.wantsKey) {
            if (text == nullptr) refuse(m_what, mark, "a key must be a plain word.");
            if (!level.keys.insert(*text).second)
                refuse(m_what, mark, "the key '" + text->substr(0, 80) + "' stands there twice.");
        }
        level.wantsKey = !level.wantsKey;
    }

    void value(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& text) {
        if (!isCoreTag(tag))
            refuse(m_what, mark, "the type tag '" + tag.substr(0, 80) + "' is not allowed in a recipe.");
        count(mark);
        takePlace(mark, &text);
        if (anchor != 0) m_valueAnchors.insert(anchor);
    }

    void open(const YAML::Mark& mark, const std::string& tag, bool isMap) {
        if (!isCoreTag(tag))
            refuse(m_what, mark, "the type tag '" + tag.substr(0, 80) + "' is not allowed in a recipe.");
        count(mark);
        takePlace(mark, nullptr);
        if (m_open.size() >= static_cast<std::size_t>(kMaxYamlDepth))
            refuse(m_what, mark,
                   "lists and mappings are nested deeper than " + std::to_string(kMaxYamlDepth) + " levels.");
        m_open.push_back({isMap, true, {}});
    }

    std::string m_what;
    std::size_t m_nodes = 0;
    std::vector<Level> m_open;
    std::set<YAML::anchor_t> m_valueAnchors;
};

void checkText(std::string_view text, const std::string& what) {
    if (text.size() > kMaxYamlBytes)
        refuse(what, -1, "it is larger than " + std::to_string(kMaxYamlBytes / 1024) + " KiB, which no recipe is.");
    const auto lineOf = [&](std::size_t at) {
        return static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    };
    if (const auto at = firstInvalidUtf8(text)) refuse(what, lineOf(*at), "the text is not valid UTF-8.");
    if (const std::size_t at = text.find('\0'); at != std::string_view::npos)
        refuse(what, lineOf(at), "the text holds a zero byte.");
}

}  // namespace

YAML::Node parseGuardedYaml(std::string_view text, const std::string& what) {
    checkText(text, what);
    try {
        std::istringstream stream{std::string(text)};
        YAML::Parser parser(stream);
        Guard guard(what);
        if (!parser.HandleNextDocument(guard)) refuse(what, -1, "it is empty.");
        Guard second(what);
        if (parser.HandleNextDocument(second)) refuse(what, -1, "it holds more than one document ('---').");
        return YAML::Load(std::string(text));
    } catch (const YAML::Exception& error) {
        refuse(what, error.mark.is_null() ? -1 : error.mark.line, error.msg + ".", error.mark.column);
    }
}

}  // namespace segmoe::moe
