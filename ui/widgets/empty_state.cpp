// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/empty_state.h"

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

}  // namespace

EmptyState::EmptyState(Theme& theme, const QString& icon, const QString& sentence, QWidget* parent)
    : QWidget(parent), m_sentence(new QLabel(sentence)), m_buttons(new QHBoxLayout) {
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
    m_buttons->setSpacing(8);
    m_buttons->setAlignment(Qt::AlignCenter);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(12);
    column->addStretch(1);
    column->addWidget(picture);
    // Not aligned but between stretches: an aligned label would not get the height of its wrapped text.
    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_sentence, 100);
    middle->addStretch(1);
    column->addLayout(middle);
    column->addLayout(m_buttons);
    column->addStretch(1);
}

void EmptyState::setSentence(const QString& sentence) { m_sentence->setText(sentence); }

QPushButton* EmptyState::addButton(const QString& objectName, const QString& text, const QString& toolTip) {
    auto* button = new QPushButton(text);
    nameControl(button, objectName, text, toolTip);
    if (m_buttons->isEmpty()) button->setProperty("role", u"primary"_s);
    m_buttons->addWidget(button);
    return button;
}

}  // namespace segmoe::ui
