// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "core/engine/hub_access.h"

namespace segmoe {

/// Where a token comes from, in the order in which they are looked for.
enum class TokenPlace {
    None,
    Session,      ///< lent by the window, in no file of ours
    File,         ///< secrets.ini, which nobody else may read
    Environment,  ///< a variable: HF_TOKEN, CIVITAI_API_TOKEN
    OtherTools,   ///< the file of the Hugging Face tools
};

/// The token in use for a site; never the token itself.
struct HubTokenState {
    HubSite site = HubSite::HuggingFace;
    TokenPlace place = TokenPlace::None;
    std::string name;    ///< of the variable or the file
    std::string origin;  ///< whose it is: "https://huggingface.co"
};

/// How the hubs are reached, on top of the environment.
struct HubNetwork {
    enum class Proxy { System, None, Manual };
    std::string endpoint = {};  ///< of Hugging Face; empty = HF_ENDPOINT, else huggingface.co
    Proxy proxy = Proxy::System;
    std::string proxyUrl = {};  ///< with Manual; empty = as System
    bool isOffline = false;     ///< HF_HUB_OFFLINE switches it on as well
    bool operator==(const HubNetwork&) const = default;
};

/// Tokens for the window: asked about, lent to the process, kept in the private file. What is lent serves every
/// HubAccess and HubPublisher of the process from their next question on. Blocking; one thread at a time. All throw
/// Error, check() also Cancelled.
class HubAccounts {
public:
    virtual ~HubAccounts() = default;

    /// Asks nobody.
    virtual HubTokenState state(HubSite site) = 0;
    /// Whose token it is; keeps nothing. An empty one asks for the token in use: Error{LoginNeeded} when there is none.
    virtual HubAccount check(HubSite site, const std::string& token, const CancelToken& cancel) = 0;
    /// For this process alone and for the endpoint in force: nothing is written.
    virtual void lend(HubSite site, const std::string& token) = 0;
    /// In secrets.ini (0600), from where the command line takes it too.
    virtual void keepInFile(HubSite site, const std::string& token) = 0;
    /// What was lent and what is in our file; false when there was neither.
    virtual bool forget(HubSite site) = 0;
    /// For all of the process. Throws Error{RequestInvalid} for addresses that cannot be used; then nothing changes.
    virtual void setNetwork(const HubNetwork& network) = 0;
};

std::unique_ptr<HubAccounts> openHubAccounts();

}  // namespace segmoe
