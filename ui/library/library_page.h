// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QStringList>
#include <QTimer>
#include <QWidget>

#include "ui/bridge/library_client.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QMenu;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace segmoe::ui {

class CheckGroup;
class EmptyState;
class LibraryFilter;
class LibraryListModel;
class MixtureOffer;
class ModelCardDelegate;
class ModelDetail;
class ModelFileActs;
class ModelPreviews;
class RootList;
class Segmented;
struct StudioContext;

/// The tab My models of the library: folders, the models in them, and what each is good for. Files stay where they are.
class LibraryPage : public QWidget {
    Q_OBJECT
public:
    LibraryPage(StudioContext& context, LibraryClient& library, QWidget* parent = nullptr);
    ~LibraryPage() override;

    LibraryListModel& models() { return *m_models; }
    QListView& list() { return *m_list; }
    void addFolder();
    /// Lists the models of these folders from now on.
    void addRoots(const QStringList& folders);
    /// Folders of other programs, and own ones.
    void chooseFolders();
    void rescan();
    void focusFind();
    /// Lists what has this name, whatever was filtered before.
    void find(const QString& name);
    void setGrid(bool grid);
    /// Selects a model; once the library has been read, when that is still to come.
    void showModel(const QString& path);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildHeader();
    QWidget* buildSide();
    QWidget* buildList();
    void connectClient();
    void connectDetail();
    void connectRoots();
    void setRoots(const std::vector<LibraryRoot>& roots);
    void takeModels(const std::vector<LibraryModel>& models);
    void takeLoaded(const std::vector<LibraryRoot>& roots, bool wasRebuilt);
    void updateFilters();
    void applyFilters();
    void updateState();
    void updateDetail();
    void lookUp(const LibraryModel& model);
    void lookUpDigest(const QString& model, const QString& sha256);
    void updatePicture();
    void confirmDelete();
    void showContextMenu(const QPoint& position);
    void addLoraMenu(QMenu& menu);
    void addFileActs(QMenu& menu, const LibraryModel& chosen);
    void connectFileActs();
    QStringList chosen() const;
    QString current() const;
    bool isDeletable(const QString& path) const;
    void useAs(const QString& what);

    StudioContext& m_context;
    LibraryClient& m_library;
    LibraryListModel* m_models;
    LibraryFilter* m_filter;
    ModelPreviews* m_previews;
    ModelCardDelegate* m_delegate;
    QLineEdit* m_find;
    QPushButton* m_rescan;
    RootList* m_roots;
    CheckGroup* m_architectures;
    CheckGroup* m_kinds;
    CheckGroup* m_states;
    QComboBox* m_sort;
    Segmented* m_view;
    QStackedWidget* m_stack;
    QListView* m_list;
    EmptyState* m_noFolders;
    EmptyState* m_noModels;
    EmptyState* m_noMatch;
    QProgressBar* m_scanBar;
    QLabel* m_scanLabel;
    QPushButton* m_scanStop;
    ModelDetail* m_detail;
    ModelFileActs* m_acts;
    MixtureOffer* m_offer;
    QSplitter* m_splitter;
    QTimer m_refreshFilters;
    QTimer m_findUses;
    QStringList m_foreignRoots;
    QString m_wanted;    ///< by showModel()
    QString m_lookedUp;  ///< by lookUp(), until its digest is known
    int m_rootCount = 0;
    int m_unidentified = 0;  ///< files the background has still to read
    bool m_isLoaded = false;
    bool m_isScanning = false;
};

}  // namespace segmoe::ui
