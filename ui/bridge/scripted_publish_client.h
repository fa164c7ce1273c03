// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include <QStringList>

#include "ui/bridge/publish_client.h"

namespace segmoe::ui {

/// Publishes nothing: answers what it is given and notes what it is asked; its owner emits the signals of an upload.
class ScriptedPublishClient : public PublishClient {
    Q_OBJECT
public:
    using PublishClient::PublishClient;

    PublishPlan content;                        ///< what plan() answers, under the folder that was asked for
    std::optional<HubAccount> account;          ///< absent: nobody is logged in
    std::map<QString, PublishTarget> existing;  ///< repositories that are there already
    QStringList inspectedRepos;
    std::vector<HubPush> pushes;
    int cancels = 0;

    void plan(const QString& folder) override;
    void inspect(const QString& repo) override;
    void cancelPlan() override {}
    void cancelPublish() override {
        ++cancels;
        Q_EMIT publishCancelled();
    }

private:
    void upload(const HubPush& push) override { pushes.push_back(push); }
};

}  // namespace segmoe::ui
