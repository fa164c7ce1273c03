// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/hub_results.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/bridge/hub_keys.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/settings.h"
#include "ui/library/hub_filter_bar.h"
#include "ui/library/hub_result_delegate.h"
#include "ui/library/hub_skeleton.h"
#include "ui/library/hub_text.h"
#include "ui/shell/studio_context.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_details_dialog.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrap_layout.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDefaultWait = 60;    // where the hub does not say how long
constexpr int kMostEmptyPages = 5;  // of which nothing can be used, before somebody is asked
constexpr int kPictureMs = 80;

}  // namespace

HubResults::HubResults(HubSite site, StudioContext& context, HubClient& client, QWidget* parent)
    : QWidget(parent),
      m_site(site),
      m_context(context),
      m_client(client),
      m_model(new HubResultModel(this)),
      m_delegate(new HubResultDelegate(context.theme, this)),
      m_filters(new HubFilterBar(site, context.settings, this)),
      m_stack(new QStackedWidget(this)),
      m_list(new QListView(m_stack)),
      m_skeleton(new HubSkeleton(context.theme, m_stack)) {
    buildList();
    buildMessages();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(8);
    column->addWidget(m_filters);
    column->addWidget(m_stack, 1);
    column->addWidget(buildFooter());
    m_model->setMaturePreviews(m_filters->maturePreviews());
    m_countdown.setInterval(1000);
    m_pictureTimer.setSingleShot(true);
    m_pictureTimer.setInterval(kPictureMs);
    connect(&m_countdown, &QTimer::timeout, this, &HubResults::tick);
    connect(&m_pictureTimer, &QTimer::timeout, this, &HubResults::wantPictures);
    connect(m_filters, &HubFilterBar::changed, this, &HubResults::ask);
    connect(m_filters, &HubFilterBar::onlyUsableChanged, this, [this](bool only) {
        m_model->setOnlyUsable(only);
        showState();
    });
    connect(m_filters, &HubFilterBar::maturePreviewsChanged, this, [this](MaturePreviews mode) {
        m_model->setMaturePreviews(mode);
        m_pictureTimer.start();
    });
    connect(&client, &HubClient::found, this, [this](HubQuestion question, const HubPage& page) {
        if (question == m_question) takePage(page);
    });
    connect(&client, &HubClient::searchFailed, this, [this](HubQuestion question, const HubTrouble& trouble) {
        if (question == m_question) takeTrouble(trouble);
    });
    connect(&client, &HubClient::pictureReady, m_model, &HubResultModel::setPreview);
    connect(&client, &HubClient::pictureFailed, m_model,
            [this](const QString& address) { m_model->setPreview(address, {}); });
    connect(&context.theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    showState();
}

QString HubResults::named(const char* part) const {
    return (m_site == HubSite::CivitAi ? u"civitai_"_s : u"hf_"_s) + QLatin1StringView(part);
}

void HubResults::buildList() {
    nameControl(m_list, named("result_list"), tr("Results"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setDragEnabled(true);
    m_list->setDragDropMode(QAbstractItemView::DragOnly);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->installEventFilter(this);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_skeleton);
    connect(m_delegate, &HubResultDelegate::buttonClicked, this, &HubResults::acted);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &HubResults::currentChanged);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        m_pictureTimer.start();
        const QScrollBar* bar = m_list->verticalScrollBar();
        const bool isNearEnd = bar->maximum() > 0 && value > bar->maximum() - bar->pageStep() / 2;
        if (isNearEnd && !m_hasFailed) loadMore();
    });
    connect(m_list->verticalScrollBar(), &QScrollBar::rangeChanged, &m_pictureTimer, qOverload<>(&QTimer::start));
}

