// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/error_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/bridge/qt_convert.h"
#include "ui/widgets/error_details_dialog.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrap_layout.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

ErrorPanel::ErrorPanel(Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_icon(new QLabel),
      m_sentence(new QLabel),
      m_message(new QLabel),
      m_buttons{new QPushButton, new QPushButton, new QPushButton},
      m_details(new QPushButton),
      m_close(new QToolButton) {
    setObjectName(u"render_error_panel"_s);
    m_sentence->setObjectName(u"render_error_label"_s);
    m_message->setObjectName(u"render_error_message_label"_s);
    m_sentence->setProperty("role", u"strong"_s);
    for (QLabel* label : {m_sentence, m_message}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_details->setText(tr("Details…"));
    nameControl(m_details, u"render_error_details_button"_s, tr("Error details"));
    nameControl(m_close, u"render_error_close_button"_s, tr("Close the error"), tr("Close"));
    theme.bindIcon(m_close, u"cancel"_s);
    const auto setIcon = [this, &theme] { m_icon->setPixmap(theme.icon(u"warning"_s).pixmap(20, 20)); };
    setIcon();
    connect(&theme, &Theme::changed, this, setIcon);

    auto* buttons = new WrapLayout(8);
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        buttons->add(m_buttons[i]);
        const QString name = i == 0 ? u"render_remedy_button"_s : u"render_remedy_button_%1"_s.arg(i + 1);
        nameControl(m_buttons[i], name, remedyText(Remedy::Retry));
        connect(m_buttons[i], &QPushButton::clicked, this, [this, i] {
            hide();
            Q_EMIT remedyChosen(m_remedies[i]);
        });
    }
    buttons->add(m_details);
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_sentence);
    words->addWidget(m_message);
    words->addSpacing(4);
    words->addLayout(buttons);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 12, 12, 12);
    row->setSpacing(12);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(m_close, 0, Qt::AlignTop);
    hide();

    connect(m_details, &QPushButton::clicked, this, [this] { openErrorDetails(window(), m_failure); });
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
}

void ErrorPanel::showFailure(const Failure& failure, const std::vector<Remedy>& remedies) {
    m_failure = failure;
    m_remedies = remedies;
    m_sentence->setText(errorText(failure.code).sentence);
    m_message->setText(toText(failure.message));
    m_message->setVisible(!failure.message.empty());
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const bool isUsed = i < remedies.size();
        m_buttons[i]->setVisible(isUsed);
        if (!isUsed) continue;
        m_buttons[i]->setText(remedyText(remedies[i]));
        m_buttons[i]->setAccessibleName(m_buttons[i]->text());
    }
    show();
}

}  // namespace segmoe::ui
