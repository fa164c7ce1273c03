// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <QStringList>

#include "core/domain/picture_settings.h"

namespace segmoe::ui {

/// What people call the model at this path.
QString modelTitle(const QString& path);

/// The path among `models` that is called like the model a picture names; empty when none is.
QString modelNamed(const std::string& name, const QStringList& models);

/// "hf:owner/name@commit" and "owner/name@commit" are the same; so are "civitai:MODEL@VERSION" and "civitai:VERSION".
QString plainReference(QString reference);

/// Whether the picture says which hub has the model.
bool isOnHub(const NamedModel& model);

/// What getting models that a picture names takes.
struct MissingModels {
    QStringList references;  ///< of the hubs, each once
    QStringList unknown;     ///< names of those that no hub is known for
};
MissingModels missingModels(const std::vector<NamedModel>& missing);

}  // namespace segmoe::ui
