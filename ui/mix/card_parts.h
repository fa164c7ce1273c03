// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

#include "ui/mix/mix_document.h"
#include "ui/mix/model_catalog.h"

class QAction;
class QMenu;
class QToolButton;
class QVBoxLayout;

namespace segmoe::ui {

class LoraRow;
class Theme;

inline constexpr int kLeastInfo = 120;  ///< pixels that the line about a model keeps beside its buttons

/// What the base's and the experts' cards share: the painted frame with the colour bar, the state of the model, the
/// LoRA rows.
class CardFrame : public QFrame {
    Q_OBJECT
public:
    CardFrame(Theme& theme, MixDocument& document, ModelCatalog& catalog, QWidget* parent = nullptr);

    /// How the card looks while something is dragged over it.
    void setDropAccepted(bool accepted);

public Q_SLOTS:
    /// Ctrl+V with the card itself focused; the window calls it by name.
    void paste() { Q_EMIT pasteWanted(); }

Q_SIGNALS:
    void pasteWanted();
    /// Buttons of the card and of its menu that lead out of it; card -1 = the base.
    void changeWanted(int card);
    void locateWanted(int card);
    void downloadWanted(int card);
    void loraWanted(int card);
    void showFileWanted(const QString& source);
    void showDetailsWanted(const QString& source);
    void showPageWanted(const QString& source);
    /// The file that has changed on disk is the one to use.
    void useChangedWanted(const QString& source);

protected:
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

    static QAction* addMenuEntry(QMenu& menu, const QString& text, const char* name, bool enabled);
    /// Show file, Show in Library, Model page.
    void addModelActions(QMenu& menu, const QString& source);
    void showLoras(QVBoxLayout& box, int card, const std::vector<LoraRef>& loras);
    /// Badge, info line and what can be done about a missing file.
    QString badgeText(const SourceInfo& info) const;
    /// Full path, type, licence: the tooltip of the info line.
    QString factsText(const QString& source, const SourceInfo& info) const;

    Theme& m_theme;
    MixDocument& m_document;
    ModelCatalog& m_catalog;
    int m_expert = -1;     ///< whose colour and pattern the bar has; -1 = the accent
    bool m_isOff = false;  ///< hatched bar
    bool m_hasProblem = false;

private:
    bool m_isDropTarget = false;
    std::vector<LoraRow*> m_loras;
};

/// A flat button with an icon and a text, as at the foot of a card.
QToolButton* cardButton(Theme& theme, const QString& icon, const QString& text);

}  // namespace segmoe::ui
