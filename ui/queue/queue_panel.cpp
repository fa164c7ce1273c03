// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/queue/queue_panel.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/bridge/error_text.h"
#include "ui/bridge/qt_convert.h"
#include "ui/queue/job_queue.h"
#include "ui/queue/queue_model.h"
#include "ui/queue/remedied_request.h"
#include "ui/queue/work_text.h"
#include "ui/shell/hub_remedies.h"
#include "ui/shell/navigator.h"
#include "ui/widgets/error_details_dialog.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kAskAbove = 5;

}  // namespace

QueuePanel::QueuePanel(Theme& theme, JobQueue& queue, Navigator& navigator, QWidget* parent)
    : QWidget(parent),
      m_queue(queue),
      m_navigator(navigator),
      m_model(new QueueModel(queue, this)),
      m_list(new QListView),
      m_empty(new QLabel(tr("Nothing is waiting."))),
      m_failure(buildFailure()),
      m_pause(new QPushButton),
      m_cancelWaiting(new QPushButton(tr("Cancel all waiting"))),
      m_clear(new QPushButton(tr("Clear finished"))),
      m_menu(new QToolButton) {
    setObjectName(u"queue_panel"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addWidget(buildList(theme), 1);
    column->addWidget(m_failure);
    column->addWidget(buildButtons(theme));
    connect(&queue, &JobQueue::rowsChanged, this, &QueuePanel::updateButtons);
    connect(&queue, &JobQueue::pausedChanged, this, &QueuePanel::updateButtons);
    connect(&queue, &JobQueue::stateChanged, this, [this] {
        updateButtons();
        showSelection();
    });
    updateButtons();
    showSelection();
}

QWidget* QueuePanel::buildList(Theme& theme) {
    auto* delegate = new QueueDelegate(theme, m_list);
    nameControl(m_list, u"queue_list"_s, tr("Jobs"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(delegate);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setMouseTracking(true);
    m_list->installEventFilter(this);
    m_empty->setProperty("role", u"hint"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setObjectName(u"queue_empty_label"_s);
    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* over = new QVBoxLayout(m_list);
    over->addWidget(m_empty, 0, Qt::AlignTop | Qt::AlignHCenter);
    connect(&theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    connect(delegate, &QueueDelegate::actWanted, this,
            [this](quint64 job, QueueDelegate::Act wanted) { act(QueueId{job}, wanted); });
    connect(m_list, &QListView::doubleClicked, this,
            [this](const QModelIndex& index) { openResult(m_model->idAt(index.row())); });
    connect(m_list, &QListView::customContextMenuRequested, this, &QueuePanel::openContextMenu);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &QueuePanel::showSelection);
    return m_list;
}

QWidget* QueuePanel::buildFailure() {
    auto* panel = new QFrame;
    panel->setObjectName(u"queue_failure_panel"_s);
    panel->setProperty("role", u"error"_s);
    m_failureText = new QLabel;
    m_failureText->setWordWrap(true);
    m_failureText->setTextFormat(Qt::PlainText);
    m_failureText->setObjectName(u"queue_failure_label"_s);
    m_remedy = new QPushButton;
    nameControl(m_remedy, u"queue_remedy_button"_s, tr("Remedy"));
    m_details = new QPushButton(tr("Details…"));
    nameControl(m_details, u"queue_details_button"_s, tr("Error details"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_remedy);
    row->addWidget(m_details);
    row->addStretch(1);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(12, 8, 12, 8);
    column->addWidget(m_failureText);
    column->addLayout(row);
    connect(m_remedy, &QPushButton::clicked, this, [this] {
        if (const QueueJob* job = m_queue.find(selected())) carryOut(*job, errorText(job->failure.code).remedy);
    });
    connect(m_details, &QPushButton::clicked, this, [this] {
        if (const QueueJob* job = m_queue.find(selected())) openErrorDetails(window(), job->failure);
    });
    return panel;
}

QWidget* QueuePanel::buildButtons(Theme& theme) {
    m_pause->setObjectName(u"queue_pause_button"_s);
    nameControl(m_cancelWaiting, u"queue_cancel_waiting_button"_s, m_cancelWaiting->text(),
                tr("Cancel all waiting jobs (Ctrl+Alt+Backspace)"));
    nameControl(m_clear, u"queue_clear_button"_s, m_clear->text(), tr("Take ended jobs from the list; pictures stay."));
    nameControl(m_menu, u"queue_menu_button"_s, tr("More for the job list"), tr("More"));
    theme.bindIcon(m_menu, u"more"_s);
    auto* menu = new QMenu(m_menu);
    menu->setObjectName(u"queue_menu"_s);
    fillMenu(menu);
    m_menu->setMenu(menu);
    m_menu->setPopupMode(QToolButton::InstantPopup);
    auto* first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_pause, 1);
    first->addWidget(m_clear, 1);
    first->addWidget(m_menu);
    auto* panel = new QWidget;
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(first);
    column->addWidget(m_cancelWaiting);
    connect(m_pause, &QPushButton::clicked, this, [this] { m_queue.isPaused() ? m_queue.resume() : m_queue.pause(); });
    connect(m_cancelWaiting, &QPushButton::clicked, this, &QueuePanel::cancelAllWaiting);
    connect(m_clear, &QPushButton::clicked, &m_queue, &JobQueue::clearFinished);
    return panel;
}

void QueuePanel::fillMenu(QMenu* menu) {
    menu->addAction(tr("Clear failed"), &m_queue, &JobQueue::clearFailed)->setObjectName(u"queue_clear_failed"_s);
    menu->addAction(tr("Retry failed"), &m_queue, &JobQueue::retryFailed)->setObjectName(u"queue_retry_failed"_s);
    menu->addSeparator();
    menu->addAction(tr("Export list…"), this, &QueuePanel::exportList)->setObjectName(u"queue_export"_s);
}

void QueuePanel::openContextMenu(const QPoint& position) {
    const QueueJob* job = m_queue.find(m_model->idAt(m_list->indexAt(position).row()));
    if (!job) return;
    const QueueId id = job->id;
    auto* menu = new QMenu(this);
    menu->setObjectName(u"queue_context_menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto entry = [&](const QString& text, bool enabled, auto&& act) {
        menu->addAction(text, this, act)->setEnabled(enabled);
    };
    const bool waits = job->state == JobState::Waiting && job->parent == QueueId::None;
    const RenderRequest* request = job->request();
    entry(tr("Start first"), waits, [this, id] { m_queue.first(id); });
    entry(tr("Up"), waits, [this, id] { m_queue.move(id, -1); });
    entry(tr("Down"), waits, [this, id] { m_queue.move(id, 1); });
    menu->addSeparator();
    entry(tr("Edit as new"), request, [this, id] { editCopy(id); });
    entry(tr("Copy settings"), request, [this, id] {
        const QueueJob* copied = m_queue.find(id);
        if (copied && copied->request()) QGuiApplication::clipboard()->setText(requestText(*copied->request()));
    });
    menu->addSeparator();
    entry(tr("Cancel"), !isEnded(job->state), [this, id] { m_queue.cancel(id); });
    entry(tr("Retry"), isEnded(job->state), [this, id] { m_queue.retry(id); });
    entry(tr("Remove"), isEnded(job->state) && job->parent == QueueId::None, [this, id] { m_queue.remove(id); });
    entry(tr("Show error details"), job->state == JobState::Failed, [this, id] {
        if (const QueueJob* failed = m_queue.find(id)) openErrorDetails(window(), failed->failure);
    });
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

bool QueuePanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const Qt::KeyboardModifiers modifiers = key->modifiers() & ~Qt::KeypadModifier;
        const bool mine = (modifiers == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) ||
                          (modifiers == Qt::ControlModifier && key->key() == Qt::Key_R);
        if (event->type() == QEvent::ShortcutOverride) {
            if (mine) event->accept();
            return mine;
        }
        if (handleKey(key->key(), modifiers)) return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool QueuePanel::handleKey(int key, Qt::KeyboardModifiers modifiers) {
    const QueueJob* job = m_queue.find(selected());
    if (!job) return false;
    const QueueId id = job->id;
    if (modifiers == Qt::AltModifier && (key == Qt::Key_Up || key == Qt::Key_Down)) {
        m_queue.move(id, key == Qt::Key_Up ? -1 : 1);
        select(id);
    } else if (modifiers == Qt::ControlModifier && key == Qt::Key_R) {
        editCopy(id);
    } else if (modifiers == Qt::NoModifier && key == Qt::Key_Delete) {
        isEnded(job->state) ? m_queue.remove(id) : m_queue.cancel(id);
    } else if (modifiers == Qt::NoModifier && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        openResult(id);
    } else {
        return false;
    }
    return true;
}

void QueuePanel::act(QueueId id, QueueDelegate::Act wanted) {
    switch (wanted) {
        case QueueDelegate::Act::Cancel: m_queue.cancel(id); break;
        case QueueDelegate::Act::Up: m_queue.move(id, -1); break;
        case QueueDelegate::Act::Down: m_queue.move(id, 1); break;
        case QueueDelegate::Act::First: m_queue.first(id); break;
        case QueueDelegate::Act::Open: openResult(id); break;
        case QueueDelegate::Act::Routing: openRouting(id); break;
        case QueueDelegate::Act::Retry: m_queue.retry(id); break;
        case QueueDelegate::Act::Remove: m_queue.remove(id); break;
        case QueueDelegate::Act::Toggle: m_model->toggleGroup(id); break;
    }
}

void QueuePanel::openResult(QueueId id) {
    const QueueJob* job = m_queue.find(id);
    if (!job) return;
    if (job->isGroup()) return m_model->toggleGroup(id);
    if (job->pictures.empty()) return;
    Q_EMIT m_navigator.pageWanted(PageId::Render);
    Q_EMIT m_navigator.resultWanted(static_cast<quint64>(id));
}

void QueuePanel::openRouting(QueueId id) {
    const QueueJob* job = m_queue.find(id);
    if (!job || job->pictures.empty()) return;
    if (const PicturePtr picture = job->pictures.back().picture.lock())
        Q_EMIT m_navigator.captureWanted(captureId(id, picture->image.seed));
}

void QueuePanel::editCopy(QueueId id) {
    const QueueJob* job = m_queue.find(id);
    if (!job || !job->request()) return;
    Q_EMIT m_navigator.pageWanted(PageId::Render);
    Q_EMIT m_navigator.requestWanted(*job->request());
}

void QueuePanel::cancelAllWaiting() {
    const int waiting = m_queue.waitingCount();
    if (waiting <= kAskAbove) return m_queue.cancelAllWaiting();
    auto* box = new QMessageBox(QMessageBox::Question, tr("Cancel all waiting"),
                                tr("Cancel %n waiting job(s)?", "", waiting), QMessageBox::NoButton, window());
    box->setObjectName(u"queue_cancel_dialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->addButton(tr("Cancel all waiting"), QMessageBox::AcceptRole)
        ->setObjectName(u"queue_cancel_dialog_ok_button"_s);
    box->addButton(tr("Keep them"), QMessageBox::RejectRole);
    connect(box, &QMessageBox::accepted, &m_queue, &JobQueue::cancelAllWaiting);
    box->open();
}

void QueuePanel::exportList() {
    auto* dialog = new QFileDialog(window(), tr("Export job list"), u"jobs.txt"_s, tr("Text (*.txt)"));
    dialog->setObjectName(u"queue_export_dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"txt"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        QString text;
        for (QueueId id : m_queue.rows()) {
            const QueueJob& job = *m_queue.find(id);
            text += jobStateText(job) + u'\t' + job.detail + u'\t' + job.title + u'\n';
        }
        QSaveFile file(path);
        const bool written = file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0 && file.commit();
        Q_EMIT m_navigator.message(written ? tr("Saved %1.").arg(path) : tr("%1 could not be written.").arg(path));
    });
    dialog->open();
}

void QueuePanel::carryOut(const QueueJob& job, Remedy remedy) {
    const RenderRequest* request = job.request();
    if (job.isGroup()) return;
    if (!request) return Q_EMIT m_navigator.pageWanted(PageId::Mix);  // it shows what can be done there
    if (leadToRemedy(m_navigator, remedy, job.failure, hubReferencesOf(*request))) return;
    if (const auto again = remediedRequest(*request, remedy))
        m_queue.addFirst(RenderWork{*again});
    else
        editCopy(job.id);
}

QueueId QueuePanel::selected() const {
    return m_list->selectionModel() ? m_model->idAt(m_list->currentIndex().row()) : QueueId::None;
}

void QueuePanel::select(QueueId id) { m_list->setCurrentIndex(m_model->index(m_model->rowOf(id))); }

void QueuePanel::showSelection() {
    const QueueJob* job = m_queue.find(selected());
    const bool failed = job && job->state == JobState::Failed;
    m_failure->setVisible(failed);
    if (!failed) return;
    const ErrorText text = errorText(job->failure.code);
    m_failureText->setText(text.sentence);
    m_remedy->setText(job->request() || job->isGroup() ? remedyText(text.remedy) : tr("Show on the Mix page"));
    m_remedy->setAccessibleName(m_remedy->text());
}

void QueuePanel::updateButtons() {
    const bool paused = m_queue.isPaused();
    m_pause->setText(paused ? tr("Resume") : tr("Pause queue"));
    m_pause->setAccessibleName(m_pause->text());
    m_pause->setToolTip(paused ? tr("Go on with the waiting jobs.") : tr("Stop after the present job."));
    m_cancelWaiting->setEnabled(m_queue.waitingCount() > 0);
    bool ended = false;
    for (QueueId id : m_queue.rows()) ended = ended || isEnded(m_queue.find(id)->state);
    m_clear->setEnabled(ended);
    m_empty->setVisible(m_queue.rows().empty());
}

}  // namespace segmoe::ui
