// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/mix/mix_costs.h"
#include "ui/mix/mix_document.h"
#include "ui/mix/model_catalog.h"

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace segmoe::ui {

class MemoryMeter;
class RenderPace;
class Theme;

/// What the mix costs before anything is built: memory, disk, time; and what would make it cheaper.
class ForecastPanel : public QWidget {
    Q_OBJECT
public:
    ForecastPanel(Theme& theme, MixDocument& document, ModelCatalog& catalog, MixClient& client,
                  QWidget* parent = nullptr);

    /// After an edit: cheap numbers at once, the engine's a little later.
    void refresh();
    /// Whether the mix can be asked about at all.
    void setComplete(bool complete);
    /// Seconds of the last build, as measured; -1 = never.
    void setBuildSeconds(double seconds);
    /// What pictures took here so far.
    void setPace(const RenderPace& pace);

private:
    /// A change of the mix that could save memory.
    struct Remedy {
        const char* name;
        QString label;
        std::function<void()> apply;
        MixRecipe recipe;
        quint64 question = 0;
    };
    void ask();
    void show(const MemoryForecast& forecast);
    void askRemedy();
    void showRemedy(const Remedy& remedy, std::int64_t gain);
    void clearRemedies();
    void fillBasis();
    int side() const;
    int largestExpert() const;
    void showPictureTime();
    RenderRequest request(const MixRecipe& recipe) const;
    std::vector<Remedy> remedies();

    Theme& m_theme;
    MixDocument& m_document;
    ModelCatalog& m_catalog;
    MixClient& m_client;
    QTimer m_delay;
    MemoryMeter* m_memory;
    QLabel* m_verdict;
    QLabel* m_disk;
    QLabel* m_mapped;
    QLabel* m_build;
    QLabel* m_picture;
    QToolButton* m_basis;
    QLabel* m_remedyTitle;
    QVBoxLayout* m_remedyBox;
    std::vector<Remedy> m_asked;  ///< the first is being answered
    quint64 m_question = 0;
    quint64 m_lastQuestion = 0;
    std::int64_t m_peak = 0;
    const RenderPace* m_pace = nullptr;
    int m_side = 0;  ///< pixels; 0 = native
    int m_batch = 1;
    bool m_isComplete = false;
};

}  // namespace segmoe::ui
