// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace segmoe::ui {

/// Takes a file back out of the system's trash, with the note that a trash following the freedesktop.org specification
/// keeps beside it. place: as QFile::moveToTrash told. False, and nothing changed, where it has gone or `file` is
/// there.
bool takeBackFromTrash(const QString& place, const QString& file);

}  // namespace segmoe::ui
