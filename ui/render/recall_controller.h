// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include <QObject>
#include <QPoint>

#include "ui/bridge/picture_client.h"
#include "ui/render/recall_plan.h"

class QMimeData;

namespace segmoe::ui {

class KnownModels;
class ModelChooser;
class Navigator;
class PromptSources;
class RenderHistory;
class RequestForm;
class Theme;

/// Brings settings of pictures, texts and earlier renders back into the form. What the form held before is kept in the
/// history, and a notice offers to put it back.
class RecallController : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Theme& theme;
        PictureClient& pictures;
        Navigator& navigator;
        RequestForm& form;
        ModelChooser& chooser;
        RenderHistory& history;
        const PromptSources& sources;
        const KnownModels& known;
    };
    RecallController(const Parts& parts, QWidget* page);

    void recall(const PictureSettings& settings, RecallPart part);
    void recallFile(const QString& file, RecallPart part);
    void recallText(const QString& text, RecallPart part);
    /// A file dialog, then everything of the picture.
    void import();
    /// A picture or a text with settings was dropped or pasted: asks which part at that place.
    void offer(const QMimeData& data, const QPoint& globalPosition);
    /// Whether offer() would have something to read.
    static bool canRead(const QMimeData& data);
    /// The whole form anew, undoable.
    void replace(const RenderRequest& request, const QString& model = {},
                 const std::shared_ptr<const MixRecipe>& mixture = {});

private:
    void answered(PictureQuestion question, const PictureSettings& settings);
    void apply(const RecallPlan& plan, bool getMissing);
    void askForMissing(const RecallPlan& plan);
    void takeArrived(const QString& reference, const QString& place);
    QString find(const NamedModel& model) const;

    Parts m_parts;
    QWidget* m_page;
    std::map<PictureQuestion, RecallPart> m_questions;
    QString m_awaited;  ///< the model a picture was made with, on its way
};

}  // namespace segmoe::ui
