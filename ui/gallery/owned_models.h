// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QObject>
#include <QSet>

#include "core/domain/picture_settings.h"

namespace segmoe::ui {

class KnownModels;
struct StudioContext;

/// Which models of a picture are on this disk: those of the library, of the starter, and the ones used lately.
/// Compared by digest where a picture names one, else by name.
class OwnedModels : public QObject {
    Q_OBJECT
public:
    explicit OwnedModels(StudioContext& context, QObject* parent = nullptr);

    /// The library was read: before, nothing can be called missing.
    bool isKnown() const;
    bool has(const NamedModel& model) const;
    /// The models of the picture that are not there; none while the library is unknown.
    std::vector<NamedModel> missingIn(const PictureSettings& settings) const;

Q_SIGNALS:
    void changed();

private:
    void addPath(const QString& path);

    KnownModels* m_known;
    QSet<QString> m_names;  ///< of those outside the library: lower case, without suffix
};

}  // namespace segmoe::ui
