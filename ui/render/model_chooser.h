// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QWidget>

#include "core/engine/render_engine.h"
#include "ui/bridge/starter_kit.h"

class QComboBox;
class QLabel;
class QToolButton;

namespace segmoe::ui {

class Theme;

/// Which model renders: what was used lately, the starter mixture and its parts, the models of the library, or anything
/// opened or dropped. Typing searches the list.
class ModelChooser : public QWidget {
    Q_OBJECT
public:
    explicit ModelChooser(Theme& theme, QWidget* parent = nullptr);

    void setStarter(const StarterKit& kit);
    void setRecent(const QStringList& models);
    /// Mixtures and checkpoints of the library, by name.
    void setKnown(const QStringList& models);
    /// Makes model the current one; adds it to the list when it is not there.
    void choose(const QString& model);
    QString model() const;
    /// The unsaved mixture of the Mix page: one entry, replaced by the next one. Chosen at once.
    void chooseMix(const MixRecipe& recipe);
    /// Of the chosen entry; null when that is a model on disk.
    std::shared_ptr<const MixRecipe> recipe() const;
    /// Every model on disk that the list holds.
    QStringList models() const;
    void showSummary(const ModelSummary& summary);
    void showProblem(const QString& sentence);

    void openFile();
    void openFolder();

Q_SIGNALS:
    void chosen(const QString& model);

private:
    void rebuild();
    void openDialog(bool folder);
    void takeTyped();
    void showSummaryText(const QString& text, bool problem);

    StarterKit m_starter;
    QStringList m_recent;
    QStringList m_known;
    QString m_model;
    std::shared_ptr<const MixRecipe> m_mix;
    QComboBox* m_combo;
    QToolButton* m_open;
    QLabel* m_summary;
};

}  // namespace segmoe::ui
