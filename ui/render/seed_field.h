// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include <QWidget>

#include "ui/render/request_composer.h"

class QComboBox;
class QLineEdit;
class QToolButton;

namespace segmoe::ui {

class Theme;

/// Seed as text (64 bits do not fit a spin box), with a dice for -1, a button for the last one used, and what becomes
/// of it after a job.
class SeedField : public QWidget {
    Q_OBJECT
public:
    explicit SeedField(Theme& theme, QWidget* parent = nullptr);
    std::int64_t seed() const;
    void setSeed(std::int64_t seed);
    void setLastSeed(std::int64_t seed);
    SeedMode mode() const;
    void setMode(SeedMode mode);
    QLineEdit* edit() const { return m_edit; }

Q_SIGNALS:
    void edited();

private:
    QLineEdit* m_edit;
    QToolButton* m_dice;
    QToolButton* m_last;
    QComboBox* m_mode;
    std::optional<std::int64_t> m_lastSeed;
};

}  // namespace segmoe::ui
