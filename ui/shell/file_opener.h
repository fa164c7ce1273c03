// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include <QObject>
#include <QStringList>

#include "ui/shell/studio_context.h"

class QMimeData;

namespace segmoe::ui {

class BannerBar;

/// Files from the command line, the Open dialog, the list of recent files and drops beside the targets of the pages:
/// judged by their suffix, handed to the page that fits.
class FileOpener : public QObject {
    Q_OBJECT
public:
    FileOpener(StudioContext& context, BannerBar& banner, QObject* parent = nullptr);

    struct Choice {
        QString objectName;
        QString text;
        std::function<void()> act;
    };
    /// What can be done with the file, the usual first; empty = refused, with a sentence in the status line.
    std::vector<Choice> choices(const QString& file) const;

    void open(const QString& file);
    void openDialog(QWidget* window);
    static bool accepts(const QMimeData& data);
    /// Opens at once where there is one way, else asks in the banner.
    void drop(const QMimeData& data);

private:
    QString refusal(const QString& file) const;
    void remember(const QString& file);

    StudioContext m_context;
    BannerBar& m_banner;
};

}  // namespace segmoe::ui
