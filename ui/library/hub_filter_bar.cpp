// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/hub_filter_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>

#include "ui/bridge/settings.h"
#include "ui/widgets/escape_clears.h"
#include "ui/widgets/field.h"
#include "ui/widgets/wrap_layout.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTypingMs = 300;

QString prefixOf(HubSite site) { return site == HubSite::CivitAi ? u"civitai_"_s : u"hf_"_s; }

template <class E>
void add(QComboBox& combo, const QString& text, E value) {
    combo.addItem(text, static_cast<int>(value));
}

}  // namespace

HubFilterBar::HubFilterBar(HubSite site, Settings& settings, QWidget* parent)
    : QWidget(parent),
      m_site(site),
      m_settings(settings),
      m_text(new QLineEdit),
      m_usable(new QCheckBox(tr("Only usable files"))) {
    const QString prefix = prefixOf(site);
    const bool isCivitai = site == HubSite::CivitAi;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* first = new WrapLayout(8);
    auto* second = new WrapLayout(8);
    auto* third = new WrapLayout(8, 6, WrapLayout::Rest::Between);
    for (WrapLayout* row : {first, second, third}) column->addLayout(row);
    m_text->setPlaceholderText(tr("Search models"));
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(140);
    clearOnEscape(*m_text);
    nameControl(m_text, prefix + u"search_edit"_s, tr("Search"), tr("Words of the model's name."));
    first->add(m_text, 1);
    m_type = combo(*first, prefix + u"type_combo"_s, tr("Type"), tr("What kind of model to look for."));
    add(*m_type, tr("Checkpoint"), HubKind::Checkpoint);
    add(*m_type, tr("LoRA"), HubKind::Lora);
    if (!isCivitai) add(*m_type, tr("Mixture"), HubKind::Mixture);
    add(*m_type, tr("VAE"), HubKind::Vae);
    m_base = combo(*first, prefix + u"base_combo"_s, tr("Base"), tr("The architecture the model is made for."));
    fillBases();
    m_sort = combo(*second, prefix + u"sort_combo"_s, tr("Sort"), tr("Order of the results."));
    if (isCivitai) {
        add(*m_sort, tr("Most downloaded"), HubSort::Downloads);
        add(*m_sort, tr("Highest rated"), HubSort::Rating);
        add(*m_sort, tr("Newest"), HubSort::Newest);
        m_period = combo(*second, prefix + u"period_combo"_s, tr("Time"),
                         tr("The time in which downloads and ratings count."));
        add(*m_period, tr("All time"), HubPeriod::AllTime);
        add(*m_period, tr("Year"), HubPeriod::Year);
        add(*m_period, tr("Month"), HubPeriod::Month);
        add(*m_period, tr("Week"), HubPeriod::Week);
        add(*m_period, tr("Day"), HubPeriod::Day);
    } else {
        add(*m_sort, tr("Downloads"), HubSort::Downloads);
        add(*m_sort, tr("Trending"), HubSort::Trending);
        add(*m_sort, tr("Likes"), HubSort::Likes);
        add(*m_sort, tr("Newest"), HubSort::Newest);
        add(*m_sort, tr("Updated"), HubSort::Updated);
    }
    m_usable->setChecked(true);
    nameControl(m_usable, prefix + u"usable_check"_s, tr("Only usable files"),
                tr("Leave out what this program cannot open, such as pickle files."));
    second->add(m_usable);
    if (isCivitai) {
        m_commercial = new QCheckBox(tr("Only commercial use allowed"));
        nameControl(m_commercial, prefix + u"commercial_check"_s, tr("Only commercial use allowed"),
                    tr("Models whose authors let you sell the pictures you make."));
        third->add(m_commercial);
        connect(m_commercial, &QCheckBox::toggled, this, &HubFilterBar::changed);
    }
    if (isCivitai) {
        m_mature = combo(*third, prefix + u"mature_combo"_s, tr("Mature previews"),
                         tr("How pictures are shown that are not for everybody."));
        add(*m_mature, tr("Hidden"), MaturePreviews::Hidden);
        add(*m_mature, tr("Blurred"), MaturePreviews::Blurred);
        add(*m_mature, tr("Shown"), MaturePreviews::Shown);
        m_mature->setCurrentIndex(settings.choice(keys::kMaturePreviews));
        connect(m_mature, &QComboBox::activated, this, &HubFilterBar::chooseMature);
    }
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingMs);
    connect(&m_typing, &QTimer::timeout, this, &HubFilterBar::changed);
    connect(m_text, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_text, &QLineEdit::returnPressed, this, [this] {
        m_typing.stop();
        Q_EMIT changed();
    });
    for (QComboBox* box : {m_type, m_base, m_sort, m_period})
        if (box) connect(box, &QComboBox::activated, this, &HubFilterBar::changed);
    connect(m_usable, &QCheckBox::toggled, this, &HubFilterBar::onlyUsableChanged);
}

