// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <functional>
#include <optional>

#include <ATen/Parallel.h>
#include <CLI/CLI.hpp>

#include "tests/bench/bench_options.h"
#include "tests/bench/machine.h"
#include "tests/support/test_support.h"

using namespace segmoe;

namespace {

void addOptions(CLI::App& program, bench::BenchOptions& options) {
    program.add_option("--size", options.size, "starter, half (SD 1.5 at half its width; default) or sd15")
        ->check(CLI::IsMember({"starter", "half", "sd15"}));
    program.add_option("--pixels", options.pixels, "Width and height of the picture a step works on (default 256)")
        ->check(CLI::Range(64, 2048));
    program.add_option("--experts", options.experts, "Experts of the mixture (default 4)")->check(CLI::Range(2, 64));
    program.add_option("--k", options.chosen, "Experts per layer, one case for each (default 1 2)");
    program.add_option("--dtype", options.precision, "fp32 (default) or bf16")->check(CLI::IsMember({"fp32", "bf16"}));
    program.add_option("--pairs", options.pairs, "Rounds of the alternation (default 5)")->check(CLI::Range(1, 1000));
    program.add_option("--threads", options.threads, "Threads of both sides (default: as LibTorch chooses)");
    program.add_option("--python", options.python, "Interpreter with torch, diffusers and segmoe: the reference")
        ->envname("SEGMOE_PEERS_PYTHON");
    program.add_flag("--channels-last", options.channelsLast, "The dense reference in this memory format");
    program.add_option("--work", options.work, "Folder for the made-up models; kept (default: a temporary one)");
}

}  // namespace

int main(int count, char** arguments) {
    const QCoreApplication application(count, arguments);
    CLI::App program("Measures SegMoE Studio, beside the reference where its Python is there.", "segmoe-bench");
    bench::BenchOptions options;
    addOptions(program, options);
    std::vector<void (*)(const bench::BenchOptions&)> cases;
    const std::tuple<const char*, const char*, std::vector<void (*)(const bench::BenchOptions&)>> commands[] = {
        {"step", "One UNet step, dense and mixed", {bench::benchStep}},
        {"load", "From files to the end of a first step", {bench::benchLoad}},
        {"merge", "Building a mixture: time, throughput, memory", {bench::benchMerge}},
        {"download", "A file over loopback with its digest", {bench::benchDownload}},
        {"all", "All of these", {bench::benchStep, bench::benchLoad, bench::benchMerge, bench::benchDownload}}};
    for (const auto& [name, words, runs] : commands)
        program.add_subcommand(name, words)->fallthrough()->callback([&cases, runs = runs] { cases = runs; });
    program.require_subcommand(1);
    CLI11_PARSE(program, count, arguments);

    try {
        std::optional<test::TempDir> temporary;
        if (options.work.empty()) options.work = temporary.emplace().path();
        options.work = std::filesystem::absolute(options.work);
        std::filesystem::create_directories(options.work);
        if (options.threads > 0) at::set_num_threads(options.threads);
        std::printf("%s\n", bench::machineText().c_str());
        if (options.python.empty()) std::printf("no reference: name its Python with --python or SEGMOE_PEERS_PYTHON\n");
        for (const auto run : cases) run(options);
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
