// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// MixPage: opening, saving and importing recipes.
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

#include "ui/bridge/error_text.h"
#include "ui/bridge/qt_convert.h"
#include "ui/mix/card_list.h"
#include "ui/mix/expert_card.h"
#include "ui/mix/import_dialog.h"
#include "ui/mix/mix_page.h"
#include "ui/mix/name_prompt.h"
#include "ui/mix/probe_panel.h"
#include "ui/mix/yaml_view.h"
#include "ui/shell/navigator.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

QString recipeFilter() { return MixPage::tr("Recipes (*.yaml *.yml)"); }

}  // namespace

void MixPage::fillMenus() {
    const auto add = [this](QMenu& menu, const QString& text, const char* name, void (MixPage::*slot)()) {
        QAction* action = menu.addAction(text);
        action->setObjectName(QString::fromLatin1(name));
        connect(action, &QAction::triggered, this, slot);
    };
    QMenu& open = m_header->openMenu();
    open.clear();
    add(open, tr("New"), "mix_open_menu_new", &MixPage::newMix);
    add(open, tr("Open recipe…"), "mix_open_menu_open", &MixPage::openMix);
    QMenu* recent = open.addMenu(tr("Recent"));
    for (const QString& file : m_recent)
        connect(recent->addAction(QFileInfo(file).completeBaseName()), &QAction::triggered, this,
                [this, file] { withSaved([this, file] { openFile(file); }); });
    recent->setEnabled(!m_recent.isEmpty());
    add(open, tr("From rendered image…"), "mix_open_menu_picture", &MixPage::choosePicture);
    QAction* folder = open.addAction(tr("From mixture folder…"));
    folder->setObjectName(u"mix_open_menu_folder"_s);
    connect(folder, &QAction::triggered, this, [this] {
        withSaved([this] {
            auto* dialog = new QFileDialog(this, tr("Open the recipe of a saved mixture"), m_saveFolder);
            dialog->setFileMode(QFileDialog::Directory);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &QFileDialog::fileSelected, this, &MixPage::openFile);
            dialog->open();
        });
    });
    add(open, tr("Starter mixture"), "mix_open_menu_starter", &MixPage::openStarter);
    QMenu& save = m_header->saveMenu();
    save.clear();
    add(save, tr("Save recipe"), "mix_save_menu_save", &MixPage::save);
    add(save, tr("Save recipe as…"), "mix_save_menu_save_as", &MixPage::saveAs);
    add(save, tr("Save mixture…"), "mix_save_menu_mixture", &MixPage::saveMixture);
    add(save, tr("Publish to Hugging Face…"), "mix_save_menu_publish", &MixPage::publish);
    add(save, tr("Copy YAML"), "mix_save_menu_copy", &MixPage::copyYaml);
}

void MixPage::setRecent(const QStringList& recipes) {
    m_recent = recipes;
    fillMenus();
}

void MixPage::setStarter(const StarterKit& kit) {
    m_starter = kit;
    if (!m_hasPrompt) m_probe->setDefaultPrompt(toText(kit.defaults.prompt));
}

void MixPage::connectFiles() {
    connect(&m_files, &MixFiles::opened, this, [this](const QString& file, const QStringList& notices) {
        showHint(notices.join(u'\n'), false);
        if (const auto then = std::exchange(m_afterOpen, nullptr)) then();
        if (!m_document.file().isEmpty()) Q_EMIT recentAdded(file);
    });
    connect(&m_files, &MixFiles::recovered, this, [this] {
        const QString name = toText(m_document.state().head.name);
        showHint(tr("“%1” is as it was when the program ended; it is not saved yet.").arg(name), false);
    });
    connect(&m_files, &MixFiles::openFailed, this, [this](const QString& file, const RecipeText& text) {
        m_afterOpen = nullptr;
        const RecipeMistake mistake = text.mistakes.empty() ? RecipeMistake{} : text.mistakes.front();
        const QString place =
            mistake.line > 0 ? tr(" Line %1, column %2.").arg(mistake.line).arg(mistake.column) : QString();
        showHint(QFileInfo(file).fileName() + u": "_s + toText(mistake.rule) + place, true);
    });
    connect(&m_files, &MixFiles::saved, this, [this](const QString& file) {
        Q_EMIT m_navigator.message(tr("Recipe saved: %1").arg(file));
        Q_EMIT recentAdded(file);
        if (const auto then = std::exchange(m_afterSave, nullptr)) then();
    });
    connect(&m_files, &MixFiles::exported, this,
            [this](const QString& file) { Q_EMIT m_navigator.message(tr("Recipe exported: %1").arg(file)); });
    connect(&m_files, &MixFiles::failed, this, [this](const QString& file, const QString& problem) {
        m_afterSave = nullptr;
        showHint(tr("%1 could not be written: %2").arg(file, problem), true);
    });
}

