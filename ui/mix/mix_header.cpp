// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/mix_header.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QRegularExpressionValidator>
#include <QToolButton>

#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"
#include "ui/widgets/field.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrap_layout.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

QToolButton* menuButton(Theme& theme, const QString& icon, const QString& text, QMenu* menu) {
    auto* button = new QToolButton;
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(menu);
    theme.bindIcon(button, icon);
    return button;
}

}  // namespace

QString buildStateText(BuildState state) {
    switch (state) {
        case BuildState::NotBuilt: return MixHeader::tr("not built");
        case BuildState::Building: return MixHeader::tr("building");
        case BuildState::Built: return MixHeader::tr("built");
        case BuildState::GatesOutOfDate: return MixHeader::tr("gates out of date");
        case BuildState::WeightsOutOfDate: return MixHeader::tr("weights out of date");
        case BuildState::Failed: return MixHeader::tr("build failed");
    }
    return {};
}

MixHeader::MixHeader(Theme& theme, MixDocument& document, ModelCatalog& catalog, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_catalog(catalog),
      m_name(new QLineEdit),
      m_badge(new QLabel),
      m_state(new QLabel),
      m_undo(new QToolButton),
      m_redo(new QToolButton),
      m_openMenu(new QMenu(this)),
      m_saveMenu(new QMenu(this)),
      m_build(new QToolButton),
      m_render(new QPushButton(tr("Render"))) {
    setObjectName(u"mix_header"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_name->setMaxLength(80);
    m_name->setProperty("role", u"title"_s);
    m_name->setMinimumWidth(110);
    m_name->setMaximumWidth(240);
    // Characters that no file name may hold are refused while typing.
    static const QRegularExpression allowed(uR"([^/\\:*?"<>|]{0,80})"_s);
    m_name->setValidator(new QRegularExpressionValidator(allowed, m_name));
    nameControl(m_name, u"mix_name_edit"_s, tr("Name of the mix"),
                tr("Name used in menus, file names and image metadata."));
    m_badge->setProperty("role", u"badge"_s);
    m_badge->setObjectName(u"mix_arch_badge"_s);
    m_badge->setToolTip(tr("Architecture, set by the base model."));
    m_state->setProperty("role", u"badge"_s);
    m_state->setObjectName(u"mix_state_label"_s);
    theme.bindIcon(m_undo, u"undo"_s);
    theme.bindIcon(m_redo, u"redo"_s);
    nameControl(m_undo, u"mix_undo_button"_s, tr("Undo"));
    nameControl(m_redo, u"mix_redo_button"_s, tr("Redo"));
    m_view = new Segmented({{u"mix_view_cards_radio"_s, tr("Cards"), tr("Cards (Alt+1)")},
                            {u"mix_view_gates_radio"_s, tr("Gates"), tr("Gates (Alt+2)")},
                            {u"mix_view_yaml_radio"_s, tr("YAML"), tr("YAML (Alt+3)")}});
    m_view->setObjectName(u"mix_view_tabs"_s);
    m_open = menuButton(theme, u"open"_s, tr("Open"), m_openMenu);
    nameControl(m_open, u"mix_open_button"_s, tr("Open"), tr("Open or start a mixture."));
    m_save = menuButton(theme, u"save"_s, tr("Save"), m_saveMenu);
    nameControl(m_save, u"mix_save_button"_s, tr("Save"), tr("Save the recipe (small) or the whole mixture."));
    m_build->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_build->setPopupMode(QToolButton::MenuButtonPopup);
    m_build->setProperty("role", u"split"_s);
    theme.bindIcon(m_build, u"build"_s);
    auto* buildMenu = new QMenu(this);
    const auto add = [&](const QString& text, const char* name, auto act) {
        QAction* action = buildMenu->addAction(text);
        action->setObjectName(QString::fromLatin1(name));
        connect(action, &QAction::triggered, this, act);
    };
    add(tr("Build"), "mix_build_menu_build", [this] { Q_EMIT buildWanted(); });
    add(tr("Update gates only"), "mix_build_menu_gates", [this] { Q_EMIT gatesWanted(); });
    add(tr("Discard built mixture"), "mix_build_menu_discard", [this] { m_document.discardBuild(); });
    m_build->setMenu(buildMenu);
    nameControl(m_build, u"mix_build_button"_s, tr("Build"));
    m_render->setProperty("role", u"primary"_s);
    m_render->setProperty("size", u"compact"_s);
    theme.bindIcon(m_render, u"render"_s, true);
    nameControl(m_render, u"mix_render_button"_s, tr("Render"),
                tr("Go to Render with this mixture; builds first if needed."));

    layOut();
    connectEdits();
    refresh();
}

/// In a narrow window what acts on the mix stands below its name.
void MixHeader::layOut() {
    auto* document = new QHBoxLayout;
    document->setSpacing(8);
    document->addWidget(m_name, 1);
    document->addWidget(m_badge, 0, Qt::AlignVCenter);
    document->addWidget(m_state, 0, Qt::AlignVCenter);
    document->addWidget(m_undo);
    document->addWidget(m_redo);
    auto* acts = new QHBoxLayout;
    acts->setSpacing(8);
    for (QWidget* act : std::initializer_list<QWidget*>{m_open, m_save, m_build, m_render}) acts->addWidget(act);
    auto* row = new WrapLayout(8, 6, WrapLayout::Rest::Between);
    row->add(document);
    row->add(m_view);
    row->add(acts);
    setLayout(row);
    row->setContentsMargins(16, 8, 16, 8);
}

void MixHeader::connectEdits() {
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (!text.trimmed().isEmpty()) m_document.setName(text);
    });
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        m_document.endEdit();
        m_name->setText(toText(m_document.state().head.name));
    });
    QUndoStack& stack = m_document.undoStack();
    connect(m_undo, &QToolButton::clicked, &stack, &QUndoStack::undo);
    connect(m_redo, &QToolButton::clicked, &stack, &QUndoStack::redo);
    connect(&stack, &QUndoStack::indexChanged, this, &MixHeader::nameUndo);
    connect(&stack, &QUndoStack::cleanChanged, this, &MixHeader::showState);
    connect(m_view, &Segmented::currentChanged, this,
            [this](int view) { Q_EMIT viewChanged(static_cast<View>(view)); });
    connect(m_build, &QToolButton::clicked, this, [this] {
        m_document.buildState() == BuildState::GatesOutOfDate ? Q_EMIT gatesWanted() : Q_EMIT buildWanted();
    });
    connect(m_render, &QPushButton::clicked, this, &MixHeader::renderWanted);
}

