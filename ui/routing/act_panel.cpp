// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/act_panel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

#include "ui/routing/act_rows.h"
#include "ui/routing/routing_controller.h"
#include "ui/routing/rule_document.h"
#include "ui/routing/site_label.h"
#include "ui/widgets/compact_combo.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrap_layout.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kSelected = QStringLiteral("*selected");
constexpr int kEveryKind = -1;

}  // namespace

ActPanel::ActPanel(Theme& theme, RoutingController& controller, RuleDocument& rules, QWidget* parent)
    : QWidget(parent),
      m_controller(controller),
      m_rules(rules),
      m_rows(new ActRows(theme, controller, rules)),
      m_note(new QLabel),
      m_hint(new QLabel),
      m_layers(new CompactCombo(8)),
      m_kinds(new CompactCombo(8)),
      m_from(new QSpinBox),
      m_to(new QSpinBox),
      m_k(new QSpinBox),
      m_list(new QListView),
      m_addRule(new QPushButton(tr("Add rule"))),
      m_rerender(new QPushButton(tr("Re-render and compare"))),
      m_more(new QToolButton),
      m_reset(new QPushButton(tr("Reset"))),
      m_keep(new QPushButton(tr("Keep in mix"))),
      m_remedy(new QPushButton),
      m_progressText(new QLabel),
      m_bar(new QProgressBar),
      m_cancel(new QPushButton(tr("Cancel"))) {
    setObjectName(u"routing_act_panel"_s);
    auto* title = new QLabel(tr("Act on experts"));
    title->setProperty("role", u"strong"_s);
    m_hint->setObjectName(u"routing_act_hint_label"_s);
    m_hint->setProperty("role", u"caption"_s);
    m_note->setObjectName(u"routing_act_note_label"_s);
    m_note->setProperty("role", u"caption"_s);
    for (QLabel* label : {m_note, m_hint}) label->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 10, 8);
    column->setSpacing(6);
    column->addWidget(title);
    column->addWidget(m_note);
    column->addWidget(m_rows);
    column->addWidget(m_hint);
    column->addWidget(buildScope());
    column->addWidget(buildRules(), 1);
    column->addWidget(buildButtons(theme));
    connectControls();
    fillScopes();
    setProgress({}, -1.0);
    setHint({});
    setNote({});
}

QWidget* ActPanel::buildScope() {
    auto* part = new QWidget;
    auto* grid = new QGridLayout(part);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    const auto addRow = [grid](int row, const QString& caption, QWidget* control) {
        auto* label = new QLabel(caption);
        label->setProperty("role", u"caption"_s);
        label->setBuddy(control);
        grid->addWidget(label, row, 0);
        grid->addWidget(control, row, 1);
    };
    nameControl(m_layers, u"routing_scope_layers_combo"_s, tr("Layers of the rule"),
                tr("In which layers the switches act."));
    nameControl(m_kinds, u"routing_scope_kinds_combo"_s, tr("Kinds of the rule"),
                tr("For which decisions the switches act."));
    nameControl(m_from, u"routing_scope_from_spin"_s, tr("First step of the rule"),
                tr("First step in which the switches act."));
    nameControl(m_to, u"routing_scope_to_spin"_s, tr("Last step of the rule"),
                tr("Last step in which the switches act."));
    nameControl(m_k, u"routing_force_k_spin"_s, tr("Active experts"),
                tr("How many experts are chosen at once in the new render."));
    auto* steps = new QWidget;
    auto* row = new QHBoxLayout(steps);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_from, 1);
    row->addWidget(new QLabel(u"–"_s));
    row->addWidget(m_to, 1);
    steps->setFocusProxy(m_from);
    m_k->setSpecialValueText(tr("as in mix"));
    addRow(0, tr("Layers"), m_layers);
    addRow(1, tr("Kinds"), m_kinds);
    addRow(2, tr("Steps"), steps);
    addRow(3, tr("k"), m_k);
    grid->setColumnStretch(1, 1);
    return part;
}

QWidget* ActPanel::buildRules() {
    nameControl(m_list, u"routing_rule_list"_s, tr("Rules"),
                tr("Kept rules; a later one wins. Enter takes one back to the switches, Del removes it."));
    nameControl(m_addRule, u"routing_rule_add_button"_s, tr("Add rule"),
                tr("Keep these switches as one rule and start another."));
    m_list->setModel(&m_rules);
    m_list->setMinimumHeight(36);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto* remove = new QShortcut(QKeySequence(Qt::Key_Delete), m_list);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, [this] { m_rules.removeRule(m_list->currentIndex().row()); });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex& rule) { m_rules.takeRule(rule.row()); });
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_addRule);
    column->addWidget(m_list, 1);
    return part;
}

