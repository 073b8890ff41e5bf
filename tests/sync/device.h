// A device in a test: a whole store in memory with its own clock, which writes and merges sync files.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/export_sync.h"
#include "app/merge_job.h"
#include "base/i18n.h"
#include "platform/clock.h"
#include "store/synced_row.h"
#include "store/transaction.h"

namespace leadkeep::test {

// Anna's clock stands at this moment unless a test moves it.
inline constexpr int64_t noon_ms = 1'780'000'000'000;

template <class T>
T got(Result<T> result) {
    INFO((result ? std::string() : describe(result.error())));
    REQUIRE(result);
    return std::move(*result);
}
inline void done(Result<> result) {
    INFO((result ? std::string() : describe(result.error())));
    REQUIRE(result);
}

// What stands between "rows": [ and its ].
std::string rows_of(std::string const& file);
std::vector<std::string> row_lines(std::string const& file);
// The line of this record's row; empty if it has none.
std::string row_line(std::string const& file, Uuid const& id);

class Device {
public:
    Device();
    // The same, quicker: a copy of one that was never used, under an id of its own.
    static Device fresh();
    // A copy of the database as it is now: a restored backup, a copied profile.
    Device copy() const;
    // The database as a file, and a device whose database is that file.
    std::string file() const;
    static Device of_file(std::string const& bytes);

    store::Store& store() { return *store_; }
    Uuid id() { return store_->identity().device; }
    int64_t now_ms = noon_ms;

    LeadId add_lead(std::string const& title);
    Uuid insert(Entity entity, std::initializer_list<store::Cell> cells, Uuid id = {});
    void set(Entity entity, Uuid const& id, std::initializer_list<store::Cell> cells);
    void set_title(LeadId lead, std::string const& title) { set(Entity::lead, lead.uuid, {{"title", {title}}}); }
    void remove(Entity entity, Uuid const& id);
    void restore(Entity entity, Uuid const& id);
    Uuid add_note(RecordRef owner, std::string const& text);
    void put(Entity entity, Uuid const& id, std::initializer_list<store::Cell> cells);
    void undo();
    void undo_if_possible();

    Value value(Entity entity, Uuid const& id, std::string_view register_name, size_t column = 0);
    std::string text(Entity entity, Uuid const& id, std::string_view register_name);
    std::string title(LeadId lead) { return text(Entity::lead, lead.uuid, "title"); }
    bool is_in_trash(LeadId lead) { return !is_null(value(Entity::lead, lead.uuid, "deleted")); }
    int64_t count(std::string const& sql);

    std::string full_file();
    std::string changes_for(Device& receiver);
    std::string rows() { return rows_of(full_file()); }
    app::MergeSummary merge(std::string const& file);
    app::MergeSummary preview(std::string const& file);
    Error refused(std::string const& file);  // merging it must fail and leave everything as it was
    void take_from(Device& other) { merge(other.full_file()); }

private:
    struct Opened {};
    explicit Device(std::unique_ptr<store::Store> store) : store_(std::move(store)) {}
    void use_clock() const;
    std::unique_ptr<store::Store> store_;
};

// Full files both ways until nothing is new.
void exchange(Device& a, Device& b);
// Every device ends with the rows of all others.
void exchange_all(std::vector<Device*> const& devices);

}  // namespace leadkeep::test
