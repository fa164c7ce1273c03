// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/engine_client.h"

namespace segmoe::ui {

EngineClient::EngineClient(QObject* parent) : QObject(parent) {
    // Connected before anybody else: whoever hears ready() finds the facts here.
    connect(this, &EngineClient::ready, this, [this](const EngineFacts& facts) { m_facts = facts; });
}

}  // namespace segmoe::ui
