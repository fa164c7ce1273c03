// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QWidget>

#include "core/engine/render_engine.h"

class QLabel;
class QToolButton;

namespace segmoe::ui {

class AdvancedFields;
class PromptEdit;
class SamplingFields;
class SeedField;
class SizeField;
class Theme;

/// The settings of a render as controls; RenderRequest in and out. What has no control keeps the value it came with.
class RequestForm : public QWidget {
    Q_OBJECT
public:
    explicit RequestForm(Theme& theme, QWidget* parent = nullptr);

    RenderRequest request() const;
    void setRequest(const RenderRequest& request);
    /// Offers what the model can do. Settings that stood at the previous model's recommendation move to the new one's;
    /// those somebody changed stay.
    void setModel(const ModelSummary& model);
    void useRecommended();
    void useNativeSize();
    void setDevices(const QStringList& devices);
    void setLastSeed(std::int64_t seed);
    void swapSize();
    void focusPrompt();

Q_SIGNALS:
    void edited();

private:
    void updateHints();
    RenderRequest recommendedFor(const ModelSummary& model) const;

    RenderRequest m_base;
    std::optional<ModelSummary> m_model;
    PromptEdit* m_prompt;
    PromptEdit* m_negative;
    QLabel* m_negativeHint;
    SeedField* m_seed;
    SizeField* m_size;
    SamplingFields* m_sampling;
    AdvancedFields* m_advanced;
    QToolButton* m_recommended;
};

}  // namespace segmoe::ui
