// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdio>
#include <stdexcept>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "tests/bench/bench_models.h"
#include "tests/bench/contest.h"
#include "tests/support/measured_run.h"
#include "tests/support/test_support.h"

namespace segmoe::bench {

namespace {

namespace fs = std::filesystem;

/// Weight files below a folder.
std::vector<fs::path> weightFiles(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".safetensors") files.push_back(entry.path());
    return files;
}

/// Copies a file byte by byte through a buffer and waits until the disk has it, as a merge does.
void copyDurably(const fs::path& from, const fs::path& to) {
    const int in = ::open(from.c_str(), O_RDONLY | O_CLOEXEC);
    const int out = ::open(to.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    std::vector<char> buffer(4 * 1024 * 1024);
    ssize_t got = 0;
    bool isWritten = in >= 0 && out >= 0;
    while (isWritten && (got = ::read(in, buffer.data(), buffer.size())) > 0)
        isWritten = ::write(out, buffer.data(), static_cast<std::size_t>(got)) == got;
    isWritten = isWritten && got == 0 && ::fdatasync(out) == 0;
    ::close(in);
    ::close(out);
    if (!isWritten) throw std::runtime_error("cannot copy " + from.string());
}

class MergeBench {
public:
    explicit MergeBench(const BenchOptions& options)
        : m_options(options), m_models(makeModels(options)), m_mixture(makeMixture(m_models, options, 1)) {
        for (const fs::path& file : weightFiles(m_mixture)) m_bytes += fs::file_size(file);
    }

    void all() {
        std::vector<Contestant> contestants = {{"copy of the output", [&] { return copy(); }},
                                               {"ours", [&] { return ours(); }}};
        if (!m_options.python.empty()) contestants.push_back({"reference", [&] { return reference(); }});
        const Contest contest("merge of " + std::to_string(m_options.experts) + " experts, " +
                                  std::to_string(m_bytes / 1'000'000) + " MB written; " + m_models.words +
                                  ", gates random, inputs in the page cache as far as they fit",
                              std::move(contestants), m_options.pairs);
        contest.printSeconds();
        contest.printRatio("ours", "copy of the output");
        contest.printRatio("ours", "reference");
        const double seconds = contest.median("ours");
        std::printf("  throughput, ours: %.0f MB/s\n", static_cast<double>(m_bytes) / 1e6 / seconds);
        std::printf("  peak memory: ours %.0f MB (of it %.0f MB the bare program)", megabytes(m_ownPeak),
                    megabytes(barePeak()));
        if (m_referencePeak > 0) std::printf(", reference %.0f MB", megabytes(m_referencePeak));
        std::printf("\n");
    }

private:
    static double megabytes(std::int64_t bytes) { return static_cast<double>(bytes) / 1e6; }
    fs::path report() const { return m_options.work / "measured.json"; }
    fs::path target() const { return m_options.work / "merged"; }

    test::MeasuredRun measured(const QString& program, const QStringList& arguments) const {
        test::MeasuredRun run = test::runMeasured(report(), program, arguments);
        if (run.exitCode != 0) throw std::runtime_error(program.toStdString() + " failed:\n" + run.err.toStdString());
        return run;
    }

    Cost copy() const {
        const double seconds = timed([&] {
                                   fs::create_directories(target());
                                   int number = 0;
                                   for (const fs::path& file : weightFiles(m_mixture))
                                       copyDurably(file, target() / std::to_string(number++));
                               }).seconds;
        fs::remove_all(target());
        return {seconds};
    }

    /// The whole life of the process.
    Cost ours() {
        const auto run = measured(SEGMOE_PROGRAM, {"mix", QString::fromStdString(m_models.recipe.string()),
                                                   QString::fromStdString(target().string()), "--gates", "random"});
        m_ownPeak = std::max(m_ownPeak, run.peakBytes);
        fs::remove_all(target());
        return {run.seconds};
    }

    /// Without starting Python and its imports, which is to the reference's favour.
    Cost reference() {
        const auto run =
            measured(QString::fromStdString(m_options.python),
                     {SEGMOE_BENCH_SCRIPTS "/reference_merge.py", QString::fromStdString(m_models.recipe.string()),
                      QString::fromStdString(target().string())});
        m_referencePeak = std::max(m_referencePeak, run.peakBytes);
        fs::remove_all(target());
        return {std::stod(run.out.mid(run.out.lastIndexOf("seconds ") + 8).toStdString())};
    }

    std::int64_t barePeak() const { return measured(SEGMOE_PROGRAM, {"--version"}).peakBytes; }

    const BenchOptions& m_options;
    BenchModels m_models;
    fs::path m_mixture;
    std::uintmax_t m_bytes = 0;
    std::int64_t m_ownPeak = 0;
    std::int64_t m_referencePeak = 0;
};

}  // namespace

void benchMerge(const BenchOptions& options) { MergeBench(options).all(); }

}  // namespace segmoe::bench
