// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/device_title.h"

#include "core/base/gpu_state.h"
#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

int cardIndex(const QString& device) { return device.startsWith(u"cuda"_s) ? device.section(u':', 1).toInt() : -1; }

QString deviceTitle(const QString& device) {
    const int card = cardIndex(device);
    if (card < 0) return device.toUpper();
    QString title = u"GPU %1"_s.arg(card);
    if (const auto state = gpuState(card)) {
        QString name = toText(state->name);
        for (const QString& maker : {u"NVIDIA "_s, u"GeForce "_s})
            if (name.startsWith(maker)) name.remove(0, maker.size());
        title += u' ' + name;
    }
    return title.trimmed();
}

QString deviceFor(const QString& setting, const QStringList& devices) {
    if (devices.contains(setting)) return setting;
    return devices.value(1, devices.value(0, u"cpu"_s));
}

}  // namespace segmoe::ui
