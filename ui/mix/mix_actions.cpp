// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/mix_actions.h"

#include <map>
#include <memory>

#include <QDir>
#include <QFileInfo>

#include "ui/bridge/engine_client.h"
#include "ui/bridge/library_client.h"
#include "ui/bridge/mix_client.h"
#include "ui/bridge/picture_client.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/request_settings.h"
#include "ui/bridge/settings.h"
#include "ui/mix/card_list.h"
#include "ui/mix/library_sources.h"
#include "ui/mix/mix_page.h"
#include "ui/mix/queue_mix_jobs.h"
#include "ui/queue/job_queue.h"
#include "ui/shell/action_table.h"
#include "ui/shell/navigator.h"
#include "ui/shell/studio_context.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

bool isRecipeFile(const QString& path) {
    return path.endsWith(u".yaml"_s, Qt::CaseInsensitive) || path.endsWith(u".yml"_s, Qt::CaseInsensitive);
}

/// Models that were used lately, those of the library, then the starter family.
QStringList sourcesOf(const Settings& settings, const QStringList& library, const StarterKit& kit) {
    QStringList all;
    for (const QString& model : settings.recentModels())
        if (!isRecipeFile(model)) all << model;
    all << library << kit.parts;
    all.removeDuplicates();
    return all;
}

QStringList recentRecipes(const Settings& settings) {
    QStringList recipes;
    for (const QString& file : settings.recentFiles())
        if (isRecipeFile(file)) recipes << file;
    return recipes;
}

void connectActions(MixPage& page, ActionTable& actions) {
    using Act = void (MixPage::*)();
    const std::pair<ActionId, Act> plain[] = {{ActionId::MixNew, &MixPage::newMix},
                                              {ActionId::MixOpen, &MixPage::openMix},
                                              {ActionId::MixSave, &MixPage::save},
                                              {ActionId::MixSaveAs, &MixPage::saveAs},
                                              {ActionId::MixSaveMixture, &MixPage::saveMixture},
                                              {ActionId::MixPublish, &MixPage::publish},
                                              {ActionId::MixImport, &MixPage::importRecipe},
                                              {ActionId::MixAddExpert, &MixPage::addExpert},
                                              {ActionId::MixDuplicate, &MixPage::duplicate},
                                              {ActionId::MixRemove, &MixPage::removeFocused},
                                              {ActionId::MixRename, &MixPage::renameFocused},
                                              {ActionId::MixBuild, &MixPage::build},
                                              {ActionId::MixRegate, &MixPage::updateGates},
                                              {ActionId::MixChecks, &MixPage::showChecks},
                                              {ActionId::MixRender, &MixPage::render}};
    for (const auto& [id, act] : plain)
        QObject::connect(actions.action(id), &QAction::triggered, &page, [&page, act] { (page.*act)(); });
    QObject::connect(actions.action(ActionId::MixMoveUp), &QAction::triggered, &page,
                     [&page] { page.moveFocused(-1); });
    QObject::connect(actions.action(ActionId::MixMoveDown), &QAction::triggered, &page,
                     [&page] { page.moveFocused(1); });
    const std::pair<ActionId, MixHeader::View> views[] = {{ActionId::MixCards, MixHeader::Cards},
                                                          {ActionId::MixGates, MixHeader::Gates},
                                                          {ActionId::MixYaml, MixHeader::Yaml}};
    for (const auto& [id, view] : views)
        QObject::connect(actions.action(id), &QAction::triggered, &page, [&page, view] { page.showView(view); });
    actions.onPage(ActionId::EditUndo, &page, [&page] { page.document().undoStack().undo(); });
    actions.onPage(ActionId::EditRedo, &page, [&page] { page.document().undoStack().redo(); });
    actions.onPage(ActionId::EditFind, &page, [&page] { page.find(); });
}

void connectNavigator(MixPage& page, Navigator& navigator) {
    QObject::connect(&navigator, &Navigator::recipeWanted, &page, &MixPage::openRecipe);
    QObject::connect(&navigator, &Navigator::newMixtureWanted, &page, &MixPage::beginMixture);
    QObject::connect(&navigator, &Navigator::pictureMixWanted, &page, &MixPage::pictureWanted);
    QObject::connect(&navigator, &Navigator::baseWanted, &page,
                     [&page](const QString& model) { page.intake().take({model}, {IntakeTarget::Kind::Base}); });
    QObject::connect(&navigator, &Navigator::expertWanted, &page,
                     [&page](const QString& model) { page.intake().take({model}, {}); });
    QObject::connect(&navigator, &Navigator::loraWanted, &page, [&page](const QString& model, int card) {
        using Kind = IntakeTarget::Kind;
        page.intake().take({model}, card == 0 ? IntakeTarget{Kind::Base} : IntakeTarget{Kind::Card, card - 1});
    });
    QObject::connect(&navigator, &Navigator::promptEdited, &page, &MixPage::setDefaultPrompt);
    QObject::connect(&navigator, &Navigator::mixPlaceWanted, &page, &MixPage::showPlace);
    QObject::connect(&navigator, &Navigator::mixPolicyWanted, &page, &MixPage::keepPolicy);
    QObject::connect(&navigator, &Navigator::windowClosing, &page, [&page] {
        // An orderly end: what was not saved stays for the next start, as after a crash, but is not called one.
        page.files().keepRecovery();
    });
}

