// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/recall_plan.h"

#include <algorithm>
#include <limits>

#include <QCoreApplication>
#include <QLocale>

#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

class RecallText {
    Q_DECLARE_TR_FUNCTIONS(RecallPlan)
};

using Outcome = RecallRow::Outcome;

bool wantsPrompt(RecallPart part) {
    return part == RecallPart::All || part == RecallPart::Prompt || part == RecallPart::Remix;
}
bool wantsSeed(RecallPart part) { return part == RecallPart::All || part == RecallPart::Seed; }
bool wantsSize(RecallPart part) {
    return part == RecallPart::All || part == RecallPart::Size || part == RecallPart::Remix;
}
bool wantsRest(RecallPart part) { return part == RecallPart::All || part == RecallPart::Remix; }

/// Fields that tell of the picture but did not make it what it is.
bool isInformation(const QString& field) {
    static const QStringList names{u"version"_s,
                                   u"program"_s,
                                   u"segmoe"_s,
                                   u"segmoe experts"_s,
                                   u"architecture"_s,
                                   u"layers"_s,
                                   u"precision"_s,
                                   u"routing"_s,
                                   u"routing capture"_s,
                                   u"nodes"_s,
                                   u"hashes"_s,
                                   u"model hash"_s,
                                   u"vae hash"_s,
                                   u"lora hashes"_s,
                                   u"ti hashes"_s,
                                   u"ti"_s,
                                   u"user"_s,
                                   u"eta"_s,
                                   u"civitai resources"_s,
                                   u"civitai metadata"_s,
                                   u"app_version"_s,
                                   u"metadata_version"_s,
                                   u"swarm_version"_s,
                                   u"date"_s,
                                   u"generation_time"_s,
                                   u"prep_time"_s,
                                   u"grid columns"_s,
                                   u"grid rows"_s};
    return names.contains(field.toLower());
}

class Planner {
public:
    Planner(const PictureSettings& settings, const RenderRequest& form) : m_settings(settings) { plan.request = form; }

    RecallPlan plan;

    void prompts(bool resolved) {
        const auto& typed = m_settings.prompt;
        plan.promptsDiffer = typed && m_settings.resolvedPrompt && *typed != *m_settings.resolvedPrompt;
        const auto& chosen = resolved && m_settings.resolvedPrompt ? m_settings.resolvedPrompt : typed;
        if (chosen) {
            plan.request.prompt = *chosen;
            plan.request.promptTemplate.clear();
            applied(RecallText::tr("Prompt"), toText(*chosen));
        }
        if (m_settings.negative) {
            plan.request.negative = *m_settings.negative;
            applied(RecallText::tr("Negative"), toText(*m_settings.negative));
        }
    }

    void seed() {
        if (!m_settings.seed) return;
        const auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
        const std::uint64_t found = *m_settings.seed;
        plan.request.seed = static_cast<std::int64_t>(std::min(found, most));
        row(RecallText::tr("Seed"), QString::number(found), QString::number(plan.request.seed),
            found <= most ? Outcome::Applied : Outcome::Changed);
    }

    void size() {
        if (!m_settings.width || !m_settings.height) return;
        const auto possible = [](int side) { return std::clamp((side + 4) / 8 * 8, 64, 2048); };
        const auto text = [](int w, int h) { return u"%1×%2"_s.arg(w).arg(h); };
        plan.request.width = possible(*m_settings.width);
        plan.request.height = possible(*m_settings.height);
        const bool same = plan.request.width == *m_settings.width && plan.request.height == *m_settings.height;
        row(RecallText::tr("Size"), text(*m_settings.width, *m_settings.height),
            text(plan.request.width, plan.request.height), same ? Outcome::Applied : Outcome::Changed);
    }

