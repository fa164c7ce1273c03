// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/hub_failure.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/json_reader.h"
#include "core/base/utf8.h"
#include "core/hub/http_url.h"
#include "core/hub/redaction.h"

namespace segmoe::hub {

namespace {

using nlohmann::json;

constexpr std::size_t kLongestServerText = 300;

std::string wordsOf(const json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_object()) {
        for (const char* key : {"message", "error"})
            if (const auto found = value.find(key); found != value.end() && found->is_string())
                return found->get<std::string>();
    }
    if (value.is_array() && !value.empty() && (value.front().is_string() || value.front().is_object()))
        return wordsOf(value.front());
    return {};
}

std::string shown(const std::string& text) {
    const std::string quoted = quote(redactedText(text), kLongestServerText);
    return quoted.substr(1, quoted.size() - 2);
}

std::string detailOf(const HttpResponse& answer) {
    std::string detail =
        answer.method + " " + redactedUrl(answer.finalUrl) + " answered " + std::to_string(answer.status);
    if (const std::string id = answer.requestId(); !id.empty()) detail += "\nrequest " + shown(id);
    if (const std::string words = serverText(answer); !words.empty()) detail += "\n" + words;
    return detail;
}

std::string hostOf(const HttpResponse& answer) {
    try {
        return HttpUrl::parse(answer.finalUrl).host;
    } catch (const Error&) {
        return "The server";
    }
}

Error made(const HttpResponse& answer, ErrorCode code, const std::string& sentence) {
    return {code, sentence, detailOf(answer)};
}

bool isBusy(int status) { return status == 408 || status == 500 || status == 502 || status == 503 || status == 504; }

std::string orServer(const std::string& text) { return text.empty() ? "it gave no reason" : text; }

/// What both sites share; InternalError stands for "none of these".
std::pair<ErrorCode, std::string> commonMeaning(const HttpResponse& answer) {
    const std::string host = hostOf(answer);
    if (isBusy(answer.status))
        return {ErrorCode::ServerBusy, host + " has trouble right now. Try again in a few minutes."};
    if (answer.status == 400 || answer.status == 422)
        return {ErrorCode::BadRequest,
                host + " did not understand the request (" + orServer(serverText(answer)) + ")."};
    if (answer.status == 413)
        return {ErrorCode::TooLarge,
                host + " says that this is larger than it takes. Use the hf tool for it; the cache is shared."};
    return {ErrorCode::InternalError, {}};
}

std::string invalidToken(const RequestTopic& topic, const std::string& service) {
    if (topic.tokenName.starts_with("HF_") || topic.tokenName.starts_with("HUGGING") ||
        topic.tokenName.starts_with("CIVITAI_"))
        return "The token in " + topic.tokenName + " is not valid. Set a new one, or unset the variable.";
    return "Your " + service + " token is not valid any more. Set a new one with segmoe login.";
}

}  // namespace

std::string serverText(const HttpResponse& answer) {
    if (const auto message = answer.headers.first("X-Error-Message")) return shown(*message);
    if (answer.body.empty() || answer.body.front() != '{') return {};
    try {
        JsonLimits limits;
        limits.maxBytes = 64 * 1024;
        const json document = parseJson(answer.body, "an error", limits);
        for (const char* key : {"error", "message", "error_description", "errors"})
            if (const auto found = document.find(key); found != document.end())
                if (const std::string words = wordsOf(*found); !words.empty()) return shown(words);
    } catch (const Error&) {
        return {};  // an error page needs no rules
    }
    return {};
}

