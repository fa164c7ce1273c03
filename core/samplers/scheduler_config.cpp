// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/samplers/scheduler_config.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <utility>

#include "core/base/config_text.h"
#include "core/base/error.h"

namespace segmoe::samplers {

namespace {

using nlohmann::json;

constexpr std::size_t kLargestFile = 1 << 20;
constexpr int kDeepest = 16;
constexpr int kMostTrainSteps = 100000;

/// Typed access to the keys of one file; null counts as absent, as in Python.
class Keys {
public:
    Keys(const json& document, const std::string& where) : m_document(document), m_where(where) {}

    [[noreturn]] void refuse(const std::string& key, const std::string& why) const {
        throw Error(ErrorCode::ConfigInvalid, m_where + ": the key \"" + key + "\" " + why + ".");
    }

    const json* find(const std::string& key) const {
        const auto found = m_document.find(key);
        return found == m_document.end() || found->is_null() ? nullptr : &*found;
    }

    std::optional<double> number(const std::string& key, double least, double most) const {
        const json* value = find(key);
        if (!value) return std::nullopt;
        if (!value->is_number()) refuse(key, "is not a number");
        const double read = value->get<double>();
        if (!(read >= least && read <= most))
            refuse(key, "is " + value->dump() + ", outside " + json(least).dump() + " to " + json(most).dump());
        return read;
    }

    int integer(const std::string& key, int absent, int least, int most) const {
        const auto read = number(key, least, most);
        if (!read) return absent;
        if (*read != std::floor(*read)) refuse(key, "is not a whole number");
        return static_cast<int>(*read);
    }

    std::optional<bool> boolean(const std::string& key) const {
        const json* value = find(key);
        if (!value) return std::nullopt;
        if (!value->is_boolean()) refuse(key, "is neither true nor false");
        return value->get<bool>();
    }

    std::string text(const std::string& key) const {
        const json* value = find(key);
        if (!value) return {};
        if (!value->is_string()) refuse(key, "is not a text");
        return value->get<std::string>();
    }

