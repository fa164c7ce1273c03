// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QListView>
#include <QTemporaryDir>
#include <QtTest/QtTest>

#include "ui/bridge/sample_hub.h"
#include "ui/bridge/scripted_engine_client.h"
#include "ui/bridge/settings.h"
#include "ui/library/hub_result_delegate.h"
#include "ui/library/hub_results.h"
#include "ui/library/hub_view.h"
#include "ui/queue/job_queue.h"
#include "ui/queue/picture_saver.h"
#include "ui/shell/action_table.h"
#include "ui/shell/navigator.h"
#include "ui/shell/studio_context.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui::test {

/// A window's worth of everything the view is built from, and the view on CivitAI.
struct HubBench {
    QTemporaryDir profile;
    Settings settings{profile.path()};
    Theme theme;
    ScriptedEngineClient engine;
    JobQueue queue{engine};
    PictureSaver pictures{queue, engine};
    Navigator navigator;
    ActionTable actions{theme, {PageId::Library}};
    StudioContext context{theme, settings, engine, queue, pictures, navigator, actions};
    std::unique_ptr<HubView> view;

    explicit HubBench(HubSite site = HubSite::CivitAi, bool filled = true) {
        if (filled) sample::fillHubs(engine.hub());
        view = std::make_unique<HubView>(context);
        view->showSite(site);
        view->resize(1000, 700);
        view->show();
        QCoreApplication::processEvents();
    }
    HubResults& results() { return view->results(view->site()); }
    HubResultModel& model() { return results().model(); }
    ScriptedHubClient& hub() { return engine.hub(); }
    void choose(int row) {
        results().list().setCurrentIndex(model().index(row));
        QCoreApplication::processEvents();
    }
    QString badge(const char* name) {
        for (int row = 0; row < model().rowCount(); ++row)
            if (model().index(row).data().toString().startsWith(QLatin1StringView(name)))
                return model().index(row).data(HubResultModel::ButtonRole).toString();
        return QStringLiteral("not there");
    }
    void clickButton(int row) {
        QListView& list = results().list();
        const QModelIndex index = model().index(row);
        list.scrollTo(index);
        const QRect button = results().delegate().buttonRect(list.visualRect(index), index, list.font());
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, button.center());
    }
    template <class Widget>
    Widget* child(const char* name) {
        Widget* found = view->findChild<Widget*>(QLatin1StringView(name));
        if (!found) qWarning("no %s", name);
        return found;
    }
};

}  // namespace segmoe::ui::test