/// Asks about changes that are not saved, then goes on.
void MixPage::withSaved(const std::function<void()>& then) {
    const bool isEmpty = m_document.state().cards.empty() && m_document.state().head.base.empty();
    if (!m_document.isModified() || isEmpty) return then();
    auto* box = new QMessageBox(QMessageBox::Question, tr("Unsaved changes"),
                                tr("“%1” has changes that are not saved.").arg(toText(m_document.state().head.name)),
                                QMessageBox::NoButton, this);
    box->setObjectName(u"mix_unsaved_dialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& text, QMessageBox::ButtonRole role, const QString& name) {
        QPushButton* button = box->addButton(text, role);
        nameControl(button, name, text);
        return button;
    };
    connect(add(tr("Save"), QMessageBox::AcceptRole, u"mix_unsaved_dialog_save_button"_s), &QPushButton::clicked, this,
            [this, then] {
                m_afterSave = then;
                save();
            });
    connect(add(tr("Discard"), QMessageBox::DestructiveRole, u"mix_unsaved_dialog_discard_button"_s),
            &QPushButton::clicked, this, [this, then] {
                m_files.discardRecovery();
                then();
            });
    add(tr("Cancel"), QMessageBox::RejectRole, u"mix_unsaved_dialog_cancel_button"_s);
    box->open();
}

MixRecipe MixPage::newRecipe() const {
    MixRecipe recipe = recipeOf(emptyMix());
    recipe.gates = m_newGates.method;
    recipe.gateSteps = m_newGates.steps;
    return recipe;
}

void MixPage::newMix() {
    withSaved([this] { m_document.open(newRecipe(), {}); });
}

void MixPage::beginMixture(const QStringList& models) {
    if (models.isEmpty()) return;
    withSaved([this, models] {
        QStringList names;
        for (const QString& model : models) names << sourceStem(model);
        const QStringList prompts = namePrompts(names);
        MixRecipe recipe = newRecipe();
        recipe.name = names.join(u" + "_s).toStdString();
        recipe.base = models.front().toStdString();
        recipe.expertsPerToken = static_cast<int>(std::min<qsizetype>(2, models.size()));
        for (int i = 0; i < models.size(); ++i) {
            ExpertSpec& expert = recipe.experts.emplace_back();
            expert.source = models[i].toStdString();
            expert.positive = {{prompts[i].toStdString(), 1.0}};
        }
        m_document.open(recipe, {});
        m_document.markUnsaved();
        showView(MixHeader::Cards);
        if (ExpertCard* first = m_cards->card(0)) first->focusPrompt(PromptSide::Positive, 0);
        showHint(tr("The gate prompts come from the names of the files. Write there what each model paints best."),
                 false);
    });
}

void MixPage::setGateDefaults(const GateDefaults& gates) {
    m_newGates = gates;
    const MixState& state = m_document.state();
    const bool isUntouched = state.cards.empty() && state.head.base.empty() && m_document.file().isEmpty();
    if (isUntouched && !m_document.isModified()) newMix();
}

void MixPage::openFile(const QString& file) { m_files.open(file); }

void MixPage::openRecipe(const QString& file) {
    if (m_document.isModified() && file == m_document.file()) return;
    withSaved([this, file] { openFile(file); });
}

