// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/model_chooser.h"

#include <utility>

#include <QComboBox>
#include <QCompleter>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QSet>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/bridge/qt_convert.h"
#include "ui/render/named_models.h"
#include "ui/widgets/compact_combo.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kMixPrefix = u"mix:"_s;

QString titleOf(const QString& model) {
    if (model.startsWith(kMixPrefix)) return model.mid(kMixPrefix.size());
    return modelTitle(model);
}

QString layersText(const std::string& layers) {
    if (layers == "attn") return ModelChooser::tr("attention layers");
    if (layers == "ff") return ModelChooser::tr("feed-forward layers");
    return ModelChooser::tr("all layers");
}

}  // namespace

ModelChooser::ModelChooser(Theme& theme, QWidget* parent)
    : QWidget(parent), m_combo(new CompactCombo(10)), m_open(new QToolButton), m_summary(new QLabel) {
    nameControl(m_combo, u"render_mix_combo"_s, tr("Model"), tr("Mixture or model to render with."));
    nameControl(m_open, u"render_open_button"_s, tr("Open a model"),
                tr("Open a model file, a recipe or a model folder. Dropping one on the window works too."));
    m_combo->setEditable(true);
    m_combo->setInsertPolicy(QComboBox::NoInsert);
    m_combo->setMaxVisibleItems(20);
    m_combo->lineEdit()->setPlaceholderText(tr("Open a model…"));
    m_combo->lineEdit()->setAccessibleName(tr("Model"));
    m_combo->completer()->setFilterMode(Qt::MatchContains);
    m_combo->completer()->setCompletionMode(QCompleter::PopupCompletion);
    connect(m_combo->lineEdit(), &QLineEdit::editingFinished, this, &ModelChooser::takeTyped);
    theme.bindIcon(m_open, u"open"_s);
    auto* menu = new QMenu(m_open);
    menu->setObjectName(u"render_open_menu"_s);
    menu->addAction(tr("Model file or recipe…"), this, &ModelChooser::openFile);
    menu->addAction(tr("Model folder…"), this, &ModelChooser::openFolder);
    m_open->setMenu(menu);
    m_open->setPopupMode(QToolButton::InstantPopup);
    m_summary->setObjectName(u"render_mix_summary_label"_s);
    m_summary->setProperty("role", u"caption"_s);
    m_summary->setWordWrap(true);
    m_summary->setText(tr("Loading the engine…"));

    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_combo, 1);
    row->addWidget(m_open);
    auto* column = labelledRow(tr("Model"), m_combo, row);
    column->addWidget(m_summary);
    setLayout(column);
    connect(m_combo, &QComboBox::activated, this, [this](int index) { choose(m_combo->itemData(index).toString()); });
}

void ModelChooser::setStarter(const StarterKit& kit) {
    m_starter = kit;
    rebuild();
    if (m_model.isEmpty() && kit.recipe.isEmpty())
        showSummaryText(tr("Open a model to begin: a folder, a .safetensors file or a recipe."), false);
}

void ModelChooser::setRecent(const QStringList& models) {
    m_recent = models;
    rebuild();
}

void ModelChooser::setKnown(const QStringList& models) {
    if (models == m_known) return;
    m_known = models;
    QLineEdit& edit = *m_combo->lineEdit();
    const bool isTyping = edit.isModified();
    const QString typed = edit.text();
    const int cursor = edit.cursorPosition();
    rebuild();
    if (!isTyping) return;
    edit.setText(typed);
    edit.setModified(true);
    edit.setCursorPosition(cursor);
}

/// A whole title chooses, anything else was a search that came to nothing.
void ModelChooser::takeTyped() {
    const QString title = m_combo->lineEdit()->text().trimmed();
    const int current = m_combo->findData(m_model);
    // Of several models with one title the chosen one stays; lines between the models have none.
    if (m_combo->itemText(current).compare(title, Qt::CaseInsensitive) != 0) {
        const QString typed = m_combo->itemData(m_combo->findText(title, Qt::MatchFixedString)).toString();
        if (!typed.isEmpty()) return choose(typed);
    }
    m_combo->setCurrentIndex(current);
    m_combo->setEditText(m_combo->currentText());
}

QString ModelChooser::model() const { return m_model; }

void ModelChooser::chooseMix(const MixRecipe& recipe) {
    m_mix = std::make_shared<const MixRecipe>(recipe);
    choose(kMixPrefix + (recipe.name.empty() ? tr("Unsaved mixture") : toText(recipe.name)));
}

