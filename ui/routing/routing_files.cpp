// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// What the Routing page opens, takes from a drop and stores; and what it takes to render an opened capture again.
#include <algorithm>

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>

#include "ui/bridge/engine_client.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/qt_convert.h"
#include "ui/routing/act_panel.h"
#include "ui/routing/capture_opener.h"
#include "ui/routing/capture_requests.h"
#include "ui/routing/capture_saver.h"
#include "ui/routing/export_menu.h"
#include "ui/routing/image_area.h"
#include "ui/routing/routing_page.h"
#include "ui/shell/navigator.h"
#include "ui/shell/studio_context.h"
#include "ui/widgets/drop_hint.h"
#include "ui/widgets/mime_kinds.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

/// The first capture or picture among dragged files.
QString droppedRecord(const QMimeData& data) {
    for (const QString& file : localFiles(data))
        if (fileKind(file) == FileKind::Capture || fileKind(file) == FileKind::Picture) return file;
    return {};
}

/// What leads to the missing models: the hubs, or whoever knows where they are.
QString remedyFor(const RenderWay& way) {
    return way.toGet.references.isEmpty() ? RoutingPage::tr("Choose file…") : RoutingPage::tr("Get missing");
}

}  // namespace

void RoutingPage::connectFiles() {
    connect(m_opener, &CaptureOpener::opened, this, &RoutingPage::captureOpened);
    connect(m_opener, &CaptureOpener::failed, this, [this](const QString& file, const Failure& failure) {
        if (file == m_openAsCompare) m_openAsCompare.clear();
        showNotice(failure.code == ErrorCode::CaptureInvalid
                       ? tr("This capture cannot be read: %1").arg(toText(failure.message))
                       : errorText(failure.code).sentence,
                   tr("Open another"), [this] { openFileDialog(); });
    });
    connect(m_opener, &CaptureOpener::settingsRead, this, &RoutingPage::renderPicture);
    connect(m_requests, &CaptureRequests::changed, this, [this] {
        const CapturePtr& shown = m_controller.model().capture();
        if (!shown || shown->hasRequest()) return;
        m_controller.setCapture(withRequest(shown));
        updateObstacle();
    });
    EngineClient& engine = m_context.engine;
    connect(&engine, &EngineClient::captureWritten, this, [this](const QString& file) {
        if (file == m_writing) Q_EMIT m_exports->written(file);
    });
    connect(&engine, &EngineClient::captureFailed, this, [this](const QString& file, const Failure& failure) {
        if (file == m_writing) Q_EMIT m_exports->failed(file, errorText(failure.code).sentence);
    });
    connect(m_exports, &ExportMenu::captureFileWanted, this, [this](const QString& file, bool withPicture) {
        if (const CapturePtr& capture = m_controller.model().capture())
            m_context.engine.writeCapture(capture->image, m_writing = file, withPicture);
    });
    connect(m_exports, &ExportMenu::written, this,
            [this](const QString& file) { Q_EMIT m_context.navigator.message(tr("Saved %1").arg(file)); });
    connect(m_exports, &ExportMenu::failed, this, [this](const QString& file, const QString& reason) {
        showNotice(tr("%1 could not be saved (%2).").arg(file, reason), tr("Choose another folder"),
                   [this] { m_exports->popup(QCursor::pos()); });
    });
    connect(&m_context.navigator, &Navigator::captureWanted, this, &RoutingPage::openCapture);
}

void RoutingPage::openCapture(const QString& idOrFile) {
    if (const CapturePtr known = m_store.find(idOrFile)) return showCapture(known);
    if (idOrFile.isEmpty()) return;
    showNotice(tr("Reading capture…"), {}, {});
    m_opener->open(idOrFile);
}

