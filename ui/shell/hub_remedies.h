// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include "core/domain/render_request.h"
#include "ui/bridge/error_text.h"

namespace segmoe::ui {

class Navigator;

/// Models of hubs that a render or a mixture names.
QStringList hubReferencesOf(const MixRecipe& recipe);
QStringList hubReferencesOf(const RenderRequest& request);

/// Going online, tokens, pages and settings are dealt with alike wherever a failure is shown: leads there and returns
/// true; false = this remedy is the page's own. The failure may say which of the references it is about.
bool leadToRemedy(Navigator& navigator, Remedy remedy, const Failure& failure, const QStringList& references);

}  // namespace segmoe::ui
