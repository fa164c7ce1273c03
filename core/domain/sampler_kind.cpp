// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/domain/sampler_kind.h"

namespace segmoe {

namespace {

template <class Kind>
struct NameRow {
    Kind kind;
    std::string_view name;
    std::string_view title;
};

constexpr NameRow<SamplerKind> kSamplers[] = {
    {SamplerKind::Ddim, "ddim", "DDIM"},
    {SamplerKind::Ddpm, "ddpm", "DDPM"},
    {SamplerKind::Euler, "euler", "Euler"},
    {SamplerKind::EulerA, "euler_a", "Euler a"},
    {SamplerKind::Heun, "heun", "Heun"},
    {SamplerKind::Dpmpp2m, "dpmpp_2m", "DPM++ 2M"},
    {SamplerKind::Dpmpp2mSde, "dpmpp_2m_sde", "DPM++ 2M SDE"},
    {SamplerKind::DpmppSde, "dpmpp_sde", "DPM++ SDE"},
    {SamplerKind::Unipc, "unipc", "UniPC"},
    {SamplerKind::Lms, "lms", "LMS"},
    {SamplerKind::Pndm, "pndm", "PNDM"},
    {SamplerKind::Lcm, "lcm", "LCM"},
    {SamplerKind::Tcd, "tcd", "TCD"},
};

constexpr NameRow<ScheduleKind> kSchedules[] = {
    {ScheduleKind::Normal, "normal", "Automatic"},
    {ScheduleKind::Karras, "karras", "Karras"},
    {ScheduleKind::Exponential, "exponential", "Exponential"},
    {ScheduleKind::SgmUniform, "sgm_uniform", "SGM Uniform"},
    {ScheduleKind::Simple, "simple", "Simple"},
    {ScheduleKind::Trailing, "trailing", "Trailing"},
    {ScheduleKind::Beta, "beta", "Beta"},
};

template <class Kind, std::size_t N>
std::optional<Kind> parse(const NameRow<Kind> (&rows)[N], std::string_view name) {
    for (const auto& row : rows)
        if (row.name == name) return row.kind;
    return std::nullopt;
}

template <class Kind, std::size_t N>
const NameRow<Kind>& find(const NameRow<Kind> (&rows)[N], Kind kind) {
    for (const auto& row : rows)
        if (row.kind == kind) return row;
    return rows[0];
}

template <class Kind, std::size_t N>
std::vector<Kind> kinds(const NameRow<Kind> (&rows)[N]) {
    std::vector<Kind> all;
    for (const auto& row : rows) all.push_back(row.kind);
    return all;
}

}  // namespace

std::string_view samplerName(SamplerKind kind) { return find(kSamplers, kind).name; }
std::string_view samplerTitle(SamplerKind kind) { return find(kSamplers, kind).title; }
std::optional<SamplerKind> parseSampler(std::string_view name) { return parse(kSamplers, name); }

std::string_view scheduleName(ScheduleKind kind) { return find(kSchedules, kind).name; }
std::string_view scheduleTitle(ScheduleKind kind) { return find(kSchedules, kind).title; }
std::optional<ScheduleKind> parseSchedule(std::string_view name) { return parse(kSchedules, name); }

const std::vector<SamplerKind>& allSamplers() {
    static const std::vector<SamplerKind> all = kinds(kSamplers);
    return all;
}

const std::vector<ScheduleKind>& allSchedules() {
    static const std::vector<ScheduleKind> all = kinds(kSchedules);
    return all;
}

bool isPossible(SamplerKind sampler, ScheduleKind schedule) {
    switch (sampler) {
        // These look the noise up by whole timestep; only the spacing of those can change.
        case SamplerKind::Ddim:
        case SamplerKind::Ddpm:
        case SamplerKind::Pndm: return schedule == ScheduleKind::Normal || schedule == ScheduleKind::Trailing;
        // A fixed share of the timesteps the model was distilled on.
        case SamplerKind::Lcm:
        case SamplerKind::Tcd: return schedule == ScheduleKind::Normal;
        default: return true;
    }
}

}  // namespace segmoe
