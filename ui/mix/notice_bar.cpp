// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/notice_bar.h"

#include <algorithm>
#include <iterator>

#include <QAccessible>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/widgets/error_details_dialog.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

NoticeBar::NoticeBar(const QString& stem, QWidget* parent)
    : QWidget(parent),
      m_stem(stem),
      m_frame(new QFrame),
      m_label(new QLabel),
      m_row(new QWidget),
      m_details(new QPushButton(tr("Details…"))) {
    m_label->setObjectName(stem + u"_label"_s);
    m_label->setProperty("role", u"noticeline"_s);
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_acts = new QHBoxLayout(m_row);
    m_acts->setContentsMargins(0, 0, 0, 0);
    m_acts->setSpacing(6);
    m_details->setProperty("role", u"small"_s);
    nameControl(m_details, stem + u"_details_button"_s, tr("Error details"));
    connect(m_details, &QPushButton::clicked, this, [this] { openErrorDetails(window(), m_failure); });
    m_acts->addWidget(m_details);
    m_acts->addStretch(1);
    auto* inner = new QVBoxLayout(m_frame);
    inner->setContentsMargins(8, 4, 8, 6);
    inner->setSpacing(4);
    inner->addWidget(m_label);
    inner->addWidget(m_row);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(12, 0, 12, 4);
    outer->addWidget(m_frame);
    hide();
}

QString NoticeBar::text() const { return m_label->text(); }

void NoticeBar::say(const QString& sentence) {
    showText(sentence, false);
    showActs({}, {});
}

void NoticeBar::complain(const QString& sentence, const std::vector<NoticeAct>& acts,
                         const std::optional<Failure>& details) {
    showText(sentence, true);
    showActs(acts, details);
    if (sentence.isEmpty()) return;
    m_label->setAccessibleName(sentence);
    QAccessibleEvent alert(m_label, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeBar::showText(const QString& sentence, bool isError) {
    m_label->setText(sentence);
    m_label->setProperty("tone", isError ? u"error"_s : QString());
    m_frame->setProperty("role", isError ? u"error"_s : QString());
    m_label->style()->polish(m_label);
    m_frame->style()->polish(m_frame);
    setVisible(!sentence.isEmpty());
}

void NoticeBar::showActs(const std::vector<NoticeAct>& acts, const std::optional<Failure>& details) {
    for (QPushButton* old : m_buttons) {
        old->setObjectName(QString());
        old->hide();
        old->deleteLater();  // it may be the one that was clicked
    }
    m_buttons.clear();
    const QString names[] = {m_stem + u"_remedy_button"_s, m_stem + u"_second_button"_s};
    for (std::size_t i = 0; i < std::min(acts.size(), std::size(names)); ++i) {
        auto* button = new QPushButton(acts[i].label);
        button->setProperty("role", u"small"_s);
        nameControl(button, names[i], acts[i].label);
        connect(button, &QPushButton::clicked, this, [this, act = acts[i].act] {
            say({});  // before: the act may have something to say itself
            act();
        });
        m_buttons.push_back(button);
        m_acts->insertWidget(static_cast<int>(i), button);
        button->show();  // at once, not in the next turn of the event loop
    }
    m_failure = details.value_or(Failure{});
    m_details->setVisible(details.has_value());
    m_row->setVisible(!acts.empty() || details);
}

}  // namespace segmoe::ui
