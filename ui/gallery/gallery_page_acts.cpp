// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// What can be done with the selected pictures.
#include <algorithm>

#include <QClipboard>
#include <QCursor>
#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QStackedWidget>
#include <QUrl>

#include "ui/bridge/library_client.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/settings.h"
#include "ui/gallery/export_dialog.h"
#include "ui/gallery/gallery_compare.h"
#include "ui/gallery/gallery_delegate.h"
#include "ui/gallery/gallery_filter_bar.h"
#include "ui/gallery/gallery_list.h"
#include "ui/gallery/gallery_model.h"
#include "ui/gallery/gallery_page.h"
#include "ui/gallery/gallery_viewer.h"
#include "ui/gallery/known_picture_folders.h"
#include "ui/gallery/metadata_panel.h"
#include "ui/gallery/raw_metadata_dialog.h"
#include "ui/gallery/thumbnail_loader.h"
#include "ui/routing/capture_saver.h"
#include "ui/routing/capture_store.h"
#include "ui/shell/action_table.h"
#include "ui/shell/studio_context.h"
#include "ui/widgets/drop_hint.h"
#include "ui/widgets/mime_kinds.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

void GalleryPage::connectPictures() {
    PictureClient& pictures = m_context.engine.pictureFiles();
    connect(&pictures, &PictureClient::settingsRead, this,
            [this](PictureQuestion question, const PictureSettings& settings) {
                if (question == m_settings) m_panel->showSettings(settings);
            });
    connect(&pictures, &PictureClient::pictureRead, this, [this](PictureQuestion question, const QImage& picture) {
        if (question != m_copy) return;
        QGuiApplication::clipboard()->setMimeData(pictureData(picture, m_copyFile));
        Q_EMIT m_context.navigator.message(m_copyFile.isEmpty() ? tr("Picture copied without metadata.")
                                                                : tr("Picture copied."));
    });
    connect(&pictures, &PictureClient::converted, this,
            [this](PictureQuestion question, const QString&, const UnsavedMetadata& unsaved) {
                if (!m_exports.remove(static_cast<quint64>(question))) return;
                ++m_exported;
                if (unsaved.parameters || unsaved.segmoe)
                    Q_EMIT m_context.navigator.message(
                        tr("The JPEG header had no room for all of the metadata; what did not fit was left out."));
                else if (m_exports.isEmpty())
                    Q_EMIT m_context.navigator.message(tr("%n picture(s) exported.", "", m_exported));
            });
    connect(&pictures, &PictureClient::failed, this, [this](PictureQuestion question, const Failure& failure) {
        const bool isExport = m_exports.remove(static_cast<quint64>(question));
        if (question == m_settings) {
            m_panel->showFailure(tr("This file cannot be read any more."));
        } else if (isExport || question == m_copy) {
            fail(failure);
        }
    });
}

void GalleryPage::openViewer() {
    const QModelIndex index = m_list->currentIndex();
    const GalleryItem* item = m_model->itemAt(index);
    if (!item) return;
    m_list->selectionModel()->select(index, QItemSelectionModel::ClearAndSelect);
    m_viewer->show(*item, m_thumbnails->thumbnail(*item, m_delegate->side()), index.row(), m_model->total());
    showView(Viewer);
}

void GalleryPage::step(int direction) {
    const int last = m_model->rowCount() - 1;
    const int row = m_list->currentIndex().row();
    int target = row + direction;
    if (direction == -2) target = 0;
    if (direction == 2) target = last;
    if (target > last && m_model->canFetchMore({})) m_model->fetchMore({});
    target = std::clamp(target, 0, std::max(0, last));
    if (target == row) return;
    m_list->setCurrentIndex(m_model->index(target));
    openViewer();
}

void GalleryPage::compareSelected() {
    std::vector<GalleryItem> items = selectedItems();
    if (items.size() == 1)
        if (const GalleryItem* before = m_model->itemAt(m_list->currentIndex().row() + 1))
            items.insert(items.begin(), *before);
    if (items.size() != 2) {
        Q_EMIT m_context.navigator.message(tr("Select two pictures to compare them."));
        return;
    }
    m_compare->compare(items[0], items[1]);
    showView(Compare);
}

void GalleryPage::recall(RecallPart part) {
    if (m_panel->settings() && !m_panel->settings()->format.empty())
        Q_EMIT m_context.navigator.recallWanted(*m_panel->settings(), part);
    else
        Q_EMIT m_context.navigator.message(selectedItems().size() == 1
                                               ? tr("No generation settings were found in this picture.")
                                               : tr("Select one picture to use its settings."));
}

void GalleryPage::toggleStar() {
    const std::vector<GalleryItem> items = selectedItems();
    if (items.empty()) return;
    const bool all = std::all_of(items.begin(), items.end(), [](const GalleryItem& item) { return item.star; });
    setStars(items, !all);
}

