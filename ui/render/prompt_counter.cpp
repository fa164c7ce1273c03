// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/prompt_counter.h"

#include "ui/bridge/engine_client.h"
#include "ui/render/prompt_edit.h"
#include "ui/render/prompt_field.h"

namespace segmoe::ui {

namespace {

constexpr int kDelay = 150;

}  // namespace

PromptCounter::PromptCounter(EngineClient& client, PromptField& prompt, PromptField& negative, QObject* parent)
    : QObject(parent), m_client(client), m_fields{&prompt, &negative} {
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelay);
    connect(&m_timer, &QTimer::timeout, this, &PromptCounter::ask);
    for (PromptField* field : m_fields)
        connect(&field->edit(), &QPlainTextEdit::textChanged, &m_timer, qOverload<>(&QTimer::start));
    connect(&client, &EngineClient::promptCounted, this,
            [this](int box, const QString& text, const PromptCount& count) {
                if (box == 0 || box == 1) m_fields[box]->showCount(text, count);
            });
}

void PromptCounter::setModel(const QString& model) {
    m_model = model;
    for (PromptField* field : m_fields) field->hideCount();
    askAnew();
}

void PromptCounter::setEmbeddingFolders(const std::vector<std::filesystem::path>& folders) {
    m_embeddingFolders = folders;
    askAnew();
}

void PromptCounter::askAnew() {
    for (QString& asked : m_asked) asked = QString();
    m_timer.start();
}

void PromptCounter::ask() {
    if (m_model.isEmpty()) return;
    for (int box : {0, 1}) {
        const QString text = m_fields[box]->edit().prompt();
        if (!m_asked[box].isNull() && text == m_asked[box]) continue;
        m_asked[box] = text.isNull() ? QStringLiteral("") : text;
        m_client.countPrompt(box, {m_model.toStdString(), text.toStdString(), m_embeddingFolders});
    }
}

}  // namespace segmoe::ui
