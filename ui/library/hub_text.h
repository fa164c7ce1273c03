// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include <QString>

#include "core/base/error.h"
#include "core/engine/hub_offers.h"

namespace segmoe::ui {

/// "Hugging Face", "CivitAI"; names, not translated.
QString siteName(HubSite site);
/// "huggingface.co", "civitai.com".
QString siteHost(HubSite site);
/// "SDXL", "SD1.5", "SD2" of the core's word; the hub's own word for what it does not know.
QString hubBaseText(const std::string& architecture, const std::string& base);
/// "4.8 M", "12 k", "640".
QString countText(std::int64_t count);
/// A day for people, of an ISO date; empty for what is none.
QString dayText(const std::string& iso);
/// A time for people: the hour today, the day before that.
QString momentText(std::int64_t seconds);
/// "SDXL · fp16 · 6.94 GB · 4.8 M downloads".
QString hubRowLine(const HubRow& row);
/// Why this file cannot be used; empty when it can.
QString fileRefusal(HubFileUse use);
/// Why this model cannot be fetched just so; empty when it can.
QString stateSentence(HubState state, HubSite site, const std::string& until);
/// A sentence for people about what a hub did not do.
QString troubleSentence(ErrorCode code, HubSite site);

}  // namespace segmoe::ui
