// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/scripted_download_client.h"

#include <algorithm>

namespace segmoe::ui {

using namespace Qt::StringLiterals;

void ScriptedDownloadClient::setRows(std::vector<DownloadRow> rows) {
    m_rows = std::move(rows);
    for (const DownloadRow& row : m_rows) m_lastId = std::max(m_lastId, row.id);
    Q_EMIT rowsChanged();
}

void ScriptedDownloadClient::setRow(const DownloadRow& row) {
    const auto found = std::ranges::find(m_rows, row.id, &DownloadRow::id);
    if (found == m_rows.end()) return;
    const bool hasArrived = row.state == DownloadRow::State::Done && found->state != DownloadRow::State::Done;
    *found = row;
    Q_EMIT rowChanged(row);
    if (hasArrived) Q_EMIT arrived(row);
}

void ScriptedDownloadClient::load(const QString&) {
    asked << u"load"_s;
    Q_EMIT rowsChanged();
}

void ScriptedDownloadClient::get(const QString& reference, const std::optional<QString>& variant) {
    asked << u"get "_s + reference + (variant ? u" as "_s + *variant : QString());
    if (const auto refusal = refusals.find(reference); refusal != refusals.end()) {
        Q_EMIT refused(reference, refusal->second);
        return;
    }
    const auto shorter = shortReferences.find(reference);
    const QString own = shorter == shortReferences.end() ? reference : shorter->second;
    auto known = rowOf(own);
    if (!known) {
        known.emplace();
        known->id = ++m_lastId;
        known->reference = known->title = own;
        m_rows.push_back(*known);
        Q_EMIT rowsChanged();
    }
    Q_EMIT started(reference, known->id);
}

void ScriptedDownloadClient::plan(const QString& reference) {
    asked << u"plan "_s + reference;
    if (const auto known = plans.find(reference); known != plans.end()) {
        Q_EMIT planned(reference, known->second);
        return;
    }
    const auto refusal = refusals.find(reference);
    Q_EMIT planRefused(reference, refusal != refusals.end()
                                      ? refusal->second
                                      : Failure{ErrorCode::RepoNotFound,
                                                "There is no model '" + reference.toStdString() + "'. Check the link.",
                                                {}});
}

void ScriptedDownloadClient::remove(quint64 id) {
    note(u"remove"_s, id);
    std::erase_if(m_rows, [id](const DownloadRow& row) { return row.id == id; });
    Q_EMIT rowsChanged();
}

void ScriptedDownloadClient::change(const QString& what, quint64 id, DownloadRow::State state) {
    note(what, id);
    if (auto known = row(id)) {
        known->state = state;
        known->failure.reset();
        setRow(*known);
    }
}

}  // namespace segmoe::ui
