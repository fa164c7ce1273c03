// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/notice_text.h"

#include <QFile>
#include <QRegularExpression>

namespace segmoe::ui {

using namespace Qt::StringLiterals;

QString noticeText() {
    QFile file(u":/NOTICE"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// A list is indented by two; its names and licences stand in columns, and a licence may go on in the next line.
std::vector<NoticeEntry> noticeEntries(const QString& notice, const QString& heading) {
    static const QRegularExpression entry(u"^  (\\S.*?)  +(\\S.*)$"_s), further(u"^ {3,}(\\S.*)$"_s);
    std::vector<NoticeEntry> entries;
    bool isInside = false;
    for (const QString& line : notice.split(u'\n')) {
        if (!line.isEmpty() && !line.startsWith(u' ')) isInside = line.startsWith(heading);
        if (!isInside) continue;
        if (const auto match = entry.match(line); match.hasMatch())
            entries.push_back({match.captured(1), match.captured(2)});
        else if (const auto rest = further.match(line); rest.hasMatch() && !entries.empty())
            entries.back().licence += u' ' + rest.captured(1);
    }
    return entries;
}

}  // namespace segmoe::ui
