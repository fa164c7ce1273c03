// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/standin/connection.h"

#include <algorithm>
#include <chrono>
#include <thread>

#include <netinet/in.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace segmoe::standin {

namespace {

constexpr std::size_t kMaxHead = 256 * 1024;
constexpr std::size_t kPiece = 64 * 1024;
constexpr int kTick = 20;  ///< milliseconds between looks at the stop flag

std::uint64_t bodyBytes(const Answer& answer) { return answer.last - answer.first + answer.extra.size(); }

}  // namespace

std::atomic<bool> Connection::s_withholdsContinue = false;

Connection::Connection(int descriptor, const std::shared_ptr<ssl_ctx_st>& tls, const std::atomic<bool>& isStopping)
    : m_descriptor(descriptor), m_isStopping(isStopping) {
    if (!tls) return;
    m_tls = SSL_new(tls.get());
    SSL_set_fd(m_tls, m_descriptor);
    if (SSL_accept(m_tls) != 1) close();
}

Connection::~Connection() { close(); }

void Connection::close() {
    if (m_tls) SSL_free(m_tls);
    m_tls = nullptr;
    if (m_descriptor >= 0) ::close(m_descriptor);
    m_descriptor = -1;
}

void Connection::reset() {
    const linger now{1, 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    if (m_tls) SSL_set_quiet_shutdown(m_tls, 1);
    close();
}

bool Connection::fill() {
    while (!m_isStopping) {
        if (!(m_tls && SSL_pending(m_tls) > 0)) {
            pollfd look{m_descriptor, POLLIN, 0};
            if (::poll(&look, 1, kTick) == 0) continue;
        }
        char piece[16 * 1024];
        const auto count = m_tls ? static_cast<ssize_t>(SSL_read(m_tls, piece, sizeof piece))
                                 : ::recv(m_descriptor, piece, sizeof piece, 0);
        if (count <= 0) return false;
        m_buffer.append(piece, static_cast<std::size_t>(count));
        return true;
    }
    return false;
}

bool Connection::readRequest(Request& request) {
    if (!isOpen()) return false;
    std::size_t end;
    while ((end = m_buffer.find("\r\n\r\n")) == std::string::npos)
        if (m_buffer.size() > kMaxHead || !fill()) return false;
    const std::string head = m_buffer.substr(0, end);
    m_buffer.erase(0, end + 4);
    request.headers.clear();
    request.body.clear();
    for (std::size_t start = 0; start <= head.size();) {
        const std::size_t stop = std::min(head.find("\r\n", start), head.size());
        const std::string line = head.substr(start, stop - start);
        start = stop + 2;
        if (request.method.empty() || line.find(':') == std::string::npos || line.starts_with("CONNECT ") ||
            line.find(" HTTP/1.") != std::string::npos) {
            const std::size_t first = line.find(' ');
            const std::size_t second = line.rfind(' ');
            if (first == std::string::npos || second == first) return false;
            request.method = line.substr(0, first);
            request.target = line.substr(first + 1, second - first - 1);
            continue;
        }
        const std::size_t colon = line.find(':');
        const std::size_t value = line.find_first_not_of(' ', colon + 1);
        request.headers.emplace_back(line.substr(0, colon), value == std::string::npos ? "" : line.substr(value));
    }
    return readBody(request);
}

bool Connection::readBody(Request& request) {
    if (sameName(request.header("Expect"), "100-continue") && !s_withholdsContinue &&
        !send("HTTP/1.1 100 Continue\r\n\r\n"))
        return false;
    if (sameName(request.header("Transfer-Encoding"), "chunked")) {
        for (;;) {
            std::size_t line;
            while ((line = m_buffer.find("\r\n")) == std::string::npos)
                if (!fill()) return false;
            const std::size_t size = std::stoul(m_buffer.substr(0, line), nullptr, 16);
            while (m_buffer.size() < line + 2 + size + 2)
                if (!fill()) return false;
            request.body.append(m_buffer, line + 2, size);
            m_buffer.erase(0, line + 2 + size + 2);
            if (size == 0) return true;
        }
    }
    const std::string length = request.header("Content-Length");
    const std::size_t size = length.empty() ? 0 : std::stoul(length);
    while (m_buffer.size() < size)
        if (!fill()) return false;
    request.body = m_buffer.substr(0, size);
    m_buffer.erase(0, size);
    return true;
}

bool Connection::send(std::string_view bytes) {
    while (!bytes.empty() && !m_isStopping) {
        const std::size_t part = std::min(bytes.size(), kPiece);
        if (!m_tls) {
            pollfd look{m_descriptor, POLLOUT, 0};
            if (::poll(&look, 1, kTick) == 0) continue;
        }
        const auto count = m_tls ? static_cast<ssize_t>(SSL_write(m_tls, bytes.data(), static_cast<int>(part)))
                                 : ::send(m_descriptor, bytes.data(), part, MSG_NOSIGNAL);
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return bytes.empty();
}

bool Connection::pause(int milliseconds) {
    for (int waited = 0; waited < milliseconds && !m_isStopping; waited += kTick)
        std::this_thread::sleep_for(std::chrono::milliseconds(std::min(kTick, milliseconds - waited)));
    return !m_isStopping;
}

bool Connection::sendSlowly(std::string_view bytes, std::uint64_t bytesPerSecond) {
    // Twenty pieces a second, at least a byte each.
    const auto piece = static_cast<std::size_t>(std::max<std::uint64_t>(1, bytesPerSecond / 20));
    const int wait = static_cast<int>(1000 * piece / bytesPerSecond);
    for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size())))
        if (!send(bytes.substr(0, piece)) || !pause(wait)) return false;
    return true;
}

