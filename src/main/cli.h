// The native tool's commands: each reads its own words of the command line and answers with the exit status.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "base/result.h"

namespace leadkeep::cli {

enum class Exit : int { done = 0, refused = 1, usage = 2 };

// `leadkeep DB COMMAND WORD… --option value --flag`
struct Arguments {
    std::string database, command;
    std::vector<std::string> words;
    std::map<std::string, std::string> options;  // by name without dashes; a flag has ""

    bool has(std::string const& option) const { return options.contains(option); }
    std::string option(std::string const& name) const { return has(name) ? options.at(name) : std::string(); }
};

Exit import_file(Arguments const& arguments);
Exit export_file(Arguments const& arguments);
Exit sync_file(Arguments const& arguments);
Exit mode(Arguments const& arguments);
Exit report(Arguments const& arguments);
Exit check(Arguments const& arguments);
Exit salvage(Arguments const& arguments);

// Says how it is used, on the error stream.
Exit wrong_usage();
// Says what was refused, on the error stream.
Exit refuse(Error const& error);

enum class Missing : uint8_t { create, refuse };
// The database as a workspace. A file that was not there before is taken away again unless keep() is called: what is
// refused changes nothing.
class Database {
public:
    static Result<Database> open(std::string const& path, Missing missing);
    Database(Database&& other) noexcept;
    ~Database();
    app::Workspace& workspace() { return *workspace_; }
    store::Store& store() { return workspace_->store(); }
    void keep() { made_here_ = false; }

private:
    Database() = default;
    std::unique_ptr<app::Workspace> workspace_;
    std::string path_;
    bool made_here_ = false;
};

Result<std::string> read_whole_file(std::string const& path);
// To the path, or to the standard output if it is empty.
Result<void> write_whole_file(std::string const& path, std::string const& bytes);
std::string file_name_of(std::string const& path);
void print_line(std::string const& text);
void print_error(std::string const& text);

}  // namespace leadkeep::cli
