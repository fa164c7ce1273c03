// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/save_mixture_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStorageInfo>
#include <QVBoxLayout>

#include "ui/bridge/error_text.h"
#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"
#include "ui/mix/notice_bar.h"
#include "ui/mix/source_info.h"
#include "ui/widgets/dialog_height.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

QString previewProblem(const SavedPreview& preview) {
    switch (preview.outcome) {
        case SavedPreview::Outcome::Cancelled:
            return SaveMixtureDialog::tr("The preview image was cancelled; the mixture is whole.");
        case SavedPreview::Outcome::Failed:
            return SaveMixtureDialog::tr("The mixture is whole, but it has no preview image. %1")
                .arg(toText(preview.failure.message));
        default: return {};
    }
}

SaveMixtureDialog::SaveMixtureDialog(const Facts& facts, QWidget* parent)
    : QDialog(parent),
      m_facts(facts),
      m_format(new QComboBox),
      m_precision(new QComboBox),
      m_folder(new QLineEdit(facts.folder)),
      m_browse(new QPushButton(tr("Choose…"))),
      m_name(new QLineEdit(toText(facts.build.recipe.name))),
      m_recipe(new QCheckBox(tr("Also save the recipe .yaml"))),
      m_preview(new QCheckBox),
      m_previewNote(new QLabel),
      m_size(new QLabel),
      m_notes(new QLabel),
      m_problem(new QLabel),
      m_failure(new NoticeBar(u"save_mixture_dialog_failure"_s)),
      m_progress(new QProgressBar),
      m_save(new QPushButton(tr("Save"))),
      m_cancel(new QPushButton(tr("Cancel"))) {
    setObjectName(u"save_mixture_dialog"_s);
    setWindowTitle(tr("Save mixture"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(520, 0);
    m_format->addItem(tr("Diffusers folder, SegMoE layout"), int(ModelFormat::Diffusers));
    m_format->addItem(tr("Single .safetensors with recipe inside"), int(ModelFormat::SingleFile));
    nameControl(m_format, u"save_mixture_dialog_format_combo"_s, tr("Format"));
    m_precision->addItem(tr("As the models are"));
    m_precision->addItem(u"fp16"_s, int(DType::F16));
    m_precision->addItem(u"bf16"_s, int(DType::BF16));
    m_precision->addItem(u"fp32"_s, int(DType::F32));
    nameControl(m_precision, u"save_mixture_dialog_precision_combo"_s, tr("Precision"));
    nameControl(m_folder, u"save_mixture_dialog_folder_edit"_s, tr("Folder"));
    nameControl(m_browse, u"save_mixture_dialog_folder_button"_s, tr("Choose folder"));
    nameControl(m_name, u"save_mixture_dialog_name_edit"_s, tr("Name"));
    nameControl(m_recipe, u"save_mixture_dialog_recipe_check"_s, m_recipe->text());
    m_recipe->setChecked(true);
    nameControl(m_preview, u"save_mixture_dialog_preview_check"_s, tr("Write preview image"));
    m_previewNote->setProperty("role", u"caption"_s);
    m_previewNote->setObjectName(u"save_mixture_dialog_preview_label"_s);
    for (QLabel* label : {m_size, m_notes, m_problem, m_previewNote}) label->setWordWrap(true);
    m_size->setObjectName(u"save_mixture_dialog_size_label"_s);
    m_notes->setProperty("role", u"caption"_s);
    m_notes->setObjectName(u"save_mixture_dialog_notes_label"_s);
    m_problem->setProperty("role", u"problem"_s);
    m_problem->setObjectName(u"save_mixture_dialog_problem_label"_s);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1000);
    m_progress->hide();
    m_save->setProperty("role", u"primary"_s);
    nameControl(m_save, u"save_mixture_dialog_ok_button"_s, tr("Save"));
    nameControl(m_cancel, u"save_mixture_dialog_cancel_button"_s, tr("Cancel"));

    auto* form = new QFormLayout;
    form->setSpacing(8);
    form->addRow(tr("Format"), m_format);
    form->addRow(tr("Precision"), m_precision);
    auto* folder = new QHBoxLayout;
    folder->addWidget(m_folder, 1);
    folder->addWidget(m_browse);
    form->addRow(tr("Folder"), folder);
    form->addRow(tr("Name"), m_name);
    form->addRow(QString(), m_recipe);
    form->addRow(QString(), m_preview);
    form->addRow(QString(), m_previewNote);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(10);
    column->addLayout(form);
    column->addWidget(m_size);
    column->addWidget(m_notes);
    column->addWidget(m_problem);
    column->addWidget(m_failure);
    column->addWidget(m_progress);
    column->addLayout(buttons);
    connectAll();
    refresh();
}

void SaveMixtureDialog::connectAll() {
    connect(m_format, &QComboBox::currentIndexChanged, this, &SaveMixtureDialog::refresh);
    connect(m_preview, &QCheckBox::toggled, this, &SaveMixtureDialog::refresh);
    connect(m_precision, &QComboBox::currentIndexChanged, this, &SaveMixtureDialog::refresh);
    connect(m_folder, &QLineEdit::textChanged, this, &SaveMixtureDialog::refresh);
    connect(m_name, &QLineEdit::textChanged, this, &SaveMixtureDialog::refresh);
    connect(m_browse, &QPushButton::clicked, this, &SaveMixtureDialog::chooseFolder);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_isRunning) return Q_EMIT cancelWanted();
        reject();
    });
    connect(m_save, &QPushButton::clicked, this, [this] {
        SaveMixtureRequest request;
        request.build = m_facts.build;
        request.output = toPath(target());
        request.format = static_cast<ModelFormat>(m_format->currentData().toInt());
        if (const QVariant type = m_precision->currentData(); type.isValid())
            request.dtype = static_cast<DType>(type.toInt());
        if (m_preview->isChecked()) request.preview = m_facts.preview;
        m_failure->say({});
        setRunning(true);
        Q_EMIT saveWanted(request, m_recipe->isChecked());
    });
}

