// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// The edits of MixDocument inside a card: gate prompts and LoRAs.
#include <algorithm>

#include "ui/mix/mix_document.h"

namespace segmoe::ui {

namespace {

using Prompts = std::vector<WeightedPrompt>;

Prompts& promptsOf(MixState& state, const PromptPlace& place) {
    return state.cards[static_cast<std::size_t>(place.card)].prompts(place.side);
}

WeightedPrompt& promptAt(MixState& state, const PromptPlace& place) {
    return promptsOf(state, place)[static_cast<std::size_t>(place.index)];
}

void insertPrompt(MixState& state, const PromptPlace& place, const WeightedPrompt& prompt) {
    Prompts& prompts = promptsOf(state, place);
    prompts.insert(prompts.begin() + place.index, prompt);
}

void erasePrompt(MixState& state, const PromptPlace& place) {
    Prompts& prompts = promptsOf(state, place);
    prompts.erase(prompts.begin() + place.index);
}

std::vector<LoraRef>& lorasOf(MixState& state, int card) {
    return card < 0 ? state.head.loras : state.cards[static_cast<std::size_t>(card)].spec.loras;
}

QByteArray fieldOf(const char* name, const PromptPlace& place) {
    return QByteArray(name) + QByteArray::number(place.card) + (place.side == PromptSide::Positive ? '+' : '-') +
           QByteArray::number(place.index);
}

}  // namespace

void MixDocument::addPrompt(const PromptPlace& place, const WeightedPrompt& prompt) {
    const auto& prompts = card(place.card).prompts(place.side);
    if (static_cast<int>(prompts.size()) >= kMostPrompts) return;
    PromptPlace target = place;
    if (target.index < 0 || target.index > static_cast<int>(prompts.size()))
        target.index = static_cast<int>(prompts.size());
    push(
        MixAct::AddPrompt, tr("new prompt, expert %1").arg(letter(place.card)),
        [target, prompt](MixState& state) { insertPrompt(state, target, prompt); },
        [target](MixState& state) { erasePrompt(state, target); });
}

void MixDocument::removePrompt(const PromptPlace& place) {
    const WeightedPrompt old = promptAt(m_state, place);
    push(
        MixAct::RemovePrompt, tr("remove prompt %1, expert %2").arg(place.index + 1).arg(letter(place.card)),
        [place](MixState& state) { erasePrompt(state, place); },
        [place, old](MixState& state) { insertPrompt(state, place, old); });
}

void MixDocument::setPromptText(const PromptPlace& place, const QString& text) {
    const std::string old = promptAt(m_state, place).text, value = text.toStdString();
    if (old == value) return;
    push(
        MixAct::SetPromptText, tr("prompt %1, expert %2").arg(place.index + 1).arg(letter(place.card)),
        [place, value](MixState& state) { promptAt(state, place).text = value; },
        [place, old](MixState& state) { promptAt(state, place).text = old; }, fieldOf("text", place));
}

void MixDocument::setPromptWeight(const PromptPlace& place, double weight) {
    const double old = promptAt(m_state, place).weight;
    if (old == weight) return;
    push(
        MixAct::SetPromptWeight, tr("weight of prompt %1, expert %2").arg(place.index + 1).arg(letter(place.card)),
        [place, weight](MixState& state) { promptAt(state, place).weight = weight; },
        [place, old](MixState& state) { promptAt(state, place).weight = old; }, fieldOf("weight", place));
}

void MixDocument::movePrompt(const PromptPlace& from, const PromptPlace& to, bool copy) {
    const WeightedPrompt prompt = promptAt(m_state, from);
    const auto& goal = card(to.card).prompts(to.side);
    const bool isSameList = from.card == to.card && from.side == to.side;
    if ((!isSameList || copy) && static_cast<int>(goal.size()) >= kMostPrompts) return;
    PromptPlace target = to;
    target.index =
        std::clamp(to.index < 0 ? static_cast<int>(goal.size()) : to.index, 0, static_cast<int>(goal.size()));
    if (isSameList && !copy && target.index > from.index) --target.index;
    if (!copy && target == from) return;
    push(
        MixAct::MovePrompt,
        copy ? tr("copy prompt to expert %1").arg(letter(to.card))
             : tr("move prompt to expert %1").arg(letter(to.card)),
        [from, target, prompt, copy](MixState& state) {
            if (!copy) erasePrompt(state, from);
            insertPrompt(state, target, prompt);
        },
        [from, target, prompt, copy](MixState& state) {
            erasePrompt(state, target);
            if (!copy) insertPrompt(state, from, prompt);
        });
}

void MixDocument::addLora(int card, const QString& source, double strength) {
    if (static_cast<int>(lorasOf(m_state, card).size()) >= kMostLoras) return;
    const LoraRef lora{source.toStdString(), strength, {}, {}};
    push(
        MixAct::AddLora, tr("add LoRA"), [card, lora](MixState& state) { lorasOf(state, card).push_back(lora); },
        [card](MixState& state) { lorasOf(state, card).pop_back(); });
}

void MixDocument::removeLora(int card, int index) {
    const LoraRef old = lorasOf(m_state, card)[static_cast<std::size_t>(index)];
    push(
        MixAct::RemoveLora, tr("remove LoRA"),
        [card, index](MixState& state) {
            auto& loras = lorasOf(state, card);
            loras.erase(loras.begin() + index);
        },
        [card, index, old](MixState& state) {
            auto& loras = lorasOf(state, card);
            loras.insert(loras.begin() + index, old);
        });
}

void MixDocument::setLoraStrength(int card, int index, double strength) {
    const auto place = static_cast<std::size_t>(index);
    const double old = lorasOf(m_state, card)[place].strength;
    if (old == strength) return;
    push(
        MixAct::SetLoraStrength, tr("strength of LoRA"),
        [card, place, strength](MixState& state) { lorasOf(state, card)[place].strength = strength; },
        [card, place, old](MixState& state) { lorasOf(state, card)[place].strength = old; },
        "lora" + QByteArray::number(card) + '.' + QByteArray::number(index));
}

void MixDocument::setLoraTarget(int index, LoraTarget target) {
    const auto place = static_cast<std::size_t>(index);
    const LoraTarget old = m_state.head.loras[place].target;
    if (old == target) return;
    push(
        MixAct::SetLoraTarget, tr("where the base's LoRA acts"),
        [place, target](MixState& state) { state.head.loras[place].target = target; },
        [place, old](MixState& state) { state.head.loras[place].target = old; });
}

}  // namespace segmoe::ui
