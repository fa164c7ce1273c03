// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace segmoe {

enum class Stage { Waiting, Checking, Loading, EncodingPrompt, MeasuringGates, Sampling, Decoding, Writing, Done };

/// "loading", "sampling"…: the words of logs and of the command line, not translated.
std::string_view stageName(Stage stage);

/// How far a job is. Values only: may cross threads.
struct Progress {
    Stage stage = Stage::Waiting;
    int step = 0;              ///< finished parts of this stage
    int total = 0;             ///< parts of this stage; 0 = unknown, show a busy bar
    int image = 0;             ///< index of the picture being made
    int images = 1;            ///< pictures of the job
    double fraction = -1.0;    ///< 0…1 of the whole job, -1 = unknown
    double etaSeconds = -1.0;  ///< estimated rest, -1 = unknown
    std::string item;          ///< file, expert or tensor being worked on; may be empty
};

/// Called on the thread that does the work; must return quickly and must not throw.
using ProgressSink = std::function<void(const Progress&)>;

}  // namespace segmoe
