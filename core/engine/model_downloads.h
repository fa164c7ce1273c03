// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/engine/failure.h"

namespace segmoe {

enum class DownloadState {
    Queued,
    Resolving,   ///< the hub is asked what the model consists of
    Checking,    ///< what has arrived before is read again
    Running,     ///< bytes come
    Paused,      ///< by the user
    Waiting,     ///< for a connection, or for as long as the hub asks to; goes on by itself
    Verifying,   ///< digests of whole files
    Publishing,  ///< the model gets its place
    Done,
    Failed,
    Cancelled,  ///< what has arrived is kept until remove()
};

/// One model on its way: the files it needs, as one row of the list.
struct ModelDownload {
    std::uint64_t id = 0;
    std::string reference;               ///< shortest form: "owner/name@revision", "civitai:VERSION"
    std::optional<std::string> variant;  ///< as it was asked for
    std::string title;
    std::string page;  ///< for people
    DownloadState state = DownloadState::Queued;
    std::uint64_t done = 0;   ///< bytes of all files, those that were here already included
    std::uint64_t total = 0;  ///< 0 = not known yet
    double bytesPerSecond = 0.0;
    double etaSeconds = -1.0;        ///< -1 = not known
    int ahead = 0;                   ///< of a queued one: rows that come first
    std::string file;                ///< under way
    std::filesystem::path place;     ///< folder or file, once it is there
    std::filesystem::path folder;    ///< where it goes: the shared cache, or the folder of CivitAI's files
    std::optional<Failure> failure;  ///< of a failed one, and why a waiting one waits
    /// Of one that waits because the hub asked it to.
    std::optional<std::chrono::system_clock::time_point> waitsUntil;
    int arrivals = 0;  ///< how often it has become Done since the program began
};

/// The list of downloads: plans, fetches several files at a time, verifies, and gives each model its place in the cache
/// of the Python tools or in the folder for CivitAI's files, exactly as HubAccess::fetch() does. Survives the end of
/// the program: what was queued or under way goes on at the next start(). Thread-safe; every call returns at once.
class ModelDownloads {
public:
    /// Interrupts what is under way, keeps what has arrived, waits for the threads.
    virtual ~ModelDownloads() = default;

    virtual void start() = 0;
    /// Puts a model at the end and returns its id; one that is in the list already is joined, and resumed where it
    /// stands still. Throws Error{RequestInvalid, NameRefused} for a text that names no model of a hub.
    virtual std::uint64_t get(const std::string& reference, const std::optional<std::string>& variant) = 0;
    virtual void pause(std::uint64_t id) = 0;
    /// Goes on with one that is paused, cancelled, failed or waiting. After Error{ContentChanged} with the new version.
    virtual void resume(std::uint64_t id) = 0;
    /// First of all, even where another file has to wait for it.
    virtual void startNow(std::uint64_t id) = 0;
    virtual void cancel(std::uint64_t id) = 0;
    /// Takes it from the list and removes what has arrived of an unfinished one; a model that is there stays.
    virtual void remove(std::uint64_t id) = 0;
    /// Among those that are not done: by -1 up, by 1 down; to the front with moveFirst().
    virtual void move(std::uint64_t id, int by) = 0;
    virtual void moveFirst(std::uint64_t id) = 0;
    virtual void pauseAll() = 0;
    virtual void resumeAll() = 0;
    /// Takes away those that are done.
    virtual void clearDone() = 0;
    virtual void setParallel(int files) = 0;
    /// Of all together; 0 = none.
    virtual void setLimit(std::int64_t bytesPerSecond) = 0;
    /// In their order.
    virtual std::vector<ModelDownload> rows() const = 0;
};

struct DownloadsOptions {
    std::filesystem::path folder;  ///< for the list; made when missing
    int parallel = 4;              ///< files at a time
    std::int64_t limit = 0;        ///< bytes per second, 0 = none
    /// The first wait after a lost connection; doubles up to five minutes.
    std::chrono::milliseconds firstWait{15'000};
    /// rows() has become different: states at once, progress at most ten times a second for each file. Called on the
    /// threads that work; must be quick, must not throw and must not call the list.
    std::function<void()> changed;
};

/// Reads the list. Throws what openHub() throws, Error{NotWritable, DiskFull, LocalIo}.
std::unique_ptr<ModelDownloads> openDownloads(const DownloadsOptions& options);

}  // namespace segmoe
