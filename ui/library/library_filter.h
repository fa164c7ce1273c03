// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QSet>
#include <QSortFilterProxyModel>
#include <QStringList>

namespace segmoe::ui {

/// What is shown of the library, and in which order.
class LibraryFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    enum class Sort { Name, Size, Added, LastUsed, Architecture };
    enum class State { Missing, Duplicate, Refused, Unknown, NotChecked };

    explicit LibraryFilter(QObject* parent = nullptr);

    /// Every word must occur in name, alias, tag, trigger word, path or digest.
    void setText(const QString& text);
    /// Empty sets let everything through.
    void setArchitectures(const QSet<QString>& names);
    void setKinds(const QSet<int>& kinds);
    void setStates(const QSet<int>& states);
    void setHiddenRoots(const QSet<QString>& roots);
    void setSort(Sort sort);
    bool isFiltering() const;

    static bool isInState(const QModelIndex& source, State state);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    QStringList m_words;
    QSet<QString> m_architectures;
    QSet<int> m_kinds;
    QSet<int> m_states;
    QSet<QString> m_hiddenRoots;
    Sort m_sort = Sort::Name;
};

}  // namespace segmoe::ui
