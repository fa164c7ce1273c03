// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <map>
#include <string>
#include <vector>

#include "core/hub/http.h"

namespace segmoe::test {

/// JSON is written with single quotes in the tests.
inline std::string json(const QByteArray& text) { return QByteArray(text).replace('\'', '"').toStdString(); }

/// Answers requests from memory by method and address, and keeps what was asked. No redirects are followed: an answer
/// stands for the end of them. Several answers for one address are given one after the other, the last for ever.
class CannedTransport final : public hub::HttpTransport {
public:
    void answer(const std::string& request, int status, const std::string& body = {}, hub::HttpHeaders headers = {}) {
        m_answers[request].push_back({status, {}, std::move(headers), body, {}});
    }

    hub::HttpResponse perform(const hub::HttpRequest& request) override {
        const std::string key = std::string(hub::httpMethodName(request.method)) + " " + request.url;
        asked.push_back(request);
        keys.push_back(key);
        if (request.upload) bodies.push_back(bodyOf(*request.upload));
        auto& answers = m_answers[key];
        if (answers.empty()) return {404, request.url, {}, "{\"error\":\"no canned answer\"}", "GET"};
        hub::HttpResponse response = answers.front();
        if (answers.size() > 1) answers.erase(answers.begin());
        response.finalUrl = request.url;
        response.method = std::string(hub::httpMethodName(request.method));
        return response;
    }
    hub::HttpResponse performStreaming(const hub::HttpRequest& request, hub::HttpSink& sink) override {
        hub::HttpResponse response = perform(request);
        if (sink.wantsBody(response)) sink.write(std::as_bytes(std::span(response.body)));
        return response;
    }

    std::vector<hub::HttpRequest> asked;
    std::vector<std::string> keys;
    std::vector<std::string> bodies;  ///< of the requests that had one

private:
    static std::string bodyOf(const hub::HttpUpload& upload) {
        std::string body(upload.size, '\0');
        std::size_t done = 0;
        while (done < body.size()) done += upload.read(done, std::as_writable_bytes(std::span(body).subspan(done)));
        return body;
    }

    std::map<std::string, std::vector<hub::HttpResponse>> m_answers;
};

}  // namespace segmoe::test
