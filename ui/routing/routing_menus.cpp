// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// The context menus of the Routing page and its dialog for muting each expert in turn.
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

#include "ui/routing/act_panel.h"
#include "ui/routing/capture_collector.h"
#include "ui/routing/chart_tabs.h"
#include "ui/routing/export_menu.h"
#include "ui/routing/image_area.h"
#include "ui/routing/layer_strip.h"
#include "ui/routing/routing_image_view.h"
#include "ui/routing/routing_jobs.h"
#include "ui/routing/routing_page.h"
#include "ui/routing/routing_words.h"
#include "ui/routing/token_strip.h"
#include "ui/shell/navigator.h"
#include "ui/shell/studio_context.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

QMenu* newMenu(QWidget* parent) {
    auto* menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

}  // namespace

void RoutingPage::connectMenus() {
    connect(m_image, &ImageArea::expertMenuWanted, this, &RoutingPage::showExpertMenu);
    connect(m_image, &ImageArea::pictureMenuWanted, this, &RoutingPage::showPictureMenu);
    connect(m_strip, &LayerStrip::menuWanted, this, &RoutingPage::showStripMenu);
    connect(m_charts, &ChartTabs::exportWanted, this,
            [this](RoutingChart* chart) { m_exports->popupFor(*chart, QCursor::pos()); });
    for (RoutingChart* chart : std::initializer_list<RoutingChart*>{m_strip, m_tokens})
        connect(&chart->frame(), &PlotFrame::exportRequested, this,
                [this, chart] { m_exports->popupFor(*chart, QCursor::pos()); });
    connect(m_charts, &ChartTabs::menuWanted, this,
            [this](RoutingChart* chart, QPoint at) { m_exports->popupFor(*chart, at); });
}

void RoutingPage::showExpertMenu(int expert, QPoint at) {
    QMenu* menu = newMenu(this);
    const auto addSwitch = [&](const QString& text, RuleDocument::Switch which) {
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, expert, which] { m_act->setHint(m_rules.setSwitch(expert, which, true)); });
    };
    connect(menu->addAction(tr("One expert")), &QAction::triggered, this,
            [this, expert] { m_controller.setExpert(expert, true); });
    addSwitch(tr("Mute"), RuleDocument::Switch::Mute);
    addSwitch(tr("Solo"), RuleDocument::Switch::Solo);
    addSwitch(tr("Pin"), RuleDocument::Switch::Pin);
    connect(menu->addAction(tr("Show in Mix")), &QAction::triggered, this,
            [this, expert] { Q_EMIT m_context.navigator.mixPlaceWanted(expert, {}); });
    menu->popup(at);
}

void RoutingPage::showStripMenu(int block, QPoint at) {
    if (m_controller.model().isEmpty()) return;
    const RoutingLayout& layout = m_controller.model().layout();
    QMenu* menu = newMenu(this);
    const auto select = [this](int from, int to) {
        std::vector<int> blocks;
        for (int i = from; i < to; ++i) blocks.push_back(i);
        m_controller.setBlocks(blocks);
    };
    if (block >= 0)
        connect(menu->addAction(tr("Select stage %1").arg(layout.blocks[static_cast<std::size_t>(block)].stage)),
                &QAction::triggered, this, [this, block, select] {
                    const auto [from, to] = m_controller.model().layout().stageOf(block);
                    select(from, to);
                });
    connect(menu->addAction(tr("Select all")), &QAction::triggered, this,
            [this, select] { select(0, m_controller.model().layout().blockCount()); });
    if (block >= 0)
        connect(menu->addAction(tr("Show in Mix")), &QAction::triggered, this,
                [this, label = layout.blocks[static_cast<std::size_t>(block)].label] {
                    Q_EMIT m_context.navigator.mixPlaceWanted(-1, label);
                });
    connect(menu->addAction(tr("Invert")), &QAction::triggered, this, [this] {
        std::vector<int> blocks;
        for (int i = 0; i < m_controller.model().layout().blockCount(); ++i)
            if (std::ranges::count(m_controller.selection().blocks, i) == 0) blocks.push_back(i);
        m_controller.setBlocks(blocks);
    });
    QAction* whole = menu->addAction(tr("Reset zoom"));
    whole->setEnabled(m_strip->isZoomed());
    connect(whole, &QAction::triggered, m_strip, &RoutingChart::resetZoom);
    menu->addSeparator();
    for (int expert = 0; expert < m_controller.model().experts(); ++expert)
        connect(menu->addAction(tr("Mute %1 here").arg(QString(expertLetter(expert)))), &QAction::triggered, this,
                [this, expert, block] {
                    if (m_controller.selection().blocks.empty() && block >= 0) m_controller.selectBlock(block, false);
                    ActScope scope = m_rules.plan().draft.scope;
                    scope.blocks.clear();
                    for (int each : m_controller.selection().blocks)
                        scope.blocks << m_controller.model().layout().blocks[static_cast<std::size_t>(each)].label;
                    m_rules.setScope(scope);
                    m_act->setHint(m_rules.setSwitch(expert, RuleDocument::Switch::Mute, true));
                });
    menu->popup(at);
}

void RoutingPage::showPictureMenu(QPoint at) {
    if (m_controller.model().isEmpty()) return;
    QMenu* menu = newMenu(this);
    const QPoint inside = m_image->view().mapFromGlobal(at);
    connect(menu->addAction(tr("Probe here")), &QAction::triggered, this,
            [this, inside] { m_image->view().probe(inside); });
    connect(menu->addAction(tr("Clear place")), &QAction::triggered, this,
            [this] { m_controller.setPlace(std::nullopt); });
    connect(menu->addAction(tr("Copy overlay")), &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setImage(m_image->view().rendered(2.0)); });
    connect(menu->addAction(tr("Export…")), &QAction::triggered, m_exports, [this, at] { m_exports->popup(at); });
    menu->popup(at);
}

void RoutingPage::tryEach() {
    const CapturePtr capture = m_controller.model().capture();
    const int experts = m_controller.model().experts();
    if (!capture || experts < 2) return;
    auto* dialog =
        new QMessageBox(QMessageBox::Question, tr("Mute each in turn"),
                        tr("Render %n picture(s), one without each expert?", "", experts), QMessageBox::Cancel, this);
    dialog->setObjectName(u"routing_try_each_dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInformativeText(tr("Each takes as long as the shown picture did. They wait in the job list."));
    QPushButton* render = dialog->addButton(tr("Render"), QMessageBox::AcceptRole);
    render->setObjectName(u"routing_try_each_dialog_ok_button"_s);
    dialog->button(QMessageBox::Cancel)->setObjectName(u"routing_try_each_dialog_cancel_button"_s);
    connect(dialog, &QMessageBox::accepted, this, [this, capture, experts] {
        std::vector<std::pair<RenderRequest, QString>> requests;
        for (int expert = 0; expert < experts; ++expert) {
            RenderRequest request = capture->request;
            request.routing.rules = {
                {.act = RoutingRule::Act::Mute, .expert = expert, .bias = 0.0, .sites = {}, .steps = {}}};
            requests.emplace_back(request, captureTitle(request, request.seed));
        }
        m_jobs->renderAll(requests, tr("Mute each in turn"));
    });
    dialog->open();
}

}  // namespace segmoe::ui
