// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/render_page.h"

#include <QApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/bridge/qt_convert.h"
#include "ui/bridge/request_settings.h"
#include "ui/bridge/settings.h"
#include "ui/render/memory_line.h"
#include "ui/render/model_chooser.h"
#include "ui/render/preview_view.h"
#include "ui/render/request_form.h"
#include "ui/render/result_pane.h"
#include "ui/routing/routing_panel.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kForecastDelay = 100;

/// Scrolls up and down only: never narrower than what it holds.
class FormScrollArea : public QScrollArea {
public:
    QSize minimumSizeHint() const override {
        QSize size = QScrollArea::minimumSizeHint();
        if (widget()) size.setWidth(widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
        return size;
    }
};

QString droppedModel(const QMimeData* data) {
    for (const QUrl& url : data->urls()) {
        const QFileInfo info(url.toLocalFile());
        const QString suffix = info.suffix().toLower();
        if (url.isLocalFile() &&
            (info.isDir() || suffix == "safetensors"_L1 || suffix == "yaml"_L1 || suffix == "yml"_L1))
            return info.absoluteFilePath();
    }
    return {};
}

}  // namespace

RenderPage::RenderPage(Theme& theme, EngineClient& client, Settings& settings, QWidget* parent)
    : QWidget(parent),
      m_client(client),
      m_settings(settings),
      m_session(client),
      m_chooser(new ModelChooser(theme)),
      m_form(new RequestForm(theme)),
      m_memory(new MemoryLine(theme)),
      m_start(new QPushButton),
      m_result(new ResultPane(theme)),
      m_routing(new RoutingPanel(theme)),
      m_splitter(new QSplitter(Qt::Horizontal)) {
    setObjectName(u"render_page"_s);
    setAcceptDrops(true);
    m_splitter->setObjectName(u"render_splitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(buildFormColumn(theme));
    m_splitter->addWidget(m_result);
    m_splitter->addWidget(m_routing);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({348, 580, 352});
    m_routing->setMinimumWidth(250);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);

    m_forecastTimer.setSingleShot(true);
    m_forecastTimer.setInterval(kForecastDelay);
    connect(&m_forecastTimer, &QTimer::timeout, this, &RenderPage::askForecast);
    connectClient();
    connectSession();
    connectParts();
    m_chooser->setRecent(settings.recentModels());
    if (settings.hasPrompt()) {
        RenderRequest request;
        request.prompt = settings.prompt().toStdString();
        request.negative = settings.negative().toStdString();
        m_form->setRequest(request);
    }
    if (const QByteArray state = settings.splitterState(); !state.isEmpty()) m_splitter->restoreState(state);
    updateStartButton();
}

RenderPage::~RenderPage() = default;

QWidget* RenderPage::buildFormColumn(Theme& theme) {
    auto* scroll = new FormScrollArea;
    scroll->setObjectName(u"render_form_panel"_s);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget;
    content->setObjectName(u"render_form_content"_s);
    auto* fields = new QVBoxLayout(content);
    fields->setContentsMargins(16, 12, 16, 8);
    fields->setSpacing(10);
    fields->addWidget(m_chooser);
    fields->addWidget(m_form, 1);
    scroll->setWidget(content);

    m_start->setProperty("role", u"primary"_s);
    nameControl(m_start, u"render_start_button"_s, tr("Render"), tr("Render this prompt (Ctrl+Enter)"));
    theme.bindIcon(m_start, u"render"_s, true);
    auto* footer = new QVBoxLayout;
    footer->setContentsMargins(16, 8, 16, 12);
    footer->setSpacing(8);
    footer->addWidget(m_memory);
    footer->addWidget(m_start);

    auto* panel = new QWidget;
    panel->setObjectName(u"render_left_panel"_s);
    panel->setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addLayout(footer);
    return panel;
}

void RenderPage::connectClient() {
    connect(&m_client, &EngineClient::ready, this, &RenderPage::engineReady);
    connect(&m_client, &EngineClient::unavailable, this, [this](const Failure& failure) {
        m_chooser->showProblem(errorText(failure.code).sentence);
        m_result->showFailure(failure);
    });
    connect(&m_client, &EngineClient::described, this, &RenderPage::modelDescribed);
    connect(&m_client, &EngineClient::refused, this, [this](const QString& model, const Failure& failure) {
        if (model != m_chooser->model()) return;
        m_chooser->showProblem(errorText(failure.code).sentence);
        m_result->showFailure(failure);
    });
    connect(&m_client, &EngineClient::forecast, m_memory, &MemoryLine::showForecast);
    connect(&m_client, &EngineClient::forecastFailed, this,
            [this](const Failure& failure) { m_memory->showUnknown(errorText(failure.code).sentence); });
    connect(&m_client, &EngineClient::saved, this,
            [this](const QString& file) { Q_EMIT message(tr("Saved %1.").arg(QDir::toNativeSeparators(file))); });
    connect(&m_client, &EngineClient::saveFailed, this,
            [this](const QString&, const Failure& failure) { m_result->showFailure(failure); });
}

