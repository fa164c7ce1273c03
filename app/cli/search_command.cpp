// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include <nlohmann/json.hpp>

#include "app/cli/arguments.h"
#include "app/cli/fetch_models.h"
#include "app/cli/format.h"
#include "app/cli/session.h"

namespace segmoe::cli {

namespace {

struct SearchArguments {
    std::vector<std::string> words;
    HubSearch search;
};

nlohmann::json toJson(const HubRow& row) {
    return {{"reference", row.reference}, {"name", row.name},           {"author", row.author},
            {"kind", row.kind},           {"base", row.base},           {"license", row.license},
            {"page", row.page},           {"downloads", row.downloads}, {"gated", row.isGated}};
}

/// Pages are asked for until there are enough rows; a page of CivitAI may be shorter than asked for.
std::vector<HubRow> rowsOf(HubSearch search, const CancelToken& cancel) {
    const auto hub = openHub();
    const auto wanted = static_cast<std::size_t>(search.limit);
    std::vector<HubRow> rows;
    do {
        HubPage page = hub->search(search, cancel);
        for (HubRow& row : page.rows)
            if (rows.size() < wanted) rows.push_back(std::move(row));
        search.next = page.next;
    } while (!search.next.empty() && rows.size() < wanted);
    return rows;
}

int runSearch(Session& session, const SearchArguments& arguments) {
    HubSearch search = arguments.search;
    std::vector<std::string> words = arguments.words;
    if (words.size() > 1 && (words[0] == "hf" || words[0] == "civitai")) {
        search.site = parseSite(words[0]);
        words.erase(words.begin());
    }
    for (const std::string& word : words) search.text += (search.text.empty() ? "" : " ") + word;
    const std::vector<HubRow> rows = rowsOf(search, session.cancel);
    nlohmann::json models = nlohmann::json::array();
    std::vector<std::vector<std::string>> table;
    for (const HubRow& row : rows) {
        models.push_back(toJson(row));
        table.push_back({row.reference, shortened(row.name, 40), row.base.empty() ? row.kind : row.base,
                         std::to_string(row.downloads), row.isGated ? "terms to accept" : shortLicence(row.license)});
    }
    session.console.document({{"models", models}});
    if (rows.empty()) session.console.note("Nothing was found. Try other words, or the other hub.");
    if (!rows.empty()) session.console.line(formatTable({"reference", "name", "kind", "downloads", "licence"}, table));
    return 0;
}

}  // namespace

void addSearchCommand(CLI::App& program, Action& action) {
    auto arguments = std::make_shared<SearchArguments>();
    CLI::App* command = program.add_subcommand("search", "Look for models on Hugging Face or CivitAI");
    command->add_option("words", arguments->words, "hf (the default) or civitai, then what to look for")
        ->required()
        ->type_name("[hf|civitai] QUERY");
    command->add_option("--arch", arguments->search.architecture, "Only models of this kind: sd1, sd2, sdxl")
        ->check(oneOf({"sd1", "sd2", "sdxl"}));
    command->add_option("--limit", arguments->search.limit, "How many at most; default 20")->check(inRange(1, 100));
    command->footer(
        "Examples:\n"
        "  segmoe search \"dream shaper\"\n"
        "  segmoe search civitai anime --arch sdxl --limit 5");
    command->callback(
        [arguments, &action] { action = [arguments](Session& session) { return runSearch(session, *arguments); }; });
}

}  // namespace segmoe::cli
