#include "sync/document_writer.h"

#include <algorithm>
#include <set>

namespace leadkeep::sync {
namespace {

constexpr int portion = 256;  // rows

// The registers of a row that were ever set, as text.
TextCells text_cells(Entity entity, store::SyncedRow const& row) {
    TextCells cells;
    auto const registers = info(entity).registers;
    for (size_t i = 0; i < registers.size(); ++i) {
        auto const first = row.values.begin() + static_cast<ptrdiff_t>(store::first_column(entity, i));
        Cell const cell{{first, first + static_cast<ptrdiff_t>(registers[i].columns.size())}, row.stamps[i]};
        if (!cell.is_unset()) cells.emplace(registers[i].name, TextCell{value_text(registers[i], cell.values), cell.stamp});
    }
    return cells;
}

void add_later(TextCells& cells, TextCells const& aside) {
    for (auto const& [name, cell] : aside) {
        auto const [here, is_new] = cells.try_emplace(name, cell);
        if (!is_new && order(cell.stamp, cell.value, here->second.stamp, here->second.value) > 0) here->second = cell;
    }
}

}  // namespace

DocumentWriter::DocumentWriter(store::Store& store, std::optional<SeqVector> since, std::string created)
    : store_(&store), rows_(store.reader()), since_(std::move(since)), created_(std::move(created)) {}

Result<bool> DocumentWriter::append(std::string& out) {
    if (!begun_) {
        begun_ = true;
        LK_CHECK(begin(out));
        return true;
    }
    if (table_ < tables_.size()) {
        LK_CHECK(append_some_rows(out));
        return true;
    }
    out += "\n],\n\"checksum\": \"sha256:" + checksum_.hex() + "\"\n}\n";
    return false;
}

Result<> DocumentWriter::begin(std::string& out) {
    std::set<std::string> tables;
    for (auto const& one : all_entities()) tables.emplace(one.table);
    auto query = LK_TRY(store_->reader().prepare("SELECT DISTINCT table_name FROM unknown_row"));
    while (LK_TRY(query.step())) tables.insert(query.text(0));
    tables_.assign(tables.begin(), tables.end());
    out += header_text(LK_TRY(header()));
    return {};
}

Result<Header> DocumentWriter::header() {
    auto const& identity = store_->identity();
    Header header;
    header.dataset = identity.dataset;
    header.device = identity.device;
    header.created = created_;
    auto name = LK_TRY(store_->reader().prepare("SELECT name FROM device WHERE id = ?1"));
    name.bind(1, identity.device);
    if (LK_TRY(name.step())) header.device_name = name.text(0);
    auto known = LK_TRY(load_received(store_->reader()));
    known[identity.device] = identity.last_seq;
    for (auto const& [device, seq] : known) {
        Interval interval{0, seq};
        if (since_)
            if (auto const had = since_->find(device); had != since_->end()) interval.from = std::min(had->second, seq);
        if (interval.from < interval.to) header.covers[device] = interval;
    }
    header.knowledge = LK_TRY(load_knowledge(store_->reader()));
    return header;
}

bool DocumentWriter::is_wanted(Stamp const& stamp) const {
    if (!since_) return true;
    if (stamp.is_zero()) return false;
    auto const had = since_->find(stamp.device);
    return had == since_->end() || stamp.seq > had->second;
}

void DocumentWriter::append_one(std::string& out, std::string const& table, Uuid const& id, TextCells cells, Stamp made) {
    if (auto const there = cells.find(only_there); there != cells.end()) {
        made = there->second.stamp;
        cells.erase(there);
    }
    bool const is_empty = cells.empty();
    std::erase_if(cells, [this](auto const& cell) { return !is_wanted(cell.second.stamp); });
    // What ships with the program and was never changed is on every device already.
    bool const says_something = std::any_of(cells.begin(), cells.end(), [](auto const& cell) { return !cell.second.stamp.is_zero(); });
    if (!says_something && !(is_empty && !made.is_zero() && is_wanted(made))) return;
    if (rows_written_++ > 0) out += ",\n";
    size_t const start = out.size();
    append_row(out, table, id, cells, made);
    checksum_.add(std::string_view(out).substr(start));
    checksum_.add("\n");
}

Result<std::vector<DocumentWriter::AsideRow>> DocumentWriter::next_aside(std::string const& table) {
    auto query = LK_TRY(store_->reader().prepare(
        "SELECT id, json FROM unknown_row WHERE table_name = ?1 AND id > ?2 ORDER BY id LIMIT ?3"));
    query.bind(1, std::string_view(table)).bind_blob(2, last_id_.bytes).bind(3, int64_t{portion});
    std::vector<AsideRow> rows;
    while (LK_TRY(query.step())) rows.push_back({query.uuid(0), LK_TRY(read_aside(query.text(1)))});
    return rows;
}

// Our rows of a table and what is kept aside of it, in one order of ids.
Result<> DocumentWriter::append_some_rows(std::string& out) {
    auto const& table = tables_[table_];
    auto const entity = entity_by_table(table);
    auto const ours = entity ? LK_TRY(rows_.next(*entity, last_id_, portion)) : std::vector<store::SyncedRow>{};
    auto const aside = LK_TRY(next_aside(table));
    // Beyond the end of a full portion there may be more on that side.
    Uuid up_to;
    up_to.bytes.fill(0xFF);
    if (ours.size() == portion) up_to = ours.back().id;
    if (aside.size() == portion) up_to = std::min(up_to, aside.back().id);
    auto our = ours.begin();
    auto their = aside.begin();
    while ((our != ours.end() && our->id <= up_to) || (their != aside.end() && their->id <= up_to)) {
        bool const take_ours = our != ours.end() && (their == aside.end() || our->id <= their->id);
        bool const take_theirs = their != aside.end() && (our == ours.end() || their->id <= our->id);
        last_id_ = take_ours ? our->id : their->id;
        auto cells = take_ours ? text_cells(*entity, *our) : TextCells{};
        if (take_theirs) add_later(cells, their->cells);
        append_one(out, table, last_id_, std::move(cells), take_ours ? our->made : Stamp{});
        our += take_ours;
        their += take_theirs;
    }
    if (ours.size() < portion && aside.size() < portion) {
        ++table_;
        last_id_ = {};
    }
    return {};
}

}  // namespace leadkeep::sync
