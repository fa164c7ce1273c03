// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/setting_own_controls.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QStyle>
#include <QUrl>
#include <QVBoxLayout>

#include "core/base/error.h"
#include "core/domain/sampler_kind.h"
#include "core/engine/models_folder.h"
#include "ui/bridge/device_title.h"
#include "ui/bridge/download_client.h"
#include "ui/bridge/engine_client.h"
#include "ui/bridge/hub_keys.h"
#include "ui/bridge/library_client.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/settings.h"
#include "ui/shell/loaded_models_view.h"
#include "ui/shell/navigator.h"
#include "ui/shell/setting_controls.h"
#include "ui/shell/studio_context.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

/// An edit with a sentence below it; a value that does not pass stays in the edit and out of the settings.
class CheckedEdit : public QWidget {
public:
    CheckedEdit(const SettingRow& row, const std::function<QString(const QString&)>& problem,
                const std::function<void(const QString&)>& accept)
        : m_edit(new QLineEdit), m_problem(new QLabel), m_row(new QHBoxLayout), m_check(problem), m_accept(accept) {
        nameControl(m_edit, settingObjectName(row, u"edit"_s), settingText(row.label), settingText(row.help));
        m_edit->setMinimumWidth(280);
        m_problem->setObjectName(settingObjectName(row, u"problem_label"_s));
        m_problem->setProperty("role", u"problem"_s);
        m_problem->setWordWrap(true);
        m_problem->hide();
        m_row->setSpacing(8);
        m_row->addWidget(m_edit, 1);
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(4);
        column->addLayout(m_row);
        column->addWidget(m_problem);
        QObject::connect(m_edit, &QLineEdit::editingFinished, this, [this] { take(); });
    }

    QHBoxLayout* row() { return m_row; }
    void setPlaceholder(const QString& text) { m_edit->setPlaceholderText(text); }

    void show(const QString& value) {
        m_edit->setText(value);
        showProblem({});
    }
    void showProblem(const QString& problem) {
        m_problem->setText(problem);
        m_problem->setVisible(!problem.isEmpty());
        m_edit->setProperty("invalid", !problem.isEmpty());
        m_edit->style()->unpolish(m_edit);
        m_edit->style()->polish(m_edit);
    }

private:
    void take() {
        const QString problem = m_check(m_edit->text());
        showProblem(problem);
        if (problem.isEmpty()) m_accept(m_edit->text());
    }

    QLineEdit* m_edit;
    QLabel* m_problem;
    QHBoxLayout* m_row;
    std::function<QString(const QString&)> m_check;
    std::function<void(const QString&)> m_accept;
};

QWidget* makeLanguage(const SettingRow& row, Settings& settings) {
    auto* combo = new QComboBox;
    combo->setMinimumWidth(160);
    nameControl(combo, settingObjectName(row, u"combo"_s), settingText(row.label), settingText(row.help));
    combo->addItem(settingText(QT_TRANSLATE_NOOP("SettingRows", "System")), QString());
    for (const QString& file : QDir(u":/i18n"_s).entryList({u"segmoe_*.qm"_s})) {
        const QString code = file.mid(7).chopped(3);
        combo->addItem(code == "en"_L1 ? u"English"_s : QLocale(code).nativeLanguageName(), code);
    }
    combo->setCurrentIndex(std::max(0, combo->findData(settings.language())));
    QObject::connect(combo, &QComboBox::activated, combo,
                     [combo, &settings] { settings.set(keys::kLanguage, combo->currentData().toString()); });
    return combo;
}