void GalleryPage::setStars(const std::vector<GalleryItem>& items, bool star) {
    GalleryIds ids;
    for (const GalleryItem& item : items) {
        ids.push_back(item.id);
        Q_EMIT m_context.navigator.pictureStarred(pathText(item.file), star);
    }
    m_client->setStar(ids, star);
}

void GalleryPage::setStar(const QString& file, bool star) { m_client->setFileStar(file, star); }

void GalleryPage::trashSelected() {
    if (const GalleryIds ids = selectedIds(); !ids.empty()) m_client->trash(ids);
    if (m_views->currentIndex() == Viewer) showView(Browse);
}

void GalleryPage::showRaw() {
    // In the viewer this key is for the panel beside the picture.
    if (m_views->currentIndex() == Viewer && sender() && qobject_cast<QAction*>(sender())) {
        m_isPanelShown = !m_isPanelShown;
        arrange();
        return;
    }
    const std::vector<GalleryItem> items = selectedItems();
    if (items.size() != 1 || !m_panel->settings()) return;
    auto* dialog = new RawMetadataDialog(pathText(items.front().file.filename()), *m_panel->settings(), this);
    dialog->open();
}

void GalleryPage::openRouting() {
    const std::vector<GalleryItem> items = selectedItems();
    if (items.size() != 1) return;
    if (const QString capture = captureOf(items.front()); !capture.isEmpty())
        Q_EMIT m_context.navigator.captureWanted(capture);
    else
        Q_EMIT m_context.navigator.message(tr("This image has no routing capture."));
}

QString GalleryPage::captureOf(const GalleryItem& item) const {
    const QString file = pathText(item.file);
    if (const CapturePtr inMemory = m_context.captures ? m_context.captures->ofPicture(file) : nullptr)
        return inMemory->id;
    QStringList files{captureFileBeside(file)};
    if (!item.capture.empty()) files.prepend(QFileInfo(file).dir().filePath(toText(item.capture)));
    for (const QString& capture : files)
        if (QFileInfo(capture).isFile()) return capture;
    return {};
}

void GalleryPage::copyPicture(bool withMetadata) {
    const std::vector<GalleryItem> items = selectedItems();
    if (items.size() != 1) return;
    const QString file = pathText(items.front().file);
    m_copyFile = withMetadata ? file : QString();
    m_copy = m_context.engine.pictureFiles().readPicture(file);
}

void GalleryPage::copyPicture() { copyPicture(m_context.settings.get(keys::kCopyWithMetadata)); }

void GalleryPage::copyPrompt() {
    const std::vector<GalleryItem> items = selectedItems();
    if (items.size() != 1) return;
    QGuiApplication::clipboard()->setText(toText(items.front().prompt));
    Q_EMIT m_context.navigator.message(tr("Prompt copied."));
}

void GalleryPage::showInFolder() {
    const std::vector<GalleryItem> items = selectedItems();
    if (!items.empty()) QDesktopServices::openUrl(QUrl::fromLocalFile(pathText(items.front().file.parent_path())));
}

void GalleryPage::exportSelected() {
    const std::vector<GalleryItem> items = selectedItems();
    if (items.empty()) return;
    auto* dialog = new ExportDialog(m_context.settings, static_cast<int>(items.size()), this);
    connect(dialog, &QDialog::accepted, this, [this, dialog, items] { exportTo(dialog->choice(), items); });
    dialog->open();
}

void GalleryPage::exportTo(const ExportChoice& choice, const std::vector<GalleryItem>& items) {
    const PictureFormat format = choice.saving.format.value_or(PictureFormat::Png);
    const QString suffix = format == PictureFormat::Jpeg   ? u"jpg"_s
                           : format == PictureFormat::Webp ? u"webp"_s
                                                           : u"png"_s;
    QStringList taken;
    m_exported = 0;
    for (const GalleryItem& item : items) {
        const ExportFacts facts{QDateTime::fromSecsSinceEpoch(item.modified).date().toString(Qt::ISODate),
                                item.seed ? QString::number(*item.seed) : QString(), toText(item.model),
                                pathText(item.file.stem()), static_cast<int>(taken.size()) + 1};
        const QString target = freeFile(choice.folder, exportName(choice.pattern, facts), suffix, taken);
        taken << target;
        m_exports.insert(
            static_cast<quint64>(m_context.engine.pictureFiles().convert(pathText(item.file), target, choice.saving)));
    }
}

