// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// What the render page does with jobs and finished pictures.
#include <algorithm>

#include <QCursor>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>
#include <QUrl>

#include "core/engine/app_paths.h"
#include "ui/bridge/device_title.h"
#include "ui/bridge/library_client.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/request_settings.h"
#include "ui/bridge/settings.h"
#include "ui/bridge/trashed_file.h"
#include "ui/library/known_models.h"
#include "ui/render/advanced_fields.h"
#include "ui/render/forecast_watch.h"
#include "ui/render/mask_editor.h"
#include "ui/render/memory_line.h"
#include "ui/render/model_chooser.h"
#include "ui/render/needed_models.h"
#include "ui/render/preview_view.h"
#include "ui/render/progress_row.h"
#include "ui/render/prompt_counter.h"
#include "ui/render/prompt_edit.h"
#include "ui/render/prompt_field.h"
#include "ui/render/prompt_sources.h"
#include "ui/render/recall_controller.h"
#include "ui/render/render_history.h"
#include "ui/render/render_page.h"
#include "ui/render/request_form.h"
#include "ui/render/result_pane.h"
#include "ui/render/seed_field.h"
#include "ui/render/start_bar.h"
#include "ui/render/start_image_box.h"
#include "ui/render/vae_field.h"
#include "ui/shell/navigator.h"
#include "ui/shell/studio_context.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

// What LCM, Lightning and Turbo models are made for.
constexpr int kFewSteps = 8;
constexpr double kFewStepGuidance = 1.5;
constexpr int kKnownMs = 100;

}  // namespace

void RenderPage::connectSession() {
    connect(&m_session, &RenderSession::stateChanged, this, [this](RenderSession::State state) {
        // The focus goes with the work: from Render to Cancel and back.
        const bool startHadFocus = m_bar->startButton()->hasFocus();
        QPushButton* cancel = m_result->progressRow().cancelButton();
        const bool cancelHadFocus = cancel->hasFocus();
        if (state == RenderSession::State::Cancelling && cancelHadFocus) m_result->view().setFocus();
        m_result->showState(state);
        if (m_session.isBusy() && startHadFocus && m_context.queue.waitingCount() == 0) cancel->setFocus();
        updateStart();
        if (!m_session.isBusy() && (cancelHadFocus || m_result->view().hasFocus())) m_bar->startButton()->setFocus();
        Q_EMIT sessionStateChanged(state);
    });
    connect(&m_session, &RenderSession::started, this, [this] { m_result->progressRow().begin(); });
    connect(&m_session, &RenderSession::progress, this, [this](const Progress& progress) {
        m_result->progressRow().showProgress(progress);
        m_result->progressRow().setSkipAvailable(m_context.queue.canSkipPicture());
    });
    connect(&m_session, &RenderSession::preview, this, [this](const Preview& preview) {
        m_result->showPreview(preview, {m_session.request().width, m_session.request().height});
    });
    connect(&m_session, &RenderSession::pictureDone, this, [this](const PicturePtr& picture) {
        m_form->setLastSeed(picture->image.seed);
        m_result->addPicture(picture);
    });
    connect(&m_session, &RenderSession::finished, this, &RenderPage::renderFinished);
    connect(&m_context.queue, &JobQueue::changed, this, [this](QueueId id) {
        const QueueJob* job = m_context.queue.find(id);
        if (job && id == m_session.job() && job->slowToStop) m_result->progressRow().showCancelling(true);
    });
}

void RenderPage::startRender() { queue(false); }

void RenderPage::startFirst() { queue(true); }

void RenderPage::queue(bool first) {
    if (m_bar->isMissing()) return m_needed->get();
    if (!m_bar->isReady()) return;
    if (m_memory->verdict() == MemoryLine::Verdict::TooMuch && !m_askedTooMuch) return askTooMuch(first);
    enqueue(first);
}

void RenderPage::askTooMuch(bool first) {
    m_askedTooMuch = true;
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Does not fit"),
                                tr("This needs more memory than is free. Render all the same?"), QMessageBox::NoButton,
                                window());
    box->setObjectName(u"render_too_much_dialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->addButton(tr("Render"), QMessageBox::AcceptRole)->setObjectName(u"render_too_much_dialog_ok_button"_s);
    box->addButton(tr("Change settings"), QMessageBox::RejectRole)
        ->setObjectName(u"render_too_much_dialog_cancel_button"_s);
    connect(box, &QMessageBox::accepted, this, [this, first] { enqueue(first); });
    box->open();
}