QWidget* makeDevice(const SettingRow& row, StudioContext& context) {
    auto* combo = new QComboBox;
    combo->setMinimumWidth(160);
    nameControl(combo, settingObjectName(row, u"combo"_s), settingText(row.label), settingText(row.help));
    Settings& settings = context.settings;
    const auto fill = [combo, &settings](const QStringList& devices) {
        combo->clear();
        combo->addItem(settingText(QT_TRANSLATE_NOOP("SettingRows", "Automatic")), u"auto"_s);
        for (const QString& device : devices) combo->addItem(deviceTitle(device), device);
        const QString chosen = settings.get(keys::kDevice);
        // A device that is gone stays visible: the setting has not changed.
        if (combo->findData(chosen) < 0) combo->addItem(deviceTitle(chosen), chosen);
        combo->setCurrentIndex(combo->findData(chosen));
    };
    fill(context.engine.knownFacts().devices);
    QObject::connect(&context.engine, &EngineClient::ready, combo,
                     [fill](const EngineFacts& facts) { fill(facts.devices); });
    QObject::connect(&settings, &Settings::changed, combo, [combo, &settings](const QString& key) {
        if (key == QLatin1String(keys::kDevice.name))
            combo->setCurrentIndex(combo->findData(settings.get(keys::kDevice)));
    });
    QObject::connect(combo, &QComboBox::activated, combo,
                     [combo, &settings] { settings.set(keys::kDevice, combo->currentData().toString()); });
    return combo;
}

/// A choice whose names come from the engine's vocabulary.
QWidget* makeNamed(const SettingRow& row, Settings& settings, const TextKey& key,
                   const QList<std::pair<QString, QString>>& titlesAndNames) {
    auto* combo = new QComboBox;
    combo->setMinimumWidth(160);
    nameControl(combo, settingObjectName(row, u"combo"_s), settingText(row.label), settingText(row.help));
    for (const auto& [title, name] : titlesAndNames) combo->addItem(title, name);
    const auto show = [combo, &settings, &key] { combo->setCurrentIndex(combo->findData(settings.get(key))); };
    show();
    QObject::connect(&settings, &Settings::changed, combo, [show, &key](const QString& what) {
        if (what == QLatin1String(key.name)) show();
    });
    QObject::connect(combo, &QComboBox::activated, combo,
                     [combo, &settings, &key] { settings.set(key, combo->currentData().toString()); });
    return combo;
}

QWidget* makeSampler(const SettingRow& row, Settings& settings) {
    QList<std::pair<QString, QString>> choices;
    for (SamplerKind kind : allSamplers()) choices.emplace_back(toText(samplerTitle(kind)), toText(samplerName(kind)));
    return makeNamed(row, settings, keys::kSampler, choices);
}

QWidget* makeSchedule(const SettingRow& row, Settings& settings) {
    QList<std::pair<QString, QString>> choices;
    for (ScheduleKind kind : allSchedules())
        choices.emplace_back(kind == ScheduleKind::Normal ? settingText(QT_TRANSLATE_NOOP("SettingRows", "Automatic"))
                                                          : toText(scheduleTitle(kind)),
                             toText(scheduleName(kind)));
    return makeNamed(row, settings, keys::kSchedule, choices);
}

/// A button that chooses a folder, at the end of the row.
void addBrowse(const SettingRow& row, CheckedEdit& edit, const std::function<QString()>& now,
               const std::function<void(const QString&)>& chosen) {
    auto* browse = new QPushButton(settingText(QT_TRANSLATE_NOOP("SettingRows", "Choose…")));
    nameControl(browse, settingObjectName(row, u"button"_s),
                settingText(QT_TRANSLATE_NOOP("SettingRows", "Choose a folder")));
    edit.row()->addWidget(browse);
    QObject::connect(browse, &QPushButton::clicked, &edit, [&edit, now, chosen, title = settingText(row.label)] {
        auto* dialog = new QFileDialog(edit.window(), title, now());
        dialog->setObjectName(u"settings_folder_dialog"_s);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        QObject::connect(dialog, &QFileDialog::fileSelected, &edit, chosen);
        dialog->open();
    });
}

QWidget* makeFolder(const SettingRow& row, Settings& settings) {
    auto* edit = new CheckedEdit(row, &folderProblem, [&settings](const QString& folder) {
        settings.setPictureFolder(QDir::cleanPath(QDir::fromNativeSeparators(folder)));
    });
    const auto show = [edit, &settings] { edit->show(QDir::toNativeSeparators(settings.pictureFolder())); };
    show();
    QObject::connect(&settings, &Settings::changed, edit, [show](const QString& key) {
        if (key == "image/folder"_L1) show();
    });
    addBrowse(
        row, *edit, [&settings] { return settings.pictureFolder(); },
        [&settings](const QString& folder) { settings.setPictureFolder(folder); });
    return edit;
}

