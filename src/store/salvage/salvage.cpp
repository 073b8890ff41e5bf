// In passes over the pages: the schema's roots, which pages belong to which table, devices, rows, and what indexes name.
#include "store/salvage/salvage.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/i18n.h"
#include "domain/defaults.h"
#include "store/migrations.h"
#include "store/salvage/btree_pages.h"
#include "store/salvage/salvage_row.h"

namespace leadkeep::store {
namespace {

using Kind = StoredField::Kind;

// What a page belongs to: a synced table, an index of one, a table of this device, or what nothing leads to.
struct Owner {
    enum class What : uint8_t { nothing, rows, index, device_number, meta, draft, unknown_row, conflict, other } what = What::nothing;
    Entity entity = Entity::count_;
};

enum class Coverage : uint8_t { some_rows, all_rows };
struct Root {
    Owner owner{};
    uint32_t page = 0;
    bool has_rowid = false;
    Coverage coverage = Coverage::some_rows;
};

// Tables of this device that are copied as they are. `types`: b an id, t text, i a number, r the row's own number.
struct PlainTable {
    Owner::What what;
    std::string_view name, types;
    char const* insert;
};
constexpr std::array<PlainTable, 3> plain_tables{{
    {Owner::What::draft, "draft", "btti", "INSERT OR IGNORE INTO draft (record, field, text, at_ms) VALUES (?1, ?2, ?3, ?4)"},
    {Owner::What::unknown_row, "unknown_row", "tbt", "INSERT OR IGNORE INTO unknown_row (table_name, id, json) VALUES (?1, ?2, ?3)"},
    {Owner::What::conflict, "conflict", "rtbttttii",
     "INSERT OR IGNORE INTO conflict (number, table_name, id, register, lost_value, lost_stamp, won_stamp, at_ms, settled)"
     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"},
}};

constexpr std::array<char const*, 4> seeded_tables{"stage", "source", "loss_reason", "setting"};

bool is_text(StoredField const& field, std::string_view text) { return field.kind == Kind::text && field.text() == text; }
std::optional<Uuid> uuid_in(StoredField const& field) {
    return field.kind == Kind::blob ? Uuid::from_bytes(field.bytes) : std::nullopt;
}
bool bind_plain(Statement& insert, std::string_view types, BtreeCell const& cell) {
    if (cell.fields.size() != types.size()) return false;
    for (size_t i = 0; i < types.size(); ++i) {
        auto const& field = cell.fields[i];
        int const index = static_cast<int>(i + 1);
        if (types[i] == 'r' && field.kind == Kind::null) insert.bind(index, cell.rowid);
        else if (types[i] == 'b' && uuid_in(field)) insert.bind_blob(index, field.bytes);
        else if (types[i] == 't' && field.kind == Kind::text) insert.bind(index, field.text());
        else if (types[i] == 'i' && field.kind == Kind::integer) insert.bind(index, field.integer);
        else return false;
    }
    return true;
}
int64_t integer_in(std::span<uint8_t const> file, size_t at) {
    return static_cast<int64_t>(uint32_t{file[at]} << 24 | uint32_t{file[at + 1]} << 16 | uint32_t{file[at + 2]} << 8 | file[at + 3]);
}

class Salvager {
public:
    Salvager(std::span<uint8_t const> file, Salvage& result)
        : file_(file), pages_(file), result_(&result), writer_(&result.store->writer()), owners_(pages_.count() + size_t{1}) {
        for (auto const& entity : all_entities()) result_->kinds.push_back({entity.entity});
    }

    Result<void> run() {
        shapes_ = LK_TRY(read_table_shapes(*writer_));
        LK_CHECK(read_indexes());
        rows_.emplace(*writer_, shapes_);
        LK_CHECK(put_defaults_aside());
        find_pages();
        LK_CHECK(read_devices());
        LK_CHECK(read_rows());
        LK_CHECK(count_lost());
        LK_CHECK(read_plain_tables());
        LK_CHECK(take_back_defaults());
        LK_CHECK(write_identity());
        if (recovered_ == 0) return fail(ErrorKind::corrupt, tr_mark("Nothing of a Leadkeep database can be read in this file."));
        return {};
    }

private:
    // The defaults of a new database must not be taken for rows that were read.
    Result<void> put_defaults_aside() {
        for (auto const* table : seeded_tables) {
            std::string const name(table);
            LK_CHECK(writer_->execute("CREATE TEMP TABLE seeded_" + name + " AS SELECT * FROM " + name + "; DELETE FROM main." + name));
        }
        return {};
    }
    Result<void> take_back_defaults() {
        for (auto const* table : seeded_tables) {
            std::string const name(table);
            LK_CHECK(writer_->execute("INSERT OR IGNORE INTO " + name + " SELECT * FROM seeded_" + name + "; DROP TABLE seeded_" + name));
        }
        return {};
    }

    // Of these each entry names a row's id.
    Result<void> read_indexes() {
        auto query = LK_TRY(writer_->prepare("SELECT i.name, t.name, i.partial, i.origin FROM sqlite_schema t, pragma_index_list(t.name) i"));
        while (LK_TRY(query.step())) {
            auto const entity = entity_by_table(query.text_view(1));
            if (!entity || (shapes_[static_cast<size_t>(*entity)].has_rowid && query.text_view(3) != "pk")) continue;
            indexes_[query.text(0)] = {*entity, query.integer(2) != 0 ? Coverage::some_rows : Coverage::all_rows};
        }
        return {};
    }

    // ---- Which page belongs to what

    void find_pages() {
        free_ = pages_.free_pages();
        std::vector<Root> roots;
        std::vector<bool> seen(owners_.size());
        bool const schema_is_whole = claim({{Owner::What::other, Entity::count_}, 1, true, Coverage::some_rows}, seen);
        // Without its first page nothing leads to the others of the schema.
        for (bool const reached : {true, false})
            for (uint32_t page = 1; page < owners_.size() && (reached || !schema_is_whole); ++page)
                if (seen[page] == reached && !free_[page] && pages_.kind(page) == PageKind::table_leaf) read_schema(page, roots);
        for (auto const& root : roots)
            if (claim(root, seen) && root.coverage == Coverage::all_rows) whole_.insert(root.owner.entity);
    }

    void read_schema(uint32_t page, std::vector<Root>& roots) {
        pages_.read(page, [&](BtreeCell const& cell) {
            auto const& fields = cell.fields;
            if (fields.size() != 5 || fields[1].kind != Kind::text || fields[2].kind != Kind::text || fields[3].kind != Kind::integer) return;
            if (fields[3].integer < 2 || fields[3].integer > int64_t{pages_.count()}) return;
            auto root = root_of(fields[0], std::string(fields[1].text()));
            if (root.owner.what == Owner::What::nothing) return;
            root.page = static_cast<uint32_t>(fields[3].integer);
            owners_[page] = {Owner::What::other, Entity::count_};
            roots.push_back(root);
        });
    }

    // Only names that we know count.
    Root root_of(StoredField const& type, std::string const& name) const {
        using What = Owner::What;
        if (is_text(type, "index")) {
            auto const found = indexes_.find(name);
            return found == indexes_.end() ? Root{} : Root{{What::index, found->second.first}, 0, false, found->second.second};
        }
        if (!is_text(type, "table")) return {};
        if (auto const entity = entity_by_table(name))
            return {{What::rows, *entity}, 0, shapes_[static_cast<size_t>(*entity)].has_rowid, Coverage::all_rows};
        if (name == "device_number") return {{What::device_number, Entity::count_}, 0, true, Coverage::some_rows};
        if (name == "meta") return {{What::meta, Entity::count_}, 0, false, Coverage::some_rows};
        for (auto const& table : plain_tables)
            if (name == table.name) return {{table.what, Entity::count_}, 0, table.types[0] == 'r', Coverage::some_rows};
        return {};
    }

    // Everything below the root that is of its kind. False: a page is missing.
    bool claim(Root const& root, std::vector<bool>& seen) {
        auto const leaf = root.has_rowid ? PageKind::table_leaf : PageKind::index_leaf;
        auto const inner = root.has_rowid ? PageKind::table_inner : PageKind::index_inner;
        std::vector<uint32_t> open{root.page};
        bool whole = true;
        while (!open.empty()) {
            uint32_t const page = open.back();
            open.pop_back();
            auto const kind = pages_.kind(page);
            if ((kind != leaf && kind != inner) || seen[page]) {
                whole = false;
                continue;
            }
            seen[page] = true;
            owners_[page] = root.owner;
            if (kind != inner) continue;
            auto const below = pages_.children(page);
            open.insert(open.end(), below.begin(), below.end());
        }
        return whole;
    }

    // ---- What this device knew

    Result<void> read_devices() {
        Result<void> done;
        for_each_page([&](uint32_t page, Owner owner) {
            bool const lost = owner.what == Owner::What::nothing;
            if (owner.what != Owner::What::device_number && owner.what != Owner::What::meta && !lost) return;
            pages_.read(page, [&](BtreeCell const& cell) {
                if (!done || cell.fields.size() != 2) return;
                auto const& key = cell.fields[0];
                auto const id = uuid_in(cell.fields[1]);
                if (key.kind == Kind::null && id && cell.rowid > 0 && cell.rowid <= UINT32_MAX) {
                    done = rows_->know_device(static_cast<uint32_t>(cell.rowid), *id);
                } else if (is_text(key, "dataset") && id && dataset_.is_nil()) {
                    dataset_ = *id;
                } else if (is_text(key, "device") && id && device_.is_nil()) {
                    device_ = *id;
                } else if (is_text(key, "last_seq") && cell.fields[1].kind == Kind::integer) {
                    last_seq_ = std::max(last_seq_, cell.fields[1].integer);
                } else if (key.kind == Kind::text && key.text().starts_with("dataset_alias/") && Uuid::parse(key.text().substr(14))) {
                    aliases_.emplace(key.text());
                }
            });
        });
        return done;
    }

    Result<void> read_plain_tables() {
        Result<void> done;
        for (auto const& table : plain_tables) {
            auto insert = LK_TRY(writer_->prepare(table.insert));
            for_each_page([&](uint32_t page, Owner owner) {
                if (owner.what != table.what) return;
                pages_.read(page, [&](BtreeCell const& cell) {
                    if (done && bind_plain(insert, table.types, cell)) done = insert.run();
                });
            });
        }
        return done;
    }

    // The file's own identity with everything that it gave out counted; whoever goes on with it takes a new one.
    Result<void> write_identity() {
        auto meta = LK_TRY(writer_->prepare("INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)"));
        if (!dataset_.is_nil()) LK_CHECK(meta.bind(1, "dataset").bind(2, dataset_).run());
        for (auto const& alias : aliases_) LK_CHECK(meta.bind(1, alias).bind(2, int64_t{1}).run());
        if (!device_.is_nil()) {
            LK_CHECK(meta.bind(1, "device").bind(2, device_).run());
            LK_CHECK(meta.bind(1, "last_seq").bind(2, last_seq_).run());
        }
        return {};
    }

    // ---- Rows

    template <class Visit>
    void for_each_page(Visit const& visit) {
        for (uint32_t page = 1; page < owners_.size(); ++page)
            if (pages_.kind(page) != PageKind::none && !free_[page]) visit(page, owners_[page]);
    }

    // First what the trees lead to, then what they no longer do.
    Result<void> read_rows() {
        Result<void> done;
        for (bool const reached : {true, false})
            for_each_page([&](uint32_t page, Owner owner) {
                if ((owner.what == Owner::What::rows) != reached || owner.what == Owner::What::other || !done) return;
                pages_.read(page, [&](BtreeCell const& cell) {
                    if (!done) return;
                    auto const* const shape = shape_of(cell, owner);
                    if (shape) done = take_row(*shape, cell);
                });
            });
        return done;
    }

    // A page may be an older one, from before it belonged to this table; and nothing tells what a page is that no tree leads to.
    TableShape const* shape_of(BtreeCell const& cell, Owner owner) {
        if (cell.fields.size() < 3) return nullptr;
        if (owner.what == Owner::What::rows && fits(shapes_[static_cast<size_t>(owner.entity)], cell))
            return &shapes_[static_cast<size_t>(owner.entity)];
        if (cell.is_cut()) return nullptr;
        TableShape const* found = nullptr;
        for (auto const& shape : shapes_) {
            if (!fits(shape, cell) || !is_plausible(shape, cell)) continue;
            if (found) return nullptr;
            found = &shape;
        }
        return found;
    }

    // Tables of the same number and types of columns are told apart by what they say. (Records come before links and lists in
    // the file's pages and in the enum, not always; what is in doubt is left out.)
    bool is_plausible(TableShape const& shape, BtreeCell const& cell) {
        auto const id = *uuid_in(cell.fields[0]);
        bool links_known = true;
        for (size_t i = 2; i < shape.names.size(); ++i) {
            auto const& field = cell.fields[i];
            if (shape.names[i] == "owner_kind" && !(field.kind == Kind::text && entity_by_table(field.text()))) return false;
            if (shape.entity == Entity::setting && shape.names[i] == "key" && !(field.kind == Kind::text && setting_id(field.text()) == id)) return false;
            if (shape.entity == Entity::tag && shape.names[i] == "name" && field.kind == Kind::text && setting_id(field.text()) == id) return false;
            bool const is_link = shape.entity == Entity::contact_company || shape.entity == Entity::deal_contact;
            auto const target = uuid_in(field);
            if (is_link && shape.targets[i] < Entity::count_ && shape.registers[i] != 0)
                links_known = links_known && target && rows_->has(shape.targets[i], *target).value_or(false);
        }
        return links_known;
    }

    Result<void> take_row(TableShape const& shape, BtreeCell const& cell) {
        auto const written = LK_TRY(rows_->write(shape, cell));
        if (written == SalvageWriter::Written::no_use) seen_ids_[shape.entity].insert(*uuid_in(cell.fields[0]));
        if (written != SalvageWriter::Written::added) return {};
        ++result_->kinds[static_cast<size_t>(shape.entity)].recovered;
        ++recovered_;
        return {};
    }

    // ---- What is missing

    Result<void> count_lost() {
        LK_CHECK(count_seqs());
        for_each_page([&](uint32_t page, Owner owner) {
            if (owner.what != Owner::What::index) return;
            bool const id_first = shapes_[static_cast<size_t>(owner.entity)].has_rowid;
            pages_.read(page, [&](BtreeCell const& cell) {
                auto const id = uuid_in(id_first ? cell.fields.front() : cell.fields.back());
                if (id && !id->is_nil() && !rows_->has(owner.entity, *id).value_or(false)) seen_ids_[owner.entity].insert(*id);
            });
        });
        for (auto& kind : result_->kinds) {
            for (auto const& id : seen_ids_[kind.entity]) kind.lost += !LK_TRY(rows_->has(kind.entity, id));
            kind.incomplete = rows_->incomplete(kind.entity);
            kind.lost_is_all = whole_.contains(kind.entity);
        }
        return {};
    }

    // The highest number that the file's device gave out, so that it is not given out again.
    Result<void> count_seqs() {
        if (device_.is_nil()) return {};
        auto const number = LK_TRY(number_of(*writer_, device_));
        for (auto const& shape : shapes_) {
            auto query = LK_TRY(writer_->prepare("SELECT stamps FROM " + std::string(info(shape.entity).table)));
            while (LK_TRY(query.step())) {
                auto const stamps = RowStamps::parse(query.blob(0), info(shape.entity).registers.size());
                for (size_t i = 0; stamps && i < info(shape.entity).registers.size(); ++i)
                    if (auto const stamp = stamps->of(static_cast<uint8_t>(i)); stamp.device_number == number)
                        last_seq_ = std::max(last_seq_, stamp.seq);
            }
        }
        return {};
    }

    std::span<uint8_t const> file_;
    BtreePages pages_;
    Salvage* result_;
    Connection* writer_;
    std::vector<Owner> owners_;
    std::vector<bool> free_;
    std::vector<TableShape> shapes_;
    std::optional<SalvageWriter> rows_;
    std::map<std::string, std::pair<Entity, Coverage>> indexes_;
    std::set<Entity> whole_;  // of these every row is known, at least by its id
    std::map<Entity, std::set<Uuid>> seen_ids_;  // of rows that were there, and could not be read there
    Uuid dataset_, device_;
    std::set<std::string> aliases_;
    int64_t last_seq_ = 0, recovered_ = 0;
};

}  // namespace

Result<Salvage> salvage(std::span<uint8_t const> file) {
    constexpr size_t user_version_at = 60;
    bool const has_header = file.size() >= 100 && std::string_view(reinterpret_cast<char const*>(file.data()), 15) == "SQLite format 3";
    if (has_header && integer_in(file, user_version_at) > static_cast<int64_t>(migrations().size()))
        return fail(ErrorKind::unsupported, tr_mark("This database was written by a newer version. It can be read but not changed."));
    auto image = LK_TRY(MemoryImage::make());
    auto store = LK_TRY(Store::open({.path = image.path()}));
    Salvage result{std::move(image), std::move(store), {}};
    LK_CHECK(result.store->writer().execute("BEGIN"));
    auto const done = Salvager(file, result).run();
    LK_CHECK(result.store->writer().execute(done ? "COMMIT" : "ROLLBACK"));
    if (!done) return tl::unexpected(done.error());
    LK_CHECK(result.store->reload_identity());
    return result;
}

}  // namespace leadkeep::store
