// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "core/engine/recipe_text.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace segmoe::ui {

/// A recipe before it takes the place of the mix: what was recognised, what is wrong with which line.
class ImportDialog : public QDialog {
    Q_OBJECT
public:
    explicit ImportDialog(QWidget* parent = nullptr);

    void setYaml(const QString& yaml);
    void show(const RecipeText& text);

Q_SIGNALS:
    /// The pasted text has changed and is to be read.
    void textChanged(const QString& yaml);
    void fileWanted();
    void accepted(const segmoe::MixRecipe& recipe);

private:
    void addParts(const MixRecipe& recipe);
    void goTo(int line, int column);

    QPlainTextEdit* m_text;
    QTreeWidget* m_parts;
    QLabel* m_problem;
    QPushButton* m_replace;
    RecipeText m_reading;
};

}  // namespace segmoe::ui
