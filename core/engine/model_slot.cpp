// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model_slot.h"

#include <filesystem>
#include <tuple>
#include <utility>

#include "core/base/byte_size.h"
#include "core/base/error.h"
#include "core/base/log.h"
#include "core/base/stopwatch.h"
#include "core/base/utf8.h"
#include "core/engine/app_paths.h"
#include "core/engine/model_search.h"
#include "core/moe/recipe_yaml.h"
#include "core/pipeline/compute_device.h"
#include "core/pipeline/gate_keys.h"
#include "core/pipeline/memory_limit.h"
#include "core/pipeline/memory_plan.h"
#include "core/pipeline/render_defaults.h"

namespace segmoe {

namespace {

using namespace pipeline;

/// The recipe of a request, its own or that of the file it names; notices are what the file's author should know.
std::optional<MixRecipe> recipeOf(const RenderRequest& request, std::vector<std::string>& notices) {
    if (request.recipe) return *request.recipe;
    const ModelRef ref = ModelRef::parse(request.model);
    if (ref.kind() != ModelRefKind::Recipe) return std::nullopt;
    return moe::readRecipe(ref.path(), &notices);
}

/// What does not touch the weights of a mixture, to be read or written at once.
auto besideWeights(auto& recipe) {
    return std::tie(recipe.name, recipe.expertsPerToken, recipe.gates, recipe.gateSeed, recipe.gateSteps,
                    recipe.gateCfg, recipe.gateCentre, recipe.routing, recipe.parked, recipe.notes, recipe.unknown,
                    recipe.studioUnknown);
}

/// What decides the weights of a mixture: models, LoRAs and layers, but neither prompts nor k.
MixRecipe withoutGates(MixRecipe recipe) {
    for (ExpertSpec& expert : recipe.experts)
        expert = {.source = expert.source, .alias = {}, .positive = {}, .negative = {}, .loras = expert.loras};
    const MixRecipe plain;
    besideWeights(recipe) = besideWeights(plain);
    return recipe;
}

/// What cannot be found has no identity; opening it says what is wrong, and whose model it is.
std::string modelIdentity(const std::string& text, const std::filesystem::path& folder) {
    try {
        return filesIdentity(ModelRef::parse(text, folder).path());
    } catch (const Error&) {
        return text;
    }
}

ModelSearch searchOf(const RenderRequest& request) {
    ModelSearch search = programSearch();
    search.vae = request.vae;
    if (!request.donor.empty()) search.donor = ModelRef::parse(request.donor);
    return search;
}

std::vector<EmbeddingCall> callsOf(const RenderRequest& request) {
    if (request.embeddingFolders.empty()) return {};
    const EmbeddingFolders folders(request.embeddingFolders);
    std::vector<EmbeddingCall> calls = folders.callsIn(request.prompt);
    const std::vector<EmbeddingCall> others = folders.callsIn(request.negative.value_or(""));
    calls.insert(calls.end(), others.begin(), others.end());
    return calls;
}

/// The model of a request with what is laid over it.
ModelFiles withOverlays(ModelFiles files, const RenderRequest& request) {
    const std::filesystem::path folder = std::filesystem::current_path();
    return withEmbeddings(withLoras(std::move(files), request.loras, folder), request.embeddings, folder);
}

}  // namespace

bool ModelSlot::Key::hasSameWeights(const Key& other) const {
    const auto weightsOnly = [](Key key) {
        key.embeddings.clear();
        key.called.clear();
        key.unanswered.clear();
        if (key.recipe) key.recipe = withoutGates(std::move(*key.recipe));
        return key;
    };
    return weightsOnly(*this) == weightsOnly(other);
}

ModelSlot::Key ModelSlot::keyOf(const RenderRequest& request, const std::optional<MixRecipe>& recipe) const {
    Key key;
    key.loras = request.loras;
    key.embeddings = request.embeddings;
    if (!request.vae.empty()) key.vae = modelIdentity(request.vae, {});
    if (!request.donor.empty()) key.donor = modelIdentity(request.donor, {});
    key.device = request.device;
    key.precision = request.precision;
    // Another limit is another budget for the experts that stay loaded.
    key.cacheBytes = request.expertCacheBytes > 0 ? request.expertCacheBytes : memoryLimit();
    key.recipe = recipe;
    if (!recipe) {
        key.weights = modelIdentity(request.model, {});
        return key;
    }
    key.compat = request.compat;
    key.weights = modelIdentity(recipe->base, recipe->folder);
    for (const ExpertSpec& expert : recipe->experts) key.weights += modelIdentity(expert.source, recipe->folder);
    return key;
}

ModelFiles ModelSlot::openMixture(const MixRecipe& recipe, const RenderRequest& request, const CancelToken& cancel,
                                  const ProgressSink& progress) {
    const Stopwatch time;
    const RecipeParts parts = openRecipe(recipe, searchOf(request), request.compat);
    moe::BuiltGates built =
        measureGates(parts, {request.device, request.precision, request.compat, &m_gates}, cancel, progress);
    m_work = {.evaluations = built.evaluations, .remembered = built.remembered, .notices = parts.notices};
    m_work.notices.insert(m_work.notices.end(), built.notices.begin(), built.notices.end());
    ModelFiles files = mixtureFiles(parts, std::move(built.gates));
    files.notices.insert(files.notices.end(), built.notices.begin(), built.notices.end());
    m_work.seconds = time.seconds();
    return files;
}

LoadedModel& ModelSlot::load(const RenderRequest& request, const CancelToken& cancel, const ProgressSink& progress) {
    std::vector<std::string> notices;
    const std::optional<MixRecipe> recipe = recipeOf(request, notices);
    const std::vector<EmbeddingCall> calls = callsOf(request);
    Key wanted = keyOf(request, recipe);
    wanted.called = calledEmbeddings(calls);
    wanted.unanswered = unansweredCalls(calls);
    m_source = request.model;
    m_work.isDone = m_model && wanted == m_key;
    if (m_work.isDone) return *m_model;
    const bool keepsWeights = m_model && wanted.hasSameWeights(m_key);
    const Stopwatch time;
    if (!keepsWeights) m_model.reset();

    ModelFiles files = recipe ? openMixture(*recipe, request, cancel, progress)
                              : openModelFiles(ModelRef::parse(request.model), searchOf(request));
    files.notices.insert(files.notices.begin(), notices.begin(), notices.end());
    files = withCalledEmbeddings(withOverlays(std::move(files), request), calls);
    DigestCache digests(digestFile());
    lookUpDigests(files.usedFiles, digests, cancel);
    if (!keepsWeights || !m_model->takeOver(files)) {
        m_model.reset();
        const Placement placement =
            choosePlacement(request.device, wantedPrecision(request, files), files.weightBytes());
        logMessage(LogLevel::Info, "opened " + quote(files.name) + ", " + files.architecture.name + ", " +
                                       byteSizeText(static_cast<std::uint64_t>(files.weightBytes())) + ", on " +
                                       deviceName(placement) + " in " + precisionText(placement) + ", " + time.text());
        for (const std::string& notice : files.notices) logMessage(LogLevel::Warning, notice);
        const std::int64_t budget =
            request.expertCacheBytes > 0 ? request.expertCacheBytes : expertBudget(files, placement);
        m_model = std::make_unique<LoadedModel>(std::move(files), placement, budget);
        ++m_stay;
    }
    m_key = std::move(wanted);
    return *m_model;
}

std::optional<ResidentModel> ModelSlot::resident() const {
    if (!m_model || !m_model->isLoaded()) return std::nullopt;
    const ModelFiles& files = m_model->files();
    const HeldBytes held = m_model->held();
    return ResidentModel{.id = m_stay,
                         .name = files.name,
                         .source = m_source,
                         .experts = files.mixture ? static_cast<int>(files.mixture->experts.size()) : 0,
                         .deviceBytes = held.device,
                         .ownBytes = held.own,
                         .mappedBytes = held.mapped};
}

ModelFiles openHeaders(const RenderRequest& request) {
    std::vector<std::string> notices;
    const std::optional<MixRecipe> recipe = recipeOf(request, notices);
    ModelFiles files = recipe ? openRecipeHeaders(*recipe, searchOf(request), request.compat)
                              : openModelFiles(ModelRef::parse(request.model), searchOf(request));
    return withOverlays(std::move(files), request);
}

}  // namespace segmoe
