// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

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

/// Clients, cache and stand-in of one test. Waits cost no time.
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
        connect();
    }
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
    static hub::FoundToken found(const std::string& text, std::vector<std::string> origins) {
        if (text.empty()) return {};
        return {hub::Credential(text, std::move(origins)), hub::FoundToken::Origin::Settings, "test", true};
    }

    std::string m_token;
    std::string m_key;
};

}  // namespace segmoe::test
