// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "core/hub/credential.h"
#include "core/hub/model_link.h"
#include "core/hub/network_settings.h"

namespace segmoe::hub {

/// What a person decides while the program runs, on top of the environment: how the hubs are reached, and tokens that
/// are in no file of ours (the system's keychain has them, or nobody). One for the process; nothing of it is ever
/// written. Thread-safe.
class LiveSettings {
public:
    struct Network {
        std::string endpoint{};  ///< of Hugging Face; empty = the environment's
        std::string proxy{};     ///< empty = the usual proxy variables
        bool isDirect = false;   ///< no proxy at all, whatever the variables say
        bool isOffline = false;
    };

    static LiveSettings& ofProcess();

    /// Throws Error{RequestInvalid} for an endpoint or a proxy that cannot be one; then nothing changes.
    void setNetwork(Network network);
    /// The environment's settings under the session's. Throws as NetworkSettings::fromEnvironment.
    NetworkSettings network() const;
    /// The endpoint was named by setNetwork(), not by the environment.
    bool hasNamed(const std::string& origin) const;

    /// A token for the origins of an endpoint; replaces the one that was lent before. Throws Error{TokenInvalid}.
    void lend(Site site, const std::string& origin, const std::string& token);
    /// False when there was none.
    bool takeBack(const std::string& origin);
    /// Empty when none was lent.
    Credential lent(const std::string& origin) const;

    /// Changes whenever anything of the above has changed.
    std::uint64_t revision() const;

private:
    mutable std::mutex m_mutex;
    Network m_network;
    std::map<std::string, Credential> m_lent;  ///< by origin
    std::uint64_t m_revision = 0;
};

}  // namespace segmoe::hub
