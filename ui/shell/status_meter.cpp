// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/status_meter.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

#include "ui/widgets/meter.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

QString gigabytes(qint64 bytes) { return QLocale().toString(static_cast<double>(bytes) / 1e9, 'f', 1); }

}  // namespace

StatusMeter::StatusMeter(const Theme& theme, const QString& name, const QString& title)
    : m_title(title), m_meter(new Meter(theme)), m_text(new QLabel) {
    m_meter->setObjectName(name + u"_meter"_s);
    m_text->setObjectName(name + u"_label"_s);
    m_text->setProperty("role", u"caption"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(12);
    row->addWidget(m_meter);
    row->addWidget(m_text);
}

void StatusMeter::setReading(const Reading& reading) {
    const qint64 taken = reading.totalBytes - reading.freeBytes;
    m_meter->setValue(static_cast<double>(taken) / static_cast<double>(reading.totalBytes));
    const QString text = tr("%1 %2 of %3 GB").arg(m_title, gigabytes(taken), gigabytes(reading.totalBytes));
    if (m_text->text() == text) return;
    m_text->setText(text);
    QString detail = tr("Used by this program %1 GB, by others %2 GB, free %3 GB.")
                         .arg(gigabytes(reading.ownBytes), gigabytes(std::max<qint64>(0, taken - reading.ownBytes)),
                              gigabytes(reading.freeBytes));
    if (!reading.owner.isEmpty()) detail.prepend(reading.owner + u'\n');
    setToolTip(detail);
}

}  // namespace segmoe::ui
