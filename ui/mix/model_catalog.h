// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include <QObject>

#include "ui/bridge/mix_client.h"
#include "ui/mix/source_info.h"

namespace segmoe::ui {

/// What the library adds to a model's header.
struct SourceNote {
    QString alias;  ///< the name the user has given it; empty = none
    QString words;  ///< lower case: everything it can be found by
};

/// What is known about models by their source, asked for once each and remembered.
class ModelCatalog : public QObject {
    Q_OBJECT
public:
    explicit ModelCatalog(MixClient& client, QObject* parent = nullptr);

    /// Relative sources are taken from here; another folder forgets what was relative.
    void setFolder(const QString& folder);
    const SourceInfos& infos() const { return m_infos; }
    const SourceInfo& info(const QString& source) const { return infoOf(m_infos, source); }
    /// Asks for what is not known yet, and once for what was only learnt.
    void want(const QString& source);
    /// Takes what an index remembers of a model; what a header has told counts more. Silent: who learns thousands tells
    /// of it once.
    void learn(const QString& source, const ModelFacts& facts, const SourceNote& note);
    /// Empty where the library does not know the model.
    const SourceNote& note(const QString& source) const;
    /// Asks again: the file may have changed or come back.
    void refresh(const QString& source);
    /// Looks at the files again: one that is gone is missing, one that is back is read, and one that has changed says
    /// so and stays as it was read until useChanged().
    void recheck(const QStringList& sources);
    /// What has changed on disk is read anew: this one, or all.
    void useChanged(const QString& source = {});
    /// Those that are on a hub and not here.
    QStringList remoteSources() const;
    /// How far its download is, in percent; nothing = none.
    void setArriving(const QString& source, std::optional<int> percent);
    /// How a LoRA fits a model, as soon as both are known files; see loraFits().
    void wantFit(const QString& lora, const QString& model);
    /// By sources of LoRA and model.
    const LoraFits& loraFits() const { return m_fits; }

Q_SIGNALS:
    void changed(const QString& source);
    /// What was built from it is of the past.
    void replacedOnDisk(const QString& source);

private:
    void take(const QString& source, const QString& folder, const SourceAnswer& answer);
    void takeFit(const QString& lora, const QString& model, const LoraFit& fit);

    MixClient& m_client;
    QString m_folder;
    SourceInfos m_infos;
    std::map<QString, SourceNote> m_notes;
    std::set<QString> m_learnt;           ///< whose header nobody has read in this session
    std::map<QString, quint64> m_stamps;  ///< of the files whose facts are known
    std::set<QString> m_rechecking;
    LoraFits m_fits;
    std::set<std::pair<QString, QString>> m_fitsAsked;  ///< LoRA, model
};

}  // namespace segmoe::ui
