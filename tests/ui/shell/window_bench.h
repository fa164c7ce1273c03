// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "ui/bridge/sample_data.h"
#include "ui/bridge/scripted_engine_client.h"
#include "ui/bridge/settings.h"
#include "ui/render/model_chooser.h"
#include "ui/render/render_page.h"
#include "ui/shell/action_table.h"
#include "ui/shell/log_store.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/theme.h"

/// The whole window on a scripted engine that knows one mixture, with a profile of its own.
struct WindowBench {
    WindowBench()
        : settings(profile.path()),
          log(profile.filePath(QStringLiteral("log"))),
          window(theme, client, settings, &log) {
        client.facts.devices = {QStringLiteral("cpu")};
        client.models = {{QStringLiteral("/m/mixture.yaml"), segmoe::ui::sample::mixtureSummary()}};
        window.show();
        client.start();
        window.renderPage().chooser().choose(QStringLiteral("/m/mixture.yaml"));
    }
    void activate() {
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }
    QAction* action(segmoe::ui::ActionId id) { return window.actionTable().action(id); }
    template <class T>
    T* child(const QString& name) {
        return window.findChild<T*>(name);
    }
    QTemporaryDir profile;
    segmoe::ui::Theme theme;
    segmoe::ui::ScriptedEngineClient client;
    segmoe::ui::Settings settings;
    segmoe::ui::LogStore log;
    segmoe::ui::MainWindow window;
};
