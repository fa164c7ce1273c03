// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "ui/shell/action_id.h"

namespace segmoe::ui {

class ActionTable;

/// Ctrl+K: every action by name; Enter runs it, also one of another page.
class CommandDialog : public QDialog {
    Q_OBJECT
public:
    explicit CommandDialog(ActionTable& actions, QWidget* parent);

Q_SIGNALS:
    void chosen(segmoe::ui::ActionId id);
};

/// Ctrl+/ and F1: what the page is for, and the keys.
class ShortcutsDialog : public QDialog {
    Q_OBJECT
public:
    ShortcutsDialog(ActionTable& actions, PageId page, QWidget* parent);

Q_SIGNALS:
    void editWanted();
};

}  // namespace segmoe::ui
