// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QObject>
#include <QStringList>

#include "core/engine/model_library.h"

namespace segmoe::ui {

class LibraryClient;
class LibraryListModel;
class Navigator;

/// Two models that can be mixed, of those in some folders.
struct MixtureChance {
    int models = 0;  ///< checkpoints in the folders
    QStringList pair;
};

/// Of the architecture that most of the checkpoints there have: the first two by name that differ. Nothing when no two
/// fit together. Pure.
std::optional<MixtureChance> mixtureChance(const std::vector<LibraryModel>& models, const QStringList& folders);

/// Whoever has named the folders of their models is asked, when these have been read, whether two of the models shall
/// become a mixture.
class MixtureOffer : public QObject {
    Q_OBJECT
public:
    MixtureOffer(LibraryClient& library, const LibraryListModel& models, Navigator& navigator,
                 QObject* parent = nullptr);

    /// These folders were named just now; a scan of them has been asked for.
    void expect(const QStringList& folders);

private:
    void scanned(bool stopped);
    void offer(const MixtureChance& chance);

    const LibraryListModel& m_models;
    Navigator& m_navigator;
    QStringList m_folders;
};

}  // namespace segmoe::ui
