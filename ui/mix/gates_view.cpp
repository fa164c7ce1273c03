// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/gates_view.h"

#include <cmath>

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QStackedWidget>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/bridge/qt_convert.h"
#include "ui/mix/gate_plots.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrap_layout.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

/// "D1.A0.T3.self" → "self"; "cross_kv" stays.
std::string kindOf(const std::string& label) { return label.substr(label.rfind('.') + 1); }

QString kindText(const std::string& kind) {
    if (kind == "self") return GatesView::tr("Self-attention");
    if (kind == "cross_q") return GatesView::tr("Cross-attention query");
    if (kind == "ff") return GatesView::tr("Feed-forward");
    if (kind == "cross_kv") return GatesView::tr("Text path");
    return toText(kind);
}

}  // namespace

GatesView::GatesView(Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_stack(new QStackedWidget(this)) {
    setObjectName(u"mix_gates_view"_s);
    m_stack->addWidget(buildEmpty());
    m_stack->addWidget(buildPlots());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->addWidget(m_stack);
    show(std::nullopt);
}

QWidget* GatesView::buildEmpty() {
    auto* page = new QWidget(m_stack);
    auto* text = new QLabel(tr("Gates are measured when the mixture is built."));
    text->setAlignment(Qt::AlignCenter);
    text->setProperty("role", u"heading"_s);
    auto* icon = new QLabel;
    icon->setAlignment(Qt::AlignCenter);
    const auto draw = [this, icon] { icon->setPixmap(m_theme.icon(u"matrix"_s).pixmap(QSize(40, 40))); };
    draw();
    connect(&m_theme, &Theme::changed, icon, draw);
    m_build = new QPushButton(tr("Build"));
    m_build->setProperty("role", u"primary"_s);
    nameControl(m_build, u"mix_gates_build_button"_s, tr("Build"), tr("Prepare this mixture for rendering (Ctrl+B)"));
    m_text = new QPushButton(tr("Text only, a few seconds"));
    nameControl(m_text, u"mix_gates_text_button"_s, tr("Text only gates"),
                tr("Measure only the text path; the other layers choose by order."));
    text->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_build);
    buttons->addWidget(m_text);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(page);
    column->addStretch(1);
    column->addWidget(icon);
    column->addWidget(text);
    column->addSpacing(8);
    column->addLayout(buttons);
    column->addStretch(1);
    connect(m_build, &QPushButton::clicked, this, &GatesView::buildWanted);
    connect(m_text, &QPushButton::clicked, this, &GatesView::textGatesWanted);
    return page;
}

QWidget* GatesView::buildPlots() {
    m_matrix = new GateMatrixPlot(m_theme);
    m_cosines = new GateLinesPlot(m_theme, GateLinesPlot::Cosines);
    m_conditions = new GateLinesPlot(m_theme, GateLinesPlot::Conditions);
    m_kind = new QComboBox;
    nameControl(m_kind, u"mix_gates_kind_combo"_s, tr("Kind of decision"), tr("Which decisions are shown."));
    m_site = new QSlider(Qt::Horizontal);
    nameControl(m_site, u"mix_gates_layer_slider"_s, tr("Layer"), tr("Left end: mean of all layers."));
    m_caption = new QLabel;
    m_caption->setProperty("role", u"caption"_s);
    m_caption->setObjectName(u"mix_gates_caption_label"_s);
    m_tableSwitch = new QToolButton;
    m_tableSwitch->setCheckable(true);
    m_theme.bindIcon(m_tableSwitch, u"table"_s);
    nameControl(m_tableSwitch, u"mix_gates_table_button"_s, tr("Table"), tr("Numbers instead of plots (Ctrl+T)"));
    m_table = new QTableWidget;
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    nameControl(m_table, u"mix_gates_table"_s, tr("Gates as table"));

    m_site->setMinimumWidth(80);
    auto* which = new QHBoxLayout;
    which->setSpacing(8);
    which->addWidget(m_site, 1);
    which->addWidget(m_caption);
    which->addWidget(m_tableSwitch);
    auto* top = new WrapLayout(8);
    top->add(m_kind);
    top->add(which, 1);
    auto* upper = new QHBoxLayout;
    upper->setSpacing(8);
    upper->addWidget(m_matrix, 2);
    upper->addWidget(m_cosines, 3);
    auto* plots = new QWidget;
    auto* plotColumn = new QVBoxLayout(plots);
    plotColumn->setContentsMargins(0, 0, 0, 0);
    const auto title = [](const QString& text) {
        auto* label = new QLabel(text);
        label->setWordWrap(true);
        label->setProperty("role", u"caption"_s);
        return label;
    };
    plotColumn->addWidget(title(tr("Cosine between the experts' gates; 1 = the same choice everywhere, line at 0.95")));
    plotColumn->addLayout(upper, 3);
    plotColumn->addWidget(
        title(tr("Condition number per decision; above the line at 5 the experts are hard to tell apart")));
    plotColumn->addWidget(m_conditions, 2);
    m_views = new QStackedWidget;
    m_views->addWidget(plots);
    m_views->addWidget(m_table);
    auto* page = new QWidget(m_stack);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(top);
    column->addWidget(m_views, 1);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &GatesView::chooseKind);
    connect(m_site, &QSlider::valueChanged, this, [this](int value) { chooseSite(value - 1); });
    connect(m_cosines, &GateLinesPlot::siteClicked, this, [this](int site) { m_site->setValue(site + 1); });
    connect(m_conditions, &GateLinesPlot::siteClicked, this, [this](int site) { m_site->setValue(site + 1); });
    connect(m_tableSwitch, &QToolButton::toggled, m_views, [this](bool on) { m_views->setCurrentIndex(on ? 1 : 0); });
    return page;
}

