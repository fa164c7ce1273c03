// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/setting_controls.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>

#include "ui/bridge/settings.h"
#include "ui/shell/setting_own_controls.h"
#include "ui/shell/studio_context.h"
#include "ui/widgets/field.h"
#include "ui/widgets/segmented.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostSegments = 3;
constexpr int kScaleStep = 5;
constexpr int kControlWidth = 160;

/// Runs `show` now and whenever this setting changes, as long as the control lives.
void follow(QWidget* control, Settings& settings, const char* key, const std::function<void()>& show) {
    show();
    QObject::connect(&settings, &Settings::changed, control,
                     [key = QString::fromLatin1(key), show](const QString& what) {
                         if (what == key) show();
                     });
}

struct Maker {
    const SettingRow& row;
    StudioContext& context;
    Settings& settings;

    void name(QWidget* control, const QString& suffix) const {
        nameControl(control, settingObjectName(row, suffix), settingText(row.label), settingText(row.help));
    }

    QWidget* operator()(const FlagKey* key) const {
        auto* check = new QCheckBox(settingText(row.label));
        name(check, u"check"_s);
        follow(check, settings, key->name,
               [check, this_key = key, &settings = settings] { check->setChecked(settings.get(*this_key)); });
        QObject::connect(check, &QCheckBox::clicked, check,
                         [key, &settings = settings](bool on) { settings.set(*key, on); });
        return check;
    }

    QWidget* operator()(const ChoiceSetting& choice) const {
        QStringList texts;
        for (const char* words : choice.texts)
            if (words) texts << settingText(words);
        return texts.size() <= kMostSegments ? segments(*choice.key, texts) : combo(*choice.key, texts);
    }

    QWidget* segments(const ChoiceKeyBase& key, const QStringList& texts) const {
        std::vector<Segmented::Choice> choices;
        for (int i = 0; i < texts.size(); ++i)
            choices.push_back(
                {settingObjectName(row, u"%1_button"_s.arg(QLatin1String(key.values[static_cast<std::size_t>(i)]))),
                 texts[i], settingText(row.help)});
        auto* control = new Segmented(choices);
        name(control, u"box"_s);
        follow(control, settings, key.name, [control, &key, &settings = settings] {
            const QSignalBlocker quiet(control);
            control->setCurrent(settings.choice(key));
        });
        QObject::connect(control, &Segmented::currentChanged, control,
                         [&key, &settings = settings](int value) { settings.setChoice(key, value); });
        return control;
    }

    QWidget* combo(const ChoiceKeyBase& key, const QStringList& texts) const {
        auto* control = new QComboBox;
        name(control, u"combo"_s);
        control->addItems(texts);
        control->setMinimumWidth(kControlWidth);
        follow(control, settings, key.name,
               [control, &key, &settings = settings] { control->setCurrentIndex(settings.choice(key)); });
        QObject::connect(control, &QComboBox::activated, control,
                         [&key, &settings = settings](int value) { settings.setChoice(key, value); });
        return control;
    }

    QWidget* operator()(const NumberSetting& number) const {
        auto* spin = new QSpinBox;
        name(spin, u"spin"_s);
        spin->setRange(number.key->least, number.key->most);
        spin->setMinimumWidth(kControlWidth);
        spin->setSuffix(settingText(number.unit));
        spin->setSpecialValueText(settingText(number.special));
        spin->setSingleStep(number.key->most > 1000 ? 100 : 1);
        spin->setKeyboardTracking(false);
        follow(spin, settings, number.key->name, [spin, key = number.key, &settings = settings] {
            const QSignalBlocker quiet(spin);
            spin->setValue(settings.get(*key));
        });
        QObject::connect(spin, &QSpinBox::valueChanged, spin,
                         [key = number.key, &settings = settings](int value) { settings.set(*key, value); });
        return spin;
    }

    QWidget* operator()(const ScaleSetting& scale) const {
        auto* box = new QWidget;
        auto* slider = new QSlider(Qt::Horizontal);
        auto* value = new QLabel;
        name(slider, u"slider"_s);
        slider->setRange(qRound(scale.key->least * 100), qRound(scale.key->most * 100));
        slider->setSingleStep(kScaleStep);
        slider->setPageStep(2 * kScaleStep);
        slider->setTracking(false);
        slider->setMinimumWidth(200);
        value->setMinimumWidth(value->fontMetrics().horizontalAdvance(u"000 %"_s));
        auto* line = new QHBoxLayout(box);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(slider);
        line->addWidget(value);
        const auto showNumber = [value](int percent) {
            value->setText(QCoreApplication::translate("SettingRows", "%1 %").arg(QLocale().toString(percent)));
        };
        follow(slider, settings, scale.key->name, [slider, showNumber, key = scale.key, &settings = settings] {
            const QSignalBlocker quiet(slider);
            slider->setValue(qRound(settings.get(*key) * 100));
            showNumber(slider->value());
        });
        QObject::connect(slider, &QSlider::sliderMoved, value, showNumber);
        QObject::connect(slider, &QSlider::valueChanged, slider,
                         [key = scale.key, &settings = settings](int percent) { settings.set(*key, percent / 100.0); });
        return box;
    }

    QWidget* operator()(const DecimalSetting& number) const {
        auto* spin = new QDoubleSpinBox;
        name(spin, u"spin"_s);
        spin->setRange(number.key->least, number.key->most);
        spin->setMinimumWidth(kControlWidth);
        spin->setDecimals(number.step < 0.5 ? 2 : 1);
        spin->setSingleStep(number.step);
        spin->setSuffix(settingText(number.unit));
        spin->setKeyboardTracking(false);
        follow(spin, settings, number.key->name, [spin, key = number.key, &settings = settings] {
            const QSignalBlocker quiet(spin);
            spin->setValue(settings.get(*key));
        });
        QObject::connect(spin, &QDoubleSpinBox::valueChanged, spin,
                         [key = number.key, &settings = settings](double value) { settings.set(*key, value); });
        return spin;
    }

    QWidget* operator()(const PatternSetting& pattern) const { return makePatternEdit(row, *pattern.key, context); }
    QWidget* operator()(const AddressSetting& address) const { return makeAddressEdit(row, address, context); }
    QWidget* operator()(OwnSetting own) const { return makeOwnControl(row, own, context); }
};

}  // namespace

QString settingObjectName(const SettingRow& row, const QString& suffix) {
    return u"settings_"_s + QString::fromLatin1(settingKey(row)).replace(u'/', u'_') + u'_' + suffix;
}

QWidget* makeSettingControl(const SettingRow& row, StudioContext& context) {
    return std::visit(Maker{row, context, context.settings}, row.kind);
}

}  // namespace segmoe::ui
