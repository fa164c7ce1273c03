// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/seed_field.h"

#include <algorithm>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>
#include <QValidator>

#include "ui/widgets/compact_combo.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

/// −1, or 0 to 2⁶³−1: larger numbers cannot be typed, rather than becoming another seed.
class SeedValidator : public QValidator {
public:
    using QValidator::QValidator;
    State validate(QString& text, int&) const override {
        if (text.isEmpty() || text == "-"_L1) return Intermediate;
        if (text == "-1"_L1) return Acceptable;
        bool fits = false;
        text.toLongLong(&fits);
        const bool isPlain = std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
        return fits && isPlain ? Acceptable : Invalid;
    }
};

}  // namespace

SeedField::SeedField(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_edit(new QLineEdit),
      m_dice(new QToolButton),
      m_last(new QToolButton),
      m_mode(new CompactCombo(6)) {
    nameControl(m_edit, u"render_seed_edit"_s, tr("Seed"),
                tr("−1 draws a new seed for each picture; the same seed repeats a picture."));
    nameControl(m_dice, u"render_seed_dice_button"_s, tr("Random seed"), tr("Random (−1)"));
    nameControl(m_last, u"render_seed_last_button"_s, tr("Last seed"), tr("Use the last seed"));
    m_edit->setValidator(new SeedValidator(m_edit));
    m_edit->setLayoutDirection(Qt::LeftToRight);
    theme.bindIcon(m_dice, u"dice"_s);
    theme.bindIcon(m_last, u"last-seed"_s);
    m_last->setEnabled(false);
    nameControl(m_mode, u"render_seed_mode_combo"_s, tr("After a job"), tr("How the seed changes after queuing."));
    for (const auto& [mode, title] : {std::pair(SeedMode::Fixed, tr("Fixed")),
                                      {SeedMode::Increase, u"+1"_s},
                                      {SeedMode::Decrease, u"−1"_s},
                                      {SeedMode::Random, tr("Random")}})
        m_mode->addItem(title, static_cast<int>(mode));
    setSeed(-1);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_edit, 1);
    row->addWidget(m_dice);
    row->addWidget(m_last);
    row->addWidget(m_mode);
    setFocusProxy(m_edit);

    connect(m_edit, &QLineEdit::textChanged, this, &SeedField::edited);
    connect(m_dice, &QToolButton::clicked, this, [this] { setSeed(-1); });
    connect(m_last, &QToolButton::clicked, this, [this] { setSeed(m_lastSeed.value_or(-1)); });
}

std::int64_t SeedField::seed() const {
    bool isNumber = false;
    const std::int64_t value = m_edit->text().toLongLong(&isNumber);
    return isNumber ? value : -1;
}

void SeedField::setSeed(std::int64_t seed) { m_edit->setText(QString::number(seed)); }

SeedMode SeedField::mode() const { return static_cast<SeedMode>(m_mode->currentData().toInt()); }

void SeedField::setMode(SeedMode mode) { m_mode->setCurrentIndex(m_mode->findData(static_cast<int>(mode))); }

void SeedField::setLastSeed(std::int64_t seed) {
    m_lastSeed = seed;
    m_last->setEnabled(true);
}

}  // namespace segmoe::ui
