// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// What may be dropped on the render page: pictures with settings, and models.
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>

#include "ui/mix/drop_refusal.h"
#include "ui/render/recall_controller.h"
#include "ui/render/render_page.h"
#include "ui/widgets/drop_hint.h"
#include "ui/widgets/mime_kinds.h"

namespace segmoe::ui {

namespace {

QString droppedModel(const QMimeData& data) {
    for (const DraggedModel& model : readModels(data))
        if (!model.ref.isEmpty()) return model.ref;
    for (const QString& file : localFiles(data)) {
        const FileKind kind = fileKind(file);
        if (kind == FileKind::Folder || kind == FileKind::Safetensors || kind == FileKind::Recipe)
            return QFileInfo(file).absoluteFilePath();
    }
    return {};
}

/// Why nothing of it can be rendered with: the words of the Mix page for model files of other kinds.
QString refusalOf(const QMimeData& data) {
    for (const QString& file : localFiles(data)) {
        const DropVerdict verdict = judgePath(file, {.place = DropPlace::Base});
        const bool tells = verdict.refusal == DropRefusal::Pickle || verdict.refusal == DropRefusal::Partial ||
                           verdict.refusal == DropRefusal::Format;
        if (tells) return verdict.sentence;
    }
    return RenderPage::tr("Drop a picture with settings, a model folder, a .safetensors file or a recipe.");
}

}  // namespace

void RenderPage::dragEnterEvent(QDragEnterEvent* event) {
    const QMimeData& dragged = *event->mimeData();
    if (RecallController::canRead(dragged)) {
        m_dropHint->showAccept(tr("Use the settings of this picture"));
    } else if (!droppedModel(dragged).isEmpty()) {
        m_dropHint->showAccept(tr("Render with this model"));
    } else {
        m_dropHint->showRefusal(refusalOf(dragged));
        Q_EMIT message(m_dropHint->text());
        return;
    }
    event->acceptProposedAction();
}

void RenderPage::dragLeaveEvent(QDragLeaveEvent*) { m_dropHint->hide(); }

void RenderPage::dropEvent(QDropEvent* event) {
    m_dropHint->hide();
    const QMimeData& dragged = *event->mimeData();
    event->acceptProposedAction();
    if (RecallController::canRead(dragged)) return m_recall->offer(dragged, mapToGlobal(event->position().toPoint()));
    if (const QString model = droppedModel(dragged); !model.isEmpty()) openModel(model);
}

}  // namespace segmoe::ui
