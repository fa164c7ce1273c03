// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/library_frame.h"

#include <iterator>

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "ui/bridge/download_client.h"
#include "ui/bridge/engine_client.h"
#include "ui/library/downloads_view.h"
#include "ui/library/hub_link_bar.h"
#include "ui/library/hub_view.h"
#include "ui/library/library_page.h"
#include "ui/shell/navigator.h"
#include "ui/shell/studio_context.h"
#include "ui/widgets/field.h"
#include "ui/widgets/mime_kinds.h"
#include "ui/widgets/wrap_layout.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

LibraryFrame::LibraryFrame(StudioContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_tabs(new QTabBar(this)),
      m_header(new WrapLayout(8, 6, WrapLayout::Rest::Between)),
      m_stack(new QStackedWidget(this)),
      m_models(new LibraryPage(context, context.engine.library(), m_stack)),
      m_downloads(new DownloadsView(context, m_stack)),
      m_hubs(new HubView(context, m_stack)),
      m_link(new HubLinkBar(context.theme)) {
    setObjectName(u"library_frame"_s);
    nameControl(m_tabs, u"library_tabs"_s, tr("Parts of the library"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setElideMode(Qt::ElideNone);
    m_header->add(m_tabs);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 16);
    column->setSpacing(12);
    column->addLayout(m_header);
    column->addWidget(m_stack, 1);
    addTab(Tab::MyModels, tr("My models"), m_models);
    addTab(Tab::Downloads, tr("Downloads"), m_downloads);
    addTab(Tab::HuggingFace, u"Hugging Face"_s, m_hubs);
    addTab(Tab::CivitAi, u"CivitAI"_s, m_hubs);
    addHeaderWidget(m_link);
    setAcceptDrops(true);
    connectHubs();
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int place) {
        if (place < 0) return;
        m_tabs->updateGeometry();  // the chosen one is bold
        if (isHub(currentTab()))
            m_hubs->showSite(currentTab() == Tab::CivitAi ? HubSite::CivitAi : HubSite::HuggingFace);
        m_stack->setCurrentWidget(m_parts.at(currentTab()).content);
        Q_EMIT tabShown(currentTab());
    });
    DownloadClient& downloads = context.engine.downloads();
    connect(&downloads, &DownloadClient::rowsChanged, this, &LibraryFrame::updateCounts);
    connect(&downloads, &DownloadClient::rowChanged, this, &LibraryFrame::updateCounts);
    connect(m_downloads, &DownloadsView::hubWanted, this,
            [this](const QString& site) { showTab(site == "civitai"_L1 ? Tab::CivitAi : Tab::HuggingFace); });
    Navigator& navigator = context.navigator;
    connect(&navigator, &Navigator::downloadsWanted, this, [this] { showTab(Tab::Downloads); });
    connect(&navigator, &Navigator::hubModelWanted, this, [this](const QString& reference) {
        showTab(Tab::Downloads);
        m_context.engine.downloads().get(reference);
    });
    connect(&navigator, &Navigator::modelDetailWanted, this, [this](const QString& model) {
        showTab(Tab::MyModels);
        m_models->showModel(model);
    });
    connect(&navigator, &Navigator::modelFoldersWanted, this, [this] {
        showTab(Tab::MyModels);
        m_models->chooseFolders();
    });
    connect(&navigator, &Navigator::modelFolderWanted, this, [this](const QString& folder) {
        showTab(Tab::MyModels);
        m_models->addRoots({folder});
    });
    connect(&navigator, &Navigator::modelSearchWanted, this, [this](const QString& name) {
        showTab(Tab::MyModels);
        m_models->find(name);
    });
    connect(&downloads, &DownloadClient::started, m_downloads,
            [this](const QString&, quint64 id) { m_downloads->select(id); });
    connect(&downloads, &DownloadClient::refused, this, [this](const QString&, const Failure& failure) {
        Q_EMIT m_context.navigator.toast(QString::fromStdString(failure.message), {}, this, {});
    });
    updateCounts();
}

int LibraryFrame::placeOf(Tab tab) const { return static_cast<int>(std::distance(m_parts.begin(), m_parts.find(tab))); }

void LibraryFrame::addTab(Tab tab, const QString& title, QWidget* content) {
    m_parts[tab] = {title, content};
    if (m_stack->indexOf(content) < 0) m_stack->addWidget(content);
    const QSignalBlocker quiet(m_tabs);
    m_tabs->insertTab(placeOf(tab), title);
}

void LibraryFrame::showTab(Tab tab) {
    if (hasTab(tab)) m_tabs->setCurrentIndex(placeOf(tab));
}

LibraryFrame::Tab LibraryFrame::currentTab() const { return std::next(m_parts.begin(), m_tabs->currentIndex())->first; }

void LibraryFrame::cycle(int by) {
    const int count = m_tabs->count();
    m_tabs->setCurrentIndex((m_tabs->currentIndex() + by + count) % count);
}

void LibraryFrame::setCount(Tab tab, int count) {
    const QString& title = m_parts.at(tab).title;
    m_tabs->setTabText(placeOf(tab), count > 0 ? tr("%1 (%2)").arg(title).arg(count) : title);
}

void LibraryFrame::connectHubs() {
    connect(m_link, &HubLinkBar::opened, this, &LibraryFrame::openLink);
    connect(&m_context.navigator, &Navigator::hubLinkWanted, this, &LibraryFrame::openLink);
    connect(m_link, &HubLinkBar::tokensWanted, this, [this] {
        const bool isCivitai = currentTab() == Tab::CivitAi;
        Q_EMIT m_context.navigator.tokensWanted(isCivitai ? u"civitai"_s : u"hf"_s);
    });
    connect(m_hubs, &HubView::siteWanted, this,
            [this](HubSite site) { showTab(site == HubSite::CivitAi ? Tab::CivitAi : Tab::HuggingFace); });
    connect(&m_context.navigator, &Navigator::hubSearchWanted, this, [this](const QString& text) {
        if (!isHub(currentTab())) showTab(Tab::HuggingFace);
        m_hubs->search(text);
        m_hubs->focusSearch();
    });
}

void LibraryFrame::openLink(const QString& text) {
    if (!isHub(currentTab())) showTab(Tab::HuggingFace);
    m_hubs->open(text);
}

void LibraryFrame::focusLink() { m_link->focusEdit(); }

void LibraryFrame::dragEnterEvent(QDragEnterEvent* event) {
    const QStringList links = webLinks(*event->mimeData());
    const QString text = links.isEmpty() ? plainText(*event->mimeData()) : links.constFirst();
    if (text.isEmpty()) return;
    if (!looksLikeHubText(text)) {
        Q_EMIT m_context.navigator.message(
            links.isEmpty() ? tr("This text is not a model link, an image link or generation settings.")
                            : tr("Only links from huggingface.co and civitai.com are understood."));
        return;
    }
    event->acceptProposedAction();
    Q_EMIT m_context.navigator.message(tr("Show this model"));
}

void LibraryFrame::dropEvent(QDropEvent* event) {
    const QStringList links = webLinks(*event->mimeData());
    event->acceptProposedAction();
    openLink(links.isEmpty() ? plainText(*event->mimeData()).trimmed() : links.constFirst());
}

void LibraryFrame::addHeaderWidget(QWidget* widget) { m_header->add(widget); }

void LibraryFrame::updateCounts() { setCount(Tab::Downloads, m_context.engine.downloads().activeCount()); }

}  // namespace segmoe::ui
