// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/hub_view.h"

#include <QDesktopServices>
#include <QListView>
#include <QSet>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/bridge/download_client.h"
#include "ui/bridge/engine_client.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/settings.h"
#include "ui/library/hub_detail.h"
#include "ui/library/hub_filter_bar.h"
#include "ui/library/hub_results.h"
#include "ui/library/hub_text.h"
#include "ui/library/release_reminders.h"
#include "ui/shell/navigator.h"
#include "ui/shell/studio_context.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kHubSplitter = u"hub"_s;

std::size_t indexOf(HubSite site) { return static_cast<std::size_t>(site); }

}  // namespace

QString offerOf(const QString& reference) {
    if (reference.startsWith("civitai:"_L1)) {
        const QString version = reference.mid(8).section(u'?', 0, 0);
        return u"civitai:"_s + version.section(u'@', -1);
    }
    const QString plain = reference.startsWith("hf://"_L1) ? reference.mid(5) : reference;
    const QString repo = plain.section(u'@', 0, 0);
    return repo.count(u'/') > 1 ? repo.section(u'/', 0, 1) : repo;
}

HubView::HubView(StudioContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_client(context.engine.hub()),
      m_downloads(context.engine.downloads()),
      m_splitter(new QSplitter(this)),
      m_sites(new QStackedWidget(m_splitter)),
      m_results{new HubResults(HubSite::HuggingFace, context, m_client, m_sites),
                new HubResults(HubSite::CivitAi, context, m_client, m_sites)},
      m_detail(new HubDetail(context.theme, m_splitter)),
      m_reminders(new ReleaseReminders(context.settings, this)) {
    setObjectName(u"hub_view"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);
    m_splitter->setObjectName(u"hub_main_splitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_sites);
    for (HubResults* results : m_results) {
        m_sites->addWidget(results);
        connectResults(*results);
    }
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({760, 320});
    if (const QByteArray state = context.settings.splitterState(kHubSplitter); !state.isEmpty())
        m_splitter->restoreState(state);
    m_client.setOffline(context.settings.get(keys::kOffline));
    m_situation.mixArchitecture = context.navigator.mixArchitecture();
    connectClient();
    connectDetail();
    connectDownloads();
    m_situation.reminders = m_reminders->references();
    connect(m_reminders, &ReleaseReminders::changed, this, [this] {
        m_situation.reminders = m_reminders->references();
        updateSituation();
    });
    connect(&context.navigator, &Navigator::windowClosing, this,
            [this] { m_context.settings.setSplitterState(m_splitter->saveState(), kHubSplitter); });
    connect(&context.navigator, &Navigator::mixArchitectureChanged, this, [this](const QString& architecture) {
        m_situation.mixArchitecture = architecture;
        for (HubResults* results : m_results) results->filters().setMixArchitecture(architecture);
        updateSituation();
    });
    connect(&context.settings, &Settings::changed, this, [this](const QString& key) {
        if (key != QLatin1StringView(keys::kOffline.name)) return;
        m_client.setOffline(m_context.settings.get(keys::kOffline));
        if (isVisible()) results(m_site).ask();
    });
    for (HubResults* results : m_results) results->filters().setMixArchitecture(m_situation.mixArchitecture);
    takeDownloads();
}

void HubView::connectResults(HubResults& results) {
    connect(&results, &HubResults::currentChanged, this, &HubView::describeCurrent);
    connect(&results, &HubResults::acted, this, [this, &results](const QModelIndex& index) { act(results, index); });
    connect(&results, &HubResults::expertWanted, this, [this, &results](const QModelIndex& index) {
        const HubRow row = results.model().row(index.row());
        const QString here = sourceOf(row, m_situation);
        if (!here.isEmpty()) return Q_EMIT m_context.navigator.expertWanted(here);
        if (badgeOf(row, m_situation).act == HubAct::Get) get(toText(row.reference), {}, true, toText(row.name));
    });
    connect(&results, &HubResults::picturesWanted, this, [this](const QStringList& addresses) {
        m_rowPictures = addresses;
        wantPictures();
    });
    connect(&results, &HubResults::onlineWanted, this, &HubView::goOnline);
    connect(&results.filters(), &HubFilterBar::maturePreviewsChanged, m_detail, &HubDetail::setMaturePreviews);
    if (&results == m_results[indexOf(HubSite::CivitAi)])
        m_detail->setMaturePreviews(results.filters().maturePreviews());
}

void HubView::connectClient() {
    connect(&m_client, &HubClient::described, this, [this](HubQuestion question, const HubDetails& details) {
        if (question != m_question) return;
        m_detail->showDetails(details);
        results(details.row.site).model().refine(*m_detail->row());
        if (m_isLink) Q_EMIT siteWanted(details.row.site);
        wantPictures();
    });
    connect(&m_client, &HubClient::describeFailed, this, [this](HubQuestion question, const HubTrouble& trouble) {
        if (question == m_question) m_detail->showTrouble(trouble, m_site);
    });
    connect(&m_client, &HubClient::pictureReady, m_detail, &HubDetail::setPreview);
    LibraryClient& library = m_context.engine.library();
    connect(&library, &LibraryClient::modelsFound, this, &HubView::takeModels);
    connect(&library, &LibraryClient::modelsGone, this, &HubView::forgetModels);
    connect(&library, &LibraryClient::hashed, this, [this](const QString& model, const QString& sha256) {
        m_situation.hashes.insert(sha256, model);
        updateSituation();
    });
}

void HubView::connectDetail() {
    connect(m_detail, &HubDetail::getWanted, this,
            [this](const QString& reference, const std::optional<QString>& variant, bool asExpert) {
                const auto row = m_detail->row();
                const QString here = row ? sourceOf(*row, m_situation) : QString();
                if (asExpert && !here.isEmpty()) return Q_EMIT m_context.navigator.expertWanted(here);
                get(reference, variant, asExpert, row ? toText(row->name) : reference);
            });
    connect(m_detail, &HubDetail::showWanted, this, &HubView::showPlace);
    connect(m_detail, &HubDetail::pageWanted, this,
            [](const QString& address) { QDesktopServices::openUrl(QUrl(address)); });
    connect(m_detail, &HubDetail::reminderWanted, this, [this](bool isWanted) {
        if (const auto row = m_detail->row()) remind(*row, isWanted);
    });
    connect(m_detail, &HubDetail::tokensWanted, this, &HubView::wantToken);
    connect(m_detail, &HubDetail::downloadWanted, this, [this] { Q_EMIT m_context.navigator.downloadsWanted(); });
    connect(m_detail, &HubDetail::retryWanted, this, [this] { m_isLink ? open(m_described) : describeCurrent(); });
    connect(m_detail, &HubDetail::pictureWanted, this, &HubView::wantPictures);
}

void HubView::connectDownloads() {
    connect(&m_downloads, &DownloadClient::rowsChanged, this, &HubView::takeDownloads);
    connect(&m_downloads, &DownloadClient::rowChanged, this, &HubView::takeDownloads);
    connect(&m_downloads, &DownloadClient::arrived, this, &HubView::takeArrival);
}

void HubView::showSite(HubSite site) {
    m_site = site;
    m_sites->setCurrentIndex(static_cast<int>(indexOf(site)));
    if (!m_isLink) describeCurrent();
}

void HubView::search(const QString& text) { results(m_site).filters().setText(text); }

void HubView::focusSearch() { results(m_site).filters().focusText(); }

void HubView::open(const QString& text) {
    m_isLink = true;
    m_described = text;
    m_detail->showWaiting(text);
    m_question = m_client.describe(text);
}

void HubView::describeCurrent() {
    const HubRow* row = results(m_site).current();
    m_isLink = false;
    if (!row) {
        m_question = {};
        m_described.clear();
        return m_detail->showNothing();
    }
    m_described = toText(row->reference);
    m_detail->showWaiting(toText(row->name));
    m_question = m_client.describe(m_described);
}

void HubView::act(HubResults& results, const QModelIndex& index) {
    const HubRow row = results.model().row(index.row());
    switch (badgeOf(row, results.model().situation()).act) {
        case HubAct::None: return;
        case HubAct::Get: return get(toText(row.reference), {}, false, toText(row.name));
        case HubAct::Show: return showPlace(placeOf(row, m_situation));
        case HubAct::OpenPage: QDesktopServices::openUrl(QUrl(toText(row.page))); return;
        case HubAct::Remind: return remind(row, !m_situation.reminders.contains(toText(row.reference)));
        case HubAct::LogIn: return wantToken(row.site);
        case HubAct::ShowDownload: return Q_EMIT m_context.navigator.downloadsWanted();
    }
}

void HubView::get(const QString& reference, const std::optional<QString>& variant, bool asExpert, const QString& name) {
    if (asExpert) m_experts.insert(offerOf(reference));
    m_downloads.get(reference, variant);
    const QString sentence = asExpert ? tr("“%1” is being fetched and joins the mixture then.").arg(name)
                                      : tr("“%1” is being fetched.").arg(name);
    Q_EMIT m_context.navigator.toast(sentence, tr("Show downloads"), this,
                                     [this] { Q_EMIT m_context.navigator.downloadsWanted(); });
}

void HubView::remind(const HubRow& row, bool isWanted) {
    if (!isWanted) return m_reminders->remove(toText(row.reference));
    const auto reminder = reminderOf(row);
    if (!reminder) return;
    m_reminders->add(*reminder);
    Q_EMIT m_context.navigator.message(
        tr("You will be reminded when the early access of “%1” is over.").arg(reminder->name));
}

void HubView::wantToken(HubSite site) {
    Q_EMIT m_context.navigator.tokensWanted(site == HubSite::CivitAi ? u"civitai"_s : u"hf"_s);
}

void HubView::showPlace(const QString& place) { Q_EMIT m_context.navigator.modelDetailWanted(place); }

void HubView::wantPictures() {
    QStringList all = m_rowPictures;
    if (const QString shown = m_detail->missingPreview(); !shown.isEmpty()) all.append(shown);
    m_client.keepPictures(all);
    // the newest wish is fulfilled first: the detail's, then the list's from the top
    for (auto address = m_rowPictures.crbegin(); address != m_rowPictures.crend(); ++address)
        m_client.requestPicture(*address);
    if (all.size() > m_rowPictures.size()) m_client.requestPicture(all.constLast());
}

void HubView::takeModels(const std::vector<LibraryModel>& models) {
    QStringList told;
    for (const LibraryModel& model : models) told << pathText(model.facts.path);
    forgetModels(told);
    for (const LibraryModel& model : models)
        if (!model.sha256.empty() && !model.isMissing)
            m_situation.hashes.insert(toText(model.sha256), pathText(model.facts.path));
    updateSituation();
}

void HubView::forgetModels(const QStringList& models) {
    const QSet<QString> gone(models.begin(), models.end());
    if (m_situation.hashes.removeIf([&](const auto& entry) { return gone.contains(*entry); }) > 0) updateSituation();
}

void HubView::takeDownloads() {
    QHash<QString, double> running;
    for (const DownloadRow& row : m_downloads.rows())
        if (row.isActive()) running.insert(offerOf(row.reference), row.fraction());
    if (running == m_situation.downloads) return;
    m_situation.downloads = running;
    updateSituation();
}

void HubView::takeArrival(const DownloadRow& row) {
    const QString offer = offerOf(row.reference);
    m_situation.places.insert(offer, row.place);
    updateSituation();
    if (m_experts.remove(offer)) Q_EMIT m_context.navigator.expertWanted(row.reference);
}

void HubView::updateSituation() {
    for (HubResults* results : m_results) results->setSituation(m_situation);
    m_detail->setSituation(m_situation);
}

void HubView::goOnline() { m_context.settings.set(keys::kOffline, false); }

}  // namespace segmoe::ui
