// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/downloads_view.h"

#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/bridge/engine_client.h"
#include "ui/bridge/model_words.h"
#include "ui/bridge/settings.h"
#include "ui/library/download_delegate.h"
#include "ui/library/download_model.h"
#include "ui/shell/navigator.h"
#include "ui/shell/studio_context.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_details_dialog.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrap_layout.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

using State = DownloadRow::State;

constexpr int kLimits[] = {0, 50, 20, 10, 5, 2};  ///< MB/s, 0 = none

}  // namespace

DownloadsView::DownloadsView(StudioContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_client(context.engine.downloads()),
      m_model(new DownloadModel(m_client, this)) {
    setObjectName(u"downloads_view"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(buildToolbar());
    column->addWidget(buildList(), 1);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &DownloadsView::updateState);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &DownloadsView::updateState);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &DownloadsView::updateState);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive) retryAccepted();
    });
    updateState();
}

QWidget* DownloadsView::buildToolbar() {
    const auto button = [this](const QString& name, const QString& icon, const QString& text, const QString& toolTip) {
        auto* made = new QPushButton(text);
        nameControl(made, name, text, toolTip);
        m_context.theme.bindIcon(made, icon);
        return made;
    };
    m_pauseAll = button(u"download_pause_all_button"_s, u"pause"_s, tr("Pause all"),
                        tr("Stop all downloads; what has arrived is kept."));
    m_resumeAll = button(u"download_resume_all_button"_s, u"play"_s, tr("Resume all"),
                         tr("Go on with all that is paused or has failed."));
    m_clear = button(u"download_clear_button"_s, u"remove"_s, tr("Clear finished"),
                     tr("Take finished downloads from the list; the models stay."));
    m_summary = new QLabel;
    m_summary->setObjectName(u"download_summary_label"_s);
    m_summary->setProperty("role", u"secondary"_s);
    m_limit = new QComboBox;
    nameControl(m_limit, u"download_limit_combo"_s, tr("Speed limit"), tr("For all downloads together"));
    for (const int choice : kLimits)
        m_limit->addItem(choice == 0 ? tr("Unlimited") : tr("%1 MB/s").arg(choice), choice);
    m_parallel = new QSpinBox;
    m_parallel->setRange(keys::kDownloadParallel.least, keys::kDownloadParallel.most);
    nameControl(m_parallel, u"download_parallel_spin"_s, tr("Files at a time"), tr("Files at a time"));
    auto* bar = new QWidget;
    auto* row = new WrapLayout(8);
    bar->setLayout(row);
    for (QPushButton* one : {m_pauseAll, m_resumeAll, m_clear}) row->add(one);
    row->add(m_summary, 1);
    for (const auto& [caption, control] :
         {std::pair(tr("Speed limit"), static_cast<QWidget*>(m_limit)), {tr("Files at a time"), m_parallel}}) {
        auto* label = new QLabel(caption);
        label->setBuddy(control);
        row->add(beside({label, control}));
    }
    connect(m_pauseAll, &QPushButton::clicked, &m_client, &DownloadClient::pauseAll);
    connect(m_resumeAll, &QPushButton::clicked, &m_client, &DownloadClient::resumeAll);
    connect(m_clear, &QPushButton::clicked, &m_client, &DownloadClient::clearDone);
    // The settings tell the client, wherever they are changed.
    connect(m_limit, &QComboBox::currentIndexChanged, this,
            [this] { m_context.settings.set(keys::kDownloadLimit, m_limit->currentData().toInt()); });
    connect(m_parallel, &QSpinBox::valueChanged, this,
            [this](int files) { m_context.settings.set(keys::kDownloadParallel, files); });
    connect(&m_context.settings, &Settings::changed, this, [this](const QString& key) {
        if (key.startsWith("download/"_L1)) showSettings();
    });
    showSettings();
    return bar;
}

void DownloadsView::showSettings() {
    const QSignalBlocker quietLimit(m_limit), quietParallel(m_parallel);
    const int limit = m_context.settings.get(keys::kDownloadLimit);
    if (m_limit->findData(limit) < 0) m_limit->addItem(tr("%1 MB/s").arg(limit), limit);
    m_limit->setCurrentIndex(m_limit->findData(limit));
    m_parallel->setValue(m_context.settings.get(keys::kDownloadParallel));
}

