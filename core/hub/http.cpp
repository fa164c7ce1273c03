// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/http.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>

namespace segmoe::hub {

HttpUpload HttpUpload::ofText(std::string text) {
    const auto shared = std::make_shared<const std::string>(std::move(text));
    return {shared->size(), [shared](std::uint64_t offset, std::span<std::byte> buffer) {
                const std::size_t start = static_cast<std::size_t>(std::min<std::uint64_t>(offset, shared->size()));
                const std::size_t count = std::min(buffer.size(), shared->size() - start);
                if (count > 0) std::memcpy(buffer.data(), shared->data() + start, count);
                return count;
            }};
}

bool HttpResponse::isRedirect() const {
    return (status == 301 || status == 302 || status == 303 || status == 307 || status == 308) &&
           headers.has("Location");
}

std::string HttpResponse::requestId() const {
    for (const char* name : {"X-Request-Id", "X-Amzn-Trace-Id", "X-Amz-Cf-Id"})
        if (const auto value = headers.first(name)) return *value;
    return {};
}

std::string_view httpMethodName(HttpMethod method) {
    switch (method) {
        case HttpMethod::Get: return "GET";
        case HttpMethod::Head: return "HEAD";
        case HttpMethod::Post: return "POST";
        case HttpMethod::Put: return "PUT";
    }
    return "GET";
}

}  // namespace segmoe::hub
