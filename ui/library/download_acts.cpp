// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/download_acts.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QUrl>

#include "ui/bridge/error_text.h"
#include "ui/bridge/model_words.h"
#include "ui/render/progress_text.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

using Act = DownloadAct;
using State = DownloadRow::State;

class DownloadText {
    Q_DECLARE_TR_FUNCTIONS(DownloadText)
};

QString hostOf(const DownloadRow& row) {
    const QString host = QUrl(row.page).host();
    return host.isEmpty() ? DownloadText::tr("the hub") : host;
}

int percentOf(const DownloadRow& row) { return static_cast<int>(row.fraction() * 100.0); }

QString bytesOf(quint64 bytes) { return byteText(static_cast<std::int64_t>(bytes)); }

QString runningText(const DownloadRow& row) {
    QStringList parts{DownloadText::tr("%1 of %2").arg(bytesOf(row.doneBytes), bytesOf(row.totalBytes))};
    if (row.bytesPerSecond > 0)
        parts << DownloadText::tr("%1/s").arg(bytesOf(static_cast<quint64>(row.bytesPerSecond)));
    if (row.secondsLeft) parts << DownloadText::tr("%1 left").arg(etaText(static_cast<double>(*row.secondsLeft)));
    return parts.join(u", "_s);
}

QString waitingText(const DownloadRow& row) {
    const ErrorCode code = row.failure ? row.failure->code : ErrorCode::Unreachable;
    if (code == ErrorCode::RateLimited && row.waitsUntil.isValid())
        return DownloadText::tr("%1 asks to wait until %2.")
            .arg(hostOf(row), QLocale().toString(row.waitsUntil.time(), QLocale::ShortFormat));
    if (code == ErrorCode::RateLimited)
        return DownloadText::tr("%1 asks to wait. Continues by itself.").arg(hostOf(row));
    if (code == ErrorCode::ServerBusy)
        return DownloadText::tr("%1 has trouble right now. Continues by itself.").arg(hostOf(row));
    return DownloadText::tr("No connection. Continues by itself.");
}

Act remedyOf(ErrorCode code) {
    switch (code) {
        case ErrorCode::TokenInvalid:
        case ErrorCode::TokenScope:
        case ErrorCode::LoginNeeded: return Act::LogIn;
        case ErrorCode::Gated:
        case ErrorCode::EarlyAccess:
        case ErrorCode::Forbidden:
        case ErrorCode::RepoNotFound: return Act::OpenPage;
        case ErrorCode::PickleRefused:
        case ErrorCode::FormatUnsupported:
        case ErrorCode::RepoDisabled:
        case ErrorCode::DownloadsDisabled:
        case ErrorCode::Archived: return Act::SearchSimilar;
        case ErrorCode::ContentChanged: return Act::StartAgain;
        default: return Act::Retry;
    }
}

}  // namespace

DownloadAct mainAct(const DownloadRow& row, bool hasSeenPage) {
    switch (row.state) {
        case State::Queued: return Act::StartNow;
        case State::Resolving:
        case State::Checking:
        case State::Running: return Act::Pause;
        case State::Paused:
        case State::Cancelled: return Act::Resume;
        case State::Waiting: return Act::RetryNow;
        case State::Done: return Act::AddExpert;
        case State::Failed: break;
        case State::Verifying:
        case State::Publishing: return Act::None;
    }
    const Act remedy = remedyOf(row.failure ? row.failure->code : ErrorCode::InternalError);
    if (!hasSeenPage) return remedy;
    return remedy == Act::OpenPage ? Act::Accepted : remedy == Act::LogIn ? Act::Retry : remedy;
}

