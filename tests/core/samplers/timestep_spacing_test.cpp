// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include <nlohmann/json.hpp>

#include "core/samplers/beta_quantile.h"
#include "core/samplers/sampler_factory.h"
#include "core/samplers/timestep_spacing.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::samplers;

class TimestepSpacingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_tables = nlohmann::json::parse(test::readFile(test::goldenPath("samplers/tables.json"))); }

    void timestepsEqualDiffusers() {
        for (const auto& row : m_tables.at("spacings")) {
            SchedulerConfig config = SchedulerConfig::stableDiffusion();
            const auto spacing = row.at("spacing").get<std::string>();
            config.timestepSpacing = spacing == "leading"    ? TimestepSpacing::Leading
                                     : spacing == "linspace" ? TimestepSpacing::Linspace
                                                             : TimestepSpacing::Trailing;
            const auto sampler = makeSampler(*parseSampler(row.at("sampler").get<std::string>()), ScheduleKind::Normal,
                                             config, row.at("steps").get<int>());
            QVERIFY2(sampler->timesteps() == row.at("timesteps").get<std::vector<double>>(), row.dump().c_str());
        }
    }

    /// diffusers gives one timestep too many, −1, for some numbers of steps; ours never.
    void trailingNeverGivesOneTooMany() {
        for (int steps = 1; steps <= 1000; ++steps) {
            const auto timesteps = wholeTimesteps({TimestepSpacing::Trailing, 1000, steps, 0});
            QCOMPARE(timesteps.size(), static_cast<std::size_t>(steps));
            QCOMPARE(timesteps.front(), 999.0);
            QVERIFY(timesteps.back() >= 0.0);
        }
    }

    void quantilesEqualScipy() {
        for (const auto& row : m_tables.at("quantiles")) {
            const double ours = betaQuantile(row[0].get<double>(), row[1].get<double>(), row[2].get<double>());
            QVERIFY2(std::abs(ours - row[3].get<double>()) < 1e-9, row.dump().c_str());
        }
    }

private:
    nlohmann::json m_tables;
};

QTEST_APPLESS_MAIN(TimestepSpacingTest)
#include "timestep_spacing_test.moc"
