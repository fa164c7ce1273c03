// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/gate_plots.h"

#include <algorithm>
#include <cmath>

#include <QVBoxLayout>

#include "ui/widgets/custom_plot.h"

#include "ui/mix/gate_checks.h"
#include "ui/widgets/expert_palette.h"
#include "ui/widgets/field.h"
#include "ui/widgets/heat_palette.h"
#include "ui/widgets/painted_access.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kColouredPairs = 6;
constexpr double kLeastCondition = 1.0;
constexpr double kMostCondition = 1000.0;  ///< beyond, infinity included, is drawn here

QString letterOf(int expert) { return QString(QChar(static_cast<char16_t>(u'A' + expert % 26))); }

void themeAxis(QCPAxis* axis, const ThemeTokens& tokens, const QFont& font) {
    axis->setBasePen(QPen(tokens.control));
    axis->setTickPen(QPen(tokens.control));
    axis->setSubTickPen(QPen(tokens.border));
    axis->setTickLabelColor(tokens.text2);
    axis->setLabelColor(tokens.text2);
    axis->setTickLabelFont(font);
    axis->setLabelFont(font);
    axis->grid()->setPen(QPen(tokens.border, 1.0, Qt::DotLine));
    axis->grid()->setSubGridVisible(false);
}

QCPColorGradient diverging(const ThemeTokens& tokens) {
    QCPColorGradient gradient;
    gradient.clearColorStops();
    const std::vector<QColor>& stops = divergingStops(tokens);
    for (std::size_t i = 0; i < stops.size(); ++i)
        gradient.setColorStopAt(static_cast<double>(i) / static_cast<double>(stops.size() - 1), stops[i]);
    return gradient;
}

QSharedPointer<QCPAxisTickerText> letterTicker(int experts) {
    QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    for (int expert = 0; expert < experts; ++expert) ticker->addTick(expert, letterOf(expert));
    return ticker;
}

}  // namespace

GateMatrixPlot::GateMatrixPlot(Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_plot(new QCustomPlot), m_map(nullptr), m_scale(nullptr) {
    nameControl(m_plot, u"mix_gates_matrix_plot"_s, tr("Cosines between gates"));
    m_plot->setLayoutDirection(Qt::LeftToRight);
    m_plot->setFocusPolicy(Qt::StrongFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plot);
    m_map = new QCPColorMap(m_plot->xAxis, m_plot->yAxis);
    m_map->setInterpolate(false);
    m_map->setTightBoundary(false);
    m_scale = new QCPColorScale(m_plot);
    m_scale->setBarWidth(10);
    m_plot->plotLayout()->addElement(0, 1, m_scale);
    m_map->setColorScale(m_scale);
    m_scale->setDataRange(QCPRange(-1.0, 1.0));
    m_plot->yAxis->setRangeReversed(true);
    connect(&theme, &Theme::changed, this, &GateMatrixPlot::applyTheme);
    applyTheme();
}

void GateMatrixPlot::applyTheme() {
    const ThemeTokens& tokens = m_theme.tokens();
    m_plot->setBackground(tokens.panel);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        themeAxis(axis, tokens, font());
        axis->grid()->setVisible(false);
    }
    themeAxis(m_scale->axis(), tokens, font());
    m_scale->setGradient(diverging(tokens));
    show(m_cosines, m_experts);
}

