// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/routing_page.h"

#include <algorithm>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QApplication>
#include <QClipboard>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

#include "ui/bridge/error_text.h"
#include "ui/bridge/settings.h"
#include "ui/routing/act_panel.h"
#include "ui/routing/capture_bar.h"
#include "ui/routing/capture_opener.h"
#include "ui/routing/capture_requests.h"
#include "ui/routing/chart_tabs.h"
#include "ui/routing/control_link.h"
#include "ui/routing/expert_control.h"
#include "ui/routing/export_menu.h"
#include "ui/routing/image_area.h"
#include "ui/routing/layer_strip.h"
#include "ui/routing/routing_image_view.h"
#include "ui/routing/routing_jobs.h"
#include "ui/routing/routing_words.h"
#include "ui/routing/token_strip.h"
#include "ui/shell/navigator.h"
#include "ui/shell/studio_context.h"
#include "ui/widgets/drop_hint.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/upright_scroll.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kStripHeight = 232;
constexpr int kLowStripHeight = 164;
constexpr int kLowWindow = 760;  ///< below this height the headers of the strips hide
constexpr int kActWidth = 264;
const QString kSplitter = QStringLiteral("routing");

}  // namespace

RoutingPage::RoutingPage(StudioContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_store(*context.captures),
      m_control(context.control ? *context.control : *new ExpertControl(this)),
      m_link(new ControlLink(m_control, m_controller, m_rules, this)),
      m_jobs(new RoutingJobs(context.queue, this)),
      m_opener(new CaptureOpener(context.engine, this)),
      m_requests(new CaptureRequests(context, this)),
      m_bar(new CaptureBar(context.theme, m_controller, m_store, this)),
      m_notice(new QFrame(this)),
      m_noticeText(new QLabel),
      m_noticeButton(new QPushButton(m_notice)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(context.theme, u"routing"_s, {}, m_stack)),
      m_emptyMain(m_empty->addButton(u"routing_empty_render_button"_s, tr("Render with capture"))),
      m_emptyOther(m_empty->addButton(u"routing_empty_open_button"_s, tr("Open capture…"))),
      m_content(new QWidget(m_stack)),
      m_areas(new QSplitter(Qt::Horizontal, m_content)),
      m_imageScroll(new UprightScroll(0, m_areas)),
      m_image(new ImageArea(context.theme, m_controller, m_imageScroll->viewport())),
      m_chartCard(new QFrame(m_areas)),
      m_charts(new ChartTabs(context.theme, m_controller, m_chartCard)),
      m_exports(new ExportMenu(m_controller, *m_image, *m_charts, this)),
      m_dropHint(new DropHint(context.theme, this)) {
    setObjectName(u"routing_page"_s);
    setAccessibleName(tr("Routing"));
    setAcceptDrops(true);
    setFocusPolicy(Qt::ClickFocus);
    m_bar->exportButton()->setMenu(m_exports);
    buildNotice();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 8);
    column->setSpacing(8);
    column->addWidget(m_bar);
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(m_empty);
    buildContent();
    connectParts();
    connectMenus();
    connectJobs();
    connectFiles();
    followSettings();
    if (m_store.newest()) showCapture(m_store.newest());
    updateState();
}

RoutingPage::~RoutingPage() { hide(); }  // while the members live: its parts still hear that they lose the focus

/// From the outside in: see makePage().
void RoutingPage::buildContent() {
    m_stack->addWidget(m_content);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_areas, 1);
    m_areas->setObjectName(u"routing_main_splitter"_s);
    m_imageScroll->setObjectName(u"routing_image_scroll"_s);
    m_imageScroll->setFocusPolicy(Qt::NoFocus);
    m_areas->addWidget(m_imageScroll);
    m_imageScroll->setWidget(m_image);
    m_imageScroll->viewport()->setAutoFillBackground(false);
    m_image->setAutoFillBackground(false);
    m_chartCard->setProperty("role", u"card"_s);
    m_areas->addWidget(m_chartCard);
    auto* chartColumn = new QVBoxLayout(m_chartCard);
    chartColumn->setContentsMargins(12, 8, 12, 8);
    chartColumn->addWidget(m_charts);
    auto* act = new UprightScroll(kActWidth);
    act->setObjectName(u"routing_act_scroll"_s);
    act->setProperty("role", u"card"_s);
    m_areas->addWidget(act);
    m_act = new ActPanel(m_context.theme, m_controller, m_rules, act->viewport());
    act->setWidget(m_act);
    m_areas->setChildrenCollapsible(false);
    m_areas->setHandleWidth(8);
    m_areas->setStretchFactor(0, 10);
    m_areas->setStretchFactor(1, 9);
    m_areas->setStretchFactor(2, 0);
    m_areas->setSizes({470, 410, kActWidth});
    m_strips = new QFrame(m_content);
    m_strips->setProperty("role", u"card"_s);
    m_strips->setFixedHeight(kStripHeight);
    column->addWidget(m_strips);
    auto* strips = new QVBoxLayout(m_strips);
    strips->setContentsMargins(12, 4, 12, 4);
    strips->setSpacing(2);
    m_strip = new LayerStrip(m_context.theme, m_controller, m_strips);
    m_tokens = new TokenStrip(m_context.theme, m_controller, m_strips);
    strips->addWidget(m_strip, 8);
    strips->addWidget(m_tokens, 5);
}

