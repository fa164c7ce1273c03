// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/publish_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QUrl>

#include "ui/bridge/error_text.h"
#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"
#include "ui/mix/publish_contents.h"
#include "ui/widgets/error_details_dialog.h"
#include "ui/widgets/segmented.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kAskDelayMs = 600;

}  // namespace

PublishDialog::PublishDialog(Theme& theme, PublishClient& client, const QString& folder, QWidget* parent)
    : QDialog(parent), m_theme(theme), m_client(client), m_folder(folder) {
    setObjectName(u"publish_dialog"_s);
    setWindowTitle(tr("Publish “%1” on Hugging Face").arg(QFileInfo(folder).fileName()));
    setAttribute(Qt::WA_DeleteOnClose);
    m_askTimer.setSingleShot(true);
    m_askTimer.setInterval(kAskDelayMs);
    buildFields();
    buildLayout();
    connectAll();
    connectClient();
    setState(State::Preparing);
    m_client.plan(m_folder);
    askTarget();
}

PublishDialog::~PublishDialog() { m_client.cancelPlan(); }

void PublishDialog::connectAll() {
    connect(m_repo, &QLineEdit::textEdited, this, [this] { m_isNameEdited = true; });
    connect(m_repo, &QLineEdit::textChanged, this, [this] {
        m_target.reset();
        m_hasBegun = false;
        m_existing->setChecked(false);
        m_askTimer.start();
        refresh();
    });
    connect(&m_askTimer, &QTimer::timeout, this, &PublishDialog::askTarget);
    connect(m_licence, &QComboBox::textActivated, this, [this](const QString& licence) {
        m_isLicenceChosen = true;
        m_contents->setLicence(licence);
    });
    connect(m_token, &QPushButton::clicked, this, &PublishDialog::tokenWanted);
    connect(m_existing, &QCheckBox::toggled, this, &PublishDialog::refresh);
    connect(m_permitted, &QCheckBox::toggled, this, &PublishDialog::refresh);
    connect(m_publish, &QPushButton::clicked, this, &PublishDialog::start);
    connect(m_open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl(m_page)); });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_state != State::Running) return reject();
        setState(State::Cancelling);
        m_client.cancelPublish();
    });
}

void PublishDialog::connectClient() {
    connect(&m_client, &PublishClient::planned, this, &PublishDialog::showPlan);
    connect(&m_client, &PublishClient::planProgressed, this,
            [this](const QString& folder, double fraction, const QString& part) {
                if (folder == m_folder) m_contents->showHashing(fraction, part);
            });
    connect(&m_client, &PublishClient::planFailed, this, [this](const QString& folder, const Failure& failure) {
        if (folder == m_folder) say(m_status, toText(failure.message), u"problem"_s);
    });
    connect(&m_client, &PublishClient::inspected, this, &PublishDialog::showTarget);
    connect(&m_client, &PublishClient::inspectFailed, this, [this](const QString& repo, const Failure& failure) {
        if (repo == this->repo() || repo.isEmpty()) showTargetFailure(failure);
    });
    connect(&m_client, &PublishClient::publishProgressed, this, &PublishDialog::showProgress);
    connect(&m_client, &PublishClient::published, this, &PublishDialog::showDone);
    connect(&m_client, &PublishClient::publishFailed, this, &PublishDialog::showFailure);
    connect(&m_client, &PublishClient::publishCancelled, this,
            [this] { showEnd(tr("Cancelled. Nothing was published; what has arrived is not sent again.")); });
}

QString PublishDialog::repo() const { return m_repo->text().trimmed(); }

void PublishDialog::askTarget() {
    if (m_state != State::Preparing) return;
    m_askTimer.stop();
    m_client.inspect(repositoryProblem(repo()).isEmpty() ? repo() : QString());
}

void PublishDialog::showPlan(const PublishPlan& plan) {
    if (pathText(plan.folder) != m_folder) return;
    m_plan = plan;
    m_terms = publishTerms(plan.parts);
    m_contents->show(plan);
    if (!m_isLicenceChosen) {
        const QString licence = toText(plan.license);
        if (!licence.isEmpty() && m_licence->findText(licence) < 0) m_licence->insertItem(0, licence);
        m_licence->setCurrentText(licence.isEmpty() ? u"other"_s : licence);
    }
    if (!m_isNameEdited && repo().isEmpty() && m_target) showTarget(PublishTarget(*m_target));
    refresh();
}

