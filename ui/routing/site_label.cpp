// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/site_label.h"

#include <QCoreApplication>

#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

SiteLabel parseSiteLabel(const std::string& label) {
    SiteLabel parsed;
    const QString text = toText(label);
    for (SiteKind kind :
         {SiteKind::SelfAttention, SiteKind::CrossQuery, SiteKind::CrossKeyValue, SiteKind::FeedForward}) {
        const QString name = toText(siteKindName(kind));
        if (text != name && !text.endsWith(QChar(u'.') + name)) continue;
        parsed.kind = kind;
        parsed.block = text.left(text.size() - name.size());
        if (parsed.block.endsWith(u'.')) parsed.block.chop(1);
    }
    parsed.stage = parsed.block.section(u'.', 0, 0);
    return parsed;
}

QString kindText(SiteKind kind) {
    switch (kind) {
        case SiteKind::SelfAttention: return QCoreApplication::translate("SiteLabel", "Self-attention");
        case SiteKind::CrossQuery: return QCoreApplication::translate("SiteLabel", "Cross query");
        case SiteKind::CrossKeyValue: return QCoreApplication::translate("SiteLabel", "Text");
        case SiteKind::FeedForward: return QCoreApplication::translate("SiteLabel", "Feed-forward");
    }
    return {};
}

}  // namespace segmoe::ui
