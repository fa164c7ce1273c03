// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/mix/mix_document.h"
#include "ui/mix/mix_intake.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListView;
class QMenu;

namespace segmoe::ui {

class SourceFilter;
class SourceModel;
class Theme;

/// The left column: models to drag onto cards, with their keys (Enter adds an expert, Ctrl+Enter sets the base).
class SourceList : public QWidget {
    Q_OBJECT
public:
    SourceList(Theme& theme, MixDocument& document, ModelCatalog& catalog, MixIntake& intake,
               QWidget* parent = nullptr);

    void setSources(const QStringList& sources);
    /// The base or its facts have changed.
    void refresh();
    void focusFilter();
    QListView& view() { return *m_view; }

Q_SIGNALS:
    /// With what is being looked for here.
    void hubWanted(const QString& text);
    void foldersWanted();
    void showFileWanted(const QString& source);
    void showDetailsWanted(const QString& source);
    void showPageWanted(const QString& source);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QStringList selected() const;
    void addExperts();
    void setBase();
    void fillMenu(QMenu& menu);

    MixDocument& m_document;
    ModelCatalog& m_catalog;
    MixIntake& m_intake;
    SourceModel* m_model;
    SourceFilter* m_filter;
    QLineEdit* m_find;
    QCheckBox* m_fit;
    QComboBox* m_kind;
    QListView* m_view;
    bool m_hadBase = false;
};

}  // namespace segmoe::ui
