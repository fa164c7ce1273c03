// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "core/engine/model_header.h"

namespace segmoe::ui {

/// What the header of a model's file says: how many tensors of which types, and its texts, one at a time.
class HeaderDialog : public QDialog {
    Q_OBJECT
public:
    explicit HeaderDialog(const ModelHeader& header, QWidget* parent = nullptr);
};

}  // namespace segmoe::ui
