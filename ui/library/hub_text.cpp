// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/hub_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

#include "ui/bridge/error_text.h"
#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

class HubText {
    Q_DECLARE_TR_FUNCTIONS(HubText)
};

}  // namespace

QString siteName(HubSite site) { return site == HubSite::CivitAi ? u"CivitAI"_s : u"Hugging Face"_s; }

QString siteHost(HubSite site) { return site == HubSite::CivitAi ? u"civitai.com"_s : u"huggingface.co"_s; }

QString hubBaseText(const std::string& architecture, const std::string& base) {
    if (!base.empty()) return toText(base);
    if (architecture == "sdxl") return u"SDXL"_s;
    if (architecture == "sd1") return u"SD1.5"_s;
    return architecture == "sd2" ? u"SD2"_s : QString();
}

QString countText(std::int64_t count) {
    const QLocale locale;
    const auto value = static_cast<double>(count);
    if (count >= 1'000'000) return HubText::tr("%1 M").arg(locale.toString(value / 1e6, 'f', 1));
    if (count >= 10'000) return HubText::tr("%1 k").arg(locale.toString(value / 1e3, 'f', 0));
    return locale.toString(static_cast<qlonglong>(count));
}

QString dayText(const std::string& iso) {
    const QDateTime time = QDateTime::fromString(toText(iso), Qt::ISODateWithMs);
    return time.isValid() ? QLocale().toString(time.toLocalTime().date(), QLocale::ShortFormat) : QString();
}

QString momentText(std::int64_t seconds) {
    const QDateTime time = QDateTime::fromSecsSinceEpoch(seconds);
    const bool isToday = time.date() == QDate::currentDate();
    return isToday ? QLocale().toString(time.time(), QLocale::ShortFormat)
                   : QLocale().toString(time, QLocale::ShortFormat);
}

QString hubRowLine(const HubRow& row) {
    QStringList parts;
    if (const QString base = hubBaseText(row.architecture, row.base); !base.isEmpty()) parts << base;
    if (!row.precision.empty()) parts << toText(row.precision);
    if (row.bytes > 0) parts << byteText(static_cast<std::int64_t>(row.bytes));
    if (row.downloads > 0) parts << HubText::tr("%1 downloads").arg(countText(row.downloads));
    if (row.likes > 0) parts << HubText::tr("%1 likes").arg(countText(row.likes));
    return parts.join(u" · "_s);
}

QString fileRefusal(HubFileUse use) {
    switch (use) {
        case HubFileUse::Usable: return {};
        case HubFileUse::Pickle:
            return HubText::tr("A pickle, which can run code when opened. Only safetensors are used.");
        case HubFileUse::OtherFormat: return HubText::tr("A format that this program does not read.");
        case HubFileUse::Dangerous: return HubText::tr("The site's scan found this file dangerous.");
        case HubFileUse::OtherPart: return HubText::tr("Comes with the model, but is not the model.");
    }
    return {};
}

QString stateSentence(HubState state, HubSite site, const std::string& until) {
    switch (state) {
        case HubState::Open: return {};
        case HubState::LoginNeeded:
            return HubText::tr("The authors ask you to accept their terms. Log in with a token of %1 first.")
                .arg(siteName(site));
        case HubState::TermsNeeded:
            return HubText::tr(
                "The authors ask you to accept their terms on the model's page. If you have, just get it.");
        case HubState::EarlyAccess: {
            const QString day = dayText(until);
            return day.isEmpty() ? HubText::tr("In early access; buy access on the page or wait.")
                                 : HubText::tr("In early access until %1; buy access on the page or wait.").arg(day);
        }
        case HubState::Archived: return HubText::tr("This version is archived; its files are gone.");
        case HubState::PickleOnly:
            return HubText::tr("Only pickle files, which can run code when opened. They cannot be used.");
        case HubState::NothingUsable: return HubText::tr("No file that this program reads.");
    }
    return {};
}

QString troubleSentence(ErrorCode code, HubSite site) {
    const QString host = siteHost(site);
    switch (code) {
        case ErrorCode::Unreachable: return HubText::tr("Cannot reach %1. Check the connection.").arg(host);
        case ErrorCode::Timeout: return HubText::tr("%1 stopped answering.").arg(host);
        case ErrorCode::TransferBroken: return HubText::tr("The connection to %1 broke.").arg(host);
        case ErrorCode::TlsFailed: return HubText::tr("The secure connection to %1 could not be trusted.").arg(host);
        case ErrorCode::ServerBusy:
            return HubText::tr("%1 has trouble right now. Try again in a few minutes.").arg(host);
        case ErrorCode::BadServerReply: return HubText::tr("%1 sent something unreadable.").arg(host);
        case ErrorCode::BadRequest: return HubText::tr("%1 did not understand the request.").arg(host);
        case ErrorCode::RequestInvalid:
            return HubText::tr("This text is not a model link from huggingface.co or civitai.com.");
        case ErrorCode::NameRefused: return HubText::tr("This is not the name of a model on a hub.");
        case ErrorCode::OfflineMissing: return HubText::tr("Offline, and there is no copy of this on your computer.");
        default: return errorText(code).sentence;
    }
}

}  // namespace segmoe::ui
