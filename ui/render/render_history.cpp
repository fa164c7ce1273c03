// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/render_history.h"

#include <algorithm>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include "ui/bridge/qt_convert.h"
#include "ui/queue/request_json.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestHistory = 16 << 20;
constexpr qsizetype kLabelWords = 60;

QJsonObject withoutSeed(RenderRequest request) {
    request.seed = -1;
    return toJson(request);
}

}  // namespace

RenderHistory::RenderHistory(const QString& file, QObject* parent) : QObject(parent), m_file(file) { load(); }

void RenderHistory::load() {
    QFile file(m_file);
    if (m_file.isEmpty() || !file.open(QIODevice::ReadOnly) || file.size() > kLargestHistory) return;
    for (const QJsonValue& value : QJsonDocument::fromJson(file.readAll()).array())
        if (auto request = requestFromJson(value.toObject())) m_entries.push_back(std::move(*request));
}

void RenderHistory::save() const {
    if (m_file.isEmpty()) return;
    QJsonArray array;
    for (const RenderRequest& request : m_entries) array.append(toJson(request));
    QSaveFile file(m_file);
    if (file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(array).toJson(QJsonDocument::Compact)) >= 0)
        file.commit();
}

void RenderHistory::setLimit(int limit) {
    m_limit = limit;
    while (static_cast<int>(m_entries.size()) > m_limit) m_entries.pop_back();
}

void RenderHistory::add(const RenderRequest& request) {
    const QJsonObject added = withoutSeed(request);
    std::erase_if(m_entries, [&](const RenderRequest& known) { return withoutSeed(known) == added; });
    m_entries.push_front(request);
    setLimit(m_limit);
    restart();
    save();
}

QString RenderHistory::label(const RenderRequest& request) {
    QString words = toText(request.promptTemplate.empty() ? request.prompt : request.promptTemplate).simplified();
    if (words.size() > kLabelWords) words = words.left(kLabelWords) + u'…';
    words.replace(u'&', u"&&"_s);
    return tr("%1 · %2×%3, %n step(s), seed %4", "", request.steps)
        .arg(words)
        .arg(request.width)
        .arg(request.height)
        .arg(request.seed);
}

const RenderRequest* RenderHistory::walk(int direction) {
    const int place = m_place - direction;
    if (place < 0 || place >= static_cast<int>(m_entries.size())) return nullptr;
    m_place = place;
    return &m_entries[static_cast<std::size_t>(place)];
}

}  // namespace segmoe::ui