Composition RenderPage::compose(const RenderRequest& form, SeedMode mode) const {
    return composeRequests(
        form, mode, wildcardFolder(pathText(homeFolder() / "wildcards")),
        [this](const QString& name) { return m_sources->findLora(name); },
        m_context.settings.get(keys::kRandomBits) == 1 ? 64 : 32);
}

void RenderPage::enqueue(bool first) {
    const RenderRequest form = currentRequest();
    Composition made = compose(form, m_form->seedField().mode());
    rememberForm();
    RenderRequest shown = m_form->request();
    shown.model = form.model;
    m_history->add(shown);
    if (first) std::ranges::reverse(made.requests);
    for (RenderRequest& request : made.requests) {
        if (first)
            m_context.queue.addFirst(RenderWork{std::move(request)});
        else
            m_context.queue.add(RenderWork{std::move(request)});
    }
    if (!m_bar->isForever()) m_form->seedField().setSeed(made.nextSeed);
    tellMissing(made);
}

void RenderPage::tellMissing(const Composition& made) {
    if (!made.missingLoras.isEmpty())
        Q_EMIT message(
            tr("Rendered without the LoRA %1: no such file was found.").arg(made.missingLoras.join(u", "_s)));
    if (!made.missingWildcards.isEmpty())
        Q_EMIT message(tr("There is no wildcard file for %1.").arg(made.missingWildcards.join(u", "_s)));
}

void RenderPage::cancelRender() {
    m_bar->stopForever();
    m_session.cancel();
}

void RenderPage::skipPicture() { m_context.queue.skipPicture(); }

void RenderPage::renderFinished(const WorkReport& report) {
    const RenderResult* result = std::get_if<RenderResult>(&report.result);
    switch (report.outcome) {
        case RenderOutcome::Done:
            if (!result) break;
            Q_EMIT message(tr("Done in %1 s.").arg(QLocale().toString(result->seconds, 'f', 1)));
            if (!result->device.empty())
                Q_EMIT deviceChanged(
                    tr("Device: %1, %2").arg(deviceTitle(toText(result->device)), toText(result->precision)));
            break;
        case RenderOutcome::Cancelled: {
            const KeepPartial keep = m_context.settings.get(keys::kKeepPartial);
            m_result->showStopped(keep == KeepPartial::Offer);
            if (keep == KeepPartial::Always) savePartial();
            Q_EMIT message(tr("Cancelled."));
            break;
        }
        case RenderOutcome::Failed:
            m_bar->stopForever();
            showFailure(report.failure, m_session.request());
            Q_EMIT message(errorText(report.failure.code).sentence);
            break;
    }
    if (result)
        for (const std::string& notice : result->notices) Q_EMIT message(toText(notice));
    if (m_bar->isForever() && report.outcome == RenderOutcome::Done && m_context.queue.waitingCount() == 0)
        enqueue(false);
}

void RenderPage::connectResult() {
    ProgressRow& progress = m_result->progressRow();
    connect(&progress, &ProgressRow::cancelRequested, this, &RenderPage::cancelRender);
    connect(&progress, &ProgressRow::skipRequested, this, &RenderPage::skipPicture);
    connect(m_result, &ResultPane::remedyChosen, this, &RenderPage::chooseRemedy);
    connect(m_result, &ResultPane::actWanted, this, &RenderPage::act);
    connect(m_result, &ResultPane::recallWanted, this, [this](RecallPart part) {
        if (const QString file = m_result->shownFile(); !file.isEmpty())
            m_recall->recallFile(file, part);
        else if (m_result->shown())
            m_recall->recallText(toText(m_result->shown()->image.parameters), part);
    });
    connect(m_result, &ResultPane::savePartialWanted, this, &RenderPage::savePartial);
    connect(m_result, &ResultPane::renderAgainWanted, this, [this] { m_context.queue.retry(m_session.job()); });
    StartImageBox& start = m_form->startImage();
    connect(m_result, &ResultPane::pictureShown, this, [this, &start](const PicturePtr&) {
        start.setLastPictureAvailable(true);
        Q_EMIT pictureAvailable(true);
    });
    start.setLastPictureAvailable(false);
    connect(&start, &StartImageBox::lastPictureWanted, this, [this, &start] {
        if (!m_result->shown()) return;
        const QString file = m_result->shownFile();
        file.isEmpty() ? start.setImage(toImage(m_result->shown()->image.picture)) : start.setFile(file);
    });
    connect(&start, &StartImageBox::refused, this, &RenderPage::message);
    connect(&start, &StartImageBox::maskEditWanted, this,
            [this, &start] { m_result->editMask(start.image(), start.mask()); });
    connect(&m_result->maskEditor(), &MaskEditor::maskEdited, &start, &StartImageBox::setMask);
    for (PromptField* field : {&m_form->promptField(), &m_form->negativeField()})
        connect(field, &PromptField::findWanted, &m_context.navigator, &Navigator::modelSearchWanted);
    connect(&m_form->promptField().edit(), &PromptEdit::settingsPasted, this,
            [this](const QMimeData* pasted) { m_recall->offer(*pasted, QCursor::pos()); });
}

