// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

#include "tests/bench/bench_options.h"
#include "tests/bench/contest.h"
#include "tests/core/hub/downloading.h"

namespace segmoe::bench {

namespace {

constexpr std::size_t kBytes = 400'000'000;

void shell(const std::string& command) {
    if (std::system(command.c_str()) != 0) throw std::runtime_error("This command failed: " + command);
}

}  // namespace

void benchDownload(const BenchOptions& options) {
    test::DownloadBench bench(test::weightsText(kBytes));
    hub::SystemClock clock;
    const hub::DownloadServices services{bench.transport, bench.resolver, clock, hub::randomJitter()};
    hub::DownloadRequest request = bench.request(bench.path);
    const std::string link = bench.resolver.resolve(request.source, {}).url;
    const std::filesystem::path ours = options.work / "ours.safetensors";
    const std::filesystem::path theirs = options.work / "theirs.safetensors";
    request.target = ours;
    const auto download = [&] {
        std::filesystem::remove(ours);
        hub::FileDownload(request, services).run({});
    };
    const auto curl = [&](const std::string& after) {
        std::filesystem::remove(theirs);
        shell("curl -sf -o '" + theirs.string() + "' '" + link + "'" + after);
    };
    const std::string digest = " && sha256sum '" + theirs.string() + "' > /dev/null";
    const std::string durable = " && sync '" + theirs.string() + "'";
    const Contest contest("download of 400 MB over loopback, with its SHA-256",
                          {{"ours", [&] { return timed(download); }},
                           {"curl, then sha256sum", [&] { return timed([&] { curl(digest); }); }},
                           {"curl, sha256sum, sync", [&] { return timed([&] { curl(digest + durable); }); }}},
                          options.pairs);
    contest.printSeconds();
    contest.printRatio("curl, then sha256sum", "ours");
    contest.printRatio("curl, sha256sum, sync", "ours");
}

}  // namespace segmoe::bench
