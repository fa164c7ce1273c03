// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace segmoe::ui {

class Residency;

/// The loaded models and a button to free them, in the status line's popover and on the settings page.
class LoadedModelsView : public QWidget {
    Q_OBJECT
public:
    /// The button is called PREFIX_unload_all_button.
    LoadedModelsView(Residency& residency, const QString& prefix, QWidget* parent = nullptr);

private:
    void refresh();

    Residency& m_residency;
    QGridLayout* m_rows;
    QLabel* m_empty;
    QPushButton* m_all;
};

}  // namespace segmoe::ui
