// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>

#include "tests/app/program.h"
#include "tests/support/standin/folder_files.h"
#include "tests/support/standin/standin.h"

namespace segmoe::test {

/// The files of a tiny model, by their paths in its folder.
inline std::map<std::string, std::string> filesOf(const std::string& model) {
    return standin::filesOf(goldenPath("models/" + model));
}

/// The program before hubs on this machine, with a home and a cache of its own.
class HubStage {
protected:
    void begin() {
        m_server = std::make_unique<standin::Standin>();
        m_folder = std::make_unique<TempDir>();
        for (const char* name : {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE",
                                 "HF_TOKEN_PATH", "HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "CIVITAI_API_TOKEN"})
            qunsetenv(name);
        qputenv("HF_ENDPOINT", m_server->url("hub").c_str());
        qputenv("SEGMOE_CIVITAI_ENDPOINT", m_server->url("civitai").c_str());
        qputenv("HF_HOME", (*m_folder / "hf").c_str());
        for (const char* name : {"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}) qunsetenv(name);
    }

    /// A model of CivitAI with one file of ten times the number of its version.
    void addCivitai(int model, int id, const std::string& type, const std::string& bytes) {
        standin::CivitaiVersion version;
        version.id = id;
        version.modelId = model;
        version.type = type;
        version.name = "v" + std::to_string(id);
        version.modelName = "Dream";
        version.files = {
            {id * 10, "dream.safetensors", std::make_shared<const std::string>(bytes), "SafeTensor", true}};
        m_server->addVersion(version);
    }
    void start(QProcess& process, const QStringList& arguments) const {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("SEGMOE_HOME", text(*m_folder / "home"));
        process.setProcessEnvironment(environment);
        process.start(SEGMOE_PROGRAM, arguments);
    }
    ProgramRun run(const QStringList& arguments, const QByteArray& input = {}) const {
        return runProgram(arguments, input, {}, *m_folder / "home");
    }

    std::unique_ptr<standin::Standin> m_server;
    std::unique_ptr<TempDir> m_folder;
};

}  // namespace segmoe::test
