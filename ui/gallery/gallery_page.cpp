// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/gallery/gallery_page.h"

#include <algorithm>

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTabBar>
#include <QVBoxLayout>

#include "ui/bridge/error_text.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/settings.h"
#include "ui/gallery/gallery_compare.h"
#include "ui/gallery/gallery_delegate.h"
#include "ui/gallery/gallery_filter_bar.h"
#include "ui/gallery/gallery_list.h"
#include "ui/gallery/gallery_model.h"
#include "ui/gallery/gallery_viewer.h"
#include "ui/gallery/metadata_panel.h"
#include "ui/gallery/owned_models.h"
#include "ui/gallery/thumbnail_loader.h"
#include "ui/queue/picture_saver.h"
#include "ui/render/named_models.h"
#include "ui/shell/studio_context.h"
#include "ui/widgets/compare_view.h"
#include "ui/widgets/drop_hint.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/field.h"
#include "ui/widgets/image_view.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPanelWidth = 310;
constexpr int kNarrow = 1100;  // of the page: below, the panel is a tab
enum Content { ListShown, NothingYet, NoMatch, Loading };

}  // namespace

GalleryPage::GalleryPage(StudioContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_client(new GalleryClient(context.engine.galleryFactory(),
                                 QDir(context.settings.dataFolder()).filePath(u"gallery.sqlite"_s), this)),
      m_model(new GalleryModel(*m_client, this)),
      m_thumbnails(new ThumbnailLoader(context.engine.pictureFiles(), context.settings, this)),
      m_delegate(new GalleryDelegate(context.theme, *m_model, *m_thumbnails, this)),
      m_filters(new GalleryFilterBar(context.theme, this)),
      m_tabs(new QTabBar(this)),
      m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_views(new QStackedWidget(m_splitter)),
      m_browse(new QWidget(m_views)),
      m_content(new QStackedWidget),
      m_list(new GalleryList(*m_model, *m_delegate, context.engine.pictureFiles(), m_content)),
      m_missing(new QLabel),
      m_owned(new OwnedModels(context, this)) {
    setObjectName(u"gallery_page"_s);
    buildBrowse();
    buildViews();
    connectClient();
    connectPictures();
    connectList();
    connectDrops();
    const auto followSettings = [this] {
        m_list->setDragWithMetadata(m_context.settings.get(keys::kCopyWithMetadata));
    };
    followSettings();
    connect(&context.settings, &Settings::changed, this, followSettings);
    takeFilter();
    m_client->readModels();
    m_client->refreshFolders();
    // Pictures that were rendered before this page was first seen. The folder of all the user's pictures is not ours to
    // list unasked.
    const QString folder = context.settings.pictureFolder();
    const bool isOwn = folder != QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    if (isOwn && QFileInfo(folder).isDir()) m_client->addFolder(folder);
}

GalleryPage::~GalleryPage() { hide(); }  // while the members live: its parts still hear that they lose the focus

void GalleryPage::buildBrowse() {
    nameControl(m_list, u"gallery_list"_s, tr("Pictures"));
    auto* nothing = new EmptyState(m_context.theme, u"gallery"_s, tr("Images you render appear here."), m_content);
    QPushButton* render = nothing->addButton(u"gallery_render_button"_s, tr("Render first image"));
    QPushButton* add = nothing->addButton(u"gallery_add_button"_s, tr("Add image folder…"));
    connect(render, &QPushButton::clicked, this, [this] { Q_EMIT m_context.navigator.pageWanted(PageId::Render); });
    connect(add, &QPushButton::clicked, this, &GalleryPage::offerFolders);
    m_noMatch = new EmptyState(m_context.theme, u"search"_s, {}, m_content);
    QPushButton* clear = m_noMatch->addButton(u"gallery_clear_button"_s, tr("Clear search"));
    connect(clear, &QPushButton::clicked, m_filters, &GalleryFilterBar::clear);
    m_content->addWidget(m_list);
    m_content->addWidget(nothing);
    m_content->addWidget(m_noMatch);
    m_content->addWidget(new QWidget);
    m_content->setCurrentIndex(Loading);

    m_missingBar = new QFrame;
    m_missingBar->setProperty("role", u"banner"_s);
    m_missingBar->setProperty("tone", u"warn"_s);
    m_missing->setWordWrap(true);
    auto* remove = new QPushButton(tr("Remove from gallery"));
    nameControl(remove, u"gallery_remove_folder_button"_s, tr("Remove from gallery"));
    auto* row = new QHBoxLayout(m_missingBar);
    row->setContentsMargins(16, 8, 16, 8);
    row->addWidget(m_missing, 1);
    row->addWidget(remove);
    m_missingBar->hide();
    connect(remove, &QPushButton::clicked, this, [this] {
        m_client->forgetFolder(m_missingFolder);
        m_missingBar->hide();
    });

    auto* column = new QVBoxLayout(m_browse);
    column->setContentsMargins(8, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_missingBar);
    column->addWidget(m_content, 1);
    column->addWidget(buildBar());
}

QWidget* GalleryPage::buildBar() {
    m_bar = new QWidget;
    m_bar->setObjectName(u"gallery_selection_bar"_s);
    m_selected = new QLabel;
    m_selected->setProperty("role", u"secondary"_s);
    auto* row = new QHBoxLayout(m_bar);
    row->setContentsMargins(8, 8, 16, 8);
    row->setSpacing(8);
    row->addWidget(m_selected);
    row->addStretch(1);
    const auto add = [&](const QString& name, const QString& icon, const QString& text, const QString& tip, auto act) {
        auto* button = new QPushButton(text);
        nameControl(button, u"gallery_%1_button"_s.arg(name), text, tip);
        m_context.theme.bindIcon(button, icon);
        connect(button, &QPushButton::clicked, this, act);
        row->addWidget(button);
        return button;
    };
    m_compareButton = add(u"compare"_s, u"compare"_s, tr("Compare"), tr("Compare the two selected pictures (M)"),
                          [this] { compareSelected(); });
    m_recallButton =
        add(u"recall"_s, u"recall"_s, tr("Recall"), tr("Use what made this picture for the next one"), [] {});
    m_recallButton->setMenu(recallMenu(m_recallButton));
    add(u"export"_s, u"export"_s, tr("Export…"), tr("Write copies in another format or without metadata"),
        [this] { exportSelected(); });
    add(u"star"_s, u"star"_s, tr("Star"), tr("Star or unstar (.)"), [this] { toggleStar(); });
    add(u"delete"_s, u"trash"_s, tr("Delete"), tr("Move to the trash (Del)"), [this] { trashSelected(); });
    m_bar->hide();
    return m_bar;
}

void GalleryPage::buildViews() {
    m_viewer = new GalleryViewer(m_context.theme, m_context.engine.pictureFiles(), m_views);
    m_compare = new GalleryCompare(m_context.theme, m_context.engine.pictureFiles(), m_views);
    m_panel = new MetadataPanel(m_context.theme, m_splitter);
    m_views->addWidget(m_browse);
    m_views->addWidget(m_viewer);
    m_views->addWidget(m_compare);
    m_tabs->setObjectName(u"gallery_tabs"_s);
    m_tabs->setAccessibleName(tr("Gallery views"));
    m_tabs->addTab(tr("Pictures"));
    m_tabs->addTab(tr("Details"));
    m_tabs->hide();
    m_splitter->setObjectName(u"gallery_splitter"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_views);
    m_splitter->addWidget(m_panel);
    m_splitter->setStretchFactor(0, 1);
    m_panel->setMinimumWidth(kPanelWidth - 30);
    m_splitter->setSizes({900, kPanelWidth});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filters);
    column->addWidget(m_tabs);
    column->addWidget(m_splitter, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &GalleryPage::arrange);
    connect(m_viewer, &GalleryViewer::closed, this, [this] { showView(Browse); });
    connect(m_compare, &GalleryCompare::closed, this, [this] { showView(Browse); });
    connect(m_viewer, &GalleryViewer::stepped, this, &GalleryPage::step);
    connect(m_viewer, &GalleryViewer::starToggled, this, &GalleryPage::toggleStar);
    connect(m_viewer, &GalleryViewer::panelToggled, this, [this] {
        m_isPanelShown = !m_isPanelShown;
        arrange();
    });
    connect(m_viewer, &GalleryViewer::failed, this, &GalleryPage::fail);
    connect(m_compare, &GalleryCompare::failed, this, &GalleryPage::fail);
}

