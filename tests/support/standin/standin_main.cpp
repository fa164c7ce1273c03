// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// The stand-in as a program, for clients in other languages: prints its origins as one JSON line and serves until its
// standard input ends. Arguments: FOLDER=org/name … each served as a repository; --tls CA.pem writes the authority.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>

#include <nlohmann/json.hpp>

#include "tests/support/standin/folder_files.h"
#include "tests/support/standin/standin.h"

using namespace segmoe::standin;

int main(int count, char** arguments) {
    try {
        std::optional<Authority> authority;
        int first = 1;
        if (count > 2 && std::string(arguments[1]) == "--tls") {
            authority.emplace().writeTo(arguments[2]);
            first = 3;
        }
        Standin standin(authority ? &*authority : nullptr);
        nlohmann::json said;
        for (int i = first; i < count; ++i) {
            const std::string argument = arguments[i];
            const std::size_t equals = argument.rfind('=');
            if (equals == std::string::npos) throw std::runtime_error(argument + " is not FOLDER=org/name");
            said["commits"][argument.substr(equals + 1)] =
                standin.addRepo(argument.substr(equals + 1), filesOf(argument.substr(0, equals)));
        }
        for (const char* name : {"hub", "storage", "civitai", "civitai-twin", "other"}) said[name] = standin.url(name);
        said["token"] = Standin::kToken;
        said["civitaiKey"] = Standin::kCivitaiKey;
        std::cout << said.dump() << std::endl;
        for (std::string line; std::getline(std::cin, line);) continue;
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
