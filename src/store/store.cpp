// Opening a database: whose file it is, which schema version it has, what has to be created or migrated.
#include "store/store.h"

#include "base/i18n.h"
#include "store/migrations.h"
#include "store/row_stamps.h"
#include "store/seed.h"
#include "store/write_scope.h"

namespace leadkeep::store {
namespace {

constexpr int64_t application_id = 0x4C454144;  // "LEAD", in the header of every database of ours

Result<int64_t> single_integer(Connection& connection, std::string_view sql) {
    auto query = LK_TRY(connection.prepare(sql));
    return LK_TRY(query.step()) ? query.integer(0) : 0;
}

std::string own_path(std::string const& path) {
    static int databases = 0;
    return path == ":memory:" ? ":memory:/leadkeep-" + std::to_string(++databases) : path;
}

}  // namespace

Result<std::unique_ptr<Store>> Store::open(StoreOptions options) {
    std::unique_ptr<Store> store(new Store);
    options.path = own_path(options.path);
    store->options_ = std::move(options);
    auto const& [path, vfs, before_write, next_commit_is_strict] = store->options_;
    store->writer_ = LK_TRY(Connection::open(path, vfs, Connection::Access::read_write));
    LK_CHECK(store->bring_up_to_date());
    LK_CHECK(store->reload_identity());
    store->reader_ = LK_TRY(Connection::open(path, vfs, Connection::Access::read_only));
    return store;
}

Result<bool> Store::needs_migration(StoreOptions const& options) {
    auto const connection = LK_TRY(Connection::open(options.path, options.vfs, Connection::Access::read_only));
    if (LK_TRY(single_integer(*connection, "PRAGMA application_id")) != application_id) return false;
    return LK_TRY(single_integer(*connection, "PRAGMA user_version")) < static_cast<int64_t>(migrations().size());
}

Store::~Store() = default;

Result<void> Store::bring_up_to_date() {
    auto const owner = LK_TRY(single_integer(*writer_, "PRAGMA application_id"));
    auto const version = LK_TRY(single_integer(*writer_, "PRAGMA user_version"));
    auto const tables = LK_TRY(single_integer(*writer_, "SELECT count(*) FROM sqlite_schema"));
    bool const is_new = owner == 0 && version == 0 && tables == 0;
    if (!is_new && owner != application_id) return fail(ErrorKind::refused, tr_mark("This file is not a Leadkeep database."));

    auto const newest = static_cast<int64_t>(migrations().size());
    schema_version_ = static_cast<int>(version);
    if (version > newest) {
        writability_ = Writability::newer_schema_read_only;
        return writer_->execute("PRAGMA query_only=ON");
    }
    if (version == newest) return {};

    auto scope = LK_TRY(WriteScope::begin(*this, Durability::strict));
    for (auto step = version; step < newest; ++step) LK_CHECK(writer_->execute(migrations()[static_cast<size_t>(step)]));
    if (is_new) {
        LK_CHECK(seed_identity(*writer_));
        LK_CHECK(seed_defaults(*writer_));
        LK_CHECK(writer_->execute("PRAGMA application_id=" + std::to_string(application_id)));
    }
    LK_CHECK(writer_->execute("PRAGMA user_version=" + std::to_string(newest)));
    schema_version_ = static_cast<int>(newest);
    return scope.commit();
}

void Store::content_changed() {
    ++revision_;
    // What cannot be read now is told by the next command, whose begin() reads it too.
    (void)reload_identity();
}

Result<void> Store::reload_identity() {
    auto query = LK_TRY(writer_->prepare("SELECT value FROM meta WHERE key = ?1"));
    auto const read = [&](std::string_view key) -> Result<Value> {
        query.rewind();
        query.bind(1, key);
        if (!LK_TRY(query.step()))
            return fail(ErrorKind::corrupt, tr_mark("The database is damaged: {0}."), {"meta." + std::string(key)});
        return query.value(0);
    };
    auto const dataset = LK_TRY(read("dataset")), device = LK_TRY(read("device")), last_seq = LK_TRY(read("last_seq"));
    auto const* const dataset_id = std::get_if<Uuid>(&dataset);
    auto const* const device_id = std::get_if<Uuid>(&device);
    auto const* const seq = std::get_if<int64_t>(&last_seq);
    if (!dataset_id || !device_id || !seq || device_id->is_nil() || *seq < 0)
        return fail(ErrorKind::corrupt, tr_mark("The database is damaged: {0}."), {"meta"});
    identity_ = {*dataset_id, *device_id, 0, *seq};
    if (writability_ == Writability::writable) identity_.device_number = LK_TRY(number_of(*writer_, *device_id));
    return {};
}

}  // namespace leadkeep::store
