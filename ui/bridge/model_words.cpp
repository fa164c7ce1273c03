// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/model_words.h"

#include <QCoreApplication>
#include <QLocale>

#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

class ModelText {
    Q_DECLARE_TR_FUNCTIONS(ModelText)
};

}  // namespace

QString architectureText(const ModelFacts& facts) {
    const QString name = toText(facts.architecture.name);
    if (name == "custom layout"_L1) return ModelText::tr("Custom");
    return name == "SD1.x"_L1 ? u"SD1.5"_s : name;
}

QString byteText(std::int64_t bytes) {
    const QLocale locale;
    const double size = static_cast<double>(bytes);
    if (bytes < 1'000'000) return ModelText::tr("%1 kB").arg(locale.toString(size / 1e3, 'f', 0));
    if (bytes < 100'000'000) return ModelText::tr("%1 MB").arg(locale.toString(size / 1e6, 'f', 1));
    return ModelText::tr("%1 GB").arg(locale.toString(size / 1e9, 'f', bytes < 10'000'000'000 ? 2 : 1));
}

QStringList termsLines(const HubTerms& terms) {
    const auto line = [](bool yes, const QString& text) { return (yes ? u"✓ "_s : u"✗ "_s) + text; };
    return {line(terms.maySellImages, ModelText::tr("sell pictures")),
            line(terms.maySellModel, ModelText::tr("sell the model")),
            line(terms.mayShareMerges, ModelText::tr("share mixtures")),
            line(terms.mayChangeTerms, ModelText::tr("share them under other terms")),
            terms.needsCredit ? ModelText::tr("name the author") : ModelText::tr("no need to name the author")};
}

QString licenceName(const std::string& licence) {
    return hubTermsOf(licence) ? ModelText::tr("CivitAI terms") : toText(licence);
}

QStringList licenceLines(const std::string& licence) {
    if (const auto terms = hubTermsOf(licence)) return termsLines(*terms);
    return licence.empty() ? QStringList() : QStringList{toText(licence)};
}

}  // namespace segmoe::ui