void GateMatrixPlot::show(const std::vector<double>& cosines, int experts) {
    m_cosines = cosines;
    m_experts = experts;
    for (QCPItemText* text : m_texts) m_plot->removeItem(text);
    m_texts.clear();
    const int size = std::max(1, experts);
    m_map->data()->setSize(size, size);
    m_map->data()->setRange(QCPRange(0, std::max(1, size - 1)), QCPRange(0, std::max(1, size - 1)));
    m_plot->xAxis->setRange(-0.5, size - 0.5);
    m_plot->yAxis->setRange(-0.5, size - 0.5);
    m_plot->xAxis->setTicker(letterTicker(experts));
    m_plot->yAxis->setTicker(letterTicker(experts));
    const QCPColorGradient gradient = diverging(m_theme.tokens());
    QStringList spoken;
    for (int row = 0; row < experts; ++row)
        for (int column = 0; column < experts; ++column) {
            const double value = cosines[static_cast<std::size_t>(row * experts + column)];
            m_map->data()->setCell(column, row, value);
            auto* text = new QCPItemText(m_plot);
            text->position->setCoords(column, row);
            text->setText(QLocale().toString(value, 'f', 2));
            text->setFont(font());
            // The cell's own lightness decides, not the theme: strong cosines are dark or light in either.
            QCPColorGradient copy = gradient;
            const QColor cell = QColor(copy.color(value, QCPRange(-1.0, 1.0)));
            const ThemeTokens &light = lightTokens(), &dark = darkTokens();
            text->setColor(contrastRatio(cell, light.text) > contrastRatio(cell, dark.text) ? light.text : dark.text);
            m_texts.push_back(text);
            if (column > row)
                spoken << tr("%1 and %2: %3").arg(letterOf(row), letterOf(column), QLocale().toString(value, 'f', 2));
        }
    tellPainted(m_plot, spoken.join(u", "_s));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

GateLinesPlot::GateLinesPlot(Theme& theme, Kind kind, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_kind(kind),
      m_plot(new QCustomPlot),
      m_limit(new QCPItemStraightLine(m_plot)),
      m_cursor(new QCPItemStraightLine(m_plot)) {
    nameControl(m_plot, kind == Cosines ? u"mix_gates_layers_plot"_s : u"mix_gates_cond_plot"_s,
                kind == Cosines ? tr("Cosine over layers") : tr("Condition number over layers"));
    m_plot->setLayoutDirection(Qt::LeftToRight);
    m_plot->setFocusPolicy(Qt::StrongFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plot);
    if (kind == Conditions) {
        m_plot->yAxis->setScaleType(QCPAxis::stLogarithmic);
        m_plot->yAxis->setTicker(QSharedPointer<QCPAxisTickerLog>(new QCPAxisTickerLog));
    }
    connect(m_plot, &QCustomPlot::mousePress, this, [this](QMouseEvent* event) {
        const int site = qRound(m_plot->xAxis->pixelToCoord(event->position().x()));
        if (site >= 0 && site < static_cast<int>(m_sites.size())) Q_EMIT siteClicked(site);
    });
    connect(&theme, &Theme::changed, this, &GateLinesPlot::applyTheme);
    applyTheme();
}

void GateLinesPlot::applyTheme() {
    const ThemeTokens& tokens = m_theme.tokens();
    m_plot->setBackground(tokens.panel);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) themeAxis(axis, tokens, small);
    m_limit->setPen(QPen(tokens.warn, 1.0, Qt::DashLine));
    m_cursor->setPen(QPen(tokens.accent, 1.5));
    show(m_sites, m_experts);
}

void GateLinesPlot::show(const std::vector<GateSite>& sites, int experts) {
    m_sites = sites;
    m_experts = experts;
    m_plot->clearPlottables();
    const double last = std::max<double>(1.0, static_cast<double>(sites.size()) - 1.0);
    m_plot->xAxis->setRange(-0.5, last + 0.5);
    QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    const std::size_t every = std::max<std::size_t>(1, sites.size() / 8);
    for (std::size_t i = 0; i < sites.size(); i += every)
        ticker->addTick(static_cast<double>(i),
                        QString::fromStdString(sites[i].label.substr(0, sites[i].label.find('.'))));
    m_plot->xAxis->setTicker(ticker);
    m_kind == Cosines ? drawCosines() : drawConditions();
    const double limit = m_kind == Cosines ? kParallelCosine : kDegenerateCondition;
    m_limit->point1->setCoords(0.0, limit);
    m_limit->point2->setCoords(1.0, limit);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void GateLinesPlot::drawCosines() {
    struct Pair {
        int a, b;
        double mean;
    };
    std::vector<Pair> pairs;
    const GateReport report{std::vector<std::string>(static_cast<std::size_t>(m_experts)), m_sites};
    for (int a = 0; a < m_experts; ++a)
        for (int b = a + 1; b < m_experts; ++b) pairs.push_back({a, b, meanCosine(report, a, b)});
    std::ranges::sort(pairs, std::greater<>(), &Pair::mean);
    const ThemeTokens& tokens = m_theme.tokens();
    QStringList spoken;
    for (std::size_t i = pairs.size(); i-- > 0;) {
        const Pair& pair = pairs[i];
        QCPGraph* graph = m_plot->addGraph();
        const bool isColoured = i < kColouredPairs;
        QPen pen(isColoured ? expertLook(static_cast<int>(i), tokens).fill : tokens.control, isColoured ? 2.0 : 1.0);
        graph->setPen(pen);
        graph->setName(letterOf(pair.a) + u"–"_s + letterOf(pair.b));
        for (std::size_t site = 0; site < m_sites.size(); ++site)
            graph->addData(static_cast<double>(site),
                           m_sites[site].cosines[static_cast<std::size_t>(pair.a * m_experts + pair.b)]);
        spoken << tr("%1 mean %2").arg(graph->name(), QLocale().toString(pair.mean, 'f', 2));
    }
    m_plot->yAxis->setRange(-1.05, 1.05);
    tellPainted(m_plot, spoken.join(u", "_s));
}

void GateLinesPlot::drawConditions() {
    auto* bars = new QCPBars(m_plot->xAxis, m_plot->yAxis);
    const ThemeTokens& tokens = m_theme.tokens();
    bars->setPen(Qt::NoPen);
    bars->setBrush(tokens.accent);
    bars->setBaseValue(kLeastCondition);
    bars->setWidth(0.8);
    double most = 10.0;
    for (std::size_t site = 0; site < m_sites.size(); ++site) {
        const double value = std::clamp(m_sites[site].conditionNumber, kLeastCondition, kMostCondition);
        bars->addData(static_cast<double>(site), std::max(value, kLeastCondition * 1.02));
        most = std::max(most, value);
    }
    m_plot->yAxis->setRange(kLeastCondition, most * 1.2);
    tellPainted(m_plot, tr("%n decision(s)", nullptr, static_cast<int>(m_sites.size())));
}

void GateLinesPlot::setCursorAt(int site) {
    m_cursor->setVisible(site >= 0);
    const double low = m_kind == Cosines ? -1.0 : kLeastCondition, high = m_kind == Cosines ? 1.0 : kMostCondition;
    m_cursor->point1->setCoords(site, low);
    m_cursor->point2->setCoords(site, high);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

}  // namespace segmoe::ui
