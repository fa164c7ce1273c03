// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Runs an entry of libFuzzer without libFuzzer: each seed as it is, then changed by a generator that gives the same
// numbers everywhere. Arguments: the number of changed inputs, then files or folders of seeds.
#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;
using Bytes = std::vector<std::uint8_t>;

constexpr std::size_t kLargestInput = 64 * 1024;

/// Steele et al. 2014, "Fast splittable pseudorandom number generators".
class SplitMix {
public:
    std::uint64_t next() {
        std::uint64_t z = m_state += 0x9E3779B97F4A7C15ULL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : static_cast<std::size_t>(next() % bound); }

private:
    std::uint64_t m_state = 1;
};

/// Bytes that parsers treat specially, among them the ends of number ranges.
const char* const kPieces[] = {"{",
                               "}",
                               "[",
                               "]",
                               "\"",
                               "\\",
                               ":",
                               ",",
                               "\n",
                               "\xff",
                               "\xc0",
                               "\xed\xa0",
                               "\\u",
                               "1e999",
                               "-0",
                               "0",
                               "null",
                               "4294967296",
                               "18446744073709551615",
                               "../",
                               ".weight",
                               "&a",
                               "*a",
                               "- ",
                               "  ",
                               "<<:"};

void change(Bytes& bytes, const std::vector<Bytes>& seeds, SplitMix& random) {
    const std::size_t at = random.below(bytes.size() + 1);
    const auto place = bytes.begin() + static_cast<std::ptrdiff_t>(at);
    const std::size_t length = random.below(std::min<std::size_t>(bytes.size() - at, 64) + 1);
    const auto end = place + static_cast<std::ptrdiff_t>(length);
    switch (random.below(6)) {
        case 0:
            if (at < bytes.size()) bytes[at] ^= static_cast<std::uint8_t>(1U << random.below(8));
            break;
        case 1:
            if (at < bytes.size()) bytes[at] = static_cast<std::uint8_t>(random.next());
            break;
        case 2: bytes.erase(place, end); break;
        case 3: {
            const Bytes copy(place, end);
            bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(random.below(bytes.size() + 1)), copy.begin(),
                         copy.end());
            break;
        }
        case 4: {
            const std::string piece = kPieces[random.below(std::size(kPieces))];
            bytes.insert(place, piece.begin(), piece.end());
            break;
        }
        default: {
            const Bytes& other = seeds[random.below(seeds.size())];
            const std::size_t from = random.below(other.size() + 1);
            const std::size_t count = random.below(std::min<std::size_t>(other.size() - from, 256) + 1);
            const auto first = other.begin() + static_cast<std::ptrdiff_t>(from);
            bytes.insert(place, first, first + static_cast<std::ptrdiff_t>(count));
        }
    }
    bytes.resize(std::min(bytes.size(), kLargestInput));
}

Bytes readBytes(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<fs::path> seedFiles(const fs::path& place) {
    if (!fs::is_directory(place)) return {place};
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(place))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

/// The input under way, written when a sanitizer or a broken law ends the program.
Bytes current;

void writeCurrent(int) {
    std::ofstream("finding.bin", std::ios::binary)
        .write(reinterpret_cast<const char*>(current.data()), static_cast<std::streamsize>(current.size()));
    std::fprintf(stderr, "the input of %zu bytes is in finding.bin\n", current.size());
    std::_Exit(1);
}

void runOne(Bytes bytes) {
    current = std::move(bytes);
    LLVMFuzzerTestOneInput(current.data(), current.size());
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fprintf(stderr, "usage: %s CHANGED_INPUTS SEEDS...\n", argv[0]);
        return 2;
    }
    std::vector<Bytes> seeds;
    for (int i = 2; i < argc; ++i)
        for (const fs::path& file : seedFiles(argv[i])) seeds.push_back(readBytes(file));
    if (seeds.empty()) {
        std::fprintf(stderr, "no seed was found\n");
        return 2;
    }
    std::signal(SIGABRT, writeCurrent);
    std::signal(SIGSEGV, writeCurrent);
    runOne({});
    for (const Bytes& seed : seeds) runOne(seed);
    SplitMix random;
    const long count = std::strtol(argv[1], nullptr, 10);
    for (long i = 0; i < count; ++i) {
        Bytes bytes = seeds[random.below(seeds.size())];
        for (std::size_t changes = 1 + random.below(8); changes > 0; --changes) change(bytes, seeds, random);
        runOne(std::move(bytes));
    }
    std::printf("%zu seeds and %ld changed inputs\n", seeds.size(), count);
    return 0;
}
