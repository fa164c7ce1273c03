// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

#include "ui/mix/mix_arrivals.h"

namespace segmoe::ui {

class ArrivalCard;

/// Placeholders below the cards: what is being fetched for the mix, how far, and a way to stop it.
class ArrivalList : public QWidget {
    Q_OBJECT
public:
    ArrivalList(MixArrivals& arrivals, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The list of downloads, where a failed one has its remedy.
    void downloadsWanted();

private:
    void refresh();

    MixArrivals& m_arrivals;
    std::vector<ArrivalCard*> m_cards;
};

}  // namespace segmoe::ui
