// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/shortcut_section.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/bridge/settings.h"
#include "ui/shell/action_table.h"
#include "ui/shell/shortcut_model.h"
#include "ui/shell/shortcut_presets.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

QPushButton* button(const QString& name, const QString& text, const QString& toolTip = {}) {
    auto* made = new QPushButton(text);
    nameControl(made, name, text, toolTip);
    return made;
}

}  // namespace

ShortcutSection::ShortcutSection(StudioContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_model(new ShortcutModel(context.actions, this)),
      m_table(new QTreeView),
      m_preset(new QComboBox),
      m_edit(new QKeySequenceEdit),
      m_name(new QLabel),
      m_conflict(buildConflict()) {
    nameControl(m_preset, u"shortcut_preset_combo"_s, tr("Key set"), tr("Keys as in another program."));
    m_preset->addItems(shortcutPresetNames());
    m_preset->setPlaceholderText(tr("Own keys"));
    auto* label = new QLabel(tr("Key set"));
    label->setBuddy(m_preset);
    auto* top = new QHBoxLayout;
    top->addWidget(label);
    top->addWidget(m_preset);
    top->addStretch(1);
    nameControl(m_table, u"shortcut_table"_s, tr("Actions and their keys"));
    m_table->setProperty("role", u"panel"_s);
    m_table->setModel(m_model);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setMinimumHeight(240);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->header()->setSectionResizeMode(ShortcutModel::Action, QHeaderView::Stretch);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(top);
    column->addWidget(m_table, 1);
    column->addWidget(buildEditor());
    column->addWidget(m_conflict);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ShortcutSection::showCurrent);
    connect(m_table, &QTreeView::activated, m_edit, [this] { m_edit->setFocus(); });
    connect(m_preset, &QComboBox::activated, this, [this](int preset) {
        applyShortcutPreset(preset, m_context.actions, m_context.settings);
        showCurrent();
    });
    m_table->setCurrentIndex(m_model->index(0, 0));
}

QWidget* ShortcutSection::buildEditor() {
    nameControl(m_edit, u"shortcut_edit"_s, tr("New key"), tr("Press the new key."));
    // The line edit inside is the part that takes the focus.
    if (auto* inner = m_edit->findChild<QWidget*>()) nameControl(inner, u"shortcut_key_edit"_s, tr("New key"));
    m_edit->setMaximumWidth(200);
    QPushButton* clear = button(u"shortcut_clear_button"_s, tr("No key"), tr("The action has no key then."));
    QPushButton* reset = button(u"shortcut_reset_button"_s, tr("Default"), tr("The key of the delivered program."));
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_name, 1);
    for (QWidget* widget : {static_cast<QWidget*>(m_edit), static_cast<QWidget*>(clear), static_cast<QWidget*>(reset)})
        row->addWidget(widget);
    connect(m_edit, &QKeySequenceEdit::editingFinished, this, [this] { offer(m_edit->keySequence()); });
    connect(clear, &QPushButton::clicked, this, [this] {
        if (const auto id = current()) store(*id, {});
    });
    connect(reset, &QPushButton::clicked, this, &ShortcutSection::restoreCurrent);
    return box;
}

QWidget* ShortcutSection::buildConflict() {
    m_conflictText = new QLabel;
    m_conflictText->setObjectName(u"shortcut_conflict_label"_s);
    m_conflictText->setProperty("role", u"problem"_s);
    m_conflictText->setWordWrap(true);
    QPushButton* move =
        button(u"shortcut_reassign_button"_s, tr("Reassign"), tr("Take the key away from the other action."));
    QPushButton* cancel = button(u"shortcut_cancel_button"_s, tr("Cancel"));
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_conflictText, 1);
    row->addWidget(move);
    row->addWidget(cancel);
    box->hide();
    connect(move, &QPushButton::clicked, this, &ShortcutSection::reassign);
    connect(cancel, &QPushButton::clicked, this, &ShortcutSection::showCurrent);
    return box;
}

std::optional<ActionId> ShortcutSection::current() const {
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? std::optional(m_model->id(index.row())) : std::nullopt;
}

void ShortcutSection::choose(ActionId id) { m_table->setCurrentIndex(m_model->index(m_model->rowOf(id), 0)); }

void ShortcutSection::showCurrent() {
    m_conflict->hide();
    const auto id = current();
    if (!id) return;
    m_name->setText(m_context.actions.text(*id));
    m_edit->setKeySequence(m_context.actions.action(*id)->shortcut());
}

void ShortcutSection::offer(const QKeySequence& key) {
    const auto id = current();
    if (!id || key.isEmpty()) return;
    // One stroke: sequences of several keys are not used in this program.
    const QKeySequence first(key[0]);
    if (m_context.actions.action(*id)->shortcuts().contains(first)) return;
    const auto taken = m_context.actions.conflict(*id, first);
    if (!taken) return store(*id, {first});
    m_wanted = first;
    m_conflictText->setText(
        tr("%1 is already used by %2.").arg(first.toString(QKeySequence::NativeText), m_context.actions.text(*taken)));
    m_conflict->show();
}

void ShortcutSection::reassign() {
    const auto id = current();
    if (!id) return;
    while (const auto taken = m_context.actions.conflict(*id, m_wanted)) {
        QList<QKeySequence> left = m_context.actions.action(*taken)->shortcuts();
        left.removeAll(m_wanted);
        store(*taken, left);
    }
    store(*id, {m_wanted});
}

void ShortcutSection::restoreCurrent() {
    const auto id = current();
    if (!id) return;
    m_context.settings.setShortcut(QLatin1String(m_context.actions.row(*id).name), std::nullopt);
    m_context.actions.applyShortcuts(m_context.settings);
    showCurrent();
}

void ShortcutSection::store(ActionId id, const QList<QKeySequence>& keys) {
    m_context.settings.setShortcut(QLatin1String(m_context.actions.row(id).name),
                                   QKeySequence::listToString(keys, QKeySequence::PortableText));
    m_context.actions.applyShortcuts(m_context.settings);
    m_preset->setCurrentIndex(-1);
    showCurrent();
}

}  // namespace segmoe::ui
