// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/plot_frame.h"

#include <algorithm>

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QTemporaryFile>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

#include "ui/widgets/arrow_keys.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/field.h"
#include "ui/widgets/painted_access.h"
#include "ui/widgets/plot_theme.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPaperPoints = 10;  ///< font size of exports

QToolButton* smallButton(Theme& theme, const QString& icon, const QString& name, const QString& text,
                         const QString& toolTip) {
    auto* button = new QToolButton;
    nameControl(button, name, text, toolTip);
    theme.bindIcon(button, icon);
    return button;
}

}  // namespace

PlotFrame::PlotFrame(Theme& theme, const QString& name, const QString& title, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_name(name),
      m_title(title),
      m_header(new QWidget(this)),
      m_titleLabel(new QLabel(title)),
      m_captionLabel(new ElidedLabel),
      m_model(new PlotTableModel(this)) {
    buildHeader(theme);
    buildStack();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_header);
    column->addWidget(m_stack, 1);
    connect(&theme, &Theme::changed, this, &PlotFrame::applyTheme);
    setFocusProxy(m_plot);
}

void PlotFrame::buildStack() {
    m_stack = new QStackedWidget(this);
    m_plot = new QCustomPlot(m_stack);
    m_tableView = new QTableView(m_stack);
    m_reason = new QWidget(m_stack);
    nameControl(m_plot, m_name + u"_plot"_s, m_title);
    m_plot->setFocusPolicy(Qt::StrongFocus);
    m_plot->setMouseTracking(true);
    m_plot->setLayoutDirection(Qt::LeftToRight);
    m_plot->setNoAntialiasingOnDrag(true);
    m_plot->plotLayout()->clear();
    m_plot->plotLayout()->setRowSpacing(4);
    m_plot->setMinimumSize(80, 40);
    m_plot->installEventFilter(this);
    nameControl(m_tableView, m_name + u"_table"_s, m_title);
    m_tableView->setModel(m_model);
    m_tableView->setAlternatingRowColors(true);
    m_tableView->setShowGrid(false);
    m_tableView->setTabKeyNavigation(false);
    m_tableView->verticalHeader()->setDefaultSectionSize(24);
    m_tableView->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    buildReason();
    m_stack->addWidget(m_plot);
    m_stack->addWidget(m_tableView);
    m_stack->addWidget(m_reason);
}

void PlotFrame::buildHeader(Theme& theme) {
    m_titleLabel->setProperty("role", u"strong"_s);
    m_captionLabel->setProperty("role", u"caption"_s);
    m_captionLabel->setObjectName(m_name + u"_caption_label"_s);
    m_tableButton = smallButton(theme, u"table"_s, m_name + u"_table_button"_s, tr("%1 as a table").arg(m_title),
                                tr("Table instead of plot (Ctrl+T)"));
    m_tableButton->setCheckable(true);
    m_copyButton = smallButton(theme, u"copy"_s, m_name + u"_copy_button"_s, tr("Copy %1").arg(m_title),
                               tr("Copy the plot as a picture (Ctrl+Shift+C)"));
    m_exportButton = smallButton(theme, u"save"_s, m_name + u"_export_button"_s, tr("Export %1").arg(m_title),
                                 tr("Save the plot or its numbers"));
    auto* row = new QHBoxLayout(m_header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_titleLabel);
    row->addWidget(m_captionLabel, 1);
    row->addWidget(m_tableButton);
    row->addWidget(m_copyButton);
    row->addWidget(m_exportButton);
    connect(m_tableButton, &QToolButton::toggled, this, &PlotFrame::setTableShown);
    connect(m_copyButton, &QToolButton::clicked, this, &PlotFrame::copyPicture);
    connect(m_exportButton, &QToolButton::clicked, this, &PlotFrame::exportRequested);
}

void PlotFrame::buildReason() {
    m_reasonLabel = new QLabel(m_reason);
    m_reasonButton = new QPushButton(m_reason);
    m_reasonLabel->setObjectName(m_name + u"_reason_label"_s);
    m_reasonLabel->setAlignment(Qt::AlignCenter);
    m_reasonLabel->setWordWrap(true);
    m_reasonLabel->setProperty("role", u"hint"_s);
    nameControl(m_reasonButton, m_name + u"_reason_button"_s, tr("Remedy"));
    auto* column = new QVBoxLayout(m_reason);
    column->addStretch(1);
    column->addWidget(m_reasonLabel);
    column->addWidget(m_reasonButton, 0, Qt::AlignHCenter);
    column->addStretch(1);
    connect(m_reasonButton, &QPushButton::clicked, this, &PlotFrame::reasonButtonClicked);
}

QString PlotFrame::caption() const { return m_captionLabel->text(); }

void PlotFrame::setTitle(const QString& title) {
    m_title = title;
    m_titleLabel->setText(title);
    m_plot->setAccessibleName(title);
}

void PlotFrame::setCaption(const QString& caption) { m_captionLabel->setText(caption); }

void PlotFrame::setSummary(const QString& summary) { tellPainted(m_plot, summary); }

