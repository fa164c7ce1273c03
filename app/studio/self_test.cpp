// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/self_test.h"

#include <cstdio>

#include "app/studio/page_tour.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/starter_kit.h"
#include "ui/bridge/threaded_engine_client.h"
#include "ui/render/preview_view.h"
#include "ui/render/render_page.h"
#include "ui/render/result_pane.h"
#include "ui/shell/main_window.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

constexpr int kLimitMs = 120'000;

}  // namespace

SelfTest::SelfTest(ThreadedEngineClient& client, MainWindow& window) : m_client(client), m_window(window) {}

void SelfTest::watch(const QString& pictureFile, const QString& folder) {
    m_pictureFile = pictureFile;
    m_folder = folder;
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] { end(false, u"the self-test took longer than two minutes"_s); });
    m_limit.start(kLimitMs);
    connect(&m_client, &EngineClient::unavailable, this,
            [this](const Failure& failure) { end(false, errorDetails(failure)); });
    connect(&m_client, &EngineClient::refused, this,
            [this](const QString&, const Failure& failure) { end(false, errorDetails(failure)); });
    connect(&m_client, &EngineClient::ready, this, [this](const EngineFacts& facts) {
        if (facts.starterFolder.isEmpty()) end(false, u"the starter mixture is not installed"_s);
        m_recipe = readStarterKit(facts.starterFolder).recipe;
    });
    // Queued: the page hears it first.
    connect(
        &m_client, &EngineClient::described, this, [this] { m_window.renderPage().startRender(); },
        Qt::QueuedConnection);
    connect(
        &m_client, &EngineClient::workFinished, this,
        [this](JobId, const WorkReport& report) {
            const QImage picture = m_window.renderPage().result().view().image();
            const PicturePtr& shown = m_window.renderPage().result().shown();
            const int rows = shown ? shown->image.trace.siteCount() : 0;
            if (report.outcome != RenderOutcome::Done) return end(false, errorDetails(report.failure));
            if (picture.isNull() || rows == 0) return end(false, u"no picture or no routing came out"_s);
            const RenderResult& result = std::get<RenderResult>(report.result);
            end(true, u"%1×%2 picture in %3 s, %4 routed layer inputs"_s.arg(picture.width())
                          .arg(picture.height())
                          .arg(result.seconds, 0, 'f', 1)
                          .arg(rows));
        },
        Qt::QueuedConnection);
}

void SelfTest::end(bool passed, const QString& sentence) {
    if (!m_limit.isActive()) return;
    m_limit.stop();
    m_passed = passed;
    std::printf("self-test %s: %s\n", passed ? "passed" : "failed", qPrintable(sentence));
    std::fflush(stdout);
    if (passed && !m_pictureFile.isEmpty() && !m_window.grab().save(m_pictureFile)) {
        m_passed = false;
        std::printf("cannot write %s\n", qPrintable(m_pictureFile));
    }
    if (m_passed && !m_folder.isEmpty())
        tour();
    else
        m_window.close();
}

void SelfTest::tour() {
    auto* tour = new PageTour(m_window, m_folder, m_recipe, this);
    connect(tour, &PageTour::finished, this, [this](const QString& error) {
        if (!error.isEmpty()) {
            m_passed = false;
            std::printf("%s\n", qPrintable(error));
        }
        m_window.close();
    });
    tour->start();
}
