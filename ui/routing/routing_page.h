// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/routing/capture_store.h"
#include "ui/routing/routing_controller.h"
#include "ui/routing/rule_document.h"

class QFrame;
class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace segmoe::ui {

class ActPanel;
class CaptureBar;
class CaptureOpener;
class CaptureRequests;
class ChartTabs;
class ControlLink;
class DropHint;
class EmptyState;
class ExpertControl;
class ExportMenu;
class ImageArea;
class LayerStrip;
class RoutingJobs;
class TokenStrip;
class UprightScroll;
struct StudioContext;

/// Which experts were chosen where, when and for which words; act on it and compare (ui.md §8). Four linked areas: the
/// picture, the charts, the act panel, the layer strip with the text path.
class RoutingPage : public QWidget {
    Q_OBJECT
public:
    explicit RoutingPage(StudioContext& context, QWidget* parent = nullptr);
    ~RoutingPage() override;

    /// An id of the store or a capture file.
    void openCapture(const QString& idOrFile);
    void openFileDialog();
    void showCapture(const CapturePtr& capture);
    void compareWith(const CapturePtr& capture);

    void renderAgain();
    void renderWithCapture();
    void tryEach();
    void keepInMix();
    /// The expert control of the next render, on the newest capture of its mixture.
    void showControl();

    CaptureStore& store() { return m_store; }
    RoutingController& controller() { return m_controller; }
    RuleDocument& rules() { return m_rules; }
    ImageArea& imageArea() { return *m_image; }
    ChartTabs& charts() { return *m_charts; }
    LayerStrip& strip() { return *m_strip; }
    ExportMenu& exports() { return *m_exports; }
    CaptureBar& bar() { return *m_bar; }
    ActPanel& actPanel() { return *m_act; }
    void setTableShown(bool shown);
    void copyPlot();

Q_SIGNALS:
    void tableShownChanged(bool shown);

protected:
    bool event(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildContent();
    void buildNotice();
    void connectParts();
    void connectMenus();
    void connectJobs();
    void connectFiles();
    void followSettings();
    void updateState();
    void updateObstacle();
    /// Says when the mixture has changed since the shown render.
    void updateStale();
    void renderChanged();
    void showComparison(const CapturePtr& capture);
    void showNotice(const QString& sentence, const QString& button, const std::function<void()>& act);
    void showExpertMenu(int expert, QPoint at);
    void showStripMenu(int block, QPoint at);
    void showPictureMenu(QPoint at);
    void captureOpened(const Capture& capture, const QString& note);
    /// The same capture with what renders it again, where that is known by now.
    CapturePtr withRequest(const CapturePtr& capture);
    /// What a capture or a picture was made with is got from the hubs, or shown by the user.
    void getMissing(const PictureSettings& settings);
    void openPicture(const QString& file, bool compare);
    void renderPicture(const PictureSettings& settings);
    void openDropped(const QString& idOrFile, bool compare);
    /// Shows itself when it is done, with all maps.
    void renderFully(RenderRequest request);

    StudioContext& m_context;
    CaptureStore& m_store;
    RoutingController m_controller;
    RuleDocument m_rules;
    ExpertControl& m_control;
    ControlLink* m_link;
    RoutingJobs* m_jobs;
    CaptureOpener* m_opener;
    CaptureRequests* m_requests;
    QString m_writing;        ///< the capture file that the export menu asked for
    QString m_openAsCompare;  ///< this file becomes the comparison once it is read

    CaptureBar* m_bar;
    QFrame* m_notice;
    QLabel* m_noticeText;
    QPushButton* m_noticeButton;
    std::function<void()> m_noticeAct;
    bool m_isStaleShown = false;  ///< the notice is updateStale()'s
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QPushButton* m_emptyMain;
    QPushButton* m_emptyOther;
    QWidget* m_content;
    QSplitter* m_areas;
    UprightScroll* m_imageScroll;
    ImageArea* m_image;
    QFrame* m_chartCard;
    ChartTabs* m_charts;
    ActPanel* m_act = nullptr;
    QFrame* m_strips = nullptr;
    LayerStrip* m_strip = nullptr;
    TokenStrip* m_tokens = nullptr;
    ExportMenu* m_exports;
    DropHint* m_dropHint;
};

/// "Muting B changed 31 % of the pixels by more than 8 of 255; load moved mostly to D (+12 points)."
QString changeSentence(const QString& act, double changedShare, const RoutingModel& before, const RoutingModel& after);

}  // namespace segmoe::ui
