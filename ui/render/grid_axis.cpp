// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/grid_axis.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <memory>

#include "ui/render/lora_chips.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

/// Everything about one axis; kept together so that another one is one more entry.
struct AxisRules {
    GridAxis axis;
    QString title;
    QString hint;
    std::function<bool(const RenderRequest&, const ModelSummary&)> possible;
    std::function<GridValues(const QString& text, const ModelSummary& model, const GridChoices& choices)> read;
    std::function<void(RenderRequest& request, const QString& text, const QString& search)> apply;
};

bool always(const RenderRequest&, const ModelSummary&) { return true; }
bool isMixture(const RenderRequest&, const ModelSummary& model) { return model.architecture.isMixture; }

auto numbersIn(double least, double most, bool whole) {
    return [=](const QString& text, const ModelSummary&, const GridChoices&) {
        return grid::numbers(text, least, most, whole);
    };
}

GridValues plainTexts(const QString& text, const ModelSummary&, const GridChoices&) {
    GridValues read;
    for (const QString& part : grid::listOf(text)) read.values.push_back({part, part});
    return read;
}

/// The chips of the prompt and the LoRAs beside it, all with one strength.
void setLoraStrength(RenderRequest& request, const QString& text) {
    QString prompt = toText(request.prompt);
    std::vector<LoraChip> chips = loraChips(prompt);
    for (auto chip = chips.rbegin(); chip != chips.rend(); ++chip)
        prompt.replace(chip->start, chip->length, u"<lora:%1:%2>"_s.arg(chip->name, text));
    request.prompt = prompt.toStdString();
    for (LoraRef& lora : request.loras) lora.strength = text.toDouble();
}

void setGatePrompt(RenderRequest& request, const QString& text) {
    if (!request.recipe) return;
    auto recipe = std::make_shared<MixRecipe>(*request.recipe);
    const qsizetype equals = text.indexOf(u'=');
    const auto expert = static_cast<std::size_t>(text.left(equals).toInt());
    if (expert < recipe->experts.size()) recipe->experts[expert].positive = {{text.mid(equals + 1).toStdString(), 1.0}};
    request.recipe = std::move(recipe);
}

std::vector<AxisRules> pictureAxes() {
    return {
        {GridAxis::None,
         GridText::tr("Nothing"),
         {},
         always,
         [](const QString&, const ModelSummary&, const GridChoices&) {
             return GridValues{{GridValue{}}, {}};
         },
         [](RenderRequest&, const QString&, const QString&) {}},
        {GridAxis::Seed, GridText::tr("Seed"), GridText::tr("1, 2, 10-13"), always, numbersIn(0.0, 9e15, true),
         [](RenderRequest& r, const QString& text, const QString&) { r.seed = text.toLongLong(); }},
        {GridAxis::Steps, GridText::tr("Steps"), GridText::tr("10, 20, 30"), always, numbersIn(1.0, 150.0, true),
         [](RenderRequest& r, const QString& text, const QString&) { r.steps = text.toInt(); }},
        {GridAxis::Guidance, GridText::tr("CFG"), GridText::tr("1, 4, 7.5"), always, numbersIn(1.0, 30.0, false),
         [](RenderRequest& r, const QString& text, const QString&) { r.guidanceScale = text.toDouble(); }},
        {GridAxis::Sampler, GridText::tr("Sampler"), GridText::tr("Euler, DPM++ 2M"), always,
         [](const QString& text, const ModelSummary&, const GridChoices&) {
             return grid::kinds(text, allSamplers(), samplerTitle, samplerName);
         },
         [](RenderRequest& r, const QString& text, const QString&) {
             r.sampler = parseSampler(text.toStdString()).value_or(r.sampler);
         }},
        {GridAxis::Schedule, GridText::tr("Noise"), GridText::tr("Normal, Karras"), always,
         [](const QString& text, const ModelSummary&, const GridChoices&) {
             return grid::kinds(text, allSchedules(), scheduleTitle, scheduleName);
         },
         [](RenderRequest& r, const QString& text, const QString&) {
             r.schedule = parseSchedule(text.toStdString()).value_or(r.schedule);
         }},
        {GridAxis::Size, GridText::tr("Size"), GridText::tr("512x512, 512x768"), always,
         [](const QString& text, const ModelSummary&, const GridChoices&) { return grid::sizes(text); },
         [](RenderRequest& r, const QString& text, const QString&) {
             r.width = text.section(u'x', 0, 0).toInt();
             r.height = text.section(u'x', 1, 1).toInt();
         }},
    };
}