void GalleryPage::offerFolders() {
    QList<KnownPictureFolder> known = knownPictureFolders(QDir::homePath());
    known.removeIf([this](const KnownPictureFolder& folder) { return m_folders.contains(folder.path); });
    if (known.isEmpty()) return addFolder();
    auto* menu = new QMenu(this);
    menu->setObjectName(u"gallery_folder_menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const KnownPictureFolder& folder : known)
        menu->addAction(tr("Pictures of %1: %2").arg(folder.program, QDir::toNativeSeparators(folder.path)), this,
                        [this, path = folder.path] {
                            m_client->addFolder(path);
                            m_client->readModels();
                        });
    menu->addSeparator();
    menu->addAction(tr("Another folder…"), this, &GalleryPage::addFolder);
    const auto* button = qobject_cast<QWidget*>(QGuiApplication::focusObject());
    menu->popup(button && isAncestorOf(button) ? button->mapToGlobal(button->rect().bottomLeft()) : QCursor::pos());
}

void GalleryPage::locateModel(const QString& model) {
    auto* dialog = new QFileDialog(this, tr("Locate %1").arg(model), {}, tr("Models (*.safetensors)"));
    dialog->setObjectName(u"gallery_locate_dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        const QString folder = QFileInfo(file).absolutePath();
        m_context.engine.library().addRoot(folder, false);
        m_context.engine.library().scan(folder);
        Q_EMIT m_context.navigator.message(tr("%1 is part of the library now.").arg(QDir::toNativeSeparators(folder)));
    });
    dialog->open();
}

void GalleryPage::addFolder() {
    auto* dialog = new QFileDialog(this, tr("Add image folder"), m_context.settings.pictureFolder());
    dialog->setObjectName(u"gallery_folder_dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_client, &GalleryClient::addFolder);
    dialog->open();
}

void GalleryPage::showPicture(const QString& file) {
    m_wantedFile = file;
    showView(Browse);
    m_filters->clear();
    m_client->addFiles({file});
    m_model->reload();
}

void GalleryPage::connectDrops() {
    m_hint = new DropHint(m_context.theme, m_content);
    m_hint->hide();
    connect(m_list, &GalleryList::dragHint, this, [this](const QString& text, bool accepted) {
        m_hint->setVisible(!text.isEmpty());
        if (text.isEmpty()) return;
        if (accepted)
            m_hint->showAccept(text);
        else
            m_hint->showRefusal(text);
    });
    connect(m_list, &GalleryList::filesDropped, this, [this](const QStringList& files, bool copy) {
        QStringList pictures;
        for (const QString& file : files) {
            if (QFileInfo(file).isDir())
                m_client->addFolder(file);
            else
                pictures << file;
        }
        if (copy)
            copyIntoFolder(pictures);
        else if (!pictures.isEmpty())
            m_client->addFiles(pictures);
    });
}

void GalleryPage::copyIntoFolder(const QStringList& files) {
    const QString folder = m_context.settings.pictureFolder();
    QDir().mkpath(folder);
    QStringList copied;
    for (const QString& file : files) {
        const QFileInfo source(file);
        const QString target = freeFile(folder, source.completeBaseName(), source.suffix(), copied);
        if (QFile::copy(file, target)) copied << target;
    }
    if (copied.size() < files.size())
        Q_EMIT m_context.navigator.message(tr("%n picture(s) could not be copied; the disk may be full.", "",
                                              static_cast<int>(files.size() - copied.size())));
    if (!copied.isEmpty()) m_client->addFiles(copied);
}

QMenu* GalleryPage::recallMenu(QWidget* parent) {
    auto* menu = new QMenu(parent);
    const std::pair<QString, RecallPart> parts[] = {{tr("All"), RecallPart::All},
                                                    {tr("Prompt"), RecallPart::Prompt},
                                                    {tr("Seed"), RecallPart::Seed},
                                                    {tr("Size"), RecallPart::Size},
                                                    {tr("Remix: everything but the seed"), RecallPart::Remix}};
    for (const auto& [text, part] : parts) menu->addAction(text, this, [this, chosen = part] { recall(chosen); });
    return menu;
}

void GalleryPage::showMenu(QPoint place) {
    const int count = static_cast<int>(selectedItems().size());
    if (count == 0) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](QMenu* into, const QString& text, bool enabled, auto act) {
        QAction* action = into->addAction(text, this, act);
        action->setEnabled(enabled);
    };
    const bool one = count == 1;
    add(menu, tr("Open"), one, [this] { openViewer(); });
    add(menu, one ? tr("Compare with previous") : tr("Compare"), count <= 2, [this] { compareSelected(); });
    QMenu* recalls = recallMenu(menu);
    recalls->setTitle(tr("Recall"));
    recalls->setEnabled(one && m_panel->settings() && !m_panel->settings()->format.empty());
    menu->addMenu(recalls);
    add(menu, tr("Star"), true, [this] { toggleStar(); });
    menu->addSeparator();
    add(menu, tr("Copy image"), one, [this] { copyPicture(); });
    add(menu, tr("Copy without metadata"), one, [this] { copyPicture(false); });
    add(menu, tr("Copy prompt"), one, [this] { copyPrompt(); });
    menu->addSeparator();
    add(menu, tr("Open in Routing"), one, [this] { openRouting(); });
    add(menu, tr("Show file"), one, [this] { showInFolder(); });
    add(menu, tr("Export…"), true, [this] { exportSelected(); });
    add(menu, tr("Delete"), true, [this] { trashSelected(); });
    menu->popup(m_list->viewport()->mapToGlobal(place));
}

}  // namespace segmoe::ui