QWidget* ActPanel::buildButtons(Theme& theme) {
    nameControl(m_rerender, u"routing_rerender_button"_s, tr("Re-render and compare"),
                tr("Render the same seed with these rules and compare (Ctrl+R)"));
    nameControl(m_more, u"routing_rerender_menu_button"_s, tr("More ways to render again"));
    nameControl(m_reset, u"routing_reset_button"_s, tr("Reset"), tr("Clear all switches and rules."));
    nameControl(m_keep, u"routing_keep_button"_s, tr("Keep in mix"),
                tr("Store these rules as the mix default (undoable)."));
    nameControl(m_remedy, u"routing_remedy_button"_s, tr("Remedy"));
    nameControl(m_bar, u"routing_progress_bar"_s, tr("Progress"));
    nameControl(m_cancel, u"routing_cancel_button"_s, tr("Cancel"), tr("Stop and keep the old picture"));
    m_progressText->setObjectName(u"routing_progress_label"_s);
    m_progressText->setProperty("role", u"caption"_s);
    m_bar->setTextVisible(false);
    m_rerender->setProperty("role", u"primary"_s);
    auto* menu = new QMenu(m_more);
    QAction* tryEach = menu->addAction(tr("Mute each in turn…"));
    tryEach->setObjectName(u"routing_try_each_button"_s);
    connect(tryEach, &QAction::triggered, this, &ActPanel::tryEachWanted);
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setProperty("role", u"switch"_s);
    m_more->setFixedSize(28, 38);
    theme.bindIcon(m_more, u"chevron-down"_s);
    auto* main = new QHBoxLayout;
    main->setSpacing(4);
    main->addWidget(m_rerender, 1);
    main->addWidget(m_more);
    auto* others = new WrapLayout(8);
    others->add(m_reset);
    others->add(m_keep, 1);
    auto* progress = new QHBoxLayout;
    progress->setSpacing(8);
    progress->addWidget(m_progressText, 1);
    progress->addWidget(m_cancel);
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(progress);
    column->addWidget(m_bar);
    column->addWidget(m_remedy);
    column->addLayout(main);
    column->addLayout(others);
    return part;
}

void ActPanel::connectControls() {
    connect(m_rows, &ActRows::refused, this, &ActPanel::setHint);
    for (QComboBox* combo : {m_layers, m_kinds}) connect(combo, &QComboBox::activated, this, &ActPanel::readScope);
    for (QSpinBox* spin : {m_from, m_to}) connect(spin, &QSpinBox::valueChanged, this, &ActPanel::readScope);
    connect(m_k, &QSpinBox::valueChanged, this, [this](int k) { m_rules.setForcedK(k); });
    connect(m_addRule, &QPushButton::clicked, this, [this] { setHint(m_rules.keepDraft()); });
    connect(m_reset, &QPushButton::clicked, this, [this] { m_rules.reset(); });
    connect(m_rerender, &QPushButton::clicked, this, &ActPanel::rerenderWanted);
    connect(m_keep, &QPushButton::clicked, this, &ActPanel::keepWanted);
    connect(m_cancel, &QPushButton::clicked, this, &ActPanel::cancelWanted);
    connect(m_remedy, &QPushButton::clicked, this, &ActPanel::remedyWanted);
    connect(&m_rules, &RuleDocument::changed, this, [this] {
        setHint({});
        showPlan();
    });
    connect(&m_controller, &RoutingController::changed, this, [this](RoutingParts parts) {
        if (parts & (RoutingPart::Capture | RoutingPart::Layers)) fillScopes();
    });
}

void ActPanel::fillScopes() {
    const RoutingModel& model = m_controller.model();
    const QSignalBlocker blockers[] = {QSignalBlocker(m_layers), QSignalBlocker(m_kinds), QSignalBlocker(m_from),
                                       QSignalBlocker(m_to), QSignalBlocker(m_k)};
    m_layers->clear();
    m_layers->addItem(tr("All"), QString());
    const auto selected = static_cast<int>(m_controller.selection().blocks.size());
    m_layers->addItem(tr("Selected %n", "layers", selected), kSelected);
    for (int start : model.layout().stageStarts()) {
        const auto& stage = model.layout().blocks[static_cast<std::size_t>(start)];
        const auto [from, to] = model.layout().stageOf(start);
        bool mixed = false;
        for (int block = from; block < to; ++block)
            mixed = mixed || model.layout().blocks[static_cast<std::size_t>(block)].isMixed();
        if (mixed) m_layers->addItem(tr("Stage %1").arg(stage.stage), stage.stage);
    }
    m_kinds->clear();
    m_kinds->addItem(tr("All"), kEveryKind);
    for (SiteKind kind : model.layout().kinds) m_kinds->addItem(kindText(kind), static_cast<int>(kind));
    if (!model.layout().textSites.empty()) m_kinds->addItem(tr("Text path"), static_cast<int>(SiteKind::CrossKeyValue));
    const int steps = std::max(1, model.steps());
    m_from->setRange(1, steps);
    m_to->setRange(1, steps);
    m_k->setRange(0, model.experts());
    // A scope of selected layers follows the selection as long as nothing is kept.
    const ActScope& scope = m_rules.plan().draft.scope;
    if (!scope.blocks.isEmpty() && selected > 0) {
        m_layers->setCurrentIndex(1);
        readScope();
    }
    showPlan();
}

