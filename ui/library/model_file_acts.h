// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QUrl>

#include "core/engine/model_library.h"

namespace segmoe::ui {

class LibraryClient;
struct StudioContext;

/// What the Library page does with the file of a model, and the dialogs that this takes.
class ModelFileActs : public QObject {
    Q_OBJECT
public:
    ModelFileActs(StudioContext& context, LibraryClient& library, QWidget* page);

    /// Where the model is described on the web; empty = nobody knows.
    QUrl pageOf(const LibraryModel& model) const;
    void openPage(const LibraryModel& model);
    void copyPath(const LibraryModel& model);
    void copyHash(const LibraryModel& model);
    /// Asks for a folder of the library.
    void move(const LibraryModel& model);
    void showCopies(const QString& model);
    void showHeader(const QString& model);
    /// Says who uses it, and moves it to the trash when that is wanted.
    void confirmDelete(const QString& model);

Q_SIGNALS:
    /// 1 = it has ended.
    void moveProgressed(double fraction);

private:
    void connectAnswers();
    void moveTo(const QString& model, const QString& folder);
    QWidget* page() const;

    StudioContext& m_context;
    LibraryClient& m_library;
    bool m_isMoving = false;
    QString m_copiesOf, m_headerOf;  ///< what is being asked; empty = nothing
};

}  // namespace segmoe::ui
