// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/plot_table_model.h"

#include <cmath>

#include <QLocale>

namespace segmoe::ui {

using namespace Qt::StringLiterals;

QVariant plotNumber(double value) { return std::isnan(value) ? QVariant() : QVariant(value); }

QByteArray csvField(const QString& text) {
    QByteArray field = text.toUtf8();
    if (!field.isEmpty() && QByteArrayView("=+-@").contains(field.front())) field.prepend(' ');
    if (!field.contains(',') && !field.contains('"') && !field.contains('\n') && !field.contains('\r')) return field;
    return '"' + field.replace('"', "\"\"") + '"';
}

void PlotTableModel::setTable(PlotTable table) {
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

int PlotTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_table.cells.size());
}

int PlotTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
}

QString PlotTableModel::valueText(int row, int column) const {
    const QVariant value = m_table.cells[static_cast<std::size_t>(row)].value(column);
    if (value.userType() == QMetaType::Double) return QLocale().toString(value.toDouble(), 'f', m_table.decimals);
    return value.toString();
}

QString PlotTableModel::cellText(int row, int column) const {
    const QString value = valueText(row, column);
    return tr("%1, %2: %3").arg(m_table.rows[row], m_table.columns[column], value.isEmpty() ? tr("nothing") : value);
}

QVariant PlotTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const QVariant value = m_table.cells[static_cast<std::size_t>(index.row())].value(index.column());
    switch (role) {
        case Qt::DisplayRole: return valueText(index.row(), index.column());
        case Qt::EditRole: return value;
        case Qt::AccessibleTextRole: return cellText(index.row(), index.column());
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(value.userType() == QMetaType::QString ? Qt::AlignLeft | Qt::AlignVCenter
                                                                              : Qt::AlignRight | Qt::AlignVCenter);
        default: return {};
    }
}

QVariant PlotTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole) return {};
    return orientation == Qt::Horizontal ? m_table.columns.value(section) : m_table.rows.value(section);
}

QByteArray PlotTableModel::csv() const {
    QByteArray text;
    for (const QString& column : m_table.columns) text += ',' + csvField(column);
    text += "\r\n";
    for (std::size_t row = 0; row < m_table.cells.size(); ++row) {
        text += csvField(m_table.rows[static_cast<qsizetype>(row)]);
        for (const QVariant& value : m_table.cells[row])
            text += ',' + (value.userType() == QMetaType::Double ? QByteArray::number(value.toDouble(), 'g', 9)
                                                                 : csvField(value.toString()));
        text += "\r\n";
    }
    return text;
}

}  // namespace segmoe::ui
