// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "core/engine/render_engine.h"
#include "ui/render/presets.h"

class QComboBox;
class QDoubleSpinBox;
class QSpinBox;
class QToolButton;

namespace segmoe::ui {

/// Steps, CFG, pictures, preset, sampler, noise and what is recorded of the routing.
class SamplingFields : public QWidget {
    Q_OBJECT
public:
    explicit SamplingFields(QWidget* parent = nullptr);
    void read(RenderRequest& request) const;  ///< writes the fields into request
    void showRequest(const RenderRequest& request);
    void setModel(const ModelSummary& model);
    /// Own presets, kept by the page.
    void setOwnPresets(std::vector<Preset> presets);
    const std::vector<Preset>& ownPresets() const { return m_own; }
    double guidance() const;

Q_SIGNALS:
    void edited();
    void ownPresetsChanged();

private:
    void buildGrid();
    void updateSchedules();
    void fillPresets();
    void showPreset();
    void takePreset(int index);
    void askPresetName();
    void removePreset();
    RenderRequest current() const;

    QSpinBox* m_steps;
    QDoubleSpinBox* m_guidance;
    QSpinBox* m_images;
    QComboBox* m_preset;
    QToolButton* m_guess;
    QComboBox* m_sampler;
    QComboBox* m_schedule;
    QComboBox* m_capture;
    std::optional<ModelSummary> m_model;
    std::vector<Preset> m_presets;  ///< built in and own, as in the box
    std::vector<Preset> m_own;
    bool m_single = false;
};

}  // namespace segmoe::ui
