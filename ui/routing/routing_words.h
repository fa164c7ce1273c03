// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include "ui/routing/routing_model.h"
#include "ui/routing/routing_selection.h"

namespace segmoe::ui {

/// How captions, tooltips and summaries name what is shown. All translated.

QChar expertLetter(int expert);
/// "B inkline".
QString expertTitle(const RoutingModel& model, int expert);
QStringList expertTitles(const RoutingModel& model);
/// "B, D".
QString expertLetters(const std::vector<int>& experts);
/// "D1.A0.T3", "mean of 12 blocks", "mean of 60 blocks".
QString blocksText(const RoutingModel& model, const RoutingSelection& selection);
/// "feed-forward", or "mean of 3 kinds".
QString kindsText(const RoutingModel& model, const RoutingSelection& selection);
/// "step 11 of 25", "mean of 25 steps".
QString stepText(const RoutingModel& model, int step);
/// "preferred", "applied"; with the half where it is not the prompt.
QString valueText(const RoutingSelection& selection);
/// All of it: "feed-forward, mean of 12 blocks, step 11 of 25, applied".
QString selectionText(const RoutingModel& model, const RoutingSelection& selection);
QString percent(double share);
QString number(double value, int decimals = 2);
/// "U0.A1.T4, feed-forward, step 11: B chosen, weight 0.64, preferred 0.58".
QString decisionText(const RoutingModel& model, const RoutingSelection& selection, int block,
                     std::optional<SiteKind> kind, int step);
/// What a view says that needs more than the capture holds.
QString noMapsText();
QString noMeansText();

}  // namespace segmoe::ui
