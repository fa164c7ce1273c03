// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/request_form.h"

#include <cmath>

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/bridge/qt_convert.h"
#include "ui/render/advanced_fields.h"
#include "ui/render/prompt_edit.h"
#include "ui/render/sampling_fields.h"
#include "ui/render/seed_field.h"
#include "ui/render/size_buckets.h"
#include "ui/render/size_field.h"
#include "ui/widgets/collapsible_box.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

bool sameRecommendation(const RenderRequest& a, const RenderRequest& b) {
    return a.steps == b.steps && std::abs(a.guidanceScale - b.guidanceScale) < 0.05 && a.sampler == b.sampler &&
           a.schedule == b.schedule;
}

}  // namespace

RequestForm::RequestForm(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_prompt(new PromptEdit(theme, 4)),
      m_negative(new PromptEdit(theme, 2)),
      m_negativeHint(new QLabel),
      m_seed(new SeedField(theme)),
      m_size(new SizeField(theme)),
      m_sampling(new SamplingFields),
      m_advanced(new AdvancedFields),
      m_recommended(new QToolButton) {
    m_negativeHint->setProperty("role", u"caption"_s);
    m_negativeHint->setObjectName(u"render_negative_hint_label"_s);
    m_negativeHint->setText(tr("No effect at CFG 1."));
    m_recommended->setText(tr("Use recommended settings"));
    m_recommended->setProperty("role", u"link"_s);
    nameControl(m_recommended, u"render_apply_recommended_button"_s, m_recommended->text(),
                tr("Steps, CFG, sampler and noise suggested for this model."));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addLayout(labelledField(tr("Prompt"), m_prompt, u"render_prompt_edit"_s,
                                    tr("Describe the picture. Ctrl+Up/Down changes the weight of a word.")));
    auto* negative = labelledField(tr("Negative prompt"), m_negative, u"render_negative_edit"_s,
                                   tr("What to keep out. Works through CFG."));
    negative->addWidget(m_negativeHint);
    column->addLayout(negative);
    column->addLayout(labelledRow(tr("Size"), m_size, [this] {
        auto* row = new QHBoxLayout;
        row->addWidget(m_size);
        return row;
    }()));
    column->addWidget(m_sampling);
    column->addLayout(labelledRow(tr("Seed"), m_seed->edit(), [this] {
        auto* row = new QHBoxLayout;
        row->addWidget(m_seed);
        return row;
    }()));
    column->addWidget(m_recommended, 0, Qt::AlignLeft);
    column->addWidget(new CollapsibleBox(theme, u"render_advanced"_s, tr("Advanced"), m_advanced));
    column->addStretch(1);

    for (PromptEdit* edit : {m_prompt, m_negative})
        connect(edit, &QPlainTextEdit::textChanged, this, &RequestForm::edited);
    connect(m_seed, &SeedField::edited, this, &RequestForm::edited);
    connect(m_size, &SizeField::edited, this, &RequestForm::edited);
    connect(m_sampling, &SamplingFields::edited, this, &RequestForm::edited);
    connect(m_advanced, &AdvancedFields::edited, this, &RequestForm::edited);
    connect(this, &RequestForm::edited, this, &RequestForm::updateHints);
    connect(m_recommended, &QToolButton::clicked, this, &RequestForm::useRecommended);
    updateHints();
}

RenderRequest RequestForm::request() const {
    RenderRequest request = m_base;
    request.prompt = m_prompt->prompt().toStdString();
    const std::string negative = m_negative->prompt().toStdString();
    // An absent negative prompt is not an empty one (SDXL); an untouched empty box keeps what was given.
    if (!negative.empty() || m_base.negative) request.negative = negative;
    request.seed = m_seed->seed();
    request.width = m_size->pictureSize().width();
    request.height = m_size->pictureSize().height();
    m_sampling->read(request);
    m_advanced->read(request);
    return request;
}

void RequestForm::setRequest(const RenderRequest& request) {
    m_base = request;
    m_prompt->setPrompt(toText(request.prompt));
    m_negative->setPrompt(toText(request.negative.value_or(std::string())));
    m_seed->setSeed(request.seed);
    if (request.width > 0 && request.height > 0) m_size->setPictureSize({request.width, request.height});
    m_sampling->showRequest(request);
    m_advanced->showRequest(request);
    updateHints();
}

void RequestForm::setModel(const ModelSummary& model) {
    const RenderRequest current = request();
    const bool follows = !m_model || sameRecommendation(current, recommendedFor(*m_model));
    const bool nativeBefore =
        !m_model || (current.width == m_model->nativeSize && current.height == m_model->nativeSize);
    m_model = model;
    m_sampling->setModel(model);
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
void RequestForm::focusPrompt() { m_prompt->setFocus(Qt::ShortcutFocusReason); }

void RequestForm::updateHints() {
    const bool negativeWorks = m_sampling->guidance() > 1.0;
    m_negative->setEnabled(negativeWorks);
    m_negativeHint->setVisible(!negativeWorks);
    m_recommended->setVisible(m_model && !sameRecommendation(request(), recommendedFor(*m_model)));
}

}  // namespace segmoe::ui
