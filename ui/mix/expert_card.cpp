// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/expert_card.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/bridge/qt_convert.h"
#include "ui/mix/gate_prompt_edit.h"
#include "ui/mix/prompt_row.h"
#include "ui/widgets/drag_handle.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/expert_bar.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrap_layout.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

ExpertCard::ExpertCard(Theme& theme, MixDocument& document, ModelCatalog& catalog, QWidget* parent)
    : CardFrame(theme, document, catalog, parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 10, 8);
    column->setSpacing(6);
    column->addWidget(buildHeader());
    for (QVBoxLayout*& box : m_promptBox) {
        box = new QVBoxLayout;
        box->setSpacing(4);
        column->addLayout(box);
    }
    m_loraBox = new QVBoxLayout;
    m_loraBox->setSpacing(4);
    column->addLayout(m_loraBox);
    column->addWidget(buildFoot());
    connectEdits();
}

QWidget* ExpertCard::buildHeader() {
    m_handle = new DragHandle;
    m_handle->setFixedSize(14, 24);
    connect(m_handle, &DragHandle::dragStarted, this, &ExpertCard::startDrag);
    const auto drawHandle = [this] {
        m_handle->setPixmap(m_theme.icon(u"drag"_s).pixmap(QSize(14, 20), devicePixelRatioF()));
    };
    drawHandle();
    connect(&m_theme, &Theme::changed, m_handle, drawHandle);
    m_chip = new LetterChip(m_theme, 0);
    m_alias = new QLineEdit;
    m_alias->setMaxLength(40);
    m_alias->setProperty("role", u"title"_s);
    m_alias->setAcceptDrops(false);
    m_badge = new QLabel;
    m_badge->setProperty("role", u"badge"_s);
    m_enable = new QCheckBox(tr("On"));
    m_menu = new QToolButton;
    m_theme.bindIcon(m_menu, u"more"_s);
    m_info = new ElidedLabel;
    m_info->setProperty("role", u"caption"_s);
    m_get = cardButton(m_theme, u"download"_s, tr("Download"));
    m_useNew = cardButton(m_theme, u"retry"_s, tr("Use new file"));
    m_locate = cardButton(m_theme, u"locate"_s, tr("Locate…"));
    m_change = cardButton(m_theme, u"swap"_s, tr("Change…"));

    auto* first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_handle);
    first->addWidget(m_chip);
    first->addWidget(m_alias, 1);
    first->addWidget(m_badge, 0, Qt::AlignVCenter);
    first->addWidget(m_enable);
    first->addWidget(m_menu);
    auto* second = new WrapLayout(8, 2);
    second->setContentsMargins(22, 0, 0, 0);
    m_info->setMinimumWidth(kLeastInfo);
    second->add(m_info, 1);
    for (QToolButton* button : {m_get, m_useNew, m_locate, m_change}) second->add(button);
    auto* header = new QWidget;
    auto* column = new QVBoxLayout(header);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(first);
    column->addLayout(second);
    return header;
}

QWidget* ExpertCard::buildFoot() {
    m_addPositive = cardButton(m_theme, u"add"_s, tr("prompt"));
    m_addNegative = cardButton(m_theme, u"gate-minus"_s, tr("negative"));
    m_addLora = cardButton(m_theme, u"lora"_s, tr("LoRA"));
    m_tokens = new QLabel;
    m_tokens->setProperty("role", u"caption"_s);
    m_tokens->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    auto* foot = new QWidget;
    auto* row = new WrapLayout(4, 2);
    foot->setLayout(row);
    for (QToolButton* button : {m_addPositive, m_addNegative, m_addLora}) row->add(button);
    row->add(m_tokens, 1);
    return foot;
}

