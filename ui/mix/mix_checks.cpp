// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/mix_checks.h"

#include <algorithm>

#include <QCoreApplication>

#include "core/domain/licence_terms.h"
#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"
#include "ui/mix/gate_checks.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

/// Collects the checks of one input.
class Checker {
    Q_DECLARE_TR_FUNCTIONS(MixChecks)
public:
    explicit Checker(const CheckInput& input)
        : m_in(input), m_recipe(recipeOf(input.state)), m_base(toText(m_recipe.base)) {}

    std::vector<Check> run() {
        checkParts();
        checkModels();
        checkPrompts();
        checkLoras();
        checkGates();
        checkNotes();
        std::ranges::stable_sort(m_checks, {}, &Check::level);
        return std::move(m_checks);
    }

private:
    int cards() const { return static_cast<int>(m_in.state.cards.size()); }
    const MixCard& card(int i) const { return m_in.state.cards[static_cast<std::size_t>(i)]; }
    QString source(int i) const { return toText(card(i).spec.source); }
    QString name(int i) const { return cardAlias(m_in.state, i); }
    QString letter(int i) const { return cardLetter(m_in.state, i); }
    const SourceInfo& info(const QString& source) const { return infoOf(m_in.infos, source); }
    /// Facts of a source whose header has been read and that can be used.
    const ModelFacts* facts(const QString& source) const {
        const SourceInfo& found = info(source);
        return found.state == SourceInfo::State::Ok ? &found.facts : nullptr;
    }
    void add(const char* id, CheckLevel level, const QString& sentence, std::vector<CheckAction> actions,
             const QString& about = {}) {
        const QString number = QString::fromLatin1(id);
        m_checks.push_back({number, level, sentence, std::move(actions), number + u'/' + about});
    }

    void checkParts();
    void checkModels();
    void checkModel(int card, const QString& source, const QString& name);
    void checkFit(int card, const ModelFacts& base, const ModelFacts& expert);
    void checkPrompts();
    std::vector<CheckAction> noPromptActions(int card) const;
    void checkLoras();
    void checkGates();
    void checkNotes();

    const CheckInput& m_in;
    MixRecipe m_recipe;
    QString m_base;
    std::vector<Check> m_checks;
};

void Checker::checkParts() {
    if (m_base.isEmpty())
        add("C1", CheckLevel::Error, tr("Choose a base model."), {{CheckAct::ChooseBase, tr("Choose base")}});
    if (m_in.state.enabledCount() < 2) {
        std::vector<CheckAction> actions = {{CheckAct::AddExpert, tr("Add expert")}};
        if (!m_base.isEmpty()) actions.push_back({CheckAct::AddBaseAsExpert, tr("Add the base as expert")});
        add("C2", CheckLevel::Error, tr("A mixture needs at least two experts."), std::move(actions));
    }
    const int k = m_recipe.expertsPerToken, on = m_in.state.enabledCount();
    if (on >= 1 && k > on)
        add("C6", CheckLevel::Error, tr("k is %1 but only %n expert(s) are on.", nullptr, on).arg(k),
            {{CheckAct::SetK, tr("Set k to %1").arg(on), -1, on}});
}

void Checker::checkModel(int card, const QString& source, const QString& name) {
    const SourceInfo& found = info(source);
    const QString about = u"%1/%2"_s.arg(card).arg(source);
    std::vector<CheckAction> actions = {{CheckAct::Locate, tr("Locate…"), card}};
    if (const auto twin = m_in.twins.find(source); twin != m_in.twins.end())
        actions.insert(actions.begin(), {CheckAct::UseFound, tr("Use the one found"), card, 0, twin->second});
    if (card >= 0) actions.push_back({CheckAct::Remove, tr("Remove"), card});
    if (found.state == SourceInfo::State::Remote && !found.arriving)
        actions.insert(actions.begin(), {CheckAct::Download, tr("Download"), card, 0, source});
    if (found.state == SourceInfo::State::Missing)
        add("C3", CheckLevel::Error, tr("%1 is missing.").arg(name), actions, about);
    if (found.state == SourceInfo::State::Remote)
        add("C3", CheckLevel::Error,
            found.arriving ? tr("%1 is being downloaded.").arg(name) : tr("%1 is not on this computer.").arg(name),
            actions, about);
    if (found.state == SourceInfo::State::Refused)
        add("C3", CheckLevel::Error,
            tr("%1 cannot be used: %2")
                .arg(name, found.facts.refusal ? toText(found.facts.refusal->message) : QString()),
            actions, about);
    if (found.state != SourceInfo::State::Ok || found.facts.license.empty()) return;
    const LicenceTerms terms = licenceTerms(found.facts.license);
    const std::vector<CheckAction> details = {{CheckAct::ShowLicence, tr("Details")}};
    if (terms.shareMerges == Permission::No)
        add("C17", CheckLevel::Warning, tr("The licence of %1 does not allow sharing merges.").arg(name), details,
            about);
    if (terms.commercial == Permission::No)
        add("C17", CheckLevel::Warning, tr("The licence of %1 does not allow selling images.").arg(name), details,
            about + u"$"_s);
}

