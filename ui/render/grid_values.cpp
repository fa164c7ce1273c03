// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/grid_values.h"

#include <cmath>
#include <optional>

#include <QFileInfo>
#include <QRegularExpression>

namespace segmoe::ui::grid {

using namespace Qt::StringLiterals;

namespace {

/// "5-8" as 5, 6, 7, 8.
QStringList withRanges(const QStringList& parts) {
    static const QRegularExpression range(u"^(\\d{1,9})\\s*-\\s*(\\d{1,9})$"_s);
    QStringList list;
    for (const QString& part : parts) {
        const auto match = range.match(part);
        if (!match.hasMatch()) {
            list << part;
            continue;
        }
        const int last = match.captured(2).toInt();
        for (int i = match.captured(1).toInt(); i <= last && list.size() <= kMostGridValues; ++i)
            list << QString::number(i);
    }
    return list;
}

std::optional<int> expertOf(const QString& name, const ModelSummary& model) {
    const int experts = static_cast<int>(model.experts.size());
    if (name.size() == 1) {
        const int letter = name[0].toUpper().unicode() - u'A';
        if (letter >= 0 && letter < experts) return letter;
    }
    for (int i = 0; i < experts; ++i)
        if (toText(model.experts[static_cast<std::size_t>(i)]).compare(name, Qt::CaseInsensitive) == 0) return i;
    return std::nullopt;
}

}  // namespace

QStringList listOf(const QString& text, QChar separator) {
    QStringList list;
    for (const QString& part : text.split(separator))
        if (const QString value = part.trimmed(); !value.isEmpty()) list << value;
    return list;
}

GridValues numbers(const QString& text, double least, double most, bool whole) {
    GridValues read;
    for (const QString& part : withRanges(listOf(text))) {
        bool ok = false;
        const double value = part.toDouble(&ok);
        if (!ok || value < least || value > most || (whole && value != std::floor(value)))
            return {{}, GridText::tr("“%1” must be a number from %2 to %3.").arg(part).arg(least).arg(most)};
        read.values.push_back({part, part});
    }
    return read;
}

GridValues sizes(const QString& text) {
    static const QRegularExpression size(u"^(\\d{2,4})\\s*[x×]\\s*(\\d{2,4})$"_s);
    GridValues read;
    for (const QString& part : listOf(text)) {
        const auto match = size.match(part);
        const int w = match.captured(1).toInt();
        const int h = match.captured(2).toInt();
        if (!match.hasMatch() || w % 8 || h % 8 || w < 64 || h < 64 || w > 2048 || h > 2048)
            return {{}, GridText::tr("“%1” must be like 512x768, in multiples of 8 from 64 to 2048.").arg(part)};
        read.values.push_back({u"%1×%2"_s.arg(w).arg(h), u"%1x%2"_s.arg(w).arg(h)});
    }
    return read;
}

GridValues mutes(const QString& text, const ModelSummary& model) {
    GridValues read;
    for (const QString& part : listOf(text)) {
        const auto expert = expertOf(part, model);
        if (part != "-"_L1 && !expert) return {{}, GridText::tr("There is no expert “%1”.").arg(part)};
        read.values.push_back(
            expert ? GridValue{GridText::tr("without %1").arg(QChar(u'A' + *expert)), QString::number(*expert)}
                   : GridValue{GridText::tr("all experts"), u"-"_s});
    }
    return read;
}

GridValues biases(const QString& text, const ModelSummary& model) {
    GridValues read;
    for (const QString& part : listOf(text)) {
        const QStringList sides = part.split(u'=');
        const auto expert = sides.size() == 2 ? expertOf(sides[0].trimmed(), model) : std::nullopt;
        bool ok = false;
        const double bias = sides.value(1).toDouble(&ok);
        if (!expert || !ok || std::abs(bias) > 100.0) return {{}, GridText::tr("“%1” must be like B=0.5.").arg(part)};
        const int index = *expert;
        read.values.push_back({u"%1 %2"_s.arg(QChar(u'A' + index)).arg(bias), u"%1=%2"_s.arg(index).arg(bias)});
    }
    return read;
}

GridValues gates(const QString& text, const ModelSummary& model) {
    const qsizetype colon = text.indexOf(u':');
    const auto expert = colon > 0 ? expertOf(text.left(colon).trimmed(), model) : std::nullopt;
    if (!expert) return {{}, GridText::tr("Write an expert and its gate prompts, like B: ink drawing | oil painting.")};
    GridValues read;
    for (const QString& prompt : listOf(text.mid(colon + 1), u'|'))
        read.values.push_back(
            {u"%1: %2"_s.arg(QChar(u'A' + *expert)).arg(prompt), u"%1=%2"_s.arg(*expert).arg(prompt)});
    return read;
}

GridValues fileNames(const QString& text, const QStringList& files, const QString& unknown) {
    GridValues read;
    for (const QString& part : listOf(text)) {
        QString found;
        for (const QString& path : files) {
            const QFileInfo info(path);
            if (path == part || info.completeBaseName().compare(part, Qt::CaseInsensitive) == 0) found = path;
        }
        if (found.isEmpty()) return {{}, unknown.arg(part)};
        read.values.push_back({QFileInfo(found).completeBaseName(), found});
    }
    return read;
}

GridValues vaes(const QString& text, const QStringList& files) {
    GridValues read;
    for (const QString& part : listOf(text)) {
        if (part == "-"_L1) {
            read.values.push_back({GridText::tr("as in model"), QString()});
            continue;
        }
        GridValues one = fileNames(part, files, GridText::tr("There is no VAE “%1” in the list."));
        if (!one.problem.isEmpty()) return one;
        read.values.push_back(one.values.front());
    }
    return read;
}

GridValues weightRules(const QString& text) {
    static const QStringList names{u"mean"_s, u"plain"_s, u"empty"_s};
    static constexpr WeightRule kRules[] = {WeightRule::KeepMean, WeightRule::Plain, WeightRule::FromEmpty};
    GridValues read;
    for (const QString& part : listOf(text)) {
        const qsizetype at = names.indexOf(part.toLower());
        if (at < 0) return {{}, GridText::tr("“%1” is not known.").arg(part)};
        read.values.push_back({names[at], QString::number(static_cast<int>(kRules[at]))});
    }
    return read;
}

}  // namespace segmoe::ui::grid
