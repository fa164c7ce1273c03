// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "tests/ui/support/drag_drop.h"
#include "tests/ui/support/studio_bench.h"
#include "ui/mix/card_list.h"
#include "ui/mix/mix_page.h"
#include "ui/queue/job_queue.h"
#include "ui/shell/page_stack.h"

namespace segmoe::test {

/// What a person does on the Mix page of a window with a loaded engine.
class MixWalk {
public:
    static constexpr int kLimit = StudioBench::kLimit;

    explicit MixWalk(StudioBench& bench) : m_bench(bench) {
        QObject::connect(bench.client.get(), &ui::EngineClient::workFinished, &m_listener,
                         [this](ui::JobId, const ui::WorkReport& report) {
                             if (const auto* built = std::get_if<BuildReport>(&report.result)) m_built = *built;
                         });
    }

    ui::MixPage& page() const { return *static_cast<ui::MixPage*>(m_bench.window->pages().page(ui::PageId::Mix)); }
    ui::MixDocument& document() const { return page().document(); }
    template <class T = QWidget>
    T* find(const char* name) const {
        return m_bench.find<T>(name);
    }
    /// A check that is shown; null when there is none.
    QWidget* check(const char* id) const {
        return page().findChild<QWidget*>(QStringLiteral("mix_check_") + QLatin1StringView(id));
    }
    void click(const char* name) const { QTest::mouseClick(find(name), Qt::LeftButton); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers) const {
        activate();
        QTest::keyClick(m_bench.window.get(), key, modifiers);
    }
    QString text(const char* label) const { return find<QLabel>(label)->text(); }
    /// What the header says of the mix.
    QString state() const { return text("mix_state_label"); }
    bool idle() const { return m_bench.window->queue().isIdle(); }
    int jobs() const { return static_cast<int>(m_bench.window->queue().rows().size()); }
    /// Why the mix cannot be built, and what the hint line says.
    QString problem() const {
        QStringList sentences;
        for (const ui::Check& check : page().checks())
            if (check.level == ui::CheckLevel::Error) sentences << check.sentence;
        return (sentences << text("mix_hint_label")).join(QLatin1Char(' '));
    }

    /// A new, empty mix; what was there is thrown away.
    bool begin() const {
        key(Qt::Key_N, Qt::ControlModifier);
        discardChanges();
        return document().cardCount() == 0 && document().recipe().base.empty();
    }
    /// Answers the question about changes that are not saved, where it is asked.
    void discardChanges() const {
        auto* discard = m_bench.window->findChild<QPushButton*>(QStringLiteral("mix_unsaved_dialog_discard_button"));
        if (!discard) return;
        QTest::mouseClick(discard, Qt::LeftButton);
        QTest::qWait(0);  // the dialog deletes itself
    }
    /// A dialog that has closed leaves no active window, and keys need one.
    void activate() const {
        m_bench.window->activateWindow();
        if (!QTest::qWaitForWindowActive(m_bench.window.get()))
            qWarning() << "the window is not active, but" << QApplication::activeWindow() << "with the popup"
                       << QApplication::activePopupWidget();
    }

    /// The row of the source list whose model has this name.
    QModelIndex row(const char* name) const {
        const QAbstractItemModel* model = find<QListView>("mix_source_list")->model();
        const QModelIndexList found =
            model->match(model->index(0, 0), Qt::DisplayRole, QLatin1StringView(name), 1, Qt::MatchExactly);
        return found.isEmpty() ? QModelIndex() : found.first();
    }
    /// Drags a row of the source list onto a widget of the cards, with the data the list itself gives.
    bool drag(const char* name, const char* target) const {
        const std::unique_ptr<QMimeData> data(row(name).model()->mimeData({row(name)}));
        return drop(*data, target);
    }
    /// What comes from a file manager.
    bool dropFiles(const QStringList& files, const char* target) const { return drop(*draggedFiles(files), target); }
    /// Waits until the cards lie still: one that has just come moves what is below it.
    void settle() const {
        const QLayout* column = page().cards().widget()->layout();
        const auto places = [column] {
            QList<QRect> rects;
            for (int i = 0; i < column->count(); ++i) rects << column->itemAt(i)->geometry();
            return rects;
        };
        constexpr int kPauseMs = 50;
        for (QList<QRect> before; before != places();) {
            before = places();
            QTest::qWait(kPauseMs);
        }
    }
    bool drop(const QMimeData& data, const char* target) const {
        settle();
        QWidget* widget = find(target);
        ui::CardList& list = page().cards();
        QPoint point;
        const bool isInPlace = QTest::qWaitFor(
            [&] {
                list.ensureWidgetVisible(widget);
                point = list.viewport()->mapFromGlobal(widget->mapToGlobal(widget->rect().center()));
                const QWidget* there = list.viewport()->childAt(point);
                return there == widget || widget->isAncestorOf(there);
            },
            kLimit);
        return isInPlace && dropOn(*list.viewport(), point, data);
    }
    /// Checks, forecast or licence.
    void showSide(int tab) const {
        QTabBar* bar = find<QTabWidget>("mix_side_tabs")->tabBar();
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(tab).center());
    }
    void type(const char* edit, const QString& words) const {
        auto* box = find<QPlainTextEdit>(edit);
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, words);
    }

    /// The starter's base with a flower and a house, each with its word.
    bool compose() const {
        if (!begin() || !drag("base", "mix_card_base")) return false;
        for (const char* expert : {"flower", "house"}) {
            const int before = document().cardCount();
            if (!drag(expert, "mix_add_tile")) return false;
            if (!QTest::qWaitFor([&] { return document().cardCount() == before + 1; }, kLimit)) return false;
        }
        type("mix_A_pos_0_edit", QStringLiteral("a flower"));
        type("mix_B_pos_0_edit", QStringLiteral("a house"));
        return QTest::qWaitFor([&] { return find("mix_build_button")->isEnabled(); }, kLimit);
    }
    /// By its button; false when the mix is not built at the end.
    bool build() {
        m_built.reset();
        click("mix_build_button");
        return QTest::qWaitFor([this] { return idle(); }, kLimit) && m_built && state() == QLatin1StringView("built");
    }
    /// Of the latest build.
    const std::optional<BuildReport>& built() const { return m_built; }

private:
    StudioBench& m_bench;
    QObject m_listener;
    std::optional<BuildReport> m_built;
};

}  // namespace segmoe::test
