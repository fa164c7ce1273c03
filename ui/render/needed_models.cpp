// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/needed_models.h"

#include "ui/bridge/engine_client.h"
#include "ui/bridge/mix_client.h"
#include "ui/shell/hub_remedies.h"
#include "ui/shell/navigator.h"
#include "ui/shell/studio_context.h"

namespace segmoe::ui {

NeededModels::NeededModels(StudioContext& context, QObject* parent) : QObject(parent), m_context(context) {
    connect(&context.navigator, &Navigator::modelArrived, this, [this] {
        if (!m_references.isEmpty()) Q_EMIT arrived();
    });
    connect(&context.engine.mix(), &MixClient::recipeRead, this, [this](quint64 id, const RecipeText& text) {
        if (id == m_question && text.isReadable) take(text.recipe);
    });
}

void NeededModels::look(const QString& model, const std::shared_ptr<const MixRecipe>& recipe) {
    if (recipe) return take(*recipe);
    m_question = m_context.engine.mix().newId();
    m_context.engine.mix().readFile(m_question, model);
}

void NeededModels::take(const MixRecipe& recipe) {
    m_references = hubReferencesOf(recipe);
    Q_EMIT changed();
}

void NeededModels::clear() {
    m_isAwaited = false;
    m_question = 0;  // an answer that is still on its way is about another model
    if (m_references.isEmpty()) return;
    m_references.clear();
    Q_EMIT changed();
}

void NeededModels::get() {
    m_isAwaited = true;
    Q_EMIT m_context.navigator.missingWanted(m_references, {});
}

}  // namespace segmoe::ui
