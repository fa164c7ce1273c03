// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/recall_controller.h"

#include <QFileDialog>
#include <QMenu>
#include <QMimeData>

#include "ui/bridge/error_text.h"
#include "ui/bridge/qt_convert.h"
#include "ui/library/known_models.h"
#include "ui/render/model_chooser.h"
#include "ui/render/named_models.h"
#include "ui/render/prompt_sources.h"
#include "ui/render/recall_dialog.h"
#include "ui/render/render_history.h"
#include "ui/render/request_form.h"
#include "ui/shell/navigator.h"
#include "ui/widgets/mime_kinds.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

QString firstPicture(const QMimeData& data) {
    for (const QString& file : localFiles(data))
        if (fileKind(file) == FileKind::Picture) return file;
    return {};
}

/// What AUTOMATIC1111 copies begins its last line like this.
bool looksLikeSettings(const QString& text) { return text.contains("Steps: "_L1) && text.contains("Sampler: "_L1); }

}  // namespace

RecallController::RecallController(const Parts& parts, QWidget* page) : QObject(page), m_parts(parts), m_page(page) {
    connect(&parts.pictures, &PictureClient::settingsRead, this, &RecallController::answered);
    connect(&parts.pictures, &PictureClient::failed, this, [this](PictureQuestion question, const Failure& failure) {
        if (m_questions.erase(question) > 0) Q_EMIT m_parts.navigator.message(errorText(failure.code).sentence);
    });
    connect(&parts.navigator, &Navigator::recallWanted, this, &RecallController::recall);
    connect(&parts.navigator, &Navigator::modelArrived, this, &RecallController::takeArrived);
    connect(&parts.navigator, &Navigator::requestWanted, this,
            [this](const RenderRequest& request) { replace(request, toText(request.model)); });
}

bool RecallController::canRead(const QMimeData& data) {
    return !firstPicture(data).isEmpty() || (data.hasText() && !data.hasUrls() && looksLikeSettings(data.text()));
}

void RecallController::offer(const QMimeData& data, const QPoint& globalPosition) {
    const QString file = firstPicture(data);
    const QString text = data.text();
    auto* menu = new QMenu(m_page);
    menu->setObjectName(u"render_recall_menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto& [part, title] : {std::pair(RecallPart::All, tr("All settings")),
                                      {RecallPart::Prompt, tr("Prompts")},
                                      {RecallPart::Seed, tr("Seed")},
                                      {RecallPart::Size, tr("Size")},
                                      {RecallPart::Remix, tr("Everything but the seed")}})
        menu->addAction(title, this, [this, file, text, part = part] {
            file.isEmpty() ? recallText(text, part) : recallFile(file, part);
        });
    menu->popup(globalPosition);
}

void RecallController::recallFile(const QString& file, RecallPart part) {
    m_questions[m_parts.pictures.readSettings(file)] = part;
}

void RecallController::recallText(const QString& text, RecallPart part) {
    m_questions[m_parts.pictures.readSettingsText(text)] = part;
}

void RecallController::import() {
    auto* dialog = new QFileDialog(m_page->window(), tr("Import image settings"), QString(),
                                   tr("Pictures (*.png *.jpg *.jpeg *.webp)"));
    dialog->setObjectName(u"import_image_dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& file) { recallFile(file, RecallPart::All); });
    dialog->open();
}

void RecallController::answered(PictureQuestion question, const PictureSettings& settings) {
    const auto found = m_questions.find(question);
    if (found == m_questions.end()) return;
    const RecallPart part = found->second;
    m_questions.erase(found);
    recall(settings, part);
}

QString RecallController::find(const NamedModel& model) const {
    const QString name = toText(model.name);
    if (model.role == NamedModel::Role::Lora) return m_parts.sources.findLora(name);
    if (model.role == NamedModel::Role::Embedding || model.role == NamedModel::Role::Vae)
        return m_parts.known.find(model);
    const QString wanted = plainModelName(name);
    // The unsaved mix has no file to be known by.
    const auto mix = model.role == NamedModel::Role::Model ? m_parts.chooser.recipe() : nullptr;
    if (mix && plainModelName(toText(mix->name)) == wanted) return m_parts.chooser.model();
    if (const QString known = m_parts.known.find(model); !known.isEmpty()) return known;
    return modelNamed(model.name, m_parts.chooser.models());
}

void RecallController::recall(const PictureSettings& settings, RecallPart part) {
    if (settings.format.empty() && !settings.prompt) {
        Q_EMIT m_parts.navigator.message(errorText(ErrorCode::MetadataMissing).sentence);
        return;
    }
    const RenderRequest form = m_parts.form.request();
    const ModelLookup lookup = [this](const NamedModel& model) { return find(model); };
    RecallPlan typed = planRecall(settings, part, form, lookup, false);
    if (!typed.needsQuestion()) return apply(typed, false);
    auto* dialog = new RecallDialog(m_parts.theme, toText(settings.format), typed,
                                    planRecall(settings, part, form, lookup, true), m_page->window());
    connect(dialog, &RecallDialog::planChosen, this, &RecallController::apply);
    dialog->open();
}

void RecallController::apply(const RecallPlan& plan, bool getMissing) {
    replace(plan.request, plan.model, plan.mixture);
    if (getMissing) askForMissing(plan);
}

/// What the picture says about where its models come from is asked of the hubs; the others are named.
void RecallController::askForMissing(const RecallPlan& plan) {
    m_awaited.clear();
    for (const NamedModel& model : plan.missing)
        if (model.role == NamedModel::Role::Model && isOnHub(model)) m_awaited = plainReference(toText(model.source));
    const MissingModels missing = missingModels(plan.missing);
    Q_EMIT m_parts.navigator.missingWanted(missing.references, missing.unknown);
}

/// The model the picture was made with is here: the form takes it, unless another one was chosen meanwhile.
void RecallController::takeArrived(const QString& reference, const QString& place) {
    if (m_awaited.isEmpty() || plainReference(reference) != m_awaited) return;
    m_awaited.clear();
    m_parts.chooser.choose(place);
}

void RecallController::replace(const RenderRequest& request, const QString& model,
                               const std::shared_ptr<const MixRecipe>& mixture) {
    RenderRequest before = m_parts.form.request();
    const QString modelBefore = m_parts.chooser.model();
    const std::shared_ptr<const MixRecipe> mixtureBefore = m_parts.chooser.recipe();
    before.model = modelBefore.toStdString();
    m_parts.history.add(before);
    const auto choose = [this](const QString& wanted, const std::shared_ptr<const MixRecipe>& mix) {
        if (mix)
            m_parts.chooser.chooseMix(*mix);
        else if (!wanted.isEmpty() && wanted != m_parts.chooser.model())
            m_parts.chooser.choose(wanted);
    };
    choose(model, mixture);
    m_parts.form.setRequest(request);
    Q_EMIT m_parts.navigator.toast(tr("Settings replaced."), tr("Undo"), this,
                                   [this, choose, before, modelBefore, mixtureBefore] {
                                       choose(modelBefore, mixtureBefore);
                                       m_parts.form.setRequest(before);
                                   });
}

}  // namespace segmoe::ui
