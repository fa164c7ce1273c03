// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <QtTest/QtTest>

#include "core/base/log.h"
#include "core/hub/curl_transport.h"
#include "core/hub/model_store.h"
#include "core/hub/parallel_fetch.h"
#include "core/hub/retrying_transport.h"
#include "tests/core/hub/fake_clock.h"
#include "tests/support/standin/standin.h"
#include "tests/support/test_support.h"

namespace segmoe::test {

inline const std::string kRepo = "ada/tiny";

/// The tiny SD 1.5 of the golden data, and a pickle that nobody needs.
inline std::map<std::string, std::string> tinyModel() {
    std::map<std::string, std::string> files;
    const std::filesystem::path folder = goldenPath("models/sd1");
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            files[entry.path().lexically_relative(folder).generic_string()] = readFile(entry.path());
    files["unet/diffusion_pytorch_model.bin"] = "pickle";
    return files;
}

/// What errors and the log have said since the world of this test began; several threads may speak.
class Words {
public:
    void add(std::string_view text) {
        const std::lock_guard lock(m_mutex);
        m_text.append(text).append("\n");
    }
    std::string take() {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_text, {});
    }

private:
    std::mutex m_mutex;
    std::string m_text;
};
inline Words& words() {
    static Words only;
    return only;
}

/// As expectError(); what the error says is looked through when the world ends.
template <class F>
Error refusalOf(F&& f) {
    Error error = expectError(std::forward<F>(f));
    words().add(error.what());
    words().add(error.detail());
    return error;
}

/// Clients, cache and stand-in of one test. Waits cost no time. At its end the tokens must stand nowhere but where they
/// belong (F64): in no file, no error, no line of the log, and in no request to another origin.
struct World {
    standin::Standin server;
    TempDir folder;
    hub::NetworkSettings settings;
    FakeClock clock;
    std::unique_ptr<hub::CurlTransport> curl;
    std::unique_ptr<hub::RetryingTransport> transport;
    std::unique_ptr<hub::HfHub> hub;
    std::unique_ptr<hub::Civitai> civitai;
    hub::HfCache cache{folder / "cache"};
    std::unique_ptr<hub::ModelStore> store;

    /// Empty tokens: nobody is logged in.
    explicit World(std::string token = standin::Standin::kToken, std::string key = standin::Standin::kCivitaiKey)
        : m_token(std::move(token)), m_key(std::move(key)) {
        settings.endpoint = server.url("hub");
        (void)words().take();
        setLogSink([](LogLevel, std::string_view line) { words().add(line); });
        connect();
    }
    ~World() {
        setLogSink({});
        const std::string said = words().take();
        for (const std::string& secret : {m_token, m_key})
            if (!secret.empty()) requireNowhere(secret, said);
    }
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    /// Clients with connections of their own: a child process must not use its parent's.
    void connect() {
        store.reset();
        civitai.reset();
        hub.reset();
        transport.reset();
        curl = std::make_unique<hub::CurlTransport>(settings);
        transport = std::make_unique<hub::RetryingTransport>(*curl, clock, [] { return 0.5; });
        hub = std::make_unique<hub::HfHub>(*transport, server.url("hub"), found(m_token, {server.url("hub")}));
        // As the hosts of CivitAI share their key, so do the two that stand in for them.
        civitai = std::make_unique<hub::Civitai>(*transport, server.url("civitai"),
                                                 found(m_key, {server.url("civitai"), server.url("civitai-twin")}));
        store = std::make_unique<hub::ModelStore>(*hub, *civitai, cache, folder / "models");
    }

    hub::FetchPlan plan(const std::string& reference) {
        return store->plan(*hub::parseModelLink(reference), std::nullopt, {});
    }
    std::filesystem::path fetch(const hub::FetchPlan& planned) {
        hub::ParallelFetcher fetcher(*transport, clock);
        return store->fetch(planned, fetcher, {});
    }
    std::filesystem::path fetch(const std::string& reference) { return fetch(plan(reference)); }

    /// Every file and link below the folder of this test, as paths relative to it, sorted; lock files and the mark of
    /// a cache left out.
    std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
            const std::string name = entry.path().lexically_relative(folder.path()).generic_string();
            const bool isOfTheCache = name.ends_with(".lock") || name.ends_with("CACHEDIR.TAG");
            if (!entry.is_directory() && !isOfTheCache) names.push_back(name);
        }
        std::sort(names.begin(), names.end());
        return names;
    }

private:
    void requireNowhere(const std::string& secret, const std::string& said) const {
        const auto has = [&](const std::string& text) { return text.find(secret) != std::string::npos; };
        if (has(said)) QTest::qFail(("a token was said: " + said).c_str(), __FILE__, __LINE__);
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path()))
            if (entry.is_regular_file() && has(readFile(entry.path())))
                QTest::qFail(("a token was written to " + entry.path().string()).c_str(), __FILE__, __LINE__);
        const bool isKey = secret == m_key;
        for (const standin::Record& record : server.log()) {
            const bool isHome = record.request.origin.starts_with("civitai") ? isKey : record.request.origin == "hub";
            bool isSeen = has(record.request.target);
            for (const auto& [name, value] : record.request.headers) isSeen |= !isHome && has(value);
            if (isSeen) QTest::qFail(("a token went to " + record.request.origin).c_str(), __FILE__, __LINE__);
        }
    }
    static hub::FoundToken found(const std::string& text, std::vector<std::string> origins) {
        if (text.empty()) return {};
        return {hub::Credential(text, std::move(origins)), hub::FoundToken::Origin::Settings, "test", true};
    }

    std::string m_token;
    std::string m_key;
};

}  // namespace segmoe::test
