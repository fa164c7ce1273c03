// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/mix/mix_document.h"
#include "ui/mix/model_catalog.h"

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace segmoe::ui {

class Segmented;
class Theme;

/// Name, architecture and state of the mix; undo; the three views; open, save, build, render.
class MixHeader : public QWidget {
    Q_OBJECT
public:
    enum View { Cards, Gates, Yaml };

    MixHeader(Theme& theme, MixDocument& document, ModelCatalog& catalog, QWidget* parent = nullptr);

    void refresh();
    /// Why building is not possible now; empty = it is.
    void setBlocked(const QString& reason);
    void setView(View view);
    View view() const;
    QMenu& openMenu() { return *m_openMenu; }
    QMenu& saveMenu() { return *m_saveMenu; }

Q_SIGNALS:
    void viewChanged(segmoe::ui::MixHeader::View view);
    void buildWanted();
    void gatesWanted();
    void renderWanted();

private:
    void layOut();
    void connectEdits();
    void showState();
    void nameUndo();

    MixDocument& m_document;
    ModelCatalog& m_catalog;
    QLineEdit* m_name;
    QLabel* m_badge;
    QLabel* m_state;
    QToolButton* m_undo;
    QToolButton* m_redo;
    Segmented* m_view;
    QToolButton* m_open;
    QToolButton* m_save;
    QMenu* m_openMenu;
    QMenu* m_saveMenu;
    QToolButton* m_build;
    QPushButton* m_render;
    QString m_blocked;
};

/// The words of a build state, for the label and for other pages.
QString buildStateText(BuildState state);

}  // namespace segmoe::ui
