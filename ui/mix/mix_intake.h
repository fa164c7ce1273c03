// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QStringList>

#include "ui/mix/drop_refusal.h"
#include "ui/mix/mix_document.h"
#include "ui/mix/model_catalog.h"

namespace segmoe::ui {

/// Where models go.
struct IntakeTarget {
    enum class Kind {
        Base,
        Insert,   ///< as experts from `index` on
        Card,     ///< a LoRA joins the card `index`; a checkpoint asks whether to replace or to insert
        Replace,  ///< the model of card `index`
    };
    Kind kind = Kind::Insert;
    int index = -1;  ///< -1 = at the end
};

/// The one way models come into the mix: dropped, pasted, picked or chosen by key. Reads the header first; only what
/// fits is pushed to the document, as one undo step; what does not is refused with its sentence.
class MixIntake : public QObject {
    Q_OBJECT
public:
    MixIntake(MixDocument& document, ModelCatalog& catalog, QObject* parent = nullptr);

    void take(const QStringList& sources, const IntakeTarget& target);
    /// The answer to replaceQuestion(), baseQuestion().
    void replaceCard(int card, const QString& source) { m_document.replaceExpert(card, source); }
    /// Models of hubs that are not here: remoteWanted() instead of a card that names one.
    void setFetching(bool fetching) { m_isFetching = fetching; }
    bool isChecking() const { return !m_batches.empty(); }
    DropContext context(const IntakeTarget& target) const;

Q_SIGNALS:
    /// A header is being read for this place; until settled().
    void checking(const QString& source, const segmoe::ui::IntakeTarget& target);
    void settled();
    void refused(segmoe::ui::DropRefusal refusal, const QString& sentence, const QString& source);
    /// Several files came: how many were taken, and why others were not.
    void summary(int added, const QStringList& refusals);
    void added(int card);
    /// A checkpoint came onto a card.
    void replaceQuestion(int card, const QString& source);
    /// The new base has another architecture: these cards would have to go.
    void baseQuestion(const QString& source, const std::vector<int>& misfits);
    void recipeDropped(const QString& file);
    /// A model of a hub is to be fetched, and taken then.
    void remoteWanted(const QString& source, const segmoe::ui::IntakeTarget& target);

private:
    struct Batch {
        QStringList sources;
        IntakeTarget target;
    };
    void tryBatches();
    bool isKnown(const QString& source) const;
    void carryOut(const Batch& batch);
    void takeBase(const QString& source, const ModelFacts& facts);
    DropVerdict judge(const QString& source, const IntakeTarget& target, int cards) const;

    MixDocument& m_document;
    ModelCatalog& m_catalog;
    std::vector<Batch> m_batches;
    bool m_isFetching = false;
};

}  // namespace segmoe::ui
