// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QWidget>

#include "core/engine/render_engine.h"

class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace segmoe::ui {

class VaeField;

/// What is rarely changed: where and how it is computed, text encoder, noise, experts, variation.
class AdvancedFields : public QWidget {
    Q_OBJECT
public:
    explicit AdvancedFields(QWidget* parent = nullptr);
    void read(RenderRequest& request) const;
    void showRequest(const RenderRequest& request);
    /// k, and how many rules there are; says nothing.
    void showRouting(const RoutingPolicy& routing);
    void setDevices(const QStringList& devices);
    /// Active experts are offered for mixtures only.
    void setModel(const ModelSummary& model);
    VaeField& vae() { return *m_vae; }

Q_SIGNALS:
    void edited();
    /// The buttons beside the expert control.
    void policyEditWanted();
    void policyClearWanted();

private:
    void fillChoices();
    void buildGrid();
    void buildPolicyRow(QGridLayout* grid, int row);
    void connectFields();

    VaeField* m_vae;
    QComboBox* m_device;
    QComboBox* m_precision;
    QComboBox* m_tiled;
    QSpinBox* m_clipSkip;
    QSpinBox* m_batch;
    QLabel* m_batchNote;
    QComboBox* m_noise;
    QSpinBox* m_topK;
    QComboBox* m_weightRule;
    QLineEdit* m_variationSeed;
    QDoubleSpinBox* m_variation;
    QWidget* m_topKRow;
    QWidget* m_policyRow;
    QLabel* m_policy;
};

}  // namespace segmoe::ui
