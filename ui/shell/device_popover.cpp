// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/device_popover.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include "ui/bridge/device_title.h"
#include "ui/bridge/engine_client.h"
#include "ui/bridge/settings.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

DevicePopover::DevicePopover(StudioContext& context, QWidget* parent)
    : StatusPopover(u"status_device_popup"_s, tr("Device of the next jobs"), parent) {
    Settings& settings = context.settings;
    const QStringList devices = QStringList{u"auto"_s} + context.engine.knownFacts().devices;
    for (int i = 0; i < devices.size(); ++i) {
        auto* radio = new QRadioButton(i == 0 ? tr("Automatic") : deviceTitle(devices[i]));
        nameControl(radio, u"status_device_%1_radio"_s.arg(i), radio->text());
        radio->setChecked(settings.get(keys::kDevice) == devices[i]);
        connect(radio, &QRadioButton::clicked, this,
                [&settings, device = devices[i]] { settings.set(keys::kDevice, device); });
        content()->addWidget(radio);
    }
    auto* precision = new QComboBox;
    precision->addItems({tr("Automatic"), tr("32 bit"), tr("16 bit (bf16)"), tr("16 bit (fp16)")});
    precision->setCurrentIndex(settings.choice(keys::kPrecision));
    connect(precision, &QComboBox::activated, this,
            [&settings](int value) { settings.setChoice(keys::kPrecision, value); });
    content()->addLayout(labelledField(tr("Precision"), precision, u"status_precision_combo"_s));
    auto* more = new QPushButton(tr("Device settings"));
    nameControl(more, u"status_device_settings_button"_s, more->text());
    connect(more, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT settingsWanted();
    });
    content()->addWidget(more);
}

}  // namespace segmoe::ui