std::shared_ptr<const MixRecipe> ModelChooser::recipe() const {
    return m_model.startsWith(kMixPrefix) ? m_mix : nullptr;
}

QStringList ModelChooser::models() const {
    QStringList models = m_starter.parts + m_recent;
    for (const QString& known : m_known)
        if (!models.contains(known)) models << known;
    for (const QString& one : {m_starter.recipe, m_model})
        if (!one.isEmpty() && !one.startsWith(kMixPrefix) && !models.contains(one)) models << one;
    return models;
}

void ModelChooser::choose(const QString& model) {
    if (model.isEmpty()) return;
    m_model = model;
    rebuild();
    showSummaryText(tr("Reading %1…").arg(titleOf(model)), false);
    Q_EMIT chosen(model);
}

void ModelChooser::rebuild() {
    m_combo->clear();
    QSet<QString> listed;
    const auto add = [&](const QString& title, const QString& model) {
        listed.insert(model);
        m_combo->addItem(title, model);
        m_combo->setItemData(m_combo->count() - 1, model, Qt::ToolTipRole);
    };
    if (m_mix) {
        const QString name = m_mix->name.empty() ? tr("Unsaved mixture") : toText(m_mix->name);
        add(tr("%1 (from the Mix page)").arg(name), kMixPrefix + name);
    }
    for (const QString& model : m_recent)
        if (!listed.contains(model)) add(titleOf(model), model);
    if (!m_model.isEmpty() && m_model != m_starter.recipe && !m_starter.parts.contains(m_model) &&
        !listed.contains(m_model))
        add(titleOf(m_model), m_model);
    if (m_combo->count() > 0 && !m_starter.recipe.isEmpty()) m_combo->insertSeparator(m_combo->count());
    if (!m_starter.recipe.isEmpty()) add(tr("Starter mixture"), m_starter.recipe);
    for (const QString& part : m_starter.parts) add(tr("Starter: %1").arg(titleOf(part)), part);
    bool isFirst = true;
    for (const QString& model : m_known) {
        if (listed.contains(model)) continue;
        if (std::exchange(isFirst, false) && m_combo->count() > 0) m_combo->insertSeparator(m_combo->count());
        add(titleOf(model), model);
    }
    m_combo->setCurrentIndex(m_combo->findData(m_model));
    if (m_combo->currentIndex() < 0) m_combo->clearEditText();
    m_combo->lineEdit()->setCursorPosition(0);  // long names show their beginning
}

void ModelChooser::showSummary(const ModelSummary& summary) {
    QString size = QLocale().formattedDataSize(summary.bytes, 1, QLocale::DataSizeSIFormat);
    size.replace(u' ', QChar::Nbsp);  // no line ends between a number and its unit
    const QString family = toText(summary.architecture.name);
    if (!summary.architecture.isMixture) {
        showSummaryText(tr("%1 · one model · %2").arg(family, size), false);
        return;
    }
    const QString experts = tr("%n expert(s)", "", static_cast<int>(summary.experts.size()));
    const QString active = tr("%n active", "", summary.expertsPerToken);
    showSummaryText(tr("%1 · %2, %3 · %4 · %5").arg(family, experts, active, layersText(summary.layers), size), false);
}

void ModelChooser::showProblem(const QString& sentence) { showSummaryText(sentence, true); }

void ModelChooser::showSummaryText(const QString& text, bool problem) {
    m_summary->setText(text);
    m_summary->setProperty("role", problem ? u"problem"_s : u"caption"_s);
    m_summary->style()->unpolish(m_summary);
    m_summary->style()->polish(m_summary);
}

void ModelChooser::openFile() { openDialog(false); }

void ModelChooser::openFolder() { openDialog(true); }

void ModelChooser::openDialog(bool folder) {
    const QString start = m_model.isEmpty() ? QString() : QFileInfo(m_model).absolutePath();
    auto* dialog = new QFileDialog(window(), folder ? tr("Open model folder") : tr("Open model file"), start);
    dialog->setObjectName(u"model_picker_dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (folder) {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
    } else {
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setNameFilter(tr("Models and recipes (*.safetensors *.yaml *.yml)"));
    }
    connect(dialog, &QFileDialog::fileSelected, this, &ModelChooser::choose);
    dialog->open();
}

}  // namespace segmoe::ui
