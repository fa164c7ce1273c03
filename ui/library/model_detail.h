// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QPixmap>

#include "core/engine/model_library.h"
#include "ui/widgets/upright_scroll.h"

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace segmoe::ui {

class CoverPicture;
class FactRows;
class Theme;

/// Everything known about the chosen model, and what can be done with it.
class ModelDetail : public UprightScroll {
    Q_OBJECT
public:
    explicit ModelDetail(Theme& theme, QWidget* parent = nullptr);

    static constexpr int kPicturePixels = 640;  ///< the longest side of the picture it is given

    /// Null: nothing is chosen. count: how many are chosen altogether.
    void show(const LibraryModel* model, int count);
    /// False where the file belongs to another program.
    void setDeletable(bool deletable);
    /// What the model makes; null = nobody knows.
    void setPicture(const QPixmap& picture);
    void showHashing(double fraction);
    /// The file is being moved; 1 or more = not any more.
    void showMoving(double fraction);
    /// Who uses the model that is shown.
    void setUses(const ModelUses& uses);
    /// Whether anybody knows where it is described on the web.
    void setHasPage(bool hasPage);
    void editAlias();
    void editTags();
    /// The keyboard goes to the first thing that can be done here.
    void takeFocus();

Q_SIGNALS:
    void baseWanted();
    void expertWanted();
    void renderWanted();
    void showFileWanted();
    void hashWanted();
    void deleteWanted();
    void forgetWanted();
    void publishWanted();
    void pageWanted();
    void moveWanted();
    void headerWanted();
    void copiesWanted();
    void aliasEdited(const QString& alias);
    void tagsEdited(const QStringList& tags);

private:
    QWidget* buildHeader();
    QWidget* buildButtons(Theme& theme);
    void showProgress(const QString& format, double fraction);
    QLabel* addRow(const QString& label, const QString& value);
    void fillRows(const LibraryModel& model);

    QLabel* m_hint;
    QWidget* m_content;
    CoverPicture* m_picture;
    QLabel* m_title;
    QLabel* m_badge;
    QLabel* m_problem;
    QLineEdit* m_alias;
    QLineEdit* m_tags;
    FactRows* m_rows;
    QProgressBar* m_hashing;
    QPushButton* m_base;
    QPushButton* m_expert;
    QPushButton* m_render;
    QPushButton* m_file;
    QPushButton* m_hash;
    QPushButton* m_page;
    QPushButton* m_move;
    QPushButton* m_header;
    QPushButton* m_copies;
    QLabel* m_uses = nullptr;  ///< a row of m_rows
    QPushButton* m_delete;
    QPushButton* m_forget;
    QPushButton* m_publish;
};

}  // namespace segmoe::ui
