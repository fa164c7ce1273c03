// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/base/gpu_state.h"

#include <array>
#include <charconv>
#include <cstdlib>
#include <mutex>
#include <string>
#include <string_view>

#include <dlfcn.h>
#include <unistd.h>

namespace segmoe {

namespace {

// What is used of the library's C interface.
struct NvmlMemory {
    unsigned long long total, free, used;
};
struct NvmlProcess {
    unsigned int pid;
    unsigned long long usedBytes;
    unsigned int gpuInstance, computeInstance;
};
using Card = void*;
constexpr int kNvmlSuccess = 0;
constexpr unsigned long long kNvmlUnknown = ~0ULL;
constexpr std::size_t kMostProcesses = 64;

class ManagementLibrary {
public:
    ManagementLibrary() {
        void* library = dlopen("libnvidia-ml.so.1", RTLD_NOW | RTLD_LOCAL);
        if (!library) return;
        int (*start)() = nullptr;
        m_works = resolve(library, "nvmlInit_v2", start) && resolve(library, "nvmlDeviceGetMemoryInfo", m_memory) &&
                  resolve(library, "nvmlDeviceGetHandleByIndex_v2", m_byIndex) &&
                  resolve(library, "nvmlDeviceGetHandleByUUID", m_byUuid) &&
                  resolve(library, "nvmlDeviceGetName", m_name) && start() == kNvmlSuccess;
        resolve(library, "nvmlDeviceGetComputeRunningProcesses_v3", m_processes);  // older drivers have none
    }

    std::optional<GpuState> read(int index) const {
        const std::optional<Card> card = m_works ? visibleCard(index) : std::nullopt;
        NvmlMemory memory{};
        if (!card || m_memory(*card, &memory) != kNvmlSuccess || memory.total == 0) return std::nullopt;
        return GpuState{.name = nameOf(*card),
                        .totalBytes = static_cast<std::int64_t>(memory.total),
                        .freeBytes = static_cast<std::int64_t>(memory.free),
                        .ownBytes = ownUse(*card)};
    }

private:
    template <typename Function>
    static bool resolve(void* library, const char* name, Function*& function) {
        function = reinterpret_cast<Function*>(dlsym(library, name));
        return function != nullptr;
    }

    /// The card that CUDA calls `index`.
    std::optional<Card> visibleCard(int index) const {
        const char* visible = std::getenv("CUDA_VISIBLE_DEVICES");
        if (!visible) return byIndex(index);
        std::string_view names = visible;
        for (; index > 0 && !names.empty(); --index) {
            const std::size_t comma = names.find(',');
            names = comma == names.npos ? std::string_view() : names.substr(comma + 1);
        }
        const std::string_view name = names.substr(0, names.find(','));
        int number = 0;
        const auto [end, problem] = std::from_chars(name.data(), name.data() + name.size(), number);
        if (problem == std::errc() && end == name.data() + name.size()) return byIndex(number);
        Card card = nullptr;
        if (name.empty() || m_byUuid(std::string(name).c_str(), &card) != kNvmlSuccess) return std::nullopt;
        return card;
    }

    std::optional<Card> byIndex(int index) const {
        Card card = nullptr;
        if (m_byIndex(static_cast<unsigned int>(index), &card) != kNvmlSuccess) return std::nullopt;
        return card;
    }

    std::string nameOf(Card card) const {
        std::array<char, 96> name{};
        return m_name(card, name.data(), name.size()) == kNvmlSuccess ? std::string(name.data()) : std::string();
    }

    std::int64_t ownUse(Card card) const {
        std::array<NvmlProcess, kMostProcesses> processes{};
        unsigned int count = kMostProcesses;
        if (!m_processes || m_processes(card, &count, processes.data()) != kNvmlSuccess) return 0;
        for (unsigned int i = 0; i < count && i < kMostProcesses; ++i)
            if (processes[i].pid == static_cast<unsigned int>(getpid()) && processes[i].usedBytes != kNvmlUnknown)
                return static_cast<std::int64_t>(processes[i].usedBytes);
        return 0;
    }

    int (*m_byIndex)(unsigned int, Card*) = nullptr;
    int (*m_byUuid)(const char*, Card*) = nullptr;
    int (*m_name)(Card, char*, unsigned int) = nullptr;
    int (*m_memory)(Card, NvmlMemory*) = nullptr;
    int (*m_processes)(Card, unsigned int*, NvmlProcess*) = nullptr;
    bool m_works = false;
};

}  // namespace

std::optional<GpuState> gpuState(int index) {
    if (index < 0) return std::nullopt;
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    static const ManagementLibrary library;
    return library.read(index);
}

}  // namespace segmoe
