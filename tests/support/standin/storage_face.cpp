// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "tests/support/standin/faces.h"

namespace segmoe::standin {

Answer ranged(const Request& request, const Bytes& bytes, const std::string& etag) {
    Answer answer = Answer::bytes(bytes);
    answer.set("Content-Type", "binary/octet-stream").set("Accept-Ranges", "bytes").set("ETag", etag);
    const std::string range = request.header("Range");
    const std::string condition = request.header("If-Range");
    if (!range.starts_with("bytes=") || (!condition.empty() && condition != etag)) return answer;
    const std::uint64_t size = bytes->size();
    std::uint64_t first = 0;
    std::uint64_t last = size == 0 ? 0 : size - 1;
    const char* end = range.data() + range.size();
    const auto [mark, error] = std::from_chars(range.data() + 6, end, first);
    if (error != std::errc() || mark == end || *mark != '-') return answer;
    std::from_chars(mark + 1, end, last);
    if (first >= size) {
        Answer refusal = Answer::text(416, "<Error><Code>InvalidRange</Code></Error>", "application/xml");
        return refusal.set("Content-Range", "bytes */" + std::to_string(size));
    }
    last = std::min(last, size - 1);
    answer.status = 206;
    answer.first = first;
    answer.last = last + 1;
    answer.set("Content-Range",
               "bytes " + std::to_string(first) + "-" + std::to_string(last) + "/" + std::to_string(size));
    return answer;
}

std::string partEtag(const std::string& bytes) { return "\"" + sha256Hex(bytes).substr(0, 32) + "\""; }

Answer StorageFace::answer(const Request& request) {
    if (request.hasHeader("Authorization"))
        return Answer::text(400,
                            "<Error><Code>InvalidArgument</Code><Message>Only one auth mechanism</Message></Error>",
                            "application/xml");
    const std::string path = request.path();
    const std::string name = path.substr(path.rfind('/') + 1);
    if (request.queryValue("X-Amz-Signature") != "g" + std::to_string(m_standin.m_generation))
        return Answer::text(403, "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>",
                            "application/xml");
    if (request.method == "PUT") {
        const auto& [header, value] = m_standin.m_uploadHeader;
        if (!header.empty() && request.header(header) != value)
            return Answer::text(403, "<Error><Code>SignatureDoesNotMatch</Code></Error>", "application/xml");
        if (path.starts_with("/parts/")) {
            m_standin.m_parts[name][std::stoi(request.queryValue("partNumber"))] = request.body;
            return Answer::text(200, "").set("ETag", partEtag(request.body));
        }
        if (sha256Hex(request.body) != name) return Answer::text(400, "<Error><Code>BadDigest</Code></Error>");
        m_standin.m_blobs[name] = std::make_shared<const std::string>(request.body);
        return Answer::text(200, "").set("ETag", "\"" + name.substr(0, 32) + "\"");
    }
    const auto blob = m_standin.m_blobs.find(name);
    if (blob == m_standin.m_blobs.end()) return Answer::text(404, "<Error><Code>NoSuchKey</Code></Error>");
    // An ETag of the storage's own, which is neither digest.
    Answer answer = ranged(request, blob->second, "\"" + name.substr(8, 32) + "\"");
    const std::string disposition = request.queryValue("response-content-disposition");
    return disposition.empty() ? answer : answer.set("Content-Disposition", disposition);
}

}  // namespace segmoe::standin