void RenderPage::connectSession() {
    connect(&m_session, &RenderSession::stateChanged, this, [this](RenderSession::State state) {
        // The focus goes with the work: from Render to Cancel and back.
        const bool startHadFocus = m_start->hasFocus();
        const bool cancelHadFocus = m_result->cancelButton()->hasFocus();
        if (state == RenderSession::State::Cancelling && cancelHadFocus) m_result->view().setFocus();
        m_result->showState(state);
        if (state == RenderSession::State::Running && startHadFocus) m_result->cancelButton()->setFocus();
        updateStartButton();
        if (state == RenderSession::State::Idle && (cancelHadFocus || m_result->view().hasFocus())) m_start->setFocus();
        Q_EMIT sessionStateChanged(state);
    });
    connect(&m_session, &RenderSession::progress, m_result, &ResultPane::showProgress);
    connect(&m_session, &RenderSession::preview, this, [this](const Preview& preview) {
        m_result->showPreview(preview, {m_session.request().width, m_session.request().height});
    });
    connect(&m_session, &RenderSession::routingStep, this, [this](const RoutingStep& step) {
        if (step.step == 0) m_routing->beginRun();
        m_routing->addStep(step);
    });
    connect(&m_session, &RenderSession::imageDone, this,
            [this](int, const RenderedImage& image) { pictureDone(image); });
    connect(&m_session, &RenderSession::finished, this, &RenderPage::renderFinished);
}

void RenderPage::connectParts() {
    connect(m_chooser, &ModelChooser::chosen, this, [this](const QString& model) {
        m_modelKnown = false;
        updateStartButton();
        m_client.describe(model);
    });
    connect(m_form, &RequestForm::edited, &m_forecastTimer, qOverload<>(&QTimer::start));
    connect(m_start, &QPushButton::clicked, this, &RenderPage::startRender);
    connect(m_result, &ResultPane::cancelRequested, this, &RenderPage::cancelRender);
    connect(m_result, &ResultPane::saveRequested, this, &RenderPage::savePicture);
    connect(m_result, &ResultPane::remedyChosen, this, &RenderPage::applyRemedy);
    connect(m_result, &ResultPane::useSeedRequested, this, [this] {
        RenderRequest request = m_form->request();
        request.seed = m_result->shown()->image.seed;
        m_form->setRequest(request);
    });
    connect(m_result, &ResultPane::pictureShown, this, [this](const std::shared_ptr<const FinishedPicture>& picture) {
        if (m_session.state() == RenderSession::State::Idle) m_routing->showTrace(picture->image.trace);
        Q_EMIT pictureAvailable(true);
    });
}

void RenderPage::engineReady(const EngineFacts& facts) {
    m_engineReady = true;
    m_form->setDevices(facts.devices);
    m_starter = readStarterKit(facts.starterFolder);
    m_chooser->setStarter(m_starter);
    const QString device = facts.devices.isEmpty() ? u"cpu"_s : facts.devices.back();
    Q_EMIT deviceChanged(tr("Device: %1").arg(device.toUpper()));
    // Canonical: a path given on the command line is recognised as the starter's. Empty for a file that has gone.
    QString model = QFileInfo(m_pendingModel.isEmpty() ? m_settings.lastModel() : m_pendingModel).canonicalFilePath();
    if (model.isEmpty() && !m_pendingModel.isEmpty()) model = m_pendingModel;
    if (model.isEmpty()) model = m_starter.recipe;
    m_fillFromStarter = !m_settings.hasPrompt() && !model.isEmpty() && model == m_starter.recipe;
    if (m_fillFromStarter) m_form->setRequest(m_starter.defaults);
    m_chooser->choose(model);
}

void RenderPage::openModel(const QString& model) {
    if (m_engineReady)
        m_chooser->choose(model);
    else
        m_pendingModel = model;
}

void RenderPage::modelDescribed(const QString& model, const ModelSummary& summary) {
    if (model != m_chooser->model()) return;
    const bool ofStarter = model == m_starter.recipe || m_starter.parts.contains(model);
    m_modelKnown = true;
    m_chooser->showSummary(summary);
    m_form->setModel(ofStarter ? m_starter.recommendedFor(summary) : summary);
    if (m_fillFromStarter && model == m_starter.recipe) m_form->setRequest(m_starter.defaults);
    m_fillFromStarter = false;
    m_routing->setModel(summary);
    m_settings.setLastModel(model);
    if (!ofStarter) {
        m_settings.addRecentModel(model);
        m_chooser->setRecent(m_settings.recentModels());
    }
    updateStartButton();
    m_forecastTimer.start();
    // Ready: one key renders. Somebody who is typing already keeps the caret.
    const QWidget* focused = QApplication::focusWidget();
    if (m_session.state() == RenderSession::State::Idle && !m_result->shown() &&
        !(focused && m_form->isAncestorOf(focused)))
        m_start->setFocus();
}