std::vector<AxisRules> textAxes() {
    return {
        {GridAxis::Prompt, GridText::tr("Prompt, search and replace"),
         GridText::tr("red, green, blue: the first is looked for in the prompt"), always, plainTexts,
         [](RenderRequest& r, const QString& text, const QString& search) {
             r.prompt = toText(r.prompt).replace(search, text).toStdString();
         }},
        {GridAxis::Negative, GridText::tr("Negative, search and replace"),
         GridText::tr("blurry, dark: the first is looked for in the negative prompt"),
         [](const RenderRequest& r, const ModelSummary&) { return r.negative && !r.negative->empty(); }, plainTexts,
         [](RenderRequest& r, const QString& text, const QString& search) {
             if (r.negative) r.negative = toText(*r.negative).replace(search, text).toStdString();
         }},
        {GridAxis::ClipSkip, GridText::tr("CLIP skip"), GridText::tr("0, 1, 2"), always, numbersIn(0.0, 4.0, true),
         [](RenderRequest& r, const QString& text, const QString&) { r.clipSkip = text.toInt(); }},
        {GridAxis::WeightRule, GridText::tr("Weight rule"), GridText::tr("mean, plain, empty"), always,
         [](const QString& text, const ModelSummary&, const GridChoices&) { return grid::weightRules(text); },
         [](RenderRequest& r, const QString& text, const QString&) {
             r.weightRule = static_cast<WeightRule>(text.toInt());
         }},
        {GridAxis::LoraStrength, GridText::tr("LoRA strength"), GridText::tr("0, 0.5, 1"),
         [](const RenderRequest& r, const ModelSummary&) {
             return !r.loras.empty() || !loraChips(toText(r.prompt)).empty();
         },
         numbersIn(-2.0, 2.0, false),
         [](RenderRequest& r, const QString& text, const QString&) { setLoraStrength(r, text); }},
        {GridAxis::Variation, GridText::tr("Variation strength"), GridText::tr("0, 0.2, 0.4"), always,
         numbersIn(0.0, 1.0, false),
         [](RenderRequest& r, const QString& text, const QString&) { r.variationStrength = text.toDouble(); }},
    };
}

