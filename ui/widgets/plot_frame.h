// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include <QWidget>

#include "ui/widgets/plot_table_model.h"

class QCustomPlot;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace segmoe::ui {

class ElidedLabel;
class Theme;
struct ThemeTokens;

/// A plot with its title, a caption that says what is averaged, the same numbers as a table, copy and export. Arrow
/// keys move a cursor that reads single values. Every plot of the window sits in one.
class PlotFrame : public QWidget {
    Q_OBJECT
public:
    /// Parts are called NAME_plot, NAME_table, NAME_table_button, NAME_copy_button, NAME_export_button.
    PlotFrame(Theme& theme, const QString& name, const QString& title, QWidget* parent = nullptr);

    QCustomPlot& plot() { return *m_plot; }
    const QString& name() const { return m_name; }
    const QString& title() const { return m_title; }
    QString caption() const;
    void setTitle(const QString& title);
    void setCaption(const QString& caption);
    /// What the plot says, in a sentence or two: its accessible description.
    void setSummary(const QString& summary);
    QString summary() const;

    /// Asked when the table is shown, read by the cursor or exported.
    void setTableSource(std::function<PlotTable()> source);
    /// The numbers behind the plot have changed.
    void invalidateTable();
    PlotTableModel& table();
    bool isTableShown() const;
    void setTableShown(bool shown);

    /// A sentence and a remedy instead of the plot; an empty sentence shows the plot again.
    void showReason(const QString& sentence, const QString& button = {});
    bool hasReason() const;

    /// The plot in light colours on white, for papers; asShown keeps the window's.
    QImage picture(double scale, bool asShown = false);
    QByteArray pdf();
    void copyPicture();
    /// Whether the line with title, caption and buttons is shown; off in low windows, where keys and the context menu
    /// do the same.
    void setHeaderShown(bool shown);

    /// The cell (column, row) of the table that the keyboard cursor is at.
    std::optional<QPoint> cursor() const { return m_cursor; }

Q_SIGNALS:
    void tableShownChanged(bool shown);
    void exportRequested();
    void reasonButtonClicked();
    void cursorMoved(int row, int column);
    /// Colours and fonts have to be set anew, with these tokens; the plot is replotted afterwards.
    void restyleWanted(const segmoe::ui::ThemeTokens& tokens, const QFont& font);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildHeader(Theme& theme);
    void buildStack();
    void buildReason();
    bool moveCursor(int key);
    void applyTheme();

    Theme& m_theme;
    QString m_name;
    QString m_title;
    std::function<PlotTable()> m_tableSource;
    bool m_tableStale = true;
    std::optional<QPoint> m_cursor;

    QWidget* m_header;
    QLabel* m_titleLabel;
    ElidedLabel* m_captionLabel;
    QToolButton* m_tableButton = nullptr;
    QToolButton* m_copyButton = nullptr;
    QToolButton* m_exportButton = nullptr;
    QStackedWidget* m_stack = nullptr;
    QCustomPlot* m_plot = nullptr;
    QTableView* m_tableView = nullptr;
    PlotTableModel* m_model;
    QWidget* m_reason = nullptr;
    QLabel* m_reasonLabel = nullptr;
    QPushButton* m_reasonButton = nullptr;
};

}  // namespace segmoe::ui
