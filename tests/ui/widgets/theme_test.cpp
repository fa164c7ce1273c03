// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/theme.h"

#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "ui/widgets/expert_palette.h"
#include "ui/widgets/heat_palette.h"

using namespace Qt::StringLiterals;
using namespace segmoe::ui;

class ThemeTest : public QObject {
    Q_OBJECT

    static void needs(const QColor& a, const QColor& b, double least, const char* what) {
        const double ratio = contrastRatio(a, b);
        QVERIFY2(
            ratio >= least,
            qPrintable(
                u"%1: %2 on %3 is %4, not %5"_s.arg(QLatin1String(what), a.name(), b.name()).arg(ratio).arg(least)));
    }

private Q_SLOTS:
    void contrastFormula() {
        QCOMPARE(qRound(contrastRatio(Qt::black, Qt::white) * 10), 210);
        QCOMPARE(qRound(contrastRatio(QColor(0x777777), Qt::white) * 100), 448);  // the known limit case of WCAG 4.5:1
    }
    void everyPairReachesItsContrast_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void everyPairReachesItsContrast() {
        QFETCH(bool, dark);
        const ThemeTokens& t = dark ? darkTokens() : lightTokens();
        QCOMPARE(t.dark, dark);
        for (const QColor& surface : {t.window, t.panel, t.raised, t.sunken}) {
            needs(t.control, surface, 3.1, "control");
            needs(t.text, surface, 11.7, "text");
            needs(t.text2, surface, 6.5, "text2");
        }
        for (const QColor& surface : {t.window, t.panel, t.raised}) needs(t.disabled, surface, 3.1, "disabled");
        for (const QColor& surface : {t.window, t.panel, t.raised}) needs(t.accent, surface, 6.1, "accent");
        needs(t.onAccent, t.accent, 6.6, "text on accent");
        needs(t.text, t.accentSoft, 8.6, "text on accentSoft");
        needs(t.text, t.selection, 8.6, "text on selection");
        needs(t.text2, t.selection, 4.8, "text2 on selection");
        for (const QColor& surface : {t.window, t.panel, t.raised, t.sunken}) needs(t.focus, surface, 5.4, "focus");
        needs(t.ok, t.okSoft, 5.4, "ok");
        needs(t.warn, t.warnSoft, 5.7, "warn");
        needs(t.error, t.errorSoft, 5.5, "error");
    }
    void highContrastIsStronger() {
        for (const ThemeTokens* tokens : {&lightTokens(), &darkTokens()}) {
            const ThemeTokens strong = highContrast(*tokens);
            for (const QColor& surface : {strong.window, strong.panel, strong.raised, strong.sunken}) {
                needs(strong.border, surface, 11.7, "line");
                needs(strong.text2, surface, 11.7, "second text");
                needs(strong.disabled, surface, 6.5, "disabled text");
            }
            for (const QColor& color : {strong.ok, strong.warn, strong.error}) needs(color, strong.panel, 4.5, "state");
            QCOMPARE(strong.accentSoft, strong.panel);
        }
    }
    void theSystemsPaletteIsFollowedWhileRunning() {
        Theme theme;
        theme.setMode(ThemeMode::System);
        QSignalSpy changed(&theme, &Theme::changed);
        QApplication::setPalette(QPalette(QColor(20, 20, 20)));
        QVERIFY(theme.tokens().dark);
        QCOMPARE(changed.size(), 1);
        QApplication::setPalette(QPalette(QColor(240, 240, 240)));
        QVERIFY(!theme.tokens().dark);
        theme.setMode(ThemeMode::Light);
        QApplication::setPalette(QPalette(QColor(20, 20, 20)));
        QVERIFY(!theme.tokens().dark);
    }
    void textScaleAndSpacingReachTheControls() {
        Theme theme;
        theme.setMode(ThemeMode::Light);
        const double before = QApplication::font().pointSizeF();
        QPushButton button(u"Text"_s);
        button.ensurePolished();
        const QSize normal = button.sizeHint();
        ThemeOptions options = theme.options();
        options.textScale = 1.5;
        theme.setOptions(options);
        QVERIFY(qAbs(QApplication::font().pointSizeF() - before * 1.5) < 0.1);
        options.textScale = 1.0;
        options.density = Density::Compact;
        theme.setOptions(options);
        button.ensurePolished();
        QVERIFY(qAbs(QApplication::font().pointSizeF() - before) < 0.1);
        QVERIFY2(button.sizeHint().height() < normal.height(), qPrintable(u"%1"_s.arg(button.sizeHint().height())));
        options.reducedMotion = true;
        theme.setOptions(options);
        QCOMPARE(theme.motionMs(), 0);
        theme.setOptions({});
    }
    void reducedMotionStopsTheStyle() {
        Theme theme;
        QProgressBar busy;
        busy.setRange(0, 0);
        busy.show();
        QVERIFY(QTest::qWaitForWindowExposed(&busy));
        // How the style asks a widget to draw its next moment; whoever does not take it is left in peace.
        const auto moves = [&busy] {
            QEvent next(QEvent::StyleAnimationUpdate);
            next.setAccepted(false);
            QCoreApplication::sendEvent(&busy, &next);
            return next.isAccepted();
        };
        QVERIFY(moves());
        ThemeOptions options;
        options.reducedMotion = true;
        theme.setOptions(options);
        QVERIFY(!moves());
        theme.setOptions({});
        QVERIFY(moves());
    }
    void expertLettersAreReadable() {
        for (const ThemeTokens* tokens : {&lightTokens(), &darkTokens()}) {
            for (int expert = 0; expert < 8; ++expert) {
                const ExpertLook look = expertLook(expert, *tokens);
                needs(look.onFill, look.fill, 4.3, "letter on its chip");
                QCOMPARE(look.letter, QString(QChar(u'A' + expert)));
            }
            needs(tokens->expertEdge, tokens->panel, 3.0, "edge of a chip");
        }
    }
    void sequentialPaletteRisesInLightness() {
        const auto& stops = heatStops(HeatPalette::Cividis);
        QCOMPARE(stops.size(), std::size_t{10});
        for (std::size_t i = 1; i < stops.size(); ++i)
            QVERIFY(contrastRatio(stops[i], Qt::black) > contrastRatio(stops[i - 1], Qt::black));
    }
    void everyIconIsThereInBothThemes() {
        Theme theme;
        QSignalSpy changed(&theme, &Theme::changed);
        const QStringList names = QDir(u":/icons"_s).entryList();
        QVERIFY(names.size() > 15);
        for (ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            theme.setMode(mode);
            for (const QString& name : names) {
                const QImage image = theme.icon(QString(name).remove(u".svg"_s)).pixmap(20, 20).toImage();
                bool painted = false;
                for (int y = 0; y < image.height() && !painted; ++y)
                    for (int x = 0; x < image.width(); ++x) painted = painted || qAlpha(image.pixel(x, y)) > 128;
                QVERIFY2(painted, qPrintable(name));
            }
        }
        QCOMPARE(changed.size(), 2);
    }
    void noPlaceholderIsLeftInTheStyleSheet() {
        Theme theme;
        for (ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            theme.setMode(mode);
            QVERIFY(qApp->styleSheet().size() > 1000);
            QVERIFY(!qApp->styleSheet().contains(u"@{"_s));
        }
    }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
