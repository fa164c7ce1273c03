// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QMutex>
#include <QSemaphore>
#include <QSignalSpy>
#include <QtTest/QtTest>

#include "core/base/wait_asked.h"
#include "ui/bridge/picture_client.h"
#include "ui/bridge/sample_pictures.h"
#include "ui/bridge/threaded_hub_client.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

constexpr int kLimit = 60'000;

/// What the browsers of one test are to do, and what they saw.
struct Script {
    std::atomic<bool> isHeld{false};  ///< searches wait until they are cancelled or let go
    std::atomic<int> searches{0};     ///< that have begun
    std::atomic<int> cancelled{0};
    std::atomic<int> opened{0};
    std::atomic<bool> offline{false};
    QSemaphore pictures;
    std::atomic<int> atOnce{0};
    std::atomic<int> mostAtOnce{0};
    QMutex mutex;
    QStringList begun;
};

class FakeBrowser final : public HubBrowser {
public:
    explicit FakeBrowser(Script& script) : m_script(script) { ++script.opened; }

    HubPage search(const HubSearch& search, const CancelToken& cancel) override {
        ++m_script.searches;
        while (m_script.isHeld && !cancel.isCancelled()) QThread::msleep(1);
        if (cancel.isCancelled()) {
            ++m_script.cancelled;
            throw Cancelled();
        }
        if (search.text == "busy") throw WaitAsked("It asks to wait.", std::chrono::seconds(7));
        if (search.text == "gone") throw Error(ErrorCode::Unreachable, "No answer.");
        HubPage page;
        page.rows.emplace_back();
        page.rows.front().name = search.text;
        return page;
    }
    HubDetails details(const std::string& text, const CancelToken&) override {
        if (text == "nothing") throw Error(ErrorCode::RequestInvalid, "No model.");
        HubDetails details;
        details.row.name = text;
        return details;
    }
    std::filesystem::path picture(const std::string& address, const CancelToken&) override {
        {
            const QMutexLocker lock(&m_script.mutex);
            m_script.begun << QString::fromStdString(address);
        }
        const int now = ++m_script.atOnce;
        int most = m_script.mostAtOnce;
        while (now > most && !m_script.mostAtOnce.compare_exchange_weak(most, now)) continue;
        m_script.pictures.acquire();
        --m_script.atOnce;
        return "/" + address;
    }
    void setOffline(bool offline) override { m_script.offline = offline; }

private:
    Script& m_script;
};

struct Bench {
    Script script;
    std::shared_ptr<SamplePictures> drawn = std::make_shared<SamplePictures>();
    PictureClient pictures{[this] { return drawn->access(); }};
    ThreadedHubClient client{[this] { return std::make_unique<FakeBrowser>(script); }, pictures};
};

HubSearch searchFor(const char* text, HubSite site = HubSite::HuggingFace) {
    HubSearch search;
    search.site = site;
    search.text = text;
    return search;
}

QString nameIn(const QList<QVariant>& answer) {
    return QString::fromStdString(answer.at(1).value<HubPage>().rows.at(0).name);
}

}  // namespace

class HubClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void searchesAnswerWithTheirNumber() {
        Bench bench;
        QSignalSpy found(&bench.client, &HubClient::found);
        const HubQuestion question = bench.client.search(searchFor("ink"));
        QTRY_COMPARE_WITH_TIMEOUT(found.size(), 1, kLimit);
        QCOMPARE(found[0][0].value<HubQuestion>(), question);
        QCOMPARE(nameIn(found[0]), u"ink"_s);
        QCOMPARE(bench.script.opened.load(), 1);  // and only when it was needed
    }

    void aNewerSearchEndsTheEarlier() {
        Bench bench;
        QSignalSpy found(&bench.client, &HubClient::found);
        bench.script.isHeld = true;
        bench.client.search(searchFor("first"));
        QTRY_COMPARE_WITH_TIMEOUT(bench.script.searches.load(), 1, kLimit);
        const HubQuestion last = bench.client.search(searchFor("last"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.script.cancelled > 0, kLimit);
        bench.script.isHeld = false;
        QTRY_COMPARE_WITH_TIMEOUT(found.size(), 1, kLimit);
        QCOMPARE(found[0][0].value<HubQuestion>(), last);
        QCOMPARE(nameIn(found[0]), u"last"_s);
    }

    void aSlowHubHoldsUpOnlyItself() {
        Bench bench;
        QSignalSpy found(&bench.client, &HubClient::found);
        QSignalSpy described(&bench.client, &HubClient::described);
        bench.script.isHeld = true;
        bench.client.search(searchFor("slow"));
        bench.client.describe(u"ada/ink"_s);
        QTRY_COMPARE_WITH_TIMEOUT(described.size(), 1, kLimit);
        QVERIFY(found.isEmpty());
    }

    void troublesSayHowLongToWait() {
        Bench bench;
        QSignalSpy failed(&bench.client, &HubClient::searchFailed);
        bench.client.search(searchFor("busy"));
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, kLimit);
        QCOMPARE(failed[0][1].value<HubTrouble>().waitSeconds, 7);
        QCOMPARE(failed[0][1].value<HubTrouble>().failure.code, ErrorCode::RateLimited);
        bench.client.search(searchFor("gone"));
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 2, kLimit);
        QCOMPARE(failed[1][1].value<HubTrouble>().failure.code, ErrorCode::Unreachable);
        QSignalSpy unknown(&bench.client, &HubClient::describeFailed);
        bench.client.describe(u"nothing"_s);
        QTRY_COMPARE_WITH_TIMEOUT(unknown.size(), 1, kLimit);
    }

    void offlineReachesEveryBrowser() {
        Bench bench;
        bench.client.setOffline(true);
        QSignalSpy found(&bench.client, &HubClient::found);
        bench.client.search(searchFor("ink"));
        QTRY_COMPARE_WITH_TIMEOUT(found.size(), 1, kLimit);
        QVERIFY(bench.script.offline);
    }

    void fourPicturesAtOnceTheNewestFirst() {
        Bench bench;
        for (int i = 0; i < 8; ++i) bench.drawn->files[std::filesystem::path("/" + std::to_string(i))].width = 8;
        QSignalSpy ready(&bench.client, &HubClient::pictureReady);
        for (int i = 0; i < 8; ++i) bench.client.requestPicture(QString::number(i));
        bench.client.requestPicture(u"0"_s);  // is under way
        QTRY_COMPARE_WITH_TIMEOUT(bench.script.atOnce.load(), 4, kLimit);
        bench.client.keepPictures({u"5"_s, u"7"_s});
        bench.script.pictures.release(20);
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 6, kLimit);
        QCOMPARE(bench.script.mostAtOnce.load(), 4);
        const QMutexLocker lock(&bench.script.mutex);
        QCOMPARE(bench.script.begun.size(), 6);
        const QSet<QString> last(bench.script.begun.cbegin() + 4, bench.script.begun.cend());
        QCOMPARE(last, (QSet<QString>{u"5"_s, u"7"_s}));
        QVERIFY(!ready[0][1].value<QImage>().isNull());
    }

    void picturesThatCannotBeHad() {
        Bench bench;
        bench.script.pictures.release(20);
        QSignalSpy failed(&bench.client, &HubClient::pictureFailed);
        bench.client.requestPicture(u"unknown"_s);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, kLimit);
        QCOMPARE(failed[0][0].toString(), u"unknown"_s);
    }

    /// Nothing is left running when the window closes in the middle.
    void theEndComesInTheMiddle() {
        Bench bench;
        bench.script.isHeld = true;
        bench.client.search(searchFor("slow"));
        bench.client.search(searchFor("slow", HubSite::CivitAi));
        bench.script.pictures.release(20);
        bench.client.requestPicture(u"1"_s);
    }
};

QTEST_MAIN(HubClientTest)
#include "hub_client_test.moc"
