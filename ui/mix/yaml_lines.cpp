// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/yaml_lines.h"

#include <QStringList>

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kBase = -1;
constexpr int kNone = -2;

qsizetype indentOf(const QString& line) {
    qsizetype indent = 0;
    while (indent < line.size() && line[indent] == u' ') ++indent;
    return indent;
}

}  // namespace

std::vector<int> cardsOfLines(const QString& yaml) {
    std::vector<int> cards;
    bool isExperts = false;
    qsizetype itemIndent = -1;
    int expert = -1;
    for (const QString& line : yaml.split(u'\n')) {
        const qsizetype indent = indentOf(line);
        const QString text = line.mid(indent);
        const bool isItem = text.startsWith(u"- "_s) || text == u"-"_s;
        if (indent == 0 && !isItem && !text.isEmpty()) {
            isExperts = text.startsWith(u"experts:"_s);
            itemIndent = -1;
            expert = -1;
            cards.push_back(text.startsWith(u"base_model:"_s) ? kBase : kNone);
            continue;
        }
        if (isExperts && isItem && (itemIndent < 0 || indent == itemIndent)) {
            itemIndent = indent;
            ++expert;
        }
        cards.push_back(isExperts && expert >= 0 && !text.isEmpty() ? expert : kNone);
    }
    return cards;
}

QString comparison(const QString& before, const QString& after) {
    const QStringList a = before.split(u'\n'), b = after.split(u'\n');
    // Longest common subsequence: recipes have some hundred lines.
    const auto n = static_cast<std::size_t>(a.size()), m = static_cast<std::size_t>(b.size());
    std::vector<std::vector<int>> length(n + 1, std::vector<int>(m + 1, 0));
    const auto at = [](const QStringList& list, std::size_t i) -> const QString& {
        return list[static_cast<qsizetype>(i)];
    };
    for (std::size_t i = n; i-- > 0;)
        for (std::size_t j = m; j-- > 0;)
            length[i][j] =
                at(a, i) == at(b, j) ? length[i + 1][j + 1] + 1 : std::max(length[i + 1][j], length[i][j + 1]);
    QStringList lines;
    std::size_t i = 0, j = 0;
    while (i < n || j < m) {
        if (i < n && j < m && at(a, i) == at(b, j)) {
            lines << u"  "_s + at(a, i);
            ++i, ++j;
        } else if (j >= m || (i < n && length[i + 1][j] >= length[i][j + 1])) {
            lines << u"− "_s + at(a, i++);
        } else {
            lines << u"+ "_s + at(b, j++);
        }
    }
    return lines.join(u'\n');
}

}  // namespace segmoe::ui
