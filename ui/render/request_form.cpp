// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/request_form.h"

#include <cmath>

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/bridge/qt_convert.h"
#include "ui/render/advanced_fields.h"
#include "ui/render/prompt_edit.h"
#include "ui/render/prompt_field.h"
#include "ui/render/sampling_fields.h"
#include "ui/render/seed_field.h"
#include "ui/render/size_buckets.h"
#include "ui/render/size_field.h"
#include "ui/render/start_image_box.h"
#include "ui/widgets/collapsible_box.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kLargestTrained = 1.6;  // of the pixels of the native square
constexpr double kSmallestTrained = 0.5;

bool sameRecommendation(const RenderRequest& a, const RenderRequest& b) {
    return a.steps == b.steps && std::abs(a.guidanceScale - b.guidanceScale) < 0.05 && a.sampler == b.sampler &&
           a.schedule == b.schedule;
}

}  // namespace

RequestForm::RequestForm(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_prompt(new PromptField(theme, u"render_prompt"_s, tr("Prompt"),
                               tr("Describe the picture. Ctrl+Up/Down changes the weight of a word."), 5)),
      m_negative(
          new PromptField(theme, u"render_negative"_s, tr("Negative"), tr("What to keep out. Works through CFG."), 3)),
      m_negativeHint(new QLabel(tr("No effect at CFG 1."))),
      m_seed(new SeedField(theme)),
      m_size(new SizeField(theme)),
      m_sizeHint(new QLabel(tr("Outside of the sizes this model was trained for; things may repeat."))),
      m_sampling(new SamplingFields),
      m_advanced(new AdvancedFields),
      m_start(new StartImageBox(theme)),
      m_recommended(new QToolButton) {
    m_negativeHint->setProperty("role", u"caption"_s);
    m_negativeHint->setObjectName(u"render_negative_hint_label"_s);
    m_sizeHint->setProperty("role", u"warning"_s);
    m_sizeHint->setObjectName(u"render_size_hint_label"_s);
    m_sizeHint->setWordWrap(true);
    m_recommended->setText(tr("Apply recommended"));
    m_recommended->setProperty("role", u"link"_s);
    nameControl(m_recommended, u"render_apply_recommended_button"_s, m_recommended->text(),
                tr("Settings suggested for this model."));
    buildColumn(theme);
    connectFields();
    updateHints();
}

QLayout* RequestForm::widgetRow(QWidget* widget) {
    auto* row = new QHBoxLayout;
    row->addWidget(widget);
    return row;
}

void RequestForm::buildColumn(Theme& theme) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_prompt);
    column->addWidget(m_negative);
    column->addWidget(m_negativeHint);
    column->addLayout(labelledRow(tr("Seed, and after a job"), m_seed->edit(), widgetRow(m_seed)));
    column->addLayout(labelledRow(tr("Size"), m_size, widgetRow(m_size)));
    column->addWidget(m_sizeHint);
    column->addWidget(m_sampling);
    column->addWidget(m_recommended, 0, Qt::AlignLeft);
    m_advancedBox = new CollapsibleBox(theme, u"render_advanced"_s, tr("Advanced"), m_advanced);
    m_startBox = new CollapsibleBox(theme, u"render_start_image"_s, tr("Start image"), m_start);
    column->addWidget(m_advancedBox);
    column->addWidget(m_startBox);
    column->addStretch(1);
}

void RequestForm::connectFields() {
    for (PromptField* field : {m_prompt, m_negative}) {
        connect(&field->edit(), &QPlainTextEdit::textChanged, this, &RequestForm::edited);
        connect(&field->edit(), &PromptEdit::historyWanted, this, &RequestForm::historyWanted);
    }
    connect(m_seed, &SeedField::edited, this, &RequestForm::edited);
    connect(m_size, &SizeField::edited, this, &RequestForm::edited);
    connect(m_sampling, &SamplingFields::edited, this, &RequestForm::edited);
    connect(m_advanced, &AdvancedFields::edited, this, &RequestForm::edited);
    connect(m_start, &StartImageBox::edited, this, &RequestForm::edited);
    connect(this, &RequestForm::edited, this, &RequestForm::updateHints);
    connect(m_recommended, &QToolButton::clicked, this, &RequestForm::useRecommended);
    for (CollapsibleBox* box : {m_advancedBox, m_startBox})
        connect(box, &CollapsibleBox::toggled, this, [this, box](bool open) {
            if (open) Q_EMIT opened(box);
        });
}