void ExpertCard::connectEdits() {
    connect(m_alias, &QLineEdit::textEdited, this, [this](const QString& text) { m_document.setAlias(m_card, text); });
    connect(m_alias, &QLineEdit::editingFinished, this, [this] {
        m_document.endEdit();
        m_alias->setText(cardAlias(m_document.state(), m_card));
    });
    connect(m_enable, &QCheckBox::clicked, this, [this](bool on) {
        m_document.setEnabled(m_card, on);
        m_enable->setChecked(m_document.card(m_card).enabled);  // two stay on
    });
    connect(m_change, &QToolButton::clicked, this, [this] { Q_EMIT changeWanted(m_card); });
    connect(m_get, &QToolButton::clicked, this, [this] { Q_EMIT downloadWanted(m_card); });
    connect(m_useNew, &QToolButton::clicked, this,
            [this] { Q_EMIT useChangedWanted(toText(m_document.card(m_card).spec.source)); });
    connect(m_locate, &QToolButton::clicked, this, [this] { Q_EMIT locateWanted(m_card); });
    connect(m_addLora, &QToolButton::clicked, this, [this] { Q_EMIT loraWanted(m_card); });
    connect(m_addPositive, &QToolButton::clicked, this, [this] {
        m_document.addPrompt({m_card, PromptSide::Positive, -1});
        focusPrompt(PromptSide::Positive, static_cast<int>(m_positive.size()) - 1);
    });
    connect(m_addNegative, &QToolButton::clicked, this, [this] {
        m_document.addPrompt({m_card, PromptSide::Negative, -1});
        focusPrompt(PromptSide::Negative, static_cast<int>(m_negative.size()) - 1);
    });
    connect(m_menu, &QToolButton::clicked, this, [this] {
        auto* menu = new QMenu(this);
        menu->setObjectName(objectName() + u"_menu"_s);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(*menu);
        menu->popup(m_menu->mapToGlobal(QPoint(0, m_menu->height())));
    });
}

void ExpertCard::name() {
    const QString x = QString(QChar(static_cast<char16_t>(u'A' + m_card % 26)));
    const QString stem = u"mix_%1"_s.arg(x);
    setObjectName(u"mix_card_%1"_s.arg(x));
    nameControl(m_alias, stem + u"_alias_edit"_s, tr("Alias of expert %1").arg(x),
                tr("Short name shown in charts and metadata."));
    nameControl(m_enable, stem + u"_enable_check"_s, tr("Expert %1 on").arg(x),
                tr("Leave this expert out without deleting it."));
    nameControl(m_menu, stem + u"_menu_button"_s, tr("More for expert %1").arg(x), tr("More"));
    nameControl(m_change, stem + u"_change_button"_s, tr("Change model of expert %1").arg(x),
                tr("Pick another model for this card."));
    nameControl(m_get, stem + u"_download_button"_s, tr("Download expert %1").arg(x),
                tr("Fetch this model from its hub."));
    nameControl(m_useNew, stem + u"_use_new_button"_s, tr("Use the new file of expert %1").arg(x),
                tr("Read the file anew; what was built from the old one is discarded."));
    nameControl(m_locate, stem + u"_locate_button"_s, tr("Locate model of expert %1").arg(x),
                tr("Show where the file is now."));
    nameControl(m_addPositive, stem + u"_pos_add_button"_s, tr("Add gate prompt to expert %1").arg(x),
                tr("Another prompt for the gate; several are averaged by weight."));
    nameControl(m_addNegative, stem + u"_neg_add_button"_s, tr("Add negative gate prompt to expert %1").arg(x),
                tr("A negative prompt for the gate."));
    nameControl(m_addLora, stem + u"_lora_add_button"_s, tr("Add LoRA to expert %1").arg(x),
                tr("A LoRA laid over this expert."));
    m_badge->setObjectName(stem + u"_arch_badge"_s);
    m_info->setObjectName(stem + u"_info_label"_s);
    m_tokens->setObjectName(stem + u"_token_label"_s);
    m_tokens->setToolTip(tr("Text beyond 75 tokens is not used for gates."));
}

void ExpertCard::show(int card) {
    m_card = card;
    name();
    const MixState& state = m_document.state();
    const MixCard& value = m_document.card(card);
    m_expert = state.letterIndex(card);
    m_isOff = !value.enabled;
    m_chip->setExpert(m_expert);
    m_enable->setChecked(value.enabled);
    m_enable->setEnabled(!value.enabled || state.enabledCount() > 2);
    m_enable->setToolTip(m_enable->isEnabled() ? tr("Leave this expert out without deleting it.")
                                               : tr("At least two experts stay on."));
    if (!m_alias->hasFocus()) m_alias->setText(cardAlias(state, card));
    showPrompts(PromptSide::Positive);
    showPrompts(PromptSide::Negative);
    showLoras(*m_loraBox, card, value.spec.loras);
    int tokens = 0;
    for (const WeightedPrompt& prompt : value.spec.positive)
        tokens = std::max(tokens, PromptRow::roughTokens(toText(prompt.text)));
    m_tokens->setText(tr("about %1/%2").arg(tokens).arg(kPromptTokens));
    m_tokens->setProperty("role", tokens > kPromptTokens ? u"warning"_s : u"caption"_s);
    m_tokens->style()->polish(m_tokens);
    m_tokens->setVisible(tokens > 0);
    m_addPositive->setEnabled(value.spec.positive.size() < kMostPrompts);
    m_addNegative->setEnabled(value.spec.negative.size() < kMostPrompts);
    m_addLora->setEnabled(value.spec.loras.size() < kMostLoras);
    showModel();
    update();
}

