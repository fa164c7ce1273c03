// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/hub_detail.h"

#include <algorithm>

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"
#include "ui/library/fact_rows.h"
#include "ui/library/hub_file_list.h"
#include "ui/library/hub_text.h"
#include "ui/widgets/breakable_text.h"
#include "ui/widgets/cover_picture.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_details_dialog.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPreviewHeight = 184;
constexpr int kLeastWidth = 300;

QLabel* textLabel(const QString& role) {
    auto* label = new QLabel;
    label->setProperty("role", role);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);  // strangers wrote most of it
    return label;
}

}  // namespace

HubDetail::HubDetail(Theme& theme, QWidget* parent)
    : UprightScroll(kLeastWidth, parent), m_theme(theme), m_stack(new QStackedWidget) {
    setObjectName(u"hub_detail_panel"_s);
    setAccessibleName(tr("Details of the offer"));
    m_nothing = new EmptyState(theme, u"cloud"_s, tr("Choose a model to see its versions, files and terms."));
    m_waiting = new EmptyState(theme, u"clock"_s, {});
    m_error = new EmptyState(theme, u"warning"_s, {});
    connect(m_error->addButton(u"hub_detail_retry_button"_s, tr("Try again")), &QPushButton::clicked, this,
            &HubDetail::retryWanted);
    connect(m_error->addButton(u"hub_detail_details_button"_s, tr("Details…")), &QPushButton::clicked, this,
            [this] { openErrorDetails(window(), m_trouble.failure); });
    m_content = buildContent(theme);
    for (QWidget* page : {static_cast<QWidget*>(m_nothing), static_cast<QWidget*>(m_waiting),
                          static_cast<QWidget*>(m_error), m_content})
        m_stack->addWidget(page);
    auto* card = new QWidget;
    card->setProperty("role", u"card"_s);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(12, 12, 12, 12);
    column->addWidget(m_stack);
    setWidget(card);
    card->setAutoFillBackground(false);  // its corners are round
}

QWidget* HubDetail::buildContent(Theme& theme) {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_preview = new CoverPicture(kPreviewHeight);
    m_title = textLabel(u"heading"_s);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_author = textLabel(u"secondary"_s);
    m_badge = textLabel(u"badge"_s);
    m_badge->setWordWrap(false);
    m_copy = textLabel(u"badge"_s);
    m_copy->setWordWrap(false);
    m_copy->setProperty("tone", u"warn"_s);
    m_obstacle = textLabel(u"warning"_s);
    m_obstacle->setObjectName(u"hub_obstacle_label"_s);
    auto* badges = new QHBoxLayout;
    badges->setSpacing(8);
    badges->addWidget(m_badge);
    badges->addWidget(m_copy);
    badges->addStretch(1);
    auto* head = new QVBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_title);
    head->addWidget(m_author);
    head->addLayout(badges);
    m_version = new QComboBox;
    m_version->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_files = new HubFileList;
    auto* files = new QLabel(tr("Files"));
    files->setProperty("role", u"strong"_s);
    m_facts = new FactRows;
    m_folder = textLabel(u"caption"_s);
    m_folder->setObjectName(u"hub_folder_label"_s);
    m_description = textLabel(u"secondary"_s);
    m_description->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_description->setObjectName(u"hub_description_label"_s);
    column->addWidget(m_preview);
    column->addLayout(head);
    column->addWidget(m_obstacle);
    column->addLayout(labelledField(tr("Version"), m_version, u"hub_version_combo"_s));
    column->addWidget(files);
    column->addWidget(m_files);
    column->addWidget(buildButtons(theme));
    column->addWidget(m_folder);
    column->addLayout(m_facts);
    column->addWidget(m_description);
    column->addStretch(1);
    connect(m_version, &QComboBox::activated, this, &HubDetail::showVersion);
    connect(m_files, &HubFileList::chosenChanged, this, [this] {
        fillFacts();
        updateButtons();
    });
    return content;
}

