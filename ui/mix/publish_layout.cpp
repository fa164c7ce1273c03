// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// PublishDialog: its controls and where they stand.
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/mix/publish_contents.h"
#include "ui/mix/publish_dialog.h"
#include "ui/widgets/field.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

/// As the Hub calls them; anything else may be typed into the card.
const char* const kLicences[] = {"apache-2.0", "mit",       "openrail",     "openrail++",   "creativeml-openrail-m",
                                 "cc0-1.0",    "cc-by-4.0", "cc-by-sa-4.0", "cc-by-nc-4.0", "cc-by-nc-sa-4.0",
                                 "other"};

}  // namespace

void PublishDialog::buildFields() {
    m_repo = new QLineEdit;
    m_repo->setMaxLength(200);
    m_repo->setPlaceholderText(tr("account/name"));
    nameControl(m_repo, u"publish_dialog_repo_edit"_s, tr("Repository"), tr("Where it goes: account/name."));
    m_visibility = new Segmented({{u"publish_dialog_private_button"_s, tr("Private"), tr("Only you may see it.")},
                                  {u"publish_dialog_public_button"_s, tr("Public"), tr("Everybody may see it.")}});
    nameControl(m_visibility, u"publish_dialog_visibility_box"_s, tr("Who may see a new repository"));
    m_licence = new QComboBox;
    nameControl(m_licence, u"publish_dialog_licence_combo"_s, tr("Licence"),
                tr("Of the whole; the strictest of the parts is proposed."));
    for (const char* licence : kLicences) m_licence->addItem(QLatin1String(licence));
    m_message = new QLineEdit(tr("Upload with SegMoE Studio"));
    m_message->setMaxLength(200);
    nameControl(m_message, u"publish_dialog_message_edit"_s, tr("Message of the commit"));
    m_token = new QPushButton(tr("Add token…"));
    nameControl(m_token, u"publish_dialog_token_button"_s, m_token->text());
    m_token->hide();
    m_existing = new QCheckBox(tr("Publish into it"));
    nameControl(m_existing, u"publish_dialog_existing_check"_s, m_existing->text());
    m_existing->hide();
    m_permitted = new QCheckBox(tr("I have looked at the licences and may share this mixture"));
    nameControl(m_permitted, u"publish_dialog_permitted_check"_s, m_permitted->text());
    m_permitted->hide();
    m_account = new QLabel;
    m_where = new QLabel;
    m_termsLabel = new QLabel;
    m_status = new QLabel;
    const std::pair<QLabel*, QString> labels[] = {
        {m_account, u"account"_s}, {m_where, u"where"_s}, {m_termsLabel, u"terms"_s}, {m_status, u"status"_s}};
    for (const auto& [label, name] : labels) {
        label->setObjectName(u"publish_dialog_%1_label"_s.arg(name));
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->hide();
    }
    m_contents = new PublishContents;
    m_progress = new QProgressBar;
    nameControl(m_progress, u"publish_dialog_progress_bar"_s, tr("Upload"));
    m_progress->setTextVisible(false);
    m_open = new QPushButton(tr("Open page"));
    nameControl(m_open, u"publish_dialog_open_button"_s, m_open->text(), tr("Opens the repository in the browser."));
    m_theme.bindIcon(m_open, u"external"_s);
    m_publish = new QPushButton(tr("Publish"));
    m_publish->setProperty("role", u"primary"_s);
    nameControl(m_publish, u"publish_dialog_ok_button"_s, tr("Publish"));
    m_cancel = new QPushButton(tr("Close"));
    nameControl(m_cancel, u"publish_dialog_cancel_button"_s, tr("Cancel or close"));
}

void PublishDialog::buildLayout() {
    auto* where = new QHBoxLayout;
    where->setSpacing(8);
    where->addWidget(m_where, 1);
    where->addWidget(m_existing);
    auto* account = new QHBoxLayout;
    account->setSpacing(8);
    account->addWidget(m_account, 1);
    account->addWidget(m_token);
    auto* repo = new QHBoxLayout;
    repo->setSpacing(8);
    repo->addWidget(m_repo, 1);
    repo->addWidget(m_visibility);
    auto* form = new QFormLayout;
    form->setVerticalSpacing(8);
    form->setHorizontalSpacing(12);
    form->addRow(tr("Account"), account);
    form->addRow(tr("Repository"), repo);
    form->addRow(QString(), where);
    form->addRow(tr("Licence"), m_licence);
    form->addRow(tr("Message"), m_message);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_status, 1);
    buttons->addStretch();  // while there is nothing to say
    buttons->addWidget(m_open);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_publish);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(10);
    column->addLayout(form);
    column->addWidget(m_contents, 1);
    column->addWidget(m_termsLabel);
    column->addWidget(m_permitted);
    column->addWidget(m_progress);
    column->addLayout(buttons);
    resize(760, 620);
}

}  // namespace segmoe::ui
