// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/library_sources.h"

#include <algorithm>

#include <QFileInfo>

#include "ui/bridge/library_client.h"
#include "ui/bridge/qt_convert.h"
#include "ui/library/model_text.h"
#include "ui/mix/model_catalog.h"

namespace segmoe::ui {

namespace {

constexpr int kDelayMs = 100;

bool isUsable(const LibraryModel& model) {
    const ModelRole role = model.facts.role;
    return !model.isMissing && (role == ModelRole::Checkpoint || role == ModelRole::Lora);
}

}  // namespace

LibrarySources::LibrarySources(LibraryClient& client, ModelCatalog& catalog, QObject* parent)
    : QObject(parent), m_catalog(catalog) {
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &LibrarySources::publish);
    const auto later = [this] {
        if (!m_delay.isActive()) m_delay.start();
    };
    connect(&client, &LibraryClient::loaded, this, &LibrarySources::publish);
    connect(&client, &LibraryClient::modelsGone, this, [this, later](const QStringList& models) {
        m_models.remove(models);
        later();
    });
    connect(&client, &LibraryClient::modelsFound, this, [this, later](const std::vector<LibraryModel>& models) {
        m_models.merge(models);
        for (const LibraryModel& model : models) learn(model);
        later();
    });
    connect(&client, &LibraryClient::hashed, this, [this, later](const QString& model, const QString& sha256) {
        m_models.setSha256(model, sha256);
        if (const LibraryModel* known = m_models.find(model)) learn(*known);
        later();
    });
    connect(&client, &LibraryClient::trashed, this, [this, later](const QString& model, const QString&) {
        m_models.remove({model});
        later();
    });
}

void LibrarySources::learn(const LibraryModel& model) {
    if (!isUsable(model)) return;
    const QString path = pathText(model.facts.path);
    const QString words = m_models.indexOf(path).data(LibraryListModel::SearchRole).toString();
    m_catalog.learn(path, model.facts, {toText(model.alias), words});
}

void LibrarySources::publish() {
    m_delay.stop();
    std::vector<std::pair<QString, QString>> named;  // name, path
    for (int row = 0; row < m_models.rowCount(); ++row)
        if (const LibraryModel& model = m_models.model(row); isUsable(model))
            named.emplace_back(modelName(model).toLower(), pathText(model.facts.path));
    std::ranges::sort(named);
    m_sources.clear();
    for (const auto& [name, path] : named) m_sources << path;
    Q_EMIT changed();
}

QString LibrarySources::twinOf(const QString& missing) const {
    const LibraryModel* gone = m_models.find(missing);
    const QString file = QFileInfo(missing).fileName();
    QString sameName;
    for (int row = 0; row < m_models.rowCount(); ++row) {
        const LibraryModel& model = m_models.model(row);
        const QString path = pathText(model.facts.path);
        if (!isUsable(model) || path == missing) continue;
        if (gone && !gone->sha256.empty() && gone->sha256 == model.sha256) return path;
        // Two digests that are known and differ: another model under the same name.
        const bool mayBe = !gone || ((gone->sha256.empty() || model.sha256.empty()) &&
                                     (gone->facts.bytes == 0 || gone->facts.bytes == model.facts.bytes));
        if (mayBe && !file.isEmpty() && QFileInfo(path).fileName() == file && sameName.isEmpty()) sameName = path;
    }
    return sameName;
}

}  // namespace segmoe::ui
