// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/publish_client.h"

#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

PublishClient::PublishClient(QObject* parent) : QObject(parent) {
    const auto end = [this] { m_uploading.clear(); };
    connect(this, &PublishClient::published, this, end);
    connect(this, &PublishClient::publishFailed, this, end);
    connect(this, &PublishClient::publishCancelled, this, end);
}

void PublishClient::publish(const HubPush& push) {
    m_uploading = toText(push.repo);
    upload(push);
}

}  // namespace segmoe::ui
