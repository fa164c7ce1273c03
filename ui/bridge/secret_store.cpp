// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/secret_store.h"

#include <utility>

#ifdef SEGMOE_HAS_KEYCHAIN
#include <qt6keychain/keychain.h>
#include <QObject>
#endif

namespace segmoe::ui {

#ifdef SEGMOE_HAS_KEYCHAIN

using namespace Qt::StringLiterals;

namespace {

const QString kService = u"segmoe-studio"_s;

SecretAnswer answerOf(const QKeychain::Job& job) {
    switch (job.error()) {
        case QKeychain::NoError: return {};
        case QKeychain::EntryNotFound: return {SecretAnswer::Outcome::Absent, {}, {}};
        case QKeychain::NoBackendAvailable:
        case QKeychain::NotImplemented: return {SecretAnswer::Outcome::Unavailable, {}, job.errorString()};
        case QKeychain::AccessDenied:
        case QKeychain::AccessDeniedByUser:
        case QKeychain::CouldNotDeleteEntry: return {SecretAnswer::Outcome::Refused, {}, job.errorString()};
        case QKeychain::OtherError: break;
    }
    // What services without a session say, too.
    return {SecretAnswer::Outcome::Unavailable, {}, job.errorString()};
}

class SystemKeychain final : public SecretStore {
public:
    void read(const QString& key, Then then) override {
        auto* job = new QKeychain::ReadPasswordJob(kService);
        start(job, key, [job, then = std::move(then)] {
            SecretAnswer answer = answerOf(*job);
            if (answer.outcome == SecretAnswer::Outcome::Done) answer.secret = job->textData();
            then(answer);
        });
    }
    void write(const QString& key, const QString& secret, Then then) override {
        auto* job = new QKeychain::WritePasswordJob(kService);
        job->setTextData(secret);
        start(job, key, [job, then = std::move(then)] { then(answerOf(*job)); });
    }
    void remove(const QString& key, Then then) override {
        auto* job = new QKeychain::DeletePasswordJob(kService);
        start(job, key, [job, then = std::move(then)] { then(answerOf(*job)); });
    }

private:
    /// Never in a plain file instead: without a keychain the person decides.
    void start(QKeychain::Job* job, const QString& key, const std::function<void()>& done) {
        job->setKey(key);
        job->setInsecureFallback(false);
        QObject::connect(job, &QKeychain::Job::finished, &m_context, done);
        job->start();
    }

    // Not their parent: the service may still write into a job that nobody waits for. They delete themselves.
    QObject m_context;
};

}  // namespace

std::unique_ptr<SecretStore> systemKeychain() { return std::make_unique<SystemKeychain>(); }

#else

std::unique_ptr<SecretStore> systemKeychain() { return nullptr; }

#endif

}  // namespace segmoe::ui
