// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/mix_state.h"

#include <algorithm>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDataStream>

#include "core/domain/model_name.h"
#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

QDataStream& operator<<(QDataStream& out, const std::string& text) {
    return out << QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()));
}

void write(QDataStream& out, const std::vector<LoraRef>& loras) {
    out << quint64{loras.size()};
    for (const LoraRef& lora : loras) out << lora.source << lora.strength;
}

void write(QDataStream& out, const std::vector<WeightedPrompt>& prompts) {
    out << quint64{prompts.size()};
    for (const WeightedPrompt& prompt : prompts) out << prompt.text << prompt.weight;
}

QByteArray hashed(const std::function<void(QDataStream&)>& fill) {
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    fill(out);
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

void writeWeights(QDataStream& out, const MixRecipe& recipe) {
    out << recipe.base << int(recipe.layers) << int(recipe.precision) << recipe.compat;
    write(out, recipe.loras);
    for (const LoraRef& lora : recipe.loras) out << int(lora.target);
    for (const ExpertSpec& expert : recipe.experts) {
        out << expert.source;
        write(out, expert.loras);
    }
    for (const std::string& block : recipe.leftOut) out << block;
}

void writeGates(QDataStream& out, const MixRecipe& recipe) {
    out << int(recipe.gates) << recipe.gateCentre;
    const bool isSeeded = recipe.gates != GateMethod::Text && recipe.gates != GateMethod::Equal;
    if (isSeeded) out << quint64{recipe.gateSeed};
    if (recipe.gates == GateMethod::Hidden) out << recipe.gateSteps << recipe.gateCfg;
    if (!usesPrompts(recipe.gates)) return;
    for (const ExpertSpec& expert : recipe.experts) {
        write(out, expert.positive);
        if (usesNegatives(recipe)) write(out, expert.negative);
        for (const LoraRef& lora : expert.loras) out << lora.positivePrompt;
    }
}

}  // namespace

int MixState::enabledCount() const {
    return static_cast<int>(std::ranges::count_if(cards, [](const MixCard& card) { return card.enabled; }));
}

int MixState::letterIndex(int card) const {
    if (card < 0 || card >= static_cast<int>(cards.size()) || !cards[static_cast<std::size_t>(card)].enabled) return -1;
    return static_cast<int>(
        std::count_if(cards.begin(), cards.begin() + card, [](const MixCard& other) { return other.enabled; }));
}

MixState stateOf(const MixRecipe& recipe) {
    MixState state{recipe, {}};
    for (const ExpertSpec& expert : recipe.experts) state.cards.push_back({expert, true});
    std::vector<ParkedExpert> parked = recipe.parked;
    std::ranges::stable_sort(parked, {}, &ParkedExpert::position);
    for (const ParkedExpert& entry : parked) {
        const auto place = std::clamp(entry.position, 0, static_cast<int>(state.cards.size()));
        state.cards.insert(state.cards.begin() + place, MixCard{entry.expert, false});
    }
    for (MixCard& card : state.cards)
        if (card.spec.positive.empty()) card.spec.positive.push_back({});
    state.head.experts.clear();
    state.head.parked.clear();
    return state;
}

MixRecipe recipeOf(const MixState& state) {
    MixRecipe recipe = state.head;
    for (std::size_t i = 0; i < state.cards.size(); ++i) {
        ExpertSpec spec = state.cards[i].spec;
        for (auto* prompts : {&spec.positive, &spec.negative})
            std::erase_if(*prompts, [](const WeightedPrompt& prompt) { return prompt.text.empty(); });
        if (state.cards[i].enabled)
            recipe.experts.push_back(std::move(spec));
        else
            recipe.parked.push_back({static_cast<int>(i), std::move(spec)});
    }
    return recipe;
}

QString cardLetter(const MixState& state, int card) {
    const int place = state.letterIndex(card);
    return place < 0 ? u"–"_s : QString(QChar(static_cast<char16_t>(u'A' + place % 26)));
}

MixState emptyMix() {
    MixState state;
    state.head.name = QCoreApplication::translate("MixDocument", "Untitled mix").toStdString();
    return state;
}

QString sourceStem(const QString& source) {
    QString name = toText(modelNameOf(toPath(source), true)).section(u'\\', -1);
    for (const QString& suffix : {u".safetensors"_s, u".yaml"_s})
        if (name.endsWith(suffix, Qt::CaseInsensitive)) name.chop(suffix.size());
    return name.section(u'@', 0, 0);
}

namespace {

QString plainAlias(const MixCard& card) {
    return card.spec.alias.empty() ? sourceStem(toText(card.spec.source)) : toText(card.spec.alias);
}

}  // namespace

QString cardAlias(const MixState& state, int card) {
    const QString name = plainAlias(state.cards[static_cast<std::size_t>(card)]);
    int same = 0;
    for (int i = 0; i < card; ++i) same += plainAlias(state.cards[static_cast<std::size_t>(i)]) == name ? 1 : 0;
    return same == 0 ? name : u"%1 %2"_s.arg(name).arg(same + 1);
}

QString freeAlias(const MixState& state, int card, const QString& wanted) {
    const auto isTaken = [&](const QString& name) {
        for (int i = 0; i < static_cast<int>(state.cards.size()); ++i)
            if (i != card && cardAlias(state, i) == name) return true;
        return false;
    };
    QString name = wanted.trimmed().left(40);
    for (int number = 2; isTaken(name); ++number) name = u"%1 %2"_s.arg(wanted.trimmed().left(36)).arg(number);
    return name;
}

int loraTestCard(const MixState& state, const LoraRef& lora) {
    if (lora.target != LoraTarget::Experts || state.head.compat) return -1;
    const auto first = std::ranges::find_if(state.cards, [](const MixCard& card) { return card.enabled; });
    return first == state.cards.end() ? -1 : static_cast<int>(first - state.cards.begin());
}

bool usesPrompts(GateMethod method) {
    return method == GateMethod::Hidden || method == GateMethod::HiddenCompat || method == GateMethod::Text;
}

bool usesNegatives(const MixRecipe& recipe) {
    return recipe.gates == GateMethod::HiddenCompat ||
           (recipe.gates == GateMethod::Hidden && (recipe.gateCfg || recipe.compat));
}

QByteArray weightsKey(const MixRecipe& recipe) {
    return hashed([&](QDataStream& out) { writeWeights(out, recipe); });
}

QByteArray gatesKey(const MixRecipe& recipe) {
    return hashed([&](QDataStream& out) { writeGates(out, recipe); });
}

QByteArray recipeHash(const MixRecipe& recipe) {
    return hashed([&](QDataStream& out) {
        writeWeights(out, recipe);
        writeGates(out, recipe);
        out << recipe.name << recipe.type << recipe.expertsPerToken << recipe.notes << recipe.gateCfg
            << recipe.gateSteps << quint64{recipe.gateSeed};
        const auto writeSpec = [&](const ExpertSpec& expert) {
            out << expert.source << expert.alias;
            write(out, expert.positive);
            write(out, expert.negative);
            write(out, expert.loras);
        };
        for (const ExpertSpec& expert : recipe.experts) writeSpec(expert);
        for (const ParkedExpert& parked : recipe.parked) {
            out << parked.position;
            writeSpec(parked.expert);
        }
        const RoutingPolicy& routing = recipe.routing;
        out << int(routing.group) << routing.condOnly << routing.temperature;
        for (const RoutingRule& rule : routing.rules)
            out << int(rule.act) << rule.expert << rule.bias << rule.sites.pattern << rule.steps.from << rule.steps.to;
    });
}

}  // namespace segmoe::ui
