// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <memory>

#include <termios.h>
#include <unistd.h>
#include <nlohmann/json.hpp>

#include "app/cli/arguments.h"
#include "app/cli/fetch_models.h"
#include "app/cli/session.h"

namespace segmoe::cli {

namespace {

struct LoginArguments {
    std::string site = "hf";
    bool check = false;
};

std::string siteName(HubSite site) { return site == HubSite::CivitAi ? "CivitAI" : "Hugging Face"; }

/// While it lives, what is typed does not show.
class HiddenInput {
public:
    HiddenInput() : m_isTerminal(::isatty(STDIN_FILENO) == 1 && ::tcgetattr(STDIN_FILENO, &m_before) == 0) {
        if (!m_isTerminal) return;
        termios hidden = m_before;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    ~HiddenInput() {
        if (m_isTerminal) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    HiddenInput(const HiddenInput&) = delete;
    HiddenInput& operator=(const HiddenInput&) = delete;
    bool isTerminal() const { return m_isTerminal; }

private:
    termios m_before{};
    bool m_isTerminal;
};

/// One line of standard input. A token never comes as an argument: other users of the machine can read those.
std::string readToken(const Console& console, HubSite site) {
    const HiddenInput hidden;
    if (hidden.isTerminal()) console.note("Paste the token of your " + siteName(site) + " account and press Enter:");
    std::string token;
    std::getline(std::cin, token);
    return token;
}

void tell(const Console& console, HubSite site, const HubAccount& account) {
    console.document({{"site", site == HubSite::CivitAi ? "civitai" : "hf"},
                      {"logged_in", true},
                      {"account", account.name},
                      {"role", account.role}});
    console.line(siteName(site) + ": " + account.name + (account.role.empty() ? "" : " (" + account.role + ")"));
}

int runLogin(Session& session, const LoginArguments& arguments) {
    const HubSite site = parseSite(arguments.site);
    const auto hub = openHub();
    if (!arguments.check) {
        tell(session.console, site, hub->login(site, readToken(session.console, site), session.cancel));
        return 0;
    }
    if (const auto account = hub->account(site, session.cancel)) {
        tell(session.console, site, *account);
    } else {
        session.console.document({{"site", arguments.site}, {"logged_in", false}});
        session.console.line(siteName(site) + ": no token");
    }
    return 0;
}

int runLogout(Session& session, const LoginArguments& arguments) {
    const HubSite site = parseSite(arguments.site);
    const bool wasThere = openHub()->logout(site);
    session.console.document({{"site", arguments.site}, {"removed", wasThere}});
    session.console.line(siteName(site) + (wasThere ? ": the token was removed" : ": no token was kept"));
    return 0;
}

}  // namespace

void addLoginCommand(CLI::App& program, Action& action) {
    auto arguments = std::make_shared<LoginArguments>();
    CLI::App* command = program.add_subcommand("login", "Keep an access token of Hugging Face or CivitAI");
    command->add_option("site", arguments->site, "hf (the default) or civitai")->type_name("[hf|civitai]");
    command->add_flag("--check", arguments->check, "Only say whose token is in use, wherever it comes from");
    command->footer(
        "The token is read from standard input and kept in a file that nobody else may read. Variables come after it:\n"
        "HF_TOKEN, CIVITAI_API_TOKEN.\n"
        "\n"
        "Examples:\n"
        "  segmoe login\n"
        "  segmoe login civitai < key.txt\n"
        "  segmoe login hf --check");
    command->callback(
        [arguments, &action] { action = [arguments](Session& session) { return runLogin(session, *arguments); }; });
}

void addLogoutCommand(CLI::App& program, Action& action) {
    auto arguments = std::make_shared<LoginArguments>();
    CLI::App* command = program.add_subcommand("logout", "Forget a kept access token");
    command->add_option("site", arguments->site, "hf (the default) or civitai")->type_name("[hf|civitai]");
    command->footer("Example:\n  segmoe logout civitai");
    command->callback(
        [arguments, &action] { action = [arguments](Session& session) { return runLogout(session, *arguments); }; });
}

}  // namespace segmoe::cli
