// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include <QSet>
#include <QWidget>

#include "ui/bridge/hub_client.h"
#include "ui/bridge/library_client.h"
#include "ui/library/hub_badge.h"

class QSplitter;
class QStackedWidget;

namespace segmoe::ui {

class DownloadClient;
class HubDetail;
class HubResults;
class ReleaseReminders;
struct DownloadRow;
struct StudioContext;

/// What the hubs offer: one search for each, the details of the chosen model beside them.
class HubView : public QWidget {
    Q_OBJECT
public:
    explicit HubView(StudioContext& context, QWidget* parent = nullptr);

    HubResults& results(HubSite site) { return *m_results[static_cast<std::size_t>(site)]; }
    HubDetail& detail() { return *m_detail; }
    HubSite site() const { return m_site; }
    void showSite(HubSite site);
    /// Fills in the search and asks.
    void search(const QString& text);
    /// Shows what a link or reference leads to, whichever hub that is on.
    void open(const QString& text);
    void focusSearch();

Q_SIGNALS:
    /// Something of this hub is to be seen.
    void siteWanted(segmoe::HubSite site);

private:
    void connectResults(HubResults& results);
    void connectDetail();
    void connectClient();
    void connectDownloads();
    void describeCurrent();
    void act(HubResults& results, const QModelIndex& index);
    void get(const QString& reference, const std::optional<QString>& variant, bool asExpert, const QString& name);
    void remind(const HubRow& row, bool isWanted);
    void showPlace(const QString& place);
    void wantToken(HubSite site);
    void wantPictures();
    void takeModels(const std::vector<LibraryModel>& models);
    void forgetModels(const QStringList& models);
    void takeDownloads();
    void takeArrival(const DownloadRow& row);
    void updateSituation();
    void goOnline();

    StudioContext& m_context;
    HubClient& m_client;
    DownloadClient& m_downloads;
    QSplitter* m_splitter;
    QStackedWidget* m_sites;
    std::array<HubResults*, 2> m_results;
    HubDetail* m_detail;
    HubSite m_site = HubSite::HuggingFace;
    ReleaseReminders* m_reminders;
    HubSituation m_situation;
    HubQuestion m_question{};
    QString m_described;        ///< what the detail shows or waits for
    bool m_isLink = false;      ///< it came from a link, not from the list
    QSet<QString> m_experts;    ///< offers that join the mixture once they are here
    QStringList m_rowPictures;  ///< that the list wants
};

/// The offer a reference to one of its files, versions or revisions belongs to: "owner/name", "civitai:VERSION".
QString offerOf(const QString& reference);

}  // namespace segmoe::ui
