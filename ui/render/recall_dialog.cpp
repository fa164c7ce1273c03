// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/recall_dialog.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestValue = 300;

QString outcomeText(const RecallRow& row) {
    switch (row.outcome) {
        case RecallRow::Outcome::Applied: return RecallDialog::tr("applied");
        case RecallRow::Outcome::Changed: return RecallDialog::tr("changed to %1").arg(row.result);
        case RecallRow::Outcome::Ignored: return RecallDialog::tr("left out: %1").arg(row.result);
    }
    return {};
}

}  // namespace

RecallDialog::RecallDialog(const Theme& theme, const QString& format, RecallPlan typed, RecallPlan resolved,
                           QWidget* parent)
    : QDialog(parent), m_typed(std::move(typed)), m_resolved(std::move(resolved)) {
    setObjectName(u"recall_dialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Recall settings"));
    resize(640, 460);
    auto* words = new QLabel(format.isEmpty() ? tr("Not everything in this picture can be used as it is.")
                                              : tr("Read as %1. Not everything can be used as it is.").arg(format));
    words->setWordWrap(true);
    words->setObjectName(u"recall_dialog_label"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(words);
    column->addWidget(buildTable(theme), 1);
    if (m_typed.promptsDiffer) column->addWidget(buildPromptChoice());
    column->addWidget(buildButtons());
}

QWidget* RecallDialog::buildTable(const Theme& theme) {
    auto* table = new QTableWidget(static_cast<int>(m_typed.rows.size()), 3);
    nameControl(table, u"recall_dialog_table"_s, tr("Settings of the picture"));
    table->setHorizontalHeaderLabels({tr("Field"), tr("Found"), tr("Result")});
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    for (int i = 0; i < table->rowCount(); ++i) {
        const RecallRow& row = m_typed.rows[static_cast<std::size_t>(i)];
        const QString texts[] = {row.field, row.found.left(kLongestValue), outcomeText(row)};
        for (int cell = 0; cell < 3; ++cell) {
            auto* item = new QTableWidgetItem(texts[cell]);
            item->setToolTip(texts[cell]);
            if (cell == 2 && row.outcome == RecallRow::Outcome::Changed) item->setForeground(theme.tokens().warn);
            if (cell == 2 && row.outcome == RecallRow::Outcome::Ignored) item->setForeground(theme.tokens().error);
            table->setItem(i, cell, item);
        }
    }
    return table;
}

QWidget* RecallDialog::buildPromptChoice() {
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    auto* typed = new QRadioButton(tr("Prompt as it was typed"));
    nameControl(typed, u"recall_dialog_typed_radio"_s, typed->text());
    m_useResolved = new QRadioButton(tr("Prompt as it was rendered"));
    nameControl(m_useResolved, u"recall_dialog_resolved_radio"_s, m_useResolved->text());
    typed->setChecked(true);
    row->addWidget(typed);
    row->addWidget(m_useResolved);
    row->addStretch(1);
    return box;
}

QWidget* RecallDialog::buildButtons() {
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto* apply = new QPushButton(tr("Apply"));
    nameControl(apply, u"recall_dialog_ok_button"_s, apply->text());
    auto* get = new QPushButton(tr("Apply and get missing"));
    nameControl(get, u"recall_dialog_get_button"_s, get->text(), tr("Apply, then look for what is missing."));
    get->setVisible(!m_typed.missing.empty());
    auto* cancel = new QPushButton(tr("Cancel"));
    nameControl(cancel, u"recall_dialog_cancel_button"_s, cancel->text());
    apply->setDefault(true);
    row->addStretch(1);
    row->addWidget(apply);
    row->addWidget(get);
    row->addWidget(cancel);
    connect(apply, &QPushButton::clicked, this, [this] { choose(false); });
    connect(get, &QPushButton::clicked, this, [this] { choose(true); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    return box;
}

void RecallDialog::choose(bool getMissing) {
    Q_EMIT planChosen(m_useResolved && m_useResolved->isChecked() ? m_resolved : m_typed, getMissing);
    accept();
}

}  // namespace segmoe::ui
