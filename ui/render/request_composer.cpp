// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/request_composer.h"

#include <algorithm>
#include <limits>

#include "ui/bridge/qt_convert.h"
#include "ui/queue/random_seed.h"
#include "ui/render/lora_chips.h"

namespace segmoe::ui {

namespace {

constexpr quint64 kNegativeSalt = 0x6E65676174697665ULL;  // the negative prompt chooses for itself

void addMissing(QStringList& list, const QStringList& names) {
    for (const QString& name : names)
        if (!list.contains(name)) list << name;
}

void resolveTexts(RenderRequest& request, const WildcardLookup& lookup, Composition& made) {
    const auto seed = static_cast<quint64>(request.seed);
    const ResolvedPrompt prompt = resolveWildcards(toText(request.prompt), lookup, seed);
    addMissing(made.missingWildcards, prompt.missing);
    if (prompt.text != toText(request.prompt)) request.promptTemplate = request.prompt;
    request.prompt = prompt.text.toStdString();
    if (!request.negative) return;
    const ResolvedPrompt negative = resolveWildcards(toText(*request.negative), lookup, seed ^ kNegativeSalt);
    addMissing(made.missingWildcards, negative.missing);
    request.negative = negative.text.toStdString();
}

std::int64_t seedAfter(const RenderRequest& form, std::int64_t seed, SeedMode mode) {
    switch (mode) {
        case SeedMode::Fixed: return form.seed;
        case SeedMode::Increase: return seed > std::numeric_limits<std::int64_t>::max() - 64 ? 0 : seed + form.images;
        case SeedMode::Decrease: return std::max<std::int64_t>(0, seed - form.images);
        case SeedMode::Random: return -1;
    }
    return form.seed;
}

}  // namespace

QStringList addChipLoras(RenderRequest& request, const LoraLookup& lookup) {
    QStringList missing;
    for (const LoraChip& chip : loraChips(toText(request.prompt))) {
        const QString file = lookup(chip.name);
        if (file.isEmpty()) {
            addMissing(missing, {chip.name});
            continue;
        }
        LoraRef lora;
        lora.source = file.toStdString();
        lora.strength = chip.strength;
        const bool known =
            std::ranges::any_of(request.loras, [&](const LoraRef& r) { return r.source == lora.source; });
        if (!known) request.loras.push_back(lora);
    }
    return missing;
}

Composition composeRequests(const RenderRequest& form, SeedMode mode, const WildcardLookup& wildcards,
                            const LoraLookup& loras, int seedBits) {
    Composition made;
    RenderRequest request = form;
    request.promptTemplate.clear();
    if (request.seed < 0) request.seed = randomSeed(seedBits);
    made.nextSeed = seedAfter(form, request.seed, mode);
    const bool choosing =
        hasWildcards(toText(request.prompt)) || hasWildcards(toText(request.negative.value_or(std::string())));
    const int jobs = choosing ? request.images : 1;
    for (int i = 0; i < jobs; ++i) {
        RenderRequest one = request;
        if (choosing) {
            one.seed = request.seed + i;
            one.images = 1;
            one.imagesAtOnce = 1;
            resolveTexts(one, wildcards, made);
        }
        addMissing(made.missingLoras, addChipLoras(one, loras));
        made.requests.push_back(std::move(one));
    }
    return made;
}

}  // namespace segmoe::ui
