// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/prompt_sources.h"

#include <QFileInfo>

#include "ui/bridge/qt_convert.h"
#include "ui/library/known_models.h"
#include "ui/render/lora_chips.h"
#include "ui/render/lora_index.h"
#include "ui/render/near_folders.h"
#include "ui/render/prompt_edit.h"
#include "ui/render/prompt_field.h"
#include "ui/render/prompt_highlighter.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

QStringList loraFolders(const QString& dataFolder, const QString& model) {
    return QStringList{dataFolder + u"/models"_s} + nearFolders(u"lora"_s, dataFolder, model);
}

QString loraNamed(const QString& name, const LoraIndex& nearby, const KnownModels& known) {
    const QString found = nearby.find(name);
    return found.isEmpty() ? known.find({.role = NamedModel::Role::Lora, .name = name.toStdString()}) : found;
}

std::vector<std::filesystem::path> embeddingFoldersOf(QStringList nearby, const KnownModels& known) {
    for (const QString& file : known.paths(ModelRole::Embedding)) nearby << QFileInfo(file).absolutePath();
    nearby.removeDuplicates();
    std::vector<std::filesystem::path> folders;
    for (const QString& folder : nearby) folders.push_back(toPath(folder));
    return folders;
}

PromptSources::PromptSources(const KnownModels& known, PromptField& prompt, const QString& dataFolder, QObject* parent)
    : QObject(parent), m_known(known), m_prompt(prompt), m_dataFolder(dataFolder), m_near(new LoraIndex(this)) {
    PromptHighlighter& highlighter = prompt.edit().highlighter();
    highlighter.setLoraKnown([this](const QString& name) { return !findLora(name).isEmpty(); });
    const auto refresh = [this, &highlighter] {
        highlighter.refresh();
        showMissingLora();
    };
    connect(m_near, &LoraIndex::changed, this, [this, refresh] {
        m_areLorasKnown = true;
        refresh();
    });
    connect(&known, &KnownModels::changed, this, [this, refresh] {
        gatherEmbeddingFolders();
        refresh();
    });
    connect(&prompt.edit(), &QPlainTextEdit::textChanged, this, &PromptSources::showMissingLora);
    lookNearModel();
}

void PromptSources::setModel(const QString& model) {
    if (model == m_model) return;
    m_model = model;
    lookNearModel();
}

void PromptSources::lookNearModel() {
    m_near->setFolders(loraFolders(m_dataFolder, m_model));
    m_nearEmbeddings = nearFolders(u"embedding"_s, m_dataFolder, m_model);
    gatherEmbeddingFolders();
}

void PromptSources::gatherEmbeddingFolders() {
    std::vector<std::filesystem::path> folders = embeddingFoldersOf(m_nearEmbeddings, m_known);
    if (folders == m_embeddingFolders) return;
    m_embeddingFolders = std::move(folders);
    Q_EMIT embeddingFoldersChanged();
}

QString PromptSources::findLora(const QString& name) const { return loraNamed(name, *m_near, m_known); }

void PromptSources::showMissingLora() {
    QString missing;
    // Before the first look through the folders nothing can be called missing.
    if (m_areLorasKnown)
        for (const LoraChip& chip : loraChips(m_prompt.edit().prompt()))
            if (missing.isEmpty() && findLora(chip.name).isEmpty()) missing = chip.name;
    m_prompt.showMissingLora(missing);
}

}  // namespace segmoe::ui
