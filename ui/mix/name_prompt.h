// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace segmoe::ui {

/// A gate prompt to begin with, from a model's name: "dreamscapeXL_v4-fp16" gives "dreamscape". Versions, types and
/// what every model is called are left out, unless nothing else is left.
QString namePrompt(const QString& name);

/// The same for several models; equal ones would make equal gates, so those keep their whole names.
QStringList namePrompts(const QStringList& names);

}  // namespace segmoe::ui
