// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// MixPage: saving the whole mixture, and publishing what was saved.
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include "ui/bridge/qt_convert.h"
#include "ui/mix/licence_panel.h"
#include "ui/mix/mix_costs.h"
#include "ui/mix/mix_page.h"
#include "ui/mix/save_mixture_dialog.h"
#include "ui/shell/navigator.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

void MixPage::saveMixture() { openSaveMixture(false); }

void MixPage::openSaveMixture(bool toPublish) {
    if (hasErrors(m_shownChecks)) return showHint(m_shownChecks.front().sentence, true);
    const SourceInfo& base = m_catalog.info(toText(m_document.state().head.base));
    const MixRecipe recipe = m_document.recipe();
    SaveMixtureDialog::Facts facts{buildRequest(),
                                   savedBytes(recipe, m_catalog.infos()),
                                   base.facts.dtype == "fp16" || base.facts.dtype == "bf16",
                                   LicencePanel::rollUp(recipe, m_catalog.infos()),
                                   incompatibleReason(m_document.state(), base.facts.blocks),
                                   m_saveFolder,
                                   m_previews.wishFor(buildRequest().recipe)};
    m_publishesSaved = toPublish;
    m_saving = recipe;
    m_saveDialog = new SaveMixtureDialog(facts, this);
    connect(m_saveDialog, &SaveMixtureDialog::saveWanted, this,
            [this](const SaveMixtureRequest& request, bool alsoRecipe) {
                m_jobs.save(request, tr("Save %1").arg(toText(request.build.recipe.name)));
                if (!alsoRecipe) return;
                QString file = pathText(request.output);
                if (file.endsWith(u".safetensors"_s)) file.chop(12);
                m_files.exportTo(file + u".yaml"_s);
            });
    connect(m_saveDialog, &SaveMixtureDialog::cancelWanted, &m_jobs, &MixJobs::cancelSave);
    m_saveDialog->open();
}

void MixPage::noteSaved(const MixReport& report) {
    const QString output = pathText(report.output);
    const bool publishes = m_publishesSaved;
    m_publishesSaved = false;
    if (!QFileInfo(output).isDir()) {
        // One file is saved as quickly, but has no place for a card and no layout that other programs open.
        if (publishes) showHint(tr("Only a folder can be published. Save the mixture as a folder."), true);
        return;
    }
    m_savedMixture = m_saving;
    m_savedFolder = output;
    if (!publishes) return;
    if (m_saveDialog) m_saveDialog->close();
    Q_EMIT m_navigator.publishWanted(output);
}

void MixPage::publish() {
    const bool isSaved = m_savedMixture == m_document.recipe() && QFileInfo(m_savedFolder).isDir();
    if (isSaved) return Q_EMIT m_navigator.publishWanted(m_savedFolder);
    askSaveToPublish();
}

void MixPage::askSaveToPublish() {
    auto* box = new QMessageBox(QMessageBox::Question, tr("Publish"),
                                tr("Publishing needs the whole mixture in a folder. Save it first?"),
                                QMessageBox::NoButton, this);
    box->setObjectName(u"mix_publish_dialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("What is on this page has not been saved as a mixture, or has changed since."));
    QPushButton* save = box->addButton(tr("Save mixture…"), QMessageBox::AcceptRole);
    save->setObjectName(u"mix_publish_dialog_save_button"_s);
    save->setEnabled(!hasErrors(m_shownChecks));
    QPushButton* other = box->addButton(tr("Choose a saved one…"), QMessageBox::ActionRole);
    other->setObjectName(u"mix_publish_dialog_folder_button"_s);
    box->addButton(tr("Cancel"), QMessageBox::RejectRole)->setObjectName(u"mix_publish_dialog_cancel_button"_s);
    connect(save, &QPushButton::clicked, this, [this] { openSaveMixture(true); });
    connect(other, &QPushButton::clicked, &m_navigator, [this] { Q_EMIT m_navigator.publishWanted({}); });
    box->open();
}

}  // namespace segmoe::ui
