// SQLite itself reads the file, in memory; what it would not take as it is goes row by row into a fresh one.
#include "app/database_file.h"

#include <map>
#include <utility>

#include "app/merge_job.h"
#include "app/shown.h"
#include "base/i18n.h"
#include "platform/clock.h"
#include "platform/random.h"
#include "store/check.h"
#include "store/migrations.h"
#include "store/salvage/memory_image.h"
#include "store/salvage/salvage.h"
#include "store/write_scope.h"
#include "sync/knowledge.h"
#include "sync/new_identity.h"

namespace leadkeep::app {
namespace {

constexpr size_t header_bytes = 100, page_size_at = 16, format_at = 18, reserved_at = 20, user_version_at = 60, application_id_at = 68;
constexpr std::string_view magic{"SQLite format 3\0", 16}, application_id = "LEAD";
constexpr std::string_view our_page_size{"\x10\0", 2};

int64_t schema_version_of(std::string_view bytes) {
    int64_t version = 0;
    for (size_t i = 0; i < 4; ++i) version = version << 8 | static_cast<uint8_t>(bytes[user_version_at + i]);
    return version;
}

Result<void> look_at_header(std::string_view bytes) {
    if (bytes.size() < header_bytes || !bytes.starts_with(magic) || bytes.substr(application_id_at, 4) != application_id)
        return fail(ErrorKind::refused, tr_mark("This file is not a Leadkeep database."));
    if (schema_version_of(bytes) > static_cast<int64_t>(store::migrations().size()))
        return fail(ErrorKind::unsupported, tr_mark("This file was written by a newer Leadkeep. Reload the page to get the newer program, then choose it again."));
    return {};
}

// What stands in write-ahead mode is read like any other file: whoever saved it has written its log back.
std::string without_wal_mode(std::string_view bytes) {
    std::string copy(bytes);
    copy[format_at] = copy[format_at + 1] = 1;
    return copy;
}

using Schema = std::map<std::string, std::string>;
Result<Schema> schema_of(store::Store& store) {
    Schema schema;
    auto query = LK_TRY(store.reader().prepare("SELECT type || ' ' || name, sql FROM sqlite_schema"));
    while (LK_TRY(query.step())) schema[query.text(0)] = query.text(1);
    return schema;
}

Result<bool> has_our_schema(store::Store& store) {
    auto const fresh = LK_TRY(store::Store::open({.path = ":memory:"}));
    return LK_TRY(schema_of(store)) == LK_TRY(schema_of(*fresh));
}

Result<int64_t> single(store::Store& store, std::string_view sql) {
    auto query = LK_TRY(store.reader().prepare(sql));
    return LK_TRY(query.step()) ? query.integer(0) : 0;
}

Result<void> refuse_damage(store::Store& store) {
    for (auto const& finding : LK_TRY(store::check(store)))
        if (finding.severity == store::Severity::damage) return fail(ErrorKind::corrupt, finding.text, finding.args);
    return {};
}

// Only rows of ours, in pages of ours: no foreign tables, views or triggers, no other page size.
Result<DatabaseFile> rewritten(std::span<uint8_t const> bytes) {
    auto const salvage = LK_TRY(store::salvage(bytes));
    for (auto const& kind : salvage.kinds)
        if (kind.lost > 0 || kind.incomplete > 0) return fail(ErrorKind::corrupt, tr_mark("The file is damaged: a part of it can't be read."));
    LK_CHECK(refuse_damage(*salvage.store));
    auto preview = LK_TRY(database_preview(*salvage.store));
    return DatabaseFile{text_of(LK_TRY(salvage.image.bytes())), preview};
}

}  // namespace

Result<DatabasePreview> database_preview(store::Store& store) {
    DatabasePreview preview;
    preview.leads = LK_TRY(single(store, "SELECT count(*) FROM lead WHERE deleted_at_ms IS NULL"));
    preview.deals = LK_TRY(single(store, "SELECT count(*) FROM deal WHERE deleted_at_ms IS NULL"));
    preview.contacts = LK_TRY(single(store, "SELECT count(*) FROM contact WHERE deleted_at_ms IS NULL"));
    preview.companies = LK_TRY(single(store, "SELECT count(*) FROM company WHERE deleted_at_ms IS NULL"));
    preview.newest_change_ms = LK_TRY(single(
        store, "SELECT max(coalesce((SELECT max(at_ms) FROM event), 0), coalesce((SELECT max(at_ms) FROM undo_step), 0))"));
    return preview;
}

Result<DatabaseFile> read_database_file(std::string_view bytes) {
    LK_CHECK(look_at_header(bytes));
    auto const copy = without_wal_mode(bytes);
    bool const our_pages = bytes.substr(page_size_at, 2) == our_page_size && bytes[reserved_at] == 0;
    auto const image = LK_TRY(store::MemoryImage::make(bytes_of(copy)));
    auto const store = LK_TRY(store::Store::open({.path = image.path()}));
    LK_CHECK(refuse_damage(*store));
    if (!our_pages || !LK_TRY(has_our_schema(*store))) return rewritten(bytes_of(copy));
    auto preview = LK_TRY(database_preview(*store));
    return DatabaseFile{text_of(LK_TRY(image.bytes())), preview};
}

Result<std::string> new_database() {
    auto const image = LK_TRY(store::MemoryImage::make());
    LK_CHECK(store::Store::open({.path = image.path()}));
    return text_of(LK_TRY(image.bytes()));
}

Result<DatabaseFile> database_from_sync_file(std::string const& name, std::string const& bytes) {
    auto const image = LK_TRY(store::MemoryImage::make());
    auto const store = LK_TRY(store::Store::open({.path = image.path()}));
    // Two that join keep the smaller id: the file's, so that the other devices see their own workspace.
    Uuid greatest;
    greatest.bytes.fill(0xFF);
    auto dataset = LK_TRY(store->writer().prepare("UPDATE meta SET value = ?1 WHERE key = 'dataset'"));
    LK_CHECK(dataset.bind(1, greatest).run());
    LK_CHECK(store->reload_identity());
    MergeConsent consent;
    consent.large_loss = MergeConsent::LargeLoss::accept;
    LK_CHECK(merge_sync_file(*store, name, bytes, consent));
    LK_CHECK(store->writer().execute("DELETE FROM meta WHERE key = 'dataset_alias/ffffffff-ffff-ffff-ffff-ffffffffffff'"));
    auto preview = LK_TRY(database_preview(*store));
    return DatabaseFile{text_of(LK_TRY(image.bytes())), preview};
}

Result<std::string> as_new_device(std::string_view bytes, Books books) {
    auto const image = LK_TRY(store::MemoryImage::make(bytes_of(bytes)));
    auto const store = LK_TRY(store::Store::open({.path = image.path()}));
    auto const old = store->identity();
    auto scope = LK_TRY(store::WriteScope::begin(*store, store::Durability::strict));
    auto& writer = scope.connection();
    sync::NewIdentity const change{old.device, platform::new_uuid(), old.last_seq, platform::now_ms()};
    LK_CHECK(sync::take_new_identity(writer, change));
    if (books == Books::complete) LK_CHECK(sync::save_received(writer, {{old.device, old.last_seq}}));
    sync::Knowledge known;
    known.add(change.new_device, 0, LK_TRY(sync::load_received(writer)));
    LK_CHECK(sync::save_knowledge(writer, known));
    LK_CHECK(scope.commit());
    return text_of(LK_TRY(image.bytes()));
}

std::span<uint8_t const> bytes_of(std::string_view text) { return {reinterpret_cast<uint8_t const*>(text.data()), text.size()}; }
std::string text_of(std::span<uint8_t const> bytes) { return {bytes.begin(), bytes.end()}; }

std::string backup_file_name() { return "leadkeep-" + today_iso() + ".sqlite"; }

}  // namespace leadkeep::app
