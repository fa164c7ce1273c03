// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/status_strip.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

#include "ui/bridge/process_memory.h"
#include "ui/widgets/elided_label.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

StatusStrip::StatusStrip(QWidget* parent)
    : QWidget(parent), m_device(new QLabel), m_memory(new QLabel), m_message(new ElidedLabel) {
    setObjectName(u"status_strip"_s);
    m_device->setObjectName(u"status_device_label"_s);
    m_memory->setObjectName(u"status_ram_label"_s);
    m_message->setObjectName(u"status_message_label"_s);
    m_message->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (QLabel* label : {m_device, m_memory, static_cast<QLabel*>(m_message)})
        label->setProperty("role", u"caption"_s);
    m_device->setText(tr("Loading the engine…"));
    m_memory->setToolTip(tr("Memory used by this program, and memory of this computer."));

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 2, 12, 2);
    row->setSpacing(16);
    row->addWidget(m_device);
    row->addWidget(m_memory);
    row->addWidget(m_message, 1);

    m_memoryTimer.setInterval(1000);
    connect(&m_memoryTimer, &QTimer::timeout, this, &StatusStrip::updateMemory);
    m_messageTimer.setSingleShot(true);
    m_messageTimer.setInterval(10'000);
    connect(&m_messageTimer, &QTimer::timeout, m_message, &QLabel::clear);
    updateMemory();
}

void StatusStrip::setDevice(const QString& text) { m_device->setText(text); }

void StatusStrip::showMessage(const QString& sentence) {
    m_message->setText(sentence);
    m_message->setAccessibleName(sentence);
    m_messageTimer.start();
    QAccessibleEvent event(m_message, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void StatusStrip::showEvent(QShowEvent* event) {
    m_memoryTimer.start();
    QWidget::showEvent(event);
}

void StatusStrip::hideEvent(QHideEvent* event) {
    m_memoryTimer.stop();
    QWidget::hideEvent(event);
}

void StatusStrip::updateMemory() {
    const auto memory = processMemory();
    m_memory->setVisible(memory.has_value());
    if (!memory) return;
    const QLocale locale;
    const QString text = tr("RAM %1 of %2 GB")
                             .arg(locale.toString(static_cast<double>(memory->usedBytes) / 1e9, 'f', 1),
                                  locale.toString(static_cast<double>(memory->totalBytes) / 1e9, 'f', 1));
    if (m_memory->text() != text) m_memory->setText(text);
}

}  // namespace segmoe::ui
