// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/prompt_wildcards.h"

#include <vector>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDeepest = 16;
constexpr qsizetype kLongest = 32 * 1024;
constexpr qint64 kLargestList = 4 << 20;

const QRegularExpression& wildcardName() {
    static const QRegularExpression name(u"__([A-Za-z0-9][A-Za-z0-9 ./+-]*(?:_[A-Za-z0-9 ./+-]+)*)__"_s);
    return name;
}

/// splitmix64: small, and the same everywhere.
class Chance {
public:
    explicit Chance(quint64 seed) : m_state(seed) {}
    double next() {
        m_state += 0x9E3779B97F4A7C15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return static_cast<double>((z ^ (z >> 31U)) >> 11U) * 0x1.0p-53;
    }

private:
    quint64 m_state;
};

struct Choice {
    QString text;
    double weight = 1.0;
};

/// The end of the group that opens at `open`, or -1.
qsizetype closingBrace(const QString& text, qsizetype open) {
    int depth = 0;
    for (qsizetype i = open; i < text.size(); ++i) {
        if (text[i] == u'\\') {
            ++i;
        } else if (text[i] == u'{') {
            ++depth;
        } else if (text[i] == u'}' && --depth == 0) {
            return i;
        }
    }
    return -1;
}

std::vector<Choice> choicesOf(const QString& inner) {
    std::vector<Choice> choices;
    int depth = 0;
    qsizetype start = 0;
    for (qsizetype i = 0; i <= inner.size(); ++i) {
        if (i < inner.size() && inner[i] == u'{') ++depth;
        if (i < inner.size() && inner[i] == u'}') --depth;
        if (i < inner.size() && (inner[i] != u'|' || depth > 0)) continue;
        Choice choice{inner.mid(start, i - start)};
        const qsizetype colons = choice.text.indexOf(u"::"_s);
        bool isNumber = false;
        const double weight = colons > 0 ? choice.text.left(colons).trimmed().toDouble(&isNumber) : 1.0;
        if (isNumber && weight >= 0.0) choice = {choice.text.mid(colons + 2), weight};
        choices.push_back(choice);
        start = i + 1;
    }
    return choices;
}

class Resolver {
public:
    Resolver(const WildcardLookup& lookup, quint64 seed) : m_lookup(lookup), m_chance(seed) {}

    QString resolve(const QString& text, int depth) {
        if (depth > kDeepest) return text;
        QString out;
        for (qsizetype i = 0; i < text.size() && out.size() < kLongest;) {
            if (text[i] == u'\\' && i + 1 < text.size()) {
                out += text.mid(i, 2);
                i += 2;
            } else if (const qsizetype end = text[i] == u'{' ? closingBrace(text, i) : -1; end > 0) {
                out += group(text.mid(i + 1, end - i - 1), depth);
                i = end + 1;
            } else if (const auto match = wildcardAt(text, i); match.hasMatch()) {
                out += wildcard(match.captured(1), match.captured(0), depth);
                i = match.capturedEnd();
            } else {
                out += text[i++];
            }
        }
        return out;
    }
    const QStringList& missing() const { return m_missing; }

private:
    static QRegularExpressionMatch wildcardAt(const QString& text, qsizetype at) {
        if (text[at] != u'_') return {};
        return wildcardName().match(text, at, QRegularExpression::NormalMatch,
                                    QRegularExpression::AnchorAtOffsetMatchOption);
    }

    std::size_t draw(const std::vector<Choice>& choices) {
        double sum = 0.0;
        for (const Choice& choice : choices) sum += choice.weight;
        double place = m_chance.next() * sum;
        for (std::size_t i = 0; i < choices.size(); ++i)
            if ((place -= choices[i].weight) < 0.0) return i;
        return choices.size() - 1;
    }

    QString group(QString inner, int depth) {
        int count = 1;
        static const QRegularExpression several(u"^\\s*([1-9])\\$\\$"_s);
        if (const auto match = several.match(inner); match.hasMatch()) {
            count = match.captured(1).toInt();
            inner.remove(0, match.capturedLength());
        } else if (!inner.contains(u'|')) {
            return u'{' + resolve(inner, depth + 1) + u'}';  // braces of plain text
        }
        std::vector<Choice> choices = choicesOf(inner);
        QStringList chosen;
        while (count-- > 0 && !choices.empty()) {
            const std::size_t index = draw(choices);
            chosen << resolve(choices[index].text, depth + 1).trimmed();
            choices.erase(choices.begin() + static_cast<std::ptrdiff_t>(index));
        }
        return chosen.join(u", "_s);
    }

    QString wildcard(const QString& name, const QString& typed, int depth) {
        const QStringList lines = m_lookup(name);
        if (lines.isEmpty()) {
            if (!m_missing.contains(name)) m_missing << name;
            return typed;
        }
        std::vector<Choice> choices;
        for (const QString& line : lines)
            choices.push_back(choicesOf(line).size() == 1 ? choicesOf(line)[0] : Choice{line});
        return resolve(choices[draw(choices)].text, depth + 1);
    }

    const WildcardLookup& m_lookup;
    Chance m_chance;
    QStringList m_missing;
};

}  // namespace

WildcardLookup wildcardFolder(const QString& folder) {
    return [folder](const QString& name) {
        const QString root = QDir(folder).canonicalPath();
        const QString path = QFileInfo(QDir(folder).filePath(name + u".txt"_s)).canonicalFilePath();
        if (root.isEmpty() || !path.startsWith(root + u'/')) return QStringList();
        QFile file(path);
        if (file.size() > kLargestList || !file.open(QIODevice::ReadOnly)) return QStringList();
        QStringList lines;
        for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n'))
            if (const QString choice = line.trimmed(); !choice.isEmpty() && !choice.startsWith(u'#')) lines << choice;
        return lines;
    };
}

bool hasWildcards(const QString& prompt) {
    return prompt.contains(wildcardName()) ||
           (prompt.contains(u'{') && (prompt.contains(u'|') || prompt.contains(u"$$"_s)));
}

ResolvedPrompt resolveWildcards(const QString& prompt, const WildcardLookup& lookup, quint64 seed) {
    Resolver resolver(lookup, seed);
    ResolvedPrompt resolved;
    resolved.text = resolver.resolve(prompt, 0);
    resolved.missing = resolver.missing();
    return resolved;
}

}  // namespace segmoe::ui