QString SaveMixtureDialog::target() const {
    const bool isFile = m_format->currentData().toInt() == int(ModelFormat::SingleFile);
    return QDir(m_folder->text()).filePath(m_name->text().trimmed() + (isFile ? u".safetensors"_s : QString()));
}

std::int64_t SaveMixtureDialog::bytes() const {
    if (m_facts.bytes < 0) return -1;
    const QVariant type = m_precision->currentData();
    if (!type.isValid()) return m_facts.bytes;
    const bool isHalf = type.toInt() != int(DType::F32);
    if (isHalf == m_facts.isHalf) return m_facts.bytes;
    return isHalf ? m_facts.bytes / 2 : m_facts.bytes * 2;
}

void SaveMixtureDialog::refresh() {
    const QStorageInfo volume(m_folder->text());
    const std::int64_t need = bytes(), free = volume.isValid() ? volume.bytesAvailable() : -1;
    QString size = need < 0 ? tr("The size is not known yet.") : tr("About %1.").arg(byteText(need));
    if (need >= 0 && free >= 0)
        size +=
            u' ' + tr("Free now %1, after %2.").arg(byteText(free), byteText(std::max<std::int64_t>(0, free - need)));
    m_size->setText(size);
    refreshPreview();
    QStringList notes = {m_facts.incompatible.isEmpty()
                             ? tr("The original program can open the result.")
                             : tr("Only SegMoE Studio can open the result: %1.").arg(m_facts.incompatible)};
    if (!m_facts.licence.isEmpty()) notes << m_facts.licence;
    m_notes->setText(notes.join(u'\n'));
    QString problem;
    if (m_name->text().trimmed().isEmpty()) problem = tr("Give it a name.");
    if (!QFileInfo(m_folder->text()).isDir())
        problem = tr("The folder is not there.");
    else if (QFileInfo::exists(target()))
        problem = tr("There is already something of this name in the folder.");
    else if (need >= 0 && free >= 0 && need > free)
        problem = tr("There is not enough space: %1 needed, %2 free.").arg(byteText(need), byteText(free));
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_save->setEnabled(problem.isEmpty() && !m_isRunning);
    m_save->setToolTip(problem);
    if (isVisible()) growToTexts(*this);
}

void SaveMixtureDialog::refreshPreview() {
    const bool isFile = m_format->currentData().toInt() == int(ModelFormat::SingleFile);
    m_preview->setText(isFile ? tr("Write preview image beside the file") : tr("Write preview image into the folder"));
    QString note;
    if (m_facts.preview.made)
        note = tr("The last picture that this mixture made.");
    else if (m_facts.preview.prompt.empty())
        note = tr("One picture is rendered after saving, without a prompt.");
    else
        note = tr("One picture is rendered after saving: “%1”").arg(toText(m_facts.preview.prompt));
    m_previewNote->setText(note);
    m_previewNote->setVisible(m_preview->isChecked());
}

void SaveMixtureDialog::chooseFolder() {
    auto* dialog = new QFileDialog(this, tr("Save mixture in"), m_folder->text());
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
    dialog->open();
}

void SaveMixtureDialog::setRunning(bool running) {
    m_isRunning = running;
    m_progress->setVisible(running);
    for (QWidget* field :
         std::initializer_list<QWidget*>{m_format, m_precision, m_folder, m_browse, m_name, m_recipe, m_preview})
        field->setEnabled(!running);
    m_save->setEnabled(!running);
    if (running) m_progress->setRange(0, 0);
}

void SaveMixtureDialog::showProgress(double fraction, const QString& text) {
    m_progress->setRange(0, fraction < 0.0 ? 0 : 1000);
    if (fraction >= 0.0) m_progress->setValue(qRound(fraction * 1000.0));
    m_size->setText(text);
}

void SaveMixtureDialog::showSaved(const MixReport& report) {
    setRunning(false);
    m_save->hide();
    m_cancel->setText(tr("Close"));
    m_problem->setText(previewProblem(report.preview));
    m_problem->setVisible(!m_problem->text().isEmpty());
    m_size->setText(tr("Saved %1 in %2.").arg(byteText(report.bytesWritten), pathText(report.output)));
    if (isVisible()) growToTexts(*this);
}

void SaveMixtureDialog::showStopped() {
    setRunning(false);
    refresh();
}

void SaveMixtureDialog::showFailure(const Failure& failure, const std::vector<NoticeAct>& remedies) {
    showStopped();
    std::vector<NoticeAct> acts;
    const bool isFolders = failure.code == ErrorCode::DiskFull || failure.code == ErrorCode::NotWritable ||
                           failure.code == ErrorCode::FolderMissing || failure.code == ErrorCode::FileTooBigForDisk;
    if (isFolders) {
        acts = {{tr("Choose another folder…"), [this] { chooseFolder(); }}};
    } else if (!remedies.empty() && errorText(failure.code).remedy != Remedy::Retry) {
        // What helps lies on the page or elsewhere; trying again is the button below.
        acts = {{remedies.front().label, [this, act = remedies.front().act] {
                     reject();
                     act();
                 }}};
    }
    m_failure->complain(toText(failure.message), acts, failure);
    if (isVisible()) growToTexts(*this);
}

}  // namespace segmoe::ui
