// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <QObject>

#include "core/domain/render_request.h"

namespace segmoe::ui {

/// Mute, solo, pin, bias and k of the next render, and the mixture they are meant for: one value that the Render page
/// sends with its requests and that the Routing page's act panel shows and changes.
class ExpertControl : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    const std::vector<RoutingRule>& rules() const { return m_rules; }
    int topK() const { return m_topK; }
    void set(const std::vector<RoutingRule>& rules, int topK);

    /// What the Render page renders with: a model, or an unsaved mixture.
    void setMixture(const std::string& model, std::shared_ptr<const MixRecipe> recipe);
    bool hasMixture() const { return m_recipe || !m_model.empty(); }
    /// Rules name experts by their place: they mean something only for the same experts.
    bool isFor(const RenderRequest& request) const;
    /// What the Render page would render now; nothing while it has no model, or where there is no such page.
    using RequestSource = std::function<std::optional<RenderRequest>()>;
    void setRequestSource(RequestSource source) { m_source = std::move(source); }
    std::optional<RenderRequest> nextRequest() const { return m_source ? m_source() : std::nullopt; }

Q_SIGNALS:
    void changed();
    void mixtureChanged();

private:
    std::vector<RoutingRule> m_rules;
    int m_topK = 0;
    std::string m_model;
    std::shared_ptr<const MixRecipe> m_recipe;
    RequestSource m_source;
};

}  // namespace segmoe::ui