QWidget* HubDetail::buildButtons(Theme& theme) {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_get = new QPushButton;
    m_get->setProperty("role", u"primary"_s);
    m_getExpert = new QPushButton(tr("Get and add as expert"));
    m_remind = new QPushButton(tr("Remind me"));
    m_page = new QPushButton(tr("Open model page"));
    nameControl(m_get, u"hub_get_button"_s, tr("Get"));
    nameControl(m_getExpert, u"hub_get_add_button"_s, tr("Get and add as expert"),
                tr("It joins the mixture once it is here."));
    nameControl(m_remind, u"hub_remind_button"_s, tr("Remind me"),
                tr("This program tells you when the early access is over. The site learns nothing of it."));
    nameControl(m_page, u"hub_page_button"_s, tr("Open model page"), tr("In your browser."));
    connect(&theme, &Theme::changed, this, &HubDetail::updateButtons);
    theme.bindIcon(m_getExpert, u"expert"_s);
    theme.bindIcon(m_remind, u"clock"_s);
    theme.bindIcon(m_page, u"external"_s);
    for (QPushButton* button : {m_get, m_getExpert, m_remind, m_page}) column->addWidget(button);
    connect(m_get, &QPushButton::clicked, this, &HubDetail::act);
    connect(m_getExpert, &QPushButton::clicked, this, [this] {
        if (const HubFile* file = m_files->chosen())
            Q_EMIT getWanted(toText(file->reference),
                             file->variant ? std::optional(toText(*file->variant)) : std::nullopt, true);
    });
    connect(m_remind, &QPushButton::clicked, this, [this] {
        const auto known = row();
        if (known) Q_EMIT reminderWanted(!m_situation.reminders.contains(toText(known->reference)));
    });
    connect(m_page, &QPushButton::clicked, this, [this] {
        if (m_details) Q_EMIT pageWanted(toText(m_details->row.page));
    });
    return box;
}

void HubDetail::showNothing() {
    m_details.reset();
    m_stack->setCurrentWidget(m_nothing);
}

void HubDetail::showWaiting(const QString& name) {
    m_details.reset();
    m_waiting->setSentence(tr("Asking about %1…").arg(name));
    m_stack->setCurrentWidget(m_waiting);
}

void HubDetail::showTrouble(const HubTrouble& trouble, HubSite site) {
    m_details.reset();
    m_trouble = trouble;
    m_error->setSentence(troubleSentence(trouble.failure.code, site));
    m_stack->setCurrentWidget(m_error);
}

void HubDetail::showDetails(const HubDetails& details) {
    m_details = details;
    const HubRow& row = details.row;
    m_title->setText(toText(row.name));
    QStringList parts;
    if (!row.author.empty()) parts << tr("by %1").arg(toText(row.author));
    if (row.downloads > 0) parts << tr("%1 downloads").arg(countText(row.downloads));
    if (row.likes > 0) parts << tr("%1 likes").arg(countText(row.likes));
    m_author->setText(parts.join(u" · "_s));
    m_copy->setVisible(details.copiedAt != 0);
    m_copy->setText(tr("offline copy from %1").arg(momentText(details.copiedAt)));
    m_version->clear();
    for (const HubVersion& version : details.versions) {
        const QString base = toText(version.base);
        m_version->addItem(base.isEmpty() ? toText(version.name) : toText(version.name) + u" · "_s + base);
    }
    m_version->setCurrentIndex(static_cast<int>(details.current));
    m_version->setEnabled(details.versions.size() > 1);
    m_description->setText(toText(details.description));
    m_stack->setCurrentWidget(m_content);
    showVersion();
    ensureVisible(0, 0);
}

const HubVersion* HubDetail::version() const {
    const int index = m_version->currentIndex();
    if (!m_details || index < 0 || index >= static_cast<int>(m_details->versions.size())) return nullptr;
    return &m_details->versions[static_cast<std::size_t>(index)];
}

void HubDetail::showVersion() {
    const HubVersion* own = version();
    m_files->setFiles(own ? own->files : std::vector<HubFile>{});
    const QString base = own ? hubBaseText(own->architecture, own->base) : QString();
    m_badge->setText(base);
    m_badge->setVisible(!base.isEmpty());
    fillFacts();
    updateButtons();
    updatePreview();
}

std::optional<HubRow> HubDetail::row() const {
    const HubVersion* own = version();
    if (!own) return std::nullopt;
    HubRow row = m_details->row;
    row.reference = own->reference;
    row.version = row.site == HubSite::CivitAi ? own->name : std::string();
    row.base = own->base;
    row.architecture = own->architecture;
    row.state = own->state;
    row.until = own->until;
    row.presence = own->presence;
    if (const HubFile* file = m_files->chosen()) {
        row.bytes = file->bytes;
        row.precision = file->precision;
        row.sha256 = file->sha256;
    }
    return row;
}

void HubDetail::addFact(const QString& label, const QString& value) {
    if (!value.isEmpty()) m_facts->add(label, value);
}

void HubDetail::fillFacts() {
    m_facts->clear();
    const HubVersion* own = version();
    if (!own) return;
    const HubTerms& terms = m_details->row.terms;
    const std::string& licence = m_details->row.license;
    addFact(tr("Licence"), terms.isKnown     ? termsLines(terms).join(u'\n')
                           : licence.empty() ? tr("not said")
                                             : toText(licence));
    QStringList words;
    for (const std::string& word : own->triggerWords) words << toText(word);
    addFact(tr("Trigger words"), words.join(u", "_s));
    if (const HubFile* file = m_files->chosen()) {
        addFact(tr("SHA-256"), toText(file->sha256));
        if (!file->scan.empty())
            addFact(tr("Scan"), file->scan == "Success" ? tr("no problem found") : toText(file->scan));
    }
    addFact(tr("Published"), dayText(own->published));
    addFact(tr("New in this version"), toText(own->note).left(600));
}

