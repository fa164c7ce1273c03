// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <utility>

#include <QCache>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QThreadPool>

#include "ui/routing/place_maps.h"
#include "ui/routing/routing_model.h"
#include "ui/routing/routing_selection.h"

namespace segmoe::ui {

/// In a namespace of its own: flag operators in segmoe::ui would hide those of QCustomPlot, which are global.
namespace parts {

/// What has changed about what the page shows.
enum class RoutingPart {
    Capture = 0x01,
    Compare = 0x02,
    Value = 0x04,  ///< value kind or half
    Step = 0x08,
    Layers = 0x10,  ///< blocks or kind
    Expert = 0x20,
    Place = 0x40,
    Token = 0x80,
    Show = 0x100,
    Maps = 0x200,  ///< a map that was being computed is there
};
Q_DECLARE_FLAGS(RoutingParts, RoutingPart)
Q_DECLARE_OPERATORS_FOR_FLAGS(RoutingParts)

}  // namespace parts
using parts::RoutingPart;
using parts::RoutingParts;

/// Holds the capture, the one to compare with and the selection that every area shows. Views ask it to change the
/// selection and hear what has changed.
class RoutingController : public QObject {
    Q_OBJECT
public:
    explicit RoutingController(QObject* parent = nullptr);

    const RoutingModel& model() const { return m_model; }
    /// Empty when nothing is compared.
    const RoutingModel& compare() const { return m_compare; }
    const RoutingSelection& selection() const { return m_selection; }
    const RoutingHover& hover() const { return m_hover; }

    /// A selection of layers, place and step stays where the new capture has the same layers.
    void setCapture(const CapturePtr& capture);
    void setCompare(const CapturePtr& capture);
    void setSelection(RoutingSelection selection);

    void setStep(int step);
    void setValue(ValueKind value);
    void setHalf(GuidanceHalf half);
    void setKind(std::optional<SiteKind> kind);
    void setShow(ShowMode show);
    /// Also shows One expert when that is wanted.
    void setExpert(int expert, bool showIt = false);
    void setPlace(std::optional<QRectF> place);
    void setToken(int token);
    void setBlocks(std::vector<int> blocks);
    /// A click on a block: alone, or added and taken away with add.
    void selectBlock(int block, bool add);
    /// Esc: the place first, then the layers. False when there was nothing to clear.
    bool clearOne();
    void setHover(const RoutingHover& hover);

    /// The map that the selection means, from a cache. A large one (the mean over all steps) is computed on another
    /// thread: it is empty and isComputing() until RoutingPart::Maps is told.
    const PlaceMap& map();
    const PlaceMap& compareMap();
    /// The lowest and the highest of `numbers` over the maps of every step; computed and told in the same way. `name`
    /// stands for the function in the cache.
    using MapNumbers = std::function<std::vector<float>(const PlaceMap& map)>;
    std::optional<std::pair<double, double>> rangeOverSteps(const QByteArray& name, const MapNumbers& numbers);
    bool isComputing() const { return !m_pending.isEmpty(); }

Q_SIGNALS:
    void changed(segmoe::ui::RoutingParts parts);
    void hoverChanged(const segmoe::ui::RoutingHover& hover);

private:
    const PlaceMap& cachedMap(const RoutingModel& model, char which);
    QByteArray selectionKey(char which, bool withStep) const;
    void forgetMaps();
    /// Work on the other thread; its result is put in place by what it returns, on this one.
    void compute(const QByteArray& key, std::function<std::function<void()>()> work);

    RoutingModel m_model;
    RoutingModel m_compare;
    RoutingSelection m_selection;
    RoutingHover m_hover;
    QCache<QByteArray, PlaceMap> m_maps;  ///< cost in bytes
    QHash<QByteArray, std::pair<double, double>> m_ranges;
    PlaceMap m_noMap;
    QSet<QByteArray> m_pending;
    int m_generation = 0;  ///< results for other captures are dropped
    QThreadPool m_pool;    ///< last: waits for its thread before the rest goes
};

}  // namespace segmoe::ui
