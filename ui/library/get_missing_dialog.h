// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include <QDialog>
#include <QStringList>

#include "ui/bridge/download_client.h"

class QLabel;
class QPushButton;
class QTableWidget;

namespace segmoe::ui {

/// What a recipe or a picture names and is not on this computer: what fetching it takes, and the button that does. The
/// hubs are asked while the dialog is open; what they refuse says why.
class GetMissingDialog : public QDialog {
    Q_OBJECT
public:
    /// `unknown`: names nobody can fetch.
    GetMissingDialog(DownloadClient& downloads, const QStringList& references, const QStringList& unknown,
                     QWidget* parent);

Q_SIGNALS:
    /// The downloads were started.
    void gotten(const QStringList& references);

private:
    void takePlan(const QString& reference, const HubFetch& plan);
    void takeRefusal(const QString& reference, const Failure& failure);
    void addRow(const QString& name, const QString& size, const QString& note);
    void updateSum();
    void getAll();
    int rowOf(const QString& reference) const;

    DownloadClient& m_downloads;
    QStringList m_references;
    std::map<QString, quint64> m_bytes;  ///< of those the hubs have told
    std::map<QString, bool> m_refused;
    QTableWidget* m_table;
    QLabel* m_sum;
    QPushButton* m_get;
};

}  // namespace segmoe::ui
