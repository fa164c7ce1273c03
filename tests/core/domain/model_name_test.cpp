// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include "core/domain/model_name.h"

using namespace segmoe;

class ModelNameTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void names_data() {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("isFolder");
        QTest::addColumn<QByteArray>("name");
        const auto row = [](const char* what, const char* path, bool isFolder, const char* name) {
            QTest::newRow(what) << QByteArray(path) << isFolder << QByteArray(name);
        };
        row("folder", "/m/dreamscape", true, "dreamscape");
        row("folder with a point", "/m/dreamscape.v4", true, "dreamscape.v4");
        row("folder with a slash", "/m/dreamscape/", true, "dreamscape");
        row("file", "/m/dreamscape_v4.safetensors", false, "dreamscape_v4");
        row("file with a point", "/m/dreamscape.v4.safetensors", false, "dreamscape.v4");
        row("cache", "/c/hub/models--stabilityai--sdxl-turbo/snapshots/0123abc", true, "sdxl-turbo");
        row("cache with a slash", "/c/hub/models--stabilityai--sdxl-turbo/snapshots/0123abc/", true, "sdxl-turbo");
        row("cache without an owner", "/c/hub/models--gpt2/snapshots/0123abc", true, "gpt2");
        row("a part of it", "/c/hub/models--a--b/snapshots/0123abc/unet", true, "unet");
        row("a file of it", "/c/hub/models--a--b/snapshots/0123abc/v1-5.safetensors", false, "v1-5");
        row("another snapshots", "/m/snapshots/first", true, "first");
    }
    void names() {
        QFETCH(QByteArray, path);
        QFETCH(bool, isFolder);
        QFETCH(QByteArray, name);
        QCOMPARE(QByteArray::fromStdString(modelNameOf(path.toStdString(), isFolder)), name);
    }
};

QTEST_GUILESS_MAIN(ModelNameTest)
#include "model_name_test.moc"
