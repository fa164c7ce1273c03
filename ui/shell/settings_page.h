// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

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
    void addRow(QGridLayout& grid, const SettingRow& row, int line);
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
    QWidget* m_shortcuts;
    QWidget* m_about;
    std::vector<Row> m_rows;
};

/// "device", "shortcuts"…; General for anything else.
SettingSection sectionFromText(const QString& text);

}  // namespace segmoe::ui
