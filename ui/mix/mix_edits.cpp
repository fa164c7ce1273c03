// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// The edits of MixDocument that concern single values and experts; prompts and LoRAs: mix_card_edits.cpp.
#include <algorithm>

#include "ui/bridge/qt_convert.h"
#include "ui/mix/mix_document.h"

namespace segmoe::ui {

namespace {

auto at(MixState& state, int card) { return state.cards.begin() + card; }

/// A card that stands there with one empty prompt, so that the caret has a place to be.
MixCard newCard(const QString& source) {
    MixCard card;
    card.spec.source = source.toStdString();
    card.spec.positive.push_back({});
    return card;
}

}  // namespace

template <class T>
void MixDocument::setHead(MixAct act, const QString& text, T MixRecipe::*member, const T& value,
                          const QByteArray& field) {
    const T old = m_state.head.*member;
    if (old == value) return;
    push(
        act, text, [member, value](MixState& state) { state.head.*member = value; },
        [member, old](MixState& state) { state.head.*member = old; }, field);
}

void MixDocument::setName(const QString& name) {
    setHead(MixAct::SetName, tr("name"), &MixRecipe::name, name.toStdString(), "name");
}

void MixDocument::setBase(const QString& source) {
    setHead(MixAct::SetBase, tr("base"), &MixRecipe::base, source.toStdString());
}

int MixDocument::addExpert(const QString& source, int index) {
    const int place = index < 0 ? cardCount() : std::min(index, cardCount());
    addCards({newCard(source)}, place, tr("add expert %1").arg(letter(place)));
    return place;
}

/// k follows the number of experts up to two as long as the user has not chosen another.
void MixDocument::addCards(const std::vector<MixCard>& cards, int index, const QString& text) {
    const int oldK = m_state.head.expertsPerToken;
    const int before = m_state.enabledCount();
    const int after = before + static_cast<int>(std::ranges::count_if(cards, &MixCard::enabled));
    const bool isFollowing = oldK == std::max(1, std::min(2, before));
    const int newK = isFollowing ? std::max(1, std::min(2, after)) : oldK;
    push(
        MixAct::AddExpert, text,
        [cards, index, newK](MixState& state) {
            state.cards.insert(at(state, index), cards.begin(), cards.end());
            state.head.expertsPerToken = newK;
        },
        [count = static_cast<int>(cards.size()), index, oldK](MixState& state) {
            state.cards.erase(at(state, index), at(state, index + count));
            state.head.expertsPerToken = oldK;
        });
}

void MixDocument::removeExpert(int card) {
    const MixCard old = m_state.cards[static_cast<std::size_t>(card)];
    const auto rules = m_state.head.routing.rules;
    // Rules name experts by place: those of the removed one go, later ones move up.
    std::vector<RoutingRule> kept;
    const int place = m_state.letterIndex(card);
    for (RoutingRule rule : rules) {
        if (place >= 0 && rule.expert == place) continue;
        if (place >= 0 && rule.expert > place) --rule.expert;
        kept.push_back(rule);
    }
    push(
        MixAct::RemoveExpert, tr("remove expert %1").arg(letter(card)),
        [card, kept](MixState& state) {
            state.cards.erase(at(state, card));
            state.head.routing.rules = kept;
        },
        [card, old, rules](MixState& state) {
            state.cards.insert(at(state, card), old);
            state.head.routing.rules = rules;
        });
}

void MixDocument::moveExpert(int from, int to) {
    to = std::clamp(to, 0, cardCount() - 1);
    if (from == to || from < 0 || from >= cardCount()) return;
    const auto move = [](MixState& state, int source, int target) {
        MixCard card = std::move(*at(state, source));
        state.cards.erase(at(state, source));
        state.cards.insert(at(state, target), std::move(card));
    };
    push(
        MixAct::MoveExpert, tr("move expert %1").arg(letter(from)),
        [move, from, to](MixState& state) { move(state, from, to); },
        [move, from, to](MixState& state) { move(state, to, from); });
}

void MixDocument::replaceExpert(int card, const QString& source) {
    const std::string old = this->card(card).spec.source, value = source.toStdString();
    if (old == value) return;
    push(
        MixAct::ReplaceExpert, tr("model of expert %1").arg(letter(card)),
        [card, value](MixState& state) { at(state, card)->spec.source = value; },
        [card, old](MixState& state) { at(state, card)->spec.source = old; });
}

void MixDocument::duplicateExpert(int card) {
    MixCard copy = this->card(card);
    const int place = card + 1;
    push(
        MixAct::DuplicateExpert, tr("duplicate expert %1").arg(letter(card)),
        [copy, place](MixState& state) { state.cards.insert(at(state, place), copy); },
        [place](MixState& state) { state.cards.erase(at(state, place)); });
}

void MixDocument::setEnabled(int card, bool enabled) {
    if (this->card(card).enabled == enabled) return;
    if (!enabled && m_state.enabledCount() <= 2) return;
    push(
        MixAct::EnableExpert, enabled ? tr("expert %1 on").arg(letter(card)) : tr("expert %1 off").arg(letter(card)),
        [card, enabled](MixState& state) { at(state, card)->enabled = enabled; },
        [card, enabled](MixState& state) { at(state, card)->enabled = !enabled; });
}

void MixDocument::setAlias(int card, const QString& alias) {
    const std::string old = this->card(card).spec.alias;
    const std::string value = alias.trimmed().isEmpty() ? std::string() : freeAlias(m_state, card, alias).toStdString();
    if (old == value) return;
    push(
        MixAct::SetAlias, tr("alias of expert %1").arg(letter(card)),
        [card, value](MixState& state) { at(state, card)->spec.alias = value; },
        [card, old](MixState& state) { at(state, card)->spec.alias = old; }, "alias" + QByteArray::number(card));
}

void MixDocument::makeBase(int card) {
    const QString base = toText(m_state.head.base), expert = toText(this->card(card).spec.source);
    beginMacro(tr("make expert %1 the base").arg(letter(card)));
    setBase(expert);
    if (!base.isEmpty()) replaceExpert(card, base);
    endMacro();
}

void MixDocument::replaceBase(const QString& source, const std::vector<int>& removed) {
    if (removed.empty()) return setBase(source);
    beginMacro(tr("base and %n expert(s)", nullptr, static_cast<int>(removed.size())));
    setBase(source);
    std::vector<int> cards = removed;
    std::ranges::sort(cards, std::greater<>());
    for (const int card : cards) removeExpert(card);
    endMacro();
}

void MixDocument::setLayers(MoeLayers layers) {
    setHead(MixAct::SetMoeLayers, tr("layers"), &MixRecipe::layers, layers);
}

void MixDocument::setLeftOut(const std::vector<std::string>& blocks) {
    setHead(MixAct::SetBlocks, tr("blocks"), &MixRecipe::leftOut, blocks);
}

void MixDocument::setK(int k) { setHead(MixAct::SetK, tr("active experts"), &MixRecipe::expertsPerToken, k, "k"); }

void MixDocument::setGateOptions(const GateOptions& options) {
    const GateOptions old = gateOptions();
    if (old == options) return;
    const auto set = [](MixState& state, const GateOptions& value) {
        state.head.gates = value.method;
        state.head.gateSeed = value.seed;
        state.head.gateSteps = value.steps;
        state.head.gateCfg = value.useNegatives;
        state.head.gateCentre = value.centre;
    };
    const bool isSeedOnly = [&] {
        GateOptions other = options;
        other.seed = old.seed;
        return other == old;
    }();
    push(
        MixAct::SetGateOptions, tr("gate options"), [set, options](MixState& state) { set(state, options); },
        [set, old](MixState& state) { set(state, old); }, isSeedOnly ? QByteArray("seed") : QByteArray());
}

void MixDocument::setRoutingOptions(const RoutingPolicy& options) {
    RoutingPolicy value = options;
    value.rules = m_state.head.routing.rules;
    const bool isTemperatureOnly = [&] {
        RoutingPolicy other = value;
        other.temperature = m_state.head.routing.temperature;
        return other == m_state.head.routing;
    }();
    setHead(MixAct::SetRoutingOptions, tr("routing options"), &MixRecipe::routing, value,
            isTemperatureOnly ? QByteArray("temperature") : QByteArray());
}

void MixDocument::setPrecision(Precision precision) {
    setHead(MixAct::SetPrecision, tr("precision"), &MixRecipe::precision, precision);
}

void MixDocument::setCompat(bool compat) {
    setHead(MixAct::SetCompat, tr("reproducing SegMoE"), &MixRecipe::compat, compat);
}

void MixDocument::setRules(const std::vector<RoutingRule>& rules) {
    RoutingPolicy value = m_state.head.routing;
    value.rules = rules;
    setHead(MixAct::SetPolicy, tr("expert control"), &MixRecipe::routing, value);
}

void MixDocument::importRecipe(const MixRecipe& recipe) {
    const MixState value = stateOf(recipe), old = m_state;
    if (value == old) return;
    push(
        MixAct::ImportRecipe, tr("import recipe"), [value](MixState& state) { state = value; },
        [old](MixState& state) { state = old; });
}

}  // namespace segmoe::ui
