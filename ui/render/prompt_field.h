// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "core/engine/prompt_meter.h"

class QLabel;

namespace segmoe::ui {

class PromptEdit;
class Theme;

/// A prompt box with its caption and "31/75  1 part" at the right.
class PromptField : public QWidget {
    Q_OBJECT
public:
    /// The box is NAME_edit, the count NAME_count_label.
    PromptField(const Theme& theme, const QString& name, const QString& caption, const QString& toolTip, int lines,
                QWidget* parent = nullptr);

    PromptEdit& edit() { return *m_edit; }
    const PromptEdit& edit() const { return *m_edit; }
    /// Ignored when the text has changed since.
    void showCount(const QString& prompt, const PromptCount& count);
    void hideCount();
    /// A chip names a LoRA that no file has: says so below the box, with a way to look for it. Empty = all are there.
    void showMissingLora(const QString& name);

Q_SIGNALS:
    /// Of a LoRA or an embedding.
    void findWanted(const QString& name);

private:
    void showMissing();

    PromptEdit* m_edit;
    QLabel* m_count;
    QWidget* m_missing;
    QLabel* m_missingText;
    QString m_missingLora;
    QString m_missingEmbedding;
};

}  // namespace segmoe::ui