void ActPanel::readScope() {
    ActScope scope;
    const QString layers = m_layers->currentData().toString();
    if (layers == kSelected)
        for (int block : m_controller.selection().blocks)
            scope.blocks << m_controller.model().layout().blocks[static_cast<std::size_t>(block)].label;
    else
        scope.stage = layers;
    if (layers == kSelected && scope.blocks.isEmpty()) setHint(tr("Select layers in the strip below first."));
    const int kind = m_kinds->currentData().toInt();
    if (kind != kEveryKind) scope.kind = static_cast<SiteKind>(kind);
    scope.firstStep = std::min(m_from->value(), m_to->value());
    scope.lastStep = m_to->value() == m_to->maximum() ? 0 : m_to->value();
    m_rules.setScope(scope);
}

void ActPanel::showPlan() {
    const ActPlan& plan = m_rules.plan();
    const ActScope& scope = plan.draft.scope;
    const QSignalBlocker blockers[] = {QSignalBlocker(m_layers), QSignalBlocker(m_kinds), QSignalBlocker(m_from),
                                       QSignalBlocker(m_to), QSignalBlocker(m_k)};
    m_layers->setCurrentIndex(std::max(0, scope.blocks.isEmpty() ? m_layers->findData(scope.stage) : 1));
    m_kinds->setCurrentIndex(std::max(0, m_kinds->findData(scope.kind ? static_cast<int>(*scope.kind) : kEveryKind)));
    m_from->setValue(scope.firstStep);
    m_to->setValue(scope.lastStep > 0 ? scope.lastStep : m_to->maximum());
    m_k->setValue(plan.forcedK);
    const bool text = scope.kind == SiteKind::CrossKeyValue;
    for (QWidget* each : std::initializer_list<QWidget*>{m_layers, m_from, m_to}) each->setEnabled(!text && !m_locked);
    updateButtons();
}

void ActPanel::setHint(const QString& sentence) {
    m_hint->setText(sentence.isEmpty() ? m_rules.note() : sentence);
    m_hint->setVisible(!m_hint->text().isEmpty());
}

void ActPanel::setNote(const QString& sentence) {
    m_note->setText(sentence);
    m_note->setVisible(!sentence.isEmpty());
}

void ActPanel::focusRows() { m_rows->focusFirst(); }

void ActPanel::setObstacle(const QString& sentence, const QString& remedy) {
    m_obstacle = sentence;
    m_remedy->setText(remedy);
    if (!remedy.isEmpty()) m_remedy->setAccessibleName(remedy);
    m_remedy->setVisible(!remedy.isEmpty());
    updateButtons();
}

void ActPanel::setProgress(const QString& text, double fraction) {
    m_locked = !text.isEmpty();
    m_progressText->setText(text);
    m_bar->setRange(0, fraction >= 0.0 ? 1000 : 0);
    if (fraction >= 0.0) m_bar->setValue(static_cast<int>(fraction * 1000.0));
    for (QWidget* each : std::initializer_list<QWidget*>{m_progressText, m_bar, m_cancel}) each->setVisible(m_locked);
    for (QWidget* each : std::initializer_list<QWidget*>{m_rows, m_layers, m_kinds, m_from, m_to, m_k, m_list})
        each->setEnabled(!m_locked);
    updateButtons();
}

void ActPanel::updateButtons() {
    const ActPlan& plan = m_rules.plan();
    const bool neutral = plan.isNeutral();
    m_rerender->setEnabled(!m_locked && !neutral && m_obstacle.isEmpty());
    QString tip = tr("Render the same seed with these rules and compare (Ctrl+R)");
    if (!m_obstacle.isEmpty())
        tip = m_obstacle;
    else if (neutral)
        tip = tr("Nothing is changed yet.");
    m_rerender->setToolTip(tip);
    m_rerender->setAccessibleDescription(tip);
    m_more->setEnabled(!m_locked && m_obstacle.isEmpty() && m_rules.experts() > 1);
    m_addRule->setEnabled(!m_locked && !plan.draft.isNeutral());
    m_reset->setEnabled(!m_locked && !neutral);
    m_keep->setEnabled(!m_locked && !neutral && m_obstacle.isEmpty());
    m_list->setVisible(!plan.rules.empty());
}

}  // namespace segmoe::ui
