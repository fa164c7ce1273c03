// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/mix_document.h"

#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

namespace {

constexpr int kUndoLimit = 200;

}  // namespace

MixDocument::MixDocument(QObject* parent) : QObject(parent), m_state(emptyMix()) {
    m_stack.setUndoLimit(kUndoLimit);
    m_timer.start();
    connect(&m_stack, &QUndoStack::cleanChanged, this, [this](bool clean) { Q_EMIT modifiedChanged(!clean); });
}

void MixDocument::apply(const Change& change) {
    change(m_state);
    if (m_macroDepth > 0) {
        m_changedInMacro = true;
        return;
    }
    Q_EMIT changed();
    Q_EMIT buildChanged();
}

void MixDocument::push(MixAct act, const QString& text, Change redo, Change undo, const QByteArray& field) {
    m_stack.push(new MixCommand(*this, act, text, std::move(redo), std::move(undo), field));
}

void MixDocument::beginMacro(const QString& text) {
    ++m_macroDepth;
    m_stack.beginMacro(text);
}

void MixDocument::endMacro() {
    m_stack.endMacro();
    if (--m_macroDepth > 0 || !std::exchange(m_changedInMacro, false)) return;
    Q_EMIT changed();
    Q_EMIT buildChanged();
}

QString MixDocument::letter(int card) const {
    if (card >= cardCount()) return QString(QChar(static_cast<char16_t>(u'A' + m_state.enabledCount() % 26)));
    return m_state.letterIndex(card) < 0 ? cardAlias(m_state, card) : cardLetter(m_state, card);
}

GateOptions MixDocument::gateOptions() const {
    const MixRecipe& head = m_state.head;
    return {head.gates, head.gateSeed, head.gateSteps, head.gateCfg, head.gateCentre};
}

void MixDocument::open(const MixRecipe& recipe, const QString& file) {
    m_state = stateOf(recipe);
    m_file = file;
    m_saved.reset();
    if (!file.isEmpty()) m_saved = recipeOf(m_state);
    m_build = {};
    m_stack.clear();
    endEdit();
    Q_EMIT opened();
    Q_EMIT changed();
    Q_EMIT buildChanged();
}

void MixDocument::markSaved(const QString& file) {
    m_file = file;
    m_saved = recipe();
    m_stack.setClean();
    endEdit();
    Q_EMIT changed();
}

void MixDocument::buildStarted(const MixRecipe& recipe) {
    m_build.started(recipe);
    Q_EMIT buildChanged();
}

void MixDocument::buildSucceeded() {
    m_build.succeeded();
    Q_EMIT buildChanged();
}

void MixDocument::buildFailed(const Failure& failure) {
    m_build.failed(failure);
    Q_EMIT buildChanged();
}

void MixDocument::buildCancelled() {
    m_build.cancelled();
    Q_EMIT buildChanged();
}

void MixDocument::discardBuild() {
    m_build.discard();
    Q_EMIT buildChanged();
}

}  // namespace segmoe::ui
