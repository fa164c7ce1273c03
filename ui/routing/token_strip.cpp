// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/token_strip.h"

#include <algorithm>
#include <cmath>

#include "ui/bridge/qt_convert.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kUprightTokens = 20;  ///< beyond these the words are turned

}  // namespace

TokenStrip::TokenStrip(Theme& theme, RoutingController& controller, QWidget* parent)
    : RoutingChart(theme, controller, u"routing_token"_s, tr("Text path"), RoutingPart::Value | RoutingPart::Token,
                   parent),
      m_rect(addAxisRect(plot(), 0)),
      m_shares(std::make_unique<StackedShares>(*m_rect)),
      m_map(new QCPColorMap(m_rect->axis(QCPAxis::atBottom), m_rect->axis(QCPAxis::atLeft))),
      m_cursor(new QCPItemRect(&plot())) {
    m_map->setInterpolate(false);
    m_map->setTightBoundary(false);
    m_map->setAntialiased(false);
    m_cursor->setClipAxisRect(m_rect);
    for (QCPItemPosition* corner : {m_cursor->topLeft, m_cursor->bottomRight})
        corner->setAxes(m_rect->axis(QCPAxis::atBottom), m_rect->axis(QCPAxis::atLeft));
}

const TextPath* TokenStrip::path() const {
    const RoutingDetail* detail = model().detail();
    return detail && !detail->textPaths.empty() ? &detail->textPaths.front() : nullptr;
}

const std::vector<std::string>& TokenStrip::words(const TextPath& path) const {
    return half() == 1 ? path.negativeTokens : path.tokens;
}

int TokenStrip::shownTokens(const TextPath& path) const {
    const auto recorded = path.preferred[half()].size() / static_cast<std::size_t>(std::max(1, model().experts()));
    auto last = std::min(words(path).size(), recorded);
    // The filling after the end carries no text.
    while (last > 0 && words(path)[last - 1].empty()) --last;
    return static_cast<int>(last);
}

Matrix TokenStrip::weights(const TextPath& path, ValueKind value) const {
    const std::vector<float>& from = value == ValueKind::Applied ? path.applied[half()] : path.preferred[half()];
    Matrix result(shownTokens(path), model().experts());
    for (std::size_t i = 0; i < result.values.size() && i < from.size(); ++i)
        result.values[i] = static_cast<double>(from[i]);
    return result;
}

void TokenStrip::refresh() {
    const TextPath* text = path();
    if (!text) {
        frame().showReason(model().layout().textSites.empty() ? tr("This mixture does not route the text.")
                                                              : tr("This capture does not hold the text path."));
        return;
    }
    const Matrix shares = weights(*text, selection().value);
    const bool applied = selection().value == ValueKind::Applied;
    QCPAxis* words = m_rect->axis(QCPAxis::atBottom);
    QCPAxis* height = m_rect->axis(QCPAxis::atLeft);
    words->setRange(-0.5, std::max(0.5, shares.rows - 0.5));
    m_map->setVisible(!applied);
    if (applied) {
        m_shares->show(shares, tokens());
        height->setRange(0.0, 1.0);
        height->setRangeReversed(false);
        height->setTicker(QSharedPointer<QCPAxisTickerText>(new QCPAxisTickerText));
    } else {
        m_shares->clear();
        m_map->data()->setSize(shares.rows, shares.columns);
        m_map->data()->setRange({0.0, shares.rows - 1.0}, {0.0, shares.columns - 1.0});
        for (int token = 0; token < shares.rows; ++token)
            for (int expert = 0; expert < shares.columns; ++expert)
                m_map->data()->setCell(token, expert, shares.at(token, expert));
        m_map->setGradient(gradientFrom(heatStops(HeatPalette::Cividis)));
        m_map->setDataRange({0.0, 1.0});
        height->setRange(-0.5, shares.columns - 0.5);
        height->setRangeReversed(true);
        QSharedPointer<QCPAxisTickerText> letters(new QCPAxisTickerText);
        for (int expert = 0; expert < shares.columns; ++expert) letters->addTick(expert, QString(expertLetter(expert)));
        height->setTicker(letters);
    }
    showTicks(*text);
    showParts(*text);
    const std::vector<int> chosen(text->chosen.begin(), text->chosen.end());
    frame().setCaption(tr("chosen for the whole render: %1 · %2").arg(expertLetters(chosen), valueText(selection())));
    frame().setSummary(
        tr("Text path of %n token(s). Chosen for the whole render: %1.", "", shares.rows).arg(expertLetters(chosen)));
}

