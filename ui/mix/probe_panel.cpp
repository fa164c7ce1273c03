// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/probe_panel.h"

#include <QGraphicsOpacityEffect>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/bridge/qt_convert.h"
#include "ui/widgets/expert_bar.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kOldOpacity = 0.4;

}  // namespace

ProbePanel::ProbePanel(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_prompt(new QLineEdit),
      m_predict(new QPushButton(tr("Predict"))),
      m_result(new QWidget),
      m_bars(new QGridLayout(m_result)),
      m_text(new QLabel),
      m_old(new QLabel(tr("Out of date: the mix or the prompt has changed since."))) {
    setObjectName(u"mix_probe_panel"_s);
    auto* title = new QLabel(tr("Probe"));
    title->setProperty("role", u"strong"_s);
    m_prompt->setPlaceholderText(tr("A prompt to try the gates with"));
    nameControl(m_prompt, u"mix_probe_edit"_s, tr("Probe prompt"), tr("Which experts would this prompt choose?"));
    nameControl(m_predict, u"mix_probe_button"_s, tr("Predict"), tr("Predict the share of each expert"));
    m_text->setWordWrap(true);
    m_text->setProperty("role", u"caption"_s);
    m_text->setObjectName(u"mix_probe_text_label"_s);
    m_old->setWordWrap(true);
    m_old->setProperty("role", u"warning"_s);
    m_old->setObjectName(u"mix_probe_old_label"_s);
    m_result->setObjectName(u"mix_probe_result"_s);
    m_bars->setContentsMargins(0, 0, 0, 0);
    m_bars->setVerticalSpacing(4);
    m_bars->setColumnStretch(1, 1);
    auto* row = new QHBoxLayout;
    row->addWidget(m_prompt, 1);
    row->addWidget(m_predict);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(title);
    column->addLayout(row);
    column->addWidget(m_old);
    column->addWidget(m_result);
    column->addWidget(m_text);
    auto* fade = new QGraphicsOpacityEffect(m_result);
    fade->setOpacity(kOldOpacity);
    m_result->setGraphicsEffect(fade);
    connect(m_prompt, &QLineEdit::textChanged, this, &ProbePanel::showAge);
    const auto ask = [this] { Q_EMIT predictWanted(prompt()); };
    connect(m_predict, &QPushButton::clicked, this, ask);
    connect(m_prompt, &QLineEdit::returnPressed, this, [this, ask] {
        if (m_predict->isEnabled()) ask();
    });
    setEnabledFor(false, {});
    clear();
}

QString ProbePanel::prompt() const {
    return m_prompt->text().trimmed().isEmpty() ? m_prompt->placeholderText() : m_prompt->text().trimmed();
}

void ProbePanel::setDefaultPrompt(const QString& prompt) {
    if (prompt.trimmed().isEmpty()) return;
    m_prompt->setPlaceholderText(prompt.simplified());
    showAge();
}

void ProbePanel::setCurrent(bool current) {
    m_isCurrent = current;
    showAge();
}

void ProbePanel::showAge() {
    const bool isOld = m_hasResult && (!m_isCurrent || prompt() != m_shownPrompt);
    m_old->setVisible(isOld);
    m_result->graphicsEffect()->setEnabled(isOld);
}

void ProbePanel::setEnabledFor(bool possible, const QString& reason) {
    m_isPossible = possible;
    m_predict->setEnabled(possible);
    m_predict->setToolTip(possible ? tr("Predict the share of each expert") : reason);
}

void ProbePanel::showBusy(bool busy) {
    m_predict->setEnabled(m_isPossible && !busy);
    m_predict->setText(busy ? tr("Predicting…") : tr("Predict"));
}

void ProbePanel::clear() {
    while (QLayoutItem* item = m_bars->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    m_text->clear();
    m_text->hide();
    m_hasResult = false;
    showAge();
}

void ProbePanel::show(const Prediction& prediction, const QString& prompt) {
    clear();
    m_hasResult = true;
    m_shownPrompt = prompt;
    const int experts = static_cast<int>(prediction.share.size());
    QStringList textPath;
    for (const Prediction::Site& site : prediction.sites) {
        if (!prediction.isExact(site) || !textPath.isEmpty()) continue;
        for (const int expert : site.chosen) textPath << QString(QChar(static_cast<char16_t>(u'A' + expert % 26)));
    }
    for (int expert = 0; expert < experts; ++expert) {
        const double share = prediction.share[static_cast<std::size_t>(expert)];
        auto* bar = new ExpertBar(m_theme, expert);
        bar->setValue(share, experts > 0 ? 1.0 / experts : 0.0);
        auto* number = new QLabel(tr("%1 %").arg(qRound(share * 100.0)));
        number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        bar->setAccessibleName(tr("Expert %1: %2 percent")
                                   .arg(QString(QChar(static_cast<char16_t>(u'A' + expert % 26))))
                                   .arg(qRound(share * 100.0)));
        m_bars->addWidget(new LetterChip(m_theme, expert), expert, 0);
        m_bars->addWidget(bar, expert, 1);
        m_bars->addWidget(number, expert, 2);
    }
    m_text->setText(
        textPath.isEmpty()
            ? tr("Shares are an estimate.")
            : tr("Text path (exact): %1. Shares of the other layers are an estimate.").arg(textPath.join(u", "_s)));
    m_text->show();
    showAge();
}

}  // namespace segmoe::ui
