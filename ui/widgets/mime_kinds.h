// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QList>
#include <QString>
#include <QStringList>

class QImage;
class QJsonObject;
class QMimeData;

namespace segmoe::ui {

/// What the window drags inside itself and takes from outside; the only place that reads and writes drag data.
/// Reading never opens a file: type, scheme and suffix decide (ui.md §5).

/// A model in `application/x-segmoe-model`.
struct DraggedModel {
    QString ref;     ///< path or hub reference
    QString sha256;  ///< empty = not known
    QString architecture;
    QString role;  ///< "checkpoint", "lora", "vae"…
    QString name;
    qint64 bytes = 0;
};

/// A row of a mix document in `application/x-segmoe-expert`.
struct DraggedExpert {
    QString document;
    int row = 0;
};

/// A gate prompt in `application/x-segmoe-gateprompt`.
struct DraggedGatePrompt {
    QString document;
    int expert = 0;
    int row = 0;
};

/// What a local file is, judged by its suffix alone.
enum class FileKind { Folder, Safetensors, Recipe, Picture, Capture, Pickle, Unknown };
FileKind fileKind(const QString& path);

void writeModels(QMimeData& data, const QList<DraggedModel>& models);
void writeExpert(QMimeData& data, const DraggedExpert& expert);
/// A whole expert card on the clipboard, as a recipe with one expert.
void writeCard(QMimeData& data, const QJsonObject& recipe);
void writeGatePrompt(QMimeData& data, const DraggedGatePrompt& prompt);
/// Gallery pictures: their ids, and their files for other programs.
void writePictures(QMimeData& data, const QList<qint64>& ids, const QStringList& files);

/// A picture for the clipboard or a drag. With its file, programs that take files get everything written in it;
/// `parameters` goes into the texts of the pixels. Without both: pixels only.
QMimeData* pictureData(const QImage& pixels, const QString& file = {}, const QString& parameters = {});

/// Each is empty when the data is of another kind or damaged; at most 1000 entries are read.
QList<DraggedModel> readModels(const QMimeData& data);
std::optional<DraggedExpert> readExpert(const QMimeData& data);
std::optional<DraggedGatePrompt> readGatePrompt(const QMimeData& data);
std::optional<QJsonObject> readCard(const QMimeData& data);
QList<qint64> readPictures(const QMimeData& data);
QStringList localFiles(const QMimeData& data);
/// http(s) links, from a link or a text that is one link.
QStringList webLinks(const QMimeData& data);
/// Plain text of at most 2000 characters that is no link and no file.
QString plainText(const QMimeData& data);

}  // namespace segmoe::ui
