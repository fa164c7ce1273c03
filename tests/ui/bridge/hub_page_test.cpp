// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/hub_page.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace segmoe::ui;

class HubPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pagesOfReferences_data() {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QString>("page");
        const auto row = [](const char* reference, const char* page) {
            QTest::newRow(reference) << QString::fromLatin1(reference) << QString::fromLatin1(page);
        };
        row("ada/dream", "https://huggingface.co/ada/dream");
        row("ada/dream@main", "https://huggingface.co/ada/dream");
        row("hf://ada/dream@1b/unet/a.safetensors", "https://huggingface.co/ada/dream");
        row("hf:gpt2", "https://huggingface.co/gpt2");
        row("https://huggingface.co/ada/dream/blob/main/x.safetensors", "https://huggingface.co/ada/dream");
        row("civitai:77", "https://civitai.com/model-versions/77");
        row("civitai:5@77?file=1", "https://civitai.com/models/5?modelVersionId=77");
        row("https://civitai.com/models/5/name?modelVersionId=77",
            "https://civitai.com/models/5/name?modelVersionId=77");
        row("https://civitai.com/api/download/models/77?type=Model", "https://civitai.com/model-versions/77");
        row("urn:air:sdxl:checkpoint:civitai:5@77", "https://civitai.com/models/5?modelVersionId=77");
        row("urn:air:sdxl:checkpoint:huggingface:ada/dream", "https://huggingface.co/ada/dream");
        row("https://example.org/model", "");
        row("javascript:alert(1)", "");
        row("/models/ink.safetensors", "");
        row("", "");
    }
    void pagesOfReferences() {
        QFETCH(QString, reference);
        QFETCH(QString, page);
        QCOMPARE(hubPageOf(reference), page);
    }
    void sitesOfReferences() {
        QCOMPARE(hubSiteOf(u"civitai:77"_s), u"civitai"_s);
        QCOMPARE(hubSiteOf(u"ada/dream"_s), u"hf"_s);
        QCOMPARE(hubSiteOf({}), u"hf"_s);
    }
};

QTEST_APPLESS_MAIN(HubPageTest)
#include "hub_page_test.moc"
