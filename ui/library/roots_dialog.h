// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QDialog>
#include <QStringList>

#include "core/engine/model_library.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace segmoe::ui {

/// "Use my own models": folders of other programs that were found on this machine, to be ticked, and any other folder.
class RootsDialog : public QDialog {
    Q_OBJECT
public:
    explicit RootsDialog(QWidget* parent = nullptr);

    /// What was found; until then the dialog says that it is looking. known: folders that are in the library already.
    void setFolders(const std::vector<KnownFolder>& folders, const QStringList& known);

Q_SIGNALS:
    /// foreign: another program's folders; own: those the user has added here.
    void chosen(const QStringList& foreign, const QStringList& own);

private:
    void addFolder();
    void addItem(const QString& path, const QString& text, bool foreign, bool ticked);
    void updateScan();

    QLabel* m_sentence;
    QListWidget* m_list;
    QPushButton* m_scan;
};

}  // namespace segmoe::ui
