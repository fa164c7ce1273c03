// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/log_output.h"

#include <memory>
#include <utility>
#include <vector>

#include <unistd.h>

#include <spdlog/logger.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_color_sinks.h>

#include "app/cli/console.h"
#include "core/base/log.h"

namespace segmoe::cli {

namespace {

constexpr std::size_t kFileBytes = 1'000'000;
constexpr std::size_t kOlderFiles = 2;
// Several programs may write to one file: the number tells their lines apart.
constexpr const char* kFilePattern = "%Y-%m-%dT%H:%M:%S.%e%z %P %l %v";
constexpr const char* kConsolePattern = "%H:%M:%S %^%l%$ %v";
// A bar may stand on the line; it is drawn anew after this.
constexpr const char* kTerminalPattern = "\r\033[K%H:%M:%S %^%l%$ %v";

spdlog::level::level_enum levelOf(LogLevel level) {
    switch (level) {
        case LogLevel::Debug: return spdlog::level::debug;
        case LogLevel::Info: return spdlog::level::info;
        case LogLevel::Warning: return spdlog::level::warn;
        case LogLevel::Error: return spdlog::level::err;
    }
    return spdlog::level::err;
}

spdlog::sink_ptr fileSink(const LogOptions& options) {
    // spdlog makes missing folders itself.
    auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_st>((options.folder / "segmoe.log").string(),
                                                                       kFileBytes, kOlderFiles);
    sink->set_pattern(kFilePattern);
    sink->set_level(options.verbose ? spdlog::level::debug : spdlog::level::info);
    return sink;
}

spdlog::sink_ptr consoleSink() {
    auto sink = std::make_shared<spdlog::sinks::stderr_color_sink_st>(
        wantsColour(STDERR_FILENO) ? spdlog::color_mode::always : spdlog::color_mode::never);
    sink->set_pattern(isTerminal(STDERR_FILENO) ? kTerminalPattern : kConsolePattern);
    return sink;
}

std::shared_ptr<spdlog::logger> makeLogger(const LogOptions& options) {
    std::vector<spdlog::sink_ptr> sinks;
    if (options.verbose) sinks.push_back(consoleSink());
    if (!options.folder.empty()) {
        try {
            sinks.push_back(fileSink(options));
        } catch (const spdlog::spdlog_ex&) {
            // A home that cannot be written costs the file, not the work.
        }
    }
    auto logger = std::make_shared<spdlog::logger>("segmoe", sinks.begin(), sinks.end());
    logger->set_level(spdlog::level::debug);
    logger->flush_on(spdlog::level::debug);
    logger->set_error_handler([](const std::string&) {});  // a full disk: the same
    return logger;
}

}  // namespace

void installLog(const LogOptions& options) {
    setLogSink([options, logger = std::shared_ptr<spdlog::logger>()](LogLevel level, std::string_view line) mutable {
        if (level == LogLevel::Debug && !options.verbose) return;
        if (!logger) logger = makeLogger(options);
        logger->log(levelOf(level), spdlog::string_view_t(line.data(), line.size()));
    });
}

}  // namespace segmoe::cli