QComboBox* HubFilterBar::combo(WrapLayout& row, const QString& name, const QString& label, const QString& toolTip) {
    auto* caption = new QLabel(label, this);
    caption->setProperty("role", u"secondary"_s);
    auto* box = new QComboBox(this);
    caption->setBuddy(box);
    nameControl(box, name, label, toolTip);
    row.add(beside({caption, box}));
    return box;
}

void HubFilterBar::fillBases() {
    const QString chosen = m_base->currentData().toString();
    m_base->clear();
    if (!m_mixArchitecture.isEmpty()) m_base->addItem(tr("Fits the mix"), u"mix"_s);
    m_base->addItem(tr("Any"), QString());
    m_base->addItem(u"SDXL"_s, u"sdxl"_s);
    m_base->addItem(u"SD1.5"_s, u"sd1"_s);
    m_base->setCurrentIndex(qMax(0, m_base->findData(chosen)));
}

void HubFilterBar::setMixArchitecture(const QString& architecture) {
    if (architecture == m_mixArchitecture) return;
    const bool hadMix = m_base->currentData().toString() == "mix"_L1;
    m_mixArchitecture = architecture;
    fillBases();
    if (hadMix) Q_EMIT changed();
}

HubSearch HubFilterBar::search() const {
    HubSearch search;
    search.site = m_site;
    search.text = m_text->text().trimmed().toStdString();
    search.limit = 40;
    search.kind = static_cast<HubKind>(m_type->currentData().toInt());
    const QString base = m_base->currentData().toString();
    search.architecture = (base == "mix"_L1 ? m_mixArchitecture : base).toStdString();
    search.sort = static_cast<HubSort>(m_sort->currentData().toInt());
    if (m_period) search.period = static_cast<HubPeriod>(m_period->currentData().toInt());
    if (m_commercial) search.onlyCommercial = m_commercial->isChecked();
    search.withMature = maturePreviews() != MaturePreviews::Hidden;
    return search;
}

void HubFilterBar::setText(const QString& text) {
    const QSignalBlocker blocker(m_text);
    m_text->setText(text);
    m_typing.stop();
    Q_EMIT changed();
}

void HubFilterBar::focusText() {
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

bool HubFilterBar::isOnlyUsable() const { return m_usable->isChecked(); }

void HubFilterBar::showUnusable() { m_usable->setChecked(false); }

MaturePreviews HubFilterBar::maturePreviews() const {
    return m_mature ? static_cast<MaturePreviews>(m_settings.choice(keys::kMaturePreviews)) : MaturePreviews::Hidden;
}

void HubFilterBar::chooseMature(int index) {
    const int before = m_settings.choice(keys::kMaturePreviews);
    if (index == before) return;
    if (index == static_cast<int>(MaturePreviews::Shown)) return askAboutMature();
    m_settings.setChoice(keys::kMaturePreviews, index);
    Q_EMIT maturePreviewsChanged(maturePreviews());
    const bool isOtherQuestion = (before == 0) != (index == 0);
    if (isOtherQuestion) Q_EMIT changed();
}

void HubFilterBar::askAboutMature() {
    auto* box = new QMessageBox(QMessageBox::Question, tr("Mature previews"),
                                tr("Show pictures that are not for everybody?"), QMessageBox::NoButton, this);
    box->setObjectName(u"consent_dialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("CivitAI has pictures of nudity and violence. You can hide them again here."));
    QPushButton* show = box->addButton(tr("Show them"), QMessageBox::AcceptRole);
    show->setObjectName(u"consent_dialog_ok_button"_s);
    QPushButton* stay = box->addButton(tr("Do not show them"), QMessageBox::RejectRole);
    stay->setObjectName(u"consent_dialog_cancel_button"_s);
    box->setDefaultButton(stay);
    connect(box, &QMessageBox::finished, this, [this, box, show] {
        const int before = m_settings.choice(keys::kMaturePreviews);
        if (box->clickedButton() == show) {
            m_settings.set(keys::kMaturePreviews, static_cast<int>(MaturePreviews::Shown));
            Q_EMIT maturePreviewsChanged(MaturePreviews::Shown);
            if (before == 0) Q_EMIT changed();
        }
        m_mature->setCurrentIndex(m_settings.choice(keys::kMaturePreviews));
    });
    box->open();
}

}  // namespace segmoe::ui