void GatesView::setBuildEnabled(bool enabled, const QString& reason) {
    m_build->setEnabled(enabled);
    m_text->setEnabled(enabled);
    m_build->setToolTip(enabled ? tr("Prepare this mixture for rendering (Ctrl+B)") : reason);
}

void GatesView::show(const std::optional<GateReport>& report) {
    m_stack->setCurrentIndex(report && !report->sites.empty() ? 1 : 0);
    if (!report) return;
    m_report = *report;
    const QSignalBlocker quiet(m_kind);
    const QVariant before = m_kind->currentData();
    m_kind->clear();
    m_kind->addItem(tr("All decisions"), QString());
    for (const GateSite& site : m_report.sites) {
        const QString kind = toText(kindOf(site.label));
        if (m_kind->findData(kind) < 0) m_kind->addItem(kindText(kindOf(site.label)), kind);
    }
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(before)));
    chooseKind();
}

void GatesView::chooseKind() {
    const std::string kind = m_kind->currentData().toString().toStdString();
    m_shown.clear();
    for (const GateSite& site : m_report.sites)
        if (kind.empty() || kindOf(site.label) == kind) m_shown.push_back(site);
    const int experts = static_cast<int>(m_report.experts.size());
    m_cosines->show(m_shown, experts);
    m_conditions->show(m_shown, experts);
    m_site->setRange(0, static_cast<int>(m_shown.size()));
    m_site->setValue(0);
    chooseSite(-1);
    fillTable();
}

std::vector<double> GatesView::meanMatrix() const {
    const std::size_t cells = m_report.experts.size() * m_report.experts.size();
    std::vector<double> mean(cells, 0.0);
    for (const GateSite& site : m_shown)
        for (std::size_t i = 0; i < cells && i < site.cosines.size(); ++i)
            mean[i] += site.cosines[i] / static_cast<double>(m_shown.size());
    return mean;
}

void GatesView::chooseSite(int site) {
    const bool isMean = site < 0 || site >= static_cast<int>(m_shown.size());
    m_matrix->show(isMean ? meanMatrix() : m_shown[static_cast<std::size_t>(site)].cosines,
                   static_cast<int>(m_report.experts.size()));
    m_cosines->setCursorAt(isMean ? -1 : site);
    m_conditions->setCursorAt(isMean ? -1 : site);
    m_caption->setText(isMean ? tr("mean of %n decision(s)", nullptr, static_cast<int>(m_shown.size()))
                              : toText(m_shown[static_cast<std::size_t>(site)].label));
}

void GatesView::fillTable() {
    const int experts = static_cast<int>(m_report.experts.size());
    QStringList headers = {tr("Decision"), tr("Condition")};
    for (int a = 0; a < experts; ++a)
        for (int b = a + 1; b < experts; ++b)
            headers << QString(QChar(static_cast<char16_t>(u'A' + a))) + u"–"_s +
                           QString(QChar(static_cast<char16_t>(u'A' + b)));
    m_table->clear();
    m_table->setColumnCount(static_cast<int>(headers.size()));
    m_table->setHorizontalHeaderLabels(headers);
    m_table->setRowCount(static_cast<int>(m_shown.size()));
    m_table->verticalHeader()->hide();
    const QLocale locale;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const GateSite& site = m_shown[static_cast<std::size_t>(row)];
        m_table->setItem(row, 0, new QTableWidgetItem(toText(site.label)));
        const QString condition =
            std::isfinite(site.conditionNumber) ? locale.toString(site.conditionNumber, 'f', 2) : u"∞"_s;
        m_table->setItem(row, 1, new QTableWidgetItem(condition));
        int column = 2;
        for (int a = 0; a < experts; ++a)
            for (int b = a + 1; b < experts; ++b)
                m_table->setItem(row, column++,
                                 new QTableWidgetItem(
                                     locale.toString(site.cosines[static_cast<std::size_t>(a * experts + b)], 'f', 3)));
    }
    m_table->resizeColumnsToContents();
}

}  // namespace segmoe::ui
