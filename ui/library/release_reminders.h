// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QSet>
#include <QString>

#include "core/engine/hub_offers.h"

namespace segmoe::ui {

class Settings;

/// An offer in early access that somebody waits for.
struct ReleaseReminder {
    QString reference;  ///< "civitai:VERSION"
    QString name;       ///< for people
    QString page;
    QDateTime until;
    bool operator==(const ReleaseReminder&) const = default;
};

/// What to remember of an offer in early access; nothing where it says no day.
std::optional<ReleaseReminder> reminderOf(const HubRow& row);

/// The reminders, kept in the settings: a note on this computer, no more. Several of these see the same ones.
class ReleaseReminders : public QObject {
    Q_OBJECT
public:
    explicit ReleaseReminders(Settings& settings, QObject* parent = nullptr);

    /// The next one first.
    QList<ReleaseReminder> all() const;
    QSet<QString> references() const;
    void add(const ReleaseReminder& reminder);
    void remove(const QString& reference);

Q_SIGNALS:
    void changed();

private:
    void keep(const QList<ReleaseReminder>& reminders);

    Settings& m_settings;
};

}  // namespace segmoe::ui
