// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <string_view>

#include "tests/support/standin/message.h"

struct ssl_st;
struct ssl_ctx_st;

namespace segmoe::standin {

/// One accepted connection: reads requests and writes answers with their faults, byte by byte where that is asked for.
class Connection {
public:
    /// Owns the socket. `isStopping` ends every wait.
    Connection(int descriptor, const std::shared_ptr<ssl_ctx_st>& tls, const std::atomic<bool>& isStopping);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// False when the client has gone, does not speak HTTP or TLS, or the server stops.
    bool readRequest(Request& request);
    /// False when the connection is of no more use. `bodySent` counts what the kernel has taken.
    bool writeAnswer(const Request& request, const Answer& answer, std::atomic<std::uint64_t>& bodySent);

    /// Answers CONNECT with the answer's headers and passes bytes to and fro until either side ends.
    void tunnel(const Answer& answer, std::uint16_t port);

    bool isOpen() const { return m_descriptor >= 0; }
    /// While set, nobody gets "100 Continue".
    static std::atomic<bool> s_withholdsContinue;

private:
    bool fill();
    bool readBody(Request& request);
    bool send(std::string_view bytes);
    bool sendSlowly(std::string_view bytes, std::uint64_t bytesPerSecond);
    bool sendHead(const Answer& answer);
    bool sendBody(const Answer& answer, std::atomic<std::uint64_t>& bodySent);
    bool waitUntilGone();
    bool pause(int milliseconds);
    void reset();
    void close();

    int m_descriptor;
    ssl_st* m_tls = nullptr;
    const std::atomic<bool>& m_isStopping;
    std::string m_buffer;
};

}  // namespace segmoe::standin
