// leadkeep, the native tool: the same core on a plain SQLite file, for scripts, tests and recovery.
#include "main/cli.h"

#include <cstdio>
#include <set>

#include "base/i18n.h"
#include "platform/locale.h"

namespace leadkeep::cli {
namespace {

struct CommandSpec {
    std::string_view name;
    Exit (*run)(Arguments const&);
    std::set<std::string> with_value, flags;
};

std::vector<CommandSpec> const& commands() {
    static std::vector<CommandSpec> const all{
        {"import", import_file, {"as", "duplicates"}, {"dry-run"}},
        {"export", export_file, {"since", "as", "output"}, {}},
        {"sync", sync_file, {}, {"accept-loss"}},
        {"mode", mode, {"open-leads"}, {}},
        {"report", report, {}, {}},
        {"check", check, {}, {}},
        {"salvage", salvage, {}, {}},
    };
    return all;
}

// Takes one option, with its value where it has one. False: not an option of this command.
bool take_option(CommandSpec const& spec, std::vector<std::string> const& words, size_t& at, Arguments& arguments) {
    std::string name = words[at] == "-o" ? "output" : words[at].substr(2);
    if (auto const equals = name.find('=');
        equals != std::string::npos && spec.with_value.contains(name.substr(0, equals)))
        return arguments.options.emplace(name.substr(0, equals), name.substr(equals + 1)).second;
    if (spec.flags.contains(name)) return arguments.options.emplace(name, "").second;
    if (!spec.with_value.contains(name) || at + 1 == words.size()) return false;
    return arguments.options.emplace(name, words[++at]).second;
}

Exit run(std::vector<std::string> const& words) {
    if (words.size() < 2) return wrong_usage();
    Arguments arguments{words[0], words[1], {}, {}};
    for (auto const& spec : commands()) {
        if (spec.name != arguments.command) continue;
        for (size_t at = 2; at < words.size(); ++at) {
            bool const option = words[at] == "-o" || (words[at].size() > 2 && words[at].starts_with("--"));
            if (!option) arguments.words.push_back(words[at]);
            else if (!take_option(spec, words, at, arguments)) return wrong_usage();
        }
        return spec.run(arguments);
    }
    return wrong_usage();
}

}  // namespace

Exit wrong_usage() {
    print_error(
        tr("Usage:\n"
           "  leadkeep DB import FILE [--as leads|deals|contacts|companies] [--duplicates allow|skip|merge|replace] "
           "[--dry-run]\n"
           "  leadkeep DB export json|csv [--since VECTOR] [-o FILE]\n"
           "  leadkeep DB sync FILE.json [--accept-loss]\n"
           "  leadkeep DB mode [simple|classic] [--open-leads convert|keep]\n"
           "  leadkeep DB report status|source|manager\n"
           "  leadkeep DB check\n"
           "  leadkeep DB salvage OUT.sqlite"));
    return Exit::usage;
}

Exit refuse(Error const& error) {
    print_error(describe(error));
    return Exit::refused;
}

void print_line(std::string const& text) { std::printf("%s\n", text.c_str()); }
void print_error(std::string const& text) { std::fprintf(stderr, "%s\n", text.c_str()); }

}  // namespace leadkeep::cli

int main(int argc, char** argv) {
    leadkeep::set_language(leadkeep::platform::system_language());
    std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
    auto const status = leadkeep::cli::run(words);
    // A full disk behind the pipe is found out here at the latest.
    if (std::fflush(stdout) != 0) return static_cast<int>(leadkeep::cli::Exit::refused);
    return static_cast<int>(status);
}
