// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/engine_loader.h"

#include <mutex>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLibrary>

namespace segmoe::ui {

using namespace Qt::StringLiterals;

QStringList engineModuleCandidates() {
    const QDir folder(QCoreApplication::applicationDirPath());
    const QString file = QString::fromLatin1(SEGMOE_ENGINE_FILE);
    return {folder.filePath(file), folder.filePath(QString::fromLatin1(SEGMOE_ENGINE_RELATIVE_DIR) + u'/' + file)};
}

namespace {

CreateBackendFunction load(const QStringList& candidates) {
    QString reasons;
    for (const QString& candidate : candidates) {
        if (!QFileInfo::exists(candidate)) continue;
        QLibrary library(QDir::cleanPath(candidate));
        if (const auto create = reinterpret_cast<CreateBackendFunction>(library.resolve(kCreateBackendSymbol)))
            return create;
        reasons += library.errorString() + u'\n';
    }
    const QString looked = u"Looked for: "_s + candidates.join(u", "_s) + u'\n' + reasons;
    throw Error(ErrorCode::NotAvailable, "The render engine could not be loaded. Install the program again.",
                looked.toStdString());
}

}  // namespace

BackendFactory engineModuleFactory(const QStringList& candidates) {
    struct Loaded {
        std::mutex mutex;
        CreateBackendFunction create = nullptr;
    };
    return [candidates, loaded = std::make_shared<Loaded>()] {
        const std::scoped_lock lock(loaded->mutex);
        if (!loaded->create) loaded->create = load(candidates);
        return std::unique_ptr<EngineBackend>(loaded->create());
    };
}

}  // namespace segmoe::ui
