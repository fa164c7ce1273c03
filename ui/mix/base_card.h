// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/mix/card_parts.h"

class QLabel;

namespace segmoe::ui {

class ElidedLabel;

/// The base: gives everything that is not mixed, and the architecture.
class BaseCard : public CardFrame {
    Q_OBJECT
public:
    BaseCard(Theme& theme, MixDocument& document, ModelCatalog& catalog, QWidget* parent = nullptr);

    void show();
    void fillMenu(QMenu& menu);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void nameParts();
    void layOut();
    void connectEdits();
    void openMenu(const QPoint& place);
    void showModel(const QString& source);

    ElidedLabel* m_name;
    QLabel* m_badge;
    ElidedLabel* m_info;
    QToolButton* m_menu;
    QToolButton* m_change;
    QToolButton* m_get;
    QToolButton* m_useNew;
    QToolButton* m_locate;
    QVBoxLayout* m_loraBox;
    QToolButton* m_addLora;
};

}  // namespace segmoe::ui
