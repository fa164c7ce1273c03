// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include "ui/bridge/engine_backend.h"

namespace segmoe::ui {

/// Where the engine module may lie, seen from the running program: beside it (build tree) or in the installation.
QStringList engineModuleCandidates();

/// Loads the first module that is there, at the first call, on the calling thread. May be called from several threads.
/// The library stays loaded until the program ends. Throws Error{NotAvailable}.
BackendFactory engineModuleFactory(const QStringList& candidates);

}  // namespace segmoe::ui
