// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QWidget>

#include "core/base/progress.h"
#include "core/engine/render_engine.h"
#include "ui/bridge/error_text.h"
#include "ui/render/recent_strip.h"
#include "ui/render/render_session.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace segmoe::ui {

class ElidedLabel;
class ErrorPanel;
class PreviewView;
class Theme;

/// The middle of the render page: picture or live preview, progress with Cancel, what can be done with the picture.
class ResultPane : public QWidget {
    Q_OBJECT
public:
    explicit ResultPane(Theme& theme, QWidget* parent = nullptr);

    void showState(RenderSession::State state);
    void showProgress(const Progress& progress);
    void showPreview(const Preview& preview, QSize pictureSize);
    void showPicture(const std::shared_ptr<const FinishedPicture>& picture);
    void addPicture(const std::shared_ptr<const FinishedPicture>& picture);
    void showStopped();
    void showFailure(const Failure& failure);
    const std::shared_ptr<const FinishedPicture>& shown() const { return m_shown; }
    PreviewView& view() { return *m_view; }
    void copyPicture();
    QWidget* cancelButton() const;

Q_SIGNALS:
    void cancelRequested();
    void saveRequested();
    void useSeedRequested();
    void remedyChosen(segmoe::ui::Remedy remedy);
    void pictureShown(const std::shared_ptr<const segmoe::ui::FinishedPicture>& picture);

private:
    void buildHeader(Theme& theme);
    void buildProgress();
    void buildActions(Theme& theme);

    ElidedLabel* m_caption;
    QToolButton* m_fit;
    QToolButton* m_actual;
    PreviewView* m_view;
    ErrorPanel* m_error;
    QStackedWidget* m_foot;  ///< what can be done with the picture, or how far the next one is
    QWidget* m_progressRow;
    QWidget* m_actionRow;
    QProgressBar* m_bar;
    QLabel* m_progressLabel;
    QPushButton* m_cancel;
    RecentStrip* m_recent;
    QPushButton* m_copy;
    QPushButton* m_save;
    QPushButton* m_useSeed;
    std::shared_ptr<const FinishedPicture> m_shown;
    int m_lastStep = 0;
};

}  // namespace segmoe::ui
