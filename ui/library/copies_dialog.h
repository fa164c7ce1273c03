// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QDialog>

#include "core/engine/model_copies.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace segmoe::ui {

class LibraryClient;

/// Files with the same content: one is kept, the others go to the trash or become further names of it. Asks before
/// either; nothing is done before the library has compared the files.
class CopiesDialog : public QDialog {
    Q_OBJECT
public:
    /// keep: the one that is chosen at first.
    CopiesDialog(LibraryClient& library, std::vector<ModelCopy> copies, const QString& keep, QWidget* parent = nullptr);

private:
    void fillTable(const QString& keep);
    QWidget* buildWork();
    QString noteOf(const ModelCopy& copy) const;
    const ModelCopy& kept() const;
    void updatePlan();
    void ask(const QString& name, const QString& question, const QString& detail, const QString& verb, auto act);
    void askTrash();
    void askJoin();
    void begin();

    LibraryClient& m_library;
    std::vector<ModelCopy> m_copies;
    CopyPlan m_plan;
    QTableWidget* m_table;
    QLabel* m_hint;
    QPushButton* m_trash;
    QPushButton* m_join;
    QWidget* m_work;
    QProgressBar* m_bar;
    bool m_hasFailed = false;
};

}  // namespace segmoe::ui
