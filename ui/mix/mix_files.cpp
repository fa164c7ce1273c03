// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/mix_files.h"

#include <QFile>
#include <QFileInfo>

#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

namespace {

constexpr int kAutosaveMs = 2000;

/// Relative sources mean something only in their folder; a recipe that moves elsewhere names files in full.
void makeAbsolute(std::string& source, const QString& folder) {
    const QString text = toText(source);
    if (text.isEmpty() || folder.isEmpty() || QFileInfo(text).isAbsolute()) return;
    const QString file = folder + u'/' + text;
    if (QFileInfo::exists(file)) source = QFileInfo(file).absoluteFilePath().toStdString();
}

}  // namespace

MixRecipe movedTo(MixRecipe recipe, const QString& folder) {
    const QString old = pathText(recipe.folder);
    if (old == folder) return recipe;
    makeAbsolute(recipe.base, old);
    for (LoraRef& lora : recipe.loras) makeAbsolute(lora.source, old);
    const auto move = [&](ExpertSpec& expert) {
        makeAbsolute(expert.source, old);
        for (LoraRef& lora : expert.loras) makeAbsolute(lora.source, old);
    };
    for (ExpertSpec& expert : recipe.experts) move(expert);
    for (ParkedExpert& parked : recipe.parked) move(parked.expert);
    recipe.folder = toPath(folder);
    return recipe;
}

MixFiles::MixFiles(MixDocument& document, MixClient& client, const QString& recovery, QObject* parent)
    : QObject(parent), m_document(document), m_client(client), m_recovery(recovery) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(kAutosaveMs);
    connect(&m_timer, &QTimer::timeout, this, &MixFiles::autosave);
    connect(&document, &MixDocument::changed, this, [this] {
        if (!m_recovery.isEmpty() && m_document.isModified()) m_timer.start();
    });
    connect(&document.undoStack(), &QUndoStack::indexChanged, this, [this] {
        if (!m_recovery.isEmpty() && m_document.isModified()) m_timer.start();
    });
    connect(&client, &MixClient::recipeRead, this, [this](quint64 id, const RecipeText& text) {
        const auto asked = m_reading.extract(id);
        if (!asked.empty()) asked.mapped()(text);
    });
    connect(&client, &MixClient::fileWritten, this, [this](quint64 id, const QString& file, const QString& problem) {
        const auto asked = m_writing.extract(id);
        if (asked.empty()) return;
        if (!problem.isEmpty()) return Q_EMIT failed(file, problem);
        if (asked.mapped() == Kind::Export) return Q_EMIT exported(file);
        if (asked.mapped() != Kind::Save) return;
        // Edits made while the file was written are not in it.
        if (m_document.undoStack().index() == m_savedIndex) m_document.markSaved(file);
        discardRecovery();
        Q_EMIT saved(file);
    });
}

void MixFiles::examine(const QString& file, std::function<void(const RecipeText&)> then) {
    const quint64 id = next();
    m_reading.emplace(id, std::move(then));
    m_client.readFile(id, file);
}

void MixFiles::examineText(const QString& yaml, const QString& folder, std::function<void(const RecipeText&)> then) {
    const quint64 id = next();
    m_reading.emplace(id, std::move(then));
    m_client.readText(id, yaml, toText(m_document.state().head.name), folder);
}

void MixFiles::open(const QString& file) {
    examine(file, [this, file](const RecipeText& text) {
        if (!text.isReadable) return Q_EMIT openFailed(file, text);
        const bool isFolder = QFileInfo(file).isDir();  // of a saved mixture: the recipe has no file of its own
        m_document.open(text.recipe, isFolder ? QString() : file);
        QStringList notices;
        for (const std::string& notice : text.notices) notices << toText(notice);
        Q_EMIT opened(file, notices);
    });
}

void MixFiles::save(const QString& file) {
    const quint64 id = next();
    m_writing.emplace(id, Kind::Save);
    m_savedIndex = m_document.undoStack().index();
    m_client.writeFile(id, movedTo(m_document.recipe(), QFileInfo(file).absolutePath()), file);
}

void MixFiles::exportTo(const QString& file) {
    const quint64 id = next();
    m_writing.emplace(id, Kind::Export);
    m_client.writeFile(id, movedTo(m_document.recipe(), QFileInfo(file).absolutePath()), file);
}

void MixFiles::autosave() {
    if (!m_document.isModified()) return;
    const quint64 id = next();
    m_writing.emplace(id, Kind::Recovery);
    m_client.writeFile(id, movedTo(m_document.recipe(), QFileInfo(m_recovery).absolutePath()), m_recovery);
}

bool MixFiles::hasRecovery() const { return !m_recovery.isEmpty() && QFile::exists(m_recovery); }

void MixFiles::recover() {
    examine(m_recovery, [this](const RecipeText& text) {
        if (!text.isReadable) return;
        m_document.open(text.recipe, {});
        m_document.markUnsaved();
        Q_EMIT recovered();
    });
}

void MixFiles::keepRecovery() {
    if (!m_timer.isActive()) return;
    m_timer.stop();
    autosave();
}

void MixFiles::discardRecovery() {
    m_timer.stop();
    if (!m_recovery.isEmpty()) QFile::remove(m_recovery);
}

}  // namespace segmoe::ui