void GalleryPage::connectClient() {
    Navigator& navigator = m_context.navigator;
    connect(m_client, &GalleryClient::failed, this, &GalleryPage::fail);
    connect(m_client, &GalleryClient::notice, &navigator, &Navigator::message);
    connect(m_client, &GalleryClient::modelsRead, this,
            [this](const std::vector<GalleryModelCount>& models, const QStringList& folders) {
                m_filters->setModels(models);
                m_folders = folders;
            });
    connect(m_client, &GalleryClient::importEnded, this, [this](const QStringList& unreadable) {
        m_client->readModels();
        if (!unreadable.isEmpty())
            Q_EMIT m_context.navigator.message(
                tr("%n picture file(s) could not be read.", "", static_cast<int>(unreadable.size())));
    });
    connect(m_client, &GalleryClient::folderMissing, this, [this](const QString& folder) {
        m_missingFolder = folder;
        m_missing->setText(tr("The picture folder “%1” is not there. Connect its drive, or remove it from the gallery.")
                               .arg(QDir::toNativeSeparators(folder)));
        m_missingBar->show();
    });
    connect(m_client, &GalleryClient::trashed, this, [this](quint64 number, int files, int failed) {
        Navigator& out = m_context.navigator;
        if (failed > 0) Q_EMIT out.message(tr("%n picture(s) could not be moved to the trash.", "", failed));
        if (files == 0) return;
        const QString sentence = tr("%n picture(s) moved to the trash.", "", files);
        if (number == 0)
            Q_EMIT out.message(sentence);
        else
            Q_EMIT out.toast(sentence, tr("Undo"), this, [this, number] { m_client->undoTrash(number); });
    });
    connect(&m_context.pictures, &PictureSaver::pictureSaved, this,
            [this](const QString& file) { m_client->addFiles({file}); });
    connect(m_client, &GalleryClient::fileStarred, &navigator, &Navigator::pictureStarred);
    connect(&navigator, &Navigator::pictureWanted, this, &GalleryPage::showPicture);
}

