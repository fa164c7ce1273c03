// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/render_page.h"

#include <QApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include "ui/bridge/device_title.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/request_settings.h"
#include "ui/bridge/settings.h"
#include "ui/library/known_models.h"
#include "ui/queue/picture_saver.h"
#include "ui/queue/request_json.h"
#include "ui/render/forecast_watch.h"
#include "ui/render/memory_line.h"
#include "ui/render/model_chooser.h"
#include "ui/render/needed_models.h"
#include "ui/render/preview_view.h"
#include "ui/render/progress_row.h"
#include "ui/render/prompt_counter.h"
#include "ui/render/prompt_sources.h"
#include "ui/render/recall_controller.h"
#include "ui/render/render_history.h"
#include "ui/render/request_form.h"
#include "ui/render/result_pane.h"
#include "ui/render/sampling_fields.h"
#include "ui/render/start_bar.h"
#include "ui/render/start_image_box.h"
#include "ui/routing/expert_control.h"
#include "ui/routing/routing_panel.h"
#include "ui/shell/action_table.h"
#include "ui/shell/studio_context.h"
#include "ui/widgets/drop_hint.h"
#include "ui/widgets/upright_scroll.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLowWindow = 760;  ///< below this height the last pictures hide

}  // namespace

RenderPage::RenderPage(StudioContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_control(context.control ? *context.control : *new ExpertControl(this)),
      m_session(context.queue),
      m_history(new RenderHistory(context.settings.dataFolder() + u"/render_history.json"_s, this)),
      m_known(new KnownModels(context.engine.library(), this)),
      m_needed(new NeededModels(context, this)),
      m_chooser(new ModelChooser(context.theme)),
      m_form(new RequestForm(context.theme)),
      m_memory(new MemoryLine(context.theme)),
      m_bar(new StartBar(context.theme, *m_history)),
      m_result(new ResultPane(context.theme)),
      m_routing(new RoutingPanel(context.theme)),
      m_splitter(new QSplitter(Qt::Horizontal)) {
    setObjectName(u"render_page"_s);
    setAcceptDrops(true);
    m_splitter->setObjectName(u"render_splitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);
    buildFormColumn();
    m_splitter->addWidget(m_result);
    m_splitter->addWidget(m_routing);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({368, 540, 300});
    m_dropHint = new DropHint(context.theme, this);
    m_forecast = new ForecastWatch(
        context.engine, *m_memory, [this] { return currentRequest(); }, this);
    m_counter = new PromptCounter(context.engine, m_form->promptField(), m_form->negativeField(), this);
    m_sources = new PromptSources(*m_known, m_form->promptField(), context.settings.dataFolder(), this);
    m_recall = new RecallController({.theme = context.theme,
                                     .pictures = context.engine.pictureFiles(),
                                     .navigator = context.navigator,
                                     .form = *m_form,
                                     .chooser = *m_chooser,
                                     .history = *m_history,
                                     .sources = *m_sources,
                                     .known = *m_known},
                                    this);
    connectSources();
    connectClient();
    connectSession();
    connectForm();
    connectResult();
    connectNavigator();
    connectRouting();
    followSettings();
    showKeys();
    connect(&context.actions, &ActionTable::shortcutsChanged, this, &RenderPage::showKeys);
    restore();
    updateStart();
}

RenderPage::~RenderPage() {
    m_control.setRequestSource({});
    hide();  // while the members live: its parts still hear that they lose the focus
}

/// From the outside in: see makePage().
void RenderPage::buildFormColumn() {
    auto* panel = new QWidget;
    panel->setObjectName(u"render_left_panel"_s);
    panel->setAttribute(Qt::WA_StyledBackground);
    m_splitter->addWidget(panel);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_scroll = new UprightScroll;
    m_scroll->setObjectName(u"render_form_panel"_s);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_scroll, 1);
    auto* content = new QWidget;
    content->setObjectName(u"render_form_content"_s);
    m_scroll->setWidget(content);
    auto* fields = new QVBoxLayout(content);
    fields->setContentsMargins(16, 12, 16, 8);
    fields->setSpacing(10);
    fields->addWidget(m_chooser);
    fields->addWidget(m_form, 1);
    auto* footer = new QVBoxLayout;
    footer->setContentsMargins(16, 8, 16, 12);
    footer->setSpacing(8);
    column->addLayout(footer);
    footer->addWidget(m_memory);
    footer->addWidget(m_bar);
}

void RenderPage::connectClient() {
    EngineClient& client = m_context.engine;
    connect(&client, &EngineClient::ready, this, &RenderPage::engineReady);
    connect(&client, &EngineClient::unavailable, this, [this](const Failure& failure) {
        m_chooser->showProblem(errorText(failure.code).sentence);
        showFailure(failure, currentRequest());
    });
    connect(&client, &EngineClient::described, this, &RenderPage::modelDescribed);
    connect(&client, &EngineClient::refused, this, [this](const QString& model, const Failure& failure) {
        if (model != m_chooser->model()) return;
        m_chooser->showProblem(errorText(failure.code).sentence);
        showFailure(failure, currentRequest());
        if (failure.code == ErrorCode::OfflineMissing) m_needed->look(model, m_chooser->recipe());
    });
    connect(m_needed, &NeededModels::changed, this, [this] { m_bar->setMissing(!m_needed->references().isEmpty()); });
    connect(m_needed, &NeededModels::arrived, this,
            [this] { m_context.engine.describe(m_chooser->model(), m_chooser->recipe()); });
    connect(&m_context.pictures, &PictureSaver::pictureSaved, this,
            [this](const QString& file, const PicturePtr& picture) { m_result->setPictureFile(picture, file); });
    connect(&m_context.pictures, &PictureSaver::failed, this,
            [this](const QString&, const Failure& failure) { showFailure(failure, currentRequest()); });
}

void RenderPage::connectForm() {
    connect(m_chooser, &ModelChooser::chosen, this, [this](const QString& model) {
        m_needed->clear();
        m_model.reset();
        m_described.reset();
        m_forecast->setModel(std::nullopt);
        updateStart();
        m_context.engine.describe(model, m_chooser->recipe());
    });
    connect(m_form, &RequestForm::edited, m_forecast, &ForecastWatch::formEdited);
    connect(m_form, &RequestForm::opened, this, &RenderPage::showWhere);
    connect(m_form, &RequestForm::historyWanted, this, [this](int direction) {
        if (const RenderRequest* entry = m_history->walk(direction))
            m_form->setPrompts(toText(entry->promptTemplate.empty() ? entry->prompt : entry->promptTemplate),
                               toText(entry->negative.value_or(std::string())));
    });
    connect(m_memory, &MemoryLine::remedyChosen, m_form, &RequestForm::setRequest);
    connect(m_forecast, &ForecastWatch::answered, this, [this] { m_bar->setVerdict(m_memory->verdict()); });
    connect(m_bar, &StartBar::startWanted, this, &RenderPage::startRender);
    connect(m_bar, &StartBar::firstWanted, this, &RenderPage::startFirst);
    connect(m_bar, &StartBar::gridWanted, this, &RenderPage::openGrid);
    connect(m_bar, &StartBar::foreverChanged, this, [this](bool on) {
        if (on && m_session.state() == RenderSession::State::Idle) startRender();
    });
    connect(m_bar, &StartBar::historyChosen, this, [this](int entry) {
        const RenderRequest chosen = m_history->entries()[static_cast<std::size_t>(entry)];
        m_recall->replace(chosen, toText(chosen.model));
    });
    connect(&m_form->sampling(), &SamplingFields::ownPresetsChanged, this,
            [this] { m_context.settings.set(kOwnPresets, presetsToText(m_form->sampling().ownPresets())); });
}

void RenderPage::followSettings() {
    const Settings& settings = m_context.settings;
    m_history->setLimit(settings.get(keys::kHistorySize));
    m_context.pictures.setSaving(pictureSaving(settings));
    m_result->setCopyWithMetadata(settings.get(keys::kCopyWithMetadata));
    m_form->startImage().setWorkFolder(settings.dataFolder() + u"/start_images"_s);
}

void RenderPage::showKeys() {
    // The last of several is the one that people know: Ctrl+Enter, not Ctrl+Return.
    const auto keyOf = [this](ActionId id) {
        const QList<QKeySequence> keys = m_context.actions.action(id)->shortcuts();
        return keys.isEmpty() ? QString() : keys.constLast().toString(QKeySequence::NativeText);
    };
    m_bar->setKeys(keyOf(ActionId::RenderStart), keyOf(ActionId::RenderFirst));
    m_result->setRenderKey(keyOf(ActionId::RenderStart));
}

void RenderPage::restore() {
    Settings& settings = m_context.settings;
    connect(&settings, &Settings::changed, this, [this](const QString& key) {
        followSettings();
        if (!m_described || !key.startsWith("render/"_L1)) return;
        m_model = advised(*m_described);
        m_form->setModel(*m_model);  // a form that shows the recommendation follows it
    });
    m_chooser->setRecent(settings.recentModels());
    m_form->sampling().setOwnPresets(presetsFromText(settings.get(kOwnPresets)));
    if (settings.hasPrompt()) {
        RenderRequest request;
        request.prompt = settings.prompt().toStdString();
        request.negative = settings.negative().toStdString();
        takePreferences(request, settings);
        m_form->setRequest(request);
        m_lastForm = requestFromJson(QJsonDocument::fromJson(settings.renderForm()).object());
    }
    if (const QByteArray state = settings.splitterState(); !state.isEmpty()) m_splitter->restoreState(state);
}

void RenderPage::engineReady(const EngineFacts& facts) {
    m_engineReady = true;
    m_form->setDevices(facts.devices);
    m_starter = readStarterKit(facts.starterFolder);
    takePreferences(m_starter.defaults, m_context.settings);
    m_chooser->setStarter(m_starter);
    const QString device = deviceFor(m_context.settings.get(keys::kDevice), facts.devices);
    Q_EMIT deviceChanged(tr("Device: %1").arg(deviceTitle(device)));
    // Canonical: a path given on the command line is recognised as the starter's. Empty for a file that has gone.
    QString model =
        QFileInfo(m_pendingModel.isEmpty() ? m_context.settings.lastModel() : m_pendingModel).canonicalFilePath();
    if (model.isEmpty() && !m_pendingModel.isEmpty()) model = m_pendingModel;
    if (model.isEmpty()) model = m_starter.recipe;
    m_fillFromStarter = !m_context.settings.hasPrompt() && !model.isEmpty() && model == m_starter.recipe;
    if (m_fillFromStarter) m_form->setRequest(m_starter.defaults);
    m_chooser->choose(model);
}

void RenderPage::openModel(const QString& model) {
    if (m_engineReady)
        m_chooser->choose(model);
    else
        m_pendingModel = model;
}

bool RenderPage::isOfStarter(const QString& model) const {
    return model == m_starter.recipe || m_starter.parts.contains(model);
}

ModelSummary RenderPage::advised(const ModelSummary& summary) const {
    return isOfStarter(m_chooser->model()) ? m_starter.recommendedFor(summary)
                                           : withDefaults(summary, m_context.settings);
}

void RenderPage::modelDescribed(const QString& model, const ModelSummary& summary) {
    if (model != m_chooser->model()) return;
    m_described = summary;
    m_model = advised(summary);
    m_chooser->showSummary(summary);
    m_form->setModel(*m_model);
    m_routing->setModel(summary);
    // In this order: a capture of the mixture before keeps what was switched for it.
    m_control.setMixture(m_chooser->model().toStdString(), m_chooser->recipe());
    dropForeignControl(summary);
    if (m_fillFromStarter && model == m_starter.recipe) m_form->setRequest(m_starter.defaults);
    m_fillFromStarter = false;
    restoreForm(model);
    m_counter->setModel(m_chooser->recipe() ? toText(m_chooser->recipe()->base) : model);
    if (!m_chooser->recipe()) {
        m_context.settings.setLastModel(model);
        if (!isOfStarter(model)) {
            m_context.settings.addRecentModel(model);
            m_chooser->setRecent(m_context.settings.recentModels());
        }
    }
    m_sources->setModel(m_chooser->recipe() ? toText(m_chooser->recipe()->base) : model);
    updateStart();
    const bool wasAwaited = m_needed->isAwaited();
    m_needed->clear();
    if (wasAwaited) startRender();
    m_forecast->setModel(m_model);
    // Ready: one key renders. Somebody who is typing already keeps the caret.
    const QWidget* focused = QApplication::focusWidget();
    if (!m_session.isBusy() && !m_result->shown() && isVisible() && !(focused && m_form->isAncestorOf(focused)))
        m_bar->startButton()->setFocus();
}

RenderRequest RenderPage::currentRequest() const {
    RenderRequest request = m_form->request();
    request.model = m_chooser->model().toStdString();
    request.recipe = m_chooser->recipe();
    if (request.recipe) request.model = request.recipe->name;
    request.embeddingFolders = m_sources->embeddingFolders();
    applySettings(request, m_context.settings);
    return request;
}

void RenderPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_result->setLow(window()->height() < kLowWindow);
}

