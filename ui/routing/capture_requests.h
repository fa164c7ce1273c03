// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QHash>
#include <QObject>

#include "core/domain/picture_settings.h"
#include "ui/bridge/starter_kit.h"
#include "ui/library/known_models.h"
#include "ui/render/lora_index.h"
#include "ui/render/named_models.h"

namespace segmoe::ui {

struct StudioContext;

/// How a render that a file tells of can be made again.
struct RenderWay {
    std::optional<RenderRequest> request;  ///< nothing while something is missing
    bool isFromParts = false;              ///< the mixture is put together anew, and its gates are measured again
    QString missing;                       ///< the name of what is not on this computer; empty = the file names nothing
    MissingModels toGet;
};

/// Makes requests out of what captures and pictures say about their making. Models are looked for where recall looks:
/// in the library, among those used lately and the starter's; and the mixture of the Mix page may be the one.
class CaptureRequests : public QObject {
    Q_OBJECT
public:
    explicit CaptureRequests(StudioContext& context, QObject* parent = nullptr);

    RenderWay wayOf(const PictureSettings& settings);
    /// Somebody has shown where the model with this name is.
    void locate(const QString& name, const QString& path);

Q_SIGNALS:
    /// What was missing may be here now.
    void changed();

private:
    QString find(const NamedModel& model) const;
    QString findLora(const QString& name) const;
    /// The mixture of the Mix page, where it is that one.
    std::shared_ptr<const MixRecipe> openMix(const PictureSettings& settings, const NamedModel& main) const;
    /// With the files of its LoRAs; null while one is missing.
    std::shared_ptr<const MixRecipe> withLoras(const std::shared_ptr<const MixRecipe>& recipe) const;
    /// Chips and embeddings of the prompt. Returns the names of LoRAs that nobody finds.
    QStringList addPromptFiles(RenderRequest& request);
    MissingModels missingOf(const PictureSettings& settings, const NamedModel& main) const;

    StudioContext& m_context;
    KnownModels m_known;
    LoraIndex m_loras;
    StarterKit m_starter;
    QHash<QString, QString> m_located;  ///< [name]
    QHash<QString, QString> m_arrived;  ///< [plain reference]
    bool m_isLibraryAsked = false;
};

}  // namespace segmoe::ui
