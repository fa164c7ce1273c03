// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/model_picker_dialog.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/mix/source_delegate.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

ModelPickerDialog::ModelPickerDialog(Theme& theme, ModelCatalog& catalog, For purpose, const QStringList& sources,
                                     const QString& base, QWidget* parent)
    : QDialog(parent),
      m_model(new SourceModel(catalog, this)),
      m_filter(new SourceFilter(this)),
      m_find(new QLineEdit),
      m_view(new QListView),
      m_reason(new QLabel),
      m_fitMatters(purpose != For::Base) {
    setObjectName(u"model_picker_dialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(purpose == For::Base   ? tr("Choose base")
                   : purpose == For::Lora ? tr("Choose LoRA")
                                          : tr("Choose expert"));
    resize(460, 520);
    m_filter->setSourceModel(m_model);
    m_filter->setKind(purpose == For::Lora ? SourceFilter::Loras : SourceFilter::Checkpoints);
    m_model->setBase(m_fitMatters ? base : QString());
    m_model->setSources(sources);
    m_find->setPlaceholderText(tr("Find models"));
    m_find->setClearButtonEnabled(true);
    nameControl(m_find, u"model_picker_dialog_find_edit"_s, tr("Find models"));
    m_view->setModel(m_filter);
    m_view->setItemDelegate(new SourceDelegate(theme, m_view));
    m_view->setMouseTracking(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setSelectionMode(purpose == For::Base ? QAbstractItemView::SingleSelection
                                                  : QAbstractItemView::ExtendedSelection);
    nameControl(m_view, u"model_picker_dialog_list"_s, tr("Models"));
    m_reason->setWordWrap(true);
    m_reason->setProperty("role", u"problem"_s);
    m_reason->setObjectName(u"model_picker_dialog_reason_label"_s);
    auto* buttons = new QDialogButtonBox;
    auto* file = buttons->addButton(tr("File…"), QDialogButtonBox::ActionRole);
    nameControl(file, u"model_picker_dialog_file_button"_s, tr("Choose a file"));
    auto* folder = buttons->addButton(tr("Folder…"), QDialogButtonBox::ActionRole);
    nameControl(folder, u"model_picker_dialog_folder_button"_s, tr("Choose a folder"));
    folder->setVisible(purpose != For::Lora);
    m_ok = buttons->addButton(purpose == For::Base ? tr("Set as base") : tr("Add"), QDialogButtonBox::AcceptRole);
    m_ok->setDefault(true);
    nameControl(m_ok, u"model_picker_dialog_ok_button"_s, m_ok->text());
    auto* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    nameControl(cancel, u"model_picker_dialog_cancel_button"_s, tr("Cancel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(m_find);
    column->addWidget(m_view, 1);
    column->addWidget(m_reason);
    column->addWidget(buttons);
    connect(m_find, &QLineEdit::textChanged, m_filter, &SourceFilter::setText);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ModelPickerDialog::updateButton);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this] {
        m_filter->invalidate();
        updateButton();
    });
    connect(m_view, &QListView::doubleClicked, this, &ModelPickerDialog::choose);
    connect(m_ok, &QPushButton::clicked, this, &ModelPickerDialog::choose);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(file, &QPushButton::clicked, this, &ModelPickerDialog::openFile);
    connect(folder, &QPushButton::clicked, this, &ModelPickerDialog::openFolder);
    m_view->setCurrentIndex(m_filter->index(0, 0));
    updateButton();
}

void ModelPickerDialog::updateButton() {
    const QModelIndexList rows = m_view->selectionModel()->selectedIndexes();
    bool isPossible = !rows.isEmpty();
    QString reason;
    for (const QModelIndex& row : rows) {
        if (row.data(SourceModel::FitsRole).toBool()) continue;
        isPossible = false;
        reason = row.data(SourceModel::ReasonRole).toString();
    }
    m_ok->setEnabled(isPossible);
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
}

void ModelPickerDialog::choose() {
    if (!m_ok->isEnabled()) return;
    QStringList sources;
    for (const QModelIndex& row : m_view->selectionModel()->selectedIndexes())
        sources << row.data(SourceModel::RefRole).toString();
    Q_EMIT chosen(sources);
    accept();
}

void ModelPickerDialog::openFile() {
    auto* dialog = new QFileDialog(this, tr("Choose a model file"), {}, tr("Models (*.safetensors)"));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& files) {
        Q_EMIT chosen(files);
        accept();
    });
    dialog->open();
}

void ModelPickerDialog::openFolder() {
    auto* dialog = new QFileDialog(this, tr("Choose a model folder"));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        Q_EMIT chosen({folder});
        accept();
    });
    dialog->open();
}

}  // namespace segmoe::ui
