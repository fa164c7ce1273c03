// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QWidget>

#include "core/domain/render_request.h"

class QComboBox;
class QSpinBox;

namespace segmoe::ui {

/// What is rarely changed: CLIP skip, weight rule, tiled decode, device, precision.
class AdvancedFields : public QWidget {
    Q_OBJECT
public:
    explicit AdvancedFields(QWidget* parent = nullptr);
    void read(RenderRequest& request) const;
    void showRequest(const RenderRequest& request);
    void setDevices(const QStringList& devices);

Q_SIGNALS:
    void edited();

private:
    QComboBox* m_device;
    QComboBox* m_precision;
    QComboBox* m_tiled;
    QSpinBox* m_clipSkip;
    QComboBox* m_weightRule;
};

}  // namespace segmoe::ui
