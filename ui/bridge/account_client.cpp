// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/account_client.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

void AccountClient::setState(const AccountState& state) {
    AccountState& known = m_states[static_cast<std::size_t>(state.site)];
    if (known == state) return;
    known = state;
    Q_EMIT changed(state.site);
}

QString keychainEntry(HubSite site, const QString& origin) {
    const QString name = site == HubSite::CivitAi ? u"civitai"_s : u"huggingface"_s;
    const bool isUsual =
        origin.isEmpty() || origin == "https://huggingface.co"_L1 || origin == "https://civitai.com"_L1;
    return isUsual ? name : name + u'@' + origin;
}

}  // namespace segmoe::ui
