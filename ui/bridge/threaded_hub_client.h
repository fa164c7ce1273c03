// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <mutex>

#include <QSet>
#include <QThreadPool>

#include "core/base/cancel_token.h"
#include "ui/bridge/hub_client.h"

namespace segmoe::ui {

class PictureClient;

/// Makes a browser on the thread that asks first. Throws Error; null where there is none.
using HubBrowserFactory = std::function<std::unique_ptr<HubBrowser>()>;

/// The real one. Each site, the details and the pictures have a browser and threads of their own, so that a slow hub
/// holds up nothing but itself.
class ThreadedHubClient final : public HubClient {
    Q_OBJECT
public:
    /// `pictures` decodes and must outlive it.
    ThreadedHubClient(HubBrowserFactory factory, PictureClient& pictures, QObject* parent = nullptr);
    ~ThreadedHubClient() override;

    HubQuestion search(const HubSearch& search) override;
    HubQuestion describe(const QString& text) override;
    void requestPicture(const QString& address) override;
    void keepPictures(const QStringList& wanted) override;
    void setOffline(bool offline) override;

private:
    /// A browser, the threads that use it, and how to stop what they do.
    struct Desk {
        QThreadPool pool;
        std::mutex mutex;
        std::unique_ptr<HubBrowser> browser;  ///< guarded by mutex until it is made
        CancelToken cancel;
    };
    using Ask = std::function<std::function<void()>(HubBrowser&)>;

    HubBrowser& browserOf(Desk& desk);
    void ask(Desk& desk, Ask question, std::function<void(const HubTrouble&)> failed);
    void fetchPictures();
    void pictureDone(const QString& address);

    HubBrowserFactory m_factory;
    PictureClient& m_pictures;
    std::array<Desk, 2> m_sites;
    Desk m_details;
    Desk m_pictureDesk;
    std::array<HubQuestion, 2> m_lastSearch{};
    HubQuestion m_lastDescribe{};
    quint64 m_last = 0;
    QStringList m_wantedPictures;  ///< the newest last
    QSet<QString> m_openPictures;
    std::atomic<bool> m_isOffline = false;
};

}  // namespace segmoe::ui
