// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace segmoe::hub {

enum class Site { HuggingFace, CivitAi };

/// Which model on which site a text means. Every name in it has passed the rules of hub_names.h and path_rules.h.
struct ModelLink {
    Site site = Site::HuggingFace;

    std::string repo;      ///< Hugging Face: "name" or "owner/name"
    std::string revision;  ///< empty = the repository's main branch
    std::string file;      ///< one file or folder of the repository; empty = the repository is the model

    std::int64_t modelId = 0;    ///< CivitAI; 0 = not said
    std::int64_t versionId = 0;  ///< 0 = the newest version of the model
    std::int64_t fileId = 0;     ///< 0 = the file is chosen
    std::string fp;              ///< wish for a precision ("fp16")
    std::string size;            ///< wish for a size ("pruned", "full")

    bool hadToken = false;  ///< the text carried a token; it was dropped, and its owner should be told

    /// To a version of CivitAI, and no more said.
    static ModelLink ofVersion(std::int64_t versionId);

    /// The shortest text that parses to the same link but for hadToken: "owner/name@revision", "hf://…/file",
    /// "civitai:VERSION?file=ID&fp=fp16"; of a model whose version is open its page, "…/models/ID?fileId=F".
    std::string text() const;
    /// The same text for all links to the same thing: text(), but of a CivitAI version without the model it is of.
    std::string reference() const;
    /// The page for people.
    std::string page() const;
    bool operator==(const ModelLink&) const = default;
};

/// Reads what people paste and recipes name:
///   owner/name · owner/name@revision · owner/name:folder · hf:owner/name · hf://owner/name@revision/path ·
///   hf://name:path · https://huggingface.co (or hf.co)/owner/name[/{tree|blob|resolve|raw|commit}/revision[/path]]
///   https://civitai.com (.red, .green)/models/ID[/…][?modelVersionId=V] · /api/download/models/V · /api/v1/models/ID ·
///   /api/v1/model-versions/V · /model-versions/V, each with [?fileId=F&fp=…&size=…]
///   civitai:V[?file=F&fp=…&size=…] · civitai:ID@V
///   [urn:][air:]ecosystem:type:{civitai|huggingface}:id[@version][+file][.format]
/// Nothing for a text that is no link or id at all. Throws Error{RequestInvalid} for a link that leads elsewhere or
/// lacks a part, Error{NameRefused} for one whose names or paths are hostile. `endpoint`: address of a mirror whose
/// links count as Hugging Face's; may be empty.
std::optional<ModelLink> parseModelLink(std::string_view text, std::string_view endpoint = {});

}  // namespace segmoe::hub
