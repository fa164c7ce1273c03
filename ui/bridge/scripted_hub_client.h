// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "ui/bridge/hub_client.h"

namespace segmoe::ui {

/// Hubs that answer what they are told to, once the caller is back in its event loop, and note what they are asked.
/// What has no answer stays open until its owner emits the signal.
class ScriptedHubClient : public HubClient {
    Q_OBJECT
public:
    using HubClient::HubClient;

    std::map<HubSite, HubPage> pages;          ///< the first pages
    std::map<std::string, HubPage> morePages;  ///< by HubSearch::next
    std::map<QString, HubDetails> details;     ///< by text
    std::map<QString, QImage> pictures;        ///< a null image: it cannot be had
    std::optional<HubTrouble> trouble;         ///< instead of every answer but pictures

    std::vector<HubSearch> searches;
    QStringList descriptions;
    QStringList wantedPictures;
    bool isOffline = false;
    HubQuestion lastQuestion() const { return HubQuestion{m_last}; }

    HubQuestion search(const HubSearch& search) override;
    HubQuestion describe(const QString& text) override;
    void requestPicture(const QString& address) override;
    void keepPictures(const QStringList&) override {}
    void setOffline(bool offline) override { isOffline = offline; }

private:
    quint64 m_last = 0;
};

}  // namespace segmoe::ui
