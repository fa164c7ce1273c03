// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QWidget>

#include "core/engine/prompt_meter.h"
#include "core/engine/render_engine.h"
#include "ui/render/request_composer.h"

class QLabel;
class QToolButton;

namespace segmoe::ui {

class AdvancedFields;
class CollapsibleBox;
class PromptEdit;
class PromptField;
class SamplingFields;
class SeedField;
class SizeField;
class StartImageBox;
class Theme;

/// The settings of a render as controls; RenderRequest in and out. What has no control keeps the value it came with.
class RequestForm : public QWidget {
    Q_OBJECT
public:
    explicit RequestForm(Theme& theme, QWidget* parent = nullptr);

    RenderRequest request() const;
    void setRequest(const RenderRequest& request);
    /// The expert control of request(), k included.
    RoutingPolicy routing() const;
    /// Changes nothing else: texts keep their caret and their undo.
    void setRouting(const RoutingPolicy& routing);
    /// Offers what the model can do. Settings that stood at the previous model's recommendation move to the new one's;
    /// those somebody changed stay.
    void setModel(const ModelSummary& model);
    void useRecommended();
    void useNativeSize();
    void setDevices(const QStringList& devices);
    void setLastSeed(std::int64_t seed);
    void swapSize();
    void focusPrompt();
    /// Only the texts; keeps their undo history.
    void setPrompts(const QString& prompt, const QString& negative);

    PromptField& promptField() { return *m_prompt; }
    PromptField& negativeField() { return *m_negative; }
    SeedField& seedField() { return *m_seed; }
    SamplingFields& sampling() { return *m_sampling; }
    AdvancedFields& advanced() { return *m_advanced; }
    StartImageBox& startImage() { return *m_start; }

Q_SIGNALS:
    void edited();
    /// A box was opened: it should be brought into view.
    void opened(QWidget* box);
    void historyWanted(int direction);

private:
    QLayout* widgetRow(QWidget* widget);
    void buildColumn(Theme& theme);
    void connectFields();
    void updateHints();
    RenderRequest recommendedFor(const ModelSummary& model) const;

    RenderRequest m_base;
    std::optional<ModelSummary> m_model;
    PromptField* m_prompt;
    PromptField* m_negative;
    QLabel* m_negativeHint;
    SeedField* m_seed;
    SizeField* m_size;
    QLabel* m_sizeHint;
    SamplingFields* m_sampling;
    AdvancedFields* m_advanced;
    StartImageBox* m_start;
    CollapsibleBox* m_advancedBox = nullptr;
    CollapsibleBox* m_startBox = nullptr;
    QToolButton* m_recommended;
};

}  // namespace segmoe::ui