RenderRequest RequestForm::request() const {
    RenderRequest request = m_base;
    request.prompt = m_prompt->edit().prompt().toStdString();
    request.promptTemplate.clear();
    const std::string negative = m_negative->edit().prompt().toStdString();
    // An absent negative prompt is not an empty one (SDXL); an untouched empty box keeps what was given.
    if (!negative.empty() || m_base.negative) request.negative = negative;
    request.seed = m_seed->seed();
    request.width = m_size->pictureSize().width();
    request.height = m_size->pictureSize().height();
    m_sampling->read(request);
    m_advanced->read(request);
    request.start = m_start->startImage();
    return request;
}

void RequestForm::setRequest(const RenderRequest& request) {
    m_base = request;
    {
        const QSignalBlocker blocker(this);
        setPrompts(toText(request.promptTemplate.empty() ? request.prompt : request.promptTemplate),
                   toText(request.negative.value_or(std::string())));
        m_seed->setSeed(request.seed);
        if (request.width > 0 && request.height > 0) m_size->setPictureSize({request.width, request.height});
        m_sampling->showRequest(request);
        m_advanced->showRequest(request);
        m_start->setStartImage(request.start);
        updateHints();
    }
    Q_EMIT edited();
}

RoutingPolicy RequestForm::routing() const {
    RenderRequest request = m_base;
    m_advanced->read(request);
    return request.routing;
}

void RequestForm::setRouting(const RoutingPolicy& routing) {
    m_base.routing = routing;
    m_advanced->showRouting(routing);
    Q_EMIT edited();
}

void RequestForm::setPrompts(const QString& prompt, const QString& negative) {
    m_prompt->edit().setPrompt(prompt);
    m_negative->edit().setPrompt(negative);
}

void RequestForm::setModel(const ModelSummary& model) {
    const RenderRequest current = request();
    const bool follows = !m_model || sameRecommendation(current, recommendedFor(*m_model));
    const bool nativeBefore =
        !m_model || (current.width == m_model->nativeSize && current.height == m_model->nativeSize);
    m_model = model;
    m_sampling->setModel(model);
    m_advanced->setModel(model);
    m_size->setBuckets(sizeBuckets(model.architecture, model.nativeSize));
    if (nativeBefore) m_size->setPictureSize({model.nativeSize, model.nativeSize});
    if (follows) useRecommended();
    updateHints();
}

RenderRequest RequestForm::recommendedFor(const ModelSummary& model) const {
    RenderRequest request = this->request();
    request.steps = model.recommendedSteps;
    request.guidanceScale = model.recommendedGuidance;
    request.sampler = model.recommendedSampler;
    request.schedule = model.recommendedSchedule;
    return request;
}

void RequestForm::useRecommended() {
    if (m_model) m_sampling->showRequest(recommendedFor(*m_model));
    updateHints();
}

void RequestForm::useNativeSize() {
    if (m_model) m_size->setPictureSize({m_model->nativeSize, m_model->nativeSize});
}

void RequestForm::setDevices(const QStringList& devices) { m_advanced->setDevices(devices); }
void RequestForm::setLastSeed(std::int64_t seed) { m_seed->setLastSeed(seed); }
void RequestForm::swapSize() { m_size->swap(); }
void RequestForm::focusPrompt() { m_prompt->edit().setFocus(Qt::ShortcutFocusReason); }

void RequestForm::updateHints() {
    const bool negativeWorks = m_sampling->guidance() > 1.0;
    m_negative->edit().setEnabled(negativeWorks);
    m_negativeHint->setVisible(!negativeWorks);
    m_recommended->setVisible(m_model && !sameRecommendation(request(), recommendedFor(*m_model)));
    bool unusual = false;
    if (m_model) {
        const double native = static_cast<double>(m_model->nativeSize) * m_model->nativeSize;
        const double area = static_cast<double>(m_size->pictureSize().width()) * m_size->pictureSize().height();
        unusual = area > kLargestTrained * native || area < kSmallestTrained * native;
    }
    m_sizeHint->setVisible(unusual);
}

}  // namespace segmoe::ui
