// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/size_field.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

#include "ui/widgets/compact_combo.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

SizeField::SizeField(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_combo(new CompactCombo(7)),
      m_width(new QSpinBox),
      m_height(new QSpinBox),
      m_swap(new QToolButton) {
    nameControl(m_combo, u"render_size_combo"_s, tr("Size"), tr("Sizes this architecture was trained for."));
    nameControl(m_width, u"render_width_spin"_s, tr("Width"),
                tr("Width in pixels, a multiple of 8; multiples of 64 are safest."));
    nameControl(m_height, u"render_height_spin"_s, tr("Height"),
                tr("Height in pixels, a multiple of 8; multiples of 64 are safest."));
    nameControl(m_swap, u"render_swap_button"_s, tr("Swap width and height"),
                tr("Swap width and height (Ctrl+Shift+X)"));
    theme.bindIcon(m_swap, u"swap"_s);
    for (QSpinBox* spin : {m_width, m_height}) {
        spin->setRange(64, 2048);
        spin->setSingleStep(64);
        spin->setValue(512);
    }
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_combo, 1);
    row->addSpacing(4);
    row->addWidget(m_width);
    row->addWidget(new QLabel(u"×"_s));
    row->addWidget(m_height);
    row->addWidget(m_swap);
    setFocusProxy(m_combo);
    showBucketOfSize();

    connect(m_combo, &QComboBox::activated, this, &SizeField::takeBucket);
    connect(m_swap, &QToolButton::clicked, this, &SizeField::swap);
    for (QSpinBox* spin : {m_width, m_height}) {
        connect(spin, &QSpinBox::valueChanged, this, [this] {
            showBucketOfSize();
            Q_EMIT edited();
        });
        // A size between the multiples would be refused by the engine: round it once typing is over.
        connect(spin, &QSpinBox::editingFinished, spin, [spin] { spin->setValue((spin->value() + 4) / 8 * 8); });
    }
}

QSize SizeField::pictureSize() const { return {(m_width->value() + 4) / 8 * 8, (m_height->value() + 4) / 8 * 8}; }

void SizeField::setPictureSize(QSize size) {
    m_width->setValue(size.width());
    m_height->setValue(size.height());
}

void SizeField::setBuckets(std::vector<SizeBucket> buckets) {
    const int previous = m_combo->currentIndex();
    const QString title = previous >= 0 && previous < static_cast<int>(m_buckets.size())
                              ? m_buckets[static_cast<std::size_t>(previous)].title
                              : QString();
    m_buckets = std::move(buckets);
    const QSignalBlocker blocker(m_combo);
    m_combo->clear();
    for (const SizeBucket& bucket : m_buckets) {
        m_combo->addItem(bucket.title);
        m_combo->setItemData(m_combo->count() - 1, tr("%1×%2").arg(bucket.width).arg(bucket.height), Qt::ToolTipRole);
    }
    m_combo->addItem(tr("Custom"));
    for (std::size_t i = 0; i < m_buckets.size(); ++i)
        if (m_buckets[i].title == title) setPictureSize({m_buckets[i].width, m_buckets[i].height});
    showBucketOfSize();
}

void SizeField::swap() { setPictureSize(pictureSize().transposed()); }

void SizeField::takeBucket(int index) {
    if (index < 0 || index >= static_cast<int>(m_buckets.size())) return;
    const SizeBucket bucket = m_buckets[static_cast<std::size_t>(index)];
    setPictureSize({bucket.width, bucket.height});
}

void SizeField::showBucketOfSize() {
    int index = static_cast<int>(m_buckets.size());
    for (std::size_t i = 0; i < m_buckets.size(); ++i)
        if (m_buckets[i].width == m_width->value() && m_buckets[i].height == m_height->value())
            index = static_cast<int>(i);
    m_combo->setCurrentIndex(index);
}

}  // namespace segmoe::ui
