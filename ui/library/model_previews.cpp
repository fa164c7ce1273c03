// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/model_previews.h"

#include <QHash>

#include "ui/bridge/qt_convert.h"
#include "ui/gallery/thumbnail_loader.h"

namespace segmoe::ui {

ModelPreviews::ModelPreviews(PictureClient& pictures, const Settings& settings, QObject* parent)
    : QObject(parent), m_loader(new ThumbnailLoader(pictures, settings, this)) {
    connect(m_loader, &ThumbnailLoader::loaded, this, &ModelPreviews::changed);
}

QPixmap ModelPreviews::picture(const ModelPreview& preview, int pixels) {
    if (preview.file.empty()) return {};
    GalleryItem item;
    item.file = preview.file;
    item.bytes = preview.bytes;
    item.modified = preview.modified;
    // A file that was written anew is another picture: one that could not be read may be readable now.
    item.id = static_cast<std::int64_t>(qHashMulti(0, pathText(preview.file), preview.bytes, preview.modified));
    return m_loader->thumbnail(item, pixels);
}

}  // namespace segmoe::ui
