// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/settings_page.h"

#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "core/engine/models_folder.h"
#include "ui/bridge/hub_keys.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/scripted_engine_client.h"
#include "ui/bridge/settings.h"
#include "ui/gallery/thumbnail_loader.h"
#include "ui/mix/mix_page.h"
#include "ui/queue/job_queue.h"
#include "ui/shell/about_section.h"
#include "ui/shell/action_table.h"
#include "ui/shell/main_window.h"
#include "ui/shell/setting_own_controls.h"
#include "ui/shell/shortcut_model.h"
#include "ui/shell/shortcut_presets.h"
#include "ui/shell/shortcut_section.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

constexpr int kLimit = 30'000;

struct Bench {
    Bench() : settings(profile.path()), window(theme, client, settings) {
        client.facts.devices = {u"cpu"_s, u"cuda:0"_s};
        window.show();
        client.start();
        window.showPage(PageId::Settings);
        page = window.findChild<SettingsPage*>();
    }
    /// The rows of the sections that are not shown are made one after another.
    template <class T>
    T* child(const char* name) {
        T* found = nullptr;
        const auto isThere = [&] { return (found = page->findChild<T*>(QString::fromLatin1(name))) != nullptr; };
        return QTest::qWaitFor(isThere, kLimit) ? found : nullptr;
    }
    QTemporaryDir profile;
    Theme theme;
    ScriptedEngineClient client;
    Settings settings;
    MainWindow window;
    SettingsPage* page;
};

}  // namespace

class SettingsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRowHasItsControl() {
        Bench bench;
        for (const SettingRow& row : settingRows()) {
            const QString start = u"settings_"_s + QString::fromLatin1(settingKey(row)).replace(u'/', u'_') + u'_';
            const auto isThere = [&] {
                const auto all = bench.page->findChildren<QWidget*>();
                return std::any_of(all.begin(), all.end(), [&start](const QWidget* widget) {
                    return widget->objectName().startsWith(start) && !widget->objectName().endsWith(u"help_button"_s);
                });
            };
            const bool loaded = std::holds_alternative<OwnSetting>(row.kind) &&
                                std::get<OwnSetting>(row.kind) == OwnSetting::LoadedModels;
            QTRY_VERIFY2_WITH_TIMEOUT(isThere() || loaded, qPrintable(start), kLimit);
        }
    }

    /// Whoever goes to a section or searches before its rows were made has them at once, in the order of the page.
    void sectionsAreMadeWhenTheyAreWanted() {
        Bench bench;
        const auto has = [&](const char* name) { return bench.page->findChild<QWidget*>(QLatin1String(name)); };
        QVERIFY(!has("settings_device_threads_spin"));
        bench.page->showSection(SettingSection::Device);
        QVERIFY(has("settings_device_threads_spin")->isVisible());
        QVERIFY(has("settings_appearance_highContrast_check"));
        QVERIFY(!has("settings_image_folder_edit"));
        bench.page->findChild<QLineEdit*>(u"settings_find_edit"_s)->setText(u"folder"_s);
        QVERIFY(has("settings_image_folder_edit")->isVisible());
        QVERIFY(!has("settings_device_threads_spin")->isVisible());
    }
    void everyKeyHasARowAndAReader() {
        const QDir source(QStringLiteral(SEGMOE_SOURCE_DIR));
        const auto textOf = [](const QString& path) {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
        };
        const QString header = textOf(source.filePath(u"ui/bridge/setting_keys.h"_s)) +
                               textOf(source.filePath(u"ui/bridge/hub_keys.h"_s)).section(u"/// Not shown"_s, 0, 0);
        static const QRegularExpression key(u"(k[A-Z]\\w+)[{\\s]+\"(\\w+/\\w+)\""_s);
        QHash<QString, QString> keys;
        for (auto it = key.globalMatch(header); it.hasNext();) {
            const auto match = it.next();
            keys.insert(match.captured(1), match.captured(2));
        }
        QVERIFY(keys.size() > 30);
        QStringList rows;
        for (const SettingRow& row : settingRows()) rows << QString::fromLatin1(settingKey(row));
        QString readers;
        QDirIterator files(source.filePath(u"ui"_s), {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            const QString name = QFileInfo(file).fileName();
            if (!name.startsWith(u"setting_rows"_s) && !name.startsWith(u"setting_own_controls"_s))
                readers += textOf(file);
        }
        for (auto it = keys.cbegin(); it != keys.cend(); ++it) {
            QVERIFY2(rows.contains(it.value()), qPrintable(it.value() + u" has no row"_s));
            const QRegularExpression use(u"keys::%1\\b"_s.arg(it.key()));
            QVERIFY2(use.match(readers).hasMatch(), qPrintable(it.key() + u" is read by nobody"_s));
        }
    }
    void defaultsOfRenderingAreChosenHere() {
        Bench bench;
        auto* sampler = bench.child<QComboBox>("settings_render_sampler_combo");
        QCOMPARE(sampler->currentText(), u"DPM++ 2M"_s);
        const int ddim = sampler->findText(u"DDIM"_s);
        sampler->setCurrentIndex(ddim);
        Q_EMIT sampler->activated(ddim);
        QCOMPARE(bench.settings.get(keys::kSampler), u"ddim"_s);
        bench.child<QDoubleSpinBox>("settings_render_cfgSd_spin")->setValue(6.5);
        QCOMPARE(bench.settings.get(keys::kCfgSd), 6.5);
        bench.page->showSection(SettingSection::Rendering);
        bench.child<QPushButton>("settings_restore_button")->click();
        QCOMPARE(sampler->currentText(), u"DPM++ 2M"_s);
        QCOMPARE(bench.settings.get(keys::kCfgSd), 7.0);
    }
    void hubSettingsReachTheEngine() {
        Bench bench;
        const auto network = [&bench] { return bench.client.accounts().network(); };
        const auto type = [&bench](const char* name, const QString& text) {
            auto* edit = bench.child<QLineEdit>(name);
            edit->setText(text);
            Q_EMIT edit->editingFinished();
        };
        QVERIFY(network() == HubNetwork{});
        bench.child<QCheckBox>("settings_hub_offline_check")->click();
        QVERIFY(network().isOffline);
        type("settings_hub_hfEndpoint_edit", u"https://mirror.example/"_s);
        QCOMPARE(network().endpoint, std::string("https://mirror.example"));
        type("settings_hub_hfEndpoint_edit", u"http://mirror.example"_s);
        QVERIFY(!bench.child<QLabel>("settings_hub_hfEndpoint_problem_label")->text().isEmpty());
        QCOMPARE(network().endpoint, std::string("https://mirror.example"));  // the previous one stays in force
        type("settings_hub_hfEndpoint_edit", u"https://huggingface.co"_s);
        QCOMPARE(network().endpoint, std::string());
        bench.settings.setChoice(keys::kProxyMode, 2);
        type("settings_hub_proxyUrl_edit", u"socks5://127.0.0.1:1080"_s);
        QVERIFY(network().proxy == HubNetwork::Proxy::Manual);
        QCOMPARE(network().proxyUrl, std::string("socks5://127.0.0.1:1080"));
        for (const char* bad : {"http://me:word@proxy:1", "ftp://proxy:1", "http://proxy:1/path"})
            QVERIFY2(!proxyAddressProblem(QString::fromLatin1(bad)).isEmpty(), bad);
        QVERIFY(hubAddressProblem(u"http://127.0.0.1:8080"_s).isEmpty());
        QSignalSpy wanted(&bench.window.navigator(), &Navigator::tokensWanted);
        bench.child<QPushButton>("settings_hub_tokens_button")->click();
        QCOMPARE(wanted.size(), 1);
        QVERIFY(bench.window.findChild<QDialog*>(u"token_dialog"_s));
    }
    void aNewMixtureFollowsTheGateSettings() {
        Bench bench;
        bench.settings.setChoice(keys::kGateSteps, 4);
        bench.window.showPage(PageId::Mix);
        auto* mix = bench.window.findChild<MixPage*>();
        QCOMPARE(mix->document().recipe().gateSteps, 5);
        bench.settings.setChoice(keys::kGateMethod, 3);
        QVERIFY(mix->document().recipe().gates == GateMethod::Random);  // nothing was done in it yet: it follows
        QVERIFY(!mix->document().isModified());
        mix->document().setName(u"mine"_s);
        bench.settings.setChoice(keys::kGateMethod, 0);
        QVERIFY(mix->document().recipe().gates == GateMethod::Random);  // somebody works on it
    }
    void changesApplyAtOnce() {
        Bench bench;
        bench.child<QAbstractButton>("settings_appearance_theme_dark_button")->click();
        QVERIFY(bench.theme.tokens().dark);
        bench.child<QCheckBox>("settings_appearance_highContrast_check")->click();
        QCOMPARE(bench.theme.tokens().border, bench.theme.tokens().text);
        bench.child<QSlider>("settings_appearance_textScale_slider")->setValue(130);
        QVERIFY(qAbs(bench.theme.options().textScale - 1.3) < 1e-9);
        bench.child<QSpinBox>("settings_device_threads_spin")->setValue(3);
        QCOMPARE(bench.client.threadCount, 3);
        QCOMPARE(bench.client.memoryPercent, 75);
        bench.child<QSpinBox>("settings_device_ramLimitPercent_spin")->setValue(40);
        QCOMPARE(bench.client.memoryPercent, 40);
        bench.page->showSection(SettingSection::Appearance);
        bench.child<QPushButton>("settings_restore_button")->click();
        QVERIFY(!bench.settings.get(keys::kHighContrast));
        QCOMPARE(bench.settings.get(keys::kThreads), 3);  // of another section
        QVERIFY(!bench.child<QCheckBox>("settings_appearance_highContrast_check")->isChecked());
    }
    void theLibraryReadsInTheBackgroundWhileNothingRuns() {
        Bench bench;
        ScriptedLibraryClient& library = bench.client.library();
        QVERIFY(library.isIdentifying);
        bench.child<QCheckBox>("settings_library_hashInBackground_check")->click();
        QVERIFY(!library.isIdentifying);
        bench.child<QCheckBox>("settings_library_hashInBackground_check")->click();
        QVERIFY(library.isIdentifying);
        QVERIFY(!library.isResting);
        JobQueue& queue = bench.window.context().queue;
        RenderRequest request;
        request.model = "/m/mixture.yaml";
        const QueueId job = queue.add(RenderWork{request});
        QTRY_VERIFY(!queue.isIdle());
        QVERIFY(library.isResting);
        queue.cancel(job);
        WorkReport report;
        report.outcome = RenderOutcome::Cancelled;
        Q_EMIT bench.client.workFinished(bench.client.lastJob(), report);
        QTRY_VERIFY(queue.isIdle());
        QVERIFY(!library.isResting);
    }
    void givingWayIsDecidedAtTheStart() {
        Bench bench;
        QCOMPARE(bench.client.priorityDrops, 1);
        bench.child<QCheckBox>("settings_device_lowPriority_check")->click();
        QVERIFY(!bench.settings.get(keys::kLowPriority));
        QCOMPARE(bench.client.priorityDrops, 1);
        ScriptedEngineClient next;
        MainWindow window(bench.theme, next, bench.settings);
        QCOMPARE(next.priorityDrops, 0);
    }
    void smallPicturesKeepTheirSpace() {
        Bench bench;
        const QDir folder(QDir(bench.settings.dataFolder()).filePath(u"thumbnails"_s));
        QVERIFY(QDir().mkpath(folder.path()));
        bench.settings.set(keys::kThumbnailCacheMb, 200);
        const auto put = [&folder](const QString& name, int secondsAgo) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::WriteOnly) || !file.resize(60'000'000)) return false;
            return file.setFileTime(QDateTime::currentDateTime().addSecs(-secondsAgo),
                                    QFileDevice::FileModificationTime);
        };
        for (int i = 0; i < 3; ++i) QVERIFY(put(u"%1.jpg"_s.arg(i), 100 * i));
        const ThumbnailLoader loader(bench.client.pictureFiles(), bench.settings);
        QTest::qWait(50);
        QCOMPARE(folder.entryList(QDir::Files).size(), 3);
        bench.child<QSpinBox>("settings_library_thumbCacheMb_spin")->setValue(64);
        QTRY_COMPARE_WITH_TIMEOUT(folder.entryList(QDir::Files), QStringList{u"0.jpg"_s}, 60'000);
    }
    void theDeviceListFollowsTheEngine() {
        Bench bench;
        auto* combo = bench.child<QComboBox>("settings_device_id_combo");
        QCOMPARE(combo->count(), 3);
        combo->setCurrentIndex(2);
        Q_EMIT combo->activated(2);
        QCOMPARE(bench.settings.get(keys::kDevice), u"cuda:0"_s);
    }
    void findingFiltersAcrossSections() {
        Bench bench;
        auto* find = bench.child<QLineEdit>("settings_find_edit");
        find->setText(u"colour"_s);
        QVERIFY(bench.child<QCheckBox>("settings_appearance_expertPatterns_check")->isVisible());
        QVERIFY(!bench.child<QSpinBox>("settings_device_threads_spin")->isVisible());
        find->setText(u"threads"_s);
        QVERIFY(bench.child<QSpinBox>("settings_device_threads_spin")->isVisible());
        find->setText(u"nothing like this"_s);
        QVERIFY(!bench.child<QSpinBox>("settings_device_threads_spin")->isVisible());
        QTest::keyClick(find, Qt::Key_Escape);
        QVERIFY(find->text().isEmpty());
    }
    void theDownloadFolderIsChosenForBothPrograms() {
        Bench bench;
        qputenv("SEGMOE_HOME", QFile::encodeName(bench.profile.filePath(u"home"_s)));
        bench.page->showSection(SettingSection::Hubs);
        auto* edit = bench.child<QLineEdit>("settings_library_downloadFolder_edit");
        const QString folder = bench.profile.filePath(u"models"_s);
        edit->setText(folder);
        Q_EMIT edit->editingFinished();
        QVERIFY(QFileInfo(folder).isDir());
        QCOMPARE(pathText(modelsFolder()), folder);
        QVERIFY(bench.client.library().asked.contains(u"scan"_s));
        edit->setText(u"relative"_s);
        Q_EMIT edit->editingFinished();
        QVERIFY(bench.child<QLabel>("settings_library_downloadFolder_problem_label")->isVisible());
        QCOMPARE(pathText(modelsFolder()), folder);
        qunsetenv("SEGMOE_HOME");
    }
    void aWrongFolderStaysOut() {
        Bench bench;
        const QString before = bench.settings.pictureFolder();
        bench.page->showSection(SettingSection::Images);
        auto* edit = bench.child<QLineEdit>("settings_image_folder_edit");
        auto* problem = bench.child<QLabel>("settings_image_folder_problem_label");
        edit->setText(u"not/absolute"_s);
        Q_EMIT edit->editingFinished();
        QVERIFY(problem->isVisible());
        QVERIFY(edit->property("invalid").toBool());
        QCOMPARE(bench.settings.pictureFolder(), before);
        edit->setText(bench.profile.filePath(u"new folder"_s));
        Q_EMIT edit->editingFinished();
        QVERIFY(!problem->isVisible());
        QCOMPARE(bench.settings.pictureFolder(), bench.profile.filePath(u"new folder"_s));
    }
    void patternsOfFileNames_data() {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<bool>("good");
        QTest::newRow("default") << u"{date}/{index}_{seed}"_s << true;
        QTest::newRow("plain") << u"picture"_s << true;
        QTest::newRow("empty") << u" "_s << false;
        QTest::newRow("unknown part") << u"{name}"_s << false;
        QTest::newRow("upwards") << u"../{seed}"_s << false;
        QTest::newRow("absolute") << u"/tmp/{seed}"_s << false;
        QTest::newRow("character") << u"a:b"_s << false;
    }
    void patternsOfFileNames() {
        QFETCH(QString, pattern);
        QFETCH(bool, good);
        QCOMPARE(patternProblem(pattern).isEmpty(), good);
    }
    void aTakenKeyIsToldAndCanBeMoved() {
        Bench bench;
        bench.page->showSection(SettingSection::Shortcuts);
        auto* section = bench.page->findChild<ShortcutSection*>();
        ActionTable& actions = bench.window.actionTable();
        section->choose(ActionId::ViewJobs);
        section->offer(QKeySequence(u"Ctrl+K"_s));
        auto* sentence = bench.child<QLabel>("shortcut_conflict_label");
        QVERIFY(sentence->isVisible());
        QVERIFY(sentence->text().contains(actions.text(ActionId::CommandList)));
        QCOMPARE(actions.action(ActionId::ViewJobs)->shortcut(), QKeySequence(u"Ctrl+J"_s));
        bench.child<QPushButton>("shortcut_reassign_button")->click();
        QCOMPARE(actions.action(ActionId::ViewJobs)->shortcut(), QKeySequence(u"Ctrl+K"_s));
        QVERIFY(actions.action(ActionId::CommandList)->shortcuts().isEmpty());
        QCOMPARE(*bench.settings.shortcut(u"action_view_jobs"_s), u"Ctrl+K"_s);
        section->offer(QKeySequence(u"Ctrl+Alt+9"_s));
        QCOMPARE(actions.action(ActionId::ViewJobs)->shortcut(), QKeySequence(u"Ctrl+Alt+9"_s));
        bench.child<QPushButton>("settings_restore_button")->click();
        QCOMPARE(actions.action(ActionId::ViewJobs)->shortcut(), QKeySequence(u"Ctrl+J"_s));
        QCOMPARE(actions.action(ActionId::CommandList)->shortcut(), QKeySequence(u"Ctrl+K"_s));
    }
    void presetsMakeNoConflicts() {
        Bench bench;
        ActionTable& actions = bench.window.actionTable();
        for (int preset = 0; preset < shortcutPresetNames().size(); ++preset) {
            applyShortcutPreset(preset, actions, bench.settings);
            for (const ActionRow& row : actionRows())
                for (const QKeySequence& key : actions.action(row.id)->shortcuts())
                    QVERIFY2(!actions.conflict(row.id, key), row.name);
        }
    }
    void theModelOfShortcutsIsSound() {
        Bench bench;
        ShortcutModel model(bench.window.actionTable());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(model.rowCount() > 20);
        bench.window.actionTable().applyShortcuts(bench.settings);
        QCOMPARE(model.id(model.rowOf(ActionId::RenderStart)), ActionId::RenderStart);
    }
    void theReportNamesNoFolder() {
        Bench bench;
        const QString report = systemReport(bench.window.context());
        QVERIFY(report.contains(QLatin1String(qVersion())));
        QVERIFY(!report.contains(QDir::homePath()));
        QVERIFY(!report.contains(bench.profile.path()));
    }
};

QTEST_MAIN(SettingsPageTest)
#include "settings_page_test.moc"
