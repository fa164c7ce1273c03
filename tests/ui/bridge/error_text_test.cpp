// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/error_text.h"

#include <QtTest/QtTest>

using namespace segmoe;
using namespace segmoe::ui;

class ErrorTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasItsOwnSentence_data() {
        QTest::addColumn<int>("code");
        for (ErrorCode code : allErrorCodes())
            QTest::newRow(std::string(errorCodeName(code)).c_str()) << static_cast<int>(code);
    }
    void everyCodeHasItsOwnSentence() {
        QFETCH(int, code);
        const ErrorText text = errorText(static_cast<ErrorCode>(code));
        QVERIFY(text.sentence.endsWith(u'.'));
        QVERIFY(!remedyText(text.remedy).isEmpty());
        const bool isFallback = text.sentence == errorText(ErrorCode::InternalError).sentence;
        QCOMPARE(isFallback, static_cast<ErrorCode>(code) == ErrorCode::InternalError);
    }
    void hubsHaveRemediesOfTheirOwn() {
        QCOMPARE(errorText(ErrorCode::OfflineMissing).remedy, Remedy::GoOnline);
        for (const ErrorCode code : {ErrorCode::TokenInvalid, ErrorCode::LoginNeeded, ErrorCode::TokenScope})
            QCOMPARE(errorText(code).remedy, Remedy::AddToken);
        for (const ErrorCode code : {ErrorCode::Gated, ErrorCode::EarlyAccess, ErrorCode::Forbidden})
            QCOMPARE(errorText(code).remedy, Remedy::OpenPage);
    }
    void sentencesDiffer() {
        QSet<QString> sentences;
        for (ErrorCode code : allErrorCodes()) sentences << errorText(code).sentence;
        QCOMPARE(sentences.size(), static_cast<qsizetype>(allErrorCodes().size()));
    }
    void detailsNameTheCodeAndTheCoresWords() {
        const QString details = errorDetails({ErrorCode::DiskFull, "There is no room on /data.", "ENOSPC"});
        QCOMPARE(details, QStringLiteral("DiskFull\nThere is no room on /data.\nENOSPC"));
    }
};

QTEST_APPLESS_MAIN(ErrorTextTest)
#include "error_text_test.moc"
