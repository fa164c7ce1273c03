// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "ui/bridge/engine_loader.h"
#include "ui/bridge/settings.h"
#include "ui/bridge/threaded_engine_client.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/theme.h"

namespace segmoe::test {

/// The program's window on the real engine, with a profile of its own that is removed at the end.
class StudioBench {
public:
    /// For everything the engine does: generous, because a busy machine is slow and no test is about speed.
    static constexpr int kLimit = 240'000;

    StudioBench() { theme.setMode(ui::ThemeMode::Light); }
    ~StudioBench() { close(); }

    /// Shows the window and waits for the engine; false with a warning when it cannot be loaded.
    bool start() {
        client = std::make_unique<ui::ThreadedEngineClient>(
            ui::engineModuleFactory({QStringLiteral(SEGMOE_ENGINE_MODULE)}), std::move(keychain));
        settings = std::make_unique<ui::Settings>(profile.path());
        settings->set(ui::keys::kConfirmQuit, false);
        settings->setPictureFolder(profile.filePath(QStringLiteral("pictures")));
        window = std::make_unique<ui::MainWindow>(theme, *client, *settings);
        QSignalSpy ready(client.get(), &ui::EngineClient::ready);
        QSignalSpy unavailable(client.get(), &ui::EngineClient::unavailable);
        window->show();
        client->start();
        if (!QTest::qWaitFor([&] { return !ready.isEmpty() || !unavailable.isEmpty(); }, kLimit)) return false;
        if (!unavailable.isEmpty()) {
            qWarning("%s", unavailable[0][0].value<Failure>().detail.c_str());
            return false;
        }
        facts = ready[0][0].value<ui::EngineFacts>();
        window->activateWindow();
        return QTest::qWaitForWindowActive(window.get());
    }
    void close() {
        if (!window) return;
        QSignalSpy gone(window.get(), &ui::MainWindow::closedForGood);
        window->close();
        if (gone.isEmpty() && !gone.wait(kLimit)) qWarning("the window did not end");
        window.reset();
        settings.reset();
        client.reset();
    }

    template <class T = QWidget>
    T* find(const char* name) const {
        T* child = window->findChild<T*>(QLatin1StringView(name));
        if (!child) qWarning("no %s", name);
        return child;
    }

    std::unique_ptr<ui::SecretStore> keychain;  ///< to be given before start(); null = there is none
    QTemporaryDir profile;
    ui::Theme theme;
    std::unique_ptr<ui::ThreadedEngineClient> client;
    std::unique_ptr<ui::Settings> settings;
    std::unique_ptr<ui::MainWindow> window;
    ui::EngineFacts facts;
};

}  // namespace segmoe::test
