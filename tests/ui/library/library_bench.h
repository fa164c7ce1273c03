// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>
#include <QStackedWidget>
#include <QTemporaryDir>

#include "ui/bridge/scripted_engine_client.h"
#include "ui/bridge/settings.h"
#include "ui/library/library_filter.h"
#include "ui/library/library_model.h"
#include "ui/library/library_page.h"
#include "ui/queue/job_queue.h"
#include "ui/queue/picture_saver.h"
#include "ui/shell/action_table.h"
#include "ui/shell/navigator.h"
#include "ui/shell/page_factory.h"
#include "ui/shell/studio_context.h"
#include "ui/widgets/theme.h"

namespace segmoe::test {

inline LibraryModel model(const char* name, ModelRole role, const char* architecture, std::int64_t bytes) {
    LibraryModel own;
    own.facts.path = std::string("/models/") + name + ".safetensors";
    own.facts.name = name;
    own.facts.role = role;
    own.facts.architecture.name = architecture;
    own.facts.bytes = bytes;
    own.facts.dtype = "fp16";
    own.root = "/models";
    return own;
}

/// A window's worth of everything a page is built from.
struct LibraryBench {
    QTemporaryDir profile;
    ui::Settings settings{profile.path()};
    ui::Theme theme;
    ui::ScriptedEngineClient engine;
    ui::JobQueue queue{engine};
    ui::PictureSaver pictures{queue, engine};
    ui::Navigator navigator;
    ui::ActionTable actions{theme, ui::existingPages()};
    ui::StudioContext context{theme, settings, engine, queue, pictures, navigator, actions};

    LibraryBench() {
        ui::LibraryContent& content = engine.library().content;
        LibraryRoot root;
        root.path = "/models";
        root.models = 4;
        content.roots = {root};
        content.models = {model("dream", ModelRole::Checkpoint, "SDXL", 6'940'000'000),
                          model("anime", ModelRole::Checkpoint, "SD1.x", 2'100'000'000),
                          model("glow", ModelRole::Lora, "SDXL", 200'000'000), model("old", ModelRole::Refused, "", 0)};
        content.models[3].facts.refusal = Failure{ErrorCode::PickleRefused, "It is a pickle.", {}};
    }
};

inline QString currentView(const ui::LibraryPage& page) {
    return page.findChild<QStackedWidget*>()->currentWidget()->objectName();
}

inline void choose(ui::LibraryPage& page, const QString& path) {
    const auto* filter = qobject_cast<const ui::LibraryFilter*>(page.list().model());
    page.list().setCurrentIndex(filter->mapFromSource(page.models().indexOf(path)));
}

template <class Widget>
Widget* child(const ui::LibraryPage& page, const char* name) {
    return page.findChild<Widget*>(QString::fromLatin1(name));
}

}  // namespace segmoe::test
