// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/picture_actions.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIconFrame = 20;  ///< pixels that a button has around its icon
constexpr int kWordGap = 10;    ///< between icon and word, and after it

}  // namespace

PictureActions::PictureActions(Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_star(new QToolButton), m_compare(new QToolButton), m_routing(new QPushButton) {
    setObjectName(u"render_actions_panel"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSizeConstraint(QLayout::SetNoConstraint);  // words give way to icons: resizeEvent()
    row->setSpacing(8);
    addButton(new QPushButton, theme, u"render_copy_button"_s, u"copy"_s, tr("Copy"),
              tr("Copy the picture (Ctrl+Shift+C)"), Act::Copy);
    addButton(new QPushButton, theme, u"render_saveas_button"_s, u"save"_s, tr("Save as…"),
              tr("Save the picture with its settings (Ctrl+S)"), Act::SaveAs);
    addButton(new QPushButton, theme, u"render_useseed_button"_s, u"seed"_s, tr("Use seed"),
              tr("Put the seed of this picture into the form"), Act::UseSeed);
    addButton(m_star, theme, u"render_star_button"_s, u"star"_s, tr("Star"), tr("Star this picture"), Act::Star);
    addButton(m_compare, theme, u"render_compare_button"_s, u"compare"_s, tr("Compare"),
              tr("Compare with the picture before"), Act::Compare);
    row->addStretch(1);
    addButton(m_routing, theme, u"render_routing_button"_s, u"routing"_s, tr("Open in Routing"), {}, Act::Routing);
    m_star->setCheckable(true);
    m_compare->setCheckable(true);
    connect(&theme, &Theme::changed, this, [this] { setStarred(isStarred()); });
    setPicture(nullptr);
}

void PictureActions::addButton(QAbstractButton* button, Theme& theme, const QString& name, const QString& icon,
                               const QString& title, const QString& toolTip, Act act) {
    nameControl(button, name, title, toolTip);
    m_titles.push_back(qobject_cast<QPushButton*>(button) ? title : QString());
    button->setText(m_titles.back());
    theme.bindIcon(button, icon);
    static_cast<QHBoxLayout*>(layout())->addWidget(button);
    m_buttons.push_back(button);
    connect(button, &QAbstractButton::clicked, this, [this, act] { Q_EMIT wanted(act); });
}

QSize PictureActions::minimumSizeHint() const {
    int width = layout()->spacing() * static_cast<int>(m_buttons.size());
    for (const QAbstractButton* button : m_buttons) width += button->iconSize().width() + kIconFrame;
    return {width, QWidget::minimumSizeHint().height()};
}

void PictureActions::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // The row as wide as it is with words, whichever it shows now.
    int needed = layout()->spacing() * static_cast<int>(m_buttons.size());
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        needed += m_buttons[i]->iconSize().width() + kIconFrame +
                  (m_titles[i].isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_titles[i]) + kWordGap);
    const bool hasWords = width() >= needed;
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const QString text = hasWords ? m_titles[i] : QString();
        if (m_buttons[i]->text() == text) continue;
        m_buttons[i]->setText(text);
        // Without words the tool tip is the only place for them.
        if (m_buttons[i]->toolTip().isEmpty()) m_buttons[i]->setToolTip(m_titles[i]);
    }
}

void PictureActions::setPicture(const PicturePtr& picture) {
    m_available = picture != nullptr;
    m_hasCapture = picture && !picture->image.trace.empty();
    m_file.clear();
    for (QAbstractButton* button : m_buttons) button->setEnabled(m_available);
    m_star->setEnabled(false);
    m_routing->setEnabled(m_hasCapture);
    m_routing->setToolTip(m_hasCapture  ? tr("See which expert fired where (Ctrl+Shift+R)")
                          : m_available ? tr("This picture has no routing capture.")
                                        : tr("Needs a picture with a routing capture."));
    setStarred(false);
}

void PictureActions::setFile(const QString& file) {
    m_file = file;
    m_star->setEnabled(m_available && !file.isEmpty());
}

void PictureActions::setStarred(bool starred) {
    m_star->setChecked(starred);
    m_star->setIcon(m_theme.icon(starred ? u"star-full"_s : u"star"_s));
    m_star->setToolTip(starred ? tr("Take the star away") : tr("Star this picture"));
}

bool PictureActions::isStarred() const { return m_star->isChecked(); }

void PictureActions::setCompareAvailable(bool available) {
    m_compare->setEnabled(available);
    m_compare->setToolTip(available ? tr("Compare with the picture before") : tr("Needs two pictures."));
    if (!available) m_compare->setChecked(false);
}

void PictureActions::openMenu(const QPoint& globalPosition) {
    if (!m_available) return;
    auto* menu = new QMenu(this);
    menu->setObjectName(u"render_picture_menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto entry = [this](QMenu* into, const QString& text, Act act, bool enabled = true) {
        into->addAction(text, this, [this, act] { Q_EMIT wanted(act); })->setEnabled(enabled);
    };
    const bool hasFile = !m_file.isEmpty();
    entry(menu, tr("Copy image"), Act::Copy);
    entry(menu, tr("Copy without metadata"), Act::CopyPlain);
    entry(menu, tr("Save as…"), Act::SaveAs);
    entry(menu, tr("Use seed"), Act::UseSeed);
    QMenu* recall = menu->addMenu(tr("Recall"));
    for (const auto& [part, title] : {std::pair(RecallPart::All, tr("All")),
                                      {RecallPart::Prompt, tr("Prompt")},
                                      {RecallPart::Seed, tr("Seed")},
                                      {RecallPart::Size, tr("Size")},
                                      {RecallPart::Remix, tr("Everything but the seed")}})
        recall->addAction(title, this, [this, part = part] { Q_EMIT recallWanted(part); });
    menu->addSeparator();
    entry(menu, tr("Open in Routing"), Act::Routing, m_hasCapture);
    entry(menu, tr("Show in Gallery"), Act::Gallery, hasFile);
    entry(menu, tr("Show file"), Act::ShowFile, hasFile);
    menu->addSeparator();
    entry(menu, tr("Delete…"), Act::Delete, hasFile);
    menu->popup(globalPosition);
}

}  // namespace segmoe::ui
