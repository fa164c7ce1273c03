// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <functional>

#include <QTimer>
#include <QWidget>

#include "ui/mix/mix_costs.h"
#include "ui/mix/mix_document.h"
#include "ui/mix/model_catalog.h"

class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace segmoe::ui {

class DownloadNeed;
class MemoryMeter;
class RenderPace;
class Theme;

/// What the mix costs before anything is built: memory, disk, downloads, time; and what would make it cheaper.
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
    /// What pictures and builds took here so far.
    void setPace(const RenderPace& pace);
    /// What is known of downloads; null = nobody fetches.
    void setDownloads(const DownloadNeed* downloads);
    /// Models of hubs that the mix names and that are not here.
    void setMissing(const QStringList& references);

Q_SIGNALS:
    /// Render should need less memory, too: the id of one of its remedies.
    void savingWanted(const QString& remedy);
    /// The hubs are to be asked how large the missing models are.
    void sizesWanted();

private:
    /// What the engine is asked: one at a time, since the client drops those that a newer one has overtaken.
    struct Question {
        RenderRequest request;
        std::function<void(const MemoryForecast&)> then;
        bool isMain = false;  ///< the mix as it is, where it will be rendered
        quint64 id = 0;
    };
    /// A change of the mix or of the render that could save memory.
    struct Remedy {
        QString id;
        QString label;
        std::function<void()> apply;
        RenderRequest request;
    };
    void layOut();
    void fillGrid(QGridLayout& grid);
    void fillBasis();
    void setBasis(int side, int batch);
    void showBasis();
    void ask();
    void askNext();
    void answered(quint64 id, const MemoryForecast& forecast);
    void failed(quint64 id);
    void show(const MemoryForecast& forecast);
    void showCpu(const MemoryForecast& forecast);
    QString verdictText(const QString& device, const MemoryForecast& forecast) const;
    void fillMeter(MemoryMeter& meter, const QString& text, const MemoryForecast& forecast) const;
    void clearMemory(const QString& sentence);
    void showLayerSizes(const MixRecipe& recipe);
    void showDownloads();
    void showBuildTime(const MixRecipe& recipe);
    void showPictureTime();
    int side() const;
    RenderRequest request(const MixRecipe& recipe) const;

    // forecast_remedies.cpp
    std::vector<Remedy> remedies();
    void addMixRemedies(std::vector<Remedy>& list);
    Remedy renderRemedy(const QString& id, const QString& label, const RenderRequest& then);
    void applySaving(const QString& id, const RenderRequest& then);
    int largestExpert() const;
    void showRemedy(const Remedy& remedy, std::int64_t gain);
    void clearRemedies();

    MixDocument& m_document;
    ModelCatalog& m_catalog;
    MixClient& m_client;
    QTimer m_delay;
    MemoryMeter* m_gpu;
    MemoryMeter* m_memory;
    QLabel* m_verdict;
    QLabel* m_cpuVerdict;
    QLabel* m_mapped = nullptr;
    QLabel* m_disk = nullptr;
    QLabel* m_layers[3] = {};
    QLabel* m_download = nullptr;
    QLabel* m_downloadCaption = nullptr;
    QPushButton* m_askSizes;
    QLabel* m_build = nullptr;
    QLabel* m_picture = nullptr;
    QToolButton* m_basis;
    QLabel* m_remedyTitle;
    QVBoxLayout* m_remedyBox;
    std::deque<Question> m_questions;  ///< the first is being answered
    std::int64_t m_peak = 0;
    const RenderPace* m_pace = nullptr;
    const DownloadNeed* m_downloads = nullptr;
    QStringList m_missing;
    double m_buildSeconds = -1.0;
    int m_side = 0;  ///< pixels; 0 = native
    int m_batch = 1;
    QStringList m_savings;  ///< remedies of the render that the basis has taken: "tiled", "halves"
    bool m_isComplete = false;
};

}  // namespace segmoe::ui
