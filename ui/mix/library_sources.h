// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>

#include "ui/library/library_model.h"

namespace segmoe::ui {

class LibraryClient;
class ModelCatalog;

/// The models of the library that a mix can use. What the library's index knows of them goes into the catalog, so that
/// a list of thousands opens no file.
class LibrarySources : public QObject {
    Q_OBJECT
public:
    LibrarySources(LibraryClient& client, ModelCatalog& catalog, QObject* parent = nullptr);

    /// Checkpoints and LoRAs that are at their place, by name.
    const QStringList& sources() const { return m_sources; }
    /// The same model as one that is gone: equal digest, else equal file name and, where both are known, equal size.
    /// Empty = none.
    QString twinOf(const QString& missing) const;

Q_SIGNALS:
    void changed();

private:
    void learn(const LibraryModel& model);
    void publish();

    ModelCatalog& m_catalog;
    LibraryListModel m_models;
    QStringList m_sources;
    QTimer m_delay;  ///< a scan tells of models in many batches
};

}  // namespace segmoe::ui
