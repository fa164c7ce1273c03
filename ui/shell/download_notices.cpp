// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/download_notices.h"

#include <algorithm>

#include <QWidget>

#include "ui/bridge/download_client.h"
#include "ui/bridge/engine_client.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/library_client.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/settings.h"
#include "ui/library/get_missing_dialog.h"
#include "ui/shell/navigator.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMega = 1'000'000;

}  // namespace

DownloadNotices::DownloadNotices(const StudioContext& context, QObject* parent) : QObject(parent), m_context(context) {
    DownloadClient& downloads = context.engine.downloads();
    connect(&context.engine, &EngineClient::ready, this, &DownloadNotices::begin);
    connect(&context.settings, &Settings::changed, this, [this](const QString& key) {
        if (key.startsWith("download/"_L1)) applySettings();
    });
    connect(&downloads, &DownloadClient::arrived, this, [this](const DownloadRow& row) {
        list(row);
        Q_EMIT m_context.navigator.modelArrived(row.reference, row.place);
        // When all who waited for it have heard it.
        QMetaObject::invokeMethod(
            this, [this, row] { announce(row); }, Qt::QueuedConnection);
    });
    connect(&context.navigator, &Navigator::expertWanted, this,
            [this](const QString& reference) { m_experts.insert(reference); });
    connect(&context.navigator, &Navigator::missingWanted, this,
            [this](const QStringList& refs, const QStringList& names) {
                auto* window = qobject_cast<QWidget*>(this->parent());
                (new GetMissingDialog(m_context.engine.downloads(), refs, names, window))->open();
            });
    connect(&downloads, &DownloadClient::rowChanged, this, &DownloadNotices::watch);
    LibraryClient& library = context.engine.library();
    const auto take = [this](const std::vector<LibraryRoot>& roots) {
        m_roots.emplace();
        for (const LibraryRoot& root : roots) *m_roots << pathText(root.path);
    };
    connect(&library, &LibraryClient::loaded, this, take);
    connect(&library, &LibraryClient::rootsChanged, this, take);
}

void DownloadNotices::begin() {
    applySettings();
    m_context.engine.downloads().load(m_context.settings.dataFolder());
}

void DownloadNotices::applySettings() {
    DownloadClient& downloads = m_context.engine.downloads();
    downloads.setParallel(m_context.settings.get(keys::kDownloadParallel));
    downloads.setLimit(m_context.settings.get(keys::kDownloadLimit) * kMega);
}

void DownloadNotices::announce(const DownloadRow& row) {
    if (m_experts.remove(row.reference))
        return Q_EMIT m_context.navigator.toast(tr("“%1” has arrived and joined the mixture.").arg(row.title), {}, this,
                                                {});
    Q_EMIT m_context.navigator.toast(
        tr("“%1” has arrived.").arg(row.title), tr("Add as expert"), this,
        [this, reference = row.reference] { Q_EMIT m_context.navigator.expertWanted(reference); });
}

/// A library that is opened later looks for itself.
void DownloadNotices::list(const DownloadRow& row) {
    if (!m_roots) return;
    LibraryClient& library = m_context.engine.library();
    const bool isListed = std::ranges::any_of(
        *m_roots, [&](const QString& root) { return row.folder == root || row.folder.startsWith(root + u'/'); });
    // The cache of the Python tools is not ours to tidy up.
    if (!isListed) library.addRoot(row.folder, !row.reference.startsWith("civitai:"_L1));
    library.scan({});
}

void DownloadNotices::watch(const DownloadRow& row) {
    if (row.state != DownloadRow::State::Failed) {
        m_failed.erase(row.id);
        return;
    }
    if (!m_failed.insert(row.id).second || !row.failure) return;
    Q_EMIT m_context.navigator.attention(PageId::Library);
    Q_EMIT m_context.navigator.message(u"%1: %2"_s.arg(row.title, errorText(row.failure->code).sentence));
}

}  // namespace segmoe::ui