void PublishDialog::showTarget(const PublishTarget& target) {
    if (m_state != State::Preparing) return;
    const QString asked = toText(target.repo);
    if (!asked.isEmpty() && asked != repo()) return;  // the name has changed meanwhile
    m_target = target;
    if (asked.isEmpty() && !m_isNameEdited && repo().isEmpty() && m_plan) {
        // Asks once more, now for the whole name.
        m_repo->setText(toText(target.account.name) + u'/' + toText(m_plan->name));
        m_target = target;
        return askTarget();
    }
    refresh();
}

void PublishDialog::showTargetFailure(const Failure& failure) {
    if (m_state != State::Preparing) return;
    m_target.reset();
    const bool isLogin = failure.code == ErrorCode::LoginNeeded;
    say(m_account,
        isLogin ? tr("Publishing needs a Hugging Face token with write access.") : errorText(failure.code).sentence,
        u"problem"_s);
    m_token->setVisible(isLogin || failure.code == ErrorCode::TokenInvalid || failure.code == ErrorCode::TokenScope);
    refresh();
}

QString PublishDialog::obstacle() const {
    if (!m_plan) return tr("The folder is being read.");
    if (m_terms.verdict == PublishTerms::Verdict::Forbidden)
        return tr("The licence of a part does not let the mixture be shared.");
    if (const QString problem = repositoryProblem(repo()); !problem.isEmpty()) return problem;
    if (!m_target || m_target->repo.empty()) return tr("It is not known yet where this would go.");
    if (!m_target->mayWrite)
        return m_target->account.role == "read"
                   ? tr("This token may only read. Publishing needs one with write access.")
                   : tr("“%1” is neither your account nor one of your organizations.").arg(repo().section(u'/', 0, 0));
    if (m_target->exists && !m_existing->isChecked() && !m_hasBegun)
        return tr("There is a repository of this name. Tick “Publish into it”, or choose another name.");
    if (m_terms.verdict == PublishTerms::Verdict::Unknown && !m_permitted->isChecked())
        return tr("Look at the licences first, and tick that you may share the mixture.");
    return {};
}

void PublishDialog::refresh() {
    if (m_state != State::Preparing) return;
    if (m_target) {
        const QString role = toText(m_target->account.role);
        say(m_account,
            role.isEmpty() ? tr("Signed in as %1.").arg(toText(m_target->account.name))
                           : tr("Signed in as %1; the token may: %2.").arg(toText(m_target->account.name), role),
            u"caption"_s);
        m_token->setVisible(!m_target->mayWrite);
    }
    const bool isKnown = m_target && !m_target->repo.empty();
    const bool exists = isKnown && m_target->exists;
    m_existing->setVisible(exists && !m_hasBegun);
    m_visibility->setEnabled(!exists);
    say(m_where,
        !isKnown ? QString()
        : exists ? (m_target->isPrivate ? tr("This repository exists and is private. A commit is added to it.")
                                        : tr("This repository exists and is public. A commit is added to it."))
                 : tr("A new repository is made."),
        exists ? u"warning"_s : u"caption"_s);
    const bool isForbidden = m_terms.verdict == PublishTerms::Verdict::Forbidden;
    say(m_termsLabel, m_terms.sentence, isForbidden ? u"problem"_s : u"warning"_s);
    m_permitted->setVisible(m_terms.verdict == PublishTerms::Verdict::Unknown);
    const QString problem = obstacle();
    m_publish->setEnabled(problem.isEmpty());
    m_publish->setToolTip(problem);
}

void PublishDialog::start() {
    if (!obstacle().isEmpty()) return;
    HubPush push;
    push.folder = m_plan->folder;
    push.repo = repo().toStdString();
    push.isPrivate = m_visibility->current() == 0;
    push.mayExist = m_target->exists || m_hasBegun;
    push.message = m_message->text().trimmed().toStdString();
    const bool isOwnCard = m_plan->hasOwnCard && !m_contents->isCardEdited() && !m_isLicenceChosen;
    if (!isOwnCard) push.card = m_contents->card().toStdString();
    m_hasBegun = true;
    setState(State::Running);
    m_client.publish(push);
}

