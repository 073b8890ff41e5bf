// A thin typed skin over SQLite: connections and prepared statements. The only header that shows SQLite.
// Limits: one thread; statements must not outlive their connection.
#pragma once

#include <concepts>
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

struct StatementSlot;

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
    // A template, so that texts do not reach it by conversion.
    template <std::same_as<Value> AValue>
    Statement& bind(int index, AValue const& value) {
        return bind_value(index, value);
    }
    template <std::integral Integer>
    Statement& bind(int index, Integer value) {
        return bind(index, static_cast<int64_t>(value));
    }
    Statement& bind_blob(int index, std::span<uint8_t const> bytes);
    // Without a copy: `text` must stay as it is until the statement has run.
    Statement& bind_borrowed(int index, std::string_view text);

    Result<bool> step();  // true: a row is there
    Result<void> run();   // step to the end, then reset and unbind
    void rewind();        // reset and unbind, to run it once more after step()

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
    Statement& bind_value(int index, Value const& value);
    Statement(class Connection& connection, StatementSlot& slot, sqlite3_stmt* statement);
    class Connection* connection_;
    StatementSlot* slot_;  // where the cache takes it back
    sqlite3_stmt* statement_;
    int bind_result_ = 0;  // the first failure of a bind(), told by the next step()
};

class Connection {
public:
    // `vfs` empty: SQLite's own, with a rollback journal in a file beside it. With a `vfs` of ours the journal stays in
    // memory, since that VFS makes whole commits durable. Path ":memory:/name": shared by this process's connections.
    enum class Access : uint8_t { read_write, read_only };
    static Result<std::unique_ptr<Connection>> open(std::string const& path, std::string const& vfs, Access access);
    ~Connection();

    // Prepared statements are cached by the text of `sql`: values go into parameters, never into the text.
    Result<Statement> prepare(std::string_view sql);
    Result<void> execute(std::string_view sql);  // any number of statements without parameters
    int64_t changes() const;                     // rows changed by the last statement
    sqlite3* handle() const { return database_; }

private:
    friend class Statement;
    Connection() = default;
    struct Cache;
    Error error_of(int code, std::string_view doing) const;
    sqlite3* database_ = nullptr;
    std::unique_ptr<Cache> cache_;
    Error last_error(std::string_view doing) const;
};

}  // namespace leadkeep::store
