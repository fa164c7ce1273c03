// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QFile>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

QPalette paletteFrom(const ThemeTokens& t) {
    QPalette palette;
    const std::pair<QPalette::ColorRole, QColor> roles[] = {
        {QPalette::Window, t.window},        {QPalette::WindowText, t.text},  {QPalette::Base, t.panel},
        {QPalette::AlternateBase, t.window}, {QPalette::Text, t.text},        {QPalette::Button, t.panel},
        {QPalette::ButtonText, t.text},      {QPalette::BrightText, t.error}, {QPalette::Highlight, t.selection},
        {QPalette::HighlightedText, t.text}, {QPalette::Link, t.accent},      {QPalette::LinkVisited, t.accent},
        {QPalette::ToolTipBase, t.raised},   {QPalette::ToolTipText, t.text}, {QPalette::PlaceholderText, t.text2},
        {QPalette::Light, t.raised},         {QPalette::Midlight, t.border},  {QPalette::Mid, t.border},
        {QPalette::Dark, t.control},         {QPalette::Shadow, t.sunken}};
    for (const auto& [role, color] : roles) palette.setColor(role, color);
    for (QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, t.disabled);
    return palette;
}

QString styleSheetFrom(const ThemeTokens& tokens) {
    QFile file(u":/themes/studio.qss"_s);
    if (!file.open(QIODevice::ReadOnly)) return {};
    QString sheet = QString::fromUtf8(file.readAll());
    for (const auto& [name, color] : namedTokens(tokens)) sheet.replace(u"@{"_s + name + u'}', color.name());
    const double size = QApplication::font().pointSizeF();
    sheet.replace(u"@{heading}"_s, u"%1pt"_s.arg(size * 1.2)).replace(u"@{caption}"_s, u"%1pt"_s.arg(size * 0.9));
    return sheet.replace(u"@{theme}"_s, tokens.dark ? u"dark"_s : u"light"_s);
}

QPixmap renderSvg(const QByteArray& svg, const QColor& color, int side) {
    QByteArray colored = svg;
    colored.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(colored);
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

}  // namespace

Theme::Theme(QObject* parent)
    : QObject(parent),
      m_tokens(&lightTokens()),
      m_systemDark(QGuiApplication::palette().color(QPalette::Window).lightness() < 128) {
    QApplication::setStyle(u"Fusion"_s);
}

void Theme::setMode(ThemeMode mode) {
    m_mode = mode;
    const bool dark = mode == ThemeMode::Dark || (mode == ThemeMode::System && m_systemDark);
    m_tokens = dark ? &darkTokens() : &lightTokens();
    apply();
}

void Theme::apply() {
    QApplication::setPalette(paletteFrom(*m_tokens));
    qApp->setStyleSheet(styleSheetFrom(*m_tokens));
    Q_EMIT changed();
}

QIcon Theme::icon(const QString& name, bool onAccent) const {
    QFile file(u":/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly)) return {};
    const QByteArray svg = file.readAll();
    QIcon icon;
    for (int side : {20, 40, 60}) {
        icon.addPixmap(renderSvg(svg, onAccent ? m_tokens->onAccent : m_tokens->text, side), QIcon::Normal);
        icon.addPixmap(renderSvg(svg, m_tokens->disabled, side), QIcon::Disabled);
    }
    return icon;
}

void Theme::bindIcon(QAbstractButton* button, const QString& name, bool onAccent) {
    const auto set = [this, button, name, onAccent] { button->setIcon(icon(name, onAccent)); };
    set();
    connect(this, &Theme::changed, button, set);
}

void Theme::bindIcon(QAction* action, const QString& name) {
    const auto set = [this, action, name] { action->setIcon(icon(name)); };
    set();
    connect(this, &Theme::changed, action, set);
}

}  // namespace segmoe::ui
