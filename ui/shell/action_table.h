// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include <QAction>
#include <QObject>

namespace segmoe::ui {

class Theme;

enum class ActionId {
    FileOpenModel,
    FileOpenFolder,
    FileSavePicture,
    FileQuit,
    EditCopyPicture,
    RenderStart,
    RenderCancel,
    RenderSwapSize,
    RenderFocusPrompt,
    ViewFit,
    ViewActual,
    ViewTable,
    ViewThemeSystem,
    ViewThemeLight,
    ViewThemeDark,
    HelpAbout,
};

/// Every action of the window with its text, icon and key, in one table. The pages connect to what concerns them.
class ActionTable : public QObject {
    Q_OBJECT
public:
    explicit ActionTable(Theme& theme, QObject* parent = nullptr);

    QAction* action(ActionId id) const { return m_actions.at(id); }
    QList<QAction*> all() const;

private:
    std::map<ActionId, QAction*> m_actions;
};

}  // namespace segmoe::ui