void PublishDialog::showProgress(const Progress& progress) {
    if (m_state != State::Running) return;
    const bool isKnown = progress.fraction >= 0.0;
    m_progress->setRange(0, isKnown ? 1000 : 0);
    if (isKnown) m_progress->setValue(qRound(progress.fraction * 1000.0));
    const QString item = toText(progress.item);
    if (progress.stage == Stage::Checking) return say(m_status, tr("Checking %1").arg(item), u"secondary"_s);
    if (item.isEmpty()) {
        m_progress->setRange(0, 0);
        return say(m_status, tr("Recording the commit…"), u"secondary"_s);
    }
    const double whole = static_cast<double>(m_plan->bytes);
    say(m_status,
        tr("Uploading %1: %2 of %3")
            .arg(item, byteText(static_cast<std::int64_t>(std::max(0.0, progress.fraction) * whole)),
                 byteText(static_cast<std::int64_t>(m_plan->bytes))),
        u"secondary"_s);
}

void PublishDialog::showDone(const HubPushReport& report) {
    if (m_state != State::Running && m_state != State::Cancelling) return;
    m_page = toText(report.page);
    setState(State::Done);
    QStringList sentences{report.commit.empty() ? tr("Everything was published already; no commit was made.")
                                                : tr("Published %1 files, %2 of them new bytes.")
                                                      .arg(QString::number(report.files),
                                                           byteText(static_cast<std::int64_t>(report.uploadedBytes)))};
    for (const std::string& notice : report.notices)
        if (!report.commit.empty()) sentences << toText(notice);
    say(m_status, sentences.join(u'\n'), u"success"_s);
    Q_EMIT published(m_page);
}

void PublishDialog::showFailure(const Failure& failure) {
    if (m_state != State::Running && m_state != State::Cancelling) return;
    showEnd({});
    const bool isOwnWords = failure.code == ErrorCode::ConfigInvalid || failure.code == ErrorCode::NameRefused ||
                            failure.code == ErrorCode::TooLarge || failure.code == ErrorCode::BadRequest;
    say(m_status, isOwnWords ? toText(failure.message) : errorText(failure.code).sentence, u"problem"_s);
    // Whoever has to look at the repository finds it here.
    m_page = u"https://huggingface.co/"_s + repo();
    m_open->setVisible(failure.code == ErrorCode::CommitUnknown || failure.code == ErrorCode::UploadConflict);
    askTarget();
}

void PublishDialog::showEnd(const QString& sentence) {
    if (m_state != State::Running && m_state != State::Cancelling) return;
    setState(State::Preparing);
    say(m_status, sentence, u"secondary"_s);
}

void PublishDialog::setState(State state) {
    m_state = state;
    const bool isPreparing = state == State::Preparing, isBusy = state == State::Running || state == State::Cancelling;
    for (QWidget* field :
         std::initializer_list<QWidget*>{m_repo, m_visibility, m_licence, m_message, m_existing, m_permitted})
        field->setEnabled(isPreparing);
    m_contents->setLocked(!isPreparing);
    m_progress->setVisible(isBusy);
    if (state == State::Running) m_progress->setRange(0, 0);
    m_publish->setVisible(state != State::Done);
    m_publish->setEnabled(false);
    m_publish->setText(m_hasBegun ? tr("Publish again") : tr("Publish"));
    m_open->setVisible(state == State::Done);
    m_cancel->setText(isBusy ? tr("Cancel") : tr("Close"));
    m_cancel->setEnabled(state != State::Cancelling);
    if (state == State::Running) say(m_status, tr("Asking Hugging Face…"), u"secondary"_s);
    if (state == State::Cancelling) say(m_status, tr("Cancelling…"), u"secondary"_s);
    refresh();
}

void PublishDialog::reject() {
    // Hours of an upload must not end with a slip on Esc.
    if (m_state == State::Running || m_state == State::Cancelling) return;
    QDialog::reject();
}

void PublishDialog::say(QLabel* label, const QString& sentence, const QString& role) {
    label->setText(sentence);
    label->setVisible(!sentence.isEmpty());
    if (label->property("role").toString() == role) return;
    label->setProperty("role", role);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

}  // namespace segmoe::ui
