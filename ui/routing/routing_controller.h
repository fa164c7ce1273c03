// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCache>
#include <QObject>

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

    /// The map that the selection means, from a cache.
    const PlaceMap& map();
    const PlaceMap& compareMap();

Q_SIGNALS:
    void changed(segmoe::ui::RoutingParts parts);
    void hoverChanged(const segmoe::ui::RoutingHover& hover);

private:
    const PlaceMap& cachedMap(const RoutingModel& model, char which);

    RoutingModel m_model;
    RoutingModel m_compare;
    RoutingSelection m_selection;
    RoutingHover m_hover;
    QCache<QByteArray, PlaceMap> m_maps;  ///< cost in bytes
    PlaceMap m_noMap;
};

}  // namespace segmoe::ui
