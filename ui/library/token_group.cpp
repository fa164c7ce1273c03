// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/token_group.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QUrl>

#include "ui/bridge/error_text.h"
#include "ui/bridge/qt_convert.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

QString siteKey(HubSite site) { return site == HubSite::CivitAi ? u"civitai"_s : u"hf"_s; }

QString siteTitle(HubSite site) { return site == HubSite::CivitAi ? u"CivitAI"_s : u"Hugging Face"_s; }

TokenGroup::TokenGroup(Theme& theme, AccountClient& accounts, HubSite site, QWidget* parent)
    : QFrame(parent),
      m_theme(theme),
      m_accounts(accounts),
      m_site(site),
      m_state(new QLabel),
      m_edit(new QLineEdit),
      m_reveal(new QToolButton),
      m_check(new QPushButton(tr("Check"))),
      m_remove(new QPushButton(tr("Remove"))),
      m_link(new QPushButton(tr("Where do I get this?"))),
      m_result(new QLabel) {
    setProperty("role", u"card"_s);
    setObjectName(u"token_%1_group"_s.arg(siteKey(site)));
    build();
    connectAll();
    setRevealed(false);
    showState();
}

void TokenGroup::build() {
    const QString name = u"token_%1_"_s.arg(siteKey(m_site));
    const QString title = siteTitle(m_site);
    auto* heading = new QLabel(title);
    heading->setProperty("role", u"strong"_s);
    m_state->setObjectName(name + u"state_label"_s);
    m_state->setProperty("role", u"caption"_s);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    nameControl(m_edit, name + u"edit"_s, tr("Token of %1").arg(title));
    m_edit->setMaxLength(4096);
    m_edit->setMinimumWidth(260);
    nameControl(m_reveal, name + u"reveal_button"_s, tr("Show the token of %1").arg(title));
    m_reveal->setCheckable(true);
    nameControl(m_check, name + u"check_button"_s, tr("Check the token of %1").arg(title),
                tr("Ask %1 whose token this is.").arg(title));
    nameControl(m_remove, name + u"remove_button"_s, tr("Remove the token of %1").arg(title),
                tr("Forget it, wherever this program keeps it."));
    nameControl(m_link, name + u"link_button"_s, tr("Where do I get a token of %1?").arg(title),
                tr("Opens the page in the browser."));
    m_link->setProperty("role", u"link"_s);
    m_link->setCursor(Qt::PointingHandCursor);
    m_result->setObjectName(name + u"result_label"_s);
    m_result->setWordWrap(true);
    m_result->setTextFormat(Qt::PlainText);
    m_result->hide();

    auto* head = new QHBoxLayout;
    head->addWidget(heading);
    head->addStretch(1);
    head->addWidget(m_link);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_edit, 1);
    row->addWidget(m_reveal);
    row->addWidget(m_check);
    row->addWidget(m_remove);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_state);
    column->addLayout(row);
    column->addWidget(m_result);
    QWidget* before = m_edit;
    for (QWidget* next : std::initializer_list<QWidget*>{m_reveal, m_check, m_remove, m_link}) {
        setTabOrder(before, next);
        before = next;
    }
}

void TokenGroup::connectAll() {
    connect(m_reveal, &QToolButton::toggled, this, &TokenGroup::setRevealed);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        m_isChecking = false;
        m_result->hide();
        showState();
        Q_EMIT typedChanged();
    });
    connect(m_check, &QPushButton::clicked, this, [this] {
        m_isChecking = true;
        showResult(tr("Asking %1…").arg(siteTitle(m_site)), {});
        showState();
        m_accounts.check(m_site, typed());
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_result->hide();
        m_accounts.remove(m_site);
    });
    connect(m_link, &QPushButton::clicked, this, &TokenGroup::openPage);
    connect(&m_accounts, &AccountClient::changed, this, [this](HubSite site) {
        if (site == m_site) showState();
    });
    connect(&m_accounts, &AccountClient::checked, this, [this](HubSite site, const HubAccount& account) {
        if (site == m_site && m_isChecking) showAccount(account);
    });
    connect(&m_accounts, &AccountClient::refused, this, [this](HubSite site, const Failure& failure) {
        if (site == m_site) showProblem(failure);
    });
}

