// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <memory>
#include <optional>

#include <nlohmann/json.hpp>

#include "app/cli/arguments.h"
#include "app/cli/fetch_models.h"
#include "app/cli/session.h"
#include "core/engine/model_tools.h"

namespace segmoe::cli {

namespace {

struct TokenizeArguments {
    std::string model;
    int encoder = 1;
    std::optional<std::string> text;
    bool raw = false;
};

int runTokenize(Session& session, const TokenizeArguments& arguments) {
    fetchModels(session, {arguments.model});
    const TokenizeTool tokenizer(arguments.model, arguments.encoder);
    nlohmann::json all = nlohmann::json::array();
    const auto tokenize = [&](const std::string& text) {
        const nlohmann::json ids = tokenizer.ids(text, arguments.raw);
        session.console.line(ids.dump());
        if (session.console.options().json) all.push_back(ids);
    };
    if (arguments.text) {
        tokenize(*arguments.text);
    } else {
        for (std::string line; std::getline(std::cin, line);) {
            session.cancel.check();
            if (line.ends_with('\r')) line.pop_back();
            tokenize(line);
        }
    }
    session.console.document({{"ids", all}});
    return 0;
}

}  // namespace

void addTokenizeCommand(CLI::App& program, Action& action) {
    auto arguments = std::make_shared<TokenizeArguments>();
    CLI::App* command = program.add_subcommand("tokenize", "Token ids of a text, or of each line of standard input");
    command->add_option("model", arguments->model, "Model folder, .safetensors file, or a recipe .yaml")
        ->required()
        ->type_name("MODEL");
    command->add_option("text", arguments->text, "Text; without it every line of standard input")->type_name("TEXT");
    command->add_option("--encoder", arguments->encoder, "Text encoder 1 or 2")->check(inRange(1, 2));
    command->add_flag("--raw", arguments->raw, "Neither truncated nor padded");
    command->footer(
        "Examples:\n"
        "  segmoe tokenize my-mixture \"a castle by the sea\"\n"
        "  segmoe tokenize sdxl-model --encoder 2 --raw < prompts.txt");
    command->callback(
        [arguments, &action] { action = [arguments](Session& session) { return runTokenize(session, *arguments); }; });
}

}  // namespace segmoe::cli
