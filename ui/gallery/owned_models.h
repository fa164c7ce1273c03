// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QObject>
#include <QSet>

#include "core/domain/picture_settings.h"
#include "core/engine/model_library.h"

namespace segmoe::ui {

struct StudioContext;

/// Which models of a picture are on this disk: those of the library, of the starter, and the ones used lately.
/// Compared by digest where a picture names one, else by name.
class OwnedModels : public QObject {
    Q_OBJECT
public:
    explicit OwnedModels(StudioContext& context, QObject* parent = nullptr);

    /// The library was read: before, nothing can be called missing.
    bool isKnown() const { return m_isKnown; }
    bool has(const NamedModel& model) const;
    /// The models of the picture that are not there; none while the library is unknown.
    std::vector<NamedModel> missingIn(const PictureSettings& settings) const;

Q_SIGNALS:
    void changed();

private:
    void take(const std::vector<LibraryModel>& models);
    void addPath(const QString& path);
    void addDigest(const QString& digest);

    QSet<QString> m_names;    ///< lower case, without suffix
    QSet<QString> m_digests;  ///< first ten digits: of whole files, and of the data of .safetensors files
    bool m_isKnown = false;
};

}  // namespace segmoe::ui
