// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "core/engine/model_facts.h"

namespace segmoe::ui {

/// The parts of a LoRA that have no place in a model, by name.
class LoraMisfitsDialog : public QDialog {
    Q_OBJECT
public:
    LoraMisfitsDialog(const QString& lora, const QString& model, const LoraFit& fit, QWidget* parent = nullptr);
};

}  // namespace segmoe::ui
