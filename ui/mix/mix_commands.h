// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QElapsedTimer>
#include <QUndoCommand>

#include "ui/mix/mix_state.h"

namespace segmoe::ui {

class MixDocument;

/// Every act of ui.md §6.8.
enum class MixAct {
    SetName,
    SetBase,
    AddExpert,
    RemoveExpert,
    MoveExpert,
    ReplaceExpert,
    DuplicateExpert,
    EnableExpert,
    SetAlias,
    AddPrompt,
    RemovePrompt,
    SetPromptText,
    SetPromptWeight,
    MovePrompt,
    AddLora,
    RemoveLora,
    SetLoraStrength,
    SetLoraTarget,
    SetMoeLayers,
    SetBlocks,
    SetK,
    SetGateOptions,
    SetRoutingOptions,
    SetPrecision,
    SetCompat,
    SetPolicy,
    ImportRecipe,
};

/// Typing in one field within this time is one step.
inline constexpr qint64 kMergeMs = 1500;

/// One edit: how to do it and how to take it back, each holding the values it needs and nothing else.
class MixCommand : public QUndoCommand {
public:
    using Change = std::function<void(MixState&)>;

    /// field: which field of the act this is; two edits of one field merge when both are mergeable.
    MixCommand(MixDocument& document, MixAct act, const QString& text, Change redo, Change undo,
               const QByteArray& field = {});

    int id() const override { return m_field.isEmpty() ? -1 : static_cast<int>(m_act); }
    bool mergeWith(const QUndoCommand* other) override;
    void redo() override;
    void undo() override;
    MixAct act() const { return m_act; }

private:
    MixDocument& m_document;
    MixAct m_act;
    Change m_redo;
    Change m_undo;
    QByteArray m_field;
    int m_session;  ///< of the focus; edits of two sessions never merge
    qint64 m_time;
};

}  // namespace segmoe::ui
