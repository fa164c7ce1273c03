// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/settings.h"

#include <QDir>
#include <QSettings>
#include <QStandardPaths>

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kLanguage = u"general/language"_s;
const QString kTheme = u"appearance/theme"_s;
const QString kGeometry = u"window/geometry"_s;
const QString kSplitters = u"window/splitters"_s;
const QString kLastModel = u"render/lastModel"_s;
const QString kRecentModels = u"render/recentModels"_s;
const QString kPrompt = u"render/prompt"_s;
const QString kNegative = u"render/negative"_s;
const QString kPictureFolder = u"image/folder"_s;
constexpr int kRecentLimit = 10;

const QString kThemeNames[] = {u"system"_s, u"light"_s, u"dark"_s};

}  // namespace

Settings::Settings(const QString& profileFolder) {
    if (profileFolder.isEmpty()) {
        m_store = std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, u"segmoe-studio"_s,
                                              u"segmoe-studio"_s);
    } else {
        QDir().mkpath(profileFolder);
        m_store = std::make_unique<QSettings>(QDir(profileFolder).filePath(u"settings.ini"_s), QSettings::IniFormat);
    }
}

Settings::~Settings() = default;

QString Settings::language() const { return m_store->value(kLanguage).toString(); }

ThemeMode Settings::theme() const {
    const QString name = m_store->value(kTheme).toString();
    for (ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark})
        if (name == kThemeNames[static_cast<int>(mode)]) return mode;
    return ThemeMode::System;
}

void Settings::setTheme(ThemeMode mode) { m_store->setValue(kTheme, kThemeNames[static_cast<int>(mode)]); }

QByteArray Settings::windowGeometry() const { return m_store->value(kGeometry).toByteArray(); }
void Settings::setWindowGeometry(const QByteArray& geometry) { m_store->setValue(kGeometry, geometry); }
QByteArray Settings::splitterState() const { return m_store->value(kSplitters).toByteArray(); }
void Settings::setSplitterState(const QByteArray& state) { m_store->setValue(kSplitters, state); }

QString Settings::lastModel() const { return m_store->value(kLastModel).toString(); }
void Settings::setLastModel(const QString& model) { m_store->setValue(kLastModel, model); }
QStringList Settings::recentModels() const { return m_store->value(kRecentModels).toStringList(); }

void Settings::addRecentModel(const QString& model) {
    QStringList models = recentModels();
    models.removeAll(model);
    models.prepend(model);
    m_store->setValue(kRecentModels, QStringList(models.mid(0, kRecentLimit)));
}

bool Settings::hasPrompt() const { return m_store->contains(kPrompt); }
QString Settings::prompt() const { return m_store->value(kPrompt).toString(); }
QString Settings::negative() const { return m_store->value(kNegative).toString(); }

void Settings::setPrompts(const QString& prompt, const QString& negative) {
    m_store->setValue(kPrompt, prompt);
    m_store->setValue(kNegative, negative);
}

QString Settings::pictureFolder() const {
    return m_store->value(kPictureFolder, QStandardPaths::writableLocation(QStandardPaths::PicturesLocation))
        .toString();
}

void Settings::setPictureFolder(const QString& folder) { m_store->setValue(kPictureFolder, folder); }

}  // namespace segmoe::ui
