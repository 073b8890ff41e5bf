// salvage: what a damaged database still holds, into a clean one beside it.
#include <filesystem>
#include <system_error>

#include "app/salvaged.h"
#include "base/i18n.h"
#include "main/cli.h"

namespace leadkeep::cli {

Exit salvage(Arguments const& arguments) {
    if (arguments.words.size() != 1) return wrong_usage();
    auto const& out = arguments.words[0];
    std::error_code unknown;
    if (std::filesystem::exists(out, unknown))
        return refuse(Error{ErrorKind::refused, tr_mark("{0} is there already. Nothing is overwritten: choose another name."), {out}, {}});
    auto const bytes = read_whole_file(arguments.database);
    if (!bytes) return refuse(bytes.error());
    auto const salvaged = app::Salvaged::from(*bytes);
    if (!salvaged) return refuse(salvaged.error());
    auto const file = salvaged->database_file();
    if (!file) return refuse(file.error());
    if (auto const written = write_whole_file(out, *file); !written) return refuse(written.error());
    for (auto const& line : salvaged->lines()) print_line(line.text);
    print_line(salvaged->summary());
    return Exit::done;
}

}  // namespace leadkeep::cli
