// The skin over SQLite: opening with our pragmas, the cache of prepared statements, results turned into Errors.
#include "store/connection.h"

#include <sqlite3.h>

#include <cassert>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/i18n.h"

namespace leadkeep::store {

// The idle statements of one SQL text; all of them the same.
struct StatementSlot {
    std::string sql;
    std::vector<sqlite3_stmt*> idle;
    int in_use = 0;
};

struct Connection::Cache {
    // Beyond this many texts all idle statements are dropped: commands have a few hundred shapes at most.
    static constexpr size_t most_texts = 512;
    std::unordered_map<std::string_view, std::unique_ptr<StatementSlot>> slots;

    StatementSlot& slot(std::string_view sql) {
        if (auto const found = slots.find(sql); found != slots.end()) return *found->second;
        if (slots.size() >= most_texts) drop_idle();
        auto made = std::make_unique<StatementSlot>();
        made->sql = sql;
        auto& result = *made;
        slots.emplace(result.sql, std::move(made));
        return result;
    }
    void drop_idle() {
        for (auto at = slots.begin(); at != slots.end();) {
            auto& slot = *at->second;
            for (auto* statement : slot.idle) sqlite3_finalize(statement);
            slot.idle.clear();
            at = slot.in_use == 0 ? slots.erase(at) : std::next(at);
        }
    }
};

// ---- Statement

Statement::Statement(Connection& connection, StatementSlot& slot, sqlite3_stmt* statement)
    : connection_(&connection), slot_(&slot), statement_(statement) {
    ++slot.in_use;
}

Statement::Statement(Statement&& other) noexcept
    : connection_(other.connection_), slot_(other.slot_), statement_(std::exchange(other.statement_, nullptr)),
      bind_result_(other.bind_result_) {}

Statement::~Statement() {
    if (!statement_) return;
    rewind();
    --slot_->in_use;
    slot_->idle.push_back(statement_);
}

void Statement::rewind() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
    bind_result_ = SQLITE_OK;
}

namespace {
void keep_first(int& kept, int result) {
    if (kept == SQLITE_OK) kept = result;
}
}  // namespace

