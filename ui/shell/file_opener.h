// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include <QObject>
#include <QStringList>

#include "ui/shell/studio_context.h"
#include "ui/widgets/mime_kinds.h"

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
    /// The same for a model of a hub: a link or a reference.
    std::vector<Choice> hubChoices(const QString& reference) const;

    void open(const QString& file);
    void openDialog(QWidget* window);
    /// Files, models of the library, links to hubs.
    static bool accepts(const QMimeData& data);
    /// Opens at once where there is one way, else asks in the banner.
    void drop(const QMimeData& data);

private:
    std::vector<Choice> modelChoices(const QString& file, FileKind kind) const;
    /// One way, and the places that a model may take in the mixture.
    std::vector<Choice> withMixChoices(Choice first, const QString& model) const;
    std::vector<Choice> pictureChoices(const QString& file) const;
    std::vector<Choice> loraChoices(const QString& file) const;
    void ask(const QString& name, const std::vector<Choice>& ways, const QString& remembered);
    QString refusal(const QString& file) const;
    void remember(const QString& file);

    StudioContext m_context;
    BannerBar& m_banner;
};

}  // namespace segmoe::ui
