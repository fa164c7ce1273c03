// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/standin/origin.h"

#include <csignal>
#include <stdexcept>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/support/standin/connection.h"

namespace segmoe::standin {

Origin::Origin(std::string name, std::shared_ptr<ssl_ctx_st> tls, Handler handler, Logger logger)
    : m_name(std::move(name)), m_tls(std::move(tls)), m_handler(std::move(handler)), m_logger(std::move(logger)) {
    // OpenSSL writes to sockets without MSG_NOSIGNAL.
    std::signal(SIGPIPE, SIG_IGN);
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    if (::bind(m_listener, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 ||
        ::listen(m_listener, 64) != 0 || ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &length) != 0)
        throw std::runtime_error("stand-in: no port to listen on");
    m_port = ntohs(address.sin_port);
    m_url = std::string(m_tls ? "https" : "http") + "://127.0.0.1:" + std::to_string(m_port);
    m_acceptor = std::thread([this] { listen(); });
}

Origin::~Origin() {
    m_isStopping = true;
    m_acceptor.join();
    for (Worker& worker : m_workers) worker.thread.join();
    ::close(m_listener);
}

void Origin::listen() {
    while (!m_isStopping) {
        pollfd look{m_listener, POLLIN, 0};
        if (::poll(&look, 1, 20) <= 0) continue;
        const int descriptor = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (descriptor < 0) continue;
        ++m_connections;
        removeFinished();
        Worker& worker = m_workers.emplace_back();
        worker.thread = std::thread([this, &worker, descriptor] {
            ++m_open;
            serve(descriptor);
            --m_open;
            worker.isDone = true;
        });
    }
}

void Origin::removeFinished() {
    for (auto it = m_workers.begin(); it != m_workers.end();) {
        if (!it->isDone) {
            ++it;
            continue;
        }
        it->thread.join();
        it = m_workers.erase(it);
    }
}

void Origin::serve(int descriptor) {
    // A client that stops reading or a handshake that never ends must not keep the server from stopping.
    const timeval patience{60, 0};
    ::setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    Connection connection(descriptor, m_tls, m_isStopping);
    for (;;) {
        Request request;
        request.origin = m_name;
        if (!connection.readRequest(request)) return;
        const Answer answer = m_handler(request);
        Record record{request, request.body.size(), answer.status, std::make_shared<std::atomic<std::uint64_t>>(0)};
        const auto bodySent = record.bodySent;
        record.request.body.clear();
        m_logger(std::move(record));
        if (request.method == "CONNECT" && answer.status == 200) {
            const std::string port = request.target.substr(request.target.rfind(':') + 1);
            connection.tunnel(answer, static_cast<std::uint16_t>(std::stoi(port)));
            return;
        }
        const bool goesOn = connection.writeAnswer(request, answer, *bodySent);
        if (!goesOn) return;
    }
}

}  // namespace segmoe::standin
