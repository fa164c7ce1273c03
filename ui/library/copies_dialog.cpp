// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/copies_dialog.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/bridge/library_client.h"
#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

enum CopyColumn { CopyFile, CopyFolder, CopyRoom, CopyColumns };

constexpr int kBarSteps = 1000;

QStringList textsOf(const std::vector<std::filesystem::path>& files) {
    QStringList texts;
    for (const std::filesystem::path& file : files) texts << pathText(file);
    return texts;
}

}  // namespace

CopiesDialog::CopiesDialog(LibraryClient& library, std::vector<ModelCopy> copies, const QString& keep, QWidget* parent)
    : QDialog(parent),
      m_library(library),
      m_copies(std::move(copies)),
      m_table(new QTableWidget(0, CopyColumns)),
      m_hint(new QLabel),
      m_trash(new QPushButton),
      m_join(new QPushButton) {
    setObjectName(u"copies_dialog"_s);
    setWindowTitle(tr("Copies of a model"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(760, 380);
    auto* heading = new QLabel(tr("%n file(s) hold the same", "", static_cast<int>(m_copies.size())));
    heading->setProperty("role", u"heading"_s);
    auto* lead = new QLabel(tr("Choose the one to keep as it is."));
    lead->setProperty("role", u"secondary"_s);
    m_hint->setObjectName(u"copies_dialog_hint_label"_s);
    m_hint->setProperty("role", u"secondary"_s);
    m_hint->setWordWrap(true);
    nameControl(m_table, u"copies_dialog_table"_s, tr("Files with the same content"));
    nameControl(m_trash, u"copies_dialog_trash_button"_s, tr("Keep one, trash the others"));
    nameControl(m_join, u"copies_dialog_join_button"_s, tr("Join copies"));
    auto* close = new QPushButton(tr("Close"));
    nameControl(close, u"copies_dialog_cancel_button"_s, tr("Close"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_trash);
    buttons->addWidget(m_join);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(heading);
    column->addWidget(lead);
    column->addWidget(m_table, 1);
    column->addWidget(m_hint);
    column->addWidget(buildWork());
    column->addLayout(buttons);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &CopiesDialog::updatePlan);
    fillTable(keep);
    connect(m_trash, &QPushButton::clicked, this, &CopiesDialog::askTrash);
    connect(m_join, &QPushButton::clicked, this, &CopiesDialog::askJoin);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(this, &QDialog::rejected, this, [this] {
        if (!m_work->isHidden()) m_library.stopFileWork();
    });
}

QWidget* CopiesDialog::buildWork() {
    m_work = new QWidget;
    m_bar = new QProgressBar;
    m_bar->setObjectName(u"copies_dialog_bar"_s);
    m_bar->setAccessibleName(tr("Comparing the files"));
    m_bar->setRange(0, kBarSteps);
    m_bar->setFormat(tr("Comparing the files, %p %"));
    auto* stop = new QPushButton(tr("Stop"));
    nameControl(stop, u"copies_dialog_stop_button"_s, tr("Stop"), tr("What is done stays done."));
    auto* row = new QHBoxLayout(m_work);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_bar, 1);
    row->addWidget(stop);
    m_work->hide();
    connect(stop, &QPushButton::clicked, this, [this] { m_library.stopFileWork(); });
    connect(&m_library, &LibraryClient::fileWorkProgressed, m_bar,
            [this](double fraction) { m_bar->setValue(static_cast<int>(fraction * kBarSteps)); });
    connect(&m_library, &LibraryClient::failed, this, [this](const QString&, const Failure& failure) {
        if (m_work->isHidden()) return;
        m_hasFailed = true;
        m_hint->setText(toText(failure.message));
    });
    connect(&m_library, &LibraryClient::fileWorkEnded, this, [this] {
        if (m_work->isHidden()) return;
        m_work->hide();
        if (m_hasFailed)
            m_table->setEnabled(true);  // its sentence stays to be read
        else
            accept();
    });
    return m_work;
}

void CopiesDialog::fillTable(const QString& keep) {
    m_table->setHorizontalHeaderLabels({tr("File"), tr("Folder"), tr("Room")});
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->horizontalHeader()->setSectionResizeMode(CopyFile, QHeaderView::Interactive);
    m_table->horizontalHeader()->resizeSection(CopyFile, 220);
    m_table->horizontalHeader()->setSectionResizeMode(CopyFolder, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(CopyRoom, QHeaderView::ResizeToContents);
    m_table->setRowCount(static_cast<int>(m_copies.size()));
    int chosen = 0;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const ModelCopy& copy = m_copies[static_cast<std::size_t>(row)];
        if (pathText(copy.path) == keep) chosen = row;
        int column = 0;
        for (const QString& text : {pathText(copy.path.filename()),
                                    QDir::toNativeSeparators(pathText(copy.path.parent_path())), noteOf(copy)}) {
            auto* item = new QTableWidgetItem(text);
            item->setToolTip(column == CopyRoom ? text : QDir::toNativeSeparators(pathText(copy.path)));
            m_table->setItem(row, column++, item);
        }
    }
    m_table->setCurrentCell(chosen, CopyFile);
    updatePlan();
}

QString CopiesDialog::noteOf(const ModelCopy& copy) const {
    switch (copy.place) {
        case ModelCopy::Place::HubCache: return tr("Hugging Face cache, left alone");
        case ModelCopy::Place::ReadOnly: return tr("another program's folder, left alone");
        case ModelCopy::Place::Link: return tr("a link, takes no room");
        case ModelCopy::Place::Own: break;
    }
    for (const ModelCopy& other : m_copies)
        if (other.path != copy.path && other.device == copy.device && other.inode == copy.inode)
            return tr("shares its room with another");
    return byteText(copy.bytes);
}

const ModelCopy& CopiesDialog::kept() const {
    return m_copies[static_cast<std::size_t>(std::max(0, m_table->currentRow()))];
}

void CopiesDialog::updatePlan() {
    m_plan = planCopies(m_copies, kept().path);
    const int trash = static_cast<int>(m_plan.trash.size());
    m_trash->setText(trash > 0 ? tr("Keep one, trash %n", "", trash) : tr("Keep one"));
    m_trash->setEnabled(trash > 0);
    m_join->setText(m_plan.join.empty() ? tr("Join copies")
                                        : tr("Join copies, frees %1").arg(byteText(m_plan.joinBytes)));
    m_join->setEnabled(!m_plan.join.empty());
    const QString one = tr("Joined copies stay where they are and are on the disk once.");
    m_hint->setText(
        m_plan.join.empty() ? tr("Only files in your own folders and on one disk can be joined. %1").arg(one) : one);
}

void CopiesDialog::ask(const QString& name, const QString& question, const QString& detail, const QString& verb,
                       auto act) {
    auto* box = new QMessageBox(QMessageBox::Question, windowTitle(), question, QMessageBox::NoButton, this);
    box->setObjectName(name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(detail);
    QPushButton* go = box->addButton(verb, QMessageBox::AcceptRole);
    go->setObjectName(name + u"_ok_button"_s);
    box->addButton(QMessageBox::Cancel)->setObjectName(name + u"_cancel_button"_s);
    connect(go, &QPushButton::clicked, this, [this, act] {
        begin();
        act();
    });
    box->open();
}

void CopiesDialog::begin() {
    m_hasFailed = false;
    m_bar->setValue(0);
    m_work->show();
    m_table->setEnabled(false);
    m_trash->setEnabled(false);
    m_join->setEnabled(false);
}

void CopiesDialog::askTrash() {
    const QString keep = pathText(kept().path);
    const QStringList files = textsOf(m_plan.trash);
    QStringList native;
    for (const QString& file : files) native << QDir::toNativeSeparators(file);
    ask(u"copies_trash_dialog"_s,
        tr("Keep “%1” and move %n other file(s) to the trash?", "", static_cast<int>(files.size()))
            .arg(QDir::toNativeSeparators(keep)),
        tr("They are compared with it first. Recipes that name them will miss them:\n%1").arg(native.join(u'\n')),
        tr("Move to trash"), [this, keep, files] { m_library.trashCopies(keep, files); });
}

void CopiesDialog::askJoin() {
    const QString keep = pathText(kept().path);
    const QStringList files = textsOf(m_plan.join);
    ask(u"copies_join_dialog"_s,
        tr("Join %n file(s) with “%1”?", "", static_cast<int>(files.size())).arg(QFileInfo(keep).fileName()),
        tr("Every file keeps its name and place; all are one file on the disk then, with the date and permissions of "
           "the one that is kept. Writing into one would change them all. They are compared byte by byte first. %1 "
           "become free.")
            .arg(byteText(m_plan.joinBytes)),
        tr("Join copies"), [this, keep, files] { m_library.joinCopies(keep, files); });
}

}  // namespace segmoe::ui
