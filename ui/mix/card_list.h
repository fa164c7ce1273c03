// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/mix/mix_intake.h"
#include "ui/widgets/mime_kinds.h"
#include "ui/widgets/upright_scroll.h"

class QLabel;
class QJsonObject;
class QPushButton;
class QVBoxLayout;

namespace segmoe::ui {

class BaseCard;
class CardFrame;
class EmptyState;
class ExpertCard;
class Theme;

/// Base card, expert cards and the tile that adds one, in a scroll area; takes every drop of the page.
class CardList : public UprightScroll {
    Q_OBJECT
public:
    CardList(Theme& theme, MixDocument& document, ModelCatalog& catalog, MixIntake& intake, QWidget* parent = nullptr);

    void refresh();
    ExpertCard* card(int index) const;
    BaseCard& baseCard() { return *m_base; }
    /// The card that holds the focus: -1 the base, otherwise its index; nothing when the focus is elsewhere.
    std::optional<int> focusedCard() const;
    void focusCard(int index);
    /// Scrolls to it, as soon as it has its place.
    void reveal(QWidget* card);
    /// Inserts what the clipboard holds at the focused card.
    void paste();
    /// Below the cards, above the place for the next.
    void addBelow(QWidget* widget);

Q_SIGNALS:
    void changeWanted(int card);
    void locateWanted(int card);
    void downloadWanted(int card);
    void loraWanted(int card);
    void showFileWanted(const QString& source);
    void showDetailsWanted(const QString& source);
    void showPageWanted(const QString& source);
    void useChangedWanted(const QString& source);
    void addWanted();
    /// Buttons of the empty mix.
    void hubWanted();
    void openWanted();
    void starterWanted();
    void cardFocused(int card);
    void pictureDropped(const QString& file);
    /// The text of a recipe came, as text.
    void recipeTextDropped(const QString& yaml);
    /// What a drop here would do, or why not; empty when nothing is dragged.
    void hint(const QString& sentence, bool isRefusal);
    /// Something was dropped or pasted and cannot be taken.
    void refused(segmoe::ui::DropRefusal refusal, const QString& sentence, const QString& source);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// Where a drop lands and what it would do.
    struct Landing {
        enum class Place { Base, Gap, Card, Prompts, Recipe } place = Place::Gap;
        int index = 0;  ///< gap or card
        PromptPlace prompt;
        bool isAccepted = false;
        QString sentence;  ///< verb line or refusal
        DropRefusal refusal = DropRefusal::None;
        QString source;  ///< that is refused
    };
    Landing landingAt(const QPoint& point, const QMimeData& mime, bool copy) const;
    void judge(Landing& landing, const QMimeData& mime, bool copy) const;
    void judgeModels(Landing& landing, const QMimeData& mime) const;
    void judgeText(Landing& landing, const QString& text) const;
    void showLanding(const Landing& landing);
    void clearLanding();
    void land(const Landing& landing, const QMimeData& mime, bool copy);
    void landExpert(const Landing& landing, const DraggedExpert& expert, bool copy);
    void handleDrag(QDragMoveEvent* event);
    QStringList sourcesOf(const QMimeData& mime) const;
    void pasteCard(const QJsonObject& recipe, const Landing& landing);
    bool isOwn(const QString& document) const { return document == m_document.objectName(); }
    void connectCard(CardFrame& card);
    void showChecking(const QString& source, const IntakeTarget& target);

    Theme& m_theme;
    MixDocument& m_document;
    ModelCatalog& m_catalog;
    MixIntake& m_intake;
    QWidget* m_content;
    QVBoxLayout* m_column;
    BaseCard* m_base;
    QLabel* m_checking;
    QFrame* m_gap;
    QPushButton* m_tile;
    EmptyState* m_empty;
    std::vector<ExpertCard*> m_cards;
};

}  // namespace segmoe::ui
