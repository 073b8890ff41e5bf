// A thin typed skin over SQLite: connections and prepared statements. The only header that shows SQLite.
// Limits: one thread; statements must not outlive their connection.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/value.h"

struct sqlite3;
struct sqlite3_stmt;

namespace leadkeep::store {

// A prepared statement taken from its connection's cache and given back (reset, unbound) when it goes out of scope.
class Statement {
public:
    Statement(Statement&&) noexcept;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    // Parameters count from 1.
    Statement& bind(int index, Null);
    Statement& bind(int index, int64_t value);
    Statement& bind(int index, double value);
    Statement& bind(int index, std::string_view text);
    Statement& bind(int index, Uuid const& uuid);  // 16-byte BLOB; a nil id binds NULL
    Statement& bind(int index, Value const& value);
    Statement& bind_blob(int index, std::span<uint8_t const> bytes);

    Result<bool> step();  // true: a row is there
    Result<void> run();   // step to the end, then reset for the next binding

    // Columns count from 0. A NULL reads as 0, "" or a nil id.
    bool is_null(int column) const;
    int64_t integer(int column) const;
    double real(int column) const;
    std::string text(int column) const;
    std::string_view text_view(int column) const;  // until the next step
    Uuid uuid(int column) const;
    std::span<uint8_t const> blob(int column) const;  // until the next step
    Value value(int column) const;                    // a 16-byte BLOB is a Uuid

private:
    friend class Connection;
    Statement(class Connection& connection, sqlite3_stmt* statement);
    class Connection* connection_;
    sqlite3_stmt* statement_;
};

class Connection {
public:
    // `vfs` empty: SQLite's own. Sets the pragmas the project relies on.
    enum class Access : uint8_t { read_write, read_only };
    static Result<std::unique_ptr<Connection>> open(std::string const& path, std::string const& vfs, Access access);
    ~Connection();

    // `sql` should be a literal: prepared statements are cached by its text.
    Result<Statement> prepare(std::string_view sql);
    Result<void> execute(std::string_view sql);  // any number of statements without parameters
    int64_t changes() const;                     // rows changed by the last statement
    sqlite3* handle() const { return database_; }

private:
    friend class Statement;
    Connection() = default;
    struct Cache;
    sqlite3* database_ = nullptr;
    std::unique_ptr<Cache> cache_;
    Error last_error(std::string_view doing) const;
};

}  // namespace leadkeep::store
