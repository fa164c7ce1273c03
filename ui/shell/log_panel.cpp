// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/log_panel.h"

#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QUrl>

#include "ui/bridge/file_writer.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

LogPanel::LogPanel(Theme& theme, LogStore& log, QWidget* parent)
    : QWidget(parent), m_log(log), m_level(new QComboBox), m_text(new QPlainTextEdit) {
    setObjectName(u"log_panel"_s);
    nameControl(m_level, u"log_level_combo"_s, tr("Show from level"));
    m_level->addItems({tr("Everything"), tr("Information"), tr("Warnings"), tr("Errors")});
    m_level->setCurrentIndex(static_cast<int>(LogLevel::Info));
    nameControl(m_text, u"log_text_edit"_s, tr("Log"));
    m_text->setReadOnly(true);
    m_text->setMaximumBlockCount(5000);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setTabChangesFocus(true);
    const auto button = [&](const QString& name, const QString& text, const QString& icon, auto&& act) {
        auto* made = new QPushButton(text);
        nameControl(made, name, text);
        theme.bindIcon(made, icon);
        connect(made, &QPushButton::clicked, this, act);
        return made;
    };
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_level);
    row->addStretch(1);
    row->addWidget(button(u"log_copy_button"_s, tr("Copy"), u"copy"_s,
                          [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); }));
    row->addWidget(button(u"log_save_button"_s, tr("Save as…"), u"save"_s, [this] { save(); }));
    row->addWidget(button(u"log_folder_button"_s, tr("Open folder"), u"folder"_s,
                          [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_log.folder())); }));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_text, 1);
    connect(m_level, &QComboBox::currentIndexChanged, this, &LogPanel::refill);
    connect(&log, &LogStore::added, this, &LogPanel::append);
    refill();
}

void LogPanel::append(const LogLine& line) {
    if (static_cast<int>(line.level) >= m_level->currentIndex()) m_text->appendPlainText(logText(line));
}

void LogPanel::refill() {
    QStringList shown;
    for (const LogLine& line : m_log.lines())
        if (static_cast<int>(line.level) >= m_level->currentIndex()) shown << logText(line);
    m_text->setPlainText(shown.join(u'\n'));
}

void LogPanel::save() {
    auto* dialog = new QFileDialog(window(), tr("Save log as"), u"segmoe-studio.log"_s, tr("Text files (*.log *.txt)"));
    dialog->setObjectName(u"save_log_dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { saveTo(file); });
    dialog->open();
}

void LogPanel::saveTo(const QString& file) {
    const auto tell = [this, file](const QString& error) {
        const QString place = QDir::toNativeSeparators(file);
        if (error.isEmpty())
            Q_EMIT message(tr("The log was saved as %1.").arg(place));
        else
            Q_EMIT failed(tr("The log could not be saved as %1: %2").arg(place, error));
    };
    writeLater(
        this, file, [text = m_text->toPlainText()] { return text.toUtf8() + '\n'; }, tell);
}

}  // namespace segmoe::ui