void MixPage::openMix() {
    withSaved([this] {
        auto* dialog = new QFileDialog(this, tr("Open recipe"), m_saveFolder, recipeFilter());
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QFileDialog::fileSelected, this, &MixPage::openFile);
        dialog->open();
    });
}

void MixPage::choosePicture() {
    auto* dialog =
        new QFileDialog(this, tr("Open the mixture of a picture"), {}, tr("Images (*.png *.jpg *.jpeg *.webp)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &MixPage::pictureWanted);
    dialog->open();
}

void MixPage::openStarter() {
    if (m_starter.recipe.isEmpty()) return showHint(tr("The starter mixture is not installed."), true);
    withSaved([this] { openFile(m_starter.recipe); });
}

QString MixPage::suggestedFile(const QString& suffix) const {
    const QString name = toText(m_document.state().head.name);
    return QDir(m_saveFolder).filePath((name.isEmpty() ? u"mix"_s : name) + suffix);
}

void MixPage::saveRecipeTo(const QString& file) { m_files.save(file); }

void MixPage::save() {
    // The starter's own file belongs to the program.
    const bool isOwn = !m_document.file().isEmpty() && m_document.file() != m_starter.recipe;
    isOwn ? saveRecipeTo(m_document.file()) : saveAs();
}

void MixPage::saveAs() {
    auto* dialog = new QFileDialog(this, tr("Save recipe"), m_saveFolder, recipeFilter());
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"yaml"_s);
    dialog->selectFile(suggestedFile(u".yaml"_s));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &MixPage::saveRecipeTo);
    connect(dialog, &QDialog::rejected, this, [this] { m_afterSave = nullptr; });
    dialog->open();
}

void MixPage::exportRecipe() {
    auto* dialog = new QFileDialog(this, tr("Export recipe"), m_saveFolder, recipeFilter());
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"yaml"_s);
    dialog->selectFile(suggestedFile(u".yaml"_s));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, &m_files, &MixFiles::exportTo);
    dialog->open();
}

void MixPage::copyYaml() {
    QApplication::clipboard()->setText(m_yaml->yaml());
    Q_EMIT m_navigator.message(tr("The recipe is on the clipboard."));
}

void MixPage::importRecipe() {
    const QString text = QApplication::clipboard()->text();
    openImport(looksLikeRecipe(text) ? text : QString(), {});
}

void MixPage::importFile(const QString& path) {
    openImport({}, {});
    if (m_import) m_import->openFile(path);
}

/// `folder`: where relative sources of the text are; empty = that of the mix.
void MixPage::openImport(const QString& yaml, const QString& folder) {
    if (m_import) m_import->close();
    m_import = new ImportDialog(m_catalog, this);
    connect(m_import, &ImportDialog::textChanged, this, &MixPage::importInto);
    connect(m_import, &ImportDialog::accepted, this, [this](const MixRecipe& recipe) {
        showHint({}, false);
        m_document.importRecipe(recipe);
    });
    connect(m_import, &ImportDialog::fileWanted, this, [this, dialog = m_import] {
        auto* files = new QFileDialog(dialog, tr("Import recipe"), m_saveFolder, recipeFilter());
        files->setFileMode(QFileDialog::ExistingFile);
        files->setAttribute(Qt::WA_DeleteOnClose);
        connect(files, &QFileDialog::fileSelected, dialog.data(), &ImportDialog::openFile);
        files->open();
    });
    m_import->open();
    if (!yaml.isEmpty()) m_import->setYaml(yaml, folder);
}

void MixPage::importInto(const QString& yaml, const QString& folder) {
    const QString own = pathText(m_document.state().head.folder);
    m_files.examineText(yaml, folder.isEmpty() ? own : folder, [own, shown = m_import](RecipeText text) {
        if (!shown) return;
        text.recipe = movedTo(std::move(text.recipe), own);  // as the mix will name the files
        shown->show(text);
    });
}

}  // namespace segmoe::ui
