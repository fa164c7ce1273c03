// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/pseudo_translator.h"

using namespace Qt::StringLiterals;

QString PseudoTranslator::translate(const char*, const char* source, const char*, int n) const {
    static const QString plain = u"aceinosuyAEIOUN"_s;
    static const QString accented = u"àçéîñöšûýÀÉÎÖÛÑ"_s;
    const QString text = QString::fromUtf8(source);
    if (text.trimmed().isEmpty()) return text;
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype at = plain.indexOf(text[i]);
        const bool placeholder = i > 0 && text[i - 1] == u'%';
        result += at >= 0 && !placeholder ? accented[at] : text[i];
    }
    // Whole words, so that wrapped texts can wrap.
    for (qsizetype more = text.size() * 2 / 5; more > 0; more -= 4) result += u" ñé"_s;
    if (n >= 0) result.replace(u"%n"_s, QString::number(n));
    return result;
}
