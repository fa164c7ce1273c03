// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/library_client.h"

namespace segmoe::ui {

struct LibraryContent {
    std::vector<LibraryRoot> roots;
    std::vector<LibraryModel> models;
};

/// A library that holds what it is given and notes what it is asked; its owner emits the signals of a scan.
class ScriptedLibraryClient : public LibraryClient {
    Q_OBJECT
public:
    using LibraryClient::LibraryClient;

    LibraryContent content;          ///< what load() answers; folders that are added come to it
    std::vector<KnownFolder> known;  ///< what findKnownFolders() answers
    QStringList asked;               ///< "scan", "hash PATH"…
    std::vector<ModelCopy> copies;   ///< what findCopies() answers
    ModelHeader header;              ///< what readHeader() answers
    ModelUses uses;                  ///< what findUses() answers
    bool isIdentifying = false;
    bool isResting = false;

    void load(const QString& folder) override;
    void addRoot(const QString& folder, bool isForeign) override;
    void removeRoot(const QString& folder) override;
    void setRootEnabled(const QString& folder, bool enabled) override;
    void scan(const QString& onlyRoot) override { asked << QStringLiteral("scan") + onlyRoot; }
    void stopScan() override { asked << QStringLiteral("stop scan"); }
    void hash(const QStringList& models) override;
    void stopHashing() override {}
    void setIdentifying(bool on) override { isIdentifying = on; }
    void restIdentifying(bool rest) override { isResting = rest; }
    void findCopies(const QString& model) override;
    void joinCopies(const QString& keep, const QStringList& of) override;
    void trashCopies(const QString& keep, const QStringList& of) override;
    void move(const QString& model, const QString& folder) override;
    void stopFileWork() override { asked << QStringLiteral("stop file work"); }
    void readHeader(const QString& model) override;
    void findUses(const QString& model, const QStringList& recipes) override;
    void setAlias(const QString& model, const QString& alias) override;
    void setTags(const QString& model, const QStringList& tags) override;
    void noteUse(const QString& model) override { asked << QStringLiteral("use ") + model; }
    void trash(const QString& model) override;
    void forget(const QString& model) override { asked << QStringLiteral("forget ") + model; }
    void findKnownFolders() override { Q_EMIT knownFolders(known); }
};

}  // namespace segmoe::ui
