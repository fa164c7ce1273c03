// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QObject>
#include <QTimer>

#include "ui/bridge/mix_client.h"
#include "ui/mix/mix_document.h"

namespace segmoe::ui {

/// The same recipe as a file of another folder: sources that were relative to the old one are named in full.
MixRecipe movedTo(MixRecipe recipe, const QString& folder);

/// Recipe files of the document: opening, saving, and the copy that survives a crash (written a while after each edit,
/// removed when the document is saved or left).
class MixFiles : public QObject {
    Q_OBJECT
public:
    /// recovery: where the copy lies; empty = none is kept.
    MixFiles(MixDocument& document, MixClient& client, const QString& recovery, QObject* parent = nullptr);

    void setAutosaveDelay(int seconds) { m_timer.setInterval(seconds * 1000); }
    /// Takes the place of the document once it has been read.
    void open(const QString& file);
    /// Reads a recipe without opening it: for the import dialog.
    void examine(const QString& file, std::function<void(const RecipeText&)> then);
    /// folder: where its relative sources are.
    void examineText(const QString& yaml, const QString& folder, std::function<void(const RecipeText&)> then);
    void save(const QString& file);
    void exportTo(const QString& file);
    /// A copy that was left behind by a crash.
    bool hasRecovery() const;
    void recover();
    void discardRecovery();
    /// Writes the copy now: the program ends.
    void keepRecovery();

Q_SIGNALS:
    void opened(const QString& file, const QStringList& notices);
    void openFailed(const QString& file, const segmoe::RecipeText& text);
    void saved(const QString& file);
    void exported(const QString& file);
    void failed(const QString& file, const QString& problem);
    void recovered();

private:
    enum class Kind { Open, Save, Export, Recovery };
    void autosave();
    quint64 next() { return m_client.newId(); }

    MixDocument& m_document;
    MixClient& m_client;
    QString m_recovery;
    QTimer m_timer;
    std::map<quint64, std::function<void(const RecipeText&)>> m_reading;
    std::map<quint64, Kind> m_writing;
    int m_savedIndex = -1;  ///< of the undo stack when Save was asked
};

}  // namespace segmoe::ui
