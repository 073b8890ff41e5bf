#include "sync/device.h"

#include <sqlite3.h>

#include <sstream>

#include "platform/random.h"
#include "store/salvage/memory_image.h"

namespace leadkeep::test {

using store::Transaction;

std::string rows_of(std::string const& file) {
    auto const begin = file.find("\"rows\": [\n");
    auto const end = file.rfind("\n],\n\"checksum\"");
    REQUIRE(begin != std::string::npos);
    REQUIRE(end != std::string::npos);
    size_t const first = begin + 10;
    return end <= first ? std::string() : file.substr(first, end - first);
}

std::vector<std::string> row_lines(std::string const& file) {
    std::vector<std::string> lines;
    std::istringstream stream(rows_of(file));
    for (std::string line; std::getline(stream, line);) {
        if (!line.empty() && line.back() == ',') line.pop_back();
        lines.push_back(line);
    }
    return lines;
}

std::string row_line(std::string const& file, Uuid const& id) {
    for (auto const& line : row_lines(file))
        if (line.find("\"id\":\"" + id.to_string() + "\"") != std::string::npos) return line;
    return {};
}

namespace {
store::StoreOptions in_memory(std::string path) {
    store::StoreOptions options;
    options.path = std::move(path);
    return options;
}
}  // namespace

Device::Device() : store_(got(store::Store::open(in_memory(":memory:")))) {}

Device Device::copy() const {
    static int copies = 0;
    auto const options = in_memory(":memory:/copied-device-" + std::to_string(++copies));
    // The memory database lives as long as a connection to it does.
    auto target = got(store::Connection::open(options.path, "", store::Connection::Access::read_write));
    auto* const backup = sqlite3_backup_init(target->handle(), "main", store_->writer().handle(), "main");
    REQUIRE(backup != nullptr);
    CHECK(sqlite3_backup_step(backup, -1) == SQLITE_DONE);
    sqlite3_backup_finish(backup);
    Device made(got(store::Store::open(options)));
    made.now_ms = now_ms;
    return made;
}

std::string Device::file() const {
    sqlite3_int64 size = 0;
    auto* const bytes = sqlite3_serialize(store_->writer().handle(), "main", &size, 0);
    REQUIRE(bytes != nullptr);
    std::string file(reinterpret_cast<char const*>(bytes), static_cast<size_t>(size));
    sqlite3_free(bytes);
    return file;
}

Device Device::of_file(std::string const& bytes) {
    auto const image = got(store::MemoryImage::make({reinterpret_cast<uint8_t const*>(bytes.data()), bytes.size()}));
    return Device(got(store::Store::open(in_memory(image.path()))));
}

Device Device::fresh() {
    static Device const unused;
    auto device = unused.copy();
    auto id = got(device.store_->writer().prepare("UPDATE meta SET value = ?1 WHERE key = 'device'"));
    done(id.bind(1, platform::new_uuid()).run());
    done(device.store_->reload_identity());
    return device;
}

void Device::use_clock() const { platform::headless::set_fixed_clock(now_ms); }

LeadId Device::add_lead(std::string const& title) { return {insert(Entity::lead, {{"title", {title}}})}; }

Uuid Device::insert(Entity entity, std::initializer_list<store::Cell> cells, Uuid id) {
    use_clock();
    auto change = got(Transaction::begin(*store_, {"Added", {}, {}}));
    auto const made = got(change.insert(entity, id, cells));
    done(change.commit());
    return made;
}

void Device::set(Entity entity, Uuid const& id, std::initializer_list<store::Cell> cells) {
    use_clock();
    auto change = got(Transaction::begin(*store_, {"Changed", {}, {}}));
    got(change.set(entity, id, cells));
    done(change.commit());
}

void Device::remove(Entity entity, Uuid const& id) {
    use_clock();
    auto change = got(Transaction::begin(*store_, {"Moved to trash", {}, {}}));
    done(change.remove(entity, id));
    done(change.commit());
}

void Device::restore(Entity entity, Uuid const& id) {
    use_clock();
    auto change = got(Transaction::begin(*store_, {"Restored", {}, {}}));
    done(change.restore(entity, id));
    done(change.commit());
}

Uuid Device::add_note(RecordRef owner, std::string const& text) {
    use_clock();
    auto change = got(Transaction::begin(*store_, {"Note added", {}, {}}));
    auto const id = got(change.event(owner, "note", "{\"text\":\"" + text + "\"}"));
    done(change.commit());
    return id;
}

void Device::put(Entity entity, Uuid const& id, std::initializer_list<store::Cell> cells) {
    use_clock();
    auto change = got(Transaction::begin(*store_, {"Put", {}, {}}));
    done(change.put(entity, id, cells));
    done(change.commit());
}

void Device::undo_if_possible() {
    if (got(store::undo_state(*store_)).can_undo) undo();
}

void Device::undo() {
    use_clock();
    got(store::undo(*store_, {}));
}

Value Device::value(Entity entity, Uuid const& id, std::string_view register_name, size_t column) {
    store::SyncedRows rows(store_->reader());
    auto const row = got(rows.find(entity, id));
    REQUIRE(row);
    return row->values[store::first_column(entity, *register_index(entity, register_name)) + column];
}

std::string Device::text(Entity entity, Uuid const& id, std::string_view register_name) {
    auto const found = value(entity, id, register_name);
    return is_null(found) ? std::string() : std::get<std::string>(found);
}

int64_t Device::count(std::string const& sql) {
    auto query = got(store_->reader().prepare(sql));
    REQUIRE(got(query.step()));
    return query.integer(0);
}

std::string Device::full_file() {
    use_clock();
    return got(app::export_sync_file(*store_));
}

std::string Device::changes_for(Device& receiver) {
    use_clock();
    return got(app::export_sync_file(*store_, {got(app::knowledge_vector(receiver.store()))}));
}

app::MergeSummary Device::merge(std::string const& file) {
    use_clock();
    return got(app::merge_sync_file(*store_, "file.json", file));
}

app::MergeSummary Device::preview(std::string const& file) {
    use_clock();
    return got(app::preview_sync_file(*store_, "file.json", file));
}

Error Device::refused(std::string const& file) {
    auto const before = rows();
    auto const identity = store_->identity();
    auto const revision = store_->revision();
    use_clock();
    auto const merged = app::merge_sync_file(*store_, "file.json", file);
    REQUIRE_FALSE(merged);
    CHECK(rows() == before);
    CHECK(store_->identity().last_seq == identity.last_seq);
    CHECK(store_->identity().device == identity.device);
    CHECK(store_->identity().dataset == identity.dataset);
    CHECK(store_->revision() == revision);
    return merged.error();
}

void exchange(Device& a, Device& b) {
    b.take_from(a);
    a.take_from(b);
}

void exchange_all(std::vector<Device*> const& devices) {
    for (int round = 0; round < 2; ++round)
        for (auto* from : devices)
            for (auto* to : devices)
                if (from != to) to->take_from(*from);
}

}  // namespace leadkeep::test
