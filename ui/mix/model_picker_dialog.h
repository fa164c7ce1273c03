// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "ui/mix/source_model.h"

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace segmoe::ui {

class Theme;

/// Chooses one or more models: from those that are known, from a file or a folder.
class ModelPickerDialog : public QDialog {
    Q_OBJECT
public:
    enum class For { Base, Expert, Lora };

    ModelPickerDialog(Theme& theme, ModelCatalog& catalog, For purpose, const QStringList& sources, const QString& base,
                      QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(const QStringList& sources);

private:
    void updateButton();
    void choose();
    void openFile();
    void openFolder();

    SourceModel* m_model;
    SourceFilter* m_filter;
    QLineEdit* m_find;
    QListView* m_view;
    QLabel* m_reason;
    QPushButton* m_ok;
    bool m_fitMatters;
};

}  // namespace segmoe::ui
