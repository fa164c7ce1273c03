// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/dialog_height.h"

#include <algorithm>

#include <QLayout>
#include <QWidget>

namespace segmoe::ui {

void growToTexts(QWidget& dialog) {
    dialog.resize(dialog.width(), std::max(dialog.height(), dialog.layout()->totalHeightForWidth(dialog.width())));
}

}  // namespace segmoe::ui