void HubDetail::updateButtons() {
    const auto known = row();
    if (!known) return;
    HubSituation situation = m_situation;
    situation.freeBytes = m_details->freeBytes;
    situation.folder = pathText(m_details->folder);
    const HubBadge badge = badgeOf(*known, situation);
    const HubFile* file = m_files->chosen();
    const bool isGet = badge.act == HubAct::Get;
    const QString size = file && file->bytes ? byteText(static_cast<std::int64_t>(file->bytes)) : QString();
    // the terms may be accepted already, which only trying tells
    const bool mayTry = known->state == HubState::TermsNeeded && file;
    m_get->setText(isGet || mayTry                     ? (size.isEmpty() ? tr("Get") : tr("Get %1").arg(size))
                   : badge.act == HubAct::Show         ? tr("Show in My models")
                   : badge.act == HubAct::LogIn        ? tr("Add token…")
                   : badge.act == HubAct::ShowDownload ? badge.text
                                                       : tr("Get"));
    m_get->setIcon(m_theme.icon(badge.act == HubAct::Show ? u"library"_s : u"download"_s, true));
    m_get->setAccessibleName(m_get->text());
    m_get->setEnabled((isGet && file) || mayTry || badge.act == HubAct::Show || badge.act == HubAct::LogIn ||
                      badge.act == HubAct::ShowDownload);
    m_get->setToolTip(badge.reason);
    m_remind->setVisible(badge.act == HubAct::Remind);
    const bool isWaited = m_situation.reminders.contains(toText(known->reference));
    m_remind->setText(isWaited ? tr("Forget the reminder") : tr("Remind me"));
    m_remind->setAccessibleName(m_remind->text());
    m_getExpert->setEnabled(((isGet || mayTry) && file) || badge.act == HubAct::Show);
    m_getExpert->setText(badge.act == HubAct::Show ? tr("Add as expert") : tr("Get and add as expert"));
    QString obstacle = stateSentence(known->state, known->site, known->until);
    if (obstacle.isEmpty() && !badge.reason.isEmpty() && (isGet || badge.act == HubAct::None)) obstacle = badge.reason;
    m_obstacle->setText(obstacle);
    m_obstacle->setVisible(!obstacle.isEmpty());
    m_folder->setText(badge.act == HubAct::Show
                          ? tr("Lies in %1.").arg(breakable(QDir::toNativeSeparators(placeOf(*known, m_situation))))
                          : destinationText(file ? file->bytes : 0));
}

QString HubDetail::destinationText(std::uint64_t need) const {
    const QString folder = breakable(QDir::toNativeSeparators(pathText(m_details->folder)));
    if (m_details->freeBytes <= need) return tr("Goes to %1.").arg(folder);
    const auto left = static_cast<std::int64_t>(m_details->freeBytes - need);
    return tr("Goes to %1; %2 free afterwards.").arg(folder, byteText(left));
}

void HubDetail::act() {
    const auto known = row();
    if (!known) return;
    const HubBadge badge = badgeOf(*known, m_situation);
    const HubFile* file = m_files->chosen();
    const bool mayTry = known->state == HubState::TermsNeeded;
    if (badge.act == HubAct::Show) return Q_EMIT showWanted(placeOf(*known, m_situation));
    if (badge.act == HubAct::LogIn) return Q_EMIT tokensWanted(known->site);
    if (badge.act == HubAct::ShowDownload) return Q_EMIT downloadWanted(toText(known->reference));
    if (file && (badge.act == HubAct::Get || mayTry))
        Q_EMIT getWanted(toText(file->reference), file->variant ? std::optional(toText(*file->variant)) : std::nullopt,
                         false);
}

void HubDetail::setSituation(const HubSituation& situation) {
    m_situation = situation;
    updateButtons();
}

void HubDetail::setMaturePreviews(MaturePreviews mode) {
    m_mature = mode;
    updatePreview();
}

QString HubDetail::missingPreview() const { return m_preview->isEmpty() ? m_address : QString(); }

void HubDetail::updatePreview() {
    const HubVersion* own = version();
    m_address.clear();
    m_preview->setPicture({});
    if (!own) return;
    const auto shown = std::ranges::find_if(own->previews, [this](const HubPreview& preview) {
        return !preview.isMature || m_mature == MaturePreviews::Shown;
    });
    if (shown == own->previews.end()) return;
    m_address = toText(shown->address);
    Q_EMIT pictureWanted(m_address);
}

void HubDetail::setPreview(const QString& address, const QImage& picture) {
    if (address != m_address || picture.isNull()) return;
    m_preview->setPicture(QPixmap::fromImage(picture));
    m_preview->setAccessibleName(tr("A picture made with %1").arg(m_title->text()));
}

}  // namespace segmoe::ui
