// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>

#include <QObject>
#include <QSet>
#include <QStringList>

#include "ui/shell/studio_context.h"

namespace segmoe::ui {

struct DownloadRow;

/// Begins the downloads that were left when the program ended, and tells what becomes of all of them: a toast when a
/// model has arrived, a mark at the Library when one needs somebody. What has arrived is listed among the own models.
class DownloadNotices : public QObject {
    Q_OBJECT
public:
    explicit DownloadNotices(const StudioContext& context, QObject* parent = nullptr);

private:
    void begin();
    void applySettings();
    void announce(const DownloadRow& row);
    void list(const DownloadRow& row);
    void watch(const DownloadRow& row);

    StudioContext m_context;
    std::optional<QStringList> m_roots;  ///< of the library, once it has been opened
    std::set<quint64> m_failed;
    QSet<QString> m_experts;  ///< references that a mixture takes, or has taken
};

}  // namespace segmoe::ui
