// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/grid_plan.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

class GridText {
    Q_DECLARE_TR_FUNCTIONS(GridPlan)
};

constexpr int kMostValues = 100;

QStringList listOf(const QString& text, QChar separator = u',') {
    QStringList list;
    for (const QString& part : text.split(separator))
        if (const QString value = part.trimmed(); !value.isEmpty()) list << value;
    return list;
}

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
        for (int i = match.captured(1).toInt(); i <= last && list.size() <= kMostValues; ++i)
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

template <class Kind>
GridValues kinds(const QString& text, const std::vector<Kind>& all, std::string_view (*title)(Kind),
                 std::string_view (*name)(Kind)) {
    GridValues read;
    for (const QString& part : listOf(text)) {
        const auto found = std::ranges::find_if(all, [&](Kind kind) {
            return part.compare(toText(title(kind)), Qt::CaseInsensitive) == 0 ||
                   part.compare(toText(name(kind)), Qt::CaseInsensitive) == 0;
        });
        if (found == all.end()) return {{}, GridText::tr("“%1” is not known.").arg(part)};
        read.values.push_back({toText(title(*found)), toText(name(*found))});
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

GridValues modelNames(const QString& text, const QStringList& models) {
    GridValues read;
    for (const QString& part : listOf(text)) {
        QString found;
        for (const QString& path : models) {
            const QFileInfo info(path);
            if (path == part || info.completeBaseName().compare(part, Qt::CaseInsensitive) == 0) found = path;
        }
        if (found.isEmpty()) return {{}, GridText::tr("There is no model “%1” in the list.").arg(part)};
        read.values.push_back({QFileInfo(found).completeBaseName(), found});
    }
    return read;
}

}  // namespace

QString gridAxisTitle(GridAxis axis) {
    switch (axis) {
        case GridAxis::None: return GridText::tr("Nothing");
        case GridAxis::Seed: return GridText::tr("Seed");
        case GridAxis::Steps: return GridText::tr("Steps");
        case GridAxis::Guidance: return GridText::tr("CFG");
        case GridAxis::Sampler: return GridText::tr("Sampler");
        case GridAxis::Schedule: return GridText::tr("Noise");
        case GridAxis::Size: return GridText::tr("Size");
        case GridAxis::Prompt: return GridText::tr("Prompt, search and replace");
        case GridAxis::TopK: return GridText::tr("Active experts");
        case GridAxis::Mute: return GridText::tr("Expert muted");
        case GridAxis::Bias: return GridText::tr("Expert bias");
        case GridAxis::Gate: return GridText::tr("Gate prompt of an expert");
        case GridAxis::Model: return GridText::tr("Model");
        case GridAxis::Strength: return GridText::tr("Strength of the start image");
    }
    return {};
}

QString gridAxisHint(GridAxis axis) {
    switch (axis) {
        case GridAxis::None: return {};
        case GridAxis::Seed: return GridText::tr("1, 2, 10-13");
        case GridAxis::Steps: return GridText::tr("10, 20, 30");
        case GridAxis::Guidance: return GridText::tr("1, 4, 7.5");
        case GridAxis::Sampler: return GridText::tr("Euler, DPM++ 2M");
        case GridAxis::Schedule: return GridText::tr("Normal, Karras");
        case GridAxis::Size: return GridText::tr("512x512, 512x768");
        case GridAxis::Prompt: return GridText::tr("red, green, blue: the first is looked for in the prompt");
        case GridAxis::TopK: return GridText::tr("1, 2, 3");
        case GridAxis::Mute: return GridText::tr("-, A, B: - mutes none");
        case GridAxis::Bias: return GridText::tr("B=-1, B=0, B=1");
        case GridAxis::Gate: return GridText::tr("B: ink drawing | oil painting");
        case GridAxis::Model: return GridText::tr("Names from the model list");
        case GridAxis::Strength: return GridText::tr("0.3, 0.6, 0.9");
    }
    return {};
}

std::vector<GridAxis> possibleAxes(const RenderRequest& request, const ModelSummary& model) {
    std::vector<GridAxis> axes{GridAxis::None,     GridAxis::Seed,    GridAxis::Steps,
                               GridAxis::Guidance, GridAxis::Sampler, GridAxis::Schedule,
                               GridAxis::Size,     GridAxis::Prompt,  GridAxis::Model};
    if (model.architecture.isMixture) axes.insert(axes.end(), {GridAxis::TopK, GridAxis::Mute, GridAxis::Bias});
    if (request.recipe) axes.push_back(GridAxis::Gate);
    if (request.start) axes.push_back(GridAxis::Strength);
    return axes;
}

GridValues readGridValues(GridAxis axis, const QString& text, const ModelSummary& model, const QStringList& models) {
    GridValues read;
    switch (axis) {
        case GridAxis::None: return {{GridValue{}}, {}};
        case GridAxis::Seed: read = numbers(text, 0.0, 9e15, true); break;
        case GridAxis::Steps: read = numbers(text, 1.0, 150.0, true); break;
        case GridAxis::Guidance: read = numbers(text, 1.0, 30.0, false); break;
        case GridAxis::Sampler: read = kinds(text, allSamplers(), samplerTitle, samplerName); break;
        case GridAxis::Schedule: read = kinds(text, allSchedules(), scheduleTitle, scheduleName); break;
        case GridAxis::Size: read = sizes(text); break;
        case GridAxis::TopK: read = numbers(text, 1.0, static_cast<double>(model.experts.size()), true); break;
        case GridAxis::Mute: read = mutes(text, model); break;
        case GridAxis::Bias: read = biases(text, model); break;
        case GridAxis::Gate: read = gates(text, model); break;
        case GridAxis::Model: read = modelNames(text, models); break;
        case GridAxis::Strength: read = numbers(text, 0.0, 1.0, false); break;
        case GridAxis::Prompt:
            for (const QString& part : listOf(text)) read.values.push_back({part, part});
            break;
    }
    if (read.problem.isEmpty() && read.values.empty()) read.problem = GridText::tr("Write at least one value.");
    if (static_cast<int>(read.values.size()) > kMostValues)
        return {{}, GridText::tr("At most %1 values fit along one side.").arg(kMostValues)};
    return read;
}

void applyGridValue(RenderRequest& request, GridAxis axis, const GridValue& value, const QString& search) {
    const QString& text = value.text;
    const qsizetype equals = text.indexOf(u'=');
    switch (axis) {
        case GridAxis::None: break;
        case GridAxis::Seed: request.seed = text.toLongLong(); break;
        case GridAxis::Steps: request.steps = text.toInt(); break;
        case GridAxis::Guidance: request.guidanceScale = text.toDouble(); break;
        case GridAxis::Sampler: request.sampler = parseSampler(text.toStdString()).value_or(request.sampler); break;
        case GridAxis::Schedule: request.schedule = parseSchedule(text.toStdString()).value_or(request.schedule); break;
        case GridAxis::Size:
            request.width = text.section(u'x', 0, 0).toInt();
            request.height = text.section(u'x', 1, 1).toInt();
            break;
        case GridAxis::Prompt: request.prompt = toText(request.prompt).replace(search, text).toStdString(); break;
        case GridAxis::TopK: request.routing.topK = text.toInt(); break;
        case GridAxis::Mute:
            if (text != "-"_L1)
                request.routing.rules.push_back(
                    {.act = RoutingRule::Act::Mute, .expert = text.toInt(), .sites = {}, .steps = {}});
            break;
        case GridAxis::Bias:
            request.routing.rules.push_back({.act = RoutingRule::Act::Bias,
                                             .expert = text.left(equals).toInt(),
                                             .bias = text.mid(equals + 1).toDouble(),
                                             .sites = {},
                                             .steps = {}});
            break;
        case GridAxis::Gate: {
            if (!request.recipe) break;
            auto recipe = std::make_shared<MixRecipe>(*request.recipe);
            const auto expert = static_cast<std::size_t>(text.left(equals).toInt());
            if (expert < recipe->experts.size())
                recipe->experts[expert].positive = {{text.mid(equals + 1).toStdString(), 1.0}};
            request.recipe = std::move(recipe);
            break;
        }
        case GridAxis::Model:
            request.model = text.toStdString();
            request.recipe.reset();
            break;
        case GridAxis::Strength:
            if (request.start) request.start->strength = text.toDouble();
            break;
    }
    // A pair that cannot work together falls back to what the model was made for.
    if (!isPossible(request.sampler, request.schedule)) request.schedule = ScheduleKind::Normal;
}

RenderRequest GridPlan::request(int column, int row) const {
    RenderRequest request = base;
    const auto apply = [&request](GridAxis axis, const std::vector<GridValue>& values, int place) {
        applyGridValue(request, axis, values[static_cast<std::size_t>(place)], values.front().text);
    };
    apply(x, xValues, column);
    apply(y, yValues, row);
    return request;
}

}  // namespace segmoe::ui
