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

PromptSources::PromptSources(const KnownModels& known, PromptField& prompt, const QString& dataFolder, QObject* parent)
    : QObject(parent), m_known(known), m_prompt(prompt), m_dataFolder(dataFolder), m_near(new LoraIndex(this)) {
    PromptHighlighter& highlighter = prompt.edit().highlighter();
    highlighter.setLoraKnown([this](const QString& name) { return !findLora(name).isEmpty(); });
    const auto refresh = [this, &highlighter] {
        highlighter.rehighlight();
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
    m_near->setFolders(QStringList{m_dataFolder + u"/models"_s} + nearFolders(u"lora"_s, m_dataFolder, m_model));
    m_nearEmbeddings = nearFolders(u"embedding"_s, m_dataFolder, m_model);
    gatherEmbeddingFolders();
}

void PromptSources::gatherEmbeddingFolders() {
    QStringList folders = m_nearEmbeddings;
    for (const QString& file : m_known.paths(ModelRole::Embedding)) folders << QFileInfo(file).absolutePath();
    folders.removeDuplicates();
    std::vector<std::filesystem::path> paths;
    for (const QString& folder : folders) paths.push_back(toPath(folder));
    if (paths == m_embeddingFolders) return;
    m_embeddingFolders = std::move(paths);
    Q_EMIT embeddingFoldersChanged();
}

QString PromptSources::findLora(const QString& name) const {
    const QString near = m_near->find(name);
    return near.isEmpty() ? m_known.find({.role = NamedModel::Role::Lora, .name = name.toStdString()}) : near;
}

void PromptSources::showMissingLora() {
    QString missing;
    // Before the first look through the folders nothing can be called missing.
    if (m_areLorasKnown)
        for (const LoraChip& chip : loraChips(m_prompt.edit().prompt()))
            if (missing.isEmpty() && findLora(chip.name).isEmpty()) missing = chip.name;
    m_prompt.showMissingLora(missing);
}

}  // namespace segmoe::ui
