// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "core/base/cancel_token.h"
#include "core/engine/hub_offers.h"

namespace segmoe {

/// The hubs for somebody who looks around: impatient (one repeat, and Error WaitAsked instead of a long wait), and with
/// copies on this disk. Answers are kept for 7 days and stand in for a hub that cannot be reached; pictures are kept up
/// to 512 MB. search() and details() one thread at a time; the others from any thread. All throw Error, Cancelled.
class HubBrowser {
public:
    virtual ~HubBrowser() = default;

    virtual HubPage search(const HubSearch& search, const CancelToken& cancel) = 0;
    /// `text`: a reference, a link, an AIR, "owner/name:folder", or "sha256:HEX" of a file that is looked for on
    /// CivitAI (RepoNotFound where it is not known). Throws Error{RequestInvalid} for what is none of them.
    virtual HubDetails details(const std::string& text, const CancelToken& cancel) = 0;
    /// A picture of a HubPreview as a file in the cache. Only servers of the hubs are asked, without any token, for
    /// pictures of at most 8 MiB.
    virtual std::filesystem::path picture(const std::string& address, const CancelToken& cancel) = 0;
    /// From now on nothing is asked, and copies are all there is: Error{OfflineMissing} without one.
    virtual void setOffline(bool offline) = 0;
};

/// Throws Error{RequestInvalid} for settings that are none (HF_ENDPOINT).
std::unique_ptr<HubBrowser> openHubBrowser();

/// Where copies and pictures of the hubs lie: hub-cache in homeFolder().
std::filesystem::path hubCacheFolder();

}  // namespace segmoe
