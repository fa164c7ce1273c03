// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "ui/mix/mix_jobs.h"

namespace segmoe::test {

/// Notes what the page asks for; the test emits the answers.
class FakeMixJobs : public ui::MixJobs {
public:
    using ui::MixJobs::MixJobs;

    std::vector<BuildRequest> builds;
    std::vector<SaveMixtureRequest> saves;
    QStringList predictions;
    int cancelledBuilds = 0;
    int cancelledSaves = 0;

    void build(const BuildRequest& request, const QString&) override { builds.push_back(request); }
    void cancelBuild() override { ++cancelledBuilds; }
    void predict(const BuildRequest&, const QString& prompt) override { predictions << prompt; }
    void save(const SaveMixtureRequest& request, const QString&) override { saves.push_back(request); }
    void cancelSave() override { ++cancelledSaves; }

    /// The build ends well, with gates that tell the experts apart.
    void finishBuild() {
        BuildReport report;
        report.seconds = 1.5;
        const std::size_t experts = builds.back().recipe.experts.size();
        for (std::size_t e = 0; e < experts; ++e) report.gates.experts.push_back("expert " + std::to_string(e));
        for (int i = 0; i < 6; ++i) {
            GateSite site{"D1.A0.T" + std::to_string(i) + (i % 2 == 0 ? ".self" : ".ff"), {}, 1.5 + i};
            for (std::size_t a = 0; a < experts; ++a)
                for (std::size_t b = 0; b < experts; ++b) site.cosines.push_back(a == b ? 1.0 : 0.4);
            report.gates.sites.push_back(std::move(site));
        }
        Q_EMIT built(report);
    }
};

}  // namespace segmoe::test
