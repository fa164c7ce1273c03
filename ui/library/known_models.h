// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QObject>
#include <QStringList>

#include "core/domain/picture_settings.h"
#include "core/engine/model_library.h"

namespace segmoe::ui {

class LibraryClient;

/// The models of the library that are at their place, to be found again by what pictures and prompts call them.
class KnownModels : public QObject {
    Q_OBJECT
public:
    explicit KnownModels(LibraryClient& library, QObject* parent = nullptr);

    /// The library was read: before, nothing can be called missing.
    bool isKnown() const { return m_isKnown; }
    /// The path of the model a picture names, or empty: by digest where one is known, else by alias or file name, in
    /// which case, "_" and "-" do not count.
    QString find(const NamedModel& wanted) const;
    /// Paths by name. Checkpoint: mixtures, too.
    QStringList paths(ModelRole role) const;

Q_SIGNALS:
    void changed();

private:
    void merge(const std::vector<LibraryModel>& models);
    void setDigests(const QString& path, const QString& sha256, const QString& autoV3);
    void remove(const QStringList& paths);

    struct Model {
        QString path;
        QString name;   ///< lower case, as compared
        QString alias;  ///< the same; may be empty
        QString sha256;
        QString autoV3;  ///< of what follows the header, as LoRAs are named by
        ModelRole role = ModelRole::Other;
    };
    static Model entryOf(const LibraryModel& model);
    static bool serves(ModelRole role, NamedModel::Role as);

    std::vector<Model> m_models;  ///< by name
    bool m_isKnown = false;
};

/// "Dream_Scape-v4" and "dream scape v4" are one name.
QString plainModelName(const QString& name);

}  // namespace segmoe::ui
