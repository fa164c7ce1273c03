// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "core/engine/render_engine.h"

class QComboBox;
class QDoubleSpinBox;
class QSpinBox;

namespace segmoe::ui {

/// Steps, CFG, pictures, sampler, noise and, for a mixture, the number of active experts.
class SamplingFields : public QWidget {
    Q_OBJECT
public:
    explicit SamplingFields(QWidget* parent = nullptr);
    void read(RenderRequest& request) const;  ///< writes the fields into request
    void showRequest(const RenderRequest& request);
    /// Active experts are offered for mixtures only.
    void setModel(const ModelSummary& model);
    double guidance() const;

Q_SIGNALS:
    void edited();

private:
    void updateSchedules();

    QSpinBox* m_steps;
    QDoubleSpinBox* m_guidance;
    QSpinBox* m_images;
    QComboBox* m_sampler;
    QComboBox* m_schedule;
    QSpinBox* m_topK;
    QWidget* m_topKRow;
};

}  // namespace segmoe::ui