Error hfFailure(const HttpResponse& answer, const RequestTopic& topic) {
    const std::string code = answer.headers.first("X-Error-Code").value_or("");
    const std::string words = serverText(answer);
    const std::string repo = topic.repo.empty() ? "This page" : topic.repo;
    const std::string revision = topic.revision.empty() ? "main" : topic.revision;
    const auto result = [&](ErrorCode number, const std::string& sentence) { return made(answer, number, sentence); };
    if (answer.status == 429)
        return result(ErrorCode::RateLimited, hostOf(answer) +
                                                  " asks to wait before it answers again. Try again in some "
                                                  "minutes; with a login the limit is higher.");
    if (code == "GatedRepo")
        return result(ErrorCode::Gated,
                      "The authors of " + repo + " ask you to accept their terms. Log in on https://" + hostOf(answer) +
                          "/" + topic.repo +
                          ", accept them, and give this program a token of that account (segmoe login).");
    if (code == "RevisionNotFound")
        return result(ErrorCode::RevisionNotFound, repo + " has no revision " + quote(revision) + ". Check its name.");
    if (code == "EntryNotFound")
        return result(ErrorCode::FileNotFound,
                      repo + " has no file " + quote(topic.path) + " at " + revision.substr(0, 12) + ".");
    if (words.find("Access to this resource is disabled") != std::string::npos)
        return result(ErrorCode::RepoDisabled, "Hugging Face has disabled " + repo + ". Choose another model.");
    if (answer.status == 401 && words.find("Invalid credentials") != std::string::npos)
        return result(ErrorCode::TokenInvalid, invalidToken(topic, "Hugging Face"));
    if (answer.status == 401 && topic.repo.empty())
        return result(topic.tokenName.empty() ? ErrorCode::LoginNeeded : ErrorCode::TokenInvalid,
                      topic.tokenName.empty() ? "This needs a Hugging Face token. Set one with segmoe login."
                                              : invalidToken(topic, "Hugging Face"));
    if (code == "RepoNotFound" || answer.status == 401 || (answer.status == 404 && topic.path.empty()))
        return result(ErrorCode::RepoNotFound, repo +
                                                   " does not exist, or it is private and your token may not see it. "
                                                   "Check the name, or log in (segmoe login).");
    if (answer.status == 403)
        return result(ErrorCode::TokenScope, "Your token may not do this. It needs " +
                                                 std::string(topic.wantsWrite ? "write" : "read") + " access to " +
                                                 repo + "; make a new one in your account's settings.");
    if (answer.status == 404)
        return result(ErrorCode::FileNotFound,
                      repo + " has no file " + quote(topic.path) + " at " + revision.substr(0, 12) + ".");
    if (answer.status == 409 && topic.wantsWrite) return result(ErrorCode::RepoExists, repo + " exists already.");
    if (answer.status == 412)
        return result(ErrorCode::UploadConflict, repo + " changed while uploading. Look at it, and publish again.");
    if (const auto [number, sentence] = commonMeaning(answer); number != ErrorCode::InternalError)
        return result(number, sentence);
    return result(ErrorCode::BadServerReply, hostOf(answer) + " sent an answer that means nothing here (status " +
                                                 std::to_string(answer.status) + ").");
}

Error civitaiFailure(const HttpResponse& answer, const RequestTopic& topic) {
    const std::string words = serverText(answer);
    const std::string name = topic.repo.empty() ? "This model" : topic.repo;
    const auto says = [&](std::string_view part) { return words.find(part) != std::string::npos; };
    const auto result = [&](ErrorCode number, const std::string& sentence) { return made(answer, number, sentence); };
    if (answer.status == 429)
        return result(ErrorCode::RateLimited,
                      hostOf(answer) + " has seen many downloads from you in 24 hours. Try again later.");
    if (answer.status == 401 && (says("disabled") || says("downloads off")))
        return result(ErrorCode::DownloadsDisabled,
                      "The creator has switched downloads off for " + name + ". Choose another model.");
    if (answer.status == 401 && (says("Invalid") || says("invalid")) && !topic.tokenName.empty())
        return result(ErrorCode::TokenInvalid, invalidToken(topic, "CivitAI"));
    if (answer.status == 401)
        return result(ErrorCode::LoginNeeded,
                      name +
                          " needs a CivitAI key. Make one in your account there, and give it to this program "
                          "(segmoe login civitai).");
    if (answer.status == 403 && (says("Early Access") || says("early access")))
        return result(ErrorCode::EarlyAccess,
                      name + " is in early access (" + words + "). Buy access on its page, or wait.");
    if (answer.status == 403)
        return result(ErrorCode::Forbidden, "CivitAI refuses " + name + " for you (" + orServer(words) + ").");
    if (answer.status == 404)
        return result(ErrorCode::RepoNotFound, name + " does not exist on CivitAI, or it was removed.");
    if (answer.status == 410)
        return result(ErrorCode::Archived, name + " is archived; its files are gone. Choose another version.");
    if (const auto [number, sentence] = commonMeaning(answer); number != ErrorCode::InternalError)
        return result(number, sentence);
    return result(ErrorCode::BadServerReply, hostOf(answer) + " sent an answer that means nothing here (status " +
                                                 std::to_string(answer.status) + ").");
}

}  // namespace segmoe::hub
