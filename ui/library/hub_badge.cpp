// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/hub_badge.h"

#include <QCoreApplication>

#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"
#include "ui/library/hub_text.h"
#include "ui/library/release_reminders.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

class HubBadgeText {
    Q_DECLARE_TR_FUNCTIONS(HubBadgeText)
};

using Tone = HubBadge::Tone;

/// What stands in the way according to the hub; None with an empty text when nothing does.
HubBadge obstacleOf(const HubRow& row, const HubSituation& situation) {
    switch (row.state) {
        case HubState::Open: return {};
        case HubState::LoginNeeded:
            return {HubAct::LogIn, Tone::Warn, HubBadgeText::tr("Log in"), HubBadgeText::tr("terms to accept")};
        case HubState::TermsNeeded:
            return {HubAct::OpenPage, Tone::Warn, HubBadgeText::tr("Accept terms"),
                    HubBadgeText::tr("terms to accept")};
        case HubState::EarlyAccess: {
            const QString day = dayText(row.until);
            const QString reason =
                day.isEmpty() ? HubBadgeText::tr("early access") : HubBadgeText::tr("early access until %1").arg(day);
            if (!reminderOf(row)) return {HubAct::OpenPage, Tone::Warn, HubBadgeText::tr("Open page"), reason};
            const bool isWaited = situation.reminders.contains(toText(row.reference));
            return {HubAct::Remind, isWaited ? Tone::Ok : Tone::Warn,
                    isWaited ? HubBadgeText::tr("Reminder set") : HubBadgeText::tr("Remind me"), reason};
        }
        case HubState::Archived:
            return {HubAct::OpenPage, Tone::Plain, HubBadgeText::tr("Archived"),
                    HubBadgeText::tr("its files are gone")};
        case HubState::PickleOnly:
            return {HubAct::OpenPage, Tone::Plain, HubBadgeText::tr("Pickle only"), HubBadgeText::tr("cannot be used")};
        case HubState::NothingUsable:
            return {HubAct::OpenPage, Tone::Plain, HubBadgeText::tr("Open page"),
                    HubBadgeText::tr("no file that this program reads")};
    }
    return {};
}

}  // namespace

QString placeOf(const HubRow& row, const HubSituation& situation) {
    if (const auto arrived = situation.places.constFind(toText(row.reference)); arrived != situation.places.cend())
        return *arrived;
    if (row.presence == HubPresence::Here) return pathText(row.place);
    return row.sha256.empty() ? QString() : situation.hashes.value(toText(row.sha256));
}

QString sourceOf(const HubRow& row, const HubSituation& situation) {
    const QString reference = toText(row.reference);
    const bool isFetched = row.presence == HubPresence::Here || situation.places.contains(reference);
    return isFetched ? reference : placeOf(row, situation);
}

HubBadge badgeOf(const HubRow& row, const HubSituation& situation) {
    if (const auto running = situation.downloads.constFind(toText(row.reference));
        running != situation.downloads.cend())
        return {HubAct::ShowDownload,
                Tone::Plain,
                HubBadgeText::tr("Downloading %1 %").arg(static_cast<int>(*running * 100.0)),
                {}};
    if (!placeOf(row, situation).isEmpty())
        return {HubAct::Show, Tone::Ok, HubBadgeText::tr("Installed"), HubBadgeText::tr("you have it")};
    if (HubBadge obstacle = obstacleOf(row, situation); !obstacle.text.isEmpty()) return obstacle;
    if (situation.freeBytes > 0 && row.bytes > situation.freeBytes)
        return {HubAct::None, Tone::Warn, HubBadgeText::tr("Too large"),
                HubBadgeText::tr("only %1 free in %2")
                    .arg(byteText(static_cast<std::int64_t>(situation.freeBytes)), situation.folder)};
    const bool isKnownBase = !row.architecture.empty() || !row.base.empty();
    const bool fits =
        situation.mixArchitecture.isEmpty() || !isKnownBase || toText(row.architecture) == situation.mixArchitecture;
    const QString reason = fits ? QString() : HubBadgeText::tr("does not fit this mix");
    if (row.presence == HubPresence::Older)
        return {HubAct::Get, Tone::Primary, HubBadgeText::tr("Update"),
                fits ? HubBadgeText::tr("you have an older version") : reason};
    return {HubAct::Get, fits ? Tone::Primary : Tone::Plain, HubBadgeText::tr("Get"), reason};
}

}  // namespace segmoe::ui
