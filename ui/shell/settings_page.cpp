// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/settings_page.h"

#include <algorithm>

#include <QCheckBox>
#include <QCoreApplication>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/bridge/settings.h"
#include "ui/shell/about_section.h"
#include "ui/shell/action_table.h"
#include "ui/shell/setting_controls.h"
#include "ui/shell/shortcut_section.h"
#include "ui/widgets/escape_clears.h"
#include "ui/widgets/field.h"
#include "ui/widgets/help_button.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSideWidth = 208;
constexpr int kWidest = 760;

struct SectionText {
    const char* name;
    const char* icon;
};

constexpr SectionText kSections[kSettingSections] = {
    {QT_TRANSLATE_NOOP("SettingRows", "General"), "settings"},
    {QT_TRANSLATE_NOOP("SettingRows", "Appearance"), "palette"},
    {QT_TRANSLATE_NOOP("SettingRows", "Rendering"), "picture"},
    {QT_TRANSLATE_NOOP("SettingRows", "Device and memory"), "cpu"},
    {QT_TRANSLATE_NOOP("SettingRows", "Hubs and tokens"), "cloud"},
    {QT_TRANSLATE_NOOP("SettingRows", "Images"), "save"},
    {QT_TRANSLATE_NOOP("SettingRows", "Routing"), "routing"},
    {QT_TRANSLATE_NOOP("SettingRows", "Mix"), "mix"},
    {QT_TRANSLATE_NOOP("SettingRows", "Shortcuts"), "keyboard"},
    {QT_TRANSLATE_NOOP("SettingRows", "About"), "info"},
};

QString sectionName(SettingSection section) { return settingText(kSections[static_cast<int>(section)].name); }

bool hasContent(SettingSection section) {
    if (section == SettingSection::Shortcuts || section == SettingSection::About) return true;
    for (const SettingRow& row : settingRows())
        if (row.section == section) return true;
    return false;
}

}  // namespace

SettingsPage::SettingsPage(StudioContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_find(new QLineEdit),
      m_restore(new QPushButton(tr("Restore defaults of this page"))),
      m_sections(new QListWidget),
      m_title(new QLabel),
      m_nothing(new QLabel(tr("No setting matches these words."))),
      m_note(new QLabel(tr("Changes apply at once. Items marked (restart) apply at the next start."))),
      m_card(new QFrame),
      m_grid(new QGridLayout(m_card)) {
    setObjectName(u"settings_page"_s);
    setAttribute(Qt::WA_StyledBackground);
    fillSections();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHeader());
    auto* body = new QHBoxLayout;
    body->setSpacing(0);
    column->addLayout(body, 1);
    auto* side = new QWidget;
    side->setObjectName(u"settings_side"_s);
    side->setAttribute(Qt::WA_StyledBackground);
    body->addWidget(side);
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(8, 12, 8, 12);
    sideColumn->addWidget(m_sections);
    buildBody(*body);
    setTabOrder(m_restore, m_sections);
    connect(m_sections, &QListWidget::currentRowChanged, this, [this] {
        m_find->clear();
        filter();
    });
    connect(m_find, &QLineEdit::textChanged, this, &SettingsPage::filter);
    connect(m_restore, &QPushButton::clicked, this, &SettingsPage::restoreDefaults);
    context.actions.onPage(ActionId::EditFind, this, [this] { m_find->setFocus(Qt::ShortcutFocusReason); });
    m_sections->setCurrentRow(0);
    for (int section = 1; section < kSettingSections; ++section) m_turns.add([this, section] { makeRows(section); });
}

void SettingsPage::fillSections() {
    nameControl(m_sections, u"settings_section_list"_s, tr("Sections"));
    m_sections->setProperty("role", u"menu"_s);
    m_sections->setFixedWidth(kSideWidth);
    for (int i = 0; i < kSettingSections; ++i) {
        if (!hasContent(static_cast<SettingSection>(i))) continue;
        auto* item = new QListWidgetItem(settingText(kSections[i].name), m_sections);
        item->setData(Qt::UserRole, i);
        const auto draw = [&theme = m_context.theme, item, i] {
            item->setIcon(theme.icon(QLatin1String(kSections[i].icon)));
            item->setSizeHint({0, item->listWidget()->fontMetrics().height() + 18});
        };
        draw();
        connect(&m_context.theme, &Theme::changed, m_sections, draw);
    }
}

QWidget* SettingsPage::buildHeader() {
    nameControl(m_find, u"settings_find_edit"_s, tr("Find a setting"));
    m_find->setPlaceholderText(tr("Find a setting…"));
    m_find->setClearButtonEnabled(true);
    clearOnEscape(*m_find);
    m_find->setMaximumWidth(360);
    nameControl(m_restore, u"settings_restore_button"_s, m_restore->text());
    auto* header = new QWidget;
    header->setObjectName(u"settings_header"_s);
    header->setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(16, 12, 16, 12);
    row->addWidget(m_find, 1);
    row->addStretch(1);
    row->addWidget(m_restore);
    return header;
}

