// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QObject>
#include <QStringList>

#include "core/domain/mix_recipe.h"

namespace segmoe::ui {

struct StudioContext;

/// The models of hubs that the chosen recipe names and that are not on this computer: names them, has them fetched, and
/// tells when one has arrived.
class NeededModels : public QObject {
    Q_OBJECT
public:
    explicit NeededModels(StudioContext& context, QObject* parent = nullptr);

    /// The engine did not find a part of it: looks which references it has. recipe: null for one in a file.
    void look(const QString& model, const std::shared_ptr<const MixRecipe>& recipe);
    void clear();
    const QStringList& references() const { return m_references; }
    /// Shows what fetching them takes; `arrived` follows for each that comes.
    void get();
    bool isAwaited() const { return m_isAwaited; }

Q_SIGNALS:
    void changed();
    void arrived();

private:
    void take(const MixRecipe& recipe);

    StudioContext& m_context;
    QStringList m_references;
    quint64 m_question = 0;
    bool m_isAwaited = false;  ///< get() was asked: the render starts when all are there
};

}  // namespace segmoe::ui
