// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/mix/mix_document.h"

class QDoubleSpinBox;
class QToolButton;

namespace segmoe::ui {

class DragHandle;
class GatePromptEdit;
class Theme;

/// One gate prompt of a card: sign (the handle to drag it by), weight, text, remove.
class PromptRow : public QWidget {
    Q_OBJECT
public:
    PromptRow(Theme& theme, MixDocument& document, const PromptPlace& place, QWidget* parent = nullptr);

    /// isUnused: negatives that the present gate options leave out.
    void show(const PromptPlace& place, bool isUnused);
    const PromptPlace& place() const { return m_place; }
    GatePromptEdit& edit() { return *m_edit; }
    /// Token count of CLIP is not known here; words and signs are counted instead.
    static int roughTokens(const QString& text);

Q_SIGNALS:
    void nextWanted();
    void removed();

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void name();
    void step(double by);
    void remove();
    void startDrag();
    void fillMenu(QMenu& menu);

    Theme& m_theme;
    MixDocument& m_document;
    PromptPlace m_place;
    DragHandle* m_sign;
    QDoubleSpinBox* m_weight;
    GatePromptEdit* m_edit;
    QToolButton* m_remove;
};

}  // namespace segmoe::ui
