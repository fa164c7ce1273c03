// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include <QStringList>
#include <QTimer>

#include "ui/bridge/secret_store.h"

namespace segmoe::test {

/// A keychain in memory that answers later, as real ones do. `content` is shared, so that it outlives its user.
class FakeKeychain final : public ui::SecretStore {
public:
    struct Content {
        std::map<QString, QString> secrets;
        bool isThere = true;
        QStringList asked;  ///< "read huggingface"…
    };
    explicit FakeKeychain(std::shared_ptr<Content> content) : m_content(std::move(content)) {}

    void read(const QString& key, Then then) override {
        m_content->asked << QStringLiteral("read ") + key;
        const auto found = m_content->secrets.find(key);
        using enum ui::SecretAnswer::Outcome;
        answer(found == m_content->secrets.end() ? ui::SecretAnswer{Absent, {}, {}}
                                                 : ui::SecretAnswer{Done, found->second, {}},
               then);
    }
    void write(const QString& key, const QString& secret, Then then) override {
        m_content->asked << QStringLiteral("write ") + key;
        if (m_content->isThere) m_content->secrets[key] = secret;
        answer({}, then);
    }
    void remove(const QString& key, Then then) override {
        m_content->asked << QStringLiteral("remove ") + key;
        m_content->secrets.erase(key);
        answer({}, then);
    }

private:
    void answer(ui::SecretAnswer answer, const Then& then) {
        if (!m_content->isThere) answer = {ui::SecretAnswer::Outcome::Unavailable, {}, QStringLiteral("no service")};
        QTimer::singleShot(0, &m_context, [answer, then] { then(answer); });
    }

    std::shared_ptr<Content> m_content;
    QObject m_context;
};

}  // namespace segmoe::test
