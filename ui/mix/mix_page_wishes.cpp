// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// MixPage: what other pages and the start of the program ask of it.
#include <QFileInfo>

#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"
#include "ui/mix/block_strip.h"
#include "ui/mix/card_list.h"
#include "ui/mix/layer_panel.h"
#include "ui/mix/mix_page.h"
#include "ui/shell/navigator.h"

namespace segmoe::ui {

void MixPage::showPlace(int expert, const QString& block) {
    showView(MixHeader::Cards);
    if (!block.isEmpty()) {
        if (m_layers->strip().showBlock(block.toStdString()))
            m_layers->strip().setFocus(Qt::OtherFocusReason);
        else
            showHint(tr("The mix that is open has no block %1.").arg(block), true);
        return;
    }
    const MixState& state = m_document.state();
    for (int card = 0; card < m_document.cardCount(); ++card)
        if (state.letterIndex(card) == expert) return m_cards->focusCard(card);
    showHint(tr("The mix that is open has no such expert."), true);
}

/// Rules name experts by their place: they mean something only for the same experts.
bool MixPage::isOfThisMix(const RenderRequest& request) const {
    if (!request.recipe) return !m_document.file().isEmpty() && toText(request.model) == m_document.file();
    const MixRecipe own = movedTo(m_document.recipe(), m_renderFolder);
    return own.base == request.recipe->base &&
           std::ranges::equal(own.experts, request.recipe->experts, {}, &ExpertSpec::source, &ExpertSpec::source);
}

void MixPage::openMixOf(const RenderRequest& request, const std::function<void()>& then) {
    withSaved([this, request, then] {
        if (request.recipe) {
            m_document.open(*request.recipe, {});
            m_document.markUnsaved();
            return then();
        }
        m_afterOpen = then;
        openFile(toText(request.model));
    });
}

void MixPage::keepPolicy(const RoutingPolicy& policy, const RenderRequest& of) {
    const auto keep = [this, rules = policy.rules] {
        m_document.setRules(rules);
        const QString sentence = tr("“%1” keeps the expert control.").arg(toText(m_document.state().head.name));
        Q_EMIT m_navigator.toast(sentence, tr("Show mix"), this,
                                 [this] { Q_EMIT m_navigator.pageWanted(PageId::Mix); });
    };
    if (isOfThisMix(of)) return keep();
    const QString name = of.recipe ? toText(of.recipe->name) : QFileInfo(toText(of.model)).completeBaseName();
    Q_EMIT m_navigator.toast(tr("“%1” is not open on the Mix page.").arg(name), tr("Open and keep"), this,
                             [this, of, keep] {
                                 Q_EMIT m_navigator.pageWanted(PageId::Mix);
                                 openMixOf(of, keep);
                             });
}

/// A picture names models without folders.
std::string MixPage::inTheList(const std::string& name) const {
    if (QFileInfo(toText(name)).isAbsolute()) return name;
    for (const QString& source : m_sources)
        if (sourceStem(source) == sourceStem(toText(name))) return source.toStdString();
    return name;
}

void MixPage::takePicture(const QString& file, const PictureSettings& settings) {
    if (!settings.recipe) return refusePicture(file);
    MixRecipe recipe = *settings.recipe;
    recipe.base = inTheList(recipe.base);
    for (ExpertSpec& expert : recipe.experts) {
        expert.source = inTheList(expert.source);
        for (LoraRef& lora : expert.loras) lora.source = inTheList(lora.source);
    }
    showHint({}, false);
    m_document.importRecipe(recipe);
}

void MixPage::refusePicture(const QString& file) {
    showHint(refusalSentence(DropRefusal::NoSettings, {QFileInfo(file).fileName()}), true);
}

void MixPage::learnPace(const RenderRequest& request, double seconds) {
    const double work = samplingWork(request);
    if (!request.recipe) m_pace.learn(toText(request.model), work, seconds);
    const SourceInfo& model = m_catalog.info(toText(request.recipe ? request.recipe->base : request.model));
    if (model.state != SourceInfo::State::Ok || model.facts.role != ModelRole::Checkpoint) return;
    const double factor = request.recipe ? expertFactor(*request.recipe, m_catalog.infos()) : 1.0;
    m_pace.learn(architectureText(model.facts), work * factor, seconds);
}

}  // namespace segmoe::ui
