// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// ForecastPanel: what would need less memory. Some remedies change the mix, each as one undo step; others belong to the
// render, and the forecast's basis takes them along.
#include <algorithm>

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"
#include "ui/mix/forecast_panel.h"
#include "ui/render/memory_remedies.h"
#include "ui/widgets/elided_button.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

/// The card whose expert adds most; -1 when no expert can be spared.
int ForecastPanel::largestExpert() const {
    const MixState& state = m_document.state();
    if (state.enabledCount() < 3 || recipeOf(state).expertsPerToken >= state.enabledCount()) return -1;
    int largest = -1;
    std::int64_t most = -1;
    for (int card = 0; card < m_document.cardCount(); ++card) {
        const SourceInfo& info = m_catalog.info(toText(m_document.card(card).spec.source));
        if (!m_document.card(card).enabled || info.facts.bytes <= most) continue;
        most = info.facts.bytes;
        largest = card;
    }
    return largest;
}

void ForecastPanel::applySaving(const QString& id, const RenderRequest& then) {
    if (id == "smaller"_L1)
        m_side = then.width;
    else if (id == "batch1"_L1)
        m_batch = 1;
    else
        m_savings << id;
    Q_EMIT savingWanted(id);
    refresh();
}

ForecastPanel::Remedy ForecastPanel::renderRemedy(const QString& id, const QString& label, const RenderRequest& then) {
    return {id, label, [this, id, then] { applySaving(id, then); }, then};
}

void ForecastPanel::addMixRemedies(std::vector<Remedy>& list) {
    const MixRecipe recipe = m_document.recipe();
    const auto add = [&](const QString& id, const QString& label, const MixRecipe& then, std::function<void()> apply) {
        list.push_back({id, label, std::move(apply), request(then)});
    };
    if (recipe.precision != Precision::Fp16) {
        MixRecipe then = recipe;
        then.precision = Precision::Fp16;
        add(u"half"_s, tr("16-bit"), then, [this] { m_document.setPrecision(Precision::Fp16); });
    }
    if (recipe.expertsPerToken > 1) {
        MixRecipe then = recipe;
        then.expertsPerToken = 1;
        add(u"k"_s, tr("k = 1"), then, [this] { m_document.setK(1); });
    }
    if (recipe.layers != MoeLayers::Attention) {
        MixRecipe then = recipe;
        then.layers = MoeLayers::Attention;
        add(u"attn"_s, tr("Attention only"), then, [this] { m_document.setLayers(MoeLayers::Attention); });
    }
    if (const int largest = largestExpert(); largest >= 0) {
        MixRecipe then = recipe;
        then.experts.erase(then.experts.begin() + m_document.state().letterIndex(largest));
        then.expertsPerToken = std::min(recipe.expertsPerToken, static_cast<int>(then.experts.size()));
        add(u"drop"_s, tr("Without %1").arg(cardAlias(m_document.state(), largest)), then,
            [this, largest] { m_document.setEnabled(largest, false); });
    }
}

/// In the order of the memory ladder: what changes nothing of the picture first, a smaller one last.
std::vector<ForecastPanel::Remedy> ForecastPanel::remedies() {
    std::vector<Remedy> list, last;
    for (const MemoryRemedy& remedy : possibleRemedies(request(m_document.recipe()), {}, {})) {
        if (remedy.id == "tiled"_L1) list.push_back(renderRemedy(remedy.id, remedy.title, remedy.request));
        if (remedy.id == "halves"_L1)
            list.push_back(renderRemedy(remedy.id, tr("Guidance halves apart"), remedy.request));
        if (remedy.id == "batch1"_L1 || remedy.id == "smaller"_L1)
            last.push_back(renderRemedy(remedy.id, remedy.title, remedy.request));
    }
    addMixRemedies(list);
    std::ranges::move(last, std::back_inserter(list));
    return list;
}

void ForecastPanel::showRemedy(const Remedy& remedy, std::int64_t gain) {
    auto* button = new ElidedButton(tr("%1   −%2").arg(remedy.label, byteText(gain)));
    button->setProperty("role", u"small"_s);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);  // a long name does not widen the column
    nameControl(button, u"mix_remedy_%1_button"_s.arg(remedy.id), button->text(), button->text());
    connect(button, &QPushButton::clicked, this, remedy.apply);
    m_remedyBox->addWidget(button);
    m_remedyTitle->show();
}

void ForecastPanel::clearRemedies() {
    m_remedyTitle->hide();
    while (QLayoutItem* item = m_remedyBox->takeAt(0)) {
        item->widget()->setObjectName({});
        item->widget()->deleteLater();
        delete item;
    }
}

}  // namespace segmoe::ui
