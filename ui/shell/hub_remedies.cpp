// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/hub_remedies.h"

#include <algorithm>

#include <QUrl>

#include "core/domain/hub_lookup.h"
#include "ui/bridge/hub_page.h"
#include "ui/bridge/qt_convert.h"
#include "ui/shell/navigator.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

/// The one that the sentence names ("owner/name"), else the first.
QString referenceOf(const Failure& failure, const QStringList& references) {
    const QString sentence = toText(failure.message);
    const auto named = std::ranges::find_if(references, [&](const QString& reference) {
        const QString name = QUrl(hubPageOf(reference)).path().mid(1);
        return sentence.contains(reference) || (!name.isEmpty() && sentence.contains(name));
    });
    return named != references.end() ? *named : references.value(0);
}

}  // namespace

QStringList hubReferencesOf(const MixRecipe& recipe) {
    QStringList references;
    for (const std::string& source : recipeSources(recipe))
        if (looksLikeHubReference(source)) references << toText(source);
    references.removeDuplicates();
    return references;
}

QStringList hubReferencesOf(const RenderRequest& request) {
    QStringList references = request.recipe ? hubReferencesOf(*request.recipe) : QStringList();
    if (!request.recipe && looksLikeHubReference(request.model)) references << toText(request.model);
    return references;
}

bool leadToRemedy(Navigator& navigator, Remedy remedy, const Failure& failure, const QStringList& references) {
    const QString reference = referenceOf(failure, references);
    switch (remedy) {
        case Remedy::GoOnline: Q_EMIT navigator.onlineWanted(references); return true;
        case Remedy::AddToken: Q_EMIT navigator.tokensWanted(hubSiteOf(reference)); return true;
        case Remedy::OpenPage:
            if (const QString page = hubPageOf(reference); !page.isEmpty())
                Q_EMIT navigator.webPageWanted(page);
            else
                Q_EMIT navigator.hubSearchWanted({});
            return true;
        case Remedy::ImageFolder: Q_EMIT navigator.settingsWanted(u"images"_s); return true;
        case Remedy::DeviceSettings: Q_EMIT navigator.settingsWanted(u"device"_s); return true;
        case Remedy::HubSettings: Q_EMIT navigator.settingsWanted(u"hubs"_s); return true;
        default: return false;
    }
}

}  // namespace segmoe::ui
