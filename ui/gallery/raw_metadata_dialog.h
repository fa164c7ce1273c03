// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "core/domain/picture_settings.h"

namespace segmoe::ui {

/// Every text of a picture file as it stands there, and the fields that have no counterpart here. Read-only.
class RawMetadataDialog : public QDialog {
    Q_OBJECT
public:
    RawMetadataDialog(const QString& file, const PictureSettings& settings, QWidget* parent = nullptr);
};

}  // namespace segmoe::ui
