// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/interrupt.h"

#include <csignal>

#include <unistd.h>

namespace segmoe::cli {

namespace {

// A signal handler may only touch what is lock-free: the token's flag and this number.
CancelToken* s_token = nullptr;
volatile std::sig_atomic_t s_signal = 0;

void onSignal(int signal) {
    if (s_signal != 0) ::_exit(128 + signal);
    s_signal = signal;
    s_token->cancel();
}

}  // namespace

void cancelOnInterrupt(const CancelToken& token) {
    static CancelToken kept;
    kept = token;
    s_token = &kept;
    struct sigaction action {};
    action.sa_handler = onSignal;
    ::sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

int interruptedExitCode() { return 128 + (s_signal != 0 ? static_cast<int>(s_signal) : SIGINT); }

}  // namespace segmoe::cli
