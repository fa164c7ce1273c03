// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// MixPage: models of the hubs that the mix names, and those on their way into it.
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/bridge/qt_convert.h"
#include "ui/mix/arrival_list.h"
#include "ui/mix/card_list.h"
#include "ui/mix/forecast_panel.h"
#include "ui/mix/mix_arrivals.h"
#include "ui/mix/mix_page.h"
#include "ui/shell/navigator.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

QWidget* MixPage::buildMissing() {
    m_missing = new QFrame;
    m_missing->setObjectName(u"mix_missing_bar"_s);
    m_missing->setProperty("role", u"notice"_s);
    m_missingText = new QLabel;
    m_missingText->setObjectName(u"mix_missing_label"_s);
    m_missingText->setWordWrap(true);
    auto* get = new QPushButton(tr("Get missing…"));
    nameControl(get, u"mix_get_missing_button"_s, tr("Get missing models"),
                tr("See what fetching them takes, and begin."));
    auto* row = new QHBoxLayout(m_missing);
    row->setContentsMargins(12, 6, 8, 6);
    row->setSpacing(8);
    row->addWidget(m_missingText, 1);
    row->addWidget(get);
    connect(get, &QPushButton::clicked, this, [this] { Q_EMIT m_navigator.missingWanted(missingReferences(), {}); });
    auto* frame = new QWidget;
    auto* margin = new QVBoxLayout(frame);
    margin->setContentsMargins(12, 8, 12, 0);
    margin->addWidget(m_missing);
    frame->hide();
    return frame;
}

void MixPage::connectArrivals() {
    if (!m_arrivals) return;
    auto* list = new ArrivalList(*m_arrivals);
    m_cards->addBelow(list);
    connect(list, &ArrivalList::downloadsWanted, &m_navigator, &Navigator::downloadsWanted);
    connect(m_arrivals.get(), &MixArrivals::refused, this, &MixPage::showFetchFailure);
    connect(m_cards, &CardList::downloadWanted, this, [this](int card) {
        download(toText(card < 0 ? m_document.state().head.base : m_document.card(card).spec.source));
    });
}

void MixPage::paste() { m_cards->paste(); }

void MixPage::download(const QString& source) {
    if (m_arrivals) m_arrivals->fetch(source);
}

QStringList MixPage::missingReferences() const {
    QStringList missing;
    const auto look = [&](const std::string& text) {
        const QString source = toText(text);
        const SourceInfo& info = m_catalog.info(source);
        if (info.state == SourceInfo::State::Remote && !missing.contains(source)) missing << source;
    };
    const MixState& state = m_document.state();
    look(state.head.base);
    for (const LoraRef& lora : state.head.loras) look(lora.source);
    for (const MixCard& card : state.cards) {
        look(card.spec.source);
        for (const LoraRef& lora : card.spec.loras) look(lora.source);
    }
    return missing;
}

void MixPage::refreshMissing() {
    int idle = 0;
    const QStringList missing = missingReferences();
    m_forecast->setMissing(missing);
    for (const QString& source : missing) idle += !m_catalog.info(source).arriving;
    m_missing->parentWidget()->setVisible(m_arrivals && idle > 0);
    m_missingText->setText(tr("%n model(s) of this mixture are on a hub and not on this computer.", nullptr, idle));
}

}  // namespace segmoe::ui
