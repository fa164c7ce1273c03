// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace segmoe::hub {

/// What a Content-Disposition header calls the file (RFC 6266): `filename*` in UTF-8 or ISO-8859-1 (RFC 8187), else
/// `filename`; UTF-8, without the folders before it. A hint and no more: a name of a file in the sense of path_rules.h,
/// or nothing where the header names none, names one that breaks those rules, or does not keep to its grammar. Linear
/// time.
std::optional<std::string> dispositionFileName(std::string_view header);

}  // namespace segmoe::hub
