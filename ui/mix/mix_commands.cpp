// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/mix_commands.h"

#include "ui/mix/mix_document.h"

namespace segmoe::ui {

MixCommand::MixCommand(MixDocument& document, MixAct act, const QString& text, Change redo, Change undo,
                       const QByteArray& field)
    : QUndoCommand(text),
      m_document(document),
      m_act(act),
      m_redo(std::move(redo)),
      m_undo(std::move(undo)),
      m_field(field),
      m_session(document.editSession()),
      m_time(document.clock()) {}

bool MixCommand::mergeWith(const QUndoCommand* other) {
    const auto* next = static_cast<const MixCommand*>(other);
    if (next->m_field != m_field || next->m_session != m_session || next->m_time - m_time > kMergeMs) return false;
    m_redo = next->m_redo;
    m_time = next->m_time;
    return true;
}

void MixCommand::redo() { m_document.apply(m_redo); }
void MixCommand::undo() { m_document.apply(m_undo); }

}  // namespace segmoe::ui
