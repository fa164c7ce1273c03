// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/block_strip.h"

#include <algorithm>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "core/domain/routing_policy.h"
#include "ui/bridge/qt_convert.h"
#include "ui/widgets/field.h"
#include "ui/widgets/painted_access.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kStageGap = 8.0;
constexpr double kMiddleCells = 2.0;
constexpr int kLabelHeight = 16;
constexpr int kCellTop = 18;
constexpr int kCellHeight = 18;

}  // namespace

BlockStrip::BlockStrip(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    nameControl(this, u"mix_block_strip"_s, tr("Blocks with experts"),
                tr("Blocks with experts. Click or Space toggles, Shift extends, stage label toggles all."));
    setToolTip({});
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setLayoutDirection(Qt::LeftToRight);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void BlockStrip::setBlocks(const std::vector<std::string>& blocks) {
    if (blocks == m_blocks) return;
    m_blocks = blocks;
    m_stages.clear();
    m_leftOut.clear();
    for (int i = 0; i < static_cast<int>(blocks.size()); ++i) {
        const std::string stage =
            blocks[static_cast<std::size_t>(i)].substr(0, blocks[static_cast<std::size_t>(i)].find('.'));
        if (m_stages.empty() || m_stages.back().name != stage) m_stages.push_back({stage, i, 0});
        ++m_stages.back().count;
    }
    m_current = m_anchor = 0;
    setEnabled(!blocks.empty());
    describe();
    update();
}

void BlockStrip::setLeftOut(const std::vector<std::string>& leftOut) {
    std::set<int> out;
    for (const std::string& pattern : leftOut) {
        const SiteSelector selector{pattern};
        for (int i = 0; i < static_cast<int>(m_blocks.size()); ++i)
            if (selector.matches(m_blocks[static_cast<std::size_t>(i)])) out.insert(i);
    }
    if (out == m_leftOut) return;
    m_leftOut = std::move(out);
    describe();
    update();
}

double BlockStrip::unit() const {
    const double gaps = kStageGap * static_cast<double>(m_stages.size());
    return (width() - 4.0 - gaps) / (static_cast<double>(m_blocks.size()) + kMiddleCells);
}

std::vector<QRectF> BlockStrip::layoutCells() const {
    std::vector<QRectF> cells;
    double x = 2.0;
    const double cell = unit();
    bool isUp = false;
    for (const Stage& stage : m_stages) {
        if (!isUp && stage.name.front() == 'U') {
            x += kMiddleCells * cell + kStageGap;
            isUp = true;
        }
        for (int i = 0; i < stage.count; ++i, x += cell) cells.emplace_back(x, kCellTop, cell, kCellHeight);
        x += kStageGap;
    }
    return cells;
}

QRectF BlockStrip::middleRect() const {
    double x = 2.0;
    for (const Stage& stage : m_stages)
        if (stage.name.front() == 'D') x += stage.count * unit() + kStageGap;
    return {x, kCellTop, kMiddleCells * unit(), kCellHeight};
}

QRect BlockStrip::cellRect(int block) const {
    const std::vector<QRectF> cells = layoutCells();
    return block >= 0 && block < static_cast<int>(cells.size()) ? cells[static_cast<std::size_t>(block)].toAlignedRect()
                                                                : QRect();
}

QRect BlockStrip::stageRect(const std::string& stage) const {
    for (const Stage& entry : m_stages)
        if (entry.name == stage) {
            const QRect first = cellRect(entry.first), last = cellRect(entry.first + entry.count - 1);
            return {first.left(), 0, std::max(24, last.right() - first.left()), kLabelHeight};
        }
    return {};
}

void BlockStrip::paintEvent(QPaintEvent*) {
    const ThemeTokens& tokens = m_theme.tokens();
    QPainter painter(this);
    if (m_blocks.empty()) {
        painter.setPen(tokens.text2);
        painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft,
                         tr("The blocks are known as soon as there is a base."));
        return;
    }
    const std::vector<QRectF> cells = layoutCells();
    const double gap = unit() >= 6.0 ? 1.0 : 0.5;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool isMixed = !m_leftOut.contains(static_cast<int>(i));
        const QRectF cell = cells[i].adjusted(gap, 0, -gap, 0);
        painter.fillRect(cell, isMixed ? tokens.accent : tokens.sunken);
        if (!isMixed) {
            painter.setPen(QPen(tokens.control, 1.0));
            painter.drawRect(cell.adjusted(0.5, 0.5, -0.5, -0.5));
        }
    }
    const QRectF middle = middleRect().adjusted(1, 0, -1, 0);
    painter.fillRect(middle, QBrush(tokens.control, Qt::BDiagPattern));
    painter.setPen(tokens.text2);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    painter.setFont(small);
    for (const Stage& stage : m_stages) {
        const QRect label = stageRect(stage.name);
        const bool isWide = label.width() > 46;
        const QString text = isWide ? u"%1 · %2"_s.arg(toText(stage.name)).arg(stage.count) : toText(stage.name);
        painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter, text);
    }
    if (middle.width() > 14)
        painter.drawText(QRectF(middle.left() - 6, 0, middle.width() + 12, kLabelHeight), Qt::AlignCenter, tr("mid"));
    if (hasFocus()) {
        painter.setPen(QPen(tokens.focus, 2.0));
        painter.drawRect(cells[static_cast<std::size_t>(m_current)].adjusted(-1, -2, 1, 2));
    }
}