Statement& Statement::bind(int index, Null) {
    keep_first(bind_result_, sqlite3_bind_null(statement_, index));
    return *this;
}
Statement& Statement::bind(int index, int64_t value) {
    keep_first(bind_result_, sqlite3_bind_int64(statement_, index, value));
    return *this;
}
Statement& Statement::bind(int index, double value) {
    keep_first(bind_result_, sqlite3_bind_double(statement_, index, value));
    return *this;
}
Statement& Statement::bind(int index, std::string_view text) {
    // A null pointer would bind NULL; an empty text is a text.
    keep_first(bind_result_, sqlite3_bind_text64(statement_, index, text.data() ? text.data() : "", text.size(),
                                                 SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}
Statement& Statement::bind_borrowed(int index, std::string_view text) {
    keep_first(bind_result_, sqlite3_bind_text64(statement_, index, text.data() ? text.data() : "", text.size(),
                                                 SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}
Statement& Statement::bind(int index, Uuid const& uuid) {
    if (uuid.is_nil()) return bind(index, Null{});
    return bind_blob(index, uuid.bytes);
}
Statement& Statement::bind_blob(int index, std::span<uint8_t const> bytes) {
    void const* data = bytes.data() ? static_cast<void const*>(bytes.data()) : "";
    keep_first(bind_result_, sqlite3_bind_blob64(statement_, index, data, bytes.size(), SQLITE_TRANSIENT));
    return *this;
}
Statement& Statement::bind_value(int index, Value const& value) {
    std::visit(
        [&](auto const& one) {
            if constexpr (std::is_same_v<std::decay_t<decltype(one)>, std::string>) bind(index, std::string_view(one));
            else bind(index, one);
        },
        value);
    return *this;
}

Result<bool> Statement::step() {
    if (bind_result_ != SQLITE_OK) {
        assert(bind_result_ != SQLITE_RANGE);
        return tl::unexpected(connection_->error_of(bind_result_, slot_->sql));
    }
    int const result = sqlite3_step(statement_);
    if (result == SQLITE_ROW) return true;
    if (result == SQLITE_DONE) return false;
    auto error = connection_->last_error(slot_->sql);
    sqlite3_reset(statement_);
    return tl::unexpected(std::move(error));
}

Result<void> Statement::run() {
    for (;;) {
        auto more = step();
        if (more && *more) continue;
        rewind();
        if (!more) return tl::unexpected(std::move(more).error());
        return {};
    }
}

bool Statement::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_, column); }
double Statement::real(int column) const { return sqlite3_column_double(statement_, column); }
std::string Statement::text(int column) const { return std::string(text_view(column)); }
std::string_view Statement::text_view(int column) const {
    auto const* text = reinterpret_cast<char const*>(sqlite3_column_text(statement_, column));
    return text ? std::string_view(text, static_cast<size_t>(sqlite3_column_bytes(statement_, column))) : std::string_view();
}
std::span<uint8_t const> Statement::blob(int column) const {
    auto const* bytes = static_cast<uint8_t const*>(sqlite3_column_blob(statement_, column));
    return bytes ? std::span(bytes, static_cast<size_t>(sqlite3_column_bytes(statement_, column))) : std::span<uint8_t const>();
}
Uuid Statement::uuid(int column) const { return Uuid::from_bytes(blob(column)).value_or(Uuid{}); }
Value Statement::value(int column) const {
    switch (sqlite3_column_type(statement_, column)) {
        case SQLITE_INTEGER: return integer(column);
        case SQLITE_FLOAT: return real(column);
        case SQLITE_TEXT: return text(column);
        case SQLITE_BLOB: return uuid(column);
        default: return Null{};
    }
}

// ---- Connection

namespace {

constexpr std::string_view shared_memory_prefix = ":memory:";

Error error_for(int code, char const* message) {
    switch (code & 0xFF) {
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB: return {ErrorKind::corrupt, tr_mark("The database is damaged: {0}."), {message}, {}};
        case SQLITE_FULL: return {ErrorKind::storage, tr_mark("There is no space left to save."), {}, {}};
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return {ErrorKind::busy, tr_mark("The database is busy. Try again in a moment."), {}, {}};
        case SQLITE_READONLY: return {ErrorKind::storage, tr_mark("The database cannot be written."), {}, {}};
        case SQLITE_NOMEM: return {ErrorKind::storage, tr_mark("There is no memory left for this."), {}, {}};
        default: break;
    }
    // Our SQL fits our schema, so a table that is not there was taken away.
    if (std::string_view(message).starts_with("no such table"))
        return {ErrorKind::corrupt, tr_mark("The database is damaged: {0}."), {message}, {}};
    return {ErrorKind::storage, tr_mark("The database failed: {0}."), {message}, {}};
}

}  // namespace

Result<std::unique_ptr<Connection>> Connection::open(std::string const& path, std::string const& vfs, Access access) {
    std::unique_ptr<Connection> connection(new Connection);
    connection->cache_ = std::make_unique<Cache>();
    bool const in_memory = vfs.empty() && path.starts_with(shared_memory_prefix);
    // memdb is SQLite's own VFS for databases in memory; a name that starts with "/" is shared in the process.
    std::string const name = in_memory ? path.substr(shared_memory_prefix.size()) : path;
    char const* const vfs_name = in_memory ? "memdb" : vfs.empty() ? nullptr : vfs.c_str();
    int const flags = access == Access::read_only && !in_memory ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    int const result = sqlite3_open_v2(name.c_str(), &connection->database_, flags, vfs_name);
    if (result != SQLITE_OK) return tl::unexpected(error_for(result, sqlite3_errstr(result)));
    sqlite3_extended_result_codes(connection->database_, 1);
    // Untrusted files are opened too (a restored backup): no SQL from the schema may do more than a query needs.
    sqlite3_db_config(connection->database_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(connection->database_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    // A kept statement keeps its plan; otherwise one with LIMIT ? is compiled anew for every value.
    sqlite3_db_config(connection->database_, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
    LK_CHECK(connection->execute("PRAGMA page_size=4096; PRAGMA temp_store=MEMORY; PRAGMA cache_spill=OFF;"
                                 "PRAGMA locking_mode=NORMAL; PRAGMA cache_size=-16000; PRAGMA foreign_keys=OFF"));
    // Without our VFS a crash may come between two page writes, so the journal has to be a file.
    LK_CHECK(connection->execute(vfs_name ? "PRAGMA journal_mode=MEMORY" : "PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL"));
    if (access == Access::read_only) LK_CHECK(connection->execute("PRAGMA query_only=ON"));
    return connection;
}

Connection::~Connection() {
    if (cache_) cache_->drop_idle();
    [[maybe_unused]] int const result = sqlite3_close(database_);
    assert(result == SQLITE_OK);  // else a Statement outlived its connection
}

Result<Statement> Connection::prepare(std::string_view sql) {
    auto& slot = cache_->slot(sql);
    if (!slot.idle.empty()) {
        auto* const statement = slot.idle.back();
        slot.idle.pop_back();
        return Statement(*this, slot, statement);
    }
    sqlite3_stmt* statement = nullptr;
    char const* rest = nullptr;
    int const result = sqlite3_prepare_v3(database_, slot.sql.data(), static_cast<int>(slot.sql.size()),
                                          SQLITE_PREPARE_PERSISTENT, &statement, &rest);
    if (result != SQLITE_OK) return tl::unexpected(last_error(sql));
    assert(statement);  // an empty text
    return Statement(*this, slot, statement);
}

Result<void> Connection::execute(std::string_view sql) {
    if (sqlite3_exec(database_, std::string(sql).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return tl::unexpected(last_error(sql));
    return {};
}

int64_t Connection::changes() const { return sqlite3_changes64(database_); }

Error Connection::error_of(int code, std::string_view doing) const {
    std::string message = sqlite3_errstr(code);
    message.append(" (").append(doing.substr(0, 120)).append(")");
    return error_for(code, message.c_str());
}

Error Connection::last_error(std::string_view doing) const {
    std::string message = sqlite3_errmsg(database_);
    // The beginning of the statement tells where; its values are parameters and do not show.
    message.append(" (").append(doing.substr(0, 120)).append(")");
    return error_for(sqlite3_extended_errcode(database_), message.c_str());
}

}  // namespace leadkeep::store
