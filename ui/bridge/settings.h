// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>

#include "ui/bridge/setting_keys.h"

class QSettings;

namespace segmoe::ui {

/// Typed access to what the program remembers. Settings that the user may change have a key in setting_keys.h; the
/// program's own memory has the functions below, their keys stand in settings.cpp.
class Settings : public QObject {
    Q_OBJECT
public:
    /// Empty folder = the user's own settings; else an INI file in that folder (isolated profile).
    explicit Settings(const QString& profileFolder = {});
    ~Settings() override;

    bool get(const FlagKey& key) const;
    int get(const IntKey& key) const;
    double get(const NumberKey& key) const;
    QString get(const TextKey& key) const;
    int choice(const ChoiceKeyBase& key) const;
    template <class E>
    E get(const ChoiceKey<E>& key) const {
        return static_cast<E>(choice(key));
    }
    void set(const FlagKey& key, bool value);
    void set(const IntKey& key, int value);
    void set(const NumberKey& key, double value);
    void set(const TextKey& key, const QString& value);
    void setChoice(const ChoiceKeyBase& key, int value);
    template <class E>
    void set(const ChoiceKey<E>& key, E value) {
        setChoice(key, static_cast<int>(value));
    }
    /// Back to the default.
    void reset(const char* key);

    QString language() const { return get(keys::kLanguage); }  ///< language code, or empty for the system's
    ThemeMode theme() const { return get(keys::kTheme); }
    void setTheme(ThemeMode mode) { set(keys::kTheme, mode); }

    /// The folder of this profile's data (index, queue, autosaved documents); created when missing.
    QString dataFolder() const;

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);
    QByteArray windowState() const;  ///< docks
    void setWindowState(const QByteArray& state);
    QByteArray splitterState(const QString& splitter = QStringLiteral("render")) const;
    void setSplitterState(const QByteArray& state, const QString& splitter = QStringLiteral("render"));
    QString lastPage() const;
    void setLastPage(const QString& page);
    /// The banner of the first run was closed.
    bool isBannerClosed(const QString& banner) const;
    void closeBanner(const QString& banner);

    /// Portable text of a key sequence; absent = the table's default, empty = no key.
    std::optional<QString> shortcut(const QString& action) const;
    void setShortcut(const QString& action, const std::optional<QString>& keys);

    QString lastModel() const;
    void setLastModel(const QString& model);
    QStringList recentModels() const;
    /// Puts model first; keeps ten.
    void addRecentModel(const QString& model);
    QStringList recentFiles() const;
    void addRecentFile(const QString& file);
    /// Nothing was ever stored: the program runs for the first time.
    bool hasPrompt() const;
    QString prompt() const;
    QString negative() const;
    void setPrompts(const QString& prompt, const QString& negative);
    /// The Render form as it was left, a request as JSON; empty = never kept.
    QByteArray renderForm() const;
    void setRenderForm(const QByteArray& json);
    QString pictureFolder() const;
    void setPictureFolder(const QString& folder);

Q_SIGNALS:
    /// A setting with this key has another value now.
    void changed(const QString& key);

private:
    void store(const QString& key, const QVariant& value);
    void addRecent(const QString& key, const QString& entry);

    std::unique_ptr<QSettings> m_store;
    QString m_profileFolder;
};

}  // namespace segmoe::ui
