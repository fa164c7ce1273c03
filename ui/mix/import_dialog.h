// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "core/engine/recipe_text.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace segmoe::ui {

class ModelCatalog;

/// A recipe before it takes the place of the mix: what was recognised, which of its models are here, what is wrong with
/// which line.
class ImportDialog : public QDialog {
    Q_OBJECT
public:
    explicit ImportDialog(ModelCatalog& catalog, QWidget* parent = nullptr);

    /// folder: where its relative sources are; empty = that of the mix.
    void setYaml(const QString& yaml, const QString& folder);
    /// The text stays as it is when the file cannot be read.
    void openFile(const QString& path);
    /// Sources as the mix will name them.
    void show(const RecipeText& text);

Q_SIGNALS:
    /// The pasted text has changed and is to be read.
    void textChanged(const QString& yaml, const QString& folder);
    void fileWanted();
    void accepted(const segmoe::MixRecipe& recipe);

private:
    void addParts(const MixRecipe& recipe);
    void addPart(const QString& part, const std::string& source, const std::string& prompt);
    void showPlaces();
    void showProblem(const QString& text, bool isWrong);
    void goTo(int line, int column);

    ModelCatalog& m_catalog;
    QString m_folder;
    QPlainTextEdit* m_text;
    QTreeWidget* m_parts;
    QLabel* m_places;
    QLabel* m_problem;
    QPushButton* m_replace;
    RecipeText m_reading;
};

}  // namespace segmoe::ui
