// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include <QObject>
#include <QStringList>

namespace segmoe::ui {

class DownloadClient;

/// How much of a mixture's models is still to be fetched, as far as it is known: from downloads that run, and from what
/// the hubs have answered somebody who asked. Never asks by itself: opening a recipe sends nothing anywhere.
class DownloadNeed : public QObject {
    Q_OBJECT
public:
    explicit DownloadNeed(DownloadClient& downloads, QObject* parent = nullptr);

    struct Sum {
        qint64 bytes = 0;
        int unknown = 0;  ///< references whose size nobody has told
    };
    Sum of(const QStringList& references) const;

Q_SIGNALS:
    void changed();

private:
    DownloadClient& m_downloads;
    std::map<QString, quint64> m_planned;  ///< bytes that are missing, by reference
};

}  // namespace segmoe::ui
