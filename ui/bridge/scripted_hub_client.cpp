// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/scripted_hub_client.h"

namespace segmoe::ui {

HubQuestion ScriptedHubClient::search(const HubSearch& search) {
    searches.push_back(search);
    const HubQuestion question{++m_last};
    std::optional<HubPage> page;
    if (search.next.empty()) {
        if (const auto first = pages.find(search.site); first != pages.end()) page = first->second;
    } else if (const auto more = morePages.find(search.next); more != morePages.end()) {
        page = more->second;
    }
    QMetaObject::invokeMethod(
        this,
        [this, question, page, answer = trouble] {
            if (answer)
                Q_EMIT searchFailed(question, *answer);
            else if (page)
                Q_EMIT found(question, *page);
        },
        Qt::QueuedConnection);
    return question;
}

HubQuestion ScriptedHubClient::describe(const QString& text) {
    descriptions << text;
    const HubQuestion question{++m_last};
    const auto known = details.find(text);
    std::optional<HubDetails> answer;
    if (known != details.end()) answer = known->second;
    QMetaObject::invokeMethod(
        this,
        [this, question, answer, failed = trouble] {
            if (failed)
                Q_EMIT describeFailed(question, *failed);
            else if (answer)
                Q_EMIT described(question, *answer);
        },
        Qt::QueuedConnection);
    return question;
}

void ScriptedHubClient::requestPicture(const QString& address) {
    wantedPictures << address;
    const auto known = pictures.find(address);
    if (known == pictures.end()) return;
    QMetaObject::invokeMethod(
        this,
        [this, address, picture = known->second] {
            if (picture.isNull())
                Q_EMIT pictureFailed(address);
            else
                Q_EMIT pictureReady(address, picture);
        },
        Qt::QueuedConnection);
}

}  // namespace segmoe::ui
