// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "tests/support/standin/message.h"

struct ssl_ctx_st;

namespace segmoe::standin {

/// Answers requests on a loopback port of its own: one origin. A thread for each connection.
class Origin {
public:
    using Handler = std::function<Answer(const Request&)>;
    using Logger = std::function<void(Record)>;

    /// Listens at once. `name` names the origin in requests and records.
    Origin(std::string name, std::shared_ptr<ssl_ctx_st> tls, Handler handler, Logger logger);
    ~Origin();
    Origin(const Origin&) = delete;
    Origin& operator=(const Origin&) = delete;

    /// "http://127.0.0.1:12345"
    const std::string& url() const { return m_url; }
    std::uint16_t port() const { return m_port; }
    const std::string& name() const { return m_name; }
    /// Connections accepted so far.
    int connections() const { return m_connections; }
    int openConnections() const { return m_open; }

private:
    struct Worker {
        std::thread thread;
        std::atomic<bool> isDone = false;
    };
    void listen();
    void serve(int descriptor);
    void removeFinished();

    std::string m_name;
    std::shared_ptr<ssl_ctx_st> m_tls;
    Handler m_handler;
    Logger m_logger;
    std::string m_url;
    std::uint16_t m_port = 0;
    int m_listener = -1;
    std::atomic<bool> m_isStopping = false;
    std::atomic<int> m_connections = 0;
    std::atomic<int> m_open = 0;
    std::list<Worker> m_workers;  ///< touched by the accepting thread alone
    std::thread m_acceptor;
};

}  // namespace segmoe::standin