void GalleryPage::connectList() {
    connect(m_filters, &GalleryFilterBar::filterChanged, this, &GalleryPage::takeFilter);
    connect(m_filters, &GalleryFilterBar::addFolderWanted, this, &GalleryPage::offerFolders);
    connect(m_filters, &GalleryFilterBar::sideChanged, m_list, &GalleryList::setSide);
    connect(m_list, &GalleryList::zoomed, this,
            [this](int steps) { m_filters->setSide(m_filters->side() + 16 * steps); });
    connect(m_list, &QAbstractItemView::doubleClicked, this, &GalleryPage::openViewer);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &GalleryPage::takeSelection);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QWidget::customContextMenuRequested, this, &GalleryPage::showMenu);
    connect(m_model, &GalleryModel::loaded, this, &GalleryPage::restoreSelection);
    connect(m_model, &GalleryModel::totalChanged, this, &GalleryPage::takeTotal);
    connect(m_model, &GalleryModel::dataChanged, this, [this] {
        if (const auto items = selectedItems(); m_views->currentIndex() == Viewer && items.size() == 1)
            m_viewer->setStar(items.front().star);
    });
    connect(m_thumbnails, &ThumbnailLoader::loaded, m_model, &GalleryModel::touch);
    connect(m_thumbnails, &ThumbnailLoader::gone, m_model, &GalleryModel::setGone);
    connect(m_delegate, &GalleryDelegate::starClicked, this,
            [this](qint64 id, bool star) { setStars({*m_model->itemAt(m_model->rowOf(id))}, star); });
    connect(m_delegate, &GalleryDelegate::removeClicked, this, [this](qint64 id) { m_client->forget({id}); });
    connect(m_panel, &MetadataPanel::recallWanted, this, &GalleryPage::recall);
    connect(m_panel, &MetadataPanel::rawWanted, this, &GalleryPage::showRaw);
    connect(m_panel, &MetadataPanel::plainCopyWanted, this, [this] { copyPicture(false); });
    connect(m_panel, &MetadataPanel::routingWanted, this, &GalleryPage::openRouting);
    connect(m_panel, &MetadataPanel::locateWanted, this, &GalleryPage::locateModel);
    connect(m_panel, &MetadataPanel::missingWanted, this, [this](const std::vector<NamedModel>& models) {
        const MissingModels missing = missingModels(models);
        Q_EMIT m_context.navigator.missingWanted(missing.references, missing.unknown);
    });
    m_panel->setOwned(m_owned);
    connect(m_owned, &OwnedModels::changed, this, [this] {
        if (const auto& settings = m_panel->settings()) m_panel->showSettings(PictureSettings(*settings));
    });
    connect(m_panel, &MetadataPanel::message, &m_context.navigator, &Navigator::message);
}

