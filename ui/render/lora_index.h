// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>
#include <QStringList>

namespace segmoe::ui {

/// Where the LoRA of a <lora:name:1> chip lies: file names below the model folders, looked up without opening a file.
/// The search runs on a pool thread; the newest one wins.
class LoraIndex : public QObject {
    Q_OBJECT
public:
    explicit LoraIndex(QObject* parent = nullptr);

    void setFolders(const QStringList& folders);
    void rescan();
    /// Absolute path, or empty. Names are compared without their case; the suffix may be left out.
    QString find(const QString& name) const;
    QStringList names() const { return m_files.keys(); }

Q_SIGNALS:
    void changed();

private:
    QStringList m_folders;
    QHash<QString, QString> m_files;  ///< lower-case name without suffix → path
    quint64 m_scan = 0;
};

/// The search itself: .safetensors below the folders; on equal names those in a folder called like "lora" win.
QHash<QString, QString> scanLoras(const QStringList& folders);

}  // namespace segmoe::ui
