// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/hub_page.h"

#include <QRegularExpression>
#include <QUrl>

#include "core/domain/hub_hosts.h"
#include "core/domain/hub_lookup.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

QString civitaiPage(const QString& model, const QString& version) {
    if (model.isEmpty()) return version.isEmpty() ? QString() : u"https://civitai.com/model-versions/"_s + version;
    const QString page = u"https://civitai.com/models/"_s + model;
    return version.isEmpty() ? page : page + u"?modelVersionId="_s + version;
}

/// "VERSION" or "MODEL@VERSION", with wishes behind.
QString civitaiPageOfIds(const QString& ids) {
    static const QRegularExpression form(u"^(?:(\\d+)@)?(\\d+)"_s);
    const QRegularExpressionMatch match = form.match(ids);
    return civitaiPage(match.captured(1), match.captured(2));
}

QString repositoryPage(const QString& path) {
    static const QRegularExpression form(u"^/*([\\w.-]+(?:/[\\w.-]+)?)"_s);
    const QRegularExpressionMatch match = form.match(path);
    return match.hasMatch() ? u"https://huggingface.co/"_s + match.captured(1) : QString();
}

QString pageOfLink(const QString& link) {
    const QUrl url(link);
    const std::string host = url.host().toStdString();
    if (isHuggingFaceHost(host)) return repositoryPage(url.path());
    if (!isCivitaiHost(host)) return {};  // what a file tells as its origin may lead anywhere
    static const QRegularExpression version(u"^/(?:api/download/models|api/v1/model-versions|model-versions)/(\\d+)"_s);
    const QRegularExpressionMatch match = version.match(url.path());
    return match.hasMatch() ? civitaiPage({}, match.captured(1)) : link;
}

/// "urn:air:sdxl:checkpoint:civitai:ID@VERSION+FILE.format".
QString pageOfAir(const QString& air) {
    static const QRegularExpression civitai(u":civitai:(\\d+)(?:@(\\d+))?"_s);
    if (const QRegularExpressionMatch match = civitai.match(air); match.hasMatch())
        return civitaiPage(match.captured(1), match.captured(2));
    return repositoryPage(air.section(u":huggingface:"_s, 1));
}

}  // namespace

QString hubPageOf(const QString& reference) {
    const QString text = reference.trimmed();
    if (text.startsWith("https://"_L1) || text.startsWith("http://"_L1)) return pageOfLink(text);
    if (text.startsWith("civitai:"_L1)) return civitaiPageOfIds(text.section(u':', 1));
    if (text.contains(":civitai:"_L1) || text.contains(":huggingface:"_L1)) return pageOfAir(text);
    if (text.startsWith("hf:"_L1)) return repositoryPage(text.mid(3));
    return looksLikeHubReference(text.toStdString()) ? repositoryPage(text) : QString();
}

QString hubSiteOf(const QString& reference) {
    return isCivitaiHost(QUrl(hubPageOf(reference)).host().toStdString()) ? u"civitai"_s : u"hf"_s;
}

}  // namespace segmoe::ui