    void sampling() {
        number(RecallText::tr("Steps"), m_settings.steps, 1, 150, plan.request.steps);
        number(RecallText::tr("CFG"), m_settings.guidanceScale, 1.0, 30.0, plan.request.guidanceScale);
        if (m_settings.sampler) plan.request.sampler = *m_settings.sampler;
        if (m_settings.schedule) plan.request.schedule = *m_settings.schedule;
        const QString found = toText(m_settings.samplerText);
        if (m_settings.sampler)
            row(RecallText::tr("Sampler"), found, toText(samplerTitle(*m_settings.sampler)),
                m_settings.samplerExact ? Outcome::Applied : Outcome::Changed);
        else if (!found.isEmpty())
            row(RecallText::tr("Sampler"), found, RecallText::tr("not known here"), Outcome::Ignored);
        if (!isPossible(plan.request.sampler, plan.request.schedule)) {
            row(RecallText::tr("Noise"), toText(scheduleTitle(plan.request.schedule)), RecallText::tr("Automatic"),
                Outcome::Changed);
            plan.request.schedule = ScheduleKind::Normal;
        }
        // What a picture does not say, it was made without; what the form held would change it.
        plan.request.clipSkip = 0;
        plan.request.routing = {};
        plan.request.vae.clear();
        number(RecallText::tr("CLIP skip"), m_settings.clipSkip, 0, 4, plan.request.clipSkip);
        if (m_settings.noise) plan.request.noise = *m_settings.noise;
        if (m_settings.weightRule) plan.request.weightRule = *m_settings.weightRule;
        number(RecallText::tr("Active experts"), m_settings.topK, 0, 64, plan.request.routing.topK);
        if (!m_settings.rules.empty()) {
            plan.request.routing.rules = m_settings.rules;
            applied(RecallText::tr("Expert control"), QString::number(m_settings.rules.size()));
        }
    }

    void variation() {
        plan.request.variationStrength = 0.0;
        plan.request.variationSeed = -1;
        if (!m_settings.variationStrength) return;
        plan.request.variationStrength = std::clamp(*m_settings.variationStrength, 0.0, 1.0);
        if (m_settings.variationSeed)
            plan.request.variationSeed = static_cast<std::int64_t>(
                std::min<std::uint64_t>(*m_settings.variationSeed, std::numeric_limits<std::int64_t>::max()));
    }

    /// The picture itself is not its start image: only the strength can be repeated.
    void startImage() {
        if (!m_settings.denoisingStrength) {
            plan.request.start.reset();
            return;
        }
        const QString strength = QLocale().toString(*m_settings.denoisingStrength);
        if (plan.request.start) {
            plan.request.start->strength = std::clamp(*m_settings.denoisingStrength, 0.0, 1.0);
            applied(RecallText::tr("Denoising strength"), strength);
        } else {
            row(RecallText::tr("Denoising strength"), strength, RecallText::tr("choose the start image by hand"),
                Outcome::Ignored);
        }
    }

    void models(const ModelLookup& lookup) {
        plan.request.loras.clear();
        for (const NamedModel& named : m_settings.models) {
            const QString file = lookup(named);
            const QString name = toText(named.name);
            const QString field = fieldOf(named.role);
            if (file.isEmpty()) {
                plan.missing.push_back(named);
                row(field, name, RecallText::tr("not on this computer"), Outcome::Ignored);
            } else if (named.role == NamedModel::Role::Lora) {
                addLora(named, file);
                applied(field, name);
            } else {
                if (named.role == NamedModel::Role::Model) plan.model = file;
                if (named.role == NamedModel::Role::Vae) plan.request.vae = file.toStdString();
                applied(field, name);  // an embedding is called by the prompt
            }
        }
    }

