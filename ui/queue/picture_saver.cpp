// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/queue/picture_saver.h"

#include <algorithm>

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include "ui/bridge/qt_convert.h"
#include "ui/queue/job_queue.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestPart = 120;

QString safePart(QString text) {
    static const QRegularExpression forbidden(u"[\\x00-\\x1f<>:\"/\\\\|?*]+"_s);
    text.replace(forbidden, u"_"_s);
    text = text.trimmed().left(kLongestPart);
    while (text.startsWith(u'.') || text.endsWith(u'.')) text = text.startsWith(u'.') ? text.mid(1) : text.chopped(1);
    return text.isEmpty() ? u"_"_s : text;
}

/// One more than the largest number that a picture of this folder begins with.
int firstFreeIndex(const QString& folder) {
    int largest = 0;
    static const QRegularExpression number(u"^(\\d{1,8})_"_s);
    for (const QString& name : QDir(folder).entryList(QDir::Files)) {
        const auto match = number.match(name);
        if (match.hasMatch()) largest = std::max(largest, match.captured(1).toInt());
    }
    return largest + 1;
}

}  // namespace

QString pictureFileName(const QString& pattern, const FinishedPicture& picture, int index, const QDateTime& when) {
    const RenderRequest& request = picture.request;
    const std::pair<QString, QString> values[] = {{u"{date}"_s, when.toString(u"yyyy-MM-dd"_s)},
                                                  {u"{time}"_s, when.toString(u"HH-mm-ss"_s)},
                                                  {u"{index}"_s, u"%1"_s.arg(index, 4, 10, QChar(u'0'))},
                                                  {u"{seed}"_s, QString::number(picture.image.seed)},
                                                  {u"{mix}"_s, QFileInfo(toText(request.model)).completeBaseName()},
                                                  {u"{width}"_s, QString::number(picture.image.picture.width)},
                                                  {u"{height}"_s, QString::number(picture.image.picture.height)}};
    QStringList parts;
    for (QString part : pattern.split(u'/', Qt::SkipEmptyParts)) {
        for (const auto& [name, value] : values) part.replace(name, value);
        parts << safePart(part);
    }
    if (parts.isEmpty()) parts << QString::number(picture.image.seed);
    return parts.join(u'/');
}

PictureSaver::PictureSaver(JobQueue& queue, EngineClient& client, QObject* parent)
    : QObject(parent), m_queue(queue), m_client(client) {
    connect(&queue, &JobQueue::pictureDone, this,
            [this](QueueId job, int, const PicturePtr& picture) { save(job, picture); });
    connect(&client, &EngineClient::saved, this, [this](const QString& file) {
        const auto found = m_pending.find(file);
        if (found == m_pending.end()) return;
        const Waiting done = std::move(found->second);
        m_pending.erase(found);
        m_queue.setPictureFile(done.job, done.place, file);
        Q_EMIT pictureSaved(file, done.picture);
    });
    connect(&client, &EngineClient::saveFailed, this, [this](const QString& file, const Failure& failure) {
        if (m_pending.erase(file) > 0) Q_EMIT failed(file, failure);
    });
}

void PictureSaver::setTarget(const QString& folder, const QString& pattern, const QString& suffix) {
    m_folder = folder;
    m_pattern = pattern;
    m_suffix = suffix;
    m_lastIndex.clear();
}

void PictureSaver::save(QueueId job, const PicturePtr& picture) {
    if (m_folder.isEmpty()) return;
    const QDateTime now = QDateTime::currentDateTime();
    const auto pathOf = [&](int index) {
        return QDir(m_folder).filePath(pictureFileName(m_pattern, *picture, index, now) + u'.' + m_suffix);
    };
    const QString folder = QFileInfo(pathOf(1)).absolutePath();
    QDir().mkpath(folder);
    int& index = m_lastIndex.try_emplace(folder, firstFreeIndex(folder) - 1).first->second;
    QString file = pathOf(++index);
    for (int again = 2; QFileInfo::exists(file) || m_pending.contains(file); ++again)
        file = pathOf(index).chopped(m_suffix.size() + 1) + u" %1."_s.arg(again) + m_suffix;
    const QueueJob* owner = m_queue.find(job);
    m_pending[file] = {picture, job, owner ? static_cast<int>(owner->pictures.size()) - 1 : 0};
    m_client.savePicture(picture->image, file, m_saving);
}

}  // namespace segmoe::ui