QString PlotFrame::summary() const { return m_plot->accessibleDescription(); }

void PlotFrame::setTableSource(std::function<PlotTable()> source) {
    m_tableSource = std::move(source);
    invalidateTable();
}

void PlotFrame::invalidateTable() {
    m_tableStale = true;
    if (isTableShown() && isVisible()) table();
}

PlotTableModel& PlotFrame::table() {
    if (m_tableStale && m_tableSource) {
        m_tableStale = false;
        m_model->setTable(m_tableSource());
        // The cursor stays where the same rows have other numbers.
        if (m_cursor && (m_cursor->x() >= m_model->columnCount() || m_cursor->y() >= m_model->rowCount()))
            m_cursor.reset();
    }
    return *m_model;
}

bool PlotFrame::isTableShown() const { return m_tableButton->isChecked(); }

void PlotFrame::setTableShown(bool shown) {
    m_tableButton->setChecked(shown);
    if (shown) table();
    if (!hasReason()) m_stack->setCurrentWidget(shown ? static_cast<QWidget*>(m_tableView) : m_plot);
    setFocusProxy(shown ? static_cast<QWidget*>(m_tableView) : m_plot);
    Q_EMIT tableShownChanged(shown);
}

bool PlotFrame::hasReason() const { return m_stack->currentWidget() == m_reason; }

void PlotFrame::showReason(const QString& sentence, const QString& button) {
    m_reasonLabel->setText(sentence);
    m_reasonButton->setText(button);
    if (!button.isEmpty()) m_reasonButton->setAccessibleName(button);
    m_reasonButton->setVisible(!button.isEmpty());
    if (!sentence.isEmpty()) {
        m_stack->setCurrentWidget(m_reason);
        setCaption({});
        setSummary(sentence);
    } else if (hasReason()) {
        m_stack->setCurrentWidget(isTableShown() ? static_cast<QWidget*>(m_tableView) : m_plot);
    }
    for (QToolButton* each : {m_tableButton, m_copyButton, m_exportButton}) each->setEnabled(sentence.isEmpty());
}

void PlotFrame::applyTheme() {
    Q_EMIT restyleWanted(m_theme.tokens(), plotFont(font()));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

QImage PlotFrame::picture(double scale, bool asShown) {
    // Title and caption belong to the picture: on paper there is no window around it.
    auto* words = new QCPTextElement(m_plot, m_title + (caption().isEmpty() ? QString() : u" · "_s + caption()));
    m_plot->plotLayout()->insertRow(0);
    m_plot->plotLayout()->addElement(0, 0, words);
    QFont font = plotFont(this->font());
    if (!asShown) font.setPointSize(kPaperPoints);
    Q_EMIT restyleWanted(asShown ? m_theme.tokens() : lightTokens(), font);
    words->setFont(font);
    words->setTextColor((asShown ? m_theme.tokens() : lightTokens()).text);
    words->setMargins(QMargins(8, 6, 8, 2));
    const QSize size = m_plot->size().expandedTo({520, 320});
    const QImage image = m_plot->toPixmap(size.width(), size.height(), scale).toImage();
    m_plot->plotLayout()->remove(words);
    m_plot->plotLayout()->simplify();
    applyTheme();
    return image;
}

QByteArray PlotFrame::pdf() {
    QTemporaryFile file;
    if (!file.open()) return {};
    file.close();
    QFont font = plotFont(this->font());
    font.setPointSize(kPaperPoints);
    Q_EMIT restyleWanted(lightTokens(), font);
    const QSize size = m_plot->size().expandedTo({520, 320});
    m_plot->savePdf(file.fileName(), size.width(), size.height(), QCP::epNoCosmetic, m_title, m_title);
    applyTheme();
    QFile written(file.fileName());
    return written.open(QIODevice::ReadOnly) ? written.readAll() : QByteArray();
}

void PlotFrame::copyPicture() {
    if (!hasReason()) QApplication::clipboard()->setImage(picture(devicePixelRatioF(), true));
}

void PlotFrame::setHeaderShown(bool shown) { m_header->setVisible(shown); }

bool PlotFrame::moveCursor(int key) {
    const auto direction = arrowDirection(key);
    if (!direction) return false;
    PlotTableModel& model = table();
    if (model.rowCount() == 0 || model.columnCount() == 0) return false;
    QPoint cell = m_cursor ? *m_cursor + *direction : QPoint(0, 0);
    cell = {std::clamp(cell.x(), 0, model.columnCount() - 1), std::clamp(cell.y(), 0, model.rowCount() - 1)};
    m_cursor = cell;
    const QString text = model.cellText(cell.y(), cell.x());
    QToolTip::showText(m_plot->mapToGlobal(QPoint(12, 12)), text, m_plot);
    setSummary(text);
    Q_EMIT cursorMoved(cell.y(), cell.x());
    return true;
}

bool PlotFrame::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_plot && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() == Qt::NoModifier && moveCursor(key->key())) return true;
        if (key->key() == Qt::Key_T && key->modifiers() == Qt::ControlModifier) {
            setTableShown(!isTableShown());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace segmoe::ui
