// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/setting_keys.h"

/// How the hubs are reached, with kOffline; hubNetwork() hands it to the engine. Beside setting_keys.h, which half of
/// the window includes.
namespace segmoe::ui::keys {

inline constexpr TextKey kHfEndpoint{"hub/hfEndpoint", ""};  ///< empty = HF_ENDPOINT, else huggingface.co
inline constexpr ChoiceKey<int> kProxyMode{{"hub/proxyMode", 0, {"system", "none", "manual"}}};  ///< HubNetwork::Proxy
inline constexpr TextKey kProxyUrl{"hub/proxyUrl", ""};

/// Not shown: ReleaseReminders as JSON.
inline constexpr TextKey kReminders{"library/reminders", ""};

/// Not shown: names of the entries that this program has made in the system's keychain, separated by commas; never
/// what is in them.
inline constexpr TextKey kKeychainEntries{"keychain/entries", ""};

}  // namespace segmoe::ui::keys
