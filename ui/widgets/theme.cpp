// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/theme.h"

#include <vector>

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QPalette>

#include "ui/bridge/settings.h"
#include "ui/widgets/expert_palette.h"
#include "ui/widgets/svg_icon.h"

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

QString points(double size) { return u"%1pt"_s.arg(size, 0, 'f', 2); }

/// Content heights of the style sheet: borders and padding come on top.
void replaceSizes(QString& sheet, const ThemeOptions& options, double fontSize) {
    const int control = options.density == Density::Compact ? 24 : 28;
    const int ring = options.highContrast ? 3 : 2;
    const std::pair<QString, QString> sizes[] = {{u"@{title}"_s, points(fontSize * 1.5)},
                                                 {u"@{heading}"_s, points(fontSize * 1.2)},
                                                 {u"@{caption}"_s, points(fontSize * 0.9)},
                                                 {u"@{height}"_s, u"%1px"_s.arg(control - 2)},
                                                 {u"@{heightFocus}"_s, u"%1px"_s.arg(control - 2 * ring)},
                                                 {u"@{primaryHeight}"_s, u"%1px"_s.arg(control + 4)},
                                                 {u"@{ring}"_s, u"%1px"_s.arg(ring)},
                                                 {u"@{padFocus}"_s, u"%1px"_s.arg(9 - ring)},
                                                 {u"@{buttonPadFocus}"_s, u"%1px"_s.arg(13 - ring)}};
    for (const auto& [name, value] : sizes) sheet.replace(name, value);
}

QString styleSheetFrom(const ThemeTokens& tokens, const ThemeOptions& options, double fontSize) {
    QFile file(u":/themes/studio.qss"_s);
    if (!file.open(QIODevice::ReadOnly)) return {};
    QString sheet = QString::fromUtf8(file.readAll());
    for (const auto& [name, color] : namedTokens(tokens)) sheet.replace(u"@{"_s + name + u'}', color.name());
    replaceSizes(sheet, options, fontSize);
    return sheet.replace(u"@{theme}"_s, tokens.dark ? u"dark"_s : u"light"_s);
}

/// What menus and tooltips do on this system when they come; nothing of it where motion is reduced.
void showEffects(bool shown) {
    static const std::vector<Qt::UIEffect> wanted = [] {
        std::vector<Qt::UIEffect> effects;
        for (Qt::UIEffect effect : {Qt::UI_AnimateMenu, Qt::UI_FadeMenu, Qt::UI_AnimateCombo, Qt::UI_AnimateTooltip,
                                    Qt::UI_FadeTooltip, Qt::UI_AnimateToolBox})
            if (QApplication::isEffectEnabled(effect)) effects.push_back(effect);
        return effects;
    }();
    for (Qt::UIEffect effect : wanted) QApplication::setEffectEnabled(effect, shown);
}

}  // namespace

ThemeOptions themeOptions(const Settings& settings) {
    return {.mode = settings.theme(),
            .highContrast = settings.get(keys::kHighContrast),
            .reducedMotion = settings.get(keys::kReducedMotion),
            .textScale = settings.get(keys::kTextScale),
            .density = settings.get(keys::kDensity),
            .expertPatterns = settings.get(keys::kExpertPatterns)};
}

Theme::Theme(QObject* parent)
    : QObject(parent), m_tokens(lightTokens()), m_systemFontSize(QApplication::font().pointSizeF()) {
    QApplication::setStyle(u"Fusion"_s);
    readSystem();
    qApp->installEventFilter(this);
}

void Theme::setMode(ThemeMode mode) {
    ThemeOptions options = m_options;
    options.mode = mode;
    setOptions(options);
}

void Theme::setOptions(const ThemeOptions& options) {
    m_options = options;
    apply();
}

void Theme::apply() {
    m_applying = true;
    const bool dark = m_options.mode == ThemeMode::Dark || (m_options.mode == ThemeMode::System && m_systemDark);
    m_tokens = dark ? darkTokens() : lightTokens();
    if (m_options.highContrast) m_tokens = highContrast(m_tokens);
    setExpertPatterns(m_options.expertPatterns);
    const double size = m_systemFontSize * m_options.textScale;
    QFont font = QApplication::font();
    font.setPointSizeF(size);
    QApplication::setFont(font);
    QApplication::setPalette(paletteFrom(m_tokens));
    qApp->setStyleSheet(styleSheetFrom(m_tokens, m_options, size));
    showEffects(motionMs() > 0);
    m_applying = false;
    Q_EMIT changed();
}

void Theme::readSystem() {
    m_applying = true;
    // Our own palette hides the system's: without one of ours the base palette of the platform shows through.
    QApplication::setPalette(QPalette());
    m_systemDark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    m_applying = false;
}

bool Theme::eventFilter(QObject* watched, QEvent* event) {
    // The style moves busy bars and fades scroll bars with these events: a target that takes none ends its animation.
    if (event->type() == QEvent::StyleAnimationUpdate) return motionMs() == 0;
    if (m_applying) return false;
    const bool paletteOfTheSystem = event->type() == QEvent::ApplicationPaletteChange && watched == qApp;
    if (paletteOfTheSystem) {
        m_systemDark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
        if (m_options.mode == ThemeMode::System) apply();
    } else if (event->type() == QEvent::ThemeChange && watched->isWindowType()) {
        readSystem();
        apply();
    }
    return false;
}

QIcon Theme::icon(const QString& name, bool onAccent) const {
    return svgIcon(name, onAccent ? m_tokens.onAccent : m_tokens.text, m_tokens.disabled);
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
