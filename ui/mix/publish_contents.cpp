// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/publish_contents.h"

#include <algorithm>

#include <QFontDatabase>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"
#include "ui/mix/licence_panel.h"
#include "ui/mix/publish_terms.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

PublishContents::PublishContents(QWidget* parent)
    : QTabWidget(parent),
      m_card(new QPlainTextEdit),
      m_hint(new QLabel),
      m_licences(new LicencePanel(u"publish"_s)),
      m_files(new QTreeWidget) {
    nameControl(this, u"publish_dialog_tabs"_s, tr("What is published"));
    nameControl(tabBar(), u"publish_dialog_tab_bar"_s, tr("What is published"));
    setDocumentMode(true);
    nameControl(m_card, u"publish_dialog_card_edit"_s, tr("Model card"),
                tr("README.md of the repository, in Markdown."));
    m_card->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_card->setTabChangesFocus(true);
    m_hint->setObjectName(u"publish_dialog_card_hint"_s);
    m_hint->setProperty("role", u"caption"_s);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    nameControl(m_files, u"publish_dialog_file_tree"_s, tr("Files"));
    m_files->setHeaderLabels({tr("File"), tr("Size")});
    m_files->setRootIsDecorated(false);
    m_files->setUniformRowHeights(true);
    m_files->header()->setStretchLastSection(false);
    m_files->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_files->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_card, 1);
    column->addWidget(m_hint);
    addTab(page, tr("Model card"));
    addTab(m_licences, tr("Licences"));
    addTab(m_files, tr("Files"));
    connect(m_card, &QPlainTextEdit::textChanged, this, [this] { m_isEdited = m_isEdited || !m_isFilling; });
}

QString PublishContents::card() const { return m_card->toPlainText(); }

void PublishContents::setCard(const QString& text) {
    if (text == card()) return;
    m_isFilling = true;
    m_card->setPlainText(text);
    m_isFilling = false;
}

void PublishContents::show(const PublishPlan& plan) {
    if (!m_isEdited) setCard(m_licence.isEmpty() ? toText(plan.card) : withLicence(toText(plan.card), m_licence));
    const bool isReading = std::ranges::any_of(plan.parts, &MixturePart::isHashMissing);
    m_hint->setText(plan.hasOwnCard     ? tr("From the README.md of the folder, which stays as it is.")
                    : plan.card.empty() ? tr("The folder says nothing about how it was made; write a few words.")
                    : isReading         ? tr("Made from the recipe. The hashes of the parts are being read.")
                                        : tr("Made from the recipe. You may change it here."));
    std::vector<LicencePanel::Part> parts;
    for (const MixturePart& part : plan.parts) parts.push_back({toText(part.name), toText(part.license)});
    m_licences->show(parts);
    setTabVisible(1, !parts.empty());
    fillFiles(plan);
}

void PublishContents::fillFiles(const PublishPlan& plan) {
    m_files->clear();
    for (const PublishPlan::File& file : plan.files) {
        auto* row = new QTreeWidgetItem(m_files, {toText(file.path), byteText(static_cast<std::int64_t>(file.bytes))});
        row->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    }
    setTabText(2, tr("Files (%1, %2)")
                      .arg(QLocale().toString(plan.files.size()), byteText(static_cast<std::int64_t>(plan.bytes))));
}

void PublishContents::setLicence(const QString& licence) {
    m_licence = licence;
    setCard(withLicence(card(), licence));
}

void PublishContents::showHashing(double fraction, const QString& part) {
    m_hint->setText(
        fraction < 0.0
            ? tr("Reading %1 for its hash…").arg(part)
            : tr("Reading %1 for its hash, %2 %").arg(part, QLocale().toString(static_cast<int>(fraction * 100.0))));
}

void PublishContents::setLocked(bool locked) { m_card->setReadOnly(locked); }

}  // namespace segmoe::ui
