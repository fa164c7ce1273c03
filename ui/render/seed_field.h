// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace segmoe::ui {

class Theme;

/// Seed as text (64 bits do not fit a spin box), with a dice for -1 and a button for the last one used.
class SeedField : public QWidget {
    Q_OBJECT
public:
    explicit SeedField(Theme& theme, QWidget* parent = nullptr);
    std::int64_t seed() const;
    void setSeed(std::int64_t seed);
    void setLastSeed(std::int64_t seed);
    QLineEdit* edit() const { return m_edit; }

Q_SIGNALS:
    void edited();

private:
    QLineEdit* m_edit;
    QToolButton* m_dice;
    QToolButton* m_last;
    std::optional<std::int64_t> m_lastSeed;
};

}  // namespace segmoe::ui
