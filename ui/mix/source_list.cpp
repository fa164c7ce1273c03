// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/source_list.h"

#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"
#include "ui/mix/source_delegate.h"
#include "ui/mix/source_model.h"
#include "ui/widgets/compact_combo.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLeastList = 156;  ///< pixels within the margins

}  // namespace

SourceList::SourceList(Theme& theme, MixDocument& document, ModelCatalog& catalog, MixIntake& intake, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_catalog(catalog),
      m_intake(intake),
      m_model(new SourceModel(catalog, this)),
      m_filter(new SourceFilter(this)),
      m_find(new QLineEdit),
      m_fit(new QCheckBox),
      m_kind(new CompactCombo(4)),
      m_view(new QListView) {
    setObjectName(u"mix_source_panel"_s);
    m_filter->setSourceModel(m_model);
    m_find->setPlaceholderText(tr("Find models"));
    m_find->setClearButtonEnabled(true);
    nameControl(m_find, u"mix_source_filter_edit"_s, tr("Find models"), tr("Filter by name, tag or trigger word."));
    nameControl(m_fit, u"mix_source_fit_check"_s, tr("Only models that fit"),
                tr("Hide models of other architectures."));
    m_kind->addItems({tr("Checkpoints"), tr("LoRA"), tr("All")});
    m_kind->setCurrentIndex(SourceFilter::AllKinds);
    nameControl(m_kind, u"mix_source_role_combo"_s, tr("Role"));
    nameControl(m_view, u"mix_source_list"_s, tr("Models"), tr("Enter adds an expert, Ctrl+Enter sets the base."));
    m_view->setModel(m_filter);
    m_view->setItemDelegate(new SourceDelegate(theme, m_view));
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setDragEnabled(true);
    m_view->setDragDropMode(QAbstractItemView::DragOnly);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMouseTracking(true);
    m_view->setUniformItemSizes(true);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->installEventFilter(this);
    auto* hub = new QPushButton(tr("Search hubs…"));
    nameControl(hub, u"mix_hub_button"_s, tr("Search hubs"), tr("Find more models online."));
    auto* folders = new QToolButton;
    theme.bindIcon(folders, u"folder"_s);
    nameControl(folders, u"mix_roots_button"_s, tr("Folders"), tr("Choose model folders."));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addStrut(kLeastList);
    column->addWidget(m_find);
    column->addWidget(m_kind);
    column->addWidget(m_fit);
    column->addWidget(m_view, 1);
    auto* foot = new QHBoxLayout;
    foot->addWidget(hub, 1);
    foot->addWidget(folders);
    column->addLayout(foot);

    connect(m_find, &QLineEdit::textChanged, m_filter, &SourceFilter::setText);
    connect(m_fit, &QCheckBox::toggled, m_filter, &SourceFilter::setFitOnly);
    connect(m_kind, &QComboBox::currentIndexChanged, this,
            [this](int kind) { m_filter->setKind(static_cast<SourceFilter::Kind>(kind)); });
    connect(m_view, &QListView::doubleClicked, this, &SourceList::addExperts);
    connect(m_view, &QListView::customContextMenuRequested, this, [this](const QPoint& point) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(*menu);
        menu->popup(m_view->viewport()->mapToGlobal(point));
    });
    connect(hub, &QPushButton::clicked, this, [this] { Q_EMIT hubWanted(m_find->text().trimmed()); });
    connect(folders, &QToolButton::clicked, this, &SourceList::foldersWanted);
    refresh();
}

void SourceList::setSources(const QStringList& sources) {
    const QStringList kept = m_view->selectionModel()->hasSelection() ? selected() : QStringList();
    m_model->setSources(sources);
    for (int row = 0; row < m_filter->rowCount() && !kept.isEmpty(); ++row) {
        const QModelIndex index = m_filter->index(row, 0);
        if (!kept.contains(index.data(SourceModel::RefRole).toString())) continue;
        m_view->selectionModel()->select(index, QItemSelectionModel::Select);
        if (!m_view->currentIndex().isValid())
            m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    }
}

void SourceList::refresh() {
    const QString base = toText(m_document.state().head.base);
    m_model->setBase(base);
    const SourceInfo& info = m_catalog.info(base);
    const bool hasBase = info.state == SourceInfo::State::Ok;
    const QString name = hasBase ? architectureText(info.facts) : QString();
    m_fit->setText(hasBase ? tr("Only %1").arg(name) : tr("Only what fits"));
    m_fit->setEnabled(hasBase);
    if (hasBase && !m_hadBase) m_fit->setChecked(true);
    if (!hasBase) m_fit->setChecked(false);
    m_hadBase = hasBase;
}

void SourceList::focusFilter() {
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

QStringList SourceList::selected() const {
    QStringList sources;
    for (const QModelIndex& index : m_view->selectionModel()->selectedIndexes())
        sources << index.data(SourceModel::RefRole).toString();
    if (sources.isEmpty() && m_view->currentIndex().isValid())
        sources << m_view->currentIndex().data(SourceModel::RefRole).toString();
    return sources;
}

void SourceList::addExperts() {
    if (const QStringList sources = selected(); !sources.isEmpty()) m_intake.take(sources, {});
}

void SourceList::setBase() {
    if (const QStringList sources = selected(); !sources.isEmpty())
        m_intake.take({sources.constFirst()}, {IntakeTarget::Kind::Base});
}

bool SourceList::eventFilter(QObject* watched, QEvent* event) {
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != m_view || !isKey) return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter) return QWidget::eventFilter(watched, event);
    // The list defines Ctrl+Enter itself; everywhere else it renders.
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    key->modifiers().testFlag(Qt::ControlModifier) ? setBase() : addExperts();
    return true;
}

void SourceList::fillMenu(QMenu& menu) {
    const QStringList sources = selected();
    if (sources.isEmpty()) return;
    connect(menu.addAction(tr("Add as expert")), &QAction::triggered, this, &SourceList::addExperts);
    connect(menu.addAction(tr("Set as base")), &QAction::triggered, this, &SourceList::setBase);
    QMenu* cards = menu.addMenu(tr("Add as LoRA to"));
    connect(cards->addAction(tr("Base")), &QAction::triggered, this,
            [this, sources] { m_intake.take(sources, {IntakeTarget::Kind::Base}); });
    for (int card = 0; card < m_document.cardCount(); ++card)
        connect(cards->addAction(cardLetter(m_document.state(), card) + u"  "_s + cardAlias(m_document.state(), card)),
                &QAction::triggered, this, [this, sources, card] {
                    m_intake.take(sources, {IntakeTarget::Kind::Card, card});
                });
    cards->setEnabled(m_catalog.info(sources.constFirst()).facts.role == ModelRole::Lora);
    menu.addSeparator();
    const QString first = sources.constFirst();
    const auto add = [&](const QString& text, const QString& name, auto signal) {
        QAction* action = menu.addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, [this, first, signal] { Q_EMIT(this->*signal)(first); });
        return action;
    };
    add(tr("Show in Library"), u"mix_source_menu_details"_s, &SourceList::showDetailsWanted);
    add(tr("Show file"), u"mix_source_menu_file"_s, &SourceList::showFileWanted);
    add(tr("Model page"), u"mix_source_menu_page"_s, &SourceList::showPageWanted)
        ->setEnabled(!modelPageOf(first, m_catalog.info(first)).isEmpty());
}

}  // namespace segmoe::ui
