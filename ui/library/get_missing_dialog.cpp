// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/get_missing_dialog.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/bridge/error_text.h"
#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

enum Column { Model, Size, Note, Columns };

}  // namespace

GetMissingDialog::GetMissingDialog(DownloadClient& downloads, const QStringList& references, const QStringList& unknown,
                                   QWidget* parent)
    : QDialog(parent),
      m_downloads(downloads),
      m_references(references),
      m_table(new QTableWidget(0, Columns)),
      m_sum(new QLabel),
      m_get(new QPushButton) {
    setObjectName(u"get_missing_dialog"_s);
    setWindowTitle(tr("Get missing models"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* heading = new QLabel(tr("These models are not on this computer."));
    heading->setProperty("role", u"heading"_s);
    nameControl(m_table, u"get_missing_table"_s, tr("Missing models"));
    m_table->setHorizontalHeaderLabels({tr("Model"), tr("Download"), tr("Note")});
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setShowGrid(false);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->horizontalHeader()->setSectionResizeMode(Model, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(Size, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(Note, QHeaderView::Stretch);
    m_sum->setObjectName(u"get_missing_sum_label"_s);
    m_sum->setProperty("role", u"secondary"_s);
    nameControl(m_get, u"get_missing_ok_button"_s, tr("Get all"));
    m_get->setProperty("role", u"primary"_s);
    m_get->setDefault(true);
    auto* cancel = new QPushButton(tr("Cancel"));
    nameControl(cancel, u"get_missing_cancel_button"_s, tr("Cancel"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_sum, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_get);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(heading);
    column->addWidget(m_table, 1);
    column->addLayout(buttons);
    resize(680, 340);
    for (const QString& reference : references) addRow(reference, u"…"_s, tr("Asking the hub…"));
    for (const QString& name : unknown) addRow(name, {}, tr("Nothing says where it can be fetched."));
    connect(&downloads, &DownloadClient::planned, this, &GetMissingDialog::takePlan);
    connect(&downloads, &DownloadClient::planRefused, this, &GetMissingDialog::takeRefusal);
    connect(m_get, &QPushButton::clicked, this, &GetMissingDialog::getAll);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    updateSum();
    for (const QString& reference : references) downloads.plan(reference);
}

void GetMissingDialog::addRow(const QString& name, const QString& size, const QString& note) {
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    int column = 0;
    for (const QString& text : {name, size, note}) {
        auto* item = new QTableWidgetItem(text);
        item->setToolTip(text);
        m_table->setItem(row, column++, item);
    }
    m_table->item(row, Size)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

int GetMissingDialog::rowOf(const QString& reference) const {
    return static_cast<int>(m_references.indexOf(reference));
}

void GetMissingDialog::takePlan(const QString& reference, const HubFetch& plan) {
    const int row = rowOf(reference);
    if (row < 0) return;
    m_bytes[reference] = plan.missingBytes;
    m_table->item(row, Size)->setText(byteText(static_cast<std::int64_t>(plan.missingBytes)));
    QStringList notes;
    if (plan.missingBytes < plan.bytes)
        notes << tr("%1 are here already").arg(byteText(static_cast<std::int64_t>(plan.bytes - plan.missingBytes)));
    if (!plan.license.empty()) notes << tr("Licence: %1").arg(licenceName(plan.license));
    m_table->item(row, Note)->setText(notes.join(u" · "_s));
    if (!plan.license.empty()) notes.last() = tr("Licence: %1").arg(licenceLines(plan.license).join(u", "_s));
    m_table->item(row, Note)->setToolTip(notes.join(u'\n'));
    updateSum();
}

void GetMissingDialog::takeRefusal(const QString& reference, const Failure& failure) {
    const int row = rowOf(reference);
    if (row < 0) return;
    m_refused[reference] = true;
    m_table->item(row, Size)->setText({});
    m_table->item(row, Note)->setText(errorText(failure.code).sentence);
    m_table->item(row, Note)->setToolTip(toText(failure.message));
    updateSum();
}

void GetMissingDialog::updateSum() {
    quint64 bytes = 0;
    for (const auto& [reference, size] : m_bytes) bytes += size;
    const bool isAsking = m_bytes.size() + m_refused.size() < static_cast<std::size_t>(m_references.size());
    const QString size = byteText(static_cast<std::int64_t>(bytes));
    m_sum->setText(m_references.isEmpty() ? QString()
                   : isAsking             ? tr("Asking the hubs…")
                                          : tr("Together %1").arg(size));
    // A model that needs a login is fetched as well: its row in the list has the remedy.
    m_get->setEnabled(!m_references.isEmpty());
    m_get->setText(isAsking || bytes == 0 ? tr("Get all") : tr("Get %1").arg(size));
}

void GetMissingDialog::getAll() {
    for (const QString& reference : m_references) m_downloads.get(reference);
    Q_EMIT gotten(m_references);
    QDialog::accept();
}

}  // namespace segmoe::ui
