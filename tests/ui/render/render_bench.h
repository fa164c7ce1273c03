// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "ui/bridge/sample_data.h"
#include "ui/bridge/scripted_engine_client.h"
#include "ui/bridge/settings.h"
#include "ui/queue/picture_saver.h"
#include "ui/render/model_chooser.h"
#include "ui/render/preview_view.h"
#include "ui/render/recall_controller.h"
#include "ui/render/render_page.h"
#include "ui/render/request_form.h"
#include "ui/render/result_pane.h"
#include "ui/render/start_bar.h"
#include "ui/shell/action_table.h"
#include "ui/shell/navigator.h"
#include "ui/shell/page_factory.h"
#include "ui/shell/studio_context.h"
#include "ui/widgets/theme.h"

inline const QString kMixture = QStringLiteral("/m/mixture.yaml");
inline const QString kSingle = QStringLiteral("/m/single");

/// A render page on a scripted engine, with its own settings, queue and navigator.
struct RenderBench {
    RenderBench()
        : settings(profile.path()),
          queue(client),
          pictures(queue, client),
          actions(theme, segmoe::ui::existingPages()),
          context{.theme = theme,
                  .settings = settings,
                  .engine = client,
                  .queue = queue,
                  .pictures = pictures,
                  .navigator = navigator,
                  .actions = actions},
          page(context) {
        using namespace segmoe::ui;
        client.facts.devices = {QStringLiteral("cpu"), QStringLiteral("cuda:0")};
        client.models = {{kMixture, sample::mixtureSummary()}, {kSingle, sample::singleSummary()}};
        client.memory = sample::forecast();
        pictures.setTarget(profile.filePath(QStringLiteral("pictures")), QStringLiteral("{index}_{seed}"),
                           QStringLiteral("png"));
        QObject::connect(&navigator, &Navigator::toast, &page,
                         [this](const QString& sentence, const QString&, QObject*, const std::function<void()>& act) {
                             toastText = sentence;
                             toastAction = act;
                         });
        page.resize(1200, 760);
        page.show();
    }
    void start() {
        client.start();
        page.chooser().choose(kMixture);
        page.form().setRequest(promptRequest());
    }
    static segmoe::RenderRequest promptRequest() {
        segmoe::RenderRequest request;
        request.prompt = "a red flower";
        request.width = request.height = 128;
        request.steps = 5;
        request.seed = 7;
        return request;
    }
    template <class T = QWidget>
    T* find(const char* name) {
        T* child = page.findChild<T*>(QLatin1String(name));
        if (!child) qFatal("%s is missing", name);
        return child;
    }
    template <class T = QWidget>
    T* findInWindow(const char* name) {
        T* child = page.window()->findChild<T*>(QLatin1String(name));
        if (!child) qFatal("%s is missing", name);
        return child;
    }
    void picture(std::int64_t seed = 42, int side = 128) {
        segmoe::RenderedImage image = segmoe::ui::sample::renderedImage(side);
        image.seed = seed;
        Q_EMIT client.imageDone(client.lastJob(), 0, image);
    }
    void finish(segmoe::RenderOutcome outcome = segmoe::RenderOutcome::Done, segmoe::Failure failure = {}) {
        segmoe::ui::WorkReport report;
        report.outcome = outcome;
        report.failure = std::move(failure);
        report.result = segmoe::RenderResult{};
        Q_EMIT client.workFinished(client.lastJob(), report);
    }

    QTemporaryDir profile;
    segmoe::ui::Theme theme;
    segmoe::ui::ScriptedEngineClient client;
    segmoe::ui::Settings settings;
    segmoe::ui::JobQueue queue;
    segmoe::ui::PictureSaver pictures;
    segmoe::ui::Navigator navigator;
    segmoe::ui::ActionTable actions;
    segmoe::ui::StudioContext context;
    segmoe::ui::RenderPage page;
    QString toastText;
    std::function<void()> toastAction;
};
