// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Memory in the status bar, on a machine with two cards (tests/support/fake_nvml.cpp) and on one without.
#include <dlfcn.h>

#include "tests/ui/shell/window_bench.h"
#include "ui/bridge/device_title.h"
#include "ui/shell/status_strip.h"
#include "ui/widgets/meter.h"

using namespace Qt::StringLiterals;
using namespace segmoe::ui;

namespace {

struct Bench : WindowBench {
    explicit Bench(const QStringList& devices) {
        client.facts.devices = devices;
        client.start();
    }
    QLabel* gpu() { return child<QLabel>(u"status_gpu_label"_s); }
};

}  // namespace

class StatusMetersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        qunsetenv("CUDA_VISIBLE_DEVICES");
        QVERIFY2(dlopen(SEGMOE_FAKE_NVML, RTLD_NOW), dlerror());
        QLocale::setDefault(QLocale(QLocale::English));
    }

    void aMachineWithoutACardShowsNoMeterForIt() {
        Bench bench({u"cpu"_s});
        QVERIFY(bench.window.findChild<QLabel*>(u"status_ram_label"_s)->isVisible());
        QVERIFY(!bench.gpu()->isVisible());
    }
    void theMeterFollowsTheChosenDevice() {
        Bench bench({u"cpu"_s, u"cuda:0"_s, u"cuda:1"_s});
        QTRY_VERIFY(bench.gpu()->isVisible());
        QCOMPARE(bench.gpu()->text(), u"GPU 6.0 of 24.0 GB"_s);
        const QString detail = bench.gpu()->parentWidget()->toolTip();
        QVERIFY2(detail.contains(u"Fake RTX 4090"_s), qPrintable(detail));
        QVERIFY2(detail.contains(u"Used by this program 3.0 GB, by others 3.0 GB, free 18.0 GB."_s),
                 qPrintable(detail));

        bench.settings.set(keys::kDevice, u"cuda:1"_s);
        QTRY_COMPARE(bench.gpu()->text(), u"GPU 15.6 of 16.0 GB"_s);
        QVERIFY(bench.window.findChild<Meter*>(u"status_gpu_meter"_s)->value() > 0.97);

        bench.settings.set(keys::kDevice, u"cpu"_s);
        QTRY_VERIFY(!bench.gpu()->isVisible());
    }
    void cardsAreCalledByTheirNames() {
        QCOMPARE(deviceTitle(u"cpu"_s), u"CPU"_s);
        QCOMPARE(deviceTitle(u"cuda:1"_s), u"GPU 1 Fake T4"_s);
        QCOMPARE(deviceTitle(u"cuda:7"_s), u"GPU 7"_s);
        Bench bench({u"cpu"_s, u"cuda:0"_s});
        auto* button = bench.window.findChild<QToolButton*>(u"status_device_button"_s);
        QTRY_COMPARE(button->text(), u"Device: GPU 0 Fake RTX 4090"_s);
    }
    void aDeviceThatIsGoneMeansTheFirstCard() {
        QCOMPARE(deviceFor(u"auto"_s, {u"cpu"_s}), u"cpu"_s);
        QCOMPARE(deviceFor(u"auto"_s, {u"cpu"_s, u"cuda:0"_s}), u"cuda:0"_s);
        QCOMPARE(deviceFor(u"cuda:3"_s, {u"cpu"_s, u"cuda:0"_s}), u"cuda:0"_s);
        QCOMPARE(deviceFor(u"cpu"_s, {u"cpu"_s, u"cuda:0"_s}), u"cpu"_s);
        QCOMPARE(deviceFor(u"auto"_s, {}), u"cpu"_s);
    }
};

QTEST_MAIN(StatusMetersTest)
#include "status_meters_test.moc"
