// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <vector>

#include <QJsonArray>
#include <QJsonObject>

#include "ui/bridge/qt_convert.h"

namespace segmoe::ui::json {

// One pair of functions per kind of value. Reading never fails: what is missing or foreign keeps its default.

inline QJsonValue write(const std::string& value) { return toText(value); }
inline void read(const QJsonValue& value, std::string& out) {
    if (value.isString()) out = value.toString().toStdString();
}

inline QJsonValue write(const std::filesystem::path& value) { return pathText(value); }
inline void read(const QJsonValue& value, std::filesystem::path& out) {
    if (value.isString()) out = toPath(value.toString());
}

inline QJsonValue write(bool value) { return value; }
inline void read(const QJsonValue& value, bool& out) { out = value.toBool(out); }

inline QJsonValue write(int value) { return value; }
inline void read(const QJsonValue& value, int& out) { out = value.toInt(out); }

inline QJsonValue write(double value) { return value; }
inline void read(const QJsonValue& value, double& out) { out = value.toDouble(out); }

// Numbers of JSON are doubles for most readers: 64 bits go as text.
inline QJsonValue write(std::int64_t value) { return QString::number(value); }
inline void read(const QJsonValue& value, std::int64_t& out) {
    bool ok = false;
    const qlonglong number = value.toString().toLongLong(&ok);
    if (ok) out = number;
}
inline QJsonValue write(std::uint64_t value) { return QString::number(value); }
inline void read(const QJsonValue& value, std::uint64_t& out) {
    bool ok = false;
    const qulonglong number = value.toString().toULongLong(&ok);
    if (ok) out = number;
}

/// Enums of the domain by number, within [0, last].
template <class Enum>
void readEnum(const QJsonValue& value, Enum& out, Enum last) {
    const int number = value.toInt(-1);
    if (number >= 0 && number <= static_cast<int>(last)) out = static_cast<Enum>(number);
}
template <class Enum>
requires std::is_enum_v<Enum> QJsonValue write(Enum value) { return static_cast<int>(value); }

template <class T, class Write>
QJsonArray writeAll(const std::vector<T>& values, const Write& one) {
    QJsonArray array;
    for (const T& value : values) array.append(one(value));
    return array;
}
/// Objects of an array; longer ones than any recipe are cut.
template <class T, class Read>
std::vector<T> readAll(const QJsonValue& value, const Read& one) {
    constexpr qsizetype kMost = 4096;
    std::vector<T> values;
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < std::min(array.size(), kMost); ++i) values.push_back(one(array[i].toObject()));
    return values;
}

}  // namespace segmoe::ui::json
