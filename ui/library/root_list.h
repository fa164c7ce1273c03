// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

#include "core/engine/model_library.h"

class QListWidget;
class QListWidgetItem;
class QToolButton;

namespace segmoe::ui {

class Theme;

/// The folders of the library with their ticks, sizes and states; takes folders that are dropped on it.
class RootList : public QWidget {
    Q_OBJECT
public:
    explicit RootList(Theme& theme, QWidget* parent = nullptr);

    void setRoots(const std::vector<LibraryRoot>& roots);
    QString current() const;
    QStringList folders() const;

Q_SIGNALS:
    void addWanted();
    void dropped(const QStringList& folders);
    void enabledChanged(const QString& folder, bool enabled);
    void rescanWanted(const QString& folder);
    void removeWanted(const QString& folder);
    void showWanted(const QString& folder);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildMenu();
    void itemChanged(QListWidgetItem* item);

    QListWidget* m_list;
    QToolButton* m_menu;
    bool m_filling = false;
};

}  // namespace segmoe::ui
