// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/mix/card_parts.h"

class QCheckBox;
class QLabel;
class QLineEdit;

namespace segmoe::ui {

class DragHandle;
class ElidedLabel;
class LetterChip;
class PromptRow;

/// One expert: model, alias, gate prompts, LoRAs. Shows what the document holds and turns every gesture into one of
/// the document's edits.
class ExpertCard : public CardFrame {
    Q_OBJECT
public:
    ExpertCard(Theme& theme, MixDocument& document, ModelCatalog& catalog, QWidget* parent = nullptr);

    void show(int card);
    int card() const { return m_card; }
    void focusPrompt(PromptSide side, int index);
    void focusAlias();
    /// Place of a prompt list under this point of the card; nothing elsewhere.
    std::optional<PromptPlace> promptAt(const QPoint& point) const;
    void fillMenu(QMenu& menu);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    QWidget* buildHeader();
    QWidget* buildFoot();
    void connectEdits();
    void name();
    void showPrompts(PromptSide side);
    void showModel();
    void startDrag();
    void copyCard();
    void copyPrompts();
    void pastePrompts();
    std::vector<PromptRow*>& rows(PromptSide side) { return side == PromptSide::Positive ? m_positive : m_negative; }

    int m_card = 0;
    DragHandle* m_handle;
    LetterChip* m_chip;
    QLineEdit* m_alias;
    QLabel* m_badge;
    QCheckBox* m_enable;
    QToolButton* m_menu;
    ElidedLabel* m_info;
    QToolButton* m_get;
    QToolButton* m_useNew;
    QToolButton* m_locate;
    QToolButton* m_change;
    QVBoxLayout* m_promptBox[2];
    QVBoxLayout* m_loraBox;
    QToolButton* m_addPositive;
    QToolButton* m_addNegative;
    QToolButton* m_addLora;
    QLabel* m_tokens;
    std::vector<PromptRow*> m_positive;
    std::vector<PromptRow*> m_negative;
};

}  // namespace segmoe::ui
