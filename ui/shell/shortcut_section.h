// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QKeySequence>
#include <QWidget>

#include "ui/shell/action_id.h"
#include "ui/shell/studio_context.h"

class QComboBox;
class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QTreeView;

namespace segmoe::ui {

class ShortcutModel;

/// Settings, Shortcuts: the table of keys with an editor for the chosen action. A key that is taken says by what and
/// offers to move it.
class ShortcutSection : public QWidget {
    Q_OBJECT
public:
    explicit ShortcutSection(StudioContext& context, QWidget* parent = nullptr);

    void choose(ActionId id);
    /// What the editor does with a key that was pressed.
    void offer(const QKeySequence& key);

private:
    QWidget* buildEditor();
    QWidget* buildConflict();
    std::optional<ActionId> current() const;
    void showCurrent();
    void store(ActionId id, const QList<QKeySequence>& keys);
    void restoreCurrent();
    void reassign();

    StudioContext m_context;
    ShortcutModel* m_model;
    QTreeView* m_table;
    QComboBox* m_preset;
    QKeySequenceEdit* m_edit;
    QLabel* m_name;
    QWidget* m_conflict;
    QLabel* m_conflictText;
    QKeySequence m_wanted;
};

}  // namespace segmoe::ui
