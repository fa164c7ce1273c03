// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/console.h"

#include <cstdlib>
#include <iostream>
#include <string_view>

#include <sys/ioctl.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

namespace segmoe::cli {

namespace {

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

}  // namespace

bool isTerminal(int descriptor) { return ::isatty(descriptor) == 1; }

bool wantsColour(int descriptor) {
    return isTerminal(descriptor) && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

bool hasUtf8Locale() {
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        const std::string_view value = environment(name);
        if (!value.empty())
            return value.find("UTF-8") != std::string_view::npos || value.find("utf8") != std::string_view::npos;
    }
    return false;
}

int terminalWidth(int descriptor) {
    winsize size{};
    const bool known = ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : 80;
}

Console::Console(Options options)
    : m_options(options), m_colourOut(wantsColour(STDOUT_FILENO)), m_colourError(wantsColour(STDERR_FILENO)) {}

void Console::document(const nlohmann::json& value) const {
    if (!m_options.json) return;
    // Names in a model file may be any bytes; a document must be valid UTF-8 all the same.
    std::cout << value.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n' << std::flush;
}

void Console::line(const std::string& text) const {
    if (!m_options.json) std::cout << text << '\n' << std::flush;
}

void Console::note(const std::string& text) const {
    if (!m_options.quiet) std::cerr << "note: " << text << '\n';
}

void Console::failure(const std::string& code, const std::string& message, const std::string& detail) const {
    document({{"error", {{"code", code}, {"message", message}, {"detail", detail}}}});
    std::cerr << (m_colourError ? "\033[1;31merror:\033[0m " : "error: ") << message << '\n';
    if (!detail.empty() && (m_options.verbose || !m_options.json))
        std::cerr << detail << (detail.ends_with('\n') ? "" : "\n");
}

std::string Console::heading(const std::string& text) const {
    return m_colourOut ? "\033[1m" + text + "\033[0m" : text;
}

}  // namespace segmoe::cli