void TokenStrip::showTicks(const TextPath& path) {
    QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    const int count = shownTokens(path);
    for (int token = 0; token < count; ++token)
        ticker->addTick(token, toText(words(path)[static_cast<std::size_t>(token)]));
    QCPAxis* axis = m_rect->axis(QCPAxis::atBottom);
    axis->setTicker(ticker);
    axis->setTickLabelRotation(count > kUprightTokens ? 60.0 : 0.0);
}

void TokenStrip::showParts(const TextPath& path) {
    for (int i = plot().itemCount() - 1; i >= 0; --i)
        if (plot().item(i) != m_cursor) plot().removeItem(i);
    const double top = m_rect->axis(QCPAxis::atLeft)->range().upper;
    const double bottom = m_rect->axis(QCPAxis::atLeft)->range().lower;
    for (int token = path.partLength; path.partLength > 0 && token < shownTokens(path); token += path.partLength) {
        auto* border = new QCPItemLine(&plot());
        border->setClipAxisRect(m_rect);
        for (QCPItemPosition* end : {border->start, border->end})
            end->setAxes(m_rect->axis(QCPAxis::atBottom), m_rect->axis(QCPAxis::atLeft));
        border->start->setCoords(token - 0.5, bottom);
        border->end->setCoords(token - 0.5, top);
        border->setPen(QPen(tokens().text, 1.5, Qt::DashLine));
    }
    const int token = selection().token;
    m_cursor->setVisible(token >= 0);
    m_cursor->setPen(QPen(tokens().focus, 3.0));
    m_cursor->topLeft->setCoords(token - 0.5, top);
    m_cursor->bottomRight->setCoords(token + 0.5, bottom);
}

int TokenStrip::tokenAt(QPoint position) const {
    const TextPath* text = path();
    if (!text || position.x() < m_rect->left() || position.x() > m_rect->right()) return -1;
    const auto token = static_cast<int>(std::lround(m_rect->axis(QCPAxis::atBottom)->pixelToCoord(position.x())));
    return token >= 0 && token < shownTokens(*text) ? token : -1;
}

QString TokenStrip::textAt(QPoint position) const {
    const int token = tokenAt(position);
    if (token < 0) return {};
    const Matrix preferred = weights(*path(), ValueKind::Preferred);
    const Matrix applied = weights(*path(), ValueKind::Applied);
    QStringList parts;
    for (int expert = 0; expert < model().experts(); ++expert)
        parts << tr("%1 weight %2, preferred %3")
                     .arg(expertTitle(model(), expert), number(applied.at(token, expert)),
                          number(preferred.at(token, expert)));
    return tr("“%1”: %2").arg(toText(words(*path())[static_cast<std::size_t>(token)]), parts.join(u"; "_s));
}

void TokenStrip::pressed(QPoint position, Qt::KeyboardModifiers) {
    if (const int token = tokenAt(position); token >= 0) cellChosen(token, 0, {});
}

void TokenStrip::cellChosen(int token, int, Qt::KeyboardModifiers) {
    controller().setToken(token == selection().token ? -1 : token);
}

PlotTable TokenStrip::table() const {
    PlotTable table;
    const TextPath* text = path();
    if (!text) return table;
    for (const QString& title : expertTitles(model())) table.columns << tr("%1 preferred").arg(title);
    for (const QString& title : expertTitles(model())) table.columns << tr("%1 applied").arg(title);
    const Matrix preferred = weights(*text, ValueKind::Preferred);
    const Matrix applied = weights(*text, ValueKind::Applied);
    for (int token = 0; token < preferred.rows; ++token) {
        QVariantList cells;
        for (int expert = 0; expert < model().experts(); ++expert) cells << plotNumber(preferred.at(token, expert));
        for (int expert = 0; expert < model().experts(); ++expert) cells << plotNumber(applied.at(token, expert));
        table.addRow(toText(words(*text)[static_cast<std::size_t>(token)]), cells);
    }
    return table;
}

}  // namespace segmoe::ui