std::vector<AxisRules> modelAxes() {
    return {
        {GridAxis::Model, GridText::tr("Model"), GridText::tr("Names from the model list"), always,
         [](const QString& text, const ModelSummary&, const GridChoices& choices) {
             return grid::fileNames(text, choices.models, GridText::tr("There is no model “%1” in the list."));
         },
         [](RenderRequest& r, const QString& text, const QString&) {
             r.model = text.toStdString();
             r.recipe.reset();
         }},
        {GridAxis::Vae, GridText::tr("VAE"), GridText::tr("-, names from the list of VAEs: - is the model's own"),
         always,
         [](const QString& text, const ModelSummary&, const GridChoices& choices) {
             return grid::vaes(text, choices.vaes);
         },
         [](RenderRequest& r, const QString& text, const QString&) { r.vae = text.toStdString(); }},
        {GridAxis::TopK, GridText::tr("Active experts"), GridText::tr("1, 2, 3"), isMixture,
         [](const QString& text, const ModelSummary& model, const GridChoices&) {
             return grid::numbers(text, 1.0, static_cast<double>(model.experts.size()), true);
         },
         [](RenderRequest& r, const QString& text, const QString&) { r.routing.topK = text.toInt(); }},
        {GridAxis::Mute, GridText::tr("Expert muted"), GridText::tr("-, A, B: - mutes none"), isMixture,
         [](const QString& text, const ModelSummary& model, const GridChoices&) { return grid::mutes(text, model); },
         [](RenderRequest& r, const QString& text, const QString&) {
             if (text != "-"_L1)
                 r.routing.rules.push_back(
                     {.act = RoutingRule::Act::Mute, .expert = text.toInt(), .sites = {}, .steps = {}});
         }},
        {GridAxis::Bias, GridText::tr("Expert bias"), GridText::tr("B=-1, B=0, B=1"), isMixture,
         [](const QString& text, const ModelSummary& model, const GridChoices&) { return grid::biases(text, model); },
         [](RenderRequest& r, const QString& text, const QString&) {
             const qsizetype equals = text.indexOf(u'=');
             r.routing.rules.push_back({.act = RoutingRule::Act::Bias,
                                        .expert = text.left(equals).toInt(),
                                        .bias = text.mid(equals + 1).toDouble(),
                                        .sites = {},
                                        .steps = {}});
         }},
        {GridAxis::Gate, GridText::tr("Gate prompt of an expert"), GridText::tr("B: ink drawing | oil painting"),
         [](const RenderRequest& r, const ModelSummary&) { return r.recipe != nullptr; },
         [](const QString& text, const ModelSummary& model, const GridChoices&) { return grid::gates(text, model); },
         [](RenderRequest& r, const QString& text, const QString&) { setGatePrompt(r, text); }},
        {GridAxis::Strength, GridText::tr("Strength of the start image"), GridText::tr("0.3, 0.6, 0.9"),
         [](const RenderRequest& r, const ModelSummary&) { return r.start.has_value(); }, numbersIn(0.0, 1.0, false),
         [](RenderRequest& r, const QString& text, const QString&) {
             if (r.start) r.start->strength = text.toDouble();
         }},
    };
}

/// In the language of the moment; None first.
std::vector<AxisRules> allAxes() {
    std::vector<AxisRules> all = pictureAxes();
    for (auto more : {textAxes(), modelAxes()}) std::ranges::move(more, std::back_inserter(all));
    return all;
}

AxisRules rulesOf(GridAxis axis) {
    std::vector<AxisRules> all = allAxes();
    return *std::ranges::find(all, axis, &AxisRules::axis);
}

}  // namespace

QString gridAxisTitle(GridAxis axis) { return rulesOf(axis).title; }

QString gridAxisHint(GridAxis axis) { return rulesOf(axis).hint; }

std::vector<GridAxis> possibleAxes(const RenderRequest& request, const ModelSummary& model) {
    std::vector<GridAxis> axes;
    for (const AxisRules& rules : allAxes())
        if (rules.possible(request, model)) axes.push_back(rules.axis);
    return axes;
}

GridValues readGridValues(GridAxis axis, const QString& text, const ModelSummary& model, const GridChoices& choices) {
    GridValues read = rulesOf(axis).read(text, model, choices);
    if (read.problem.isEmpty() && read.values.empty()) read.problem = GridText::tr("Write at least one value.");
    if (static_cast<int>(read.values.size()) > kMostGridValues)
        return {{}, GridText::tr("At most %1 values fit along one side.").arg(kMostGridValues)};
    return read;
}

void applyGridValue(RenderRequest& request, GridAxis axis, const GridValue& value, const QString& search) {
    rulesOf(axis).apply(request, value.text, search);
    // A pair that cannot work together falls back to what the model was made for.
    if (!isPossible(request.sampler, request.schedule)) request.schedule = ScheduleKind::Normal;
}

}  // namespace segmoe::ui