bool Connection::waitUntilGone() {
    char byte;
    while (!m_isStopping) {
        pollfd look{m_descriptor, POLLIN, 0};
        if (::poll(&look, 1, kTick) > 0 && ::recv(m_descriptor, &byte, 1, MSG_PEEK) <= 0) break;
        if (look.revents != 0) pause(kTick);
    }
    return false;
}

bool Connection::sendHead(const Answer& answer) {
    std::string head = answer.rawHead + "HTTP/1.1 " + std::to_string(answer.status) + " Answer\r\n";
    for (const auto& [name, value] : answer.headers) head += name + ": " + value + "\r\n";
    if (answer.isChunked)
        head += "Transfer-Encoding: chunked\r\n";
    else if (answer.hasLength && answer.header("Content-Length").empty() && answer.status != 304)
        head += "Content-Length: " + std::to_string(bodyBytes(answer)) + "\r\n";
    else if (!answer.hasLength)
        head += "Connection: close\r\n";
    head += "\r\n";
    return answer.slowHead > 0 ? sendSlowly(head, answer.slowHead) : send(head);
}

bool Connection::sendBody(const Answer& answer, std::atomic<std::uint64_t>& counter) {
    std::uint64_t limit = bodyBytes(answer);
    std::uint64_t bodySent = 0;
    for (const auto& end : {answer.resetAt, answer.closeAt, answer.stallAt})
        if (end) limit = std::min(limit, *end);
    const std::uint64_t shared = answer.last - answer.first;
    while (bodySent < limit) {
        const bool isExtra = bodySent >= shared;
        const std::string_view rest =
            isExtra ? std::string_view(answer.extra).substr(bodySent - shared)
                    : std::string_view(*answer.content).substr(answer.first + bodySent, shared - bodySent);
        std::string piece(rest.substr(0, std::min<std::uint64_t>(kPiece, limit - bodySent)));
        const std::uint64_t position = answer.first + bodySent;
        if (answer.flipAt && *answer.flipAt >= position && *answer.flipAt < position + piece.size())
            piece[*answer.flipAt - position] = static_cast<char>(piece[*answer.flipAt - position] ^ 1);
        const std::size_t size = piece.size();
        if (answer.isChunked) {
            char line[32];
            std::snprintf(line, sizeof line, "%zx\r\n", size);
            piece = line + piece + "\r\n";
        }
        if (!(answer.bytesPerSecond > 0 ? sendSlowly(piece, answer.bytesPerSecond) : send(piece))) return false;
        counter = bodySent += size;
    }
    const bool isWhole = limit == bodyBytes(answer);
    return !answer.isChunked || !isWhole || send("0\r\n\r\n");
}

bool Connection::writeAnswer(const Request& request, const Answer& answer, std::atomic<std::uint64_t>& counter) {
    if (answer.delayMs > 0 && !pause(answer.delayMs)) return false;
    if (answer.isReset) {
        reset();
        return false;
    }
    if (answer.isSilent) return waitUntilGone();
    if (!sendHead(answer)) return false;
    const bool hasBody = request.method != "HEAD" && answer.status != 304 && answer.status != 204;
    if (hasBody && !sendBody(answer, counter)) return false;
    if (hasBody && answer.resetAt) {
        // What was sent has to arrive: an RST throws away what the other side has not read yet.
        pause(200);
        reset();
        return false;
    }
    if (hasBody && answer.stallAt) return waitUntilGone();
    if (hasBody && answer.closeAt) return false;
    return answer.hasLength || answer.isChunked;
}

void Connection::tunnel(const Answer& answer, std::uint16_t port) {
    const int peer = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    std::string head = "HTTP/1.1 200 Established\r\n";
    for (const auto& [name, value] : answer.headers) head += name + ": " + value + "\r\n";
    bool isGood =
        ::connect(peer, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 && send(head + "\r\n");
    while (isGood && !m_isStopping) {
        pollfd both[2] = {{m_descriptor, POLLIN, 0}, {peer, POLLIN, 0}};
        if (::poll(both, 2, kTick) <= 0) continue;
        for (int side = 0; side < 2 && isGood; ++side) {
            if (both[side].revents == 0) continue;
            char piece[16 * 1024];
            const ssize_t count = ::recv(both[side].fd, piece, sizeof piece, 0);
            const int to = both[1 - side].fd;
            isGood = count > 0 && ::send(to, piece, static_cast<std::size_t>(count), MSG_NOSIGNAL) == count;
        }
    }
    ::close(peer);
}

}  // namespace segmoe::standin
