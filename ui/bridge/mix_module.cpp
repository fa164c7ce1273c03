// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Part of the engine module: what the Mix page asks of core/engine.
#include "ui/bridge/mix_module.h"

#include <map>

#include "core/domain/model_ref.h"
#include "core/engine/render_engine.h"
#include "ui/bridge/caught_failure.h"

namespace segmoe::ui {

namespace {

constexpr std::size_t kMostStamped = 200;  ///< files of a model's folder

void mixIn(quint64& stamp, const std::filesystem::directory_entry& file) {
    std::error_code ignored;
    const auto time = static_cast<quint64>(file.last_write_time(ignored).time_since_epoch().count());
    for (const quint64 part : {static_cast<quint64>(file.file_size(ignored)), time})
        stamp = (stamp ^ part) * 0x100000001b3ULL;  // FNV-1a
}

/// Of one file, or of all weights and settings in a folder.
quint64 stampOf(const std::filesystem::path& place) {
    namespace fs = std::filesystem;
    std::error_code failed;
    std::map<fs::path, fs::directory_entry> files;
    const fs::directory_entry whole(place, failed);
    if (whole.is_regular_file(failed)) files.emplace(place, whole);
    if (whole.is_directory(failed))
        for (fs::recursive_directory_iterator file(place, failed), end;
             !failed && file != end && files.size() < kMostStamped; file.increment(failed))
            if (file->is_regular_file(failed)) files.emplace(file->path(), *file);
    quint64 stamp = 0xcbf29ce484222325ULL;
    for (const auto& [path, file] : files) mixIn(stamp, file);
    return files.empty() ? 0 : stamp;
}

class CoreMixTools final : public MixTools {
public:
    SourceAnswer lookUp(const std::string& source, const std::filesystem::path& folder) override {
        SourceAnswer answer;
        try {
            const ModelRef ref = ModelRef::parse(source, folder);
            answer.isRemote = ref.kind() == ModelRefKind::Hub;
            if (!answer.isRemote) {
                answer.stamp = stampOf(ref.path());  // before: what changes while it is read has changed
                answer.facts = readModelFacts(ref.path());
            }
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