QWidget* DownloadsView::buildList() {
    auto* delegate = new DownloadDelegate(m_context.theme, this);
    m_list = new QListView;
    nameControl(m_list, u"download_list"_s, tr("Downloads"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(delegate);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    connect(delegate, &DownloadDelegate::mainWanted, this, [this](quint64 id) {
        if (const DownloadRow* row = m_model->find(id)) act(id, mainAct(*row, m_model->seen().contains(id)));
    });
    connect(delegate, &DownloadDelegate::menuWanted, this, &DownloadsView::openMenu);
    connect(m_list, &QListView::customContextMenuRequested, this, [this](const QPoint& point) {
        const QModelIndex index = m_list->indexAt(point);
        if (index.isValid())
            openMenu(index.data(DownloadModel::IdRole).toULongLong(), m_list->viewport()->mapToGlobal(point));
    });
    connect(&m_context.theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    m_empty = new EmptyState(m_context.theme, u"download"_s, tr("No downloads."));
    connect(m_empty->addButton(u"download_search_hf_button"_s, tr("Search Hugging Face")), &QPushButton::clicked, this,
            [this] { Q_EMIT hubWanted(u"huggingface"_s); });
    connect(m_empty->addButton(u"download_search_civitai_button"_s, tr("Search CivitAI")), &QPushButton::clicked, this,
            [this] { Q_EMIT hubWanted(u"civitai"_s); });
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    return m_stack;
}

void DownloadsView::updateState() {
    int moving = 0, stopped = 0, done = 0;
    double speed = 0.0;
    for (const DownloadRow& row : m_model->rows()) {
        moving += row.isActive();
        done += row.state == State::Done;
        stopped += !row.isActive() && row.state != State::Done;
        if (row.isActive()) speed += row.bytesPerSecond;
    }
    m_stack->setCurrentWidget(m_model->rows().empty() ? static_cast<QWidget*>(m_empty) : m_list);
    m_pauseAll->setEnabled(moving > 0);
    m_resumeAll->setEnabled(stopped > 0);
    m_clear->setEnabled(done > 0);
    QString summary;
    if (moving > 0) summary = tr("%n under way", nullptr, moving);
    if (speed >= 1.0) summary += u", "_s + tr("%1/s").arg(byteText(static_cast<std::int64_t>(speed)));
    m_summary->setText(summary);
}

quint64 DownloadsView::current() const {
    return m_list->currentIndex().isValid() ? m_list->currentIndex().data(DownloadModel::IdRole).toULongLong() : 0;
}

void DownloadsView::select(quint64 id) {
    const QModelIndex index = m_model->indexOf(id);
    if (!index.isValid()) return;
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void DownloadsView::openMenu(quint64 id, const QPoint& globalPosition) {
    const DownloadRow* row = m_model->find(id);
    if (!row) return;
    select(id);
    auto* menu = new QMenu(this);
    menu->setObjectName(u"download_menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const DownloadAct entry : menuActs(*row)) {
        if (entry == DownloadAct::None)
            menu->addSeparator();
        else
            menu->addAction(actText(entry), this, [this, id, entry] { act(id, entry); });
    }
    menu->isEmpty() ? delete menu : menu->popup(globalPosition);
}

void DownloadsView::act(quint64 id, DownloadAct act) {
    const DownloadRow* found = m_model->find(id);
    if (!found) return;
    const DownloadRow row = *found;
    Navigator& navigator = m_context.navigator;
    switch (act) {
        case DownloadAct::None: return;
        case DownloadAct::StartNow: return m_client.startNow(id);
        case DownloadAct::Pause: return m_client.pause(id);
        case DownloadAct::Resume:
        case DownloadAct::RetryNow:
        case DownloadAct::Retry:
        case DownloadAct::StartAgain:
        case DownloadAct::Accepted: return m_client.resume(id);
        case DownloadAct::LogIn:
            Q_EMIT navigator.tokensWanted(row.reference.startsWith("civitai:"_L1) ? u"civitai"_s : u"hf"_s);
            return m_model->noteSeen(id);
        case DownloadAct::OpenPage: return openPage(row);
        case DownloadAct::SearchSimilar: Q_EMIT navigator.hubSearchWanted(row.title); return;
        case DownloadAct::AddExpert: Q_EMIT navigator.expertWanted(row.reference); return;
        case DownloadAct::First: return m_client.moveFirst(id);
        case DownloadAct::Up: return m_client.moveUp(id);
        case DownloadAct::Down: return m_client.moveDown(id);
        case DownloadAct::Show: Q_EMIT navigator.modelDetailWanted(row.place); return;
        case DownloadAct::ShowFile: {
            const QFileInfo place(row.place);
            QDesktopServices::openUrl(QUrl::fromLocalFile(place.isDir() ? place.filePath() : place.path()));
            return;
        }
        case DownloadAct::CopyLink: return QGuiApplication::clipboard()->setText(row.page);
        case DownloadAct::Details:
            if (row.failure) openErrorDetails(window(), *row.failure);
            return;
        case DownloadAct::Cancel: return m_client.cancel(id);
        case DownloadAct::Remove: return m_client.remove(id);
    }
}

void DownloadsView::openPage(const DownloadRow& row) {
    QDesktopServices::openUrl(QUrl(row.page));
    if (row.state == State::Failed) m_model->noteSeen(row.id);
}

/// Back from the browser: whoever has accepted terms there need not press anything here.
void DownloadsView::retryAccepted() {
    const std::set<quint64> seen = m_model->seen();
    for (const quint64 id : seen) m_client.resume(id);
}

bool DownloadsView::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const Qt::KeyboardModifiers modifiers = key->modifiers() & ~Qt::KeypadModifier;
        if (event->type() == QEvent::ShortcutOverride) {
            const bool isMine =
                modifiers == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down);
            if (isMine) event->accept();
            return isMine;
        }
        if (handleKey(key->key(), modifiers)) return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool DownloadsView::handleKey(int key, Qt::KeyboardModifiers modifiers) {
    const DownloadRow* row = m_model->find(current());
    if (!row) return false;
    const quint64 id = row->id;
    if (modifiers == Qt::AltModifier && key == Qt::Key_Up) {
        act(id, DownloadAct::Up);
    } else if (modifiers == Qt::AltModifier && key == Qt::Key_Down) {
        act(id, DownloadAct::Down);
    } else if (modifiers == Qt::NoModifier && key == Qt::Key_Delete) {
        act(id, row->isActive() ? DownloadAct::Cancel : DownloadAct::Remove);
    } else if (modifiers == Qt::NoModifier && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        act(id, mainAct(*row, m_model->seen().contains(id)));
    } else if (modifiers == Qt::NoModifier && key == Qt::Key_Menu) {
        openMenu(id, m_list->viewport()->mapToGlobal(m_list->visualRect(m_list->currentIndex()).center()));
    } else {
        return false;
    }
    return true;
}

}  // namespace segmoe::ui