QString TokenGroup::typed() const { return m_edit->text().trimmed(); }

void TokenGroup::clear() { m_edit->clear(); }

void TokenGroup::focusEdit() { m_edit->setFocus(Qt::OtherFocusReason); }

void TokenGroup::setRevealed(bool revealed) {
    m_edit->setEchoMode(revealed ? QLineEdit::Normal : QLineEdit::Password);
    m_theme.bindIcon(m_reveal, revealed ? u"eye-off"_s : u"eye"_s);
    m_reveal->setToolTip(revealed ? tr("Hide what was typed.") : tr("Show what was typed."));
}

void TokenGroup::showState() {
    const AccountState& state = m_accounts.state(m_site);
    const bool isFixed = state.place == AccountState::Place::Environment;
    QString sentence;
    switch (state.place) {
        case AccountState::Place::None: sentence = tr("No token: only public models can be fetched."); break;
        case AccountState::Place::Keychain: sentence = tr("A token is in the system's keychain."); break;
        case AccountState::Place::Session: sentence = tr("A token is kept until the program closes."); break;
        case AccountState::Place::File: sentence = tr("A token is in a file that only you can read."); break;
        case AccountState::Place::Environment:
            sentence = tr("Set by the environment (%1). Change it there.").arg(state.name);
            break;
        case AccountState::Place::OtherTools:
            sentence = tr("The token of the Hugging Face tools is used. A token here goes before it.");
            break;
    }
    const bool isUsual = keychainEntry(m_site, state.origin) == keychainEntry(m_site, {});
    if (!isUsual) sentence = tr("For %1, and for no other server.").arg(state.origin) + u' ' + sentence;
    m_state->setText(sentence);
    m_edit->setReadOnly(isFixed);
    m_edit->setPlaceholderText(isFixed                      ? tr("set by environment")
                               : state.hasToken()           ? tr("Paste another token to replace it")
                               : m_site == HubSite::CivitAi ? tr("Paste your API key")
                                                            : tr("Paste your token (hf_…)"));
    m_reveal->setEnabled(!m_edit->text().isEmpty());
    if (m_edit->text().isEmpty()) m_reveal->setChecked(false);
    m_check->setEnabled(!m_isChecking && (!typed().isEmpty() || state.hasToken()));
    m_remove->setEnabled(state.isOurs());
}

void TokenGroup::showResult(const QString& sentence, const QString& tone) {
    m_result->setText(sentence);
    m_result->setProperty("role", tone.isEmpty() ? u"caption"_s : tone);
    m_result->style()->unpolish(m_result);
    m_result->style()->polish(m_result);
    m_result->show();
    if (window()->isVisible()) window()->resize(window()->width(), window()->sizeHint().height());
}

void TokenGroup::showAccount(const HubAccount& account) {
    m_isChecking = false;
    showState();
    const QString works = tr("Works, signed in as %1.").arg(toText(account.name));
    if (account.role == "read")
        return showResult(works + u' ' + tr("This token may only read: publishing needs one with write access."),
                          u"warning"_s);
    showResult(works, u"success"_s);
}

void TokenGroup::showProblem(const Failure& failure) {
    m_isChecking = false;
    showState();
    switch (failure.code) {
        case ErrorCode::TokenInvalid:
        case ErrorCode::LoginNeeded:
            return showResult(tr("Not accepted. Copy it once more from your account."), u"problem"_s);
        case ErrorCode::TokenScope:
        case ErrorCode::Forbidden:
            return showResult(
                tr("%1 knows this token, but it may not say whose it is. Downloads may work all the same.")
                    .arg(siteTitle(m_site)),
                u"warning"_s);
        default: return showResult(errorText(failure.code).sentence, u"problem"_s);
    }
}

void TokenGroup::openPage() const {
    const QString origin = m_accounts.state(m_site).origin;
    const bool isCivitai = m_site == HubSite::CivitAi;
    const QString usual = isCivitai ? u"https://civitai.com"_s : u"https://huggingface.co"_s;
    QDesktopServices::openUrl(
        QUrl((origin.isEmpty() ? usual : origin) + (isCivitai ? u"/user/account"_s : u"/settings/tokens"_s)));
}

}  // namespace segmoe::ui