void RoutingPage::buildNotice() {
    m_notice->setObjectName(u"routing_notice_panel"_s);
    m_notice->setProperty("role", u"notice"_s);
    m_noticeText->setObjectName(u"routing_notice_label"_s);
    m_noticeText->setWordWrap(true);
    nameControl(m_noticeButton, u"routing_notice_button"_s, tr("Remedy"));
    auto* row = new QHBoxLayout(m_notice);
    row->setContentsMargins(12, 6, 6, 6);
    row->addWidget(m_noticeText, 1);
    row->addWidget(m_noticeButton);
    m_notice->hide();
    connect(m_noticeButton, &QPushButton::clicked, this, [this] {
        m_notice->hide();
        if (m_noticeAct) m_noticeAct();
    });
}

void RoutingPage::showNotice(const QString& sentence, const QString& button, const std::function<void()>& act) {
    m_isStaleShown = false;
    m_noticeText->setText(sentence);
    m_noticeButton->setText(button);
    if (!button.isEmpty()) m_noticeButton->setAccessibleName(button);
    m_noticeButton->setVisible(!button.isEmpty());
    m_noticeAct = act;
    m_notice->setVisible(!sentence.isEmpty());
}

void RoutingPage::connectParts() {
    connect(m_link, &ControlLink::noteChanged, this, [this] { m_act->setNote(m_link->note()); });
    connect(m_bar, &CaptureBar::captureChosen, this, &RoutingPage::openCapture);
    connect(m_bar, &CaptureBar::compareChosen, this, [this](const QString& id) { compareWith(m_store.find(id)); });
    connect(m_bar, &CaptureBar::openWanted, this, &RoutingPage::openFileDialog);
    connect(m_emptyMain, &QPushButton::clicked, this, &RoutingPage::renderWithCapture);
    connect(m_emptyOther, &QPushButton::clicked, this, [this] {
        if (m_store.singleModel().isEmpty())
            openFileDialog();
        else
            Q_EMIT m_context.navigator.baseWanted(m_store.singleModel());
    });
    connect(&m_controller, &RoutingController::changed, this, [this](RoutingParts parts) {
        if (!(parts & (RoutingPart::Capture | RoutingPart::Compare))) return;
        QStringList shown;
        for (const CapturePtr& each : {m_controller.model().capture(), m_controller.compare().capture()})
            if (each) shown << each->id;
        m_store.setShown(shown);
        updateState();
    });
    connect(m_image, &ImageArea::mapsWanted, this, [this] { renderWithCapture(); });
    connect(m_charts, &ChartTabs::mapsWanted, this, [this] { renderWithCapture(); });
    connect(m_charts, &ChartTabs::tableShownChanged, this, &RoutingPage::tableShownChanged);
    connect(m_act, &ActPanel::rerenderWanted, this, &RoutingPage::renderAgain);
    connect(m_act, &ActPanel::tryEachWanted, this, &RoutingPage::tryEach);
    connect(m_act, &ActPanel::keepWanted, this, &RoutingPage::keepInMix);
    connect(m_act, &ActPanel::cancelWanted, m_jobs, &RoutingJobs::cancel);
    connect(m_act, &ActPanel::remedyWanted, this, [this] {
        const CapturePtr& capture = m_controller.model().capture();
        if (capture && capture->settings) getMissing(*capture->settings);
    });
}

void RoutingPage::connectJobs() {
    connect(m_jobs, &RoutingJobs::captured, this, [this](const QString& id, RoutingJobs::Purpose purpose) {
        const CapturePtr made = m_store.find(id);
        if (!made) return;
        if (purpose == RoutingJobs::Purpose::Compare) showComparison(made);
        if (purpose == RoutingJobs::Purpose::Maps) showCapture(made);
    });
    // The first render after the page was opened shows itself; later ones wait in the list.
    connect(&m_store, &CaptureStore::changed, this, [this] {
        if (m_controller.model().isEmpty() && m_store.newest())
            showCapture(m_store.newest());
        else
            updateState();
    });
    connect(&m_store, &CaptureStore::mixChanged, this, &RoutingPage::updateStale);
    connect(m_jobs, &RoutingJobs::progressed, m_act, &ActPanel::setProgress);
    connect(m_jobs, &RoutingJobs::progressed, this, [this](const QString& text) {
        if (!m_controller.model().isEmpty()) return;
        m_empty->setSentence(text);
        m_emptyMain->setEnabled(false);
    });
    connect(m_jobs, &RoutingJobs::idle, this, [this] {
        m_act->setProgress({}, -1.0);
        updateState();
    });
    connect(m_jobs, &RoutingJobs::failed, this, [this](QueueId job, const Failure& failure) {
        showNotice(errorText(failure.code).sentence, tr("Retry"), [this, job] { m_jobs->retry(job); });
    });
    connect(&m_context.navigator, &Navigator::expertControlWanted, this, &RoutingPage::showControl);
}

