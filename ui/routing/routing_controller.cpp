// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/routing_controller.h"

#include <algorithm>

namespace segmoe::ui {

namespace {

constexpr qsizetype kMapBytes = 128 * 1000 * 1000;
constexpr qint64 kQuickValues = 2 * 1000 * 1000;  ///< a few milliseconds: not worth another thread

RoutingParts difference(const RoutingSelection& a, const RoutingSelection& b) {
    RoutingParts parts;
    parts.setFlag(RoutingPart::Value, a.value != b.value || a.half != b.half);
    parts.setFlag(RoutingPart::Step, a.step != b.step);
    parts.setFlag(RoutingPart::Layers, a.blocks != b.blocks || a.kind != b.kind);
    parts.setFlag(RoutingPart::Expert, a.expert != b.expert);
    parts.setFlag(RoutingPart::Place, a.place != b.place);
    parts.setFlag(RoutingPart::Token, a.token != b.token);
    parts.setFlag(RoutingPart::Show, a.show != b.show);
    return parts;
}

}  // namespace

RoutingController::RoutingController(QObject* parent) : QObject(parent), m_maps(kMapBytes) {
    m_pool.setMaxThreadCount(1);
}

void RoutingController::setCapture(const CapturePtr& capture) {
    const CapturePtr before = m_model.capture();
    if (capture == before) return;
    const bool sameLayers = before && capture && areComparable(*before, *capture);
    const bool sameChoice = sameLayers && before->trace().k == capture->trace().k;
    m_model = RoutingModel(capture);
    forgetMaps();
    m_hover = {};
    RoutingSelection selection = sameLayers ? m_selection : RoutingSelection{};
    // With one active expert every applied weight is 1: the preference says more.
    if (!sameChoice)
        selection.value = m_model.k() < 2 && m_model.hasMeans() ? ValueKind::Preferred : ValueKind::Applied;
    if (selection.value == ValueKind::Preferred && !m_model.hasMeans()) selection.value = ValueKind::Applied;
    if (!m_model.hasNegative()) selection.half = GuidanceHalf::Prompt;
    if (!sameLayers) {
        selection.kind = m_model.layout().kinds.empty() ? std::nullopt : std::optional(m_model.layout().kinds.front());
        selection.step = m_model.steps() - 1;
    }
    if (selection.step >= m_model.steps()) selection.step = m_model.steps() - 1;
    if (!m_compare.isEmpty() && (!capture || !areComparable(*m_compare.capture(), *capture))) {
        m_compare = {};
        if (selection.show == ShowMode::CompareDifference) selection.show = ShowMode::Winner;
    }
    m_selection = selection;
    Q_EMIT changed(RoutingParts::fromInt(0x1FF));
}

void RoutingController::setCompare(const CapturePtr& capture) {
    if (capture == m_compare.capture()) return;
    m_compare = RoutingModel(capture);
    forgetMaps();
    RoutingParts parts = RoutingPart::Compare;
    if (m_compare.isEmpty() && m_selection.show == ShowMode::CompareDifference) {
        m_selection.show = ShowMode::Winner;
        parts |= RoutingPart::Show;
    }
    Q_EMIT changed(parts);
}

void RoutingController::setSelection(RoutingSelection selection) {
    selection.step = std::clamp(selection.step, -1, std::max(-1, m_model.steps() - 1));
    selection.expert = std::clamp(selection.expert, 0, std::max(0, m_model.experts() - 1));
    const RoutingParts parts = difference(m_selection, selection);
    if (!parts) return;
    m_selection = std::move(selection);
    Q_EMIT changed(parts);
}

void RoutingController::setStep(int step) {
    RoutingSelection selection = m_selection;
    selection.step = step;
    setSelection(selection);
}

void RoutingController::setValue(ValueKind value) {
    if (value == ValueKind::Preferred && !m_model.hasMeans()) return;
    RoutingSelection selection = m_selection;
    selection.value = value;
    setSelection(selection);
}

void RoutingController::setHalf(GuidanceHalf half) {
    if (half != GuidanceHalf::Prompt && !m_model.hasNegative()) return;
    RoutingSelection selection = m_selection;
    selection.half = half;
    setSelection(selection);
}

void RoutingController::setKind(std::optional<SiteKind> kind) {
    RoutingSelection selection = m_selection;
    selection.kind = kind;
    setSelection(selection);
}

void RoutingController::setShow(ShowMode show) {
    if (show == ShowMode::CompareDifference && m_compare.isEmpty()) return;
    RoutingSelection selection = m_selection;
    selection.show = show;
    setSelection(selection);
}

void RoutingController::setExpert(int expert, bool showIt) {
    if (expert < 0 || expert >= m_model.experts()) return;
    RoutingSelection selection = m_selection;
    selection.expert = expert;
    if (showIt) selection.show = ShowMode::OneExpert;
    setSelection(selection);
}

void RoutingController::setPlace(std::optional<QRectF> place) {
    RoutingSelection selection = m_selection;
    selection.place = place;
    if (place) selection.token = -1;
    setSelection(selection);
}

void RoutingController::setToken(int token) {
    RoutingSelection selection = m_selection;
    selection.token = token;
    setSelection(selection);
}

void RoutingController::setBlocks(std::vector<int> blocks) {
    std::ranges::sort(blocks);
    std::erase_if(blocks, [this](int block) {
        return block < 0 || block >= m_model.layout().blockCount() ||
               !m_model.layout().blocks[static_cast<std::size_t>(block)].isMixed();
    });
    RoutingSelection selection = m_selection;
    selection.blocks = std::move(blocks);
    setSelection(selection);
}

void RoutingController::selectBlock(int block, bool add) {
    std::vector<int> blocks = add ? m_selection.blocks : std::vector<int>{};
    if (const auto found = std::ranges::find(blocks, block); found != blocks.end())
        blocks.erase(found);
    else
        blocks.push_back(block);
    setBlocks(std::move(blocks));
}

bool RoutingController::clearOne() {
    if (m_selection.place) {
        setPlace(std::nullopt);
    } else if (m_selection.token >= 0) {
        setToken(-1);
    } else if (!m_selection.blocks.empty()) {
        setBlocks({});
    } else {
        return false;
    }
    return true;
}

void RoutingController::setHover(const RoutingHover& hover) {
    if (hover == m_hover) return;
    m_hover = hover;
    Q_EMIT hoverChanged(hover);
}

const PlaceMap& RoutingController::map() { return cachedMap(m_model, 'a'); }

const PlaceMap& RoutingController::compareMap() { return cachedMap(m_compare, 'b'); }

QByteArray RoutingController::selectionKey(char which, bool withStep) const {
    QByteArray key(1, which);
    for (int part : {withStep ? m_selection.step : -2, static_cast<int>(m_selection.value),
                     static_cast<int>(m_selection.half), m_selection.kind ? static_cast<int>(*m_selection.kind) : -1})
        key += QByteArray::number(part) + ' ';
    for (int block : m_selection.blocks) key += QByteArray::number(block) + ',';
    return key;
}

void RoutingController::forgetMaps() {
    m_maps.clear();
    m_ranges.clear();
    m_pending.clear();
    m_pool.clear();
    ++m_generation;
}

void RoutingController::compute(const QByteArray& key, std::function<std::function<void()>()> work) {
    if (m_pending.contains(key)) return;
    m_pending.insert(key);
    m_pool.start([this, key, generation = m_generation, work = std::move(work)] {
        QMetaObject::invokeMethod(this, [this, key, generation, keep = work()] {
            if (generation != m_generation) return;
            m_pending.remove(key);
            keep();
            Q_EMIT changed(RoutingPart::Maps);
        });
    });
}

const PlaceMap& RoutingController::cachedMap(const RoutingModel& model, char which) {
    if (model.isEmpty()) return m_noMap;
    const QByteArray key = selectionKey(which, true);
    if (const PlaceMap* known = m_maps.object(key)) return *known;
    const std::vector<int> sites = model.sites(m_selection);
    const StepSpan span = model.span(m_selection.step);
    const auto make = [model, sites, span, selection = m_selection] {
        return std::make_shared<PlaceMap>(placeMap(model, sites, span, selection.value, selection.half));
    };
    const auto keep = [this, key](const std::shared_ptr<PlaceMap>& made) {
        if (made->isEmpty()) return;
        const auto bytes = static_cast<qsizetype>(made->experts.size() * made->experts[0].size() * sizeof(float));
        m_maps.insert(key, new PlaceMap(std::move(*made)), bytes);
    };
    if (placeMapCost(model, sites, span) > kQuickValues) {
        compute(key, [make, keep]() -> std::function<void()> { return [keep, made = make()] { keep(made); }; });
        return m_noMap;
    }
    keep(make());
    const PlaceMap* made = m_maps.object(key);
    return made ? *made : m_noMap;
}

std::optional<std::pair<double, double>> RoutingController::rangeOverSteps(const QByteArray& name,
                                                                           const MapNumbers& numbers) {
    const QByteArray key = name + ' ' + selectionKey('r', false);
    if (const auto known = m_ranges.constFind(key); known != m_ranges.cend()) return *known;
    const auto make = [model = m_model, selection = m_selection, numbers] {
        std::pair<double, double> range{1.0, 0.0};
        for (int step = 0; step < model.steps(); ++step) {
            const PlaceMap map =
                placeMap(model, model.sites(selection), model.span(step), selection.value, selection.half);
            if (map.isEmpty()) continue;
            const auto [low, high] = std::ranges::minmax(numbers(map));
            if (range.first > range.second) range = {low, high};
            range = {std::min<double>(range.first, low), std::max<double>(range.second, high)};
        }
        return range;
    };
    compute(key, [this, key, make]() -> std::function<void()> {
        return [this, key, range = make()] { m_ranges.insert(key, range); };
    });
    return std::nullopt;
}

}  // namespace segmoe::ui