    /// The unsaved mixture of the picture, when all its models are here.
    void mixture(const ModelLookup& lookup) {
        if (!m_settings.recipe || !plan.model.isEmpty()) return;
        MixRecipe recipe = *m_settings.recipe;
        const auto place = [&](NamedModel::Role role, std::size_t index, std::string& source) {
            const QString file = lookup(namedIn(role, index));
            if (!file.isEmpty()) source = file.toStdString();
            return !file.isEmpty();
        };
        bool isWhole = place(NamedModel::Role::Base, 0, recipe.base);
        for (std::size_t i = 0; i < recipe.experts.size(); ++i)
            isWhole = place(NamedModel::Role::Expert, i, recipe.experts[i].source) && isWhole;
        if (!isWhole) return;
        recipe.folder.clear();
        plan.mixture = std::make_shared<const MixRecipe>(std::move(recipe));
        const auto isMixture = [](const NamedModel& model) { return model.role == NamedModel::Role::Model; };
        std::erase_if(plan.missing, isMixture);
        std::erase_if(plan.rows, [](const RecallRow& row) {
            return row.outcome == Outcome::Ignored && row.field == fieldOf(NamedModel::Role::Model);
        });
        applied(fieldOf(NamedModel::Role::Model), toText(plan.mixture->name));
    }

    void others() {
        for (const auto& [name, value] : m_settings.others) {
            row(toText(name), toText(value), RecallText::tr("has no counterpart here"), Outcome::Ignored);
            plan.rows.back().isInformation = isInformation(toText(name));
        }
    }

private:
    /// The index-th model of a role that the picture names.
    NamedModel namedIn(NamedModel::Role role, std::size_t index) const {
        for (const NamedModel& named : m_settings.models)
            if (named.role == role && index-- == 0) return named;
        return {};
    }

    static QString fieldOf(NamedModel::Role role) {
        switch (role) {
            case NamedModel::Role::Model: return RecallText::tr("Model");
            case NamedModel::Role::Base: return RecallText::tr("Base");
            case NamedModel::Role::Expert: return RecallText::tr("Expert");
            case NamedModel::Role::Lora: return RecallText::tr("LoRA");
            case NamedModel::Role::Vae: return RecallText::tr("VAE");
            case NamedModel::Role::Embedding: return RecallText::tr("Embedding");
        }
        return {};
    }

    /// A chip in the prompt brings its LoRA by itself.
    void addLora(const NamedModel& named, const QString& file) {
        if (plan.request.prompt.find("<lora:" + named.name) != std::string::npos) return;
        LoraRef lora;
        lora.source = file.toStdString();
        lora.strength = named.strength;
        plan.request.loras.push_back(std::move(lora));
    }

    void row(const QString& field, const QString& found, const QString& result, Outcome outcome) {
        plan.rows.push_back({field, found, result, outcome});
    }
    void applied(const QString& field, const QString& found) { row(field, found, found, Outcome::Applied); }

    template <class T>
    void number(const QString& field, const std::optional<T>& found, T least, T most, T& target) {
        if (!found) return;
        target = std::clamp(*found, least, most);
        row(field, QLocale().toString(*found), QLocale().toString(target),
            target == *found ? Outcome::Applied : Outcome::Changed);
    }

    const PictureSettings& m_settings;
};

}  // namespace

bool RecallPlan::needsQuestion() const {
    return !missing.empty() || promptsDiffer || std::ranges::any_of(rows, [](const RecallRow& row) {
        return row.outcome != RecallRow::Outcome::Applied && !row.isInformation;
    });
}

RecallPlan planRecall(const PictureSettings& settings, RecallPart part, const RenderRequest& form,
                      const ModelLookup& lookup, bool resolved) {
    Planner planner(settings, form);
    if (wantsPrompt(part)) planner.prompts(resolved);
    if (wantsSeed(part)) planner.seed();
    if (wantsSize(part)) planner.size();
    if (wantsRest(part)) {
        planner.sampling();
        planner.models(lookup);
        planner.mixture(lookup);
        planner.startImage();
        planner.others();
    }
    if (part == RecallPart::All) planner.variation();
    return std::move(planner.plan);
}

}  // namespace segmoe::ui
