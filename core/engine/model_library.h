// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/hashing.h"
#include "core/base/progress.h"
#include "core/engine/digest_worker.h"
#include "core/engine/model_copies.h"
#include "core/engine/model_facts.h"
#include "core/engine/model_header.h"
#include "core/engine/model_preview.h"
#include "core/engine/model_uses.h"

namespace segmoe {

/// A folder of models that the user has named.
struct LibraryRoot {
    enum class State { Ok, Missing, NoAccess };
    std::filesystem::path path;
    bool isEnabled = true;
    bool isForeign = false;  ///< another program's: nothing in it is moved or deleted
    State state = State::Ok;
    int models = 0;
    std::int64_t bytes = 0;
};

/// A model on this disk.
struct LibraryModel {
    ModelFacts facts;
    std::filesystem::path root;
    bool isFolder = false;
    std::string sha256;  ///< of a file; empty = not computed yet
    std::string autoV3;  ///< of a .safetensors file, when its digests were read here
    std::string alias;
    std::vector<std::string> tags;
    std::int64_t added = 0;     ///< seconds since 1970
    std::int64_t lastUsed = 0;  ///< 0 = never
    bool isMissing = false;     ///< was there at the last look
    int copies = 1;             ///< files with this digest that take room of their own; see countCopies()
    std::uint64_t device = 0;   ///< equal pairs of device and inode share their room; 0, 0 = not known
    std::uint64_t inode = 0;
    ModelPreview preview;  ///< as it was when the model was told
    bool operator==(const LibraryModel&) const = default;
};

/// Sets LibraryModel::copies of all of them.
void countCopies(std::vector<LibraryModel>& models);

/// What happens while folders are scanned. Called on the thread that scans.
struct LibraryScanEvents {
    std::function<void(int done, int found)> progress;
    /// Models that are new or have changed, a few hundred at a time.
    std::function<void(const std::vector<LibraryModel>&)> batch;
};

struct LibraryScanReport {
    int models = 0;
    int read = 0;     ///< whose header was read: new or changed
    int missing = 0;  ///< newly gone
    double seconds = 0.0;
};

/// Reading in the background. Deleting it stops, within one buffer; what was read is remembered.
class LibraryIdentification {
public:
    virtual ~LibraryIdentification() = default;
};

/// The models on this disk: folders the user has named, looked at header by header and remembered in an index. Files
/// stay where they are. One thread at a time.
class LibraryAccess {
public:
    virtual ~LibraryAccess() = default;

    /// The index could not be used and was begun anew: scan again.
    virtual bool wasRebuilt() const = 0;

    virtual std::vector<LibraryRoot> roots() = 0;
    /// Throws Error{FolderMissing; RequestInvalid when it is there already}.
    virtual void addRoot(const std::filesystem::path& folder, bool isForeign) = 0;
    virtual void setRootEnabled(const std::filesystem::path& folder, bool isEnabled) = 0;
    virtual void removeRoot(const std::filesystem::path& folder) = 0;

    /// Everything that is known, sorted by path.
    virtual std::vector<LibraryModel> models() = 0;
    /// Looks at all enabled folders, or at one. Only headers of new and changed files are read. What was found before a
    /// cancel stays. Throws Error, Cancelled.
    virtual LibraryScanReport scan(const LibraryScanEvents& events, const CancelToken& cancel,
                                   const std::filesystem::path& onlyRoot) = 0;

    /// Computes and remembers the digests of a file; of a folder nothing. Throws Error, Cancelled.
    virtual FileDigests hash(const std::filesystem::path& model, const ProgressSink& progress,
                             const CancelToken& cancel) = 0;
    /// The .safetensors files of enabled folders whose digest is not known: first those that may be a copy of another,
    /// then small ones before large ones.
    virtual std::vector<std::filesystem::path> unidentified() = 0;
    /// Reads files on a thread of its own, one after another. Nothing of the library is touched there: tell it with
    /// noteDigests() what `watch` was told.
    virtual std::unique_ptr<LibraryIdentification> identify(std::vector<std::filesystem::path> models,
                                                            DigestWatch watch) = 0;
    virtual void noteDigests(const std::filesystem::path& model, const FileDigests& digests) = 0;

    /// All files with the digest of this one, itself included. Throws Error.
    virtual std::vector<ModelCopy> copiesOf(const std::filesystem::path& model) = 0;
    /// Throws unless each of them still holds what `keep` holds, byte for byte. Throws Error, Cancelled.
    virtual void checkCopies(const std::filesystem::path& keep, const std::vector<std::filesystem::path>& copies,
                             const ProgressSink& progress, const CancelToken& cancel) = 0;
    /// Makes copies hard links to `keep`, each checked first; those planCopies() allows. Returns the bytes that became
    /// free. What was joined before an error stays joined. Throws Error, Cancelled.
    virtual std::int64_t joinCopies(const std::filesystem::path& keep, const std::vector<std::filesystem::path>& copies,
                                    const ProgressSink& progress, const CancelToken& cancel) = 0;

    /// Moves a model into a folder of the library; alias, tags and digest stay with it. Returns its new place. Throws
    /// Error{RequestInvalid: not in a folder of the library, or of another program}, and as store::moveEntry().
    virtual std::filesystem::path move(const std::filesystem::path& model, const std::filesystem::path& folder,
                                       const ProgressSink& progress, const CancelToken& cancel) = 0;
    /// As core/engine's readModelHeader().
    virtual ModelHeader header(const std::filesystem::path& model) = 0;
    /// The recipes given, those in the library's folders and in the program's own, and the pictures of its gallery.
    virtual ModelUses uses(const std::filesystem::path& model, const std::vector<std::filesystem::path>& recipes) = 0;

    virtual void setAlias(const std::filesystem::path& model, const std::string& alias) = 0;
    virtual void setTags(const std::filesystem::path& model, const std::vector<std::string>& tags) = 0;
    virtual void noteUse(const std::filesystem::path& model) = 0;
    /// Forgets a model that is missing or was moved to the trash.
    virtual void forget(const std::filesystem::path& model) = 0;
};

/// Where the index of a data folder lies: FOLDER/library.sqlite.
std::filesystem::path libraryFile(const std::filesystem::path& folder);

/// The library of a data folder, in `FOLDER/library.sqlite`; several may have it open. Throws Error{NotWritable,
/// LocalIo, FormatUnsupported}.
std::unique_ptr<LibraryAccess> openLibrary(const std::filesystem::path& folder);

/// Folders in which other programs keep models, as far as they are on this machine: AUTOMATIC1111, Forge, ComfyUI,
/// InvokeAI, the Hugging Face cache (HF_HUB_CACHE, HF_HOME).
struct KnownFolder {
    std::string program;
    std::filesystem::path path;
    int models = 0;  ///< files and folders that look like models; nothing was opened
    std::int64_t bytes = 0;
};
std::vector<KnownFolder> knownModelFolders();

}  // namespace segmoe
