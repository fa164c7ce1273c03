// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/scripted_library_client.h"

#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

void ScriptedLibraryClient::load(const QString&) {
    Q_EMIT modelsFound(content.models);
    Q_EMIT loaded(content.roots, false);
}

void ScriptedLibraryClient::addRoot(const QString& folder, bool isForeign) {
    asked << u"add "_s + folder;
    LibraryRoot root;
    root.path = toPath(folder);
    root.isForeign = isForeign;
    content.roots.push_back(root);
    Q_EMIT rootsChanged(content.roots);
}

void ScriptedLibraryClient::removeRoot(const QString& folder) {
    asked << u"remove "_s + folder;
    std::erase_if(content.roots, [&](const LibraryRoot& root) { return root.path == toPath(folder); });
    QStringList gone;
    std::erase_if(content.models, [&](const LibraryModel& model) {
        const bool isIn = model.root == toPath(folder);
        if (isIn) gone << pathText(model.facts.path);
        return isIn;
    });
    Q_EMIT rootsChanged(content.roots);
    Q_EMIT modelsGone(gone);
}

void ScriptedLibraryClient::setRootEnabled(const QString& folder, bool enabled) {
    for (LibraryRoot& root : content.roots)
        if (root.path == toPath(folder)) root.isEnabled = enabled;
    Q_EMIT rootsChanged(content.roots);
}

void ScriptedLibraryClient::hash(const QStringList& models) {
    for (const QString& model : models) asked << u"hash "_s + model;
}

void ScriptedLibraryClient::findCopies(const QString& model) { Q_EMIT copiesFound(model, copies); }

void ScriptedLibraryClient::joinCopies(const QString& keep, const QStringList& of) {
    asked << u"join "_s + keep + u" < "_s + of.join(u',');
}

void ScriptedLibraryClient::trashCopies(const QString& keep, const QStringList& of) {
    asked << u"keep "_s + keep + u" trash "_s + of.join(u',');
}

void ScriptedLibraryClient::move(const QString& model, const QString& folder) {
    asked << u"move "_s + model + u" to "_s + folder;
}

void ScriptedLibraryClient::readHeader(const QString& model) { Q_EMIT headerRead(model, header); }

void ScriptedLibraryClient::findUses(const QString& model, const QStringList&) { Q_EMIT usesFound(model, uses); }

void ScriptedLibraryClient::setAlias(const QString& model, const QString& alias) {
    asked << u"alias "_s + model + u' ' + alias;
}

void ScriptedLibraryClient::setTags(const QString& model, const QStringList& tags) {
    asked << u"tags "_s + model + u' ' + tags.join(u',');
}

void ScriptedLibraryClient::trash(const QString& model) {
    asked << u"trash "_s + model;
    Q_EMIT trashed(model, {});
}

}  // namespace segmoe::ui
