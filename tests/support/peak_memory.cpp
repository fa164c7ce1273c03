// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// segmoe-peak-memory REPORT PROGRAM [ARGUMENT…]: runs a program and writes "peak bytes, seconds, exit status" as JSON.
//
// A program of its own because the kernel counts what the parent held when it started a child into the child's
// high-water mark: this one holds next to nothing.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>

int main(int count, char** arguments) {
    if (count < 3) return 2;
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = ::fork();
    if (child == 0) {
        ::execvp(arguments[2], arguments + 2);
        std::perror(arguments[2]);
        ::_exit(127);
    }
    int status = 0;
    struct rusage usage {};
    while (child > 0 && ::wait4(child, &status, 0, &usage) < 0)
        if (errno != EINTR) return 1;
    if (child < 0) return 1;
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    std::FILE* report = std::fopen(arguments[1], "w");
    if (!report) return 1;
    std::fprintf(report, "{\"peak_bytes\": %lld, \"seconds\": %.6f, \"exit\": %d}\n",
                 static_cast<long long>(usage.ru_maxrss) * 1024, seconds.count(), code);
    std::fclose(report);
    return code;
}
