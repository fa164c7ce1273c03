// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

#include <QString>

namespace segmoe::ui {

/// What became of one question to a keychain.
struct SecretAnswer {
    enum class Outcome {
        Done,
        Absent,       ///< there is no such entry
        Unavailable,  ///< no keychain on this system
        Refused,      ///< locked, or the person said no
    };
    Outcome outcome = Outcome::Done;
    QString secret;  ///< of read()
    QString reason;  ///< in the keychain's own words; may be empty
};

/// The secrets of a person that others may not read: the keychain of the system, or what plays it. Requests return at
/// once; `then` is called later on the thread of the caller, or never when the store is gone before.
class SecretStore {
public:
    using Then = std::function<void(const SecretAnswer&)>;

    virtual ~SecretStore() = default;
    virtual void read(const QString& key, Then then) = 0;
    virtual void write(const QString& key, const QString& secret, Then then) = 0;
    virtual void remove(const QString& key, Then then) = 0;
};

/// The keychain of this system under the service "segmoe-studio": Secret Service, KWallet, macOS' and Windows' own.
/// Asks it nothing before the first request. Null where the program was built without QtKeychain.
std::unique_ptr<SecretStore> systemKeychain();

}  // namespace segmoe::ui
