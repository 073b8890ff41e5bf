// The database as a whole: opens it, brings the schema up to date, knows this device and the dataset.
//
// Two connections: `writer()` for commands, `reader()` for screens. While a long command (an import) is open on the
// writer, the reader goes on seeing the state before it. Never query for the screen on the writer.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/result.h"
#include "domain/entity.h"
#include "store/connection.h"

namespace leadkeep::store {

struct StoreOptions {
    std::string path;  // ":memory:" makes a database of its own that lasts as long as the Store (tests, previews)
    std::string vfs;  // empty: a plain file
    // Asked before every BEGIN of a write; an error refuses the command (storage is failing, another tab writes).
    std::function<Result<void>()> before_write = [] { return Result<void>{}; };
    // Told before the COMMIT of commands that must not be lost even by a power cut.
    std::function<void()> next_commit_is_strict = [] {};
};

struct Identity {
    Uuid dataset;                // shared by all devices that sync
    Uuid device;                 // this device
    uint32_t device_number = 0;  // its number in the packed stamps
    int64_t last_seq = 0;        // the last seq that this device has given out
};

enum class Durability : uint8_t { relaxed, strict };
enum class Writability : uint8_t { writable, newer_schema_read_only };

class Store {
public:
    // Creates what is missing (schema, default stages, sources, loss reasons, settings: zero stamps, UUIDv5) or migrates.
    static Result<std::unique_ptr<Store>> open(StoreOptions options);
    // Whether opening would change the tables of a database that is there (not one that would only be made).
    static Result<bool> needs_migration(StoreOptions const& options);
    ~Store();

    Connection& writer() { return *writer_; }
    Connection& reader() { return *reader_; }
    StoreOptions const& options() const { return options_; }
    Identity const& identity() const { return identity_; }
    Writability writability() const { return writability_; }
    int schema_version() const { return schema_version_; }
    // Grows with every committed change; screens compare it to know when to read again.
    uint64_t revision() const { return revision_; }
    // Another tab or process wrote to the file: the identity is read again, and so do screens (revision() grows).
    void content_changed();
    // Reads dataset, device and last_seq again; call it after changing them in `meta` (a renamed device, a joined dataset).
    Result<void> reload_identity();

private:
    friend class WriteScope;
    friend class Transaction;
    Store() = default;
    Result<void> bring_up_to_date();
    StoreOptions options_;
    std::unique_ptr<Connection> writer_, reader_;
    Identity identity_;
    Writability writability_ = Writability::writable;
    int schema_version_ = 0;
    uint64_t revision_ = 0;
    bool transaction_open_ = false;
};

}  // namespace leadkeep::store
