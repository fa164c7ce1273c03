// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/bridge/engine_client.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/starter_kit.h"
#include "ui/render/picture_actions.h"
#include "ui/render/render_session.h"
#include "ui/render/request_composer.h"

class QScrollArea;
class QSplitter;

namespace segmoe::ui {

class DropHint;
class ExpertControl;
class ForecastWatch;
class KnownModels;
class MemoryLine;
class NeededModels;
class ModelChooser;
class PromptCounter;
class PromptSources;
class RecallController;
class RenderHistory;
class RequestForm;
class ResultPane;
class RoutingPanel;
class StartBar;
struct StudioContext;

/// From a prompt to a picture: the form on the left, the picture in the middle, beside it what the experts are doing
/// while it is rendered. What it wants rendered goes to the queue; what it shows comes from there.
class RenderPage : public QWidget {
    Q_OBJECT
public:
    explicit RenderPage(StudioContext& context, QWidget* parent = nullptr);
    ~RenderPage() override;

    /// Loads a model now or as soon as the engine is there.
    void openModel(const QString& model);
    void startRender();
    void startFirst();
    void cancelRender();
    void skipPicture();
    void openGrid();
    void rememberState();
    void savePicture();
    void openRouting();

    ModelChooser& chooser() { return *m_chooser; }
    RequestForm& form() { return *m_form; }
    ResultPane& result() { return *m_result; }
    StartBar& startBar() { return *m_bar; }
    RoutingPanel& routing() { return *m_routing; }
    RecallController& recall() { return *m_recall; }
    const RenderSession& session() const { return m_session; }
    const ModelSummary* model() const { return m_model ? &*m_model : nullptr; }
    /// The way out of a failure, for the job that had it.
    void applyRemedy(Remedy remedy, const RenderRequest& request, const QString& model);

Q_SIGNALS:
    void message(const QString& sentence);
    void deviceChanged(const QString& text);
    void sessionStateChanged(segmoe::ui::RenderSession::State state);
    void pictureAvailable(bool available);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildFormColumn();
    void connectClient();
    void connectSession();
    void connectForm();
    void connectResult();
    void connectNavigator();
    void connectRouting();
    void shareControl();
    void dropForeignControl(const ModelSummary& summary);
    void followSettings();
    void showKeys();
    void connectSources();
    void restore();
    /// Keeps prompts and form for the next start.
    void rememberForm() const;
    void restoreForm(const QString& model);
    void engineReady(const EngineFacts& facts);
    void modelDescribed(const QString& model, const ModelSummary& summary);
    bool isOfStarter(const QString& model) const;
    /// The described model with what the starter or the settings recommend for it.
    ModelSummary advised(const ModelSummary& summary) const;
    /// What the form asks for, with the chosen model.
    RenderRequest currentRequest() const;
    /// Wildcards, chips and seed resolved.
    Composition compose(const RenderRequest& form, SeedMode mode) const;
    void tellMissing(const Composition& made);
    void showGrid(const RenderRequest& base);
    void queue(bool first);
    void enqueue(bool first);
    void askTooMuch(bool first);
    void renderFinished(const WorkReport& report);
    void act(PictureActions::Act act);
    void deletePicture();
    void savePartial();
    /// `request`: what went wrong.
    void showFailure(const Failure& failure, const RenderRequest& request);
    void chooseRemedy(Remedy remedy);
    void showWhere(QWidget* box);
    void updateStart();

    StudioContext& m_context;
    ExpertControl& m_control;
    /// Experts that the control was set for by hand; nothing where it came with a whole request.
    std::optional<std::vector<std::string>> m_controlledBy;
    RenderSession m_session;
    RenderHistory* m_history;
    KnownModels* m_known;
    PromptSources* m_sources;
    NeededModels* m_needed;
    StarterKit m_starter;
    QString m_pendingModel;          ///< asked for before the engine was there
    bool m_fillFromStarter = false;  ///< first start: prompt and settings come with the starter mixture
    bool m_engineReady = false;
    bool m_askedTooMuch = false;              ///< once until the program closes
    RenderRequest m_failed;                   ///< what the failure that is shown was about
    std::optional<RenderRequest> m_lastForm;  ///< of the last session, until its model is there
    std::optional<ModelSummary> m_described;  ///< the chosen model as the engine sees it
    std::optional<ModelSummary> m_model;      ///< the same with what is recommended for it

    ModelChooser* m_chooser;
    RequestForm* m_form;
    MemoryLine* m_memory;
    StartBar* m_bar;
    ResultPane* m_result;
    RoutingPanel* m_routing;
    QSplitter* m_splitter;
    QScrollArea* m_scroll = nullptr;
    DropHint* m_dropHint = nullptr;
    ForecastWatch* m_forecast = nullptr;
    PromptCounter* m_counter = nullptr;
    RecallController* m_recall = nullptr;
};

}  // namespace segmoe::ui
