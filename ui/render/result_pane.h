// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "core/base/progress.h"
#include "core/engine/render_engine.h"
#include "ui/bridge/error_text.h"
#include "ui/render/picture_actions.h"
#include "ui/render/render_session.h"

class QPushButton;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace segmoe::ui {

class CompareView;
class ElidedLabel;
class ErrorPanel;
class MaskEditor;
class PreviewView;
class ProgressRow;
class RecentStrip;
class Theme;

/// The middle of the render page: picture, live preview, comparison or mask editor; progress; what can be done with the
/// picture; the last ones.
class ResultPane : public QWidget {
    Q_OBJECT
public:
    explicit ResultPane(Theme& theme, QWidget* parent = nullptr);

    void showState(RenderSession::State state);
    void showPreview(const Preview& preview, QSize pictureSize);
    void showPicture(const PicturePtr& picture);
    void addPicture(const PicturePtr& picture);
    /// The picture lies in a file now.
    void setPictureFile(const PicturePtr& picture, const QString& file);
    QString shownFile() const;
    /// A low window: the last pictures give their place to the picture.
    void setLow(bool low);
    /// The key that renders, for the empty page.
    void setRenderKey(const QString& key);
    /// A picture of the last ones has a star now, or none.
    void setStarred(const QString& file, bool starred);
    void removePicture(const PicturePtr& picture);
    /// A render was cancelled; offers its last preview where there is one.
    void showStopped(bool offer);
    void showFailure(const Failure& failure, const std::vector<Remedy>& remedies);
    const PicturePtr& shown() const { return m_shown; }
    /// The last preview of a render that was cancelled; null when there is none.
    const QImage& partial() const { return m_partial; }
    PreviewView& view() { return *m_view; }
    ProgressRow& progressRow() { return *m_progress; }
    PictureActions& actions() { return *m_actions; }
    MaskEditor& maskEditor() { return *m_mask; }
    void editMask(const QImage& image, const QImage& mask);
    /// The pixels; with metadata also the settings in them and the file.
    void copyPicture(bool withMetadata);
    void copyPicture() { copyPicture(m_copyWithMetadata); }
    /// What Copy and dragging out take along.
    void setCopyWithMetadata(bool with);

Q_SIGNALS:
    void actWanted(segmoe::ui::PictureActions::Act act);
    void recallWanted(segmoe::ui::RecallPart part);
    void remedyChosen(segmoe::ui::Remedy remedy);
    void savePartialWanted();
    void renderAgainWanted();
    void pictureShown(const segmoe::ui::PicturePtr& picture);

private:
    void buildHeader(Theme& theme, QVBoxLayout* column);
    QWidget* buildPartialRow();
    void connectParts();
    void act(PictureActions::Act act);
    void compareWith(const PicturePtr& other);
    void leaveCompare();

    ElidedLabel* m_caption;
    QToolButton* m_fit;
    QToolButton* m_actual;
    QStackedWidget* m_stage;
    PreviewView* m_view;
    CompareView* m_compare;
    MaskEditor* m_mask;
    ErrorPanel* m_error;
    QWidget* m_partialRow;
    RecentStrip* m_recent;
    QStackedWidget* m_foot;  ///< what can be done with the picture, or how far the next one is
    ProgressRow* m_progress;
    PictureActions* m_actions;
    PicturePtr m_shown;
    QImage m_partial;
    bool m_copyWithMetadata = true;
};

}  // namespace segmoe::ui