void ExpertCard::showModel() {
    const QString source = toText(m_document.card(m_card).spec.source);
    m_catalog.want(source);
    const SourceInfo& info = m_catalog.info(source);
    const SourceInfo& base = m_catalog.info(toText(m_document.state().head.base));
    const bool isForeign = info.state == SourceInfo::State::Ok && base.state == SourceInfo::State::Ok &&
                           !isMixable(base.facts, info.facts);
    const bool isGone = info.state == SourceInfo::State::Missing || info.state == SourceInfo::State::Remote ||
                        info.state == SourceInfo::State::Refused;
    m_hasProblem = isForeign || isGone;
    m_badge->setText(badgeText(info));
    m_badge->setProperty("tone", m_hasProblem ? u"error"_s : info.isChanged ? u"warn"_s : QString());
    m_badge->style()->polish(m_badge);
    m_info->setText(infoLine(source, info));
    m_info->setToolTip(factsText(source, info));
    m_useNew->setVisible(info.isChanged);
    m_locate->setVisible((isGone && !info.arriving) || info.isChanged);
    m_get->setVisible(info.state == SourceInfo::State::Remote && !info.arriving);
    const QString x = cardLetter(m_document.state(), m_card);
    const int prompts = static_cast<int>(m_document.card(m_card).spec.positive.size());
    setAccessibleName(tr("Expert %1, %2, %3, %n prompt(s)", nullptr, prompts)
                          .arg(x, cardAlias(m_document.state(), m_card), m_badge->text()));
}

void ExpertCard::showPrompts(PromptSide side) {
    const auto& prompts = m_document.card(m_card).prompts(side);
    std::vector<PromptRow*>& shown = rows(side);
    QVBoxLayout* box = m_promptBox[side == PromptSide::Positive ? 0 : 1];
    while (shown.size() > prompts.size()) {
        for (QWidget* child : shown.back()->findChildren<QWidget*>()) child->setObjectName({});
        shown.back()->hide();
        shown.back()->deleteLater();
        shown.pop_back();
    }
    while (shown.size() < prompts.size()) {
        auto* row = new PromptRow(m_theme, m_document, {m_card, side, static_cast<int>(shown.size())});
        connect(row, &PromptRow::nextWanted, this, [this, row] {
            const PromptPlace place = row->place();
            m_document.addPrompt({m_card, place.side, place.index + 1});
            focusPrompt(place.side, place.index + 1);
        });
        connect(row, &PromptRow::removed, this, [this, row] {
            const PromptPlace place = row->place();
            focusPrompt(place.side, std::max(0, place.index - 1));
        });
        box->addWidget(row);
        shown.push_back(row);
    }
    const MixRecipe& head = m_document.state().head;
    const bool isUnused = !usesPrompts(head.gates) || (side == PromptSide::Negative && !usesNegatives(head));
    for (std::size_t i = 0; i < shown.size(); ++i) shown[i]->show({m_card, side, static_cast<int>(i)}, isUnused);
}

void ExpertCard::focusPrompt(PromptSide side, int index) {
    const auto& shown = rows(side);
    if (index >= 0 && index < static_cast<int>(shown.size()))
        shown[static_cast<std::size_t>(index)]->edit().setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
}

void ExpertCard::focusAlias() {
    m_alias->setFocus(Qt::OtherFocusReason);
    m_alias->selectAll();
}

std::optional<PromptPlace> ExpertCard::promptAt(const QPoint& point) const {
    for (const PromptSide side : {PromptSide::Positive, PromptSide::Negative}) {
        const auto& shown = side == PromptSide::Positive ? m_positive : m_negative;
        for (const PromptRow* row : shown)
            if (row->geometry().adjusted(0, -2, 0, 2).contains(point)) {
                const bool isLowerHalf = point.y() > row->geometry().center().y();
                return PromptPlace{m_card, side, row->place().index + (isLowerHalf ? 1 : 0)};
            }
    }
    return std::nullopt;
}

}  // namespace segmoe::ui
