// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>

#include <string>

#include <nlohmann/json.hpp>

#include "tests/bench/bench_options.h"
#include "tests/bench/contest.h"

namespace segmoe::bench {

/// The reference in a process of its own that lives through a case (reference_worker.py): our side and it take turns,
/// and what it has loaded stays loaded. Not copyable; ends with the object.
class ReferenceWorker {
public:
    /// Starts the interpreter and imports the peers. Throws std::runtime_error with what it said when it cannot.
    explicit ReferenceWorker(const BenchOptions& options);
    ~ReferenceWorker();
    ReferenceWorker(const ReferenceWorker&) = delete;
    ReferenceWorker& operator=(const ReferenceWorker&) = delete;

    /// Sends one command and waits for its answer, however long it takes. Throws std::runtime_error with the worker's
    /// own words when it fails.
    nlohmann::json ask(const nlohmann::json& command);
    /// The "seconds" and "processor" of the answer.
    Cost cost(const nlohmann::json& command);
    /// "torch 2.13.0, diffusers 0.42.1, …".
    const std::string& versions() const { return m_versions; }

private:
    QProcess m_process;
    std::string m_versions;
};

}  // namespace segmoe::bench
