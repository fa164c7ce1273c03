// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/release_reminders.h"

#include <algorithm>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "ui/bridge/hub_keys.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/settings.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostReminders = 100;

}  // namespace

std::optional<ReleaseReminder> reminderOf(const HubRow& row) {
    const QDateTime until = QDateTime::fromString(toText(row.until), Qt::ISODateWithMs).toUTC();
    if (row.state != HubState::EarlyAccess || !until.isValid()) return std::nullopt;
    const QString name = row.version.empty() ? toText(row.name) : toText(row.name + " " + row.version);
    return ReleaseReminder{toText(row.reference), name, toText(row.page), until};
}

ReleaseReminders::ReleaseReminders(Settings& settings, QObject* parent) : QObject(parent), m_settings(settings) {
    connect(&settings, &Settings::changed, this, [this](const QString& key) {
        if (key == QLatin1StringView(keys::kReminders.name)) Q_EMIT changed();
    });
}

QList<ReleaseReminder> ReleaseReminders::all() const {
    QList<ReleaseReminder> reminders;
    const QJsonArray kept = QJsonDocument::fromJson(m_settings.get(keys::kReminders).toUtf8()).array();
    for (const QJsonValue& value : kept) {
        const QJsonObject entry = value.toObject();
        const ReleaseReminder reminder{
            entry.value("reference"_L1).toString(), entry.value("name"_L1).toString(),
            entry.value("page"_L1).toString(),
            QDateTime::fromString(entry.value("until"_L1).toString(), Qt::ISODateWithMs).toUTC()};
        if (!reminder.reference.isEmpty() && reminder.until.isValid()) reminders << reminder;
    }
    std::ranges::stable_sort(reminders, {}, &ReleaseReminder::until);
    return reminders;
}

QSet<QString> ReleaseReminders::references() const {
    QSet<QString> references;
    for (const ReleaseReminder& reminder : all()) references.insert(reminder.reference);
    return references;
}

void ReleaseReminders::add(const ReleaseReminder& reminder) {
    QList<ReleaseReminder> reminders = all();
    reminders.removeIf([&](const ReleaseReminder& known) { return known.reference == reminder.reference; });
    reminders.prepend(reminder);
    keep(reminders.first(std::min(reminders.size(), kMostReminders)));
}

void ReleaseReminders::remove(const QString& reference) {
    QList<ReleaseReminder> reminders = all();
    if (reminders.removeIf([&](const ReleaseReminder& known) { return known.reference == reference; }) > 0)
        keep(reminders);
}

void ReleaseReminders::keep(const QList<ReleaseReminder>& reminders) {
    QJsonArray entries;
    for (const ReleaseReminder& reminder : reminders)
        entries.append(QJsonObject{{u"reference"_s, reminder.reference},
                                   {u"name"_s, reminder.name},
                                   {u"page"_s, reminder.page},
                                   {u"until"_s, reminder.until.toString(Qt::ISODateWithMs)}});
    m_settings.set(keys::kReminders, QString::fromUtf8(QJsonDocument(entries).toJson(QJsonDocument::Compact)));
}

}  // namespace segmoe::ui