void RenderPage::connectSources() {
    connect(m_sources, &PromptSources::embeddingFoldersChanged, m_counter,
            [this] { m_counter->setEmbeddingFolders(m_sources->embeddingFolders()); });
    m_counter->setEmbeddingFolders(m_sources->embeddingFolders());
    const auto showKnown = [this] {
        m_form->advanced().vae().setKnown(m_known->paths(ModelRole::Vae));
        m_chooser->setKnown(m_known->paths(ModelRole::Checkpoint));
    };
    // The first news at once, what follows soon together: a scan tells of models in many batches.
    auto* pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(kKnownMs);
    connect(pause, &QTimer::timeout, this, showKnown);
    connect(m_known, &KnownModels::changed, this, [pause, showKnown] {
        if (pause->isActive()) return;
        showKnown();
        pause->start();
    });
    connect(&m_context.engine, &EngineClient::ready, this,
            [this] { m_context.engine.library().load(m_context.settings.dataFolder()); });
}

void RenderPage::connectNavigator() {
    Navigator& navigator = m_context.navigator;
    connect(this, &RenderPage::message, &navigator, &Navigator::message);
    connect(&navigator, &Navigator::modelWanted, this, &RenderPage::openModel);
    connect(&navigator, &Navigator::mixWanted, m_chooser, &ModelChooser::chooseMix);
    connect(&navigator, &Navigator::pictureRecallWanted, this,
            [this](const QString& file) { m_recall->recallFile(file, RecallPart::All); });
    connect(&navigator, &Navigator::startImageWanted, &m_form->startImage(), &StartImageBox::setFile);
    connect(&navigator, &Navigator::pictureStarred, m_result, &ResultPane::setStarred);
    connect(&navigator, &Navigator::policyWanted, this,
            [this](const RoutingPolicy& policy) { m_form->setRouting(policy); });
    connect(&navigator, &Navigator::fewStepsWanted, this, [this, &navigator] {
        RenderRequest request = m_form->request();
        request.steps = kFewSteps;
        request.guidanceScale = kFewStepGuidance;
        Q_EMIT navigator.requestWanted(request);
    });
    connect(&navigator, &Navigator::memorySavingWanted, this, [this, &navigator](const QString& remedy) {
        Q_EMIT navigator.requestWanted(withRemedy(m_form->request(), remedy));
    });
    connect(&m_form->promptField().edit(), &QPlainTextEdit::textChanged, &navigator,
            [this, &navigator] { Q_EMIT navigator.promptEdited(m_form->promptField().edit().prompt()); });
    connect(&m_form->advanced(), &AdvancedFields::policyEditWanted, &navigator, &Navigator::expertControlWanted);
    connect(&m_form->advanced(), &AdvancedFields::policyClearWanted, this, [this] {
        RoutingPolicy routing = m_form->routing();
        routing.rules.clear();
        m_form->setRouting(routing);
    });
    connect(&navigator, &Navigator::resultWanted, this, [this](quint64 id) {
        const QueueJob* job = m_context.queue.find(QueueId{id});
        if (!job || job->pictures.empty()) return;
        const QueuePicture& last = job->pictures.back();
        if (const PicturePtr picture = last.picture.lock())
            m_result->showPicture(picture);
        else if (!last.file.isEmpty())
            Q_EMIT m_context.navigator.pictureWanted(last.file);
    });
    connect(&navigator, &Navigator::windowClosing, this, [this] {
        rememberState();
        cancelRender();
    });
}

