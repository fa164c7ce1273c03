// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/capture_requests.h"

#include <algorithm>
#include <utility>

#include "ui/bridge/engine_client.h"
#include "ui/bridge/library_client.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/request_settings.h"
#include "ui/bridge/settings.h"
#include "ui/render/near_folders.h"
#include "ui/render/prompt_sources.h"
#include "ui/render/recall_plan.h"
#include "ui/render/request_composer.h"
#include "ui/routing/capture_store.h"
#include "ui/shell/navigator.h"
#include "ui/shell/studio_context.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

/// The mixture itself, not what it is made of.
const NamedModel* mainModel(const PictureSettings& settings) {
    const auto found = std::ranges::find(settings.models, NamedModel::Role::Model, &NamedModel::role);
    return found == settings.models.end() ? nullptr : &*found;
}

bool isPart(const NamedModel& model) {
    return model.role == NamedModel::Role::Base || model.role == NamedModel::Role::Expert;
}

/// A mixture brings its own LoRAs; they are none of the whole picture.
PictureSettings withoutLoras(PictureSettings settings) {
    if (settings.recipe)
        std::erase_if(settings.models, [](const NamedModel& model) { return model.role == NamedModel::Role::Lora; });
    return settings;
}

}  // namespace

CaptureRequests::CaptureRequests(StudioContext& context, QObject* parent)
    : QObject(parent), m_context(context), m_known(context.engine.library()) {
    m_starter = readStarterKit(context.engine.knownFacts().starterFolder);
    connect(&context.engine, &EngineClient::ready, this, [this](const EngineFacts& facts) {
        m_starter = readStarterKit(facts.starterFolder);
        Q_EMIT changed();
    });
    connect(&m_known, &KnownModels::changed, this, &CaptureRequests::changed);
    connect(&m_loras, &LoraIndex::changed, this, &CaptureRequests::changed);
    connect(context.captures, &CaptureStore::mixChanged, this, &CaptureRequests::changed);
    connect(&context.navigator, &Navigator::modelArrived, this, [this](const QString& reference, const QString& place) {
        m_arrived.insert(plainReference(reference), place);
        Q_EMIT changed();
    });
}

QString CaptureRequests::find(const NamedModel& model) const {
    if (const auto located = m_located.constFind(toText(model.name)); located != m_located.cend()) return *located;
    if (const auto arrived = m_arrived.constFind(plainReference(toText(model.source)));
        isOnHub(model) && arrived != m_arrived.cend())
        return *arrived;
    if (const QString known = m_known.find(model); !known.isEmpty()) return known;
    QStringList models = m_starter.parts + m_context.settings.recentModels();
    for (const QString& one : {m_starter.recipe, m_context.settings.lastModel()})
        if (!one.isEmpty()) models << one;
    return modelNamed(model.name, models);
}

QString CaptureRequests::findLora(const QString& name) const {
    if (const auto located = m_located.constFind(name); located != m_located.cend()) return *located;
    return loraNamed(name, m_loras, m_known);
}

std::shared_ptr<const MixRecipe> CaptureRequests::openMix(const PictureSettings& settings,
                                                          const NamedModel& main) const {
    const auto& mix = m_context.captures->mix();
    const bool isIt = mix && plainModelName(toText(mix->name)) == plainModelName(toText(main.name)) &&
                      settings.recipe && mix->experts.size() == settings.recipe->experts.size();
    return isIt ? std::make_shared<const MixRecipe>(*mix) : nullptr;
}

std::shared_ptr<const MixRecipe> CaptureRequests::withLoras(const std::shared_ptr<const MixRecipe>& recipe) const {
    if (!recipe) return nullptr;
    auto whole = std::make_shared<MixRecipe>(*recipe);
    for (ExpertSpec& expert : whole->experts)
        for (LoraRef& lora : expert.loras) {
            const QString file = findLora(toText(lora.source));
            if (file.isEmpty()) return nullptr;
            lora.source = file.toStdString();
        }
    return whole;
}

QStringList CaptureRequests::addPromptFiles(RenderRequest& request) {
    const QString data = m_context.settings.dataFolder();
    const QString model = toText(request.recipe ? request.recipe->base : request.model);
    m_loras.setFolders(loraFolders(data, model));
    request.embeddingFolders = embeddingFoldersOf(nearFolders(u"embedding"_s, data, model), m_known);
    return addChipLoras(request, [this](const QString& name) { return findLora(name); });
}

MissingModels CaptureRequests::missingOf(const PictureSettings& settings, const NamedModel& main) const {
    if (isOnHub(main)) return missingModels({main});
    // The parts make the mixture only when all of them can be had.
    std::vector<NamedModel> parts;
    for (const NamedModel& model : settings.models) {
        if (!isPart(model) || !find(model).isEmpty()) continue;
        if (!isOnHub(model)) return missingModels({main});
        parts.push_back(model);
    }
    return missingModels(parts.empty() ? std::vector{main} : parts);
}

RenderWay CaptureRequests::wayOf(const PictureSettings& settings) {
    RenderWay way;
    const NamedModel* main = mainModel(settings);
    if (!main) return way;
    RenderRequest form;
    takePreferences(form, m_context.settings);
    applySettings(form, m_context.settings);
    const ModelLookup lookup = [this](const NamedModel& model) { return find(model); };
    const RecallPlan plan = planRecall(withoutLoras(settings), RecallPart::All, form, lookup, true);
    RenderRequest request = plan.request;
    request.images = 1;
    if (plan.model.isEmpty()) request.recipe = openMix(settings, *main);
    if (plan.model.isEmpty() && !request.recipe) {
        request.recipe = withLoras(plan.mixture);
        way.isFromParts = request.recipe != nullptr;
    }
    if (plan.model.isEmpty() && !request.recipe) {
        way.missing = toText(main->name);
        way.toGet = missingOf(settings, *main);
        if (!std::exchange(m_isLibraryAsked, true)) m_context.engine.library().load(m_context.settings.dataFolder());
        return way;
    }
    request.model = request.recipe ? request.recipe->name : plan.model.toStdString();
    QStringList others = addPromptFiles(request);
    for (const NamedModel& model : plan.missing)
        if (model.role == NamedModel::Role::Vae) others << toText(model.name);
    if (!others.isEmpty()) {
        way.missing = others.constFirst();
        way.toGet.unknown = others;
        return way;
    }
    way.request = std::move(request);
    return way;
}

void CaptureRequests::locate(const QString& name, const QString& path) {
    m_located.insert(name, path);
    Q_EMIT changed();
}

}  // namespace segmoe::ui
