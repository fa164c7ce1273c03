// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// MixPage: building, predicting, handing over to Render.
#include <QFileInfo>

#include "ui/bridge/qt_convert.h"
#include "ui/mix/build_pace.h"
#include "ui/mix/forecast_panel.h"
#include "ui/mix/gates_view.h"
#include "ui/mix/layer_panel.h"
#include "ui/mix/mix_page.h"
#include "ui/mix/notice_bar.h"
#include "ui/mix/probe_panel.h"
#include "ui/mix/save_mixture_dialog.h"
#include "ui/shell/navigator.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

void MixPage::connectJobs() {
    connect(&m_jobs, &MixJobs::buildProgressed, m_layers, &LayerPanel::showBuild);
    connect(&m_jobs, &MixJobs::built, this, [this](const BuildReport& report) {
        m_layers->showBuild(-1.0, {});
        m_gates = report.gates;
        if (const auto& recipe = m_document.build().building()) learnBuild(m_pace, *recipe, m_catalog.infos(), report);
        m_document.buildSucceeded();
        m_forecast->setBuildSeconds(report.seconds);
        Q_EMIT m_navigator.message(tr("“%1” is built.").arg(toText(m_document.state().head.name)));
    });
    connect(&m_jobs, &MixJobs::buildFailed, this, [this](const Failure& failure) {
        m_layers->showBuild(-1.0, {});
        m_document.buildFailed(failure);
        showFailure(failure, Work::Build);
    });
    connect(&m_jobs, &MixJobs::buildCancelled, this, [this] {
        m_layers->showBuild(-1.0, {});
        m_document.buildCancelled();
    });
    connect(&m_jobs, &MixJobs::predicted, this, [this](const Prediction& prediction) {
        m_probe->showBusy(false);
        m_probe->show(prediction, m_predictingPrompt);
        m_prediction = prediction;
        m_predictionOf = m_predicting;
        refreshChecks();
    });
    connect(&m_jobs, &MixJobs::predictFailed, this, [this](const Failure& failure) {
        m_probe->showBusy(false);
        if (!failure.message.empty()) showFailure(failure, Work::Predict);
    });
    connect(&m_jobs, &MixJobs::saveProgressed, this, [this](double fraction, const QString& text) {
        if (m_saveDialog) m_saveDialog->showProgress(fraction, text);
    });
    connect(&m_jobs, &MixJobs::saved, this, [this](const MixReport& report) {
        if (m_saveDialog) m_saveDialog->showSaved(report);
        Q_EMIT m_navigator.message(tr("Mixture saved: %1").arg(pathText(report.output)));
        if (const QString problem = previewProblem(report.preview); !m_saveDialog && !problem.isEmpty())
            showHint(problem, false);
        noteSaved(report);
    });
    connect(&m_jobs, &MixJobs::saveFailed, this, [this](const Failure& failure) {
        if (m_saveDialog)
            m_saveDialog->showFailure(failure, remediesFor(failure, Work::Save));
        else
            showFailure(failure, Work::Save);
    });
    connect(&m_jobs, &MixJobs::saveCancelled, this, [this] {
        if (m_saveDialog) m_saveDialog->showStopped();
    });
}

BuildRequest MixPage::buildRequest() const {
    BuildRequest request;
    // As the render will name it, so that the engine finds what was built.
    request.recipe = movedTo(m_document.recipe(), m_renderFolder);
    request.precision = request.recipe.precision;
    request.compat = request.recipe.compat;
    return request;
}

bool MixPage::canBuild() const { return !hasErrors(m_shownChecks) && m_document.buildState() != BuildState::Building; }

void MixPage::startBuild() {
    if (!canBuild()) {
        if (hasErrors(m_shownChecks)) showHint(m_shownChecks.front().sentence, true);
        return;
    }
    showHint({}, false);
    const BuildRequest request = buildRequest();
    m_document.buildStarted(m_document.recipe());
    m_layers->showBuild(-1.0, tr("Waiting to build"));
    m_jobs.build(request, tr("Build %1").arg(toText(request.recipe.name)));
}

void MixPage::build() { startBuild(); }

/// The engine measures only what has changed and keeps the weights: updating gates is a build that finds them loaded.
void MixPage::updateGates() { startBuild(); }

void MixPage::predict(const QString& prompt) {
    if (hasErrors(m_shownChecks)) return;
    const BuildRequest request = buildRequest();
    m_predicting = m_document.recipe();
    m_predictingPrompt = prompt;
    m_probe->showBusy(true);
    m_jobs.predict(request, prompt);
}

void MixPage::render() {
    if (hasErrors(m_shownChecks)) return showHint(m_shownChecks.front().sentence, true);
    // The page first: it is built on its first visit and hears nothing before.
    Q_EMIT m_navigator.pageWanted(PageId::Render);
    Q_EMIT m_navigator.mixWanted(buildRequest().recipe);
}

}  // namespace segmoe::ui
