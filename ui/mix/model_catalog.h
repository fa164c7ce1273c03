// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include "ui/bridge/mix_client.h"
#include "ui/mix/source_info.h"

namespace segmoe::ui {

/// What is known about models by their source, asked for once each and remembered.
class ModelCatalog : public QObject {
    Q_OBJECT
public:
    explicit ModelCatalog(MixClient& client, QObject* parent = nullptr);

    /// Relative sources are taken from here; another folder forgets what was relative.
    void setFolder(const QString& folder);
    const SourceInfos& infos() const { return m_infos; }
    const SourceInfo& info(const QString& source) const { return infoOf(m_infos, source); }
    /// Asks for what is not known yet.
    void want(const QString& source);
    /// Asks again: the file may have changed or come back.
    void refresh(const QString& source);
    /// How a LoRA fits a model, as soon as both are known files; see loraMisses().
    void wantFit(const QString& lora, const QString& model);
    /// By LoRA source: parts without a place, all parts.
    const std::map<QString, std::pair<int, int>>& loraMisses() const { return m_misses; }

Q_SIGNALS:
    void changed(const QString& source);

private:
    void take(const QString& source, const QString& folder, const SourceAnswer& answer);

    MixClient& m_client;
    QString m_folder;
    SourceInfos m_infos;
    std::map<QString, std::pair<int, int>> m_misses;
    std::map<QString, QString> m_fitsAsked;  ///< LoRA → model
};

}  // namespace segmoe::ui
