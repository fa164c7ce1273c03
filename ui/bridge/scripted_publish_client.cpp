// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/scripted_publish_client.h"

#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

void ScriptedPublishClient::plan(const QString& folder) {
    PublishPlan answer = content;
    answer.folder = toPath(folder);
    Q_EMIT planned(answer);
}

void ScriptedPublishClient::inspect(const QString& repo) {
    inspectedRepos << repo;
    if (!account)
        return Q_EMIT inspectFailed(
            repo, {ErrorCode::LoginNeeded, "Publishing needs a Hugging Face token with write access.", {}});
    PublishTarget target;
    if (const auto found = existing.find(repo); found != existing.end()) target = found->second;
    target.account = *account;
    target.repo = repo.toStdString();
    target.mayWrite = account->role != "read";
    Q_EMIT inspected(target);
}

}  // namespace segmoe::ui
