// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include "core/engine/failure.h"
#include "core/engine/mix_workbench.h"

namespace segmoe::ui {

/// The long work of the Mix page, as jobs of the engine: one at a time each. Answers belong to the last one started.
class MixJobs : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void build(const BuildRequest& request, const QString& title) = 0;
    virtual void cancelBuild() = 0;
    virtual void predict(const BuildRequest& request, const QString& prompt) = 0;
    virtual void save(const SaveMixtureRequest& request, const QString& title) = 0;
    virtual void cancelSave() = 0;

Q_SIGNALS:
    /// fraction < 0 = not known.
    void buildProgressed(double fraction, const QString& text);
    void built(const segmoe::BuildReport& report);
    void buildFailed(const segmoe::Failure& failure);
    void buildCancelled();
    void predicted(const segmoe::Prediction& prediction);
    void predictFailed(const segmoe::Failure& failure);
    void saveProgressed(double fraction, const QString& text);
    void saved(const segmoe::MixReport& report);
    void saveFailed(const segmoe::Failure& failure);
    void saveCancelled();
};

}  // namespace segmoe::ui
