// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/library_filter.h"

#include <algorithm>

#include "ui/library/library_model.h"

namespace segmoe::ui {

using Model = LibraryListModel;

LibraryFilter::LibraryFilter(QObject* parent) : QSortFilterProxyModel(parent) {
    setDynamicSortFilter(true);
    sort(0);
}

void LibraryFilter::setText(const QString& text) {
    m_words = text.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void LibraryFilter::setArchitectures(const QSet<QString>& names) {
    m_architectures = names;
    invalidateFilter();
}

void LibraryFilter::setKinds(const QSet<int>& kinds) {
    m_kinds = kinds;
    invalidateFilter();
}

void LibraryFilter::setStates(const QSet<int>& states) {
    m_states = states;
    invalidateFilter();
}

void LibraryFilter::setHiddenRoots(const QSet<QString>& roots) {
    m_hiddenRoots = roots;
    invalidateFilter();
}

void LibraryFilter::setSort(Sort sort) {
    m_sort = sort;
    invalidate();
}

bool LibraryFilter::isFiltering() const {
    return !m_words.isEmpty() || !m_architectures.isEmpty() || !m_kinds.isEmpty() || !m_states.isEmpty() ||
           !m_hiddenRoots.isEmpty();
}

bool LibraryFilter::isInState(const QModelIndex& source, State state) {
    const auto kind = static_cast<ModelRole>(source.data(Model::KindRole).toInt());
    switch (state) {
        case State::Missing: return source.data(Model::MissingRole).toBool();
        case State::Duplicate: return source.data(Model::CopiesRole).toInt() > 1;
        case State::Refused: return kind == ModelRole::Refused;
        case State::Unknown: return kind == ModelRole::Other;
        case State::NotChecked: return !source.data(Model::HashedRole).toBool();
    }
    return false;
}

bool LibraryFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QModelIndex source = sourceModel()->index(row, 0, parent);
    if (m_hiddenRoots.contains(source.data(Model::RootRole).toString())) return false;
    if (!m_kinds.isEmpty() && !m_kinds.contains(source.data(Model::KindRole).toInt())) return false;
    if (!m_architectures.isEmpty() && !m_architectures.contains(source.data(Model::ArchitectureRole).toString()))
        return false;
    if (!m_states.isEmpty() && std::none_of(m_states.cbegin(), m_states.cend(),
                                            [&](int state) { return isInState(source, static_cast<State>(state)); }))
        return false;
    if (m_words.isEmpty()) return true;
    const QString text = source.data(Model::SearchRole).toString();
    return std::all_of(m_words.cbegin(), m_words.cend(), [&](const QString& word) { return text.contains(word); });
}

bool LibraryFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const auto larger = [&](int role) {
        const qint64 a = left.data(role).toLongLong(), b = right.data(role).toLongLong();
        return a == b ? std::optional<bool>() : std::optional<bool>(a > b);
    };
    std::optional<bool> order;
    switch (m_sort) {
        case Sort::Name: break;
        case Sort::Size: order = larger(Model::BytesRole); break;
        case Sort::Added: order = larger(Model::AddedRole); break;
        case Sort::LastUsed: order = larger(Model::UsedRole); break;
        case Sort::Architecture: {
            const QString a = left.data(Model::ArchitectureRole).toString();
            const QString b = right.data(Model::ArchitectureRole).toString();
            if (a != b) order = a < b;
            break;
        }
    }
    if (order) return *order;
    const int names = QString::localeAwareCompare(left.data().toString(), right.data().toString());
    return names != 0 ? names < 0 : left.data(Model::IdRole).toString() < right.data(Model::IdRole).toString();
}

}  // namespace segmoe::ui