/// One folder for both programs; what was fetched before stays where it is and is found there.
QWidget* makeModelsFolder(const SettingRow& row, StudioContext& context) {
    const auto now = [] { return pathText(modelsFolder()); };
    const auto accept = [&context](const QString& text) {
        const QString folder = QDir::cleanPath(QDir::fromNativeSeparators(text));
        if (folder == pathText(modelsFolder())) return;
        QDir().mkpath(folder);
        try {
            chooseModelsFolder(toPath(folder));
        } catch (const Error& error) {
            Q_EMIT context.navigator.message(toText(error.what()));
            return;
        }
        context.engine.library().addRoot(folder, false);
        context.engine.library().scan({});
    };
    const auto problem = [&context](const QString& folder) {
        if (context.engine.downloads().sum().active > 0)
            return settingText(
                QT_TRANSLATE_NOOP("SettingRows", "Downloads are under way: change it when they have ended."));
        return folderProblem(folder);
    };
    auto* edit = new CheckedEdit(row, problem, accept);
    edit->show(QDir::toNativeSeparators(now()));
    edit->setEnabled(!isModelsFolderGiven());
    addBrowse(row, *edit, now, [edit, accept, problem](const QString& folder) {
        if (const QString wrong = problem(folder); !wrong.isEmpty()) return edit->showProblem(wrong);
        accept(folder);
        edit->show(QDir::toNativeSeparators(pathText(modelsFolder())));
    });
    return edit;
}

QWidget* makeTokens(const SettingRow& row, StudioContext& context) {
    auto* button = new QPushButton(settingText(QT_TRANSLATE_NOOP("SettingRows", "Edit tokens…")));
    nameControl(button, settingObjectName(row, u"button"_s), button->text(), settingText(row.help));
    Navigator& navigator = context.navigator;
    QObject::connect(button, &QPushButton::clicked, &navigator, [&navigator] { Q_EMIT navigator.tokensWanted({}); });
    return button;
}

/// The usual server is the empty setting, so that a later default takes its place.
QString storedAddress(const QString& address, const char* usual) {
    QString plain = address.trimmed();
    while (plain.endsWith(u'/')) plain.chop(1);
    return plain == QLatin1String(usual) ? QString() : plain;
}

QUrl addressOf(const QString& text) {
    return QUrl(text.contains(u"://"_s) ? text.trimmed() : u"https://"_s + text.trimmed(), QUrl::StrictMode);
}

bool isBareServer(const QUrl& url) {
    const bool hasPath = !url.path().isEmpty() && url.path() != u"/"_s;
    return url.isValid() && !url.host().isEmpty() && !hasPath && !url.hasQuery() && !url.hasFragment();
}

}  // namespace

QString hubAddressProblem(const QString& address) {
    if (address.trimmed().isEmpty()) return {};
    const QUrl url = addressOf(address);
    if (!isBareServer(url) || !url.userInfo().isEmpty() || !address.contains(u"://"_s))
        return settingText(
            QT_TRANSLATE_NOOP("SettingRows", "Write scheme and host alone, for example https://huggingface.co."));
    const bool isHere = url.host() == u"localhost"_s || url.host() == u"::1"_s || url.host().startsWith(u"127."_s);
    if (url.scheme() == u"https"_s || (url.scheme() == u"http"_s && isHere)) return {};
    return settingText(
        QT_TRANSLATE_NOOP("SettingRows", "Only https:// is safe enough; http:// is for this computer alone."));
}

QString proxyAddressProblem(const QString& address) {
    if (address.trimmed().isEmpty()) return {};
    const QUrl url = addressOf(address);
    if (!url.userInfo().isEmpty())
        return settingText(QT_TRANSLATE_NOOP(
            "SettingRows", "Settings are no place for passwords: put this address into HTTPS_PROXY."));
    const QStringList schemes{u"http"_s, u"https"_s, u"socks4"_s, u"socks4a"_s, u"socks5"_s, u"socks5h"_s};
    if (isBareServer(url) && schemes.contains(url.scheme())) return {};
    return settingText(QT_TRANSLATE_NOOP("SettingRows", "Write scheme, host and port, for example http://proxy:3128."));
}

