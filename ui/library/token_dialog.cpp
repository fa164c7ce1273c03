// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/token_dialog.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/library/token_group.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

TokenDialog::TokenDialog(Theme& theme, AccountClient& accounts, QWidget* parent)
    : QDialog(parent),
      m_accounts(accounts),
      m_save(new QPushButton(tr("Save"))),
      m_close(new QPushButton(tr("Close"))) {
    setObjectName(u"token_dialog"_s);
    setWindowTitle(tr("Access tokens"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* hint = new QLabel(
        tr("A token opens gated and private models and lets you publish. It is sent to its own site only, and it never "
           "appears in files, logs or pictures."));
    hint->setWordWrap(true);
    hint->setProperty("role", u"secondary"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(hint);
    for (const HubSite site : {HubSite::HuggingFace, HubSite::CivitAi}) {
        m_groups.push_back(new TokenGroup(theme, accounts, site));
        column->addWidget(m_groups.back());
        connect(m_groups.back(), &TokenGroup::typedChanged, this, &TokenDialog::updateButtons);
    }
    column->addStretch(1);
    m_save->setProperty("role", u"primary"_s);
    nameControl(m_save, u"token_dialog_ok_button"_s, m_save->text());
    nameControl(m_close, u"token_dialog_cancel_button"_s, m_close->text());
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_save);
    column->addLayout(buttons);
    setMinimumWidth(600);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &TokenDialog::save);
    connect(&accounts, &AccountClient::kept, this, &TokenDialog::finish);
    connect(&accounts, &AccountClient::keychainMissing, this, &TokenDialog::askWithoutKeychain);
    connect(&accounts, &AccountClient::refused, this, [this](HubSite site) {
        std::erase(m_saving, site);
        updateButtons();
    });
    updateButtons();
    m_accounts.lookIntoKeychain();
}

void TokenDialog::focusSite(HubSite site) { group(site)->focusEdit(); }

TokenGroup* TokenDialog::group(HubSite site) const {
    return *std::ranges::find(m_groups, site, [](const TokenGroup* one) { return one->site(); });
}

void TokenDialog::updateButtons() {
    const bool hasTyped = std::ranges::any_of(m_groups, [](const TokenGroup* one) { return !one->typed().isEmpty(); });
    m_save->setEnabled(hasTyped && m_saving.empty());
    m_save->setToolTip(hasTyped ? QString() : tr("Paste a token first."));
    m_save->setDefault(hasTyped);
    m_close->setDefault(!hasTyped);
}

void TokenDialog::save() {
    m_saving.clear();
    for (const TokenGroup* one : m_groups)
        if (!one->typed().isEmpty()) m_saving.push_back(one->site());
    updateButtons();
    // A copy: an answer that comes at once takes its site out of the list.
    for (const HubSite site : std::vector(m_saving)) m_accounts.keep(site, group(site)->typed());
}

void TokenDialog::finish(HubSite site) {
    if (std::erase(m_saving, site) == 0) return;
    group(site)->clear();
    updateButtons();
    if (m_saving.empty()) accept();
}

void TokenDialog::askWithoutKeychain(HubSite site, const QString& reason) {
    if (std::ranges::find(m_saving, site) == m_saving.end()) return;
    auto* box = new QMessageBox(QMessageBox::Question, tr("No keychain"),
                                tr("No keychain was found. Keep the token until the program closes?"),
                                QMessageBox::NoButton, this);
    box->setObjectName(u"token_keychain_dialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    const QString whose = tr("This is about the token of %1.").arg(siteTitle(site));
    box->setInformativeText(whose + u' ' +
                            tr("A private file can be read by you alone, and the command line uses it too.") +
                            (reason.isEmpty() ? QString() : u"\n\n"_s + tr("The keychain says: %1").arg(reason)));
    QPushButton* now = box->addButton(tr("Keep for now"), QMessageBox::AcceptRole);
    now->setObjectName(u"token_keychain_dialog_ok_button"_s);
    QPushButton* file = box->addButton(tr("Store in a private file"), QMessageBox::AcceptRole);
    file->setObjectName(u"token_keychain_dialog_file_button"_s);
    QPushButton* cancel = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    cancel->setObjectName(u"token_keychain_dialog_cancel_button"_s);
    connect(now, &QPushButton::clicked, this, [this, site] { m_accounts.keepForNow(site, group(site)->typed()); });
    connect(file, &QPushButton::clicked, this, [this, site] { m_accounts.keepInFile(site, group(site)->typed()); });
    connect(cancel, &QPushButton::clicked, this, [this, site] {
        std::erase(m_saving, site);
        updateButtons();
    });
    box->open();
}

}  // namespace segmoe::ui