/// From the outside in: see makePage().
void SettingsPage::buildBody(QBoxLayout& body) {
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(u"settings_scroll_view"_s);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    body.addWidget(scroll, 1);
    auto* content = new QWidget;
    content->setObjectName(u"settings_rows"_s);
    scroll->setWidget(content);
    auto* outer = new QHBoxLayout(content);
    outer->setContentsMargins(24, 16, 24, 16);
    auto* limited = new QWidget;
    limited->setMaximumWidth(kWidest);
    outer->addWidget(limited, 100);
    outer->addStretch(1);
    auto* inner = new QVBoxLayout(limited);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(12);
    m_shortcuts = new ShortcutSection(m_context, limited);
    m_about = new AboutSection(m_context, u"settings_about"_s, limited);
    for (QWidget* part : std::initializer_list<QWidget*>{m_title, m_nothing, m_card}) inner->addWidget(part);
    inner->addWidget(m_shortcuts, 100);
    for (QWidget* part : std::initializer_list<QWidget*>{m_about, m_note}) inner->addWidget(part);
    inner->addStretch(1);
    m_title->setProperty("role", u"title"_s);
    m_nothing->setProperty("role", u"secondary"_s);
    m_note->setProperty("role", u"caption"_s);
    m_note->setWordWrap(true);
    m_card->setObjectName(u"settings_card"_s);
    m_card->setProperty("role", u"card"_s);
    m_grid->setContentsMargins(16, 12, 12, 12);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(10);
    m_grid->setColumnMinimumWidth(1, 200);
    m_grid->setColumnStretch(4, 1);
}

void SettingsPage::makeRows(int lastSection) {
    for (; m_madeSections <= lastSection; ++m_madeSections) {
        int line = 0;
        for (const SettingRow& row : settingRows()) {
            if (static_cast<int>(row.section) == m_madeSections) addRow(row, line);
            ++line;
        }
    }
}

/// Hidden at first: see filter().
void SettingsPage::addRow(const SettingRow& setting, int line) {
    QWidget* control = makeSettingControl(setting, m_context);
    if (!control) return;
    const QString name = settingText(setting.label);
    Row row{.setting = &setting, .label = new QLabel, .control = control, .help = nullptr, .section = new QLabel};
    for (QWidget* part : std::initializer_list<QWidget*>{row.label, row.control, row.section}) part->hide();
    const QString shown = setting.restart ? tr("%1 (restart)").arg(name) : name;
    // A check box says its own name.
    if (auto* check = qobject_cast<QCheckBox*>(control))
        check->setText(shown);
    else
        row.label->setText(shown);
    row.section->setText(sectionName(setting.section));
    row.section->setProperty("role", u"caption"_s);
    m_grid->addWidget(row.section, line, 0);
    m_grid->addWidget(row.label, line, 1);
    m_grid->addWidget(control, line, 2, Qt::AlignLeft | Qt::AlignVCenter);
    if (*setting.help) {
        row.help = new HelpButton(m_context.theme, settingObjectName(setting, u"help_button"_s), name,
                                  settingText(setting.help));
        row.help->hide();
        m_grid->addWidget(row.help, line, 3);
    }
    m_rows.push_back(row);
}

void SettingsPage::filter() {
    const QStringList words = m_find->text().split(u' ', Qt::SkipEmptyParts);
    const SettingSection shown = section();
    makeRows(words.isEmpty() ? static_cast<int>(shown) : kSettingSections - 1);
    bool any = false;
    for (const Row& row : m_rows) {
        const QString everything =
            settingText(row.setting->label) + u' ' + settingText(row.setting->help) + u' ' + row.section->text();
        bool visible = !words.isEmpty() || row.setting->section == shown;
        for (const QString& word : words) visible = visible && everything.contains(word, Qt::CaseInsensitive);
        any = any || visible;
        row.label->setVisible(visible && !row.label->text().isEmpty());
        row.control->setVisible(visible);
        if (row.help) row.help->setVisible(visible);
        row.section->setVisible(visible && !words.isEmpty());
    }
    const bool keys = words.isEmpty() && shown == SettingSection::Shortcuts;
    const bool about = words.isEmpty() && shown == SettingSection::About;
    m_shortcuts->setVisible(keys);
    m_about->setVisible(about);
    m_card->setVisible(any);
    m_nothing->setVisible(!any && !keys && !about);
    m_note->setVisible(any);
    m_restore->setEnabled(words.isEmpty() && !about);
    m_title->setText(words.isEmpty() ? sectionName(shown) : tr("Found settings"));
}

SettingSection sectionFromText(const QString& text) {
    const QLatin1StringView names[kSettingSections] = {"general"_L1,   "appearance"_L1, "rendering"_L1, "device"_L1,
                                                       "hubs"_L1,      "images"_L1,     "routing"_L1,   "mix"_L1,
                                                       "shortcuts"_L1, "about"_L1};
    const auto found = std::find(std::begin(names), std::end(names), text);
    return static_cast<SettingSection>(found == std::end(names) ? 0 : found - std::begin(names));
}

SettingSection SettingsPage::section() const {
    const QListWidgetItem* item = m_sections->currentItem();
    return item ? static_cast<SettingSection>(item->data(Qt::UserRole).toInt()) : SettingSection::General;
}

void SettingsPage::showSection(SettingSection section) {
    for (int i = 0; i < m_sections->count(); ++i)
        if (m_sections->item(i)->data(Qt::UserRole).toInt() == static_cast<int>(section)) m_sections->setCurrentRow(i);
}

void SettingsPage::restoreDefaults() {
    if (section() == SettingSection::Shortcuts) {
        for (const ActionRow& row : actionRows()) m_context.settings.setShortcut(QLatin1String(row.name), std::nullopt);
        m_context.actions.applyShortcuts(m_context.settings);
        return;
    }
    for (const Row& row : m_rows)
        if (row.setting->section == section()) m_context.settings.reset(settingKey(*row.setting));
}

}  // namespace segmoe::ui