    template <class T>
    std::optional<T> choice(const std::string& key, std::initializer_list<std::pair<const char*, T>> allowed) const {
        const std::string read = text(key);
        if (!find(key)) return std::nullopt;
        for (const auto& [name, value] : allowed)
            if (read == name) return value;
        refuse(key, "has the value \"" + read.substr(0, 40) + "\", which is not supported");
    }

private:
    const json& m_document;
    const std::string& m_where;
};

/// Python writes Infinity, -Infinity and NaN into JSON, which JSON does not know. Outside of texts they become null:
/// the one key where diffusers writes such a value has it as its default.
std::string withoutPythonConstants(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    bool inText = false;
    for (std::size_t i = 0; i < text.size();) {
        bool replaced = false;
        if (!inText)
            for (const std::string_view constant : {"-Infinity", "Infinity", "NaN"})
                if (text.substr(i, constant.size()) == constant) {
                    plain += "null";
                    i += constant.size();
                    replaced = true;
                    break;
                }
        if (replaced) continue;
        if (inText && text[i] == '\\' && i + 1 < text.size())
            plain += text[i++];
        else if (text[i] == '"')
            inText = !inText;
        plain += text[i++];
    }
    return plain;
}

json parseBounded(std::string_view text, const std::string& where) {
    if (text.size() > kLargestFile)
        throw Error(ErrorCode::ConfigInvalid, where + ": the file is larger than a scheduler configuration can be.");
    const auto depthGuard = [&](int depth, json::parse_event_t, json&) {
        if (depth > kDeepest) throw Error(ErrorCode::ConfigInvalid, where + ": the file is nested too deeply.");
        return true;
    };
    try {
        json document = json::parse(withoutPythonConstants(text), depthGuard);
        if (!document.is_object()) throw Error(ErrorCode::ConfigInvalid, where + ": the file is not a JSON object.");
        return document;
    } catch (const json::exception& problem) {
        throw Error(ErrorCode::ConfigInvalid, where + ": the file is not valid JSON.", problem.what());
    }
}

void readBetas(const Keys& keys, SchedulerConfig& config) {
    config.trainSteps = keys.integer("num_train_timesteps", 1000, 2, kMostTrainSteps);
    config.betaStart = keys.number("beta_start", 1e-9, 0.9999);
    config.betaEnd = keys.number("beta_end", 1e-9, 0.9999);
    config.betaSchedule =
        keys.choice<BetaSchedule>("beta_schedule", {{"linear", BetaSchedule::Linear},
                                                    {"scaled_linear", BetaSchedule::ScaledLinear},
                                                    {"squaredcos_cap_v2", BetaSchedule::SquaredCosCapV2}});
    config.rescaleBetasZeroSnr = keys.boolean("rescale_betas_zero_snr").value_or(false);
    const json* trained = keys.find("trained_betas");
    if (!trained) return;
    if (!trained->is_array() || trained->size() != static_cast<std::size_t>(config.trainSteps))
        keys.refuse("trained_betas", "is not a list of num_train_timesteps numbers");
    for (const json& beta : *trained) {
        const double value = beta.is_number() ? beta.get<double>() : -1.0;
        if (!(value > 0.0 && value < 1.0)) keys.refuse("trained_betas", "holds a value that is not between 0 and 1");
        config.trainedBetas.push_back(value);
    }
}

void readTimesteps(const Keys& keys, SchedulerConfig& config) {
    config.predictionType =
        keys.choice<PredictionType>("prediction_type", {{"epsilon", PredictionType::Epsilon},
                                                        {"v_prediction", PredictionType::VPrediction},
                                                        {"sample", PredictionType::Sample}})
            .value_or(PredictionType::Epsilon);
    config.timestepSpacing =
        keys.choice<TimestepSpacing>("timestep_spacing", {{"leading", TimestepSpacing::Leading},
                                                          {"linspace", TimestepSpacing::Linspace},
                                                          {"trailing", TimestepSpacing::Trailing}});
    config.stepsOffset = keys.integer("steps_offset", 0, 0, config.trainSteps - 1);
    config.setAlphaToOne = keys.boolean("set_alpha_to_one");
    config.originalInferenceSteps = keys.integer("original_inference_steps", 50, 1, config.trainSteps);
    config.timestepScaling = keys.number("timestep_scaling", 1e-6, 1e6).value_or(10.0);
}

void readCurve(const Keys& keys, SchedulerConfig& config) {
    int curves = 0;
    const auto use = [&](const char* key, SigmaCurve curve) {
        if (!keys.boolean(key).value_or(false)) return;
        config.sigmaCurve = curve;
        if (++curves > 1) keys.refuse(key, "asks for a second curve of noise levels");
    };
    use("use_karras_sigmas", SigmaCurve::Karras);
    use("use_exponential_sigmas", SigmaCurve::Exponential);
    use("use_beta_sigmas", SigmaCurve::Beta);
    use("use_lu_lambdas", SigmaCurve::Lu);
    config.sigmaMin = keys.number("sigma_min", 1e-6, 1e6);
    config.sigmaMax = keys.number("sigma_max", 1e-6, 1e6);
    if (config.sigmaMin && config.sigmaMax && *config.sigmaMin >= *config.sigmaMax)
        keys.refuse("sigma_min", "is not smaller than sigma_max");
    config.logLinearInterpolation =
        keys.choice<bool>("interpolation_type", {{"linear", false}, {"log_linear", true}}).value_or(false);
    config.finalSigmaIsMin =
        keys.choice<bool>("final_sigmas_type", {{"zero", false}, {"sigma_min", true}}).value_or(false);
}

void readSolver(const Keys& keys, SchedulerConfig& config) {
    config.solverOrder = keys.integer("solver_order", 2, 1, 3);
    // One key for two families of classes; each takes the other's words as its own default.
    const std::string solver =
        keys.choice<std::string>(
                "solver_type",
                {{"midpoint", "midpoint"}, {"heun", "heun"}, {"bh1", "bh1"}, {"bh2", "bh2"}, {"logrho", "logrho"}})
            .value_or("");
    config.heunCorrection = solver == "heun";
    config.bh1 = solver == "bh1";
    keys.choice<int>("algorithm_type",
                     {{"dpmsolver", 0}, {"dpmsolver++", 0}, {"sde-dpmsolver", 0}, {"sde-dpmsolver++", 0}, {"deis", 0}});
    config.lowerOrderFinal = keys.boolean("lower_order_final").value_or(true);
    config.eulerAtFinal = keys.boolean("euler_at_final").value_or(false);
    config.lambdaMinClipped = keys.number("lambda_min_clipped", -1e6, 1e6).value_or(config.lambdaMinClipped);
    config.skipPrkSteps = keys.boolean("skip_prk_steps").value_or(false);
    config.largeVariance =
        keys.choice<bool>("variance_type", {{"fixed_small", false}, {"fixed_small_log", false}, {"fixed_large", true}})
            .value_or(false);
    const json* disabled = keys.find("disable_corrector");
    if (!disabled) return;
    if (!disabled->is_array() || disabled->size() > 1000) keys.refuse("disable_corrector", "is not a list of steps");
    for (const json& step : *disabled) {
        if (!step.is_number_integer() || step.get<std::int64_t>() < 0 || step.get<std::int64_t>() > kMostTrainSteps)
            keys.refuse("disable_corrector", "holds something that is not a step");
        config.disableCorrector.push_back(step.get<int>());
    }
}

/// Classes for models of noise, x₀ or velocity along a variance-preserving process. Others (flow matching, EDM)
/// describe models no sampler here can run.
void requireKnownClass(const Keys& keys, const std::string& className) {
    constexpr std::string_view kKnown[] = {"DDIMScheduler",
                                           "DDIMParallelScheduler",
                                           "DDPMScheduler",
                                           "DDPMParallelScheduler",
                                           "PNDMScheduler",
                                           "LMSDiscreteScheduler",
                                           "EulerDiscreteScheduler",
                                           "EulerAncestralDiscreteScheduler",
                                           "HeunDiscreteScheduler",
                                           "KDPM2DiscreteScheduler",
                                           "KDPM2AncestralDiscreteScheduler",
                                           "DPMSolverMultistepScheduler",
                                           "DPMSolverSinglestepScheduler",
                                           "DPMSolverSDEScheduler",
                                           "DEISMultistepScheduler",
                                           "UniPCMultistepScheduler",
                                           "SASolverScheduler",
                                           "IPNDMScheduler",
                                           "LCMScheduler",
                                           "TCDScheduler"};
    if (!className.empty() && std::find(std::begin(kKnown), std::end(kKnown), className) == std::end(kKnown))
        keys.refuse("_class_name", "is \"" + className.substr(0, 60) + "\", a scheduler that is not supported");
}

/// What would silently give other pictures if it were ignored.
void refuseUnsupported(const Keys& keys) {
    for (const char* key : {"thresholding", "use_flow_sigmas", "use_dynamic_shifting"})
        if (keys.boolean(key).value_or(false)) keys.refuse(key, "is true, which is not supported for latent images");
    if (!keys.boolean("predict_x0").value_or(true)) keys.refuse("predict_x0", "is false, which is not supported");
    keys.choice<int>("timestep_type", {{"discrete", 0}});
    keys.boolean("clip_sample");
}

}  // namespace

SchedulerConfig SchedulerConfig::parse(std::string_view text, const std::string& where, ModelFamily family) {
    SchedulerConfig config;
    config.document = parseBounded(text, where);
    const Keys keys(config.document, where);
    config.className = keys.text("_class_name");
    requireKnownClass(keys, config.className);
    readBetas(keys, config);
    readTimesteps(keys, config);
    readCurve(keys, config);
    readSolver(keys, config);
    refuseUnsupported(keys);
    if (family == ModelFamily::Sd1 || family == ModelFamily::Sd2) config.stepsOffset = 1;
    return config;
}

SchedulerConfig SchedulerConfig::read(const std::filesystem::path& file, ModelFamily family) {
    return parse(readConfigText(file), file.string(), family);
}

SchedulerConfig SchedulerConfig::stableDiffusion(PredictionType predictionType) {
    SchedulerConfig config;
    config.betaStart = 0.00085;
    config.betaEnd = 0.012;
    config.betaSchedule = BetaSchedule::ScaledLinear;
    config.predictionType = predictionType;
    config.timestepSpacing = TimestepSpacing::Leading;
    config.stepsOffset = 1;
    config.setAlphaToOne = false;
    config.skipPrkSteps = true;
    return config;
}

}  // namespace segmoe::samplers
