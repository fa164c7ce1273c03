// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QSet>
#include <QString>

#include "core/engine/hub_offers.h"

namespace segmoe::ui {

/// What the main button of an offer does.
enum class HubAct { None, Get, Show, OpenPage, LogIn, ShowDownload, Remind };

/// What a card says of an offer before anybody clicks.
struct HubBadge {
    enum class Tone { Plain, Primary, Ok, Warn };
    HubAct act = HubAct::None;
    Tone tone = Tone::Plain;
    QString text;    ///< of the button
    QString reason;  ///< shown in the card's line and as tooltip; empty = none
};

/// What the window knows besides the hub's answer.
struct HubSituation {
    QHash<QString, double> downloads;     ///< reference → fraction of what is under way
    QHash<QString, QString> places;       ///< reference → where it is, of what has arrived since the answer
    QMultiHash<QString, QString> hashes;  ///< SHA-256 → files of the library
    QSet<QString> reminders;              ///< references of those somebody waits for
    QString mixArchitecture;              ///< "sd1", "sd2", "sdxl"; empty = no mix is open
    quint64 freeBytes = 0;                ///< where it would go; 0 = not known
    QString folder;
};

HubBadge badgeOf(const HubRow& row, const HubSituation& situation);
/// Where this model is on this disk; empty when it is not.
QString placeOf(const HubRow& row, const HubSituation& situation);
/// What a recipe calls it when it is here: its reference, or the file that has the same content; empty when it is not.
QString sourceOf(const HubRow& row, const HubSituation& situation);

}  // namespace segmoe::ui
