// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/gallery/settings_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SettingsText)
};

QString number(double value) { return QLocale().toString(value, 'g', QLocale::FloatingPointShortest); }

}  // namespace

QList<SettingRow> settingRows(const PictureSettings& settings) {
    QList<SettingRow> rows;
    const auto add = [&](const QString& name, const QString& value) {
        if (!value.isEmpty()) rows << SettingRow(name, value);
    };
    if (settings.seed) add(Text::tr("Seed"), QString::number(*settings.seed));
    if (settings.steps) add(Text::tr("Steps"), QString::number(*settings.steps));
    QString sampler = toText(settings.samplerText);
    if (settings.sampler && !settings.samplerExact && !sampler.isEmpty())
        sampler = Text::tr("%1 (nearest here: %2)").arg(sampler, toText(samplerTitle(*settings.sampler)));
    add(Text::tr("Sampler"), sampler);
    if (settings.guidanceScale) add(Text::tr("CFG"), number(*settings.guidanceScale));
    if (settings.width && settings.height) add(Text::tr("Size"), u"%1×%2"_s.arg(*settings.width).arg(*settings.height));
    if (settings.clipSkip && *settings.clipSkip > 0) add(Text::tr("Clip skip"), QString::number(*settings.clipSkip));
    if (settings.variationStrength && *settings.variationStrength > 0)
        add(Text::tr("Variation"),
            settings.variationSeed
                ? Text::tr("%1 of seed %2").arg(number(*settings.variationStrength)).arg(*settings.variationSeed)
                : number(*settings.variationStrength));
    if (settings.denoisingStrength) add(Text::tr("Strength"), number(*settings.denoisingStrength));
    if (settings.noise)
        add(Text::tr("Noise"),
            *settings.noise == NoiseSource::Cpu ? Text::tr("same on every machine") : Text::tr("of the device"));
    for (const NamedModel& model : settings.models) {
        const QString name = toText(model.name);
        if (model.role == NamedModel::Role::Model && !settings.recipe) add(Text::tr("Model"), name);
        if (model.role == NamedModel::Role::Vae) add(Text::tr("VAE"), name);
        if (model.role == NamedModel::Role::Lora) add(Text::tr("LoRA"), u"%1 × %2"_s.arg(name, number(model.strength)));
    }
    return rows;
}

QString mixtureText(const PictureSettings& settings) {
    if (!settings.recipe) return {};
    const MixRecipe& recipe = *settings.recipe;
    return u"%1 %2x%3 %4"_s.arg(toText(recipe.name))
        .arg(recipe.experts.size())
        .arg(settings.topK.value_or(recipe.expertsPerToken))
        .arg(toText(moeLayersName(recipe.layers)));
}

QString ruleText(const RoutingRule& rule) {
    const QString letter(QChar(u'A' + qBound(0, rule.expert, 25)));
    const QString where = toText(rule.sites.pattern);
    const QString from = QString::number(qRound(rule.steps.from * 100));
    const QString to = QString::number(qRound(rule.steps.to * 100));
    switch (rule.act) {
        case RoutingRule::Act::Mute:
            return Text::tr("%1 muted in %2, %3 to %4 % of the steps").arg(letter, where, from, to);
        case RoutingRule::Act::Solo:
            return Text::tr("%1 alone in %2, %3 to %4 % of the steps").arg(letter, where, from, to);
        case RoutingRule::Act::Pin:
            return Text::tr("%1 pinned in %2, %3 to %4 % of the steps").arg(letter, where, from, to);
        case RoutingRule::Act::Bias: break;
    }
    return Text::tr("%1 biased by %5 in %2, %3 to %4 % of the steps").arg(letter, where, from, to, number(rule.bias));
}

QList<SettingDifference> settingDifferences(const PictureSettings& first, const PictureSettings& second) {
    const auto allRows = [](const PictureSettings& settings) {
        QList<SettingRow> rows = {{Text::tr("Prompt"), toText(settings.prompt.value_or(""))},
                                  {Text::tr("Negative"), toText(settings.negative.value_or(""))}};
        rows << settingRows(settings);
        if (const QString mixture = mixtureText(settings); !mixture.isEmpty())
            rows << SettingRow(Text::tr("Mixture"), mixture);
        for (const RoutingRule& rule : settings.rules) rows << SettingRow(Text::tr("Rule"), ruleText(rule));
        return rows;
    };
    const auto valuesOf = [](const QList<SettingRow>& rows, const QString& name) {
        QStringList values;
        for (const SettingRow& row : rows)
            if (row.first == name) values << row.second;
        return values.join(u", "_s);
    };
    const QList<SettingRow> a = allRows(first);
    const QList<SettingRow> b = allRows(second);
    QList<SettingDifference> differences;
    QStringList seen;
    for (const SettingRow& row : a + b) {
        if (seen.contains(row.first)) continue;
        seen << row.first;
        const QString left = valuesOf(a, row.first);
        const QString right = valuesOf(b, row.first);
        if (left != right) differences.push_back({row.first, left, right});
    }
    return differences;
}

QString fileText(const GalleryItem& item) {
    const QLocale locale;
    const QString size = u"%1×%2"_s.arg(item.width).arg(item.height);
    const QString when = locale.toString(QDateTime::fromSecsSinceEpoch(item.modified), QLocale::ShortFormat);
    if (item.bytes <= 0) return u"%1 · %2"_s.arg(size, when);
    return u"%1 · %2 · %3"_s.arg(size, locale.formattedDataSize(item.bytes, 0, QLocale::DataSizeSIFormat), when);
}

}  // namespace segmoe::ui
