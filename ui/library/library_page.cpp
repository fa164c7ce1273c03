// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/library_page.h"

#include <algorithm>

#include <QComboBox>
#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/bridge/engine_client.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/settings.h"
#include "ui/bridge/trashed_file.h"
#include "ui/library/check_group.h"
#include "ui/library/library_filter.h"
#include "ui/library/library_model.h"
#include "ui/library/mixture_offer.h"
#include "ui/library/model_card_delegate.h"
#include "ui/library/model_detail.h"
#include "ui/library/model_file_acts.h"
#include "ui/library/model_previews.h"
#include "ui/library/root_list.h"
#include "ui/shell/navigator.h"
#include "ui/shell/studio_context.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/escape_clears.h"
#include "ui/widgets/field.h"
#include "ui/widgets/mime_kinds.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/upright_scroll.h"
#include "ui/widgets/wrap_layout.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSideWidth = 210;
const QString kLibrarySplitter = u"library"_s;

}  // namespace

LibraryPage::LibraryPage(StudioContext& context, LibraryClient& library, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_library(library),
      m_models(new LibraryListModel(this)),
      m_filter(new LibraryFilter(this)),
      m_previews(new ModelPreviews(context.engine.pictureFiles(), context.settings, this)),
      m_delegate(new ModelCardDelegate(context.theme, *m_previews, this)),
      m_detail(new ModelDetail(context.theme)),
      m_acts(new ModelFileActs(context, library, this)),
      m_offer(new MixtureOffer(library, *m_models, context.navigator, this)),
      m_splitter(new QSplitter(this)) {
    setObjectName(u"library_page"_s);
    setAcceptDrops(true);
    m_filter->setSourceModel(m_models);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(buildHeader());
    column->addWidget(m_splitter, 1);
    m_splitter->setObjectName(u"library_main_splitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(buildSide());
    m_splitter->addWidget(buildList());
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({240, 640, 300});
    if (const QByteArray state = context.settings.splitterState(kLibrarySplitter); !state.isEmpty())
        m_splitter->restoreState(state);
    m_refreshFilters.setSingleShot(true);
    m_refreshFilters.setInterval(100);
    m_findUses.setSingleShot(true);
    m_findUses.setInterval(250);
    connect(&m_findUses, &QTimer::timeout, this, [this] {
        if (!current().isEmpty()) m_library.findUses(current(), m_context.settings.recentFiles());
    });
    connect(&m_refreshFilters, &QTimer::timeout, this, &LibraryPage::updateFilters);
    connect(&context.theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    connect(m_previews, &ModelPreviews::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    connect(m_previews, &ModelPreviews::changed, this, &LibraryPage::updatePicture);
    connect(&context.navigator, &Navigator::windowClosing, this, [this] {
        m_context.settings.setSplitterState(m_splitter->saveState(), kLibrarySplitter);
        m_library.stopScan();
        m_library.stopHashing();
        m_library.stopFileWork();
    });
    connectClient();
    connectRoots();
    connectDetail();
    updateState();
}

LibraryPage::~LibraryPage() { hide(); }  // while the members live: its parts still hear that they lose the focus

QWidget* LibraryPage::buildHeader() {
    auto* header = new QWidget;
    auto* row = new WrapLayout(8, 6, WrapLayout::Rest::Between);
    header->setLayout(row);
    m_find = new QLineEdit;
    m_find->setPlaceholderText(tr("Find"));
    m_find->setClearButtonEnabled(true);
    clearOnEscape(*m_find);
    m_find->setMaximumWidth(360);
    nameControl(m_find, u"library_find_edit"_s, tr("Find"), tr("Name, tag, trigger word, hash or path."));
    m_sort = new QComboBox;
    m_sort->addItems({tr("Name"), tr("Size"), tr("Added"), tr("Last used"), tr("Architecture")});
    nameControl(m_sort, u"library_sort_combo"_s, tr("Sort"), tr("Order of the models"));
    m_view = new Segmented({{u"library_view_grid_button"_s, tr("Grid"), tr("Show cards")},
                            {u"library_view_list_button"_s, tr("List"), tr("Show lines")}});
    m_view->setObjectName(u"library_view_toggle"_s);
    m_rescan = new QPushButton(tr("Rescan"));
    nameControl(m_rescan, u"library_rescan_button"_s, tr("Rescan"), tr("Look for changed files (F5)"));
    m_context.theme.bindIcon(m_rescan, u"retry"_s);
    auto* view = new QHBoxLayout;
    view->setSpacing(8);
    for (QWidget* part : std::initializer_list<QWidget*>{m_sort, m_view, m_rescan}) view->addWidget(part);
    row->add(m_find, 1);
    row->add(view);
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setText(text);
        updateState();
    });
    connect(m_sort, &QComboBox::currentIndexChanged, this,
            [this](int sort) { m_filter->setSort(static_cast<LibraryFilter::Sort>(sort)); });
    connect(m_view, &Segmented::currentChanged, this, [this](int choice) { setGrid(choice == 0); });
    connect(m_rescan, &QPushButton::clicked, this, &LibraryPage::rescan);
    return header;
}

QWidget* LibraryPage::buildSide() {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(16);
    auto* heading = new QLabel(tr("Folders"));
    heading->setProperty("role", u"strong"_s);
    m_roots = new RootList(m_context.theme);
    m_architectures = new CheckGroup(tr("Architecture"), u"library_arch_filter"_s);
    m_kinds = new CheckGroup(tr("Role"), u"library_role_filter"_s);
    m_states = new CheckGroup(tr("State"), u"library_state_filter"_s);
    column->addWidget(heading);
    column->addWidget(m_roots);
    for (CheckGroup* group : {m_architectures, m_kinds, m_states}) {
        column->addWidget(group);
        connect(group, &CheckGroup::changed, this, &LibraryPage::applyFilters);
    }
    column->addStretch(1);
    auto* side = new UprightScroll(kSideWidth);
    side->setObjectName(u"library_side_panel"_s);
    side->setAccessibleName(tr("Folders and filters"));
    content->setProperty("role", u"card"_s);
    side->setWidget(content);
    return side;
}

QWidget* LibraryPage::buildList() {
    auto* middle = new QWidget(m_splitter);
    m_stack = new QStackedWidget(middle);
    m_list = new QListView(m_stack);
    nameControl(m_list, u"library_list"_s, tr("Models"));
    m_list->setModel(m_filter);
    m_list->setItemDelegate(m_delegate);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setDragEnabled(true);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->installEventFilter(this);
    setGrid(true);
    connect(m_list, &QListView::customContextMenuRequested, this, &LibraryPage::showContextMenu);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &LibraryPage::updateDetail);

    m_noFolders =
        new EmptyState(m_context.theme, u"folder-missing"_s,
                       tr("No folders yet. Add the folder where your models are; files stay where they are."));
    connect(m_noFolders->addButton(u"library_empty_add_button"_s, tr("Add folder…")), &QPushButton::clicked, this,
            &LibraryPage::addFolder);
    connect(m_noFolders->addButton(u"library_empty_known_button"_s, tr("Folders of other programs…")),
            &QPushButton::clicked, this, &LibraryPage::chooseFolders);
    m_noModels = new EmptyState(m_context.theme, u"search"_s, tr("No models were found in your folders."));
    connect(m_noModels->addButton(u"library_none_rescan_button"_s, tr("Rescan")), &QPushButton::clicked, this,
            &LibraryPage::rescan);
    m_noMatch = new EmptyState(m_context.theme, u"filter"_s, tr("No model matches these filters."));
    connect(m_noMatch->addButton(u"library_clear_filters_button"_s, tr("Clear filters")), &QPushButton::clicked, this,
            [this] {
                m_find->clear();
                for (CheckGroup* group : {m_architectures, m_kinds, m_states}) group->clear();
            });
    for (QWidget* page : {static_cast<QWidget*>(m_list), static_cast<QWidget*>(m_noFolders),
                          static_cast<QWidget*>(m_noModels), static_cast<QWidget*>(m_noMatch)})
        m_stack->addWidget(page);

    m_scanBar = new QProgressBar;
    m_scanBar->setObjectName(u"library_scan_progress_bar"_s);
    m_scanBar->setAccessibleName(tr("Scanning"));
    m_scanBar->setRange(0, 0);
    m_scanBar->setTextVisible(false);
    m_scanLabel = new QLabel;
    m_scanLabel->setProperty("role", u"caption"_s);
    m_scanStop = new QPushButton(tr("Stop"));
    nameControl(m_scanStop, u"library_scan_stop_button"_s, tr("Stop scanning"), tr("What was found stays."));
    auto* scan = new QHBoxLayout;
    scan->addWidget(m_scanLabel);
    scan->addWidget(m_scanBar, 1);
    scan->addWidget(m_scanStop);
    connect(m_scanStop, &QPushButton::clicked, this, [this] {
        m_scanLabel->setText(tr("Cancelling…"));
        m_scanStop->setEnabled(false);
        m_library.stopScan();
    });
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(8, 0, 8, 0);
    column->setSpacing(8);
    column->addWidget(m_stack, 1);
    column->addLayout(scan);
    return middle;
}

void LibraryPage::connectClient() {
    connect(&m_library, &LibraryClient::loaded, this, &LibraryPage::takeLoaded);
    connect(&m_library, &LibraryClient::rootsChanged, this, &LibraryPage::setRoots);
    connect(&m_library, &LibraryClient::modelsFound, this, &LibraryPage::takeModels);
    connect(&m_library, &LibraryClient::modelsGone, this, [this](const QStringList& models) {
        m_models->remove(models);
        m_refreshFilters.start();
    });
    connect(&m_library, &LibraryClient::scanStarted, this, [this] {
        m_isScanning = true;
        m_scanStop->setEnabled(true);
        m_scanLabel->setText(tr("Scanning…"));
        updateState();
    });
    connect(&m_library, &LibraryClient::scanProgressed, this, [this](int done, int read) {
        if (m_scanStop->isEnabled())
            m_scanLabel->setText(tr("Scanning: %1 models, %2 new or changed").arg(done).arg(read));
    });
    connect(&m_library, &LibraryClient::scanFinished, this, [this](const LibraryScanReport& report, bool stopped) {
        m_isScanning = false;
        updateState();
        updateDetail();
        Q_EMIT m_context.navigator.message(stopped
                                               ? tr("Scanning was stopped; what was found stays.")
                                               : tr("%n model(s) found, %1 new or changed, %2 gone.", "", report.models)
                                                     .arg(report.read)
                                                     .arg(report.missing));
    });
    connect(&m_library, &LibraryClient::hashProgressed, this, [this](const QString& model, double fraction) {
        if (model == current()) m_detail->showHashing(fraction);
    });
    connect(&m_library, &LibraryClient::hashed, this,
            [this](const QString& model, const QString& sha256, const QString& autoV3) {
                m_models->setSha256(model, sha256, autoV3);
                m_refreshFilters.start();
                if (model == current()) updateDetail();
                lookUpDigest(model, sha256);
            });
    connect(&m_library, &LibraryClient::identifying, this, [this](int left) {
        m_unidentified = left;
        updateState();
    });
    connect(&m_library, &LibraryClient::trashed, this, [this](const QString& model, const QString& inTrash) {
        m_models->remove({model});
        updateFilters();
        Q_EMIT m_context.navigator.toast(tr("“%1” was moved to the trash.").arg(QFileInfo(model).fileName()),
                                         inTrash.isEmpty() ? QString() : tr("Undo"), this, [this, model, inTrash] {
                                             if (takeBackFromTrash(inTrash, model)) m_library.scan({});
                                         });
    });
    connect(&m_library, &LibraryClient::failed, this, [this](const QString& what, const Failure& failure) {
        if (what == m_lookedUp) m_lookedUp.clear();
        Q_EMIT m_context.navigator.message(QString::fromStdString(failure.message));
        Q_EMIT m_context.navigator.toast(QString::fromStdString(failure.message), {}, this, {});
    });
}

void LibraryPage::connectRoots() {
    connect(m_roots, &RootList::addWanted, this, &LibraryPage::addFolder);
    connect(m_roots, &RootList::dropped, this, &LibraryPage::addRoots);
    connect(m_roots, &RootList::enabledChanged, this,
            [this](const QString& folder, bool enabled) { m_library.setRootEnabled(folder, enabled); });
    connect(m_roots, &RootList::rescanWanted, this, [this](const QString& folder) { m_library.scan(folder); });
    connect(m_roots, &RootList::removeWanted, this, [this](const QString& folder) { m_library.removeRoot(folder); });
    connect(m_roots, &RootList::showWanted, this,
            [](const QString& folder) { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
}

void LibraryPage::connectDetail() {
    connect(m_detail, &ModelDetail::baseWanted, this, [this] { useAs(u"base"_s); });
    connect(m_detail, &ModelDetail::expertWanted, this, [this] { useAs(u"expert"_s); });
    connect(m_detail, &ModelDetail::renderWanted, this, [this] { useAs(u"render"_s); });
    connect(m_detail, &ModelDetail::showFileWanted, this, [this] {
        const QFileInfo file(current());
        QDesktopServices::openUrl(QUrl::fromLocalFile(file.isDir() ? file.filePath() : file.path()));
    });
    connect(m_detail, &ModelDetail::hashWanted, this, [this] {
        m_detail->showHashing(0.0);
        m_library.hash({current()});
    });
    connectFileActs();
    connect(m_detail, &ModelDetail::publishWanted, this,
            [this] { Q_EMIT m_context.navigator.publishWanted(current()); });
    connect(m_detail, &ModelDetail::forgetWanted, this, [this] {
        const QString path = current();
        m_library.forget(path);
        m_models->remove({path});
        updateFilters();
    });
    connect(m_detail, &ModelDetail::aliasEdited, this, [this](const QString& alias) {
        m_library.setAlias(current(), alias);
        m_models->setAlias(current(), alias);
        updateDetail();
    });
    connect(m_detail, &ModelDetail::tagsEdited, this, [this](const QStringList& tags) {
        m_library.setTags(current(), tags);
        m_models->setTags(current(), tags);
    });
}

void LibraryPage::connectFileActs() {
    connect(m_detail, &ModelDetail::deleteWanted, this, &LibraryPage::confirmDelete);
    connect(m_detail, &ModelDetail::pageWanted, this, [this] {
        if (const LibraryModel* model = m_models->find(current())) m_acts->openPage(*model);
    });
    connect(m_detail, &ModelDetail::moveWanted, this, [this] {
        if (const LibraryModel* model = m_models->find(current())) m_acts->move(*model);
    });
    connect(m_detail, &ModelDetail::headerWanted, this, [this] { m_acts->showHeader(current()); });
    connect(m_detail, &ModelDetail::copiesWanted, this, [this] { m_acts->showCopies(current()); });
    connect(&m_library, &LibraryClient::usesFound, this, [this](const QString& model, const ModelUses& uses) {
        if (model == current()) m_detail->setUses(uses);
    });
    connect(&m_library, &LibraryClient::moved, this,
            [this](const QString&, const QString& place) { showModel(place); });
    connect(m_acts, &ModelFileActs::moveProgressed, m_detail, &ModelDetail::showMoving);
}

void LibraryPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_isLoaded) return;
    m_isLoaded = true;
    m_library.load(m_context.settings.dataFolder());
}

void LibraryPage::showModel(const QString& path) {
    m_wanted.clear();
    m_find->clear();
    const QModelIndex row = m_filter->mapFromSource(m_models->indexOf(path));
    if (!row.isValid()) {
        m_wanted = path;
        return;
    }
    m_list->setCurrentIndex(row);
    m_list->scrollTo(row);
    m_list->setFocus(Qt::OtherFocusReason);
}

void LibraryPage::takeModels(const std::vector<LibraryModel>& models) {
    m_models->merge(models);
    const auto isShown = [shown = current()](const LibraryModel& model) { return pathText(model.facts.path) == shown; };
    if (std::ranges::any_of(models, isShown)) updateDetail();
    m_refreshFilters.start();
}

void LibraryPage::takeLoaded(const std::vector<LibraryRoot>& roots, bool wasRebuilt) {
    setRoots(roots);
    updateFilters();
    if (!m_wanted.isEmpty()) showModel(m_wanted);
    if (wasRebuilt) Q_EMIT m_context.navigator.message(tr("The model list was damaged and is being rebuilt."));
    // the disk may have changed while the program was not running; only headers of changed files are read
    if (!roots.empty()) m_library.scan({});
}

}  // namespace segmoe::ui
