// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSet>
#include <QWidget>

#include "ui/bridge/gallery_client.h"
#include "ui/bridge/picture_client.h"
#include "ui/shell/navigator.h"

class QLabel;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTabBar;

namespace segmoe::ui {

class DropHint;
class EmptyState;
class GalleryCompare;
class GalleryDelegate;
class GalleryFilterBar;
class GalleryList;
class GalleryModel;
class GalleryViewer;
class MetadataPanel;
class OwnedModels;
class ThumbnailLoader;
struct ExportChoice;
struct StudioContext;

/// Every picture on this disk that the gallery knows: find, look, reuse, compare (ui.md §10).
class GalleryPage : public QWidget {
    Q_OBJECT
public:
    explicit GalleryPage(StudioContext& context, QWidget* parent = nullptr);
    ~GalleryPage() override;

    GalleryModel& model() { return *m_model; }
    GalleryList& list() { return *m_list; }
    GalleryFilterBar& filterBar() { return *m_filters; }
    MetadataPanel& panel() { return *m_panel; }
    GalleryViewer& viewer() { return *m_viewer; }
    GalleryCompare& compare() { return *m_compare; }
    GalleryClient& client() { return *m_client; }

    std::vector<GalleryItem> selectedItems() const;
    void openViewer();
    /// Exactly two selected ones; with one, the one before it in the list.
    void compareSelected();
    void recall(RecallPart part);
    void toggleStar();
    void trashSelected();
    void showRaw();
    void openRouting();
    /// Pixels; with metadata also the file, which holds the settings.
    void copyPicture(bool withMetadata);
    void copyPicture();  ///< as the settings say
    void copyPrompt();
    void showInFolder();
    void exportSelected();
    void addFolder();
    /// Folders of other programs first, where there are some that are not listed yet.
    void offerFolders();
    /// A star for a picture file, which is taken into the gallery when it is not there.
    void setStar(const QString& file, bool star);
    /// Selects a picture by its file; it is taken into the gallery when it is not there.
    void showPicture(const QString& file);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum View { Browse, Viewer, Compare };

    void buildBrowse();
    void buildViews();
    QWidget* buildBar();
    void connectClient();
    void connectPictures();
    void connectList();
    void connectDrops();
    void takeFilter();
    void takeSelection();
    void takeTotal(qint64 total);
    void restoreSelection();
    void showView(View view);
    void step(int direction);
    void showEmptyOrList();
    void arrange();
    void showMenu(QPoint place);
    void locateModel(const QString& model);
    QMenu* recallMenu(QWidget* parent);
    void exportTo(const ExportChoice& choice, const std::vector<GalleryItem>& items);
    void setStars(const std::vector<GalleryItem>& items, bool star);
    QString captureOf(const GalleryItem& item) const;
    void copyIntoFolder(const QStringList& files);
    void fail(const Failure& failure);
    GalleryIds selectedIds() const;

    StudioContext& m_context;
    GalleryClient* m_client;
    GalleryModel* m_model;
    ThumbnailLoader* m_thumbnails;
    GalleryDelegate* m_delegate;
    GalleryFilterBar* m_filters;
    QTabBar* m_tabs;
    QSplitter* m_splitter;
    QStackedWidget* m_views;
    QWidget* m_browse;
    QStackedWidget* m_content;  ///< list, nothing yet, no match
    GalleryList* m_list;
    EmptyState* m_noMatch = nullptr;
    GalleryViewer* m_viewer = nullptr;
    GalleryCompare* m_compare = nullptr;
    MetadataPanel* m_panel = nullptr;
    QWidget* m_bar = nullptr;
    QLabel* m_selected = nullptr;
    QLabel* m_missing;
    QWidget* m_missingBar = nullptr;
    QString m_missingFolder;
    QPushButton* m_compareButton = nullptr;
    QPushButton* m_recallButton = nullptr;
    DropHint* m_hint = nullptr;
    QSet<qint64> m_chosen;  ///< selected ids, kept over a reload
    QString m_wantedFile;   ///< to be selected when it is there
    OwnedModels* m_owned;
    QStringList m_folders;  ///< that are listed
    PictureQuestion m_settings{};
    PictureQuestion m_copy{};
    QString m_copyFile;       ///< goes with the pixels; empty = without metadata
    QSet<quint64> m_exports;  ///< questions of the export under way
    int m_exported = 0;
    bool m_isPanelShown = true;
};

}  // namespace segmoe::ui