void RenderPage::showWhere(QWidget* box) {
    // After the layout has given the opened box its place.
    QMetaObject::invokeMethod(
        this, [this, box] { m_scroll->ensureWidgetVisible(box, 0, 16); }, Qt::QueuedConnection);
}

void RenderPage::updateStart() {
    m_bar->setReady(m_model.has_value());
    m_bar->setBusy(m_session.state() != RenderSession::State::Idle);
}

void RenderPage::rememberState() {
    rememberForm();
    m_context.settings.setSplitterState(m_splitter->saveState());
}

void RenderPage::rememberForm() const {
    RenderRequest request = m_form->request();
    m_context.settings.setPrompts(toText(request.prompt), toText(request.negative.value_or(std::string())));
    if (m_lastForm) return;  // not shown yet: the engine was still loading
    request.model = m_chooser->model().toStdString();
    request.promptTemplate.clear();  // the prompt is what the box holds
    request.routing.rules.clear();   // what was muted belongs to a session
    m_context.settings.setRenderForm(QJsonDocument(toJson(request)).toJson(QJsonDocument::Compact));
}

void RenderPage::restoreForm(const QString& model) {
    const auto last = std::exchange(m_lastForm, std::nullopt);
    if (!last || toText(last->model) != model) return;  // the form follows what another model recommends
    RenderRequest request = *last;
    const RenderRequest now = m_form->request();
    request.prompt = now.prompt;  // may have been edited while the engine was loading
    request.negative = now.negative;
    if (request.start && !std::filesystem::exists(request.start->file)) request.start.reset();
    m_form->setRequest(request);
}

}  // namespace segmoe::ui
