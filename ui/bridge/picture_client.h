// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <mutex>

#include <QImage>
#include <QObject>
#include <QSet>
#include <QString>
#include <QThreadPool>

#include "core/engine/picture_reader.h"
#include "core/engine/render_engine.h"

namespace segmoe::ui {

using PictureAccessFactory = std::function<std::unique_ptr<PictureAccess>()>;

/// Names one question to the picture client; never used twice in a session.
enum class PictureQuestion : quint64 {};

/// Reads and writes picture files on two threads of its own, newest question first. Answers come as signals on the
/// thread of the client, each with the number that the asking function returned.
class PictureClient : public QObject {
    Q_OBJECT
public:
    /// The factory is called at the first question, off the thread of the client.
    explicit PictureClient(PictureAccessFactory factory, QObject* parent = nullptr);
    ~PictureClient() override;

    /// What a picture says about how it was made: settingsRead() or failed(). Goes before pictures and thumbnails.
    PictureQuestion readSettings(const QString& file);
    /// The same for a text, say of the clipboard.
    PictureQuestion readSettingsText(const QString& text);
    /// Pixels, at most `longestSide` on the longest side when that is positive: pictureRead() or failed().
    PictureQuestion readPicture(const QString& file, int longestSide = 0);
    /// Writes the picture elsewhere, perhaps in another format: converted() or failed().
    PictureQuestion convert(const QString& source, const QString& target, const PictureSaving& saving);
    /// The answer is no longer wanted; a question that nobody has begun to answer is dropped.
    void forget(PictureQuestion question);

    /// Blocks; for worker threads only, any number of them. Throws Error.
    QImage load(const QString& file, int longestSide);
    /// Blocks; where files are wanted at once, as at the end of a drag. Throws Error.
    UnsavedMetadata convertNow(const QString& source, const QString& target, const PictureSaving& saving);

Q_SIGNALS:
    void settingsRead(segmoe::ui::PictureQuestion question, const segmoe::PictureSettings& settings);
    void pictureRead(segmoe::ui::PictureQuestion question, const QImage& picture);
    void converted(segmoe::ui::PictureQuestion question, const QString& target, const segmoe::UnsavedMetadata& unsaved);
    void failed(segmoe::ui::PictureQuestion question, const segmoe::Failure& failure);

private:
    PictureAccess& access();
    PictureQuestion enqueue(int priority, std::function<std::function<void()>(PictureQuestion)> work);
    void answer(PictureQuestion question, std::function<void()> emission);

    PictureAccessFactory m_factory;
    std::mutex m_mutex;
    std::unique_ptr<PictureAccess> m_access;  ///< guarded by m_mutex until it is made
    QSet<quint64> m_open;                     ///< guarded by m_mutex: questions whose answer is wanted
    quint64 m_last = 0;
    QThreadPool m_pool;
};

}  // namespace segmoe::ui
