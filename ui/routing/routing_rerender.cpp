// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// What the Routing page asks of the engine, and how it shows what came back beside what was.
#include <algorithm>

#include <QPushButton>

#include "ui/bridge/qt_convert.h"
#include "ui/routing/act_panel.h"
#include "ui/routing/capture_collector.h"
#include "ui/routing/control_link.h"
#include "ui/routing/expert_control.h"
#include "ui/routing/image_area.h"
#include "ui/routing/routing_jobs.h"
#include "ui/routing/routing_page.h"
#include "ui/routing/routing_statistics.h"
#include "ui/routing/routing_words.h"
#include "ui/shell/navigator.h"
#include "ui/shell/studio_context.h"
#include "ui/widgets/compare_view.h"
#include "ui/widgets/image_difference.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

void RoutingPage::showComparison(const CapturePtr& capture) {
    const CapturePtr before = m_controller.model().capture();
    if (!before || !areComparable(*before, *capture)) return showCapture(capture);
    // The picture before stays the one to compare with: the new one is what is shown.
    m_controller.setCapture(capture);
    m_controller.setCompare(before);
    m_image->compareView().setImages(toImage(before->image.picture), toImage(capture->image.picture),
                                     tr("before · %1").arg(before->title), tr("after · %1").arg(capture->title));
    m_image->setCompareShown(true);
    m_image->setCompareSentence(changeSentence(m_rules.plan().summary(),
                                               shareAbove(m_image->compareView().difference(), 8), RoutingModel(before),
                                               RoutingModel(capture)));
}

void RoutingPage::updateStale() {
    const CapturePtr& capture = m_controller.model().capture();
    const bool isStale = capture && m_store.isStale(*capture);
    if (isStale == m_isStaleShown) return;
    if (!isStale) return showNotice({}, {}, {});
    if (m_notice->isVisibleTo(this)) return;  // what is being told is more urgent
    showNotice(tr("This mix has changed since this render."), tr("Render again"), [this] { renderChanged(); });
    m_isStaleShown = true;
}

void RoutingPage::renderChanged() {
    const CapturePtr& capture = m_controller.model().capture();
    if (!capture) return;
    RenderRequest request = capture->request;
    if (request.recipe && m_store.mix()) request.recipe = std::make_shared<const MixRecipe>(*m_store.mix());
    m_jobs->render(request, captureTitle(request, request.seed), RoutingJobs::Purpose::Maps);
}

void RoutingPage::renderAgain() {
    const CapturePtr& capture = m_controller.model().capture();
    if (!capture || !m_act->rerenderButton()->isEnabled()) return;
    RenderRequest request = capture->request;
    request.routing = m_rules.plan().policy(request.routing, m_controller.model().steps());
    request.capture = std::max(request.capture, CaptureLevel::Maps);
    m_jobs->render(request, captureTitle(request, request.seed), RoutingJobs::Purpose::Compare);
}

void RoutingPage::renderFully(RenderRequest request) {
    request.recordTrace = true;
    request.capture = CaptureLevel::Full;
    m_jobs->render(request, captureTitle(request, request.seed), RoutingJobs::Purpose::Maps);
}

void RoutingPage::renderWithCapture() {
    const CapturePtr& capture = m_controller.model().capture();
    if (capture && capture->hasRequest()) return renderFully(capture->request);
    if (capture && capture->settings) return getMissing(*capture->settings);
    const std::optional<RenderRequest> form =
        m_store.singleModel().isEmpty() ? m_control.nextRequest() : std::optional<RenderRequest>();
    if (form) return renderFully(*form);
    Q_EMIT m_context.navigator.pageWanted(PageId::Render);
}

void RoutingPage::showControl() {
    if (m_link->isLinked()) return m_act->focusRows();
    for (int row = 0; row < m_store.rowCount(); ++row) {
        if (!m_control.isFor(m_store.at(row)->request)) continue;
        showCapture(m_store.at(row));
        return m_act->focusRows();
    }
    Q_EMIT m_context.navigator.message(
        tr("Render one picture with this mixture first: its experts can be changed here then."));
}

void RoutingPage::keepInMix() {
    const CapturePtr& capture = m_controller.model().capture();
    if (!capture) return;
    const RoutingPolicy policy = m_rules.plan().policy({}, m_controller.model().steps());
    Q_EMIT m_context.navigator.mixPolicyWanted(policy, capture->request);
}

QString changeSentence(const QString& act, double changedShare, const RoutingModel& before, const RoutingModel& after) {
    const std::vector<double> a = expertLoad(before, {}).weight;
    const std::vector<double> b = expertLoad(after, {}).weight;
    QString sentence =
        RoutingPage::tr("%1: %2 of the pixels changed by more than 8 of 255").arg(act, percent(changedShare));
    if (a.size() == b.size() && !a.empty()) {
        std::size_t most = 0;
        for (std::size_t e = 1; e < a.size(); ++e)
            if (b[e] - a[e] > b[most] - a[most]) most = e;
        const double points = 100.0 * (b[most] - a[most]);
        if (points >= 0.5)
            sentence = RoutingPage::tr("%1; load moved mostly to %2 (+%3 points)")
                           .arg(sentence, QString(expertLetter(static_cast<int>(most))), number(points, 0));
    }
    return sentence + u'.';
}

}  // namespace segmoe::ui
