// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/memory_line.h"

#include <algorithm>

#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/bridge/qt_convert.h"
#include "ui/widgets/painted_access.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kTight = 0.85;
constexpr int kBarHeight = 4;

QString gigabytes(std::int64_t bytes) {
    return QLocale().toString(static_cast<double>(bytes) / 1e9, 'f', bytes < 10'000'000'000 ? 2 : 1);
}

}  // namespace

MemoryLine::MemoryLine(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_label(new QLabel), m_buttons(new QWidget) {
    setObjectName(u"render_memory_bar"_s);
    m_label->setObjectName(u"render_memory_label"_s);
    m_label->setProperty("role", u"caption"_s);
    m_label->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, kBarHeight + 4);
    column->setSpacing(4);
    column->addWidget(m_label);
    column->addWidget(m_buttons);
    m_buttons->setObjectName(u"render_remedy_panel"_s);
    m_buttons->hide();
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    showUnknown(tr("Memory and time appear here once a model is chosen."));
}

MemoryLine::Verdict MemoryLine::verdict() const {
    if (!m_known) return Verdict::Unknown;
    return m_share > 1.0 ? Verdict::TooMuch : (m_share > kTight ? Verdict::Tight : Verdict::Fits);
}

void MemoryLine::showRemedies(const std::vector<MemoryRemedy>& remedies) {
    delete m_buttons->layout();
    // Later: one of them may be the one that was clicked.
    for (auto* old : m_buttons->findChildren<QPushButton*>()) {
        old->setObjectName({});
        old->hide();
        old->deleteLater();
    }
    auto* column = new QVBoxLayout(m_buttons);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(4);
    for (const MemoryRemedy& remedy : remedies) {
        auto* button = new QPushButton(tr("%1 (−%2 GB)").arg(remedy.title, gigabytes(remedy.gain)));
        button->setObjectName(u"render_remedy_%1_button"_s.arg(remedy.id));
        button->setAccessibleName(button->text());
        column->addWidget(button);
        connect(button, &QPushButton::clicked, this,
                [this, request = remedy.request] { Q_EMIT remedyChosen(request); });
    }
    m_buttons->setVisible(!remedies.empty());
}

void MemoryLine::showForecast(const MemoryForecast& forecast) {
    m_known = forecast.availableBytes > 0;
    m_share = m_known ? static_cast<double>(forecast.peakBytes) / static_cast<double>(forecast.availableBytes) : 0.0;
    QString verdict = tr("fits");
    if (m_share > 1.0)
        verdict = tr("does not fit");
    else if (m_share > kTight)
        verdict = tr("tight");
    else if (!forecast.savings.empty())
        verdict = tr("fits with savings");
    QString text = m_known ? tr("Memory %1 of %2 GB · %3")
                                 .arg(gigabytes(forecast.peakBytes), gigabytes(forecast.availableBytes), verdict)
                           : tr("Memory %1 GB").arg(gigabytes(forecast.peakBytes));
    if (forecast.seconds >= 0.0)
        text += tr(" · about %1 s").arg(QLocale().toString(std::max(1.0, forecast.seconds), 'f', 0));
    m_label->setText(text);
    QString parts;
    for (const ForecastTerm& term : forecast.terms)
        parts += tr("%1: %2 GB").arg(toText(term.name), gigabytes(term.bytes)) + u'\n';
    for (const std::string& saving : forecast.savings) parts += toText(saving) + u'\n';
    setToolTip(parts.trimmed());
    setAccessibleName(text);
    tellPainted(this, parts.trimmed());
    update();
}

void MemoryLine::showUnknown(const QString& sentence) {
    m_known = false;
    showRemedies({});
    m_label->setText(sentence);
    setAccessibleName(sentence);
    setToolTip({});
    update();
}

void MemoryLine::paintEvent(QPaintEvent*) {
    const ThemeTokens& tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF track(0, height() - kBarHeight, width(), kBarHeight);
    painter.setBrush(tokens.sunken);
    painter.drawRoundedRect(track, 2, 2);
    if (!m_known) return;
    painter.setBrush(m_share > 1.0 ? tokens.error : (m_share > kTight ? tokens.warn : tokens.accent));
    QRectF filled = track;
    filled.setWidth(std::clamp(track.width() * m_share, 4.0, track.width()));
    painter.drawRoundedRect(filled, 2, 2);
}

}  // namespace segmoe::ui
