// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/source_info.h"

#include <QCoreApplication>

#include "ui/bridge/hub_page.h"
#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

class SourceText {
    Q_DECLARE_TR_FUNCTIONS(SourceText)
};

QString originText(const QString& source, const SourceInfo& info) {
    if (source.startsWith(u"civitai:"_s) || source.contains(u"civitai.com"_s) || source.startsWith(u"urn:air:"_s))
        return u"CivitAI"_s;
    if (info.state == SourceInfo::State::Remote) return u"Hugging Face"_s;
    return SourceText::tr("local");
}

}  // namespace

const SourceInfo& infoOf(const SourceInfos& infos, const QString& source) {
    static const SourceInfo unknown;
    const auto found = infos.find(source);
    return found == infos.end() ? unknown : found->second;
}

QString hubArchitecture(const SourceInfo& base) {
    if (base.state != SourceInfo::State::Ok) return {};
    const std::string& name = base.facts.architecture.name;
    if (name == "SDXL") return u"sdxl"_s;
    if (name == "SD1.x") return u"sd1"_s;
    return name == "SD2.x" ? u"sd2"_s : QString();
}

bool isMixable(const ModelFacts& base, const ModelFacts& expert) {
    if (!base.structure.empty() && !expert.structure.empty())
        return base.structure == expert.structure && base.architecture.inChannels == expert.architecture.inChannels;
    return base.architecture.family == expert.architecture.family && base.architecture.name == expert.architecture.name;
}

QString modelPageOf(const QString& source, const SourceInfo& info) {
    // "models/ink.safetensors" of a recipe beside that folder looks like a repository; what is in a cache has another
    // name than its repository.
    const bool isFile = info.facts.path.filename() == toPath(source).filename();
    const QString named = isFile ? QString() : hubPageOf(source);
    return named.isEmpty() ? hubPageOf(toText(info.facts.origin)) : named;
}

QString infoLine(const QString& source, const SourceInfo& info) {
    switch (info.state) {
        case SourceInfo::State::Unknown:
        case SourceInfo::State::Checking:
            return SourceText::tr("Checking %1…").arg(source.section(u'/', -1, -1, QString::SectionSkipEmpty));
        case SourceInfo::State::Missing: return SourceText::tr("Not at its place");
        case SourceInfo::State::Remote:
            if (info.arriving)
                return SourceText::tr("%1 · downloading %2 %").arg(originText(source, info)).arg(*info.arriving);
            return SourceText::tr("%1 · not on this computer").arg(originText(source, info));
        case SourceInfo::State::Refused:
            return info.facts.refusal ? toText(info.facts.refusal->message) : SourceText::tr("Cannot be used");
        case SourceInfo::State::Ok: break;
    }
    if (info.isChanged) return SourceText::tr("Changed on disk since it was added");
    QStringList parts = {SourceText::tr("%1 %2").arg(byteText(info.facts.bytes), toText(info.facts.dtype)),
                         originText(source, info)};
    parts << (info.facts.license.empty() ? SourceText::tr("licence unknown") : licenceName(info.facts.license));
    return parts.join(u" · "_s);
}

}  // namespace segmoe::ui