void GalleryPage::takeFilter() { m_model->setFilter(m_filters->filter()); }

void GalleryPage::takeTotal(qint64 total) {
    m_filters->showTotal(total);
    showEmptyOrList();
}

void GalleryPage::showEmptyOrList() {
    if (m_model->total() != 0) {
        m_content->setCurrentIndex(m_model->total() < 0 ? Loading : ListShown);
        return;
    }
    m_noMatch->setSentence(tr("No image matches “%1”.").arg(m_filters->query()));
    m_content->setCurrentIndex(m_filters->isFiltering() ? NoMatch : NothingYet);
}

void GalleryPage::restoreSelection() {
    QItemSelection selection;
    for (const qint64 id : m_chosen)
        if (const int row = m_model->rowOf(id); row >= 0) selection.select(m_model->index(row), m_model->index(row));
    m_list->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    takeSelection();  // a reset clears the selection without a word
    if (m_wantedFile.isEmpty()) return;
    if (const int row = m_model->rowOfFile(m_wantedFile); row >= 0) {
        m_wantedFile.clear();
        m_list->setCurrentIndex(m_model->index(row));
        m_list->scrollTo(m_model->index(row));
    }
}

std::vector<GalleryItem> GalleryPage::selectedItems() const {
    QModelIndexList indexes = m_list->selectionModel()->selectedIndexes();
    std::sort(indexes.begin(), indexes.end());
    std::vector<GalleryItem> items;
    for (const QModelIndex& index : indexes)
        if (const GalleryItem* item = m_model->itemAt(index)) items.push_back(*item);
    return items;
}

GalleryIds GalleryPage::selectedIds() const {
    GalleryIds ids;
    for (const GalleryItem& item : selectedItems()) ids.push_back(item.id);
    return ids;
}

void GalleryPage::takeSelection() {
    const std::vector<GalleryItem> items = selectedItems();
    if (!m_model->isLoading()) {
        m_chosen.clear();
        for (const GalleryItem& item : items) m_chosen.insert(item.id);
    }
    const int count = static_cast<int>(items.size());
    m_bar->setVisible(count > 0);
    m_selected->setText(tr("%n selected", "", count));
    m_compareButton->setEnabled(count == 2);
    m_recallButton->setEnabled(count == 1);
    m_context.engine.pictureFiles().forget(m_settings);
    if (count != 1) {
        m_panel->showCount(count);
        return;
    }
    m_panel->showFile(items.front(), !captureOf(items.front()).isEmpty());
    m_settings = m_context.engine.pictureFiles().readSettings(pathText(items.front().file));
}

void GalleryPage::showView(View view) {
    // Stepping from picture to picture leaves the panel as it is.
    if (m_views->currentIndex() != view) m_isPanelShown = view == Browse;
    m_views->setCurrentIndex(view);
    if (view != Viewer) m_viewer->leave();
    arrange();
    switch (view) {
        case Browse: m_list->setFocus(); return;
        case Viewer: m_viewer->view().setFocus(); return;
        case Compare: m_compare->view().canvas().setFocus(); return;
    }
}

void GalleryPage::arrange() {
    const bool isBrowsing = m_views->currentIndex() == Browse;
    const bool isNarrow = width() < kNarrow;
    m_filters->setVisible(isBrowsing);
    m_tabs->setVisible(isBrowsing && isNarrow);
    const bool isTabbed = isBrowsing && isNarrow;
    m_views->setVisible(!isTabbed || m_tabs->currentIndex() == 0);
    m_panel->setVisible(isTabbed ? m_tabs->currentIndex() == 1 : m_isPanelShown);
}

void GalleryPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void GalleryPage::fail(const Failure& failure) { Q_EMIT m_context.navigator.message(errorText(failure.code).sentence); }

}  // namespace segmoe::ui
