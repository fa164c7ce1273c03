// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace segmoe::hub {

/// A token and the origins ("https://huggingface.co", "http://127.0.0.1:8080") that may see it. The text can be had
/// only as the header for one of these origins; its memory is wiped when the last copy goes. Copies are cheap.
class Credential {
public:
    /// None: requests go out anonymously.
    Credential() = default;
    /// Blanks and line ends around the token are cut; nothing left = none. Throws Error{TokenInvalid} when it holds
    /// anything but printable ASCII without blanks, or more than 4096 bytes. Origins: lower case, no path.
    Credential(std::string token, std::vector<std::string> origins);

    bool empty() const { return m_secret == nullptr; }
    bool belongsTo(std::string_view origin) const;
    /// "Bearer …" for an origin it belongs to, else nothing.
    std::string authorizationHeader(std::string_view origin) const;

private:
    struct Secret;
    std::shared_ptr<const Secret> m_secret;
    std::vector<std::string> m_origins;
};

}  // namespace segmoe::hub
