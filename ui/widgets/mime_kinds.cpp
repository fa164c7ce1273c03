// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/mime_kinds.h"

#include <algorithm>
#include <initializer_list>

#include <QFileInfo>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>
#include <QUrl>

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kModel = u"application/x-segmoe-model"_s;
const QString kExpert = u"application/x-segmoe-expert"_s;
const QString kGatePrompt = u"application/x-segmoe-gateprompt"_s;
const QString kCard = u"application/x-segmoe-card"_s;
const QString kImage = u"application/x-segmoe-image"_s;
constexpr qsizetype kMostEntries = 1000;
constexpr qsizetype kLongestText = 2000;
constexpr qsizetype kMostBytes = 4 * 1024 * 1024;

QJsonDocument jsonIn(const QMimeData& data, const QString& type) {
    const QByteArray bytes = data.data(type);
    return bytes.isEmpty() || bytes.size() > kMostBytes ? QJsonDocument() : QJsonDocument::fromJson(bytes);
}

QByteArray compact(const QJsonDocument& document) { return document.toJson(QJsonDocument::Compact); }

QList<QUrl> urlsOf(const QStringList& files) {
    QList<QUrl> urls;
    for (const QString& file : files) urls << QUrl::fromLocalFile(file);
    return urls;
}

bool isWebLink(const QUrl& url) {
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
}

}  // namespace

FileKind fileKind(const QString& path) {
    const QFileInfo info(path);
    if (info.isDir()) return FileKind::Folder;
    const QString suffix = info.suffix().toLower();
    const auto is = [&suffix](std::initializer_list<QLatin1StringView> endings) {
        return std::any_of(endings.begin(), endings.end(), [&](QLatin1StringView ending) { return suffix == ending; });
    };
    if (is({"safetensors"_L1})) return FileKind::Safetensors;
    if (is({"yaml"_L1, "yml"_L1})) return FileKind::Recipe;
    if (is({"png"_L1, "jpg"_L1, "jpeg"_L1, "webp"_L1})) return FileKind::Picture;
    if (is({"segroute"_L1})) return FileKind::Capture;
    if (is({"ckpt"_L1, "pt"_L1, "pth"_L1, "bin"_L1})) return FileKind::Pickle;
    return FileKind::Unknown;
}

void writeModels(QMimeData& data, const QList<DraggedModel>& models) {
    QJsonArray array;
    QStringList files;
    for (const DraggedModel& model : models) {
        QJsonObject object{{u"ref"_s, model.ref},
                           {u"arch"_s, model.architecture},
                           {u"role"_s, model.role},
                           {u"name"_s, model.name},
                           {u"bytes"_s, model.bytes}};
        if (!model.sha256.isEmpty()) object.insert(u"sha256"_s, model.sha256);
        array.append(object);
        if (QFileInfo(model.ref).isAbsolute()) files << model.ref;
    }
    data.setData(kModel, compact(QJsonDocument(array)));
    if (!files.isEmpty()) data.setUrls(urlsOf(files));
}

void writeExpert(QMimeData& data, const DraggedExpert& expert) {
    data.setData(kExpert, compact(QJsonDocument({{u"document"_s, expert.document}, {u"row"_s, expert.row}})));
}

void writeGatePrompt(QMimeData& data, const DraggedGatePrompt& prompt) {
    data.setData(kGatePrompt,
                 compact(QJsonDocument(
                     {{u"document"_s, prompt.document}, {u"expert"_s, prompt.expert}, {u"row"_s, prompt.row}})));
}

void writeCard(QMimeData& data, const QJsonObject& recipe) { data.setData(kCard, compact(QJsonDocument(recipe))); }

void writePictures(QMimeData& data, const QList<qint64>& ids, const QStringList& files) {
    QJsonArray array;
    for (qint64 id : ids) array.append(id);
    data.setData(kImage, compact(QJsonDocument(array)));
    if (!files.isEmpty()) data.setUrls(urlsOf(files));
}

QMimeData* pictureData(const QImage& pixels, const QString& file, const QString& parameters) {
    QImage image = pixels;
    for (const QString& key : image.textKeys()) image.setText(key, {});
    if (!parameters.isEmpty()) image.setText(u"parameters"_s, parameters);
    auto* mime = new QMimeData;
    mime->setImageData(image);
    if (!file.isEmpty()) mime->setUrls(urlsOf({file}));
    return mime;
}

QList<DraggedModel> readModels(const QMimeData& data) {
    QList<DraggedModel> models;
    const QJsonArray array = jsonIn(data, kModel).array();
    for (qsizetype i = 0; i < std::min(array.size(), kMostEntries); ++i) {
        const QJsonObject object = array.at(i).toObject();
        const QString ref = object.value(u"ref"_s).toString();
        if (ref.isEmpty()) continue;
        models << DraggedModel{.ref = ref,
                               .sha256 = object.value(u"sha256"_s).toString(),
                               .architecture = object.value(u"arch"_s).toString(),
                               .role = object.value(u"role"_s).toString(),
                               .name = object.value(u"name"_s).toString(),
                               .bytes = object.value(u"bytes"_s).toInteger()};
    }
    return models;
}

std::optional<DraggedExpert> readExpert(const QMimeData& data) {
    const QJsonObject object = jsonIn(data, kExpert).object();
    if (!object.contains(u"row"_s)) return std::nullopt;
    return DraggedExpert{.document = object.value(u"document"_s).toString(), .row = object.value(u"row"_s).toInt(-1)};
}

std::optional<QJsonObject> readCard(const QMimeData& data) {
    const QJsonDocument document = jsonIn(data, kCard);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

std::optional<DraggedGatePrompt> readGatePrompt(const QMimeData& data) {
    const QJsonObject object = jsonIn(data, kGatePrompt).object();
    if (!object.contains(u"row"_s)) return std::nullopt;
    return DraggedGatePrompt{.document = object.value(u"document"_s).toString(),
                             .expert = object.value(u"expert"_s).toInt(-1),
                             .row = object.value(u"row"_s).toInt(-1)};
}

QList<qint64> readPictures(const QMimeData& data) {
    QList<qint64> ids;
    const QJsonArray array = jsonIn(data, kImage).array();
    for (qsizetype i = 0; i < std::min(array.size(), kMostEntries); ++i)
        if (array.at(i).isDouble()) ids << array.at(i).toInteger();
    return ids;
}

QStringList localFiles(const QMimeData& data) {
    QStringList files;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile() && files.size() < kMostEntries) files << url.toLocalFile();
    return files;
}

QStringList webLinks(const QMimeData& data) {
    QStringList links;
    for (const QUrl& url : data.urls())
        if (isWebLink(url) && links.size() < kMostEntries) links << url.toString();
    if (!links.isEmpty() || data.hasUrls()) return links;
    const QString text = data.text().trimmed();
    if (text.size() <= kLongestText && isWebLink(QUrl(text, QUrl::StrictMode))) links << text;
    return links;
}

QString plainText(const QMimeData& data) {
    if (data.hasUrls() || !data.hasText()) return {};
    const QString text = data.text();
    return text.size() > kLongestText || !webLinks(data).isEmpty() ? QString() : text;
}

}  // namespace segmoe::ui
