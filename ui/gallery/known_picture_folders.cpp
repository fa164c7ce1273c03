// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/gallery/known_picture_folders.h"

#include <algorithm>

#include <QDir>
#include <QFileInfo>

namespace segmoe::ui {

using namespace Qt::StringLiterals;

QList<KnownPictureFolder> knownPictureFolders(const QString& home) {
    struct Place {
        QString program;
        QStringList folders;   ///< of the program
        QStringList pictures;  ///< in it; the first that exists
    };
    const Place places[] = {{u"AUTOMATIC1111"_s,
                             {u"stable-diffusion-webui"_s, u"stable-diffusion-webui-forge"_s, u"sd-webui"_s},
                             {u"outputs"_s, u"output"_s}},
                            {u"ComfyUI"_s, {u"ComfyUI"_s, u"comfyui"_s, u"Documents/ComfyUI"_s}, {u"output"_s}},
                            {u"InvokeAI"_s, {u"invokeai"_s, u"InvokeAI"_s}, {u"outputs/images"_s, u"outputs"_s}}};
    QList<KnownPictureFolder> found;
    for (const Place& place : places)
        for (const QString& folder : place.folders)
            for (const QString& pictures : place.pictures) {
                const QFileInfo info(QDir(home).filePath(folder + u'/' + pictures));
                if (!info.isDir()) continue;
                // A file system that ignores case knows "ComfyUI" and "comfyui" as one.
                const QString path = info.canonicalFilePath();
                const bool isKnown = std::any_of(found.begin(), found.end(),
                                                 [&](const KnownPictureFolder& other) { return other.path == path; });
                if (!isKnown) found.push_back({place.program, path});
                break;
            }
    return found;
}

}  // namespace segmoe::ui
