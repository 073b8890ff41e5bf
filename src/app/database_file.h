// A whole database that comes as a file — a backup, a snapshot, what was salvaged — and is to take the place of the one in
// use: looked at, brought up to date, and given a device of its own.
// Limits: everything in memory; nothing is changed anywhere before the caller puts the bytes in place.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/store.h"

namespace leadkeep::app {

// What a person is told of a file before it is restored.
struct DatabasePreview {
    int64_t leads = 0, deals = 0, contacts = 0, companies = 0;  // those in the trash left out
    int64_t newest_change_ms = 0;                               // 0: nothing was ever done in it
};

Result<DatabasePreview> database_preview(store::Store& store);

struct DatabaseFile {
    std::string bytes;  // an SQLite file of the newest schema with pages of 4096 bytes
    DatabasePreview preview;
};

// Any SQLite file of Leadkeep's: of another page size, in write-ahead mode, of an older schema. Refused with a sentence: what
// is no database, not ours, of a newer version, or damaged.
Result<DatabaseFile> read_database_file(std::string_view bytes);

// A new one with nothing in it but what ships with the program.
Result<std::string> new_database();
// A new database with what a sync file holds; `name` is told in errors.
Result<DatabaseFile> database_from_sync_file(std::string const& name, std::string const& bytes);

// The same database as another device. Whoever goes on with an earlier state must do this first: the numbers that the old
// device has given out since may have reached others, and (device, seq) names one change for ever.
enum class Books : uint8_t {
    complete,  // every change that the old device made up to its last one is there
    torn,      // some are lost: what other devices have of them is welcome
};
Result<std::string> as_new_device(std::string_view bytes, Books books);

std::span<uint8_t const> bytes_of(std::string_view text);
std::string text_of(std::span<uint8_t const> bytes);

// "leadkeep-2026-05-01.sqlite", by the viewer's clock.
std::string backup_file_name();
inline constexpr std::string_view database_mime = "application/vnd.sqlite3";

}  // namespace leadkeep::app
