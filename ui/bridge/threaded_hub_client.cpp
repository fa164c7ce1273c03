// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/threaded_hub_client.h"

#include "core/base/wait_asked.h"
#include "ui/bridge/caught_failure.h"
#include "ui/bridge/picture_client.h"
#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

namespace {

constexpr int kPictures = 4;
constexpr int kPictureSide = 640;

HubTrouble troubleOf(const Error& error) {
    HubTrouble trouble{failureOf(error), 0};
    if (const auto* wait = dynamic_cast<const WaitAsked*>(&error))
        trouble.waitSeconds = static_cast<int>(std::min<long long>(wait->wait().count(), 24 * 3600));
    return trouble;
}

}  // namespace

ThreadedHubClient::ThreadedHubClient(HubBrowserFactory factory, PictureClient& pictures, QObject* parent)
    : HubClient(parent), m_factory(std::move(factory)), m_pictures(pictures) {
    for (Desk* desk : {&m_sites[0], &m_sites[1], &m_details}) desk->pool.setMaxThreadCount(1);
    m_pictureDesk.pool.setMaxThreadCount(kPictures);
}

ThreadedHubClient::~ThreadedHubClient() {
    for (Desk* desk : {&m_sites[0], &m_sites[1], &m_details, &m_pictureDesk}) {
        desk->cancel.cancel();
        desk->pool.clear();
    }
    for (Desk* desk : {&m_sites[0], &m_sites[1], &m_details, &m_pictureDesk}) desk->pool.waitForDone();
}

HubBrowser& ThreadedHubClient::browserOf(Desk& desk) {
    const std::scoped_lock lock(desk.mutex);
    if (!desk.browser) desk.browser = m_factory();
    if (!desk.browser)
        throw Error(ErrorCode::NotAvailable, "This installation cannot reach the hubs. Install the program anew.");
    desk.browser->setOffline(m_isOffline);
    return *desk.browser;
}

void ThreadedHubClient::ask(Desk& desk, Ask question, std::function<void(const HubTrouble&)> failed) {
    desk.pool.start([this, &desk, question = std::move(question), failed = std::move(failed)] {
        const auto fail = [&](const HubTrouble& trouble) {
            QMetaObject::invokeMethod(this, [failed, trouble] { failed(trouble); });
        };
        try {
            QMetaObject::invokeMethod(this, question(browserOf(desk)));
        } catch (const Cancelled&) {
            return;
        } catch (const Error& error) {
            fail(troubleOf(error));
        } catch (...) {
            fail({caughtFailure(), 0});
        }
    });
}

HubQuestion ThreadedHubClient::search(const HubSearch& search) {
    const auto site = static_cast<std::size_t>(search.site);
    Desk& desk = m_sites[site];
    desk.cancel.cancel();
    desk.cancel = CancelToken();
    const HubQuestion question{++m_last};
    m_lastSearch[site] = question;
    ask(
        desk,
        [this, site, question, search, cancel = desk.cancel](HubBrowser& browser) -> std::function<void()> {
            cancel.check();
            return [this, site, question, page = browser.search(search, cancel)] {
                if (m_lastSearch[site] == question) Q_EMIT found(question, page);
            };
        },
        [this, site, question](const HubTrouble& trouble) {
            if (m_lastSearch[site] == question) Q_EMIT searchFailed(question, trouble);
        });
    return question;
}

HubQuestion ThreadedHubClient::describe(const QString& text) {
    m_details.cancel.cancel();
    m_details.cancel = CancelToken();
    const HubQuestion question{++m_last};
    m_lastDescribe = question;
    ask(
        m_details,
        [this, question, text = text.toStdString(),
         cancel = m_details.cancel](HubBrowser& browser) -> std::function<void()> {
            cancel.check();
            return [this, question, details = browser.details(text, cancel)] {
                if (m_lastDescribe == question) Q_EMIT described(question, details);
            };
        },
        [this, question](const HubTrouble& trouble) {
            if (m_lastDescribe == question) Q_EMIT describeFailed(question, trouble);
        });
    return question;
}

void ThreadedHubClient::requestPicture(const QString& address) {
    if (m_openPictures.contains(address)) return;
    m_wantedPictures.removeOne(address);
    m_wantedPictures.append(address);
    fetchPictures();
}

void ThreadedHubClient::keepPictures(const QStringList& wanted) {
    m_wantedPictures.removeIf([&](const QString& address) { return !wanted.contains(address); });
}

void ThreadedHubClient::fetchPictures() {
    while (m_openPictures.size() < kPictures && !m_wantedPictures.isEmpty()) {
        const QString address = m_wantedPictures.takeLast();
        m_openPictures.insert(address);
        ask(
            m_pictureDesk,
            [this, address, cancel = m_pictureDesk.cancel](HubBrowser& browser) -> std::function<void()> {
                const QString file = pathText(browser.picture(address.toStdString(), cancel));
                return [this, address, picture = m_pictures.load(file, kPictureSide)] {
                    pictureDone(address);
                    Q_EMIT pictureReady(address, picture);
                };
            },
            [this, address](const HubTrouble&) {
                pictureDone(address);
                Q_EMIT pictureFailed(address);
            });
    }
}

void ThreadedHubClient::pictureDone(const QString& address) {
    m_openPictures.remove(address);
    fetchPictures();
}

void ThreadedHubClient::setOffline(bool offline) { m_isOffline = offline; }

}  // namespace segmoe::ui