RenderRequest RenderPage::currentRequest() const {
    RenderRequest request = m_form->request();
    request.model = m_chooser->model().toStdString();
    request.routing.rules = m_routing->rules();
    applySettings(request, m_settings);
    return request;
}

void RenderPage::askForecast() {
    if (m_modelKnown) m_client.requestForecast(currentRequest());
}

void RenderPage::startRender() {
    if (!m_start->isEnabled()) return;
    const RenderRequest request = currentRequest();
    m_settings.setPrompts(toText(request.prompt), toText(request.negative.value_or(std::string())));
    m_session.start(request);
}

void RenderPage::cancelRender() { m_session.cancel(); }

void RenderPage::pictureDone(const RenderedImage& image) {
    m_form->setLastSeed(image.seed);
    auto picture = std::make_shared<FinishedPicture>();
    picture->image = image;
    picture->request = m_session.request();
    m_result->addPicture(picture);
}

void RenderPage::renderFinished(const WorkReport& report) {
    const RenderResult* result = std::get_if<RenderResult>(&report.result);
    switch (report.outcome) {
        case RenderOutcome::Done:
            if (m_result->shown()) m_routing->showTrace(m_result->shown()->image.trace);
            if (!result) break;
            Q_EMIT message(tr("Done in %1 s.").arg(QLocale().toString(result->seconds, 'f', 1)));
            Q_EMIT deviceChanged(tr("Device: %1, %2").arg(toText(result->device).toUpper(), toText(result->precision)));
            break;
        case RenderOutcome::Cancelled:
            m_result->showStopped();
            Q_EMIT message(tr("Cancelled."));
            break;
        case RenderOutcome::Failed:
            m_result->showFailure(report.failure);
            Q_EMIT message(errorText(report.failure.code).sentence);
            break;
    }
    if (result)
        for (const std::string& notice : result->notices) Q_EMIT message(toText(notice));
}

void RenderPage::updateStartButton() {
    const bool idle = m_session.state() == RenderSession::State::Idle;
    m_start->setEnabled(idle && m_modelKnown);
    m_start->setText(idle ? tr("Render") : tr("Rendering…"));
}

void RenderPage::savePicture() {
    const auto picture = m_result->shown();
    if (!picture) return;
    const QString name = u"%1.png"_s.arg(picture->image.seed);
    auto* dialog = new QFileDialog(window(), tr("Save picture as"), QDir(m_settings.pictureFolder()).filePath(name),
                                   tr("PNG pictures (*.png)"));
    dialog->setObjectName(u"save_picture_dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"png"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, picture](const QString& file) {
        m_settings.setPictureFolder(QFileInfo(file).absolutePath());
        m_client.savePicture(picture->image, file);
    });
    dialog->open();
}

void RenderPage::applyRemedy(Remedy remedy) {
    RenderRequest request = m_form->request();
    switch (remedy) {
        case Remedy::Retry: break;
        case Remedy::HalfSize:
            request.width = std::max(64, request.width / 2 / 8 * 8);
            request.height = std::max(64, request.height / 2 / 8 * 8);
            break;
        case Remedy::UseCpu: request.device = "cpu"; break;
        case Remedy::UseAutomaticPrecision: request.precision = Precision::Auto; break;
        case Remedy::UseFullPrecision: request.precision = Precision::Fp32; break;
        case Remedy::ChooseModel: m_chooser->openFile(); return;
        case Remedy::EditPrompt: m_form->focusPrompt(); return;
        case Remedy::SaveElsewhere: savePicture(); return;
        case Remedy::UseRecommended: m_form->useRecommended(); return;
        case Remedy::NativeSize: m_form->useNativeSize(); return;
    }
    m_form->setRequest(request);
    if (m_modelKnown)
        startRender();
    else
        m_chooser->choose(m_chooser->model());
}

void RenderPage::rememberState() {
    const RenderRequest request = m_form->request();
    m_settings.setPrompts(toText(request.prompt), toText(request.negative.value_or(std::string())));
    m_settings.setSplitterState(m_splitter->saveState());
}

void RenderPage::dragEnterEvent(QDragEnterEvent* event) {
    if (!droppedModel(event->mimeData()).isEmpty())
        event->acceptProposedAction();
    else
        Q_EMIT message(tr("Drop a model folder, a .safetensors file or a recipe .yaml here."));
}

void RenderPage::dropEvent(QDropEvent* event) {
    const QString model = droppedModel(event->mimeData());
    if (model.isEmpty()) return;
    event->acceptProposedAction();
    openModel(model);
}

}  // namespace segmoe::ui
