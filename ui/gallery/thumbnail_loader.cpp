// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/gallery/thumbnail_loader.h"

#include <algorithm>
#include <array>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include "ui/bridge/picture_client.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/settings.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kThreads = 2;
constexpr int kMemoryKb = 256 * 1024;
constexpr std::array kSides = {160, 320, 640};  // stored sizes, so that zooming does not decode anew at every step
constexpr quint64 kStale = 400;                 // requests later, nobody looks at a place any more
constexpr int kQuality = 88;

int storedSide(int pixels) {
    for (const int side : kSides)
        if (pixels <= side) return side;
    return kSides.back();
}

QString keyOf(const GalleryItem& item, int side) {
    const QString text = u"%1\n%2\n%3\n%4"_s.arg(pathText(item.file)).arg(item.modified).arg(item.bytes).arg(side);
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha1).toHex());
}

/// The oldest go until the folder keeps its limit.
void pruneFolder(const QString& folder, qint64 limit) {
    QFileInfoList files = QDir(folder).entryInfoList({u"*.jpg"_s}, QDir::Files, QDir::Time);
    qint64 bytes = 0;
    for (const QFileInfo& file : files) {
        bytes += file.size();
        if (bytes > limit) QFile::remove(file.filePath());
    }
}

void store(const QImage& image, const QString& file) {
    QSaveFile target(file);
    if (target.open(QIODevice::WriteOnly) && image.save(&target, "JPG", kQuality)) target.commit();
}

}  // namespace

ThumbnailLoader::ThumbnailLoader(PictureClient& client, const Settings& settings, QObject* parent)
    : QObject(parent),
      m_client(client),
      m_folder(QDir(settings.dataFolder()).filePath(u"thumbnails"_s)),
      m_cache(kMemoryKb) {
    m_pool.setMaxThreadCount(kThreads);
    QDir().mkpath(m_folder);
    prune(settings);
    connect(&settings, &Settings::changed, this, [this, &settings](const QString& key) {
        if (key == QLatin1String(keys::kThumbnailCacheMb.name)) prune(settings);
    });
}

void ThumbnailLoader::prune(const Settings& settings) {
    const qint64 limit = settings.get(keys::kThumbnailCacheMb) * qint64{1'000'000};
    m_pool.start([folder = m_folder, limit] { pruneFolder(folder, limit); });
}

ThumbnailLoader::~ThumbnailLoader() {
    m_pool.clear();
    m_pool.waitForDone();
}

QPixmap ThumbnailLoader::thumbnail(const GalleryItem& item, int pixels) {
    const int wanted = storedSide(pixels);
    const QString key = keyOf(item, wanted);
    if (const QPixmap* found = m_cache.object(key)) return *found;
    if (m_gone.contains(item.id)) return {};
    request(item, key, wanted);
    for (const int side : kSides)
        if (const QPixmap* other = m_cache.object(keyOf(item, side))) return *other;
    return {};
}

void ThumbnailLoader::request(const GalleryItem& item, const QString& key, int side) {
    const auto waiting = m_waiting.constFind(key);
    // Asked for again and not yet stale: it keeps its place.
    if (waiting != m_waiting.constEnd() && m_last - *waiting < kStale / 2) return;
    const quint64 number = ++m_last;
    m_waiting[key] = number;
    const int priority = static_cast<int>(number % 1'000'000'000);
    m_pool.start(
        [this, id = static_cast<qint64>(item.id), file = pathText(item.file), key, side, number] {
            if (m_last - number > kStale) return;
            Result result{id, key, {}, false};
            const QString cached = QDir(m_folder).filePath(key + u".jpg"_s);
            if (!result.image.load(cached, "JPG")) {
                try {
                    result.image = m_client.load(file, side);
                    store(result.image, cached);
                } catch (const Error&) {
                    result.isGone = true;
                }
            }
            QMetaObject::invokeMethod(this, [this, result] { take(result); });
        },
        priority);
}

void ThumbnailLoader::take(const Result& result) {
    m_waiting.remove(result.key);
    if (result.isGone) {
        m_gone.insert(result.id);
        Q_EMIT gone(result.id);
        return;
    }
    const qsizetype kilobytes = std::max<qsizetype>(1, result.image.sizeInBytes() / 1024);
    m_cache.insert(result.key, new QPixmap(QPixmap::fromImage(result.image)), kilobytes);
    Q_EMIT loaded(result.id);
}

}  // namespace segmoe::ui
