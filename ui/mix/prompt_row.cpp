// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/prompt_row.h"

#include <algorithm>

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDoubleSpinBox>
#include <QDrag>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QRegularExpression>
#include <QToolButton>

#include "ui/bridge/qt_convert.h"
#include "ui/mix/gate_prompt_edit.h"
#include "ui/widgets/drag_handle.h"
#include "ui/widgets/field.h"
#include "ui/widgets/mime_kinds.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kWeightStep = 0.05;
constexpr double kLeastWeight = 0.05;
constexpr double kMostWeight = 5.0;

}  // namespace

PromptRow::PromptRow(Theme& theme, MixDocument& document, const PromptPlace& place, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_document(document),
      m_place(place),
      m_sign(new DragHandle),
      m_weight(new QDoubleSpinBox),
      m_edit(new GatePromptEdit),
      m_remove(new QToolButton) {
    // Both signs as wide, so that the texts stand below each other.
    const int widest =
        std::max(fontMetrics().horizontalAdvance(tr("+ Gate")), fontMetrics().horizontalAdvance(tr("− Gate")));
    m_sign->setFixedSize(std::max(52, widest + 4), 28);
    m_sign->setProperty("role", u"caption"_s);
    connect(m_sign, &DragHandle::dragStarted, this, &PromptRow::startDrag);
    m_weight->setRange(kLeastWeight, kMostWeight);
    m_weight->setSingleStep(kWeightStep);
    m_weight->setDecimals(2);
    m_weight->setFixedWidth(76);
    m_weight->setKeyboardTracking(false);
    theme.bindIcon(m_remove, u"close"_s);
    m_remove->setFixedSize(28, 28);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addWidget(m_weight, 0, Qt::AlignTop);
    row->addWidget(m_edit, 1, Qt::AlignTop);
    row->addWidget(m_remove, 0, Qt::AlignTop);
    connect(m_edit, &GatePromptEdit::edited, this,
            [this](const QString& text) { m_document.setPromptText(m_place, text); });
    connect(m_edit, &GatePromptEdit::editEnded, this, [this] { m_document.endEdit(); });
    connect(m_edit, &GatePromptEdit::nextWanted, this, &PromptRow::nextWanted);
    connect(m_edit, &GatePromptEdit::removeWanted, this, &PromptRow::remove);
    connect(m_edit, &GatePromptEdit::weightStep, this, [this](int direction) { step(direction * kWeightStep); });
    connect(m_weight, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { m_document.setPromptWeight(m_place, value); });
    connect(m_weight, &QDoubleSpinBox::editingFinished, this, [this] { m_document.endEdit(); });
    connect(m_remove, &QToolButton::clicked, this, &PromptRow::remove);
}

void PromptRow::name() {
    const QString letter = QString(QChar(static_cast<char16_t>(u'A' + m_place.card % 26)));
    const bool isPositive = m_place.side == PromptSide::Positive;
    const QString stem = u"mix_%1_%2_%3"_s.arg(letter, isPositive ? u"pos"_s : u"neg"_s).arg(m_place.index);
    const int number = m_place.index + 1;
    const QString title = isPositive ? tr("Gate prompt %1 of expert %2").arg(number).arg(letter)
                                     : tr("Negative gate prompt %1 of expert %2").arg(number).arg(letter);
    nameControl(m_edit, stem + u"_edit"_s, title,
                isPositive ? tr("What this expert should be chosen for.")
                           : tr("Used as negative prompt while the gate is measured, if “Use negatives” is on. Never "
                                "reaches the text path."));
    nameControl(m_weight, stem + u"_weight_spin"_s, tr("Weight: %1").arg(title),
                tr("Weight of this prompt in the expert's gate. Weights are normalised."));
    nameControl(m_remove, stem + u"_remove_button"_s, tr("Remove: %1").arg(title), tr("Remove prompt"));
    m_sign->setObjectName(stem + u"_sign"_s);
    m_sign->setText(isPositive ? tr("+ Gate") : tr("− Gate"));
    m_sign->setToolTip(tr("Drag to another expert"));
    m_edit->setPlaceholderText(isPositive ? tr("What is this expert for?") : tr("What must it not be chosen for?"));
}

void PromptRow::show(const PromptPlace& place, bool isUnused) {
    m_place = place;
    name();
    const auto& prompts = m_document.card(place.card).prompts(place.side);
    const WeightedPrompt& prompt = prompts[static_cast<std::size_t>(place.index)];
    m_edit->showText(toText(prompt.text));
    const QSignalBlocker quiet(m_weight);
    m_weight->setValue(prompt.weight);
    m_weight->setVisible(prompts.size() > 1);
    // The last positive prompt stays as an empty line to write in.
    const bool isLast = place.side == PromptSide::Positive && prompts.size() == 1;
    m_remove->setEnabled(!isLast || !prompt.text.empty());
    QPalette palette = m_edit->palette();
    palette.setColor(QPalette::Text, isUnused ? m_theme.tokens().disabled : m_theme.tokens().text);
    m_edit->setPalette(palette);
}

void PromptRow::step(double by) {
    const auto& prompts = m_document.card(m_place.card).prompts(m_place.side);
    const double now = prompts[static_cast<std::size_t>(m_place.index)].weight;
    const double next = std::round((now + by) / kWeightStep) * kWeightStep;
    m_document.setPromptWeight(m_place, std::clamp(next, kLeastWeight, kMostWeight));
}

void PromptRow::remove() {
    const bool isLast = m_place.side == PromptSide::Positive && m_document.card(m_place.card).spec.positive.size() == 1;
    if (isLast)
        m_document.setPromptText(m_place, {});
    else
        m_document.removePrompt(m_place);
    Q_EMIT removed();
}

int PromptRow::roughTokens(const QString& text) {
    static const QRegularExpression piece(u"[\\p{L}]+|\\p{N}|[^\\s\\p{L}\\p{N}]+"_s);
    int tokens = 0;
    for (auto match = piece.globalMatch(text); match.hasNext();)
        tokens += 1 + static_cast<int>(match.next().capturedLength()) / 9;  // long words are split
    return tokens;
}

void PromptRow::startDrag() {
    auto* drag = new QDrag(this);
    auto* mime = new QMimeData;
    writeGatePrompt(*mime, {m_document.objectName(), m_place.card, promptDragRow(m_place)});
    mime->setText(m_edit->toPlainText());
    drag->setMimeData(mime);
    drag->setPixmap(m_edit->grab().scaledToWidth(std::min(m_edit->width(), 260)));
    drag->exec(Qt::MoveAction | Qt::CopyAction, Qt::MoveAction);
}

void PromptRow::fillMenu(QMenu& menu) {
    connect(menu.addAction(tr("Weight +0.1")), &QAction::triggered, this, [this] { step(0.1); });
    connect(menu.addAction(tr("Weight −0.1")), &QAction::triggered, this, [this] { step(-0.1); });
    QMenu* experts = menu.addMenu(tr("Move to expert"));
    experts->setObjectName(u"mix_prompt_experts_menu"_s);
    for (int card = 0; card < m_document.cardCount(); ++card) {
        if (card == m_place.card) continue;
        const QString name = cardLetter(m_document.state(), card) + u"  "_s + cardAlias(m_document.state(), card);
        connect(experts->addAction(name), &QAction::triggered, this, [this, card] {
            m_document.movePrompt(m_place, {card, m_place.side, -1});
        });
    }
    experts->setEnabled(!experts->isEmpty());
    const bool isPositive = m_place.side == PromptSide::Positive;
    QAction* turn = menu.addAction(isPositive ? tr("Turn into negative") : tr("Turn into positive"));
    connect(turn, &QAction::triggered, this, [this, isPositive] {
        m_document.movePrompt(m_place, {m_place.card, isPositive ? PromptSide::Negative : PromptSide::Positive, -1});
    });
    connect(menu.addAction(tr("Remove")), &QAction::triggered, this, &PromptRow::remove);
}

void PromptRow::contextMenuEvent(QContextMenuEvent* event) {
    QMenu* menu = m_edit->createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    fillMenu(*menu);
    menu->popup(event->globalPos());
}

}  // namespace segmoe::ui
