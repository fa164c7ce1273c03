// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/roots_dialog.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"
#include "ui/library/model_text.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPathRole = Qt::UserRole;
constexpr int kForeignRole = Qt::UserRole + 1;

}  // namespace

RootsDialog::RootsDialog(QWidget* parent) : QDialog(parent), m_sentence(new QLabel), m_list(new QListWidget) {
    setObjectName(u"roots_dialog"_s);
    setWindowTitle(tr("Use my own models"));
    setMinimumSize(520, 320);
    m_sentence->setWordWrap(true);
    m_sentence->setText(tr("Looking for folders of other programs…"));
    nameControl(m_list, u"roots_dialog_list"_s, tr("Folders"), tr("Ticked folders are added to the library."));
    m_list->setProperty("role", u"panel"_s);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"roots_dialog_cancel_button"_s);
    auto* add = buttons->addButton(tr("Add folder…"), QDialogButtonBox::ActionRole);
    add->setObjectName(u"roots_dialog_add_button"_s);
    m_scan = buttons->addButton(tr("Scan"), QDialogButtonBox::AcceptRole);
    m_scan->setObjectName(u"roots_dialog_ok_button"_s);
    m_scan->setProperty("role", u"primary"_s);
    m_scan->setEnabled(false);
    auto* note = new QLabel(tr("Files stay where they are. Folders of other programs are only read."));
    note->setProperty("role", u"caption"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_sentence);
    column->addWidget(m_list, 1);
    column->addWidget(note);
    column->addWidget(buttons);
    connect(add, &QPushButton::clicked, this, &RootsDialog::addFolder);
    connect(m_list, &QListWidget::itemChanged, this, &RootsDialog::updateScan);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        QStringList foreign, own;
        for (int row = 0; row < m_list->count(); ++row) {
            const QListWidgetItem* item = m_list->item(row);
            if (item->checkState() != Qt::Checked) continue;
            (item->data(kForeignRole).toBool() ? foreign : own) << item->data(kPathRole).toString();
        }
        Q_EMIT chosen(foreign, own);
        accept();
    });
}

void RootsDialog::setFolders(const std::vector<KnownFolder>& folders, const QStringList& known) {
    int shown = 0;
    for (const KnownFolder& folder : folders) {
        const QString path = pathText(folder.path);
        if (known.contains(path)) continue;
        ++shown;
        addItem(path,
                tr("%1: %n model(s), %2", "program, size", folder.models)
                    .arg(toText(folder.program), byteText(folder.bytes)),
                true, false);
    }
    m_sentence->setText(shown > 0
                            ? tr("Folders of other programs on this computer. Tick what you want to use.")
                            : tr("No folders of other programs were found. Add the folder where your models are."));
}

void RootsDialog::addItem(const QString& path, const QString& text, bool foreign, bool ticked) {
    auto* item = new QListWidgetItem(text + u'\n' + QDir::toNativeSeparators(path));
    item->setData(kPathRole, path);
    item->setData(kForeignRole, foreign);
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
    m_list->addItem(item);
    updateScan();
}

void RootsDialog::addFolder() {
    auto* dialog = new QFileDialog(this, tr("Add a folder of models"));
    dialog->setObjectName(u"roots_folder_dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& folder) { addItem(folder, tr("Your folder"), false, true); });
    dialog->open();
}

void RootsDialog::updateScan() {
    bool any = false;
    for (int row = 0; row < m_list->count(); ++row) any = any || m_list->item(row)->checkState() == Qt::Checked;
    m_scan->setEnabled(any);
}

}  // namespace segmoe::ui
