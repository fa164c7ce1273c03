// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include <QString>

#include "core/engine/mixture_parts.h"

namespace segmoe::ui {

/// Whether the licences of the parts let the whole be published.
struct PublishTerms {
    enum class Verdict {
        Allowed,
        Unknown,    ///< of some part nobody knows: the person has to say so
        Forbidden,  ///< a part's licence does not let mixtures be passed on
    };
    Verdict verdict = Verdict::Allowed;
    QString sentence;  ///< names the parts; empty with Allowed
};

PublishTerms publishTerms(std::span<const MixturePart> parts);

/// A card with another licence in its head; a head is made where there is none.
QString withLicence(const QString& card, const QString& licence);

/// What is wrong with "owner/name" as the name of a repository; empty = nothing.
QString repositoryProblem(const QString& repo);

}  // namespace segmoe::ui