/// Finished renders tell how long pictures take here, also those from before the page was there.
void connectPace(MixPage& page, JobQueue& queue) {
    const auto learn = [&page, &queue](QueueId id) {
        const QueueJob* job = queue.find(id);
        const RenderRequest* request = job ? job->request() : nullptr;
        if (request && job->state == JobState::Done && job->seconds > 0.0 && !job->pictures.empty())
            page.learnPace(*request, job->seconds / static_cast<double>(job->pictures.size()));
    };
    for (const QueueId id : queue.rows()) learn(id);
    QObject::connect(&queue, &JobQueue::finished, &page, learn);
}

/// Pictures that may show a saved mixture, also those from before the page was there.
void connectPreviews(MixPage& page, JobQueue& queue, const Settings& settings) {
    const auto note = [&page](const PicturePtr& picture) {
        if (picture) page.previews().note(picture->request, picture->image);
    };
    for (auto row = queue.rows().rbegin(); row != queue.rows().rend(); ++row)
        for (const QueuePicture& picture : queue.find(*row)->pictures) note(picture.picture.lock());
    QObject::connect(&queue, &JobQueue::pictureDone, &page,
                     [note](QueueId, int, const PicturePtr& picture) { note(picture); });
    const auto follow = [&page, &settings] { page.previews().setMetadata(pictureSaving(settings).level); };
    follow();
    QObject::connect(&settings, &Settings::changed, &page, follow);
}

void connectPictures(MixPage& page, PictureClient& pictures) {
    auto asked = std::make_shared<std::map<PictureQuestion, QString>>();
    QObject::connect(&page, &MixPage::pictureWanted, &pictures,
                     [asked, &pictures](const QString& file) { (*asked)[pictures.readSettings(file)] = file; });
    QObject::connect(&pictures, &PictureClient::settingsRead, &page,
                     [asked, &page](PictureQuestion question, const PictureSettings& settings) {
                         if (const auto one = asked->extract(question)) page.takePicture(one.mapped(), settings);
                     });
    QObject::connect(&pictures, &PictureClient::failed, &page,
                     [asked, &page](PictureQuestion question, const Failure&) {
                         if (const auto one = asked->extract(question)) page.refusePicture(one.mapped());
                     });
}

}  // namespace

QString mixRecoveryFile(const Settings& settings) {
    return QDir(settings.dataFolder()).filePath(u"mix_recovery.yaml"_s);
}

QWidget* makeMixPage(StudioContext& context, QWidget* parent) {
    auto* jobs = new QueueMixJobs(context.queue);
    Settings& settings = context.settings;
    const QString data = settings.dataFolder();
    const QString folder = QDir(data).filePath(u"mixtures"_s);
    const QString current = QDir(data).filePath(u"current"_s);
    for (const QString& path : {folder, current}) QDir().mkpath(path);
    auto* page = new MixPage({context.theme, context.navigator, context.engine.mix(), *jobs, mixRecoveryFile(settings),
                              QDir(data).filePath(u"render_pace.json"_s), folder, current, sourcesOf(settings, {}, {}),
                              &context.engine.downloads()},
                             parent);
    auto* library = new LibrarySources(context.engine.library(), page->catalog(), page);
    page->setTwinFinder([library](const QString& missing) { return library->twinOf(missing); });
    jobs->setParent(page);
    page->setRecent(recentRecipes(settings));
    page->setDefaultPrompt(settings.prompt());
    const auto followSettings = [page, &settings] {
        page->files().setAutosaveDelay(settings.get(keys::kMixAutosaveSeconds));
        page->setGateDefaults(gateDefaults(settings));
    };
    followSettings();
    QObject::connect(&settings, &Settings::changed, page, [followSettings](const QString& key) {
        if (key.startsWith("mix/"_L1)) followSettings();
    });
    connectActions(*page, context.actions);
    connectNavigator(*page, context.navigator);
    QObject::connect(page, &MixPage::recentAdded, &settings, [page, &settings](const QString& file) {
        settings.addRecentFile(file);
        page->setRecent(recentRecipes(settings));
    });
    connectPace(*page, context.queue);
    connectPreviews(*page, context.queue, settings);
    connectPictures(*page, context.engine.pictureFiles());
    QObject::connect(library, &LibrarySources::changed, page, [page, library, &settings] {
        page->setSources(sourcesOf(settings, library->sources(), page->starter()));
    });
    const auto useStarter = [page, library, &settings](const QString& starterFolder) {
        page->setStarter(readStarterKit(starterFolder));
        page->setSources(sourcesOf(settings, library->sources(), page->starter()));
        const MixState& state = page->document().state();
        const bool isEmpty = state.cards.empty() && state.head.base.empty();
        if (isEmpty && page->files().hasRecovery()) page->files().recover();
    };
    MixClient& client = context.engine.mix();
    QObject::connect(&client, &MixClient::starterFound, page, useStarter);
    QObject::connect(&context.engine, &EngineClient::ready, page, [&client] { client.findStarter(); });
    client.findStarter();
    context.engine.library().load(data);
    return page;
}

}  // namespace segmoe::ui