void Checker::checkFit(int card, const ModelFacts& base, const ModelFacts& expert) {
    if (!isMixable(base, expert)) {
        add("C4", CheckLevel::Error,
            tr("%1 is %2, the base is %3.").arg(name(card), architectureText(expert), architectureText(base)),
            {{CheckAct::Replace, tr("Replace"), card}, {CheckAct::Remove, tr("Remove"), card}}, source(card));
        return;
    }
    const auto prediction = [](const ModelFacts& model) {
        return model.vPrediction ? u"v-prediction"_s : u"epsilon"_s;
    };
    if (base.vPrediction != expert.vPrediction)
        add("C12", CheckLevel::Warning,
            tr("%1 predicts %2, the base %3.").arg(name(card), prediction(expert), prediction(base)),
            {{CheckAct::Remove, tr("Remove"), card}, {CheckAct::Keep, tr("Keep")}}, source(card));
}

void Checker::checkModels() {
    if (!m_base.isEmpty()) checkModel(-1, m_base, sourceStem(m_base));
    const ModelFacts* base = facts(m_base);
    int fewSteps = 0, known = 0, fewCard = -1;
    std::map<QString, int> firstUse;
    for (int i = 0; i < cards(); ++i) {
        if (!card(i).enabled) continue;
        checkModel(i, source(i), name(i));
        const ModelFacts* expert = facts(source(i));
        if (base && expert) checkFit(i, *base, *expert);
        if (expert) {
            ++known;
            if (expert->fewSteps != FewSteps::No) {
                ++fewSteps;
                fewCard = i;
            }
        }
        const auto [first, isNew] = firstUse.emplace(source(i), i);
        if (!isNew && card(first->second).spec.loras == card(i).spec.loras)
            add("C8", CheckLevel::Warning,
                tr("Experts %1 and %2 use the same file.").arg(letter(first->second), letter(i)),
                {{CheckAct::ShowCard, tr("Show"), i}, {CheckAct::Remove, tr("Remove %1").arg(letter(i)), i}},
                source(i));
    }
    if (fewSteps > 0 && fewSteps < known) {
        const bool isFromName = facts(source(fewCard))->fewSteps == FewSteps::FromFileName;
        add("C13", CheckLevel::Warning,
            (isFromName
                 ? tr("%1 looks like a few-step model (from its file name), others do not. Steps and CFG may not "
                      "suit both.")
                 : tr("%1 looks like a few-step model (from its metadata), others do not. Steps and CFG may not "
                      "suit both."))
                .arg(name(fewCard)),
            {{CheckAct::Keep, tr("Keep")}, {CheckAct::FewStepPreset, tr("Use few-step preset")}}, source(fewCard));
    }
}

std::vector<CheckAction> Checker::noPromptActions(int card) const {
    std::vector<CheckAction> actions = {{CheckAct::EditPrompts, tr("Write prompt"), card}};
    const ModelFacts* model = facts(source(card));
    if (model && !model->trigger.empty())
        actions.push_back({CheckAct::UseTrigger, tr("Use its trigger words"), card, 0, toText(model->trigger)});
    return actions;
}

void Checker::checkPrompts() {
    if (m_recipe.gates == GateMethod::Random)
        add("C14", CheckLevel::Warning, tr("Gates are random."), {{CheckAct::UsePromptGates, tr("Use prompts")}});
    if (!usesPrompts(m_recipe.gates)) return;
    const auto& experts = m_recipe.experts;
    const bool areSame = experts.size() >= 2 && !experts[0].positive.empty() &&
                         std::ranges::all_of(experts, [&](const ExpertSpec& expert) {
                             return expert.positive == experts[0].positive &&
                                    (!usesNegatives(m_recipe) || expert.negative == experts[0].negative);
                         });
    const bool areEmpty = experts.size() >= 2 && std::ranges::all_of(experts, [](const ExpertSpec& expert) {
                              return expert.positive.empty();
                          });
    int firstCard = 0;
    while (firstCard < cards() && !card(firstCard).enabled) ++firstCard;
    if (areSame || areEmpty)
        add("C5", CheckLevel::Error, tr("Every expert has the same gate prompts, so routing cannot tell them apart."),
            {{CheckAct::EditPrompts, tr("Edit prompts"), firstCard},
             {CheckAct::UseRandomGates, tr("Use Random gates")}});
    for (int i = 0; i < cards() && !areEmpty; ++i) {
        const auto& prompts = card(i).spec.positive;
        const bool hasPrompt = std::ranges::any_of(prompts, [](const WeightedPrompt& p) { return !p.text.empty(); });
        if (card(i).enabled && !hasPrompt)
            add("C7", CheckLevel::Warning, tr("Expert %1 has no gate prompt.").arg(letter(i)), noPromptActions(i),
                QString::number(i));
    }
}

