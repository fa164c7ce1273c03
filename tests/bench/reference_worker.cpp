// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/reference_worker.h"

#include <stdexcept>

#include <ATen/Parallel.h>

namespace segmoe::bench {

ReferenceWorker::ReferenceWorker(const BenchOptions& options) {
    m_process.start(QString::fromStdString(options.python), {SEGMOE_BENCH_SCRIPTS "/reference_worker.py"});
    if (!m_process.waitForStarted(-1))
        throw std::runtime_error("The interpreter " + options.python + " does not start. Name another with --python.");
    m_versions = ask({{"do", "start"}, {"threads", at::get_num_threads()}, {"dtype", options.precision}})
                     .at("versions")
                     .get<std::string>();
}

ReferenceWorker::~ReferenceWorker() {
    m_process.closeWriteChannel();
    m_process.waitForFinished(-1);
}

nlohmann::json ReferenceWorker::ask(const nlohmann::json& command) {
    m_process.write(QByteArray::fromStdString(command.dump() + "\n"));
    while (!m_process.canReadLine())
        if (!m_process.waitForReadyRead(-1) && !m_process.canReadLine())
            throw std::runtime_error("The reference ended during '" + command.at("do").get<std::string>() + "':\n" +
                                     m_process.readAllStandardError().toStdString());
    nlohmann::json answer = nlohmann::json::parse(m_process.readLine().toStdString());
    if (answer.contains("error"))
        throw std::runtime_error("The reference failed in '" + command.at("do").get<std::string>() +
                                 "': " + answer["error"].get<std::string>());
    return answer;
}

Cost ReferenceWorker::cost(const nlohmann::json& command) {
    const nlohmann::json answer = ask(command);
    return {answer.at("seconds"), answer.at("processor")};
}

}  // namespace segmoe::bench
