// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Part of the engine module: what the Mix page asks of core/engine.
#include "ui/bridge/mix_module.h"

#include "core/domain/model_ref.h"
#include "core/engine/render_engine.h"
#include "ui/bridge/caught_failure.h"

namespace segmoe::ui {

namespace {

class CoreMixTools final : public MixTools {
public:
    SourceAnswer lookUp(const std::string& source, const std::filesystem::path& folder) override {
        SourceAnswer answer;
        try {
            const ModelRef ref = ModelRef::parse(source, folder);
            answer.isRemote = ref.kind() == ModelRefKind::Hub;
            if (!answer.isRemote) answer.facts = readModelFacts(ref.path());
        } catch (const Error& error) {
            answer.isMissing = error.code() == ErrorCode::FileMissing;
            answer.facts.name = source;
            answer.facts.path = source;
            answer.facts.role = ModelRole::Refused;
            answer.facts.refusal = failureOf(error);
        }
        return answer;
    }
    RecipeText readText(const std::string& yaml, const std::string& name,
                        const std::filesystem::path& folder) override {
        return readRecipeText(yaml, name, folder);
    }
    RecipeText readFile(const std::filesystem::path& file) override { return readRecipeFile(file); }
    std::string writeText(const MixRecipe& recipe) override { return writeRecipeText(recipe); }
    LoraFit fit(const std::filesystem::path& lora, const std::filesystem::path& model) override {
        return loraFit(lora, model);
    }
    MemoryForecast forecast(const RenderRequest& request) override { return m_engine.forecast(request); }

private:
    RenderEngine m_engine;  ///< for headers only
};

}  // namespace

std::unique_ptr<MixTools> makeMixTools() { return std::make_unique<CoreMixTools>(); }

}  // namespace segmoe::ui
