// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/images/sampler_titles.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "core/base/ascii.h"

namespace segmoe::images {

namespace {

template <class Kind>
struct TitleRow {
    std::string_view name;
    Kind kind;
    bool exact = true;  ///< false: the nearest that this program has
};
using SamplerRow = TitleRow<SamplerKind>;
using ScheduleRow = TitleRow<ScheduleKind>;

/// Names after normalised(): lower case, underscores, "dpmpp", without "k_", "sample_" and "_gpu".
constexpr SamplerRow kSamplers[] = {
    {"euler", SamplerKind::Euler},
    {"euler_a", SamplerKind::EulerA},
    {"euler_ancestral", SamplerKind::EulerA},
    {"heun", SamplerKind::Heun},
    {"lms", SamplerKind::Lms},
    {"ddim", SamplerKind::Ddim},
    {"ddpm", SamplerKind::Ddpm},
    {"pndm", SamplerKind::Pndm},
    {"plms", SamplerKind::Pndm},
    {"lcm", SamplerKind::Lcm},
    {"tcd", SamplerKind::Tcd},
    {"unipc", SamplerKind::Unipc},
    {"uni_pc_bh2", SamplerKind::Unipc},
    {"dpmpp_2m", SamplerKind::Dpmpp2m},
    {"dpmpp_2m_sde", SamplerKind::Dpmpp2mSde},
    {"dpmpp_sde", SamplerKind::DpmppSde},
    // the nearest of ours
    {"uni_pc", SamplerKind::Unipc, false},
    {"deis", SamplerKind::Unipc, false},
    {"euler_cfg_pp", SamplerKind::Euler, false},
    {"euler_ancestral_cfg_pp", SamplerKind::EulerA, false},
    {"euler_a_substep", SamplerKind::EulerA, false},
    {"heunpp2", SamplerKind::Heun, false},
    {"restart", SamplerKind::Heun, false},
    {"dpm2", SamplerKind::Heun, false},
    {"dpm_2", SamplerKind::Heun, false},
    {"kdpm_2", SamplerKind::Heun, false},
    {"dpm2_a", SamplerKind::EulerA, false},
    {"dpm_2_ancestral", SamplerKind::EulerA, false},
    {"dpm_2_a", SamplerKind::EulerA, false},
    {"kdpm_2_a", SamplerKind::EulerA, false},
    {"dpm_fast", SamplerKind::Dpmpp2m, false},
    {"dpm_adaptive", SamplerKind::Dpmpp2m, false},
    {"dpmpp_2m_cfg_pp", SamplerKind::Dpmpp2m, false},
    {"dpmpp_3m", SamplerKind::Dpmpp2m, false},
    {"ipndm", SamplerKind::Lms, false},
    {"ipndm_v", SamplerKind::Lms, false},
    {"res_multistep", SamplerKind::Dpmpp2m, false},
    {"dpmpp_2s", SamplerKind::Dpmpp2m, false},
    {"dpmpp_2s_a", SamplerKind::DpmppSde, false},
    {"dpmpp_2s_ancestral", SamplerKind::DpmppSde, false},
    {"dpmpp_sde_substep", SamplerKind::DpmppSde, false},
    {"dpmpp_2m_sde_heun", SamplerKind::Dpmpp2mSde, false},
    {"dpmpp_3m_sde", SamplerKind::Dpmpp2mSde, false},
};

constexpr ScheduleRow kSchedules[] = {
    {"automatic", ScheduleKind::Normal},
    {"normal", ScheduleKind::Normal},
    {"discrete", ScheduleKind::Normal},
    {"default", ScheduleKind::Normal},
    {"karras", ScheduleKind::Karras},
    {"k", ScheduleKind::Karras},
    {"exponential", ScheduleKind::Exponential},
    {"sgm_uniform", ScheduleKind::SgmUniform},
    {"simple", ScheduleKind::Simple},
    {"trailing", ScheduleKind::Trailing},
    {"beta", ScheduleKind::Beta},
    {"uniform", ScheduleKind::Normal, false},
    {"ddim_uniform", ScheduleKind::Normal, false},
    {"ddim", ScheduleKind::Normal, false},
    {"polyexponential", ScheduleKind::Exponential, false},
    {"align_your_steps", ScheduleKind::Karras, false},
    {"ays", ScheduleKind::Karras, false},
    {"kl_optimal", ScheduleKind::Karras, false},
    {"turbo", ScheduleKind::Trailing, false},
    {"linear_quadratic", ScheduleKind::Normal, false},
};

void replaceAll(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

std::string normalised(std::string_view name) {
    std::string text;
    for (const char c : name) text.push_back(c == ' ' || c == '-' ? '_' : asciiLower(c));
    replaceAll(text, "dpm++", "dpmpp");
    replaceAll(text, "__", "_");
    for (const std::string_view prefix : {"sample_", "k_"})
        if (text.starts_with(prefix)) text.erase(0, prefix.size());
    if (text.ends_with("_gpu")) text.resize(text.size() - 4);
    return text;
}

template <class Row, std::size_t N>
const Row* findRow(const Row (&rows)[N], std::string_view name) {
    const auto found = std::find_if(std::begin(rows), std::end(rows), [&](const Row& row) { return row.name == name; });
    return found == std::end(rows) ? nullptr : found;
}

/// "dpmpp_2m_karras" is a sampler and a schedule in one word.
const ScheduleRow* cutSchedule(std::string& name) {
    if (findRow(kSamplers, name)) return nullptr;
    for (const ScheduleRow& row : kSchedules) {
        if (name.size() <= row.name.size() + 1 || !name.ends_with(row.name)) continue;
        const std::string head = name.substr(0, name.size() - row.name.size() - 1);
        if (name[head.size()] != '_' || !findRow(kSamplers, head)) continue;
        name = head;
        return &row;
    }
    return nullptr;
}

}  // namespace

void assignSampler(std::string_view sampler, std::string_view schedule, PictureSettings& settings) {
    settings.samplerText = sampler;
    if (!schedule.empty() && schedule != "Automatic") settings.samplerText.append(" ").append(schedule);
    std::string name = normalised(sampler);
    const ScheduleRow* inside = cutSchedule(name);
    const SamplerRow* method = findRow(kSamplers, name);
    const std::string scheduleName = normalised(schedule);
    const ScheduleRow* noise =
        scheduleName.empty() || scheduleName == "automatic" ? inside : findRow(kSchedules, scheduleName);
    settings.samplerExact = method && method->exact;
    if (method) settings.sampler = method->kind;
    if (noise) {
        settings.schedule = noise->kind;
        settings.samplerExact = settings.samplerExact && noise->exact;
    } else if (!scheduleName.empty() && scheduleName != "automatic") {
        settings.samplerExact = false;
    }
    if (method && noise && !isPossible(method->kind, noise->kind)) {
        settings.schedule = ScheduleKind::Normal;
        settings.samplerExact = false;
    }
}

}  // namespace segmoe::images
