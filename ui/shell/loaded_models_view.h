// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace segmoe {
struct ResidentModel;
}

namespace segmoe::ui {

class Residency;

/// The loaded models, where their weights lie, and buttons to free one or all of them, in the status line's popover and
/// on the settings page.
class LoadedModelsView : public QWidget {
    Q_OBJECT
public:
    /// The buttons are called PREFIX_unload_all_button and PREFIX_unload_button_N.
    LoadedModelsView(Residency& residency, const QString& prefix, QWidget* parent = nullptr);

private:
    void refresh();
    void addRow(int row, const ResidentModel& model);
    static QString placesText(const ResidentModel& model);

    Residency& m_residency;
    QString m_prefix;
    QGridLayout* m_rows;
    QLabel* m_empty;
    QPushButton* m_all;
};

}  // namespace segmoe::ui