void Checker::checkLoras() {
    const auto check = [&](const LoraRef& lora, int card, const QString& model, const QString& name) {
        const QString loraSource = toText(lora.source);
        const auto found = m_in.loraFits.find({loraSource, model});
        if (found != m_in.loraFits.end() && found->second.unplaced > 0)
            add("C15", CheckLevel::Warning,
                tr("%1 of %2 LoRA tensors have no place in %3.")
                    .arg(found->second.unplaced)
                    .arg(found->second.parts)
                    .arg(name),
                {{CheckAct::ShowMisfits, tr("Details"), card, 0, loraSource}}, u"%1/%2"_s.arg(card).arg(loraSource));
    };
    for (const LoraRef& lora : m_recipe.loras) {
        const int place = loraTestCard(m_in.state, lora);
        if (place < 0)
            check(lora, -1, m_base, sourceStem(m_base));
        else
            check(lora, place, source(place), name(place));
    }
    for (int i = 0; i < cards(); ++i)
        for (const LoraRef& lora : card(i).spec.loras)
            if (card(i).enabled) check(lora, i, source(i), name(i));
}

void Checker::checkGates() {
    if (m_in.gates)
        for (Check& check : gateChecks(*m_in.gates, m_in.state)) m_checks.push_back(std::move(check));
    if (m_in.prediction)
        for (Check& check : predictionChecks(*m_in.prediction, m_in.state)) m_checks.push_back(std::move(check));
}

void Checker::checkNotes() {
    if (!m_base.isEmpty() && m_in.state.enabledCount() > 0)
        add("C18", CheckLevel::Info, tr("Text encoders and VAE come from the base."), {});
    const bool hasNegatives =
        std::ranges::any_of(m_recipe.experts, [](const ExpertSpec& e) { return !e.negative.empty(); });
    if (hasNegatives && usesNegatives(m_recipe))
        add("C19", CheckLevel::Info, tr("Negative gate prompts do not reach the text path."), {});
    const ModelFacts* base = facts(m_base);
    const QString reason = incompatibleReason(m_in.state, base ? base->blocks : std::vector<std::string>{});
    if (!reason.isEmpty())
        add("C20", CheckLevel::Info, tr("Not SegMoE-compatible: %1.").arg(reason),
            {{CheckAct::MakeCompatible, tr("Make compatible")}});
}

/// "D2.A0.T3" → "D2".
std::string stageOf(const std::string& label) { return label.substr(0, label.find('.')); }

}  // namespace

std::vector<Check> mixChecks(const CheckInput& input) { return Checker(input).run(); }

bool hasErrors(const std::vector<Check>& checks) {
    return std::ranges::any_of(checks, [](const Check& check) { return check.level == CheckLevel::Error; });
}

QString incompatibleReason(const MixState& state, const std::vector<std::string>& blocks) {
    if (state.head.gates == GateMethod::Svd) return Checker::tr("gates come from weights");
    if (state.head.leftOut.empty()) return {};
    // The original program knows ranges of whole stages: one for the way down, one for the way up.
    const std::set<std::string> out(state.head.leftOut.begin(), state.head.leftOut.end());
    for (const char side : {'D', 'U'}) {
        std::vector<std::pair<std::string, int>> stages;  // how many blocks of a stage are mixed, in order
        std::map<std::string, std::string> firstOut;
        for (const std::string& block : blocks) {
            if (block.front() != side) continue;
            const std::string stage = stageOf(block);
            if (stages.empty() || stages.back().first != stage) stages.emplace_back(stage, 0);
            if (out.contains(block))
                firstOut.emplace(stage, block);
            else
                ++stages.back().second;
        }
        bool hasBegun = false, hasEnded = false;
        for (const auto& [stage, mixed] : stages) {
            const bool isPartly = mixed > 0 && firstOut.contains(stage);
            if (isPartly || (mixed > 0 && hasEnded))
                return Checker::tr("block %1 is left out")
                    .arg(toText(isPartly ? firstOut[stage] : firstOut.begin()->second));
            hasEnded = hasEnded || (mixed == 0 && hasBegun);
            hasBegun = hasBegun || mixed > 0;
        }
    }
    return {};
}

}  // namespace segmoe::ui
