// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/mix/fake_mix_jobs.h"
#include "tests/ui/support/drag_drop.h"
#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/scripted_download_client.h"
#include "ui/bridge/scripted_mix_client.h"
#include "ui/mix/card_list.h"
#include "ui/mix/mix_page.h"
#include "ui/shell/navigator.h"
#include "ui/widgets/mime_kinds.h"
#include "ui/widgets/theme.h"

namespace segmoe::test {

/// A Mix page on a scripted client: five SDXL models, one SD1.5, a LoRA, a VAE, a mixture.
class MixBench {
public:
    /// `fetches`: what the hubs have is downloaded.
    explicit MixBench(const QSize& size = {1120, 780}, bool fetches = false) {
        theme.setMode(ui::ThemeMode::Light);
        for (const char* name : {"base", "dream", "ink", "photo", "clay"}) add(name, ModelRole::Checkpoint, "SDXL");
        add("anime", ModelRole::Checkpoint, "SD1.x");
        add("glow", ModelRole::Lora, "SDXL");
        add("vae", ModelRole::Vae, "");
        add("mixed", ModelRole::Mixture, "SDXL");
        MemoryForecast forecast;
        forecast.peakBytes = 4'000'000'000;
        forecast.availableBytes = 16'000'000'000;
        forecast.device = "cpu";
        client.memory = forecast;
        QStringList sources;
        for (const auto& [source, answer] : client.sources) sources << source;
        page = std::make_unique<ui::MixPage>(ui::MixPage::Parts{theme,
                                                                navigator,
                                                                client,
                                                                jobs,
                                                                {},
                                                                {},
                                                                QStringLiteral("/tmp"),
                                                                QStringLiteral("/tmp"),
                                                                sources,
                                                                fetches ? &downloads : nullptr});
        page->resize(size);
        page->show();
        settle();
    }

    static QString path(const char* name) {
        return QStringLiteral("/models/%1.safetensors").arg(QLatin1StringView(name));
    }

    void add(const char* name, ModelRole role, const char* architecture) {
        ui::SourceAnswer answer;
        ModelFacts& facts = answer.facts;
        facts.path = path(name).toStdString();
        facts.name = name;
        facts.role = role;
        facts.dtype = "fp16";
        facts.bytes = 6'940'000'000;
        const bool isXl = std::string_view(architecture) == "SDXL";
        facts.architecture = {isXl ? ModelFamily::Sdxl : ModelFamily::Sd1,
                              architecture,
                              4,
                              isXl ? 2048 : 768,
                              isXl ? 1024 : 512,
                              false,
                              0};
        facts.structure = role == ModelRole::Checkpoint ? architecture : "";
        for (const char* stage : {"D1", "D2", "U0", "U1"})
            for (int block = 0; block < 4; ++block) {
                facts.blocks.push_back(std::string(stage) + ".A0.T" + std::to_string(block));
                facts.attentionBytes.push_back(40'000'000);
                facts.feedForwardBytes.push_back(90'000'000);
            }
        client.sources[path(name)] = answer;
    }

    /// Lets queued answers and timers run.
    static void settle() { QTest::qWait(20); }

    template <class T>
    T* find(const char* name) const {
        T* found = page->findChild<T*>(QLatin1StringView(name));
        if (!found) qWarning("no %s", name);
        return found;
    }

    std::unique_ptr<QMimeData> models(const QList<const char*>& names) const {
        QList<ui::DraggedModel> dragged;
        for (const char* name : names) {
            const ModelFacts& facts = client.sources.at(path(name)).facts;
            dragged << ui::DraggedModel{path(name),
                                        {},
                                        ui::architectureText(facts),
                                        ui::toText(modelRoleName(facts.role)),
                                        QLatin1StringView(name),
                                        facts.bytes};
        }
        auto data = std::make_unique<QMimeData>();
        ui::writeModels(*data, dragged);
        return data;
    }
    static std::unique_ptr<QMimeData> files(const QStringList& paths) { return draggedFiles(paths); }

    /// Real enter, move and drop events at a point of the card list. Returns whether the drop was taken.
    bool drop(const QPoint& point, const QMimeData& data, Qt::KeyboardModifiers keys = Qt::NoModifier) {
        const bool isTaken = dropOn(*page->cards().viewport(), point, data, keys);
        settle();
        return isTaken;
    }
    /// The middle of a card of the list, or of the tile below them.
    QPoint centre(const char* name) const {
        const auto* widget = find<QWidget>(name);
        return onList(*widget, widget->rect().center());
    }
    QPoint onList(const QWidget& widget, const QPoint& point) const {
        const QWidget* viewport = page->cards().viewport();
        return viewport->mapFromGlobal(widget.mapToGlobal(point));
    }
    QString hint() const {
        const auto* label = find<QLabel>("mix_hint_label");
        return label->isVisible() ? label->text() : QString();
    }
    ui::MixDocument& document() const { return page->document(); }

    /// Base and two experts with a prompt each.
    void fill() const {
        document().setBase(path("base"));
        document().addExpert(path("dream"));
        document().addExpert(path("ink"));
        document().setPromptText({0, ui::PromptSide::Positive, 0}, QStringLiteral("dreamy landscape"));
        document().setPromptText({1, ui::PromptSide::Positive, 0}, QStringLiteral("ink drawing"));
        settle();
    }

    ui::Theme theme;
    ui::Navigator navigator;
    ui::ScriptedMixClient client;
    ui::ScriptedDownloadClient downloads;
    FakeMixJobs jobs;
    std::unique_ptr<ui::MixPage> page;
};

}  // namespace segmoe::test
