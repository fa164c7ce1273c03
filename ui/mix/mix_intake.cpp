// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/mix_intake.h"

#include <QFileInfo>

#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

using Kind = IntakeTarget::Kind;

DropPlace placeOf(Kind kind) {
    return kind == Kind::Base ? DropPlace::Base : kind == Kind::Insert ? DropPlace::Experts : DropPlace::Card;
}

bool isRecipe(const QString& source) {
    const QString suffix = QFileInfo(source).suffix().toLower();
    return suffix == "yaml"_L1 || suffix == "yml"_L1;
}

}  // namespace

MixIntake::MixIntake(MixDocument& document, ModelCatalog& catalog, QObject* parent)
    : QObject(parent), m_document(document), m_catalog(catalog) {
    connect(&catalog, &ModelCatalog::changed, this, &MixIntake::tryBatches);
    connect(&document, &MixDocument::opened, this, [this] {
        if (std::exchange(m_batches, {}).empty()) return;
        Q_EMIT settled();
    });
}

DropContext MixIntake::context(const IntakeTarget& target) const {
    const SourceInfo& base = m_catalog.info(toText(m_document.state().head.base));
    return {placeOf(target.kind), base.state == SourceInfo::State::Ok ? &base.facts : nullptr, m_document.cardCount(),
            target.kind == Kind::Replace};
}

void MixIntake::take(const QStringList& sources, const IntakeTarget& target) {
    QStringList models;
    for (const QString& source : sources) {
        if (isRecipe(source) && target.kind != Kind::Base) {
            Q_EMIT recipeDropped(source);
            continue;
        }
        models << source;
        const SourceInfo::State state = m_catalog.info(source).state;
        if (state == SourceInfo::State::Missing || state == SourceInfo::State::Refused)
            m_catalog.refresh(source);
        else
            m_catalog.want(source);
    }
    if (models.isEmpty()) return;
    m_batches.push_back({models, target});
    if (!std::ranges::all_of(models, [this](const QString& source) { return isKnown(source); }))
        Q_EMIT checking(models.constFirst(), target);
    tryBatches();
}

bool MixIntake::isKnown(const QString& source) const {
    const SourceInfo::State state = m_catalog.info(source).state;
    return state != SourceInfo::State::Unknown && state != SourceInfo::State::Checking;
}

void MixIntake::tryBatches() {
    while (!m_batches.empty()) {
        const auto& sources = m_batches.front().sources;
        if (!std::ranges::all_of(sources, [this](const QString& source) { return isKnown(source); })) return;
        const Batch batch = std::move(m_batches.front());
        m_batches.erase(m_batches.begin());
        Q_EMIT settled();
        carryOut(batch);
    }
}

DropVerdict MixIntake::judge(const QString& source, const IntakeTarget& target, int cards) const {
    const SourceInfo& info = m_catalog.info(source);
    DropContext place = context(target);
    place.cards = cards;
    if (info.state == SourceInfo::State::Remote) {
        if (place.place == DropPlace::Experts && cards >= kMostCards)
            return {DropRefusal::Full, refusalSentence(DropRefusal::Full, {})};
        return judgeText(source, place);
    }
    if (info.state == SourceInfo::State::Missing)
        return {DropRefusal::Damaged,
                refusalSentence(DropRefusal::Damaged, {.name = sourceStem(source), .what = tr("it is not there")})};
    // A card that takes a checkpoint's place may be as full as it likes; what replaces must fit all the same.
    place.replacesCard = place.replacesCard || target.kind == Kind::Card;
    return judgeModel(info.facts, place);
}

void MixIntake::takeBase(const QString& source, const ModelFacts& facts) {
    if (facts.role == ModelRole::Lora) return m_document.addLora(-1, source);
    std::vector<int> misfits;
    for (int card = 0; card < m_document.cardCount(); ++card) {
        const SourceInfo& expert = m_catalog.info(toText(m_document.card(card).spec.source));
        if (expert.state == SourceInfo::State::Ok && !facts.structure.empty() && !isMixable(facts, expert.facts))
            misfits.push_back(card);
    }
    if (misfits.empty()) return m_document.setBase(source);
    Q_EMIT baseQuestion(source, misfits);
}

void MixIntake::carryOut(const Batch& batch) {
    std::vector<MixCard> cards;
    QStringList refusals;
    DropRefusal first = DropRefusal::None;
    QString firstSource;
    const int before = m_document.cardCount();
    for (const QString& source : batch.sources) {
        const DropVerdict verdict = judge(source, batch.target, before + static_cast<int>(cards.size()));
        const ModelFacts& facts = m_catalog.info(source).facts;
        if (!verdict.isAccepted()) {
            if (refusals.isEmpty()) {
                first = verdict.refusal;
                firstSource = source;
            }
            refusals << verdict.sentence;
        } else if (m_isFetching && m_catalog.info(source).state == SourceInfo::State::Remote) {
            Q_EMIT remoteWanted(source, batch.target);
        } else if (batch.target.kind == Kind::Base) {
            takeBase(source, facts);
        } else if (batch.target.kind == Kind::Replace) {
            m_document.replaceExpert(batch.target.index, source);
        } else if (batch.target.kind == Kind::Card && facts.role == ModelRole::Lora) {
            m_document.addLora(batch.target.index, source);
        } else if (batch.target.kind == Kind::Card) {
            Q_EMIT replaceQuestion(batch.target.index, source);
        } else {
            MixCard card;
            card.spec.source = source.toStdString();
            card.spec.positive.push_back({toText(facts.trigger).toStdString(), 1.0});
            cards.push_back(std::move(card));
        }
    }
    if (!cards.empty()) {
        const int place = batch.target.index < 0 ? before : std::min(batch.target.index, before);
        const int count = static_cast<int>(cards.size());
        m_document.addCards(cards, place, tr("add %n expert(s)", nullptr, count));
        Q_EMIT added(place);
    }
    if (batch.sources.size() > 1 && !refusals.isEmpty())
        Q_EMIT summary(static_cast<int>(batch.sources.size() - refusals.size()), refusals);
    else if (!refusals.isEmpty())
        Q_EMIT refused(first, refusals.constFirst(), firstSource);
}

}  // namespace segmoe::ui
