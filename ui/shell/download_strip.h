// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QProgressBar;
class QPushButton;

namespace segmoe::ui {

class DownloadClient;
class ElidedLabel;
class Navigator;

/// The downloads in the Jobs dock: how many, how far, and the way to their list. Hidden while nothing comes.
class DownloadStrip : public QFrame {
    Q_OBJECT
public:
    DownloadStrip(DownloadClient& downloads, Navigator& navigator, QWidget* parent = nullptr);

private:
    void refresh();

    DownloadClient& m_downloads;
    ElidedLabel* m_text;
    QProgressBar* m_bar;
    QPushButton* m_show;
};

}  // namespace segmoe::ui
