// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include <QString>

#include "core/domain/picture_settings.h"
#include "ui/shell/navigator.h"

namespace segmoe::ui {

/// What became of one field of a picture's settings.
struct RecallRow {
    enum class Outcome { Applied, Changed, Ignored };
    QString field;
    QString found;
    QString result;
    Outcome outcome = Outcome::Applied;
    bool isInformation = false;  ///< did not make the picture what it is: nobody has to be asked
};

/// How a picture's settings would fill the form. Nothing is changed yet.
struct RecallPlan {
    RenderRequest request;                     ///< what the form would show
    QString model;                             ///< to choose; empty = the present one stays
    std::shared_ptr<const MixRecipe> mixture;  ///< the same, of a mixture that lies in no file
    std::vector<RecallRow> rows;
    std::vector<NamedModel> missing;
    bool promptsDiffer = false;  ///< typed and resolved prompt are both there and not the same

    /// Whether somebody has to be told before it is applied.
    bool needsQuestion() const;
};

/// The path of a model the picture names, or empty: by hash where there is one, else by name.
using ModelLookup = std::function<QString(const NamedModel& model)>;

/// Fills `form` with the wanted part. Values are foreign: what is out of range moves to the nearest that is possible or
/// is left out, and a row says so. resolved takes the resolved prompt where it differs.
RecallPlan planRecall(const PictureSettings& settings, RecallPart part, const RenderRequest& form,
                      const ModelLookup& lookup, bool resolved = false);

}  // namespace segmoe::ui
