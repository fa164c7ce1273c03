// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/picture_client.h"

#include "ui/bridge/caught_failure.h"
#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

namespace {

constexpr int kThreads = 2;
constexpr int kFirst = 1'000'000'000;  // settings go before every picture

/// The core may give a larger picture than asked for; scaled in the quality of a thumbnail.
QImage atMost(const QImage& image, int longestSide) {
    if (longestSide <= 0 || qMax(image.width(), image.height()) <= longestSide) return image;
    return image.scaled(longestSide, longestSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

}  // namespace

PictureClient::PictureClient(PictureAccessFactory factory, QObject* parent)
    : QObject(parent), m_factory(std::move(factory)) {
    m_pool.setMaxThreadCount(kThreads);
}

PictureClient::~PictureClient() {
    m_pool.clear();
    m_pool.waitForDone();
}

PictureAccess& PictureClient::access() {
    const std::scoped_lock lock(m_mutex);
    if (!m_access) m_access = m_factory();
    return *m_access;
}

PictureQuestion PictureClient::enqueue(int priority, std::function<std::function<void()>(PictureQuestion)> work) {
    const PictureQuestion question{++m_last};
    {
        const std::scoped_lock lock(m_mutex);
        m_open.insert(m_last);
    }
    m_pool.start(
        [this, question, work = std::move(work)] {
            {
                const std::scoped_lock lock(m_mutex);
                if (!m_open.contains(static_cast<quint64>(question))) return;
            }
            try {
                answer(question, work(question));
            } catch (...) {
                answer(question, [this, question, failure = caughtFailure()] { Q_EMIT failed(question, failure); });
            }
        },
        priority);
    return question;
}

void PictureClient::answer(PictureQuestion question, std::function<void()> emission) {
    QMetaObject::invokeMethod(this, [this, question, emission = std::move(emission)] {
        {
            const std::scoped_lock lock(m_mutex);
            if (!m_open.remove(static_cast<quint64>(question))) return;
        }
        emission();
    });
}

PictureQuestion PictureClient::readSettings(const QString& file) {
    return enqueue(kFirst, [this, file](PictureQuestion question) -> std::function<void()> {
        return
            [this, question, settings = access().settings(toPath(file))] { Q_EMIT settingsRead(question, settings); };
    });
}

PictureQuestion PictureClient::readSettingsText(const QString& text) {
    return enqueue(kFirst, [this, text = text.toStdString()](PictureQuestion question) -> std::function<void()> {
        return
            [this, question, settings = access().settingsFromText(text)] { Q_EMIT settingsRead(question, settings); };
    });
}

PictureQuestion PictureClient::readPicture(const QString& file, int longestSide) {
    const int newest = static_cast<int>(m_last % kFirst);
    return enqueue(newest, [this, file, longestSide](PictureQuestion question) -> std::function<void()> {
        return [this, question, picture = load(file, longestSide)] { Q_EMIT pictureRead(question, picture); };
    });
}

PictureQuestion PictureClient::convert(const QString& source, const QString& target, const PictureSaving& saving) {
    return enqueue(kFirst, [this, source, target, saving](PictureQuestion question) -> std::function<void()> {
        const UnsavedMetadata unsaved = convertNow(source, target, saving);
        return [this, question, target, unsaved] { Q_EMIT converted(question, target, unsaved); };
    });
}

void PictureClient::forget(PictureQuestion question) {
    const std::scoped_lock lock(m_mutex);
    m_open.remove(static_cast<quint64>(question));
}

QImage PictureClient::load(const QString& file, int longestSide) {
    return atMost(toImage(access().read(toPath(file), longestSide)), longestSide);
}

UnsavedMetadata PictureClient::convertNow(const QString& source, const QString& target, const PictureSaving& saving) {
    return access().convert(toPath(source), toPath(target), saving);
}

}  // namespace segmoe::ui
