// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QLineEdit>

#include "app/studio/scenes.h"
#include "ui/bridge/sample_gallery.h"
#include "ui/gallery/gallery_list.h"
#include "ui/gallery/gallery_model.h"
#include "ui/gallery/gallery_page.h"

using namespace Qt::StringLiterals;
using namespace segmoe::ui;

namespace {

constexpr int kPictures = 1482;

GalleryPage& openGallery(Scene& scene, int pictures) {
    fillSampleGallery(*scene.client().galleryItems, *scene.client().pictures, pictures);
    // Two of the three experts are on this disk.
    for (const char* name : {"dreamscape", "portrait", "dreamscape_v4"})
        scene.client().library().content.models.emplace_back().facts.path = std::string("/models/") + name;
    scene.window().showPage(PageId::Gallery);
    auto* page = scene.window().findChild<GalleryPage*>();
    letPass(1500);
    return *page;
}

void select(GalleryPage& page, const QList<int>& rows) {
    page.list().setCurrentIndex(page.model().index(rows.first()));
    QItemSelection selection;
    for (const int row : rows) selection.select(page.model().index(row), page.model().index(row));
    page.list().selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    letPass(400);
}

}  // namespace

std::vector<SceneState> galleryScenes() {
    return {
        {"gallery_empty", [](Scene& scene) { openGallery(scene, 0); }},
        {"gallery_filled", [](Scene& scene) { select(openGallery(scene, kPictures), {3}); }},
        {"gallery_two",
         [](Scene& scene) {
             select(openGallery(scene, kPictures), {1, 4});
         }},
        {"gallery_nomatch",
         [](Scene& scene) {
             GalleryPage& page = openGallery(scene, kPictures);
             page.findChild<QLineEdit*>(u"gallery_find_edit"_s)->setText(u"a castle made of glass"_s);
             letPass(600);
         }},
        {"gallery_gone",
         [](Scene& scene) {
             GalleryPage& page = openGallery(scene, 30);
             page.model().setGone(page.model().itemAt(2)->id);
             letPass(100);
         }},
        {"gallery_folder_missing",
         [](Scene& scene) {
             GalleryPage& page = openGallery(scene, 30);
             page.client().addFolder(u"/media/drive/pictures/gone"_s);
             letPass(300);
         }},
        {"gallery_viewer",
         [](Scene& scene) {
             GalleryPage& page = openGallery(scene, kPictures);
             select(page, {2});
             page.openViewer();
             letPass(500);
         }},
        {"gallery_compare",
         [](Scene& scene) {
             GalleryPage& page = openGallery(scene, kPictures);
             select(page, {0, 3});
             page.compareSelected();
             letPass(700);
         }},
    };
}