void HubResults::buildMessages() {
    Theme& theme = m_context.theme;
    m_none = new EmptyState(theme, u"search"_s, tr("Nothing was found. Try other words, or another base."));
    m_allHidden = new EmptyState(theme, u"filter"_s, {});
    connect(m_allHidden->addButton(named("show_unusable_button"), tr("Show them anyway")), &QPushButton::clicked, this,
            [this] { m_filters->showUnusable(); });
    m_offline = new EmptyState(theme, u"offline"_s, {});
    m_goOnline = m_offline->addButton(named("online_button"), tr("Go online"));
    connect(m_goOnline, &QPushButton::clicked, this, &HubResults::onlineWanted);
    connect(m_offline->addButton(named("offline_retry_button"), tr("Try again")), &QPushButton::clicked, this,
            &HubResults::ask);
    m_waiting = new EmptyState(theme, u"clock"_s, {});
    connect(m_waiting->addButton(named("wait_retry_button"), tr("Try again now")), &QPushButton::clicked, this,
            &HubResults::ask);
    m_error = new EmptyState(theme, u"warning"_s, {});
    connect(m_error->addButton(named("retry_button"), tr("Try again")), &QPushButton::clicked, this, &HubResults::ask);
    connect(m_error->addButton(named("details_button"), tr("Details…")), &QPushButton::clicked, this,
            [this] { openErrorDetails(window(), m_trouble.failure); });
    for (EmptyState* message : {m_none, m_allHidden, m_offline, m_waiting, m_error}) m_stack->addWidget(message);
}

QWidget* HubResults::buildFooter() {
    auto* footer = new QWidget;
    auto* row = new WrapLayout(12, 6, WrapLayout::Rest::Between);
    footer->setLayout(row);
    m_count = new QLabel;
    m_count->setProperty("role", u"caption"_s);
    m_more = new QPushButton(tr("Load more"));
    nameControl(m_more, named("more_button"), tr("Load more"), tr("Scrolling to the end does the same."));
    m_copy = new QLabel;
    m_copy->setProperty("role", u"badge"_s);
    m_copy->setProperty("tone", u"warn"_s);
    m_copy->setObjectName(named("copy_label"));
    m_source = new QLabel;
    m_source->setObjectName(named("source_label"));
    m_source->setProperty("role", u"caption"_s);
    auto* found = new QHBoxLayout;
    auto* origin = new QHBoxLayout;
    for (QHBoxLayout* half : {found, origin}) {
        half->setSpacing(12);
        row->add(half);
    }
    found->addWidget(m_count);
    found->addWidget(m_more);
    origin->addWidget(m_copy);
    origin->addWidget(m_source);
    connect(m_more, &QPushButton::clicked, this, &HubResults::loadMore);
    return footer;
}

void HubResults::begin() {
    if (!m_hasAsked || m_asked != m_filters->search()) ask();
}

void HubResults::ask() {
    m_countdown.stop();
    m_asked = m_filters->search();
    m_hasAsked = m_isAsking = true;
    m_isMore = m_hasFailed = false;
    m_emptyPages = 0;
    m_page = {};
    m_model->reset({});
    m_question = m_client.search(m_asked);
    showState();
}

void HubResults::loadMore() {
    if (m_isAsking || m_page.next.empty()) return;
    m_isAsking = m_isMore = true;
    m_hasFailed = false;
    HubSearch more = m_asked;
    more.next = m_page.next;
    m_question = m_client.search(more);
    showState();
}

void HubResults::takePage(const HubPage& page) {
    m_isAsking = m_hasFailed = false;
    const std::int64_t copied = m_isMore && m_page.copiedAt ? m_page.copiedAt : page.copiedAt;
    if (m_isMore)
        m_model->append(page.rows);
    else
        m_model->reset(page.rows);
    m_page.next = page.next;
    m_page.copiedAt = copied;
    m_page.folder = page.folder;
    m_page.freeBytes = page.freeBytes;
    setSituation(m_situation);
    m_pictureTimer.start();
    const bool isEmpty = m_model->rowCount() == 0 && !page.next.empty() && ++m_emptyPages <= kMostEmptyPages;
    if (isEmpty) return loadMore();
    showState();
    if (!m_isMore && m_model->rowCount() > 0) m_list->scrollToTop();
}

void HubResults::setSituation(const HubSituation& situation) {
    m_situation = situation;
    m_situation.freeBytes = m_page.freeBytes;
    m_situation.folder = pathText(m_page.folder);
    m_model->setSituation(m_situation);
}

void HubResults::takeTrouble(const HubTrouble& trouble) {
    m_isAsking = false;
    m_hasFailed = true;
    m_trouble = trouble;
    if (trouble.failure.code == ErrorCode::RateLimited)
        startWaiting(trouble.waitSeconds > 0 ? trouble.waitSeconds : kDefaultWait);
    showState();
}

