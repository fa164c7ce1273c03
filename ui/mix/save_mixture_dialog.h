// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "core/engine/failure.h"
#include "core/engine/mix_workbench.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace segmoe::ui {

class NoticeBar;
struct NoticeAct;

/// Writes the whole mixture: where, in which layout and precision; says what it takes before, and how far it is after.
class SaveMixtureDialog : public QDialog {
    Q_OBJECT
public:
    struct Facts {
        BuildRequest build;
        std::int64_t bytes = -1;  ///< as stored; -1 = not known
        bool isHalf = false;      ///< most of it is 16 bit already
        QString licence;
        QString incompatible;  ///< why SegMoE cannot open it; empty = it can
        QString folder;
        PreviewWish preview;  ///< what its picture would be
    };
    SaveMixtureDialog(const Facts& facts, QWidget* parent = nullptr);

    void showProgress(double fraction, const QString& text);
    void showSaved(const MixReport& report);
    /// `remedies`: what the page can do about it, for what is not a matter of the folder.
    void showFailure(const Failure& failure, const std::vector<NoticeAct>& remedies);
    /// It was cancelled.
    void showStopped();

Q_SIGNALS:
    void saveWanted(const segmoe::SaveMixtureRequest& request, bool alsoRecipe);
    void cancelWanted();

private:
    void connectAll();
    void refresh();
    void refreshPreview();
    void chooseFolder();
    QString target() const;
    std::int64_t bytes() const;
    void setRunning(bool running);

    Facts m_facts;
    QComboBox* m_format;
    QComboBox* m_precision;
    QLineEdit* m_folder;
    QPushButton* m_browse;
    QLineEdit* m_name;
    QCheckBox* m_recipe;
    QCheckBox* m_preview;
    QLabel* m_previewNote;
    QLabel* m_size;
    QLabel* m_notes;
    QLabel* m_problem;
    NoticeBar* m_failure;
    QProgressBar* m_progress;
    QPushButton* m_save;
    QPushButton* m_cancel;
    bool m_isRunning = false;
};

/// Why a saved mixture has no preview image though one was wanted; empty when nothing is amiss.
QString previewProblem(const SavedPreview& preview);

}  // namespace segmoe::ui
