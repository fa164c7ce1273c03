// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/publish_terms.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include "core/domain/licence_terms.h"
#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

class Publish {
    Q_DECLARE_TR_FUNCTIONS(PublishTerms)
};

}  // namespace

PublishTerms publishTerms(std::span<const MixturePart> parts) {
    QStringList forbidden, unknown;
    for (const MixturePart& part : parts) {
        const LicenceTerms terms = licenceTerms(part.license);
        const bool isForbidden = terms.shareMerges == Permission::No || terms.derivatives == Permission::No;
        if (isForbidden)
            forbidden << u"%1 (%2)"_s.arg(toText(part.name), licenceName(part.license));
        else if (terms.shareMerges != Permission::Yes)
            unknown << toText(part.name);
    }
    if (!forbidden.isEmpty())
        return {PublishTerms::Verdict::Forbidden,
                Publish::tr("These licences do not let a mixture be shared: %1. Replace the parts, or keep the mixture "
                            "to yourself.")
                    .arg(forbidden.join(u", "_s))};
    if (!unknown.isEmpty())
        return {PublishTerms::Verdict::Unknown,
                Publish::tr("Nobody has said what the licence of these parts allows: %1. Look at their pages.")
                    .arg(unknown.join(u", "_s))};
    return {};
}

QString withLicence(const QString& card, const QString& licence) {
    const QString line = u"license: "_s + licence;
    QStringList lines = card.split(u'\n');
    if (lines.isEmpty() || lines.first().trimmed() != u"---"_s) return u"---\n"_s + line + u"\n---\n"_s + card;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (lines[i].trimmed() == u"---"_s) {
            lines.insert(i, line);
            break;
        }
        if (!lines[i].startsWith(u"license:"_s)) continue;
        lines[i] = line;
        while (i + 1 < lines.size() && lines[i + 1].trimmed().startsWith(u"- "_s)) lines.removeAt(i + 1);
        break;
    }
    return lines.join(u'\n');
}

QString repositoryProblem(const QString& repo) {
    static const QRegularExpression form(u"^[A-Za-z0-9][A-Za-z0-9._-]*/[A-Za-z0-9_][A-Za-z0-9._-]*$"_s);
    const bool isOdd = repo.contains(u"--"_s) || repo.contains(u".."_s) || repo.endsWith(u'-') || repo.endsWith(u'.') ||
                       repo.endsWith(u".git"_s) || repo.size() > 96;
    if (form.match(repo).hasMatch() && !isOdd) return {};
    return Publish::tr("Write account/name, with letters, digits, “-”, “_” and “.” only.");
}

}  // namespace segmoe::ui
