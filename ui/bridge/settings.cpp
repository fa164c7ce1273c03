// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/settings.h"

#include <algorithm>
#include <cmath>

#include <QDir>
#include <QSettings>
#include <QStandardPaths>

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kGeometry = u"window/geometry"_s;
const QString kState = u"window/state"_s;
const QString kSplitters = u"window/splitters/"_s;
const QString kLastPage = u"window/lastPage"_s;
const QString kClosedBanners = u"window/closedBanners"_s;
const QString kShortcuts = u"shortcuts/"_s;
const QString kLastModel = u"render/lastModel"_s;
const QString kRecentModels = u"render/recentModels"_s;
const QString kRecentFiles = u"window/recentFiles"_s;
const QString kPrompt = u"render/prompt"_s;
const QString kNegative = u"render/negative"_s;
const QString kRenderForm = u"render/form"_s;
const QString kPictureFolder = u"image/folder"_s;
constexpr int kRecentLimit = 10;

QString text(const char* key) { return QString::fromLatin1(key); }

/// The name of a key in the file. QSettings finds a group "general" no more after the file was read again: it comes
/// back as "General".
QString inFile(const QString& key) { return key.startsWith("general/"_L1) ? u"program/"_s + key.mid(8) : key; }

}  // namespace

Settings::Settings(const QString& profileFolder) : m_profileFolder(profileFolder) {
    if (profileFolder.isEmpty()) {
        m_store = std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, u"segmoe-studio"_s,
                                              u"segmoe-studio"_s);
    } else {
        QDir().mkpath(profileFolder);
        m_store = std::make_unique<QSettings>(QDir(profileFolder).filePath(u"settings.ini"_s), QSettings::IniFormat);
    }
}

Settings::~Settings() = default;

bool Settings::get(const FlagKey& key) const { return m_store->value(inFile(text(key.name)), key.fallback).toBool(); }

int Settings::get(const IntKey& key) const {
    bool isNumber = false;
    const int value = m_store->value(inFile(text(key.name)), key.fallback).toInt(&isNumber);
    return isNumber ? std::clamp(value, key.least, key.most) : key.fallback;
}

double Settings::get(const NumberKey& key) const {
    bool isNumber = false;
    const double value = m_store->value(inFile(text(key.name)), key.fallback).toDouble(&isNumber);
    return isNumber && std::isfinite(value) ? std::clamp(value, key.least, key.most) : key.fallback;
}

QString Settings::get(const TextKey& key) const {
    return m_store->value(inFile(text(key.name)), QString::fromUtf8(key.fallback)).toString();
}

int Settings::choice(const ChoiceKeyBase& key) const {
    const QString stored = m_store->value(inFile(text(key.name))).toString();
    for (int i = 0; key.values[static_cast<std::size_t>(i)]; ++i)
        if (stored == QLatin1StringView(key.values[static_cast<std::size_t>(i)])) return i;
    return key.fallback;
}

void Settings::set(const FlagKey& key, bool value) { store(text(key.name), value); }
void Settings::set(const IntKey& key, int value) { store(text(key.name), std::clamp(value, key.least, key.most)); }
void Settings::set(const NumberKey& key, double value) {
    store(text(key.name), std::clamp(value, key.least, key.most));
}
void Settings::set(const TextKey& key, const QString& value) { store(text(key.name), value); }
void Settings::setChoice(const ChoiceKeyBase& key, int value) {
    store(text(key.name), text(key.values[static_cast<std::size_t>(value)]));
}

void Settings::reset(const char* key) {
    const QString stored = inFile(text(key));
    if (!m_store->contains(stored)) return;
    m_store->remove(stored);
    Q_EMIT changed(text(key));
}

void Settings::store(const QString& key, const QVariant& value) {
    const QString stored = inFile(key);
    if (m_store->contains(stored) && m_store->value(stored) == value) return;
    m_store->setValue(stored, value);
    Q_EMIT changed(key);
}

QString Settings::dataFolder() const {
    const QString folder =
        m_profileFolder.isEmpty()
            ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/segmoe-studio"_s
            : m_profileFolder;
    QDir().mkpath(folder);
    return folder;
}

QByteArray Settings::windowGeometry() const { return m_store->value(kGeometry).toByteArray(); }
void Settings::setWindowGeometry(const QByteArray& geometry) { m_store->setValue(kGeometry, geometry); }
QByteArray Settings::windowState() const { return m_store->value(kState).toByteArray(); }
void Settings::setWindowState(const QByteArray& state) { m_store->setValue(kState, state); }
QByteArray Settings::splitterState(const QString& splitter) const {
    return m_store->value(kSplitters + splitter).toByteArray();
}
void Settings::setSplitterState(const QByteArray& state, const QString& splitter) {
    m_store->setValue(kSplitters + splitter, state);
}
QString Settings::lastPage() const { return m_store->value(kLastPage).toString(); }
void Settings::setLastPage(const QString& page) { m_store->setValue(kLastPage, page); }
bool Settings::isBannerClosed(const QString& banner) const {
    return m_store->value(kClosedBanners).toStringList().contains(banner);
}
void Settings::closeBanner(const QString& banner) {
    if (!isBannerClosed(banner))
        m_store->setValue(kClosedBanners, m_store->value(kClosedBanners).toStringList() << banner);
}

std::optional<QString> Settings::shortcut(const QString& action) const {
    const QVariant stored = m_store->value(kShortcuts + action);
    return stored.isValid() ? std::optional(stored.toString()) : std::nullopt;
}

void Settings::setShortcut(const QString& action, const std::optional<QString>& keys) {
    if (keys)
        store(kShortcuts + action, *keys);
    else if (m_store->contains(kShortcuts + action)) {
        m_store->remove(kShortcuts + action);
        Q_EMIT changed(kShortcuts + action);
    }
}

QString Settings::lastModel() const { return m_store->value(kLastModel).toString(); }
void Settings::setLastModel(const QString& model) { m_store->setValue(kLastModel, model); }
QStringList Settings::recentModels() const { return m_store->value(kRecentModels).toStringList(); }
void Settings::addRecentModel(const QString& model) { addRecent(kRecentModels, model); }
QStringList Settings::recentFiles() const { return m_store->value(kRecentFiles).toStringList(); }
void Settings::addRecentFile(const QString& file) {
    addRecent(kRecentFiles, file);
    Q_EMIT changed(kRecentFiles);
}

void Settings::addRecent(const QString& key, const QString& entry) {
    QStringList entries = m_store->value(key).toStringList();
    entries.removeAll(entry);
    entries.prepend(entry);
    m_store->setValue(key, QStringList(entries.mid(0, kRecentLimit)));
}

bool Settings::hasPrompt() const { return m_store->contains(kPrompt); }
QString Settings::prompt() const { return m_store->value(kPrompt).toString(); }
QString Settings::negative() const { return m_store->value(kNegative).toString(); }

void Settings::setPrompts(const QString& prompt, const QString& negative) {
    m_store->setValue(kPrompt, prompt);
    m_store->setValue(kNegative, negative);
}

QByteArray Settings::renderForm() const { return m_store->value(kRenderForm).toByteArray(); }
void Settings::setRenderForm(const QByteArray& json) { m_store->setValue(kRenderForm, json); }

QString Settings::pictureFolder() const {
    return m_store
        ->value(kPictureFolder,
                QStandardPaths::writableLocation(QStandardPaths::PicturesLocation) + u"/SegMoE Studio"_s)
        .toString();
}

void Settings::setPictureFolder(const QString& folder) { store(kPictureFolder, folder); }

}  // namespace segmoe::ui