void HubResults::startWaiting(int seconds) {
    m_secondsLeft = seconds;
    m_countdown.start();
}

void HubResults::tick() {
    if (--m_secondsLeft > 0) return showState();
    m_countdown.stop();
    if (m_model->rowCount() > 0)
        loadMore();
    else
        ask();
}

QString HubResults::host() const {
    if (m_site == HubSite::CivitAi) return siteHost(m_site);
    const QString set = m_context.settings.get(keys::kHfEndpoint);
    const QString host = QUrl(set.isEmpty() ? qEnvironmentVariable("HF_ENDPOINT") : set).host();
    return host.isEmpty() ? siteHost(m_site) : host;
}

void HubResults::showState() {
    const bool hasRows = m_model->rowCount() > 0;
    const QString host = this->host();
    m_source->setText(tr("Source: %1").arg(host));
    const bool isOffline = m_context.settings.get(keys::kOffline);
    const QString wait = tr("%1 asks to wait %n s. It will be asked again by itself.", "", m_secondsLeft).arg(host);
    if (hasRows) {
        m_stack->setCurrentWidget(m_list);
    } else if (m_isAsking || !m_hasAsked) {
        m_stack->setCurrentWidget(m_skeleton);
    } else if (m_hasFailed && m_trouble.failure.code == ErrorCode::RateLimited) {
        m_waiting->setSentence(wait);
        m_stack->setCurrentWidget(m_waiting);
    } else if (m_hasFailed && (isOffline || m_trouble.failure.code == ErrorCode::OfflineMissing)) {
        m_offline->setSentence(isOffline ? tr("You work offline, and there is no copy of this search.")
                                         : tr("Offline, and there is no copy of this search on your computer."));
        m_goOnline->setVisible(isOffline);
        m_stack->setCurrentWidget(m_offline);
    } else if (m_hasFailed) {
        m_error->setSentence(troubleSentence(m_trouble.failure.code, m_site));
        m_stack->setCurrentWidget(m_error);
    } else if (m_model->hiddenCount() > 0) {
        m_allHidden->setSentence(
            tr("%n result(s) cannot be used: pickle files, or files that are gone.", "", m_model->hiddenCount()));
        m_stack->setCurrentWidget(m_allHidden);
    } else {
        m_stack->setCurrentWidget(m_none);
    }
    if (hasRows && m_hasFailed)
        m_count->setText(m_countdown.isActive() ? wait : troubleSentence(m_trouble.failure.code, m_site));
    else
        m_count->setText(hasRows ? tr("Showing %n", "", m_model->rowCount()) : QString());
    m_more->setVisible(hasRows && !m_page.next.empty());
    m_more->setEnabled(!m_isAsking);
    m_more->setText(m_isAsking ? tr("Loading…") : m_hasFailed ? tr("Try again") : tr("Load more"));
    m_copy->setVisible(hasRows && m_page.copiedAt != 0);
    m_copy->setText(tr("offline copy from %1").arg(momentText(m_page.copiedAt)));
}

const HubRow* HubResults::current() const {
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? &m_model->row(index.row()) : nullptr;
}

void HubResults::wantPictures() {
    if (!isVisible()) return;
    QStringList wanted;
    const QRect seen = m_list->viewport()->rect();
    const QModelIndex first = m_list->indexAt(seen.center().x() > 0 ? QPoint(seen.center().x(), 8) : QPoint(8, 8));
    for (int row = qMax(0, first.row()); row < m_model->rowCount(); ++row) {
        if (!m_list->visualRect(m_model->index(row)).intersects(seen)) break;
        if (const QString address = m_model->missingPreview(row); !address.isEmpty()) wanted << address;
    }
    Q_EMIT picturesWanted(wanted);
}

bool HubResults::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::KeyPress && m_list->currentIndex().isValid()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (key->modifiers().testFlag(Qt::ControlModifier))
                Q_EMIT expertWanted(m_list->currentIndex());
            else
                Q_EMIT acted(m_list->currentIndex());
            return true;
        }
    }
    if (watched == m_list && event->type() == QEvent::Resize) m_pictureTimer.start();
    return QWidget::eventFilter(watched, event);
}

void HubResults::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    begin();
    m_pictureTimer.start();
}

}  // namespace segmoe::ui
