// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include <QObject>
#include <QStringList>

namespace segmoe::ui {

class KnownModels;
class LoraIndex;
class PromptField;

/// The files that a prompt calls by name: LoRAs of <lora:name:1> chips and textual inversion embeddings, in the library
/// and in folders near the chosen model. Keeps the marks and the notice of the prompt box up to date.
class PromptSources : public QObject {
    Q_OBJECT
public:
    PromptSources(const KnownModels& known, PromptField& prompt, const QString& dataFolder, QObject* parent = nullptr);

    /// A model file or folder, near which other programs keep such files.
    void setModel(const QString& model);
    /// Absolute path, or empty. Case does not count; the suffix may be left out.
    QString findLora(const QString& name) const;
    /// As RenderRequest::embeddingFolders.
    const std::vector<std::filesystem::path>& embeddingFolders() const { return m_embeddingFolders; }

Q_SIGNALS:
    void embeddingFoldersChanged();

private:
    void lookNearModel();
    void gatherEmbeddingFolders();
    void showMissingLora();

    const KnownModels& m_known;
    PromptField& m_prompt;
    QString m_dataFolder;
    QString m_model;
    LoraIndex* m_near;
    QStringList m_nearEmbeddings;
    bool m_areLorasKnown = false;  ///< the folders were looked through
    std::vector<std::filesystem::path> m_embeddingFolders;
};

/// Folders with LoRAs: all of the program's own models, and those near the model.
QStringList loraFolders(const QString& dataFolder, const QString& model);
/// The file of a LoRA: near the model, else in the library; empty when nobody has it.
QString loraNamed(const QString& name, const LoraIndex& nearby, const KnownModels& known);
/// As RenderRequest::embeddingFolders: those near the model first, then those of the library.
std::vector<std::filesystem::path> embeddingFoldersOf(QStringList nearby, const KnownModels& known);

}  // namespace segmoe::ui
