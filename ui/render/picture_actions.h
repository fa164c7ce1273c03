// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

#include "ui/queue/queue_job.h"
#include "ui/shell/navigator.h"

class QPushButton;
class QToolButton;
class QAbstractButton;

namespace segmoe::ui {

class Theme;

/// What can be done with a picture, as a row of buttons and as a context menu.
class PictureActions : public QWidget {
    Q_OBJECT
public:
    enum class Act { Copy, CopyPlain, SaveAs, UseSeed, Star, Compare, Routing, Gallery, ShowFile, Delete };

    explicit PictureActions(Theme& theme, QWidget* parent = nullptr);
    /// Null = nothing to act on.
    void setPicture(const PicturePtr& picture);
    void setFile(const QString& file);  ///< where it lies; empty = not written (yet)
    void setStarred(bool starred);
    bool isStarred() const;
    void setCompareAvailable(bool available);
    void openMenu(const QPoint& globalPosition);
    /// As icons alone.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void wanted(segmoe::ui::PictureActions::Act act);
    void recallWanted(segmoe::ui::RecallPart part);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addButton(QAbstractButton* button, Theme& theme, const QString& name, const QString& icon,
                   const QString& title, const QString& toolTip, Act act);

    Theme& m_theme;
    std::vector<QAbstractButton*> m_buttons;
    std::vector<QString> m_titles;  ///< of m_buttons; empty = always an icon alone
    QToolButton* m_star;
    QToolButton* m_compare;
    QPushButton* m_routing;
    QString m_file;
    bool m_available = false;
    bool m_hasCapture = false;
};

}  // namespace segmoe::ui