std::vector<DownloadAct> menuActs(const DownloadRow& row) {
    switch (row.state) {
        case State::Queued:
            return {Act::First, Act::Up, Act::Down, Act::None, Act::Pause, Act::CopyLink, Act::None, Act::Cancel};
        case State::Resolving:
        case State::Checking:
        case State::Running: return {Act::OpenPage, Act::CopyLink, Act::None, Act::Cancel};
        case State::Verifying: return {Act::Cancel};
        case State::Publishing: return {};
        case State::Paused:
            return {Act::First, Act::Up, Act::Down, Act::None, Act::CopyLink, Act::None, Act::Cancel, Act::Remove};
        case State::Waiting: return {Act::Pause, Act::Details, Act::CopyLink, Act::None, Act::Cancel};
        case State::Done: return {Act::Show, Act::ShowFile, Act::OpenPage, Act::CopyLink, Act::None, Act::Remove};
        case State::Failed: {
            const bool needsLogin = row.failure && row.failure->code == ErrorCode::RepoNotFound;
            std::vector<Act> acts{Act::Retry};
            if (needsLogin) acts.push_back(Act::LogIn);
            for (const Act act : {Act::OpenPage, Act::CopyLink, Act::Details, Act::None, Act::Remove})
                acts.push_back(act);
            return acts;
        }
        case State::Cancelled: return {Act::CopyLink, Act::None, Act::Remove};
    }
    return {};
}

QString actText(DownloadAct act) {
    switch (act) {
        case Act::None: return {};
        case Act::StartNow: return DownloadText::tr("Start now");
        case Act::Pause: return DownloadText::tr("Pause");
        case Act::Resume: return DownloadText::tr("Resume");
        case Act::RetryNow: return DownloadText::tr("Retry now");
        case Act::Retry: return DownloadText::tr("Retry");
        case Act::StartAgain: return DownloadText::tr("Start again");
        case Act::LogIn: return DownloadText::tr("Log in…");
        case Act::OpenPage: return DownloadText::tr("Open page");
        case Act::Accepted: return DownloadText::tr("I accepted, retry");
        case Act::SearchSimilar: return DownloadText::tr("Search similar");
        case Act::AddExpert: return DownloadText::tr("Add as expert");
        case Act::First: return DownloadText::tr("First");
        case Act::Up: return DownloadText::tr("Up");
        case Act::Down: return DownloadText::tr("Down");
        case Act::Show: return DownloadText::tr("Show");
        case Act::ShowFile: return DownloadText::tr("Show file");
        case Act::CopyLink: return DownloadText::tr("Copy link");
        case Act::Details: return DownloadText::tr("Details…");
        case Act::Cancel: return DownloadText::tr("Cancel");
        case Act::Remove: return DownloadText::tr("Remove");
    }
    return {};
}

QString downloadSentence(const DownloadRow& row) {
    switch (row.state) {
        case State::Queued:
            return row.ahead > 0 ? DownloadText::tr("Waiting, %n ahead", nullptr, row.ahead)
                                 : DownloadText::tr("Waiting");
        case State::Resolving: return DownloadText::tr("Asking %1…").arg(hostOf(row));
        case State::Checking: return DownloadText::tr("Checking what is already here, %1 %").arg(percentOf(row));
        case State::Running: return runningText(row);
        case State::Paused: return DownloadText::tr("Paused at %1 %").arg(percentOf(row));
        case State::Waiting: return waitingText(row);
        case State::Verifying: return DownloadText::tr("Checking SHA-256, %1 %").arg(percentOf(row));
        case State::Publishing: return DownloadText::tr("Putting %1 in place").arg(row.title);
        case State::Done: return DownloadText::tr("Installed in %1").arg(QDir::toNativeSeparators(row.folder));
        case State::Failed: {
            const ErrorCode code = row.failure ? row.failure->code : ErrorCode::InternalError;
            return errorText(code).sentence;
        }
        case State::Cancelled:
            return DownloadText::tr("Cancelled at %1 %, %2 kept").arg(percentOf(row)).arg(bytesOf(row.doneBytes));
    }
    return {};
}

}  // namespace segmoe::ui
