// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

#include "ui/bridge/turn_queue.h"
#include "ui/shell/setting_rows.h"
#include "ui/shell/studio_context.h"

class QBoxLayout;
class QFrame;
class QGridLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace segmoe::ui {

class HelpButton;

/// All settings, by section; changes apply at once. The find box filters across sections.
class SettingsPage : public QWidget {
    Q_OBJECT
public:
    explicit SettingsPage(StudioContext& context, QWidget* parent = nullptr);

    void showSection(SettingSection section);
    SettingSection section() const;

private:
    struct Row {
        const SettingRow* setting;
        QLabel* label;
        QWidget* control;
        HelpButton* help;
        QLabel* section;  ///< name of its section, shown while searching
    };
    void fillSections();
    QWidget* buildHeader();
    void buildBody(QBoxLayout& body);
    /// Rows up to and with those of a section, in their order.
    void makeRows(int lastSection);
    void addRow(const SettingRow& row, int line);
    void filter();
    void restoreDefaults();

    StudioContext m_context;
    QLineEdit* m_find;
    QPushButton* m_restore;
    QListWidget* m_sections;
    QLabel* m_title;
    QLabel* m_nothing;
    QLabel* m_note;
    QFrame* m_card;
    QGridLayout* m_grid;
    QWidget* m_shortcuts = nullptr;
    QWidget* m_about = nullptr;
    std::vector<Row> m_rows;
    int m_madeSections = 0;  ///< whose rows are there
    TurnQueue m_turns;       ///< the other sections are made when the first is shown, one after another
};

/// "device", "shortcuts"…; General for anything else.
SettingSection sectionFromText(const QString& text);

}  // namespace segmoe::ui