void RenderPage::act(PictureActions::Act act) {
    const PicturePtr picture = m_result->shown();
    if (!picture) return;
    const QString file = m_result->shownFile();
    switch (act) {
        case PictureActions::Act::SaveAs: return savePicture();
        case PictureActions::Act::UseSeed: m_form->seedField().setSeed(picture->image.seed); return;
        case PictureActions::Act::Star: {
            Q_EMIT m_context.navigator.starWanted(file, m_result->actions().isStarred());
            return;
        }
        case PictureActions::Act::Routing: return openRouting();
        case PictureActions::Act::Gallery: Q_EMIT m_context.navigator.pictureWanted(file); return;
        case PictureActions::Act::ShowFile:
            QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath()));
            return;
        case PictureActions::Act::Delete: return deletePicture();
        case PictureActions::Act::Copy:
        case PictureActions::Act::CopyPlain:  // the result pane's own
        case PictureActions::Act::Compare: return;
    }
}

void RenderPage::openRouting() {
    const PicturePtr picture = m_result->shown();
    if (!picture || picture->image.trace.empty()) return;
    Q_EMIT m_context.navigator.captureWanted(captureId(picture->job, picture->image.seed));
}

void RenderPage::deletePicture() {
    const PicturePtr picture = m_result->shown();
    const QString file = m_result->shownFile();
    QString inTrash;
    if (!QFile::moveToTrash(file, &inTrash)) {
        Q_EMIT message(tr("%1 could not be moved to the trash.").arg(file));
        return;
    }
    m_result->removePicture(picture);
    const QString sentence = tr("Moved %1 to the trash.").arg(QFileInfo(file).fileName());
    if (inTrash.isEmpty()) {
        Q_EMIT message(sentence);
        return;
    }
    Q_EMIT m_context.navigator.toast(sentence, tr("Undo"), this, [this, picture, file, inTrash] {
        if (!takeBackFromTrash(inTrash, file)) {
            Q_EMIT message(tr("%1 could not be taken back from the trash.").arg(file));
            return;
        }
        m_result->addPicture(picture);
        m_result->setPictureFile(picture, file);
    });
}

void RenderPage::savePicture() {
    const PicturePtr picture = m_result->shown();
    if (!picture) return;
    const QString name = u"%1.png"_s.arg(picture->image.seed);
    auto* dialog =
        new QFileDialog(window(), tr("Save picture as"), QDir(m_context.settings.pictureFolder()).filePath(name),
                        tr("Pictures (*.png *.jpg *.webp)"));
    dialog->setObjectName(u"save_picture_dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"png"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, picture](const QString& file) {
        // Answers of pictures that are saved by themselves pass here, too.
        auto* answer = new QObject(this);
        connect(&m_context.engine, &EngineClient::saved, answer, [this, file, answer](const QString& saved) {
            if (saved != file) return;
            answer->deleteLater();
            Q_EMIT message(tr("Saved %1.").arg(QDir::toNativeSeparators(file)));
        });
        connect(&m_context.engine, &EngineClient::saveFailed, answer,
                [this, file, answer](const QString& failed, const Failure& failure) {
                    if (failed != file) return;
                    answer->deleteLater();
                    showFailure(failure, currentRequest());
                });
        m_context.engine.savePicture(picture->image, file, pictureSaving(m_context.settings));
    });
    dialog->open();
}

void RenderPage::savePartial() {
    const QImage preview = m_result->partial();
    if (preview.isNull()) return;
    const QDir folder(m_context.settings.pictureFolder());
    folder.mkpath(u"."_s);
    const QString file = folder.filePath(u"preview_%1.png"_s.arg(m_session.request().seed));
    // A preview is an eighth of the picture: it is stored as large as it was shown.
    const QSize size(m_session.request().width, m_session.request().height);
    const bool written = (size.isEmpty() ? preview : preview.scaled(size)).save(file);
    Q_EMIT message(written ? tr("Saved %1.").arg(QDir::toNativeSeparators(file))
                           : errorText(ErrorCode::ImageWriteFailed).sentence);
}

}  // namespace segmoe::ui
