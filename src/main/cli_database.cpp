// Files of the native tool: the database, what is read into it and written from it.
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/i18n.h"
#include "main/cli.h"

namespace leadkeep::cli {
namespace {

struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

}  // namespace

Result<Database> Database::open(std::string const& path, Missing missing) {
    std::error_code error;
    bool const exists = std::filesystem::exists(path, error);
    if (!exists && missing == Missing::refuse)
        return fail(ErrorKind::refused, tr_mark("There is no database {0}. Check the path."), {path});
    Database database;
    database.path_ = path;
    database.made_here_ = !exists;
    database.workspace_ = LK_TRY(app::Workspace::open({.path = path}));
    return database;
}

Database::Database(Database&& other) noexcept
    : workspace_(std::move(other.workspace_)),
      path_(std::move(other.path_)),
      made_here_(std::exchange(other.made_here_, false)) {}

Database::~Database() {
    workspace_.reset();
    std::error_code ignored;
    if (made_here_) std::filesystem::remove(path_, ignored);
}

Result<std::string> read_whole_file(std::string const& path) {
    File const file(std::fopen(path.c_str(), "rb"));
    if (!file)
        return fail(ErrorKind::refused, tr_mark("The file {0} can't be read. Check the path and the rights."), {path});
    std::string bytes;
    char part[65536];
    while (size_t const count = std::fread(part, 1, sizeof part, file.get())) bytes.append(part, count);
    if (std::ferror(file.get()))
        return fail(ErrorKind::refused, tr_mark("The file {0} can't be read. Check the path and the rights."), {path});
    return bytes;
}

Result<void> write_whole_file(std::string const& path, std::string const& bytes) {
    File const file(path.empty() ? nullptr : std::fopen(path.c_str(), "wb"));
    std::FILE* const out = path.empty() ? stdout : file.get();
    bool const written =
        out && std::fwrite(bytes.data(), 1, bytes.size(), out) == bytes.size() && std::fflush(out) == 0;
    if (!written)
        return fail(ErrorKind::refused,
                    tr_mark("The file {0} can't be written. Check the path, the rights and the space left."),
                    {path.empty() ? "-" : path});
    return {};
}

std::string file_name_of(std::string const& path) { return std::filesystem::path(path).filename().string(); }

}  // namespace leadkeep::cli