QWidget* makeAddressEdit(const SettingRow& row, const AddressSetting& address, StudioContext& context) {
    Settings& settings = context.settings;
    const bool isProxy = address.key == &keys::kProxyUrl;
    auto* edit = new CheckedEdit(
        row, isProxy ? &proxyAddressProblem : &hubAddressProblem,
        [&settings, address](const QString& text) { settings.set(*address.key, storedAddress(text, address.usual)); });
    edit->setPlaceholder(QLatin1String(address.usual));
    const auto show = [edit, &settings, address] { edit->show(settings.get(*address.key)); };
    show();
    QObject::connect(&settings, &Settings::changed, edit,
                     [show, name = QString::fromLatin1(address.key->name)](const QString& what) {
                         if (what == name) show();
                     });
    return edit;
}

QString patternProblem(const QString& pattern) {
    static const QRegularExpression badParts(u"[\\\\:*?\"<>|]|(^|/)\\.\\.?(/|$)|^/|/$|//"_s);
    static const QRegularExpression part(u"\\{([^}]*)\\}"_s);
    if (pattern.trimmed().isEmpty()) return settingText(QT_TRANSLATE_NOOP("SettingRows", "A file needs a name."));
    if (badParts.match(pattern).hasMatch())
        return settingText(
            QT_TRANSLATE_NOOP("SettingRows", "These characters cannot be in a file name: \\ : * ? \" < > |"));
    for (auto it = part.globalMatch(pattern); it.hasNext();) {
        const QString name = it.next().captured(1);
        if (!QStringList{u"date"_s, u"time"_s, u"index"_s, u"seed"_s, u"mix"_s, u"width"_s, u"height"_s}.contains(name))
            return settingText(QT_TRANSLATE_NOOP("SettingRows", "“{%1}” is not known here.")).arg(name);
    }
    return {};
}

QString folderProblem(const QString& folder) {
    const QFileInfo info(QDir::fromNativeSeparators(folder));
    if (folder.trimmed().isEmpty() || !info.isAbsolute())
        return settingText(QT_TRANSLATE_NOOP("SettingRows", "Write the whole path of a folder."));
    // A folder that is not there yet is made when the first picture comes; the nearest one that exists decides.
    QFileInfo nearest = info;
    while (!nearest.exists() && !nearest.isRoot()) nearest = QFileInfo(nearest.absolutePath());
    if (!nearest.isDir()) return settingText(QT_TRANSLATE_NOOP("SettingRows", "%1 is not a folder.")).arg(folder);
    if (!nearest.isWritable())
        return settingText(QT_TRANSLATE_NOOP("SettingRows", "%1 cannot be written.")).arg(folder);
    return {};
}

QWidget* makePatternEdit(const SettingRow& row, const TextKey& key, StudioContext& context) {
    Settings& settings = context.settings;
    auto* edit = new CheckedEdit(row, &patternProblem,
                                 [&settings, &key](const QString& pattern) { settings.set(key, pattern); });
    const auto show = [edit, &settings, &key] { edit->show(settings.get(key)); };
    show();
    QObject::connect(&settings, &Settings::changed, edit,
                     [show, name = QString::fromLatin1(key.name)](const QString& what) {
                         if (what == name) show();
                     });
    return edit;
}

QWidget* makeOwnControl(const SettingRow& row, OwnSetting own, StudioContext& context) {
    switch (own) {
        case OwnSetting::Language: return makeLanguage(row, context.settings);
        case OwnSetting::Device: return makeDevice(row, context);
        case OwnSetting::PictureFolder: return makeFolder(row, context.settings);
        case OwnSetting::ModelsFolder: return makeModelsFolder(row, context);
        case OwnSetting::Sampler: return makeSampler(row, context.settings);
        case OwnSetting::Schedule: return makeSchedule(row, context.settings);
        case OwnSetting::Tokens: return makeTokens(row, context);
        case OwnSetting::LoadedModels:
            return context.residency ? new LoadedModelsView(*context.residency, u"settings_residency"_s) : nullptr;
    }
    return nullptr;
}

}  // namespace segmoe::ui
