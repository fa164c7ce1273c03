// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QObject>

#include "ui/bridge/download_client.h"
#include "ui/mix/mix_intake.h"

namespace segmoe::ui {

/// Models of hubs on their way into the mix. A link that was dropped or pasted is fetched first and comes into the mix
/// when it is there, where it was dropped; a card that names a model of a hub is fetched on request and finds it then.
class MixArrivals : public QObject {
    Q_OBJECT
public:
    /// One that is to come into the mix.
    struct Arrival {
        QString source;  ///< as it was dropped
        IntakeTarget target;
        quint64 id = 0;  ///< of the download; 0 = not begun yet
        DownloadRow row;
    };

    MixArrivals(DownloadClient& downloads, ModelCatalog& catalog, MixIntake& intake, QObject* parent = nullptr);

    DownloadClient& downloads() { return m_downloads; }
    const std::vector<Arrival>& arrivals() const { return m_arrivals; }
    /// Fetches a model and puts it there then.
    void take(const QString& source, const IntakeTarget& target);
    /// Fetches what a card names.
    void fetch(const QString& source);
    /// It does not come into the mix; the download stops, what has arrived is kept.
    void drop(const QString& source);

Q_SIGNALS:
    /// arrivals() or how far they are.
    void changed();
    void refused(const QString& reference, const segmoe::Failure& failure);

private:
    void noteStart(const QString& reference, quint64 id);
    void noteRow(const DownloadRow& row);
    void noteArrival(const DownloadRow& row);
    void noteRefusal(const QString& reference, const Failure& failure);
    void dropLost();

    DownloadClient& m_downloads;
    ModelCatalog& m_catalog;
    MixIntake& m_intake;
    std::vector<Arrival> m_arrivals;
    std::map<QString, quint64> m_fetched;  ///< by the source of a card: its download, 0 = not begun yet
};

}  // namespace segmoe::ui
