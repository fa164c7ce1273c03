// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QWidget>

class QComboBox;

namespace segmoe::ui {

/// Which VAE turns latents into pixels: the model's own, one of those on this computer, or a file.
class VaeField : public QWidget {
    Q_OBJECT
public:
    explicit VaeField(QWidget* parent = nullptr);

    /// A path, empty = the model's own.
    QString vae() const;
    /// Adds it to the list when it is not there; says edited() when it is another.
    void setVae(const QString& path);
    /// The files that are offered; a chosen one stays.
    void setKnown(const QStringList& files);
    QComboBox* combo() { return m_combo; }

Q_SIGNALS:
    void edited();

private:
    void fill(const QString& chosen);
    void activated(int index);
    void openFile();

    QStringList m_known;
    QString m_vae;
    QComboBox* m_combo;
};

}  // namespace segmoe::ui