void BlockStrip::toggle(int from, int to, bool on) {
    for (int i = std::min(from, to); i <= std::max(from, to); ++i) {
        if (on)
            m_leftOut.erase(i);
        else
            m_leftOut.insert(i);
    }
    if (m_leftOut.size() == m_blocks.size()) m_leftOut.erase(to);  // something must be mixed
    emitEdited();
}

void BlockStrip::emitEdited() {
    std::vector<std::string> out;
    for (const int block : m_leftOut) out.push_back(m_blocks[static_cast<std::size_t>(block)]);
    describe();
    update();
    Q_EMIT edited(out);
}

void BlockStrip::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const QPoint point = event->position().toPoint();
    for (const Stage& stage : m_stages) {
        if (!stageRect(stage.name).contains(point)) continue;
        bool isAllOn = true;
        for (int i = 0; i < stage.count; ++i) isAllOn = isAllOn && !m_leftOut.contains(stage.first + i);
        return toggle(stage.first, stage.first + stage.count - 1, !isAllOn);
    }
    for (int i = 0; i < static_cast<int>(m_blocks.size()); ++i) {
        if (!cellRect(i).contains(point)) continue;
        const bool isExtending = event->modifiers().testFlag(Qt::ShiftModifier);
        const bool on = isExtending ? !m_leftOut.contains(m_anchor) : m_leftOut.contains(i);
        if (!isExtending) m_anchor = i;
        m_current = i;
        return toggle(isExtending ? m_anchor : i, i, on);
    }
}

bool BlockStrip::showBlock(const std::string& label) {
    const auto found = std::ranges::find(m_blocks, label);
    if (found == m_blocks.end()) return false;
    moveTo(static_cast<int>(found - m_blocks.begin()), false);
    return true;
}

void BlockStrip::moveTo(int block, bool extend) {
    const int last = static_cast<int>(m_blocks.size()) - 1;
    m_current = std::clamp(block, 0, last);
    if (extend)
        toggle(m_anchor, m_current, !m_leftOut.contains(m_anchor));
    else
        m_anchor = m_current;
    describe();
    update();
}

void BlockStrip::keyPressEvent(QKeyEvent* event) {
    if (m_blocks.empty()) return QWidget::keyPressEvent(event);
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const int last = static_cast<int>(m_blocks.size()) - 1;
    switch (event->key()) {
        case Qt::Key_Left: return moveTo(m_current - 1, extend);
        case Qt::Key_Right: return moveTo(m_current + 1, extend);
        case Qt::Key_Home: return moveTo(0, extend);
        case Qt::Key_End: return moveTo(last, extend);
        case Qt::Key_Space: return toggle(m_current, m_current, m_leftOut.contains(m_current));
        case Qt::Key_A:
            if (event->modifiers() == Qt::ControlModifier) return toggle(0, last, true);
            break;
        default: break;
    }
    QWidget::keyPressEvent(event);
}

void BlockStrip::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void BlockStrip::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

bool BlockStrip::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        for (int i = 0; i < static_cast<int>(m_blocks.size()); ++i) {
            if (!cellRect(i).contains(help->pos())) continue;
            const QString label = toText(m_blocks[static_cast<std::size_t>(i)]);
            QToolTip::showText(help->globalPos(),
                               m_leftOut.contains(i) ? tr("%1: the base's").arg(label) : tr("%1: mixed").arg(label),
                               this);
            return true;
        }
        QToolTip::showText(help->globalPos(), accessibleDescription(), this);
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_A && key->modifiers() == Qt::ControlModifier) event->accept();
    }
    return QWidget::event(event);
}

void BlockStrip::describe() {
    if (m_blocks.empty()) return tellPainted(this, tr("No base yet."));
    const QString label = toText(m_blocks[static_cast<std::size_t>(m_current)]);
    const QString state = m_leftOut.contains(m_current) ? tr("left to the base") : tr("mixed");
    tellPainted(this,
                tr("%1 of %2 blocks mixed. %3: %4. Click or Space toggles, Shift extends, stage label toggles all.")
                    .arg(mixedCount())
                    .arg(m_blocks.size())
                    .arg(label, state));
}

}  // namespace segmoe::ui
