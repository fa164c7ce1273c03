// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QObject>
#include <QString>
#include <QStringList>

#include "core/engine/failure.h"
#include "core/engine/hub_browser.h"

namespace segmoe::ui {

/// Names one question to the hubs; never used twice in a session.
enum class HubQuestion : quint64 {};

/// Why a hub did not answer.
struct HubTrouble {
    Failure failure;
    int waitSeconds = 0;  ///< that it asks for; 0 = it does not say
};

/// The window's way to what Hugging Face and CivitAI offer. Requests return at once; answers come as signals on the
/// thread of the client, each with the number that the asking function returned.
class HubClient : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Answers with found() or searchFailed(). An earlier search of the same site is cancelled and stays unanswered.
    virtual HubQuestion search(const HubSearch& search) = 0;
    /// Answers with described() or describeFailed(); an earlier one is cancelled and stays unanswered. `text`: what
    /// HubBrowser::details() understands.
    virtual HubQuestion describe(const QString& text) = 0;
    /// Answers with pictureReady() or pictureFailed(). Four at once, the newest wish first.
    virtual void requestPicture(const QString& address) = 0;
    /// Wishes for other pictures that nobody has begun to fulfil are dropped.
    virtual void keepPictures(const QStringList& wanted) = 0;
    /// Nothing is asked over the network from now on; copies on this disk answer.
    virtual void setOffline(bool offline) = 0;

Q_SIGNALS:
    void found(segmoe::ui::HubQuestion question, const segmoe::HubPage& page);
    void searchFailed(segmoe::ui::HubQuestion question, const segmoe::ui::HubTrouble& trouble);
    void described(segmoe::ui::HubQuestion question, const segmoe::HubDetails& details);
    void describeFailed(segmoe::ui::HubQuestion question, const segmoe::ui::HubTrouble& trouble);
    void pictureReady(const QString& address, const QImage& picture);
    void pictureFailed(const QString& address);
};

}  // namespace segmoe::ui
