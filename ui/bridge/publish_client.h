// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

#include "core/engine/failure.h"
#include "core/engine/hub_publish.h"

namespace segmoe::ui {

/// Publishing saved models on Hugging Face. Requests return at once; answers come as signals on the thread of the
/// client. One upload at a time; it goes on while dialogs come and go.
class PublishClient : public QObject {
    Q_OBJECT
public:
    explicit PublishClient(QObject* parent = nullptr);

    /// What the folder holds: planned() with what is known at once, and, where digests of parts are missing, once more
    /// when they have been read; planFailed(). Ends an older question of this kind.
    virtual void plan(const QString& folder) = 0;
    /// Where it would go; empty = whose the token is. inspected() or inspectFailed(); older questions are dropped.
    virtual void inspect(const QString& repo) = 0;
    /// published(), publishFailed() or publishCancelled().
    void publish(const HubPush& push);
    /// The repository an upload is under way to; empty = none.
    QString uploading() const { return m_uploading; }
    virtual void cancelPlan() = 0;
    /// Ends the upload unless its commit is being recorded already, which is waited for.
    virtual void cancelPublish() = 0;

Q_SIGNALS:
    void planned(const segmoe::PublishPlan& plan);
    /// Digests of the parts are being read.
    void planProgressed(const QString& folder, double fraction, const QString& part);
    void planFailed(const QString& folder, const segmoe::Failure& failure);
    void inspected(const segmoe::PublishTarget& target);
    void inspectFailed(const QString& repo, const segmoe::Failure& failure);
    void publishProgressed(const segmoe::Progress& progress);
    void published(const segmoe::HubPushReport& report);
    void publishFailed(const segmoe::Failure& failure);
    void publishCancelled();

protected:
    virtual void upload(const HubPush& push) = 0;

private:
    QString m_uploading;
};

}  // namespace segmoe::ui
