// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/bridge/engine_client.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/starter_kit.h"
#include "ui/render/render_session.h"

class QLabel;
class QPushButton;
class QSplitter;

namespace segmoe::ui {

class MemoryLine;
class ModelChooser;
class RequestForm;
class ResultPane;
class RoutingPanel;
class Settings;
class Theme;
struct FinishedPicture;

/// From a prompt to a picture: the form on the left, the picture in the middle, the routing on the right.
/// Knows its client and the settings, never files or tensors.
class RenderPage : public QWidget {
    Q_OBJECT
public:
    RenderPage(Theme& theme, EngineClient& client, Settings& settings, QWidget* parent = nullptr);
    ~RenderPage() override;

    /// Loads a model now or as soon as the engine is there.
    void openModel(const QString& model);
    void startRender();
    void cancelRender();
    void rememberState();

    ModelChooser& chooser() { return *m_chooser; }
    RequestForm& form() { return *m_form; }
    ResultPane& result() { return *m_result; }
    RoutingPanel& routing() { return *m_routing; }
    const RenderSession& session() const { return m_session; }
    void savePicture();

Q_SIGNALS:
    void message(const QString& sentence);
    void deviceChanged(const QString& text);
    void sessionStateChanged(segmoe::ui::RenderSession::State state);
    void pictureAvailable(bool available);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* buildFormColumn(Theme& theme);
    void connectClient();
    void connectSession();
    void connectParts();
    void engineReady(const EngineFacts& facts);
    void modelDescribed(const QString& model, const ModelSummary& summary);
    void askForecast();
    RenderRequest currentRequest() const;
    void pictureDone(const RenderedImage& image);
    void renderFinished(const WorkReport& report);
    void applyRemedy(Remedy remedy);
    void updateStartButton();

    EngineClient& m_client;
    Settings& m_settings;
    RenderSession m_session;
    StarterKit m_starter;
    QString m_pendingModel;          ///< asked for before the engine was there
    bool m_fillFromStarter = false;  ///< first start: prompt and settings come with the starter mixture
    bool m_engineReady = false;
    bool m_modelKnown = false;  ///< the chosen model was described
    QTimer m_forecastTimer;

    ModelChooser* m_chooser;
    RequestForm* m_form;
    MemoryLine* m_memory;
    QPushButton* m_start;
    ResultPane* m_result;
    RoutingPanel* m_routing;
    QSplitter* m_splitter;
};

}  // namespace segmoe::ui
