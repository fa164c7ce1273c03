// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QString>

namespace segmoe::ui {

/// NOTICE as it lies in the sources: the one list of parts and licences.
QString noticeText();

/// A part of the program and its licence; names and licences are the same in every language.
struct NoticeEntry {
    QString name;
    QString licence;
};
/// The list below the line that begins with `heading`; empty when there is none.
std::vector<NoticeEntry> noticeEntries(const QString& notice, const QString& heading);

}  // namespace segmoe::ui
