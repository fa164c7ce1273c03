// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include <QObject>
#include <QString>

#include "core/domain/render_request.h"
#include "ui/mix/source_info.h"

namespace segmoe::ui {

/// Sampling one picture in units that compare: steps × megapixels × guidance halves.
double samplingWork(const RenderRequest& request);

/// How much more a mixture samples than its base alone: every further active expert does the mixed layers again.
double expertFactor(const MixRecipe& recipe, const SourceInfos& infos);

/// How long pictures take on this machine: seconds for each unit of work, learnt from renders and kept in a file.
class RenderPace : public QObject {
    Q_OBJECT
public:
    /// file empty = for this session only.
    explicit RenderPace(const QString& file, QObject* parent = nullptr);

    /// kind: what renders at one pace, such as an architecture or one model.
    void learn(const QString& kind, double work, double seconds);
    /// The median of the latest; -1 = nothing was rendered yet.
    double seconds(const QString& kind, double work) const;

Q_SIGNALS:
    void changed();

private:
    void read();
    void write() const;

    QString m_file;
    std::map<QString, std::vector<double>> m_rates;  ///< seconds per unit, latest last
};

}  // namespace segmoe::ui
