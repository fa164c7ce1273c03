// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/build_pace.h"

#include <algorithm>
#include <set>

#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"
#include "ui/mix/render_pace.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kReferenceSteps = 25;  ///< of the original program, with guidance
const auto kReading = "build read";

QString measuringKind(const ModelFacts& base) { return u"build "_s + architectureText(base); }

int promptCount(const MixRecipe& recipe) {
    int prompts = 0;
    for (const ExpertSpec& expert : recipe.experts) prompts += static_cast<int>(expert.positive.size());
    return prompts;
}

/// Runs of the UNet for one prompt; guidance runs it for both halves.
int evaluationsEach(const MixRecipe& recipe) {
    if (recipe.gates == GateMethod::HiddenCompat) return 2 * kReferenceSteps;
    if (recipe.gates != GateMethod::Hidden) return 0;
    return recipe.gateSteps * (recipe.gateCfg ? 2 : 1);
}

/// One run at the model's own size, as renders tell.
double evaluationSeconds(const RenderPace& pace, const ModelFacts& base) {
    const double side = base.architecture.nativeSize;
    return pace.seconds(architectureText(base), side * side / 1e6);
}

}  // namespace

BuildWork buildWork(const MixRecipe& recipe, const SourceInfos& infos) {
    std::set<std::string> files = {recipe.base};
    for (const ExpertSpec& expert : recipe.experts) files.insert(expert.source);
    BuildWork work;
    for (const std::string& file : files)
        work.gigabytes += static_cast<double>(infoOf(infos, toText(file)).facts.bytes) / 1e9;
    work.evaluations = promptCount(recipe) * evaluationsEach(recipe);
    return work;
}

void learnBuild(RenderPace& pace, const MixRecipe& recipe, const SourceInfos& infos, const BuildReport& report) {
    const SourceInfo& base = infoOf(infos, toText(recipe.base));
    if (base.state != SourceInfo::State::Ok || report.wasBuilt) return;
    const BuildWork work = buildWork(recipe, infos);
    const int measured = std::max(0, promptCount(recipe) - report.remembered) * evaluationsEach(recipe);
    const QString reading = QString::fromLatin1(kReading);
    if (measured == 0) return pace.learn(reading, work.gigabytes, report.seconds);
    pace.learn(measuringKind(base.facts), measured, report.seconds);
    const double each = evaluationSeconds(pace, base.facts);
    if (each > 0.0) pace.learn(reading, work.gigabytes, report.seconds - measured * each);
}

double buildSeconds(const RenderPace& pace, const MixRecipe& recipe, const SourceInfos& infos) {
    const SourceInfo& base = infoOf(infos, toText(recipe.base));
    if (base.state != SourceInfo::State::Ok) return -1.0;
    const BuildWork work = buildWork(recipe, infos);
    const double reading = pace.seconds(QString::fromLatin1(kReading), work.gigabytes);
    if (work.evaluations == 0) return reading;
    const double each = evaluationSeconds(pace, base.facts);
    if (each > 0.0 && reading >= 0.0) return reading + work.evaluations * each;
    return pace.seconds(measuringKind(base.facts), work.evaluations);
}

}  // namespace segmoe::ui
