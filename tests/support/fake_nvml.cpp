// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// NVIDIA's management library of a machine with two cards, for tests without one. Loaded by its path before the program
// asks for the library by name, it is the one that answers.
#include <cstring>
#include <iterator>

#include <unistd.h>

namespace {

struct Memory {
    unsigned long long total, free, used;
};
struct Process {
    unsigned int pid;
    unsigned long long usedBytes;
    unsigned int gpuInstance, computeInstance;
};
struct FakeCard {
    const char* name;
    const char* uuid;
    Memory memory;
};
constexpr unsigned long long kGiga = 1'000'000'000;
FakeCard cards[] = {{"Fake RTX 4090", "GPU-aaaa", {24 * kGiga, 18 * kGiga, 6 * kGiga}},
                    {"Fake T4", "GPU-bbbb", {16 * kGiga, 400'000'000, 16 * kGiga - 400'000'000}}};

constexpr int kInvalidArgument = 2;
constexpr int kNotFound = 6;

}  // namespace

extern "C" {

int nvmlInit_v2() { return 0; }

int nvmlDeviceGetHandleByIndex_v2(unsigned int index, void** card) {
    if (index >= std::size(cards)) return kInvalidArgument;
    *card = &cards[index];
    return 0;
}

int nvmlDeviceGetHandleByUUID(const char* uuid, void** card) {
    for (FakeCard& each : cards) {
        if (std::strcmp(each.uuid, uuid) != 0) continue;
        *card = &each;
        return 0;
    }
    return kNotFound;
}

int nvmlDeviceGetName(void* card, char* name, unsigned int length) {
    std::strncpy(name, static_cast<FakeCard*>(card)->name, length);
    return 0;
}

int nvmlDeviceGetMemoryInfo(void* card, Memory* memory) {
    *memory = static_cast<FakeCard*>(card)->memory;
    return 0;
}

int nvmlDeviceGetComputeRunningProcesses_v3(void* card, unsigned int* count, Process* processes) {
    *count = 0;
    if (card != &cards[0]) return 0;
    processes[(*count)++] = {1, 2 * kGiga, 0, 0};
    processes[(*count)++] = {static_cast<unsigned int>(getpid()), 3 * kGiga, 0, 0};
    return 0;
}
}
