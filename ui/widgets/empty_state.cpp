// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/empty_state.h"

#include <numeric>

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIcon = 40;
constexpr int kWidest = 420;
constexpr int kMargin = 24;
constexpr int kGap = 8;

}  // namespace

EmptyState::EmptyState(Theme& theme, const QString& icon, const QString& sentence, QWidget* parent)
    : QWidget(parent), m_sentence(new QLabel(sentence)), m_grid(new QGridLayout) {
    auto* picture = new QLabel;
    picture->setAlignment(Qt::AlignCenter);
    const auto draw = [&theme, picture, icon] {
        picture->setPixmap(theme.icon(icon).pixmap(QSize(kIcon, kIcon), QIcon::Disabled));
    };
    draw();
    connect(&theme, &Theme::changed, picture, draw);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setProperty("role", u"secondary"_s);
    m_sentence->setMinimumWidth(240);
    m_sentence->setMaximumWidth(kWidest);
    m_grid->setSpacing(kGap);
    m_grid->setAlignment(Qt::AlignCenter);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(12);
    column->addStretch(1);
    column->addWidget(picture);
    // Not aligned but between stretches: an aligned label would not get the height of its wrapped text.
    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_sentence, 100);
    middle->addStretch(1);
    column->addLayout(middle);
    column->addLayout(m_grid);
    column->addStretch(1);
}

void EmptyState::setSentence(const QString& sentence) { m_sentence->setText(sentence); }

QPushButton* EmptyState::addButton(const QString& objectName, const QString& text, const QString& toolTip) {
    auto* button = new QPushButton(text);
    nameControl(button, objectName, text, toolTip);
    if (m_buttons.empty()) button->setProperty("role", u"primary"_s);
    m_buttons.push_back(button);
    arrangeButtons();
    return button;
}

int EmptyState::widthOf(std::size_t columns) const {
    std::vector<int> widths(columns, 0);
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        widths[i % columns] = std::max(widths[i % columns], m_buttons[i]->sizeHint().width());
    return std::accumulate(widths.begin(), widths.end(), 2 * kMargin + kGap * (static_cast<int>(columns) - 1));
}

void EmptyState::arrangeButtons() {
    // In one row where there is room, else in pairs.
    const std::size_t all = std::max<std::size_t>(1, m_buttons.size());
    const std::size_t columns = widthOf(all) <= width() ? all : std::min<std::size_t>(2, all);
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_grid->addWidget(m_buttons[i], static_cast<int>(i / columns), static_cast<int>(i % columns));
}

QSize EmptyState::minimumSizeHint() const {
    return {widthOf(std::clamp<std::size_t>(m_buttons.size(), 1, 2)), layout()->totalMinimumSize().height()};
}

void EmptyState::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrangeButtons();
}

}  // namespace segmoe::ui
