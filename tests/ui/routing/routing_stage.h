// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTemporaryDir>
#include <QtTest/QtTest>

#include "ui/bridge/sample_capture.h"
#include "ui/bridge/scripted_engine_client.h"
#include "ui/bridge/settings.h"
#include "ui/queue/job_queue.h"
#include "ui/queue/picture_saver.h"
#include "ui/routing/capture_collector.h"
#include "ui/routing/routing_actions.h"
#include "ui/routing/routing_page.h"
#include "ui/shell/action_table.h"
#include "ui/shell/navigator.h"
#include "ui/shell/studio_context.h"
#include "ui/widgets/theme.h"

/// The Routing page alone on a scripted engine.
struct RoutingStage {
    RoutingStage() {
        theme.setMode(segmoe::ui::ThemeMode::Light);
        segmoe::ui::connectRoutingActions(page, context);
        actions.addToWindow(&page);
        page.resize(1200, 740);
        page.show();
        // After that: shared actions are enabled for pages that are visible.
        actions.setCurrentPage(segmoe::ui::PageId::Routing);
        client.start();
    }

    /// The starter mixture's layers, in 8 steps.
    static segmoe::ui::sample::CaptureSpec spec(int k = 2) {
        segmoe::ui::sample::CaptureSpec made = segmoe::ui::sample::starterCapture();
        made.k = k;
        made.steps = 8;
        return made;
    }

    /// The page is there and has the keyboard.
    void open() {
        QLocale::setDefault(QLocale::c());
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        page.activateWindow();
        page.setFocus();
    }

    template <class T = QWidget>
    T* find(const char* name) {
        T* child = page.findChild<T*>(QLatin1String(name));
        if (!child) qFatal("%s is missing", name);
        return child;
    }

    /// A render of this record runs through the queue, as one that the Render page asked for.
    void render(const segmoe::ui::sample::CaptureSpec& spec, const std::string& model = "mix.yaml") {
        segmoe::RenderRequest request;
        request.model = model;
        request.prompt = spec.prompt;
        request.seed = 42;
        request.steps = spec.steps;
        queue.add(segmoe::ui::RenderWork{request});
        answer(segmoe::ui::sample::captured(spec));
    }
    /// The engine's answer to the running job.
    void answer(const segmoe::RenderedImage& image) {
        Q_EMIT client.imageDone(client.lastJob(), 0, image);
        Q_EMIT client.workFinished(client.lastJob(), {});
    }

    QTemporaryDir profile;
    segmoe::ui::Theme theme;
    segmoe::ui::Settings settings{profile.path()};
    segmoe::ui::ScriptedEngineClient client;
    segmoe::ui::JobQueue queue{client};
    segmoe::ui::PictureSaver pictures{queue, client};
    segmoe::ui::CaptureStore captures;
    segmoe::ui::CaptureCollector collector{queue, captures};
    segmoe::ui::Navigator navigator;
    segmoe::ui::ActionTable actions{theme, {segmoe::ui::PageId::Render, segmoe::ui::PageId::Routing}};
    segmoe::ui::StudioContext context{theme,     settings, client,  queue,   pictures,
                                      navigator, actions,  nullptr, nullptr, &captures};
    segmoe::ui::RoutingPage page{context};
};
