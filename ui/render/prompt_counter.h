// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include <QObject>
#include <QTimer>

namespace segmoe::ui {

class EngineClient;
class PromptField;

/// Asks the engine for the tokens and parts of the prompt boxes, a moment after the last key.
class PromptCounter : public QObject {
    Q_OBJECT
public:
    PromptCounter(EngineClient& client, PromptField& prompt, PromptField& negative, QObject* parent = nullptr);
    /// Whose vocabulary counts; empty = none is known.
    void setModel(const QString& model);
    /// As RenderRequest::embeddingFolders.
    void setEmbeddingFolders(const std::vector<std::filesystem::path>& folders);

private:
    void ask();
    void askAnew();

    EngineClient& m_client;
    PromptField* m_fields[2];
    QString m_asked[2];
    QString m_model;
    std::vector<std::filesystem::path> m_embeddingFolders;
    QTimer m_timer;
};

}  // namespace segmoe::ui
