// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Every state of the page at both sizes and in both themes: painted, nothing cut off, nothing overlapping its
// neighbour. Run with QT_SCALE_FACTOR=2 it does the same for some pages at twice the pixels, each in the theme that the
// run at 100 % leaves out.
#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "app/studio/scenes.h"
#include "tests/ui/support/page_walk.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;
using namespace segmoe::ui;

namespace {

const QStringList kFineStates{u"render_filled"_s,  u"mix_filled"_s,      u"routing_filled"_s,  u"library_filled"_s,
                              u"gallery_filled"_s, u"settings_device"_s, u"render_mirrored"_s, u"window_log"_s};

int colorCount(const QImage& image) {
    QSet<QRgb> colors;
    for (int y = 0; y < image.height(); y += 3)
        for (int x = 0; x < image.width(); x += 3) colors << image.pixel(x, y);
    return static_cast<int>(colors.size());
}

}  // namespace

class ScreensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void states_data() {
        QTest::addColumn<int>("state");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        const bool isFine = qGuiApp->devicePixelRatio() > 1.0;
        for (const QSize size : {QSize(1280, 800), QSize(1024, 680)}) {
            if (isFine && size.width() > 1024) continue;
            for (std::size_t i = 0; i < sceneStates().size(); ++i) {
                if (isFine && !kFineStates.contains(QLatin1StringView(sceneStates()[i].name))) continue;
                const bool dark = i % 2 == 1;  // each theme sees half of the states at either size
                QTest::addRow("%s %dx%d", sceneStates()[i].name, size.width(), size.height())
                    << static_cast<int>(i) << size << (size.width() == 1280 || isFine ? dark : !dark);
            }
        }
    }
    void states() {
        QFETCH(int, state);
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        Theme theme;
        theme.setMode(dark ? ThemeMode::Dark : ThemeMode::Light);
        Scene scene(theme, size);
        sceneStates()[static_cast<std::size_t>(state)].arrange(scene);
        const QImage image = scene.grab().toImage();
        QCOMPARE(image.size(), size * image.devicePixelRatio());
        QVERIFY(colorCount(image) > 30);
        const QStringList faults = walk::lastingFaults(scene.window());
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        const auto* form = scene.window().findChild<QScrollArea*>(u"render_form_panel"_s);
        QVERIFY(form->widget()->width() <= form->viewport()->width());
    }
};

QTEST_MAIN(ScreensTest)
#include "screens_test.moc"
