// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/mix/mix_document.h"
#include "ui/mix/model_catalog.h"

class QComboBox;
class QDoubleSpinBox;
class QToolButton;

namespace segmoe::ui {

class ElidedLabel;
class Theme;

/// One LoRA of a card: strength, name, on the base's card what it acts on, remove.
class LoraRow : public QWidget {
    Q_OBJECT
public:
    /// card -1 = the base's list, which says of each what it acts on.
    LoraRow(Theme& theme, MixDocument& document, ModelCatalog& catalog, int card, QWidget* parent = nullptr);

    /// The same card, or another expert's.
    void show(int card, int index, const LoraRef& lora);

private:
    void makeTargets();
    void layOut();
    void connectEdits();
    void showTarget(const QString& objectName, const QString& lora, LoraTarget target);

    MixDocument& m_document;
    ModelCatalog& m_catalog;
    int m_card = -1;
    int m_index = 0;
    QDoubleSpinBox* m_strength;
    ElidedLabel* m_name;
    QComboBox* m_target = nullptr;  ///< of the base's
    QToolButton* m_remove;
};

}  // namespace segmoe::ui
