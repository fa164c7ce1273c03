// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace segmoe::cli {

/// Where the words of the command line go: results to standard output, everything else to standard error.
/// With json nothing but one document reaches standard output. Used from the main thread.
class Console {
public:
    struct Options {
        bool json = false;
        bool quiet = false;    ///< no progress, no notes
        bool verbose = false;  ///< details of errors, items of progress
    };

    explicit Console(Options options);

    const Options& options() const { return m_options; }

    /// The document of --json; nothing without it.
    void document(const nlohmann::json& value) const;
    /// A line for people on standard output; nothing with --json.
    void line(const std::string& text) const;
    /// A sentence worth knowing, on standard error.
    void note(const std::string& text) const;
    /// An error: the sentence on standard error, with --json also the error document.
    void failure(const std::string& code, const std::string& message, const std::string& detail) const;

    /// Emphasis of headings on a terminal that wants colour, else the text itself.
    std::string heading(const std::string& text) const;

private:
    Options m_options;
    bool m_colourOut;
    bool m_colourError;
};

/// Whether the stream (1 or 2) is a terminal.
bool isTerminal(int descriptor);
/// A terminal without NO_COLOR and other than "dumb".
bool wantsColour(int descriptor);
/// Whether the locale can show bars and lines beyond ASCII.
bool hasUtf8Locale();
/// Columns of the terminal behind the descriptor; 80 when it does not say.
int terminalWidth(int descriptor);

}  // namespace segmoe::cli
