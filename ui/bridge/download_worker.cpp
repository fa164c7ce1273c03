// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/download_worker.h"

#include "ui/bridge/caught_failure.h"
#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

namespace {

constexpr int kTellMs = 100;

std::optional<std::string> plainVariant(const std::optional<QString>& variant) {
    return variant ? std::optional(variant->toStdString()) : std::nullopt;
}

/// Runs work that may throw; nothing when it went well or was stopped.
std::optional<Failure> guarded(const std::function<void()>& work) {
    try {
        work();
    } catch (const Cancelled&) {
        return std::nullopt;
    } catch (...) {
        return caughtFailure();
    }
    return std::nullopt;
}

}  // namespace

DownloadWorker::DownloadWorker(DownloadsFactory factory) : m_factory(std::move(factory)), m_timer(new QTimer(this)) {
    m_timer->setSingleShot(true);
    m_timer->setInterval(kTellMs);
    connect(m_timer, &QTimer::timeout, this, &DownloadWorker::tell);
}

DownloadWorker::~DownloadWorker() { m_downloads.reset(); }

void DownloadWorker::open(DownloadsOptions options) {
    options.changed = [this] { tellSoon(); };
    m_failure = guarded([&] {
        m_downloads = m_factory(options);
        if (!m_downloads)
            throw Error(ErrorCode::NotAvailable, "Downloads are not available here. Use the installed program.");
        m_downloads->start();
    });
    tell();
}

/// From any thread.
void DownloadWorker::tellSoon() {
    if (m_isAsked.exchange(true)) return;
    QMetaObject::invokeMethod(this, [this] { m_timer->start(); });
}

void DownloadWorker::tell() {
    m_isAsked = false;
    if (m_downloads) Q_EMIT told(m_downloads->rows());
}

void DownloadWorker::act(const std::function<void(ModelDownloads&)>& work) {
    if (!m_downloads) return;
    guarded([&] { work(*m_downloads); });
    tell();
}

void DownloadWorker::get(const QString& reference, const std::optional<QString>& variant) {
    std::uint64_t id = 0;
    auto failure = m_failure;
    if (m_downloads) failure = guarded([&] { id = m_downloads->get(reference.toStdString(), plainVariant(variant)); });
    if (failure) {
        Q_EMIT refused(reference, *failure);
        return;
    }
    tell();
    Q_EMIT started(reference, id);
}

}  // namespace segmoe::ui