void RoutingPage::followSettings() {
    Settings& settings = m_context.settings;
    const auto takeStyle = [this, &settings] {
        OverlayStyle style = m_image->overlayStyle();
        style.palette = static_cast<HeatPalette>(settings.choice(keys::kHeatPalette));
        style.scale = static_cast<HeatScale>(settings.choice(keys::kHeatScale));
        style.opacity = settings.get(keys::kOverlayOpacity) / 100.0;
        m_image->setOverlayStyle(style);
    };
    takeStyle();
    connect(&settings, &Settings::changed, this, [takeStyle](const QString& key) {
        if (key.startsWith("routing/"_L1)) takeStyle();
    });
    connect(m_image, &ImageArea::overlayStyleChanged, this, [&settings](const OverlayStyle& changed) {
        settings.setChoice(keys::kHeatPalette, static_cast<int>(changed.palette));
        settings.setChoice(keys::kHeatScale, static_cast<int>(changed.scale));
        settings.set(keys::kOverlayOpacity, qRound(changed.opacity * 100.0));
    });
    if (const QByteArray state = settings.splitterState(kSplitter); !state.isEmpty()) m_areas->restoreState(state);
    connect(m_areas, &QSplitter::splitterMoved, this,
            [this, &settings] { settings.setSplitterState(m_areas->saveState(), kSplitter); });
}

void RoutingPage::showCapture(const CapturePtr& capture) {
    m_image->setCompareShown(false);
    m_controller.setCapture(withRequest(capture));
}

void RoutingPage::compareWith(const CapturePtr& capture) {
    if (capture && m_controller.model().capture() && !areComparable(*capture, *m_controller.model().capture())) {
        showNotice(tr("This capture has other experts or layers and cannot be compared."), {}, {});
        return;
    }
    m_image->setCompareSentence({});
    m_controller.setCompare(capture);
}

void RoutingPage::updateState() {
    const RoutingModel& model = m_controller.model();
    const QString& singleModel = m_store.singleModel();
    const bool single = model.isEmpty() && !singleModel.isEmpty();
    m_stack->setCurrentIndex(model.isEmpty() ? 0 : 1);
    m_empty->setSentence(
        single ? tr("%1 is one model without experts, so there is nothing to route.").arg(singleModel.section(u'/', -1))
               : tr("Nothing recorded yet. Render one image with routing capture to see which expert fires where."));
    m_emptyMain->setEnabled(!m_jobs->isBusy());
    m_emptyMain->setText(single ? tr("Render with a mixture") : tr("Render with capture"));
    m_emptyOther->setText(single ? tr("Make a mixture from it") : tr("Open capture…"));
    m_link->showCapture();
    updateObstacle();
    updateStale();
}

void RoutingPage::setTableShown(bool shown) { m_charts->setTableShown(shown); }

void RoutingPage::copyPlot() {
    // What has the focus is meant: the picture, a strip, else the chart.
    for (PlotFrame* frame : {&m_strip->frame(), &m_tokens->frame()})
        if (frame->isAncestorOf(QApplication::focusWidget())) return frame->copyPicture();
    if (m_image->isAncestorOf(QApplication::focusWidget())) {
        QApplication::clipboard()->setImage(m_image->view().rendered(2.0));
        return;
    }
    m_charts->current().frame().copyPicture();
}

bool RoutingPage::event(QEvent* event) {
    // Arrow keys step through the run, but not while something with the focus needs them itself.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const QWidget* focus = QApplication::focusWidget();
        const bool moves = key->key() == Qt::Key_Left || key->key() == Qt::Key_Right || key->key() == Qt::Key_Home ||
                           key->key() == Qt::Key_End;
        const bool needsMoves =
            qobject_cast<const QAbstractItemView*>(focus) || qobject_cast<const QAbstractSlider*>(focus) ||
            qobject_cast<const QTabBar*>(focus) || qobject_cast<const ImageView*>(focus) ||
            (focus && focus->property("role") == u"segment"_s) || (focus && focus->inherits("QCustomPlot"));
        const bool clicks = key->key() == Qt::Key_Space &&
                            (qobject_cast<const QAbstractButton*>(focus) || (focus && focus->inherits("QCustomPlot")));
        if ((moves && needsMoves && key->modifiers() == Qt::NoModifier) || clicks) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void RoutingPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    updateStale();  // the recipe file may have changed meanwhile
}

void RoutingPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool low = window()->height() < kLowWindow;
    for (PlotFrame* frame : {&m_strip->frame(), &m_tokens->frame()}) frame->setHeaderShown(!low);
    m_strips->setFixedHeight(low ? kLowStripHeight : kStripHeight);
}

}  // namespace segmoe::ui
