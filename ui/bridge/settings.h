// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QByteArray>
#include <QString>
#include <QStringList>

class QSettings;

namespace segmoe::ui {

enum class ThemeMode { System, Light, Dark };

/// Typed access to what the program remembers; every key is named in settings.cpp and nowhere else.
class Settings {
public:
    /// Empty folder = the user's own settings; else an INI file in that folder (isolated profile).
    explicit Settings(const QString& profileFolder = {});
    ~Settings();
    Settings(const Settings&) = delete;
    Settings& operator=(const Settings&) = delete;

    QString language() const;  ///< language code, or empty for the system's
    ThemeMode theme() const;
    void setTheme(ThemeMode mode);
    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);
    QByteArray splitterState() const;
    void setSplitterState(const QByteArray& state);

    QString lastModel() const;
    void setLastModel(const QString& model);
    QStringList recentModels() const;
    /// Puts model first; keeps ten.
    void addRecentModel(const QString& model);
    /// Nothing was ever stored: the program runs for the first time.
    bool hasPrompt() const;
    QString prompt() const;
    QString negative() const;
    void setPrompts(const QString& prompt, const QString& negative);
    QString pictureFolder() const;
    void setPictureFolder(const QString& folder);

private:
    std::unique_ptr<QSettings> m_store;
};

}  // namespace segmoe::ui
