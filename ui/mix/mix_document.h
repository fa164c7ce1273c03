// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QElapsedTimer>
#include <QObject>
#include <QUndoStack>

#include "ui/mix/build_state.h"
#include "ui/mix/mix_commands.h"
#include "ui/mix/mix_state.h"

namespace segmoe::ui {

/// How gates are made: one group of the page, one undo step each.
struct GateOptions {
    GateMethod method = GateMethod::Hidden;
    std::uint64_t seed = 0;
    int steps = 2;
    bool useNegatives = false;
    bool centre = false;
    bool operator==(const GateOptions&) const = default;
};

/// A gate prompt's place.
struct PromptPlace {
    int card = 0;
    PromptSide side = PromptSide::Positive;
    int index = 0;
    bool operator==(const PromptPlace&) const = default;
};

/// Drag data has one row number: negatives count down from −1.
inline int promptDragRow(const PromptPlace& place) {
    return place.side == PromptSide::Positive ? place.index : -1 - place.index;
}
inline PromptPlace draggedPlace(int card, int row) {
    return row >= 0 ? PromptPlace{card, PromptSide::Positive, row} : PromptPlace{card, PromptSide::Negative, -1 - row};
}

/// The mix that is being edited: the recipe's cards, the undo stack, what is saved and what is built. Views listen to
/// changed() and read state(); every edit is one call here and one step back.
class MixDocument : public QObject {
    Q_OBJECT
public:
    explicit MixDocument(QObject* parent = nullptr);

    const MixState& state() const { return m_state; }
    MixRecipe recipe() const { return recipeOf(m_state); }
    const MixCard& card(int index) const { return m_state.cards[static_cast<std::size_t>(index)]; }
    int cardCount() const { return static_cast<int>(m_state.cards.size()); }
    QUndoStack& undoStack() { return m_stack; }
    GateOptions gateOptions() const;

    // one undo step each; nothing happens when the value is the present one
    void setName(const QString& name);
    void setBase(const QString& source);
    /// index -1 = at the end. Returns the new card's place.
    int addExpert(const QString& source, int index = -1);
    void addCards(const std::vector<MixCard>& cards, int index, const QString& text);
    void removeExpert(int card);
    void moveExpert(int from, int to);
    void replaceExpert(int card, const QString& source);
    void duplicateExpert(int card);
    void setEnabled(int card, bool enabled);
    void setAlias(int card, const QString& alias);
    /// Base and this expert exchange their models.
    void makeBase(int card);
    /// New base; experts that no longer fit go with it, all in one step.
    void replaceBase(const QString& source, const std::vector<int>& removed);

    void addPrompt(const PromptPlace& place, const WeightedPrompt& prompt = {});
    void removePrompt(const PromptPlace& place);
    void setPromptText(const PromptPlace& place, const QString& text);
    void setPromptWeight(const PromptPlace& place, double weight);
    void movePrompt(const PromptPlace& from, const PromptPlace& to, bool copy = false);

    /// card -1 = the base's list, which may act on the experts too.
    void addLora(int card, const QString& source, double strength = 1.0);
    void removeLora(int card, int index);
    void setLoraStrength(int card, int index, double strength);
    /// Of the base's list: whether the LoRA changes the base, the experts or both.
    void setLoraTarget(int index, LoraTarget target);

    void setLayers(MoeLayers layers);
    /// Labels of the blocks without experts.
    void setLeftOut(const std::vector<std::string>& blocks);
    void setK(int k);
    void setGateOptions(const GateOptions& options);
    /// Group, conditional-only and temperature; rules stay.
    void setRoutingOptions(const RoutingPolicy& options);
    void setPrecision(Precision precision);
    void setCompat(bool compat);
    void setRules(const std::vector<RoutingRule>& rules);
    /// A recipe takes the place of the whole mix.
    void importRecipe(const MixRecipe& recipe);

    /// Another document: the undo stack starts afresh. file empty = never saved.
    void open(const MixRecipe& recipe, const QString& file);
    /// The present state is what the file holds.
    void markSaved(const QString& file);
    /// The present state differs from every file: a recovered mix.
    void markUnsaved() { m_stack.resetClean(); }
    bool isModified() const { return !m_stack.isClean(); }
    const QString& file() const { return m_file; }
    const std::optional<MixRecipe>& saved() const { return m_saved; }

    BuildState buildState() const { return m_build.state(recipe()); }
    const BuildTracker& build() const { return m_build; }
    void buildStarted(const MixRecipe& recipe);
    void buildSucceeded();
    void buildFailed(const Failure& failure);
    void buildCancelled();
    void discardBuild();

    /// Typing that follows is a step of its own: call it when a field loses the focus.
    void endEdit() { ++m_session; }
    int editSession() const { return m_session; }
    /// Milliseconds of a steady clock; tests put their own.
    qint64 clock() const { return m_clock ? m_clock() : m_timer.elapsed(); }
    void setClock(std::function<qint64()> clock) { m_clock = std::move(clock); }

    /// For commands only.
    void apply(const MixCommand::Change& change);

Q_SIGNALS:
    /// Anything of the state. Sent once for a group of edits that were pushed together.
    void changed();
    void modifiedChanged(bool modified);
    /// buildState(), or what the build tells.
    void buildChanged();
    /// Another document was opened.
    void opened();

private:
    using Change = MixCommand::Change;
    void push(MixAct act, const QString& text, Change redo, Change undo, const QByteArray& field = {});
    /// Sets one member of the head.
    template <class T>
    void setHead(MixAct act, const QString& text, T MixRecipe::*member, const T& value, const QByteArray& field = {});
    QString letter(int card) const;
    void beginMacro(const QString& text);
    void endMacro();

    MixState m_state;
    QUndoStack m_stack;
    BuildTracker m_build;
    std::optional<MixRecipe> m_saved;
    QString m_file;
    QElapsedTimer m_timer;
    std::function<qint64()> m_clock;
    int m_session = 0;
    int m_macroDepth = 0;
    bool m_changedInMacro = false;
};

}  // namespace segmoe::ui