void MixHeader::nameUndo() {
    const QUndoStack& stack = m_document.undoStack();
    m_undo->setEnabled(stack.canUndo());
    m_redo->setEnabled(stack.canRedo());
    m_undo->setToolTip(stack.canUndo() ? tr("Undo %1 (Ctrl+Z)").arg(stack.undoText()) : tr("Nothing to undo"));
    m_redo->setToolTip(stack.canRedo() ? tr("Redo %1 (Ctrl+Shift+Z)").arg(stack.redoText()) : tr("Nothing to redo"));
}

void MixHeader::refresh() {
    const QString name = toText(m_document.state().head.name);
    const bool isBeingCleared = m_name->hasFocus() && m_name->text().trimmed().isEmpty();
    if (m_name->text() != name && !isBeingCleared) m_name->setText(name);
    const SourceInfo& base = m_catalog.info(toText(m_document.state().head.base));
    m_badge->setText(base.state == SourceInfo::State::Ok ? architectureText(base.facts) : u"–"_s);
    nameUndo();
    showState();
}

void MixHeader::showState() {
    const BuildState state = m_document.buildState();
    const QString edited = m_document.isModified()       ? tr("edited")
                           : m_document.file().isEmpty() ? QString()
                                                         : tr("saved");
    const bool isPlain = state == BuildState::NotBuilt;
    QString text = isPlain ? edited : buildStateText(state);
    if (text.isEmpty()) text = tr("new");
    m_state->setText(text);
    const bool isStale = state == BuildState::GatesOutOfDate || state == BuildState::WeightsOutOfDate;
    m_state->setProperty("tone", state == BuildState::Built    ? u"ok"_s
                                 : state == BuildState::Failed ? u"error"_s
                                 : isStale                     ? u"warn"_s
                                                               : QString());
    m_state->style()->polish(m_state);
    const QString saved =
        m_document.isModified() ? tr("There are changes that are not saved.") : tr("The recipe is saved.");
    m_state->setToolTip(isPlain ? saved + u' ' + tr("Build prepares it for rendering.")
                                : buildStateText(state) + u". "_s + saved);
    const QString label = state == BuildState::GatesOutOfDate ? tr("Update gates")
                          : state == BuildState::Failed       ? tr("Try again")
                          : state == BuildState::Built        ? tr("Build again")
                                                              : tr("Build");
    m_build->setText(label);
    m_build->setAccessibleName(label);
    m_build->setEnabled(m_blocked.isEmpty() && state != BuildState::Building);
    m_build->setToolTip(m_blocked.isEmpty()
                            ? tr("Prepare this mixture for rendering. Weights are read from the source files. (Ctrl+B)")
                            : m_blocked);
    m_render->setEnabled(m_blocked.isEmpty());
    m_render->setToolTip(m_blocked.isEmpty() ? tr("Go to Render with this mixture; builds first if needed.")
                                             : m_blocked);
}

void MixHeader::setBlocked(const QString& reason) {
    m_blocked = reason;
    showState();
}

void MixHeader::setView(View view) { m_view->setCurrent(view); }

MixHeader::View MixHeader::view() const { return static_cast<View>(m_view->current()); }

}  // namespace segmoe::ui