void RoutingPage::openFileDialog() {
    auto* dialog = new QFileDialog(this, tr("Open capture"), {}, tr("Captures (*.segroute *.safetensors)"));
    dialog->setObjectName(u"routing_open_dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &RoutingPage::openCapture);
    dialog->open();
}

void RoutingPage::captureOpened(const Capture& capture, const QString& note) {
    showNotice(note, {}, {});
    const CapturePtr added = m_store.add(capture);
    if (capture.file != m_openAsCompare)
        return showCapture(m_store.find(added->id));  // perhaps with its request already
    m_openAsCompare.clear();
    compareWith(added);
}

CapturePtr RoutingPage::withRequest(const CapturePtr& capture) {
    if (!capture || capture->hasRequest() || !capture->settings) return capture;
    const RenderWay way = m_requests->wayOf(*capture->settings);
    if (!way.request) return capture;
    Capture known = *capture;
    known.request = *way.request;
    known.request.seed = capture->image.seed;
    known.request.routing.topK = capture->trace().k;
    known.request.recordTrace = true;
    known.request.capture = std::max(known.request.capture, CaptureLevel::Maps);
    if (way.isFromParts)
        Q_EMIT m_context.navigator.message(
            tr("The mixture of this capture is put together anew from its models; its gates are measured again."));
    return m_store.add(known);
}

void RoutingPage::updateObstacle() {
    const CapturePtr& capture = m_controller.model().capture();
    if (!capture || capture->hasRequest()) return m_act->setObstacle({}, {});
    const RenderWay way = capture->settings ? m_requests->wayOf(*capture->settings) : RenderWay();
    if (way.missing.isEmpty())
        return m_act->setObstacle(tr("This file does not say which mixture made the capture."), {});
    m_act->setObstacle(tr("Needs %1.").arg(way.missing), remedyFor(way));
}

void RoutingPage::getMissing(const PictureSettings& settings) {
    const RenderWay way = m_requests->wayOf(settings);
    if (way.request) return;
    if (way.missing.isEmpty()) return showNotice(tr("This file does not say which mixture made the capture."), {}, {});
    if (!way.toGet.references.isEmpty())
        return Q_EMIT m_context.navigator.missingWanted(way.toGet.references, way.toGet.unknown);
    auto* dialog = new QFileDialog(this, tr("Where is %1?").arg(way.missing), {},
                                   tr("Models (*.yaml *.yml *.safetensors model_index.json)"));
    dialog->setObjectName(u"routing_locate_dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, name = way.missing](const QString& file) {
        const QFileInfo chosen(file);
        const bool isFolder = chosen.fileName() == "model_index.json"_L1;
        m_requests->locate(name, isFolder ? chosen.absolutePath() : chosen.absoluteFilePath());
    });
    dialog->open();
}

void RoutingPage::openPicture(const QString& file, bool compare) {
    const CapturePtr inMemory = m_store.ofPicture(file);
    const QString stored = captureFileBeside(file);
    if (inMemory || QFileInfo(stored).isFile()) return openDropped(inMemory ? inMemory->id : stored, compare);
    showNotice(tr("This image has no routing capture."), tr("Render again with capture"),
               [this, file] { m_opener->readSettings(file); });
}

void RoutingPage::renderPicture(const PictureSettings& settings) {
    const RenderWay way = m_requests->wayOf(settings);
    if (way.request) return renderFully(*way.request);
    if (way.missing.isEmpty()) return showNotice(errorText(ErrorCode::MetadataMissing).sentence, {}, {});
    showNotice(tr("Needs %1.").arg(way.missing), remedyFor(way), [this, settings] {
        if (const auto request = m_requests->wayOf(settings).request) return renderFully(*request);  // found meanwhile
        getMissing(settings);
    });
}

void RoutingPage::openDropped(const QString& idOrFile, bool compare) {
    if (!compare || m_controller.model().isEmpty()) return openCapture(idOrFile);
    if (const CapturePtr known = m_store.find(idOrFile)) return compareWith(known);
    m_openAsCompare = idOrFile;
    openCapture(idOrFile);
}

void RoutingPage::dragEnterEvent(QDragEnterEvent* event) {
    const QStringList files = localFiles(*event->mimeData());
    if (files.isEmpty()) return;
    const QString record = droppedRecord(*event->mimeData());
    if (record.isEmpty()) {
        m_dropHint->showRefusal(
            tr("SegMoE Studio cannot read “%1” files here.").arg(QFileInfo(files.constFirst()).suffix()));
        Q_EMIT m_context.navigator.message(m_dropHint->text());
        return;
    }
    m_dropHint->showAccept(event->modifiers() & Qt::ControlModifier ? tr("Compare with this") : tr("Show its routing"));
    event->acceptProposedAction();
}

void RoutingPage::dragLeaveEvent(QDragLeaveEvent*) { m_dropHint->hide(); }

void RoutingPage::dropEvent(QDropEvent* event) {
    m_dropHint->hide();
    event->acceptProposedAction();
    const bool compare = event->modifiers() & Qt::ControlModifier;
    const QString file = droppedRecord(*event->mimeData());
    if (fileKind(file) == FileKind::Picture)
        openPicture(file, compare);
    else
        openDropped(file, compare);
}

}  // namespace segmoe::ui
