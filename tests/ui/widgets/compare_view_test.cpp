// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/compare_view.h"

#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "ui/widgets/image_difference.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;
using namespace segmoe::ui;

namespace {

QImage filled(QSize size, QColor color) {
    QImage image(size, QImage::Format_RGB888);
    image.fill(color);
    return image;
}

}  // namespace

class CompareViewTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<CompareView> m_view;

    QColor colorAt(double x, double y) {
        QImage shot = m_view->canvas().grab().toImage();
        const QRectF area = m_view->canvas().target();
        return shot.pixelColor(QPointF(area.left() + area.width() * x, area.top() + area.height() * y).toPoint());
    }

private Q_SLOTS:
    void init() {
        m_theme = std::make_unique<Theme>();
        m_theme->setMode(ThemeMode::Light);
        m_view = std::make_unique<CompareView>(*m_theme, u"compare"_s);
        m_view->resize(600, 480);
        m_view->setImages(filled({64, 64}, Qt::red), filled({64, 64}, Qt::blue), u"first"_s, u"second"_s);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void differenceIsTheMeanOfTheChannels() {
        QImage a = filled({2, 1}, QColor(10, 20, 30));
        QImage b = filled({2, 1}, QColor(40, 20, 30));
        b.setPixelColor(1, 0, QColor(10, 20, 30));
        const QImage difference = imageDifference(a, b);
        QCOMPARE(int(difference.constScanLine(0)[0]), 10);
        QCOMPARE(int(difference.constScanLine(0)[1]), 0);
        QCOMPARE(shareAbove(difference, 8), 0.5);
        QCOMPARE(shareAbove(difference, 10), 0.0);
        QVERIFY(imageDifference(a, {}).isNull());
        QCOMPARE(imageDifference(a, filled({4, 2}, QColor(10, 20, 30))).size(), QSize(4, 2));
    }
    void sliderShowsOnePictureOnEachSide() {
        QVERIFY(m_view->mode() == CompareMode::Slider);
        QCOMPARE(colorAt(0.25, 0.5), QColor(Qt::red));
        QCOMPARE(colorAt(0.75, 0.5), QColor(Qt::blue));
        m_view->setPosition(0.9);
        QCOMPARE(colorAt(0.75, 0.5), QColor(Qt::red));
    }
    void keysMoveTheSlider() {
        m_view->canvas().setFocus();
        QTest::keyClick(&m_view->canvas(), Qt::Key_Right);
        QVERIFY(std::abs(m_view->position() - 0.51) < 1e-9);
        QTest::keyClick(&m_view->canvas(), Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(std::abs(m_view->position() - 0.41) < 1e-9);
        QVERIFY(m_view->canvas().accessibleDescription().contains(u"41"_s));
    }
    void draggingMovesTheSlider() {
        const QRectF area = m_view->canvas().target();
        const auto at = [&](double x) { return QPointF(area.left() + area.width() * x, area.center().y()).toPoint(); };
        QTest::mousePress(&m_view->canvas(), Qt::LeftButton, {}, at(0.3));
        QTest::mouseMove(&m_view->canvas(), at(0.7));
        QTest::mouseRelease(&m_view->canvas(), Qt::LeftButton, {}, at(0.7));
        QVERIFY(std::abs(m_view->position() - 0.7) < 0.02);
    }
    void holdingCShowsTheOther() {
        m_view->canvas().setFocus();
        QTest::keyPress(&m_view->canvas(), Qt::Key_C);
        QVERIFY(m_view->mode() == CompareMode::Hold);
        QCOMPARE(colorAt(0.25, 0.5), QColor(Qt::blue));
        QTest::keyRelease(&m_view->canvas(), Qt::Key_C);
        QCOMPARE(colorAt(0.25, 0.5), QColor(Qt::red));
    }
    void sideBySideFollowsTheZoomWhileLinked() {
        m_view->setMode(CompareMode::SideBySide);
        auto* second = m_view->findChild<ImageView*>(u"compare_second_view"_s);
        QVERIFY(second->isVisible());
        m_view->canvas().zoomBy(2.0);
        QVERIFY(second->viewPort() == m_view->canvas().viewPort());
        m_view->findChild<QCheckBox*>(u"compare_link_check"_s)->setChecked(false);
        m_view->canvas().zoomBy(2.0);
        QVERIFY(second->viewPort() != m_view->canvas().viewPort());
    }
    void swapExchangesThePictures() {
        QTest::mouseClick(m_view->findChild<QWidget*>(u"compare_swap_button"_s), Qt::LeftButton);
        QCOMPARE(colorAt(0.25, 0.5), QColor(Qt::blue));
    }
    void differentSizesAreSaid() {
        m_view->setImages(filled({64, 64}, Qt::red), filled({128, 64}, Qt::red), u"a"_s, u"b"_s);
        QVERIFY(m_view->findChild<QLabel*>(u"compare_caption_label"_s)->text().contains(u"128×64"_s));
        QCOMPARE(m_view->canvas().contentSize(), QSize(128, 64));
    }
};

QTEST_MAIN(CompareViewTest)
#include "compare_view_test.moc"
