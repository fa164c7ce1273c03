// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>

#include <QString>

#include "core/engine/model_facts.h"

namespace segmoe::ui {

/// What is known about one source of the mix.
struct SourceInfo {
    enum class State {
        Unknown,   ///< nobody has looked yet
        Checking,  ///< the header is being read
        Ok,
        Missing,  ///< not at its place
        Remote,   ///< a repository or a link: not on this computer
        Refused,  ///< facts.refusal says why
    };
    State state = State::Unknown;
    ModelFacts facts;                  ///< when Ok or Refused
    std::optional<int> arriving = {};  ///< percent of its download, while there is one
    bool isChanged = false;            ///< on disk, since the facts were read
};

/// By source, as the recipe writes it.
using SourceInfos = std::map<QString, SourceInfo>;

/// How LoRAs fit models, by the sources of both.
using LoraFits = std::map<std::pair<QString, QString>, LoraFit>;

/// Unknown for a source nobody has looked at.
const SourceInfo& infoOf(const SourceInfos& infos, const QString& source);

/// What the hubs are asked for to fit this base: "sd1", "sd2", "sdxl"; empty while it is not known, or for others.
QString hubArchitecture(const SourceInfo& base);
/// Whether these two models can be parts of one mixture.
bool isMixable(const ModelFacts& base, const ModelFacts& expert);
/// The page for people of the hub a model comes from: as the recipe names it, else as its file tells; empty = none.
QString modelPageOf(const QString& source, const SourceInfo& info);
/// "6.94 GB fp16 · hub or folder · licence".
QString infoLine(const QString& source, const SourceInfo& info);

}  // namespace segmoe::ui
