// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QObject>
#include <QString>

namespace segmoe::ui {

/// Makes bytes and writes them whole or not at all, away from the GUI thread. done(error) is called on the thread of
/// context while it lives; error is empty when the file is there. `make` must only use values it owns.
void writeLater(QObject* context, const QString& file, std::function<QByteArray()> make,
                std::function<void(const QString& error)> done);

}  // namespace segmoe::ui
