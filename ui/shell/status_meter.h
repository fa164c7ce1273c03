// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;

namespace segmoe::ui {

class Meter;
class Theme;

/// How full a memory is: a bar, the figures beside it, who takes how much as tool tip.
class StatusMeter : public QWidget {
    Q_OBJECT
public:
    /// `name`: start of the objects' names, "status_ram". `title`: what stands before the figures, "RAM".
    StatusMeter(const Theme& theme, const QString& name, const QString& title);

    struct Reading {
        qint64 totalBytes = 0;
        qint64 freeBytes = 0;
        qint64 ownBytes = 0;  ///< taken by this program
        QString owner;        ///< whose memory it is, when the title does not say it all
    };
    void setReading(const Reading& reading);

private:
    QString m_title;
    Meter* m_meter;
    QLabel* m_text;
};

}  // namespace segmoe::ui
