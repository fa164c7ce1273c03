// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QAbstractTableModel>
#include <QStringList>
#include <QVariant>

namespace segmoe::ui {

/// What a plot shows, as numbers and words.
struct PlotTable {
    QStringList columns;
    QStringList rows;
    std::vector<QVariantList> cells;  ///< [row][column]: double, int, QString, or nothing
    int decimals = 3;

    void addRow(const QString& name, const QVariantList& values) {
        rows << name;
        cells.push_back(values);
    }
};

/// A cell for a number that may be absent.
QVariant plotNumber(double value);

/// The table behind a plot, for a table view and for the cursor that reads single values.
class PlotTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(PlotTable table);
    const PlotTable& table() const { return m_table; }
    /// "B inkline, mean weight: 0.41".
    QString cellText(int row, int column) const;
    /// Comma-separated, RFC 4180, numbers with a point whatever the locale.
    QByteArray csv() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString valueText(int row, int column) const;

    PlotTable m_table;
};

/// Quoted where it has to be; a leading sign that spreadsheets take for a formula gets a space before it.
QByteArray csvField(const QString& text);

}  // namespace segmoe::ui
