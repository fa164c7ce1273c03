// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/base_card.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/bridge/qt_convert.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrap_layout.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

BaseCard::BaseCard(Theme& theme, MixDocument& document, ModelCatalog& catalog, QWidget* parent)
    : CardFrame(theme, document, catalog, parent),
      m_name(new ElidedLabel),
      m_badge(new QLabel),
      m_info(new ElidedLabel),
      m_menu(new QToolButton),
      m_change(cardButton(theme, u"swap"_s, tr("Change…"))),
      m_get(cardButton(theme, u"download"_s, tr("Download"))),
      m_useNew(cardButton(theme, u"retry"_s, tr("Use new file"))),
      m_locate(cardButton(theme, u"locate"_s, tr("Locate…"))),
      m_loraBox(new QVBoxLayout),
      m_addLora(cardButton(theme, u"lora"_s, tr("LoRA"))) {
    setObjectName(u"mix_card_base"_s);
    theme.bindIcon(m_menu, u"more"_s);
    nameParts();
    layOut();
    connectEdits();
}

void BaseCard::nameParts() {
    m_name->setProperty("role", u"strong"_s);
    m_name->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_badge->setProperty("role", u"badge"_s);
    m_badge->setObjectName(u"mix_base_arch_badge"_s);
    m_info->setProperty("role", u"caption"_s);
    m_info->setObjectName(u"mix_base_info_label"_s);
    nameControl(m_menu, u"mix_base_menu_button"_s, tr("More for the base"), tr("More"));
    nameControl(m_change, u"mix_base_change_button"_s, tr("Change base"), tr("Pick another model for this card."));
    nameControl(m_get, u"mix_base_download_button"_s, tr("Download base"), tr("Fetch this model from its hub."));
    nameControl(m_useNew, u"mix_base_use_new_button"_s, tr("Use the new file of the base"),
                tr("Read the file anew; what was built from the old one is discarded."));
    nameControl(m_locate, u"mix_base_locate_button"_s, tr("Locate base"), tr("Show where the file is now."));
    nameControl(m_addLora, u"mix_base_lora_add_button"_s, tr("Add LoRA to the base"),
                tr("A LoRA laid over the base, the experts, or both."));
}

void BaseCard::layOut() {
    auto* tag = new QLabel(tr("Base"));
    tag->setProperty("role", u"tag"_s);
    auto* first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(tag, 0, Qt::AlignVCenter);
    first->addWidget(m_name, 1);
    first->addWidget(m_badge, 0, Qt::AlignVCenter);
    first->addWidget(m_menu);
    auto* second = new WrapLayout(8, 2);
    m_info->setMinimumWidth(kLeastInfo);
    second->add(m_info, 1);
    for (QToolButton* button : {m_get, m_useNew, m_locate, m_change}) second->add(button);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_addLora);
    foot->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 10, 8);
    column->setSpacing(4);
    column->addLayout(first);
    column->addLayout(second);
    column->addLayout(m_loraBox);
    column->addLayout(foot);
}

void BaseCard::connectEdits() {
    connect(m_menu, &QToolButton::clicked, this,
            [this] { openMenu(m_menu->mapToGlobal(QPoint(0, m_menu->height()))); });
    connect(m_change, &QToolButton::clicked, this, [this] { Q_EMIT changeWanted(-1); });
    connect(m_get, &QToolButton::clicked, this, [this] { Q_EMIT downloadWanted(-1); });
    connect(m_useNew, &QToolButton::clicked, this,
            [this] { Q_EMIT useChangedWanted(toText(m_document.state().head.base)); });
    connect(m_locate, &QToolButton::clicked, this, [this] { Q_EMIT locateWanted(-1); });
    connect(m_addLora, &QToolButton::clicked, this, [this] { Q_EMIT loraWanted(-1); });
}

void BaseCard::openMenu(const QPoint& place) {
    auto* menu = new QMenu(this);
    menu->setObjectName(u"mix_card_base_menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu);
    menu->popup(place);
}

void BaseCard::fillMenu(QMenu& menu) {
    const QString base = toText(m_document.state().head.base);
    const auto add = [&](const QString& text, const char* name, bool enabled, auto act) {
        connect(addMenuEntry(menu, text, name, enabled), &QAction::triggered, this, act);
    };
    add(base.isEmpty() ? tr("Choose base…") : tr("Replace…"), "mix_menu_replace", true,
        [this] { Q_EMIT changeWanted(-1); });
    add(tr("Add LoRA…"), "mix_menu_lora", m_addLora->isEnabled(), [this] { Q_EMIT loraWanted(-1); });
    add(tr("Also as expert"), "mix_menu_as_expert", !base.isEmpty() && m_document.cardCount() < kMostCards,
        [this, base] { m_document.addExpert(base); });
    menu.addSeparator();
    addModelActions(menu, base);
}

void BaseCard::contextMenuEvent(QContextMenuEvent* event) { openMenu(event->globalPos()); }

void BaseCard::show() {
    const MixRecipe& head = m_document.state().head;
    showModel(toText(head.base));
    showLoras(*m_loraBox, -1, head.loras);
    m_addLora->setEnabled(head.loras.size() < kMostLoras && !head.base.empty());
    update();
}

void BaseCard::showModel(const QString& source) {
    const bool isEmpty = source.isEmpty();
    m_change->setText(isEmpty ? tr("Choose base…") : tr("Change…"));
    m_badge->setVisible(!isEmpty);
    if (isEmpty) {
        m_hasProblem = false;
        m_name->setText(tr("No base yet"));
        m_info->setText(tr("Drop a checkpoint here: it gives text encoders, VAE and all layers that are not mixed."));
        m_info->setToolTip({});
        for (QToolButton* button : {m_locate, m_get, m_useNew}) button->hide();
        setAccessibleName(tr("Base, none chosen"));
        return;
    }
    m_catalog.want(source);
    const SourceInfo& info = m_catalog.info(source);
    const bool isGone = info.state == SourceInfo::State::Missing || info.state == SourceInfo::State::Remote ||
                        info.state == SourceInfo::State::Refused;
    m_hasProblem = isGone;
    m_name->setText(sourceStem(source));
    m_badge->setText(badgeText(info));
    m_badge->setProperty("tone", isGone ? u"error"_s : info.isChanged ? u"warn"_s : QString());
    m_badge->style()->polish(m_badge);
    m_info->setText(infoLine(source, info));
    m_info->setToolTip(factsText(source, info));
    m_useNew->setVisible(info.isChanged);
    m_locate->setVisible((isGone && !info.arriving) || info.isChanged);
    m_get->setVisible(info.state == SourceInfo::State::Remote && !info.arriving);
    setAccessibleName(tr("Base, %1, %2").arg(sourceStem(source), m_badge->text()));
}

}  // namespace segmoe::ui
