// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "core/domain/routing_policy.h"

namespace segmoe::ui {

/// A site label of a trace, taken apart: "D1.A0.T3.self" → block "D1.A0.T3", stage "D1", kind SelfAttention.
/// "cross_kv" has no block: the text path of the whole model.
struct SiteLabel {
    QString block;
    QString stage;
    SiteKind kind = SiteKind::CrossKeyValue;
};

SiteLabel parseSiteLabel(const std::string& label);
/// "Self-attention", "Cross query", "Text", "Feed-forward", translated.
QString kindText(SiteKind kind);

}  // namespace segmoe::ui
