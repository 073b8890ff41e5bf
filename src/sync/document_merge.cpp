#include "sync/document_merge.h"

#include <algorithm>

#include "base/i18n.h"
#include "domain/defaults.h"
#include "sync/new_identity.h"
#include "sync/row.h"

namespace leadkeep::sync {
namespace {

constexpr int most_commits_tried = 1000;

Result<int64_t> open_records(store::Connection& connection) {
    auto query = LK_TRY(connection.prepare(
        "SELECT (SELECT count(*) FROM lead WHERE deleted_at_ms IS NULL) + (SELECT count(*) FROM contact WHERE deleted_at_ms IS NULL)"
        " + (SELECT count(*) FROM company WHERE deleted_at_ms IS NULL) + (SELECT count(*) FROM deal WHERE deleted_at_ms IS NULL)"));
    return LK_TRY(query.step()) ? query.integer(0) : 0;
}

Result<std::string> mode_setting(store::Connection& connection) {
    auto query = LK_TRY(connection.prepare("SELECT value FROM setting WHERE id = ?1"));
    query.bind(1, setting_id(setting::mode));
    return LK_TRY(query.step()) ? query.text(0) : std::string();
}

std::string alias_key(Uuid const& dataset) { return "dataset_alias/" + dataset.to_string(); }

Result<bool> is_alias(store::Connection& connection, Uuid const& dataset) {
    auto query = LK_TRY(connection.prepare("SELECT 1 FROM meta WHERE key = ?1"));
    auto const key = alias_key(dataset);
    query.bind(1, std::string_view(key));
    return query.step();
}

Result<> set_meta(store::Connection& writer, std::string_view key, Value const& value) {
    auto statement = LK_TRY(writer.prepare("INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = excluded.value"));
    return statement.bind(1, key).bind(2, value).run();
}

Result<TextCells> stored_aside(store::Connection& connection, IncomingRow const& row) {
    auto query = LK_TRY(connection.prepare("SELECT json FROM unknown_row WHERE table_name = ?1 AND id = ?2"));
    query.bind(1, std::string_view(row.table)).bind(2, row.id);
    if (!LK_TRY(query.step())) return TextCells{};
    return read_aside(query.text(0));
}

}  // namespace

bool is_record(Entity entity) {
    return entity == Entity::lead || entity == Entity::contact || entity == Entity::company || entity == Entity::deal;
}

DocumentMerge::DocumentMerge(store::Store& store, std::string file_name, std::string_view bytes, MergeOptions options)
    : store_(&store), options_(options), file_name_(std::move(file_name)), bytes_(bytes), framer_(bytes_, file_name_) {}

Result<bool> DocumentMerge::step() {
    if (phase_ == Phase::start) LK_CHECK(begin());
    auto const frame = LK_TRY(framer_.next());
    if (phase_ == Phase::compare) return compare_frame(frame);
    auto more = merge_frame(frame);
    // Someone else wrote under our id. What we wrote since must go under another one before the two are mixed.
    if (more && merges() && report_.own_device_ahead && identity_.device != options_.spare_device) {
        LK_CHECK(start_over(Phase::compare));
        return true;
    }
    return more;
}

Result<bool> DocumentMerge::merge_frame(Frame const& frame) {
    switch (frame.kind) {
        case Frame::Kind::member:
            if (frame.name == "checksum") LK_CHECK(take_checksum(frame));
            else if (!rows_seen_) LK_CHECK(header_reader_.member(frame, framer_.scanner()));
            return true;
        case Frame::Kind::rows_begin: LK_CHECK(begin_rows(framer_.offset() - 1)); return true;
        case Frame::Kind::row: LK_CHECK(take_row(frame)); return true;
        case Frame::Kind::rows_end: checksum_hex_ = checksum_.hex(); return true;
        case Frame::Kind::end: return finish();
    }
    return false;
}

Result<> DocumentMerge::begin() {
    phase_ = Phase::merge;
    if (merges()) {
        scope_.emplace(LK_TRY(store::WriteScope::begin(*store_, store::Durability::strict)));
        LK_CHECK(store_->reload_identity());  // another process may have written since
    }
    identity_ = store_->identity();
    connection_ = merges() ? &store_->writer() : &store_->reader();
    return start_over(Phase::merge);
}

// Reads the file from its beginning; nothing of it may have been written yet, or what was is rolled back.
Result<> DocumentMerge::start_over(Phase phase) {
    if (phase == Phase::compare) {
        rows_.reset();
        scope_.reset();
        scope_.emplace(LK_TRY(store::WriteScope::begin(*store_, store::Durability::strict)));
    }
    bool const is_copy = phase == Phase::merge && identity_.device == options_.spare_device;
    phase_ = phase;
    framer_ = Framer(bytes_, file_name_);
    header_reader_ = {};
    checksum_ = {};
    report_ = {};
    report_.own_device_ahead = is_copy;
    rows_seen_ = false;
    rows_.emplace(*connection_);
    received_ = LK_TRY(load_received(*connection_));
    knowledge_ = LK_TRY(load_knowledge(*connection_));
    report_.records_before = report_.records_after = LK_TRY(open_records(*connection_));
    report_.mode_before = report_.mode_after = LK_TRY(mode_setting(*connection_));
    return {};
}

Result<> DocumentMerge::begin_rows(size_t offset) {
    rows_seen_ = true;
    report_.header = LK_TRY(header_reader_.finish(offset, framer_.scanner()));
    report_.other_dataset = report_.header.dataset != identity_.dataset && !LK_TRY(is_alias(*connection_, report_.header.dataset));
    if (report_.other_dataset && merges() && options_.other_dataset == MergeOptions::OtherDataset::refuse)
        return fail(ErrorKind::refused, tr_mark("This file belongs to another workspace. Allow joining the two to import it."));
    for (auto const& [device, interval] : report_.header.covers) {
        bool const is_own = device == identity_.device;
        auto const found = received_.find(device);
        auto const known = is_own ? identity_.last_seq : found == received_.end() ? 0 : found->second;
        if (is_own && interval.to > known) report_.own_device_ahead = true;
        if (interval.from > known) report_.has_gap = true;
    }
    knowledge_.add(report_.header.knowledge);
    return {};
}

Result<> DocumentMerge::take_row(Frame const& frame) {
    checksum_.add(frame.text);
    checksum_.add("\n");
    auto const incoming = LK_TRY(read_row(frame, framer_.scanner()));
    if (incoming.entity) LK_CHECK(merge_known(incoming));
    if (!incoming.aside.empty()) LK_CHECK(keep_aside(incoming));
    return {};
}

Result<> DocumentMerge::merge_known(IncomingRow const& incoming) {
    auto const entity = *incoming.entity;
    auto merge = merge_row(incoming, LK_TRY(rows_->find(entity, incoming.id)), knowledge_, received_);
    for (auto const index : merge.taken)
        if (merge.row.stamps[index].device == identity_.device) report_.own_device_ahead = true;
    if (is_record(entity)) {
        bool const counted_before = merge.was_here && !merge.was_deleted, counts_after = (merge.was_here || merge.changed) && !merge.is_deleted;
        report_.records_after += int{counts_after} - int{counted_before};
    }
    if (entity == Entity::setting && incoming.id == setting_id(setting::mode)) {
        auto const& value = merge.row.values[store::first_column(entity, *register_index(entity, "value"))];
        report_.mode_after = is_null(value) ? std::string() : std::get<std::string>(value);
    }
    count(report_.tables[static_cast<size_t>(entity)], merge);
    if (!merges()) return {};
    LK_CHECK(journal(incoming, merge.lost));
    if (!merge.changed) return {};
    return rows_->write(entity, merge.row, merge.was_here ? store::WriteAs::existing_row : store::WriteAs::new_row);
}

void DocumentMerge::count(RowCounts& counts, RowMerge const& merge) {
    counts.conflicts += static_cast<int64_t>(merge.lost.size());
    if (!merge.changed) ++counts.same;
    else if (!merge.was_here) ++counts.fresh;
    else if (merge.is_deleted && !merge.was_deleted) ++counts.deleted;
    else ++counts.changed;
}

Result<> DocumentMerge::keep_aside(IncomingRow const& incoming) {
    auto here = LK_TRY(stored_aside(*connection_, incoming));
    bool const was_here = !here.empty();
    bool const changed = merge_aside(here, incoming.aside);
    report_.kept_aside += static_cast<int64_t>(incoming.aside.size());
    if (!incoming.entity) ++(!changed ? report_.unknown_tables.same : was_here ? report_.unknown_tables.changed : report_.unknown_tables.fresh);
    if (!changed || !merges()) return {};
    auto write = LK_TRY(connection_->prepare("INSERT INTO unknown_row (table_name, id, json) VALUES (?1, ?2, ?3)"
                                             " ON CONFLICT DO UPDATE SET json = excluded.json"));
    auto const json = aside_text(here);
    return write.bind(1, std::string_view(incoming.table)).bind(2, incoming.id).bind(3, std::string_view(json)).run();
}

Result<> DocumentMerge::journal(IncomingRow const& incoming, std::vector<LostValue> const& lost) {
    if (lost.empty()) return {};
    auto insert = LK_TRY(connection_->prepare(
        "INSERT INTO conflict (table_name, id, register, lost_value, lost_stamp, won_stamp, at_ms)"
        " SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE NOT EXISTS"
        " (SELECT 1 FROM conflict WHERE id = ?2 AND table_name = ?1 AND register = ?3 AND lost_stamp = ?5)"));
    for (auto const& one : lost) {
        std::string lost_stamp, won_stamp;
        append_stamp(lost_stamp, one.lost);
        append_stamp(won_stamp, one.won);
        insert.bind(1, std::string_view(incoming.table)).bind(2, incoming.id).bind(3, one.register_name).bind(4, std::string_view(one.value));
        LK_CHECK(insert.bind(5, std::string_view(lost_stamp)).bind(6, std::string_view(won_stamp)).bind(7, options_.now_ms).run());
    }
    return {};
}

// Without one the file is taken as it is: a file made by hand has none.
Result<> DocumentMerge::take_checksum(Frame const& frame) {
    auto const& scanner = framer_.scanner();
    if (!rows_seen_) return scanner.error(frame.offset, tr_mark("{0} must stand after the rows."), {"\"checksum\""});
    if (frame.text == "\"sha256:" + checksum_hex_ + "\"") return {};
    if (frame.text.starts_with("\"sha256:") || !frame.text.starts_with('"'))
        return scanner.error(frame.offset, tr_mark("The file is damaged: its checksum does not fit its rows. Export it again on the other device."));
    return {};  // of a kind that a newer version knows
}

Result<bool> DocumentMerge::finish() {
    auto const& scanner = framer_.scanner();
    if (!rows_seen_) {
        LK_CHECK(header_reader_.finish(framer_.offset(), scanner));
        return scanner.error(framer_.offset(), tr_mark("This file has no rows."));
    }
    if (!merges()) return false;
    if (report_.loses_most() && options_.large_loss == MergeOptions::LargeLoss::refuse)
        return fail(ErrorKind::refused, tr_mark("After this import fewer than half of your records would be left. Confirm that this is meant."));
    LK_CHECK(keep_books());
    if (auto committed = scope_->commit(); !committed) {
        // A screen is in the middle of a query: again at the next step.
        if (committed.error().kind == ErrorKind::busy && ++commits_tried_ < most_commits_tried) return true;
        return tl::unexpected(std::move(committed).error());
    }
    scope_.reset();
    LK_CHECK(store_->reload_identity());
    return false;
}

// Finds how far the file's history of this device is ours as well. Seqs are dense: who has one change of ours has all before it.
Result<bool> DocumentMerge::compare_frame(Frame const& frame) {
    if (frame.kind == Frame::Kind::row) LK_CHECK(compare_row(frame));
    if (frame.kind != Frame::Kind::end) return true;
    LK_CHECK(leave_identity());
    LK_CHECK(start_over(Phase::merge));
    return true;
}

Result<> DocumentMerge::compare_row(Frame const& frame) {
    auto const incoming = LK_TRY(read_row(frame, framer_.scanner()));
    if (!incoming.entity) return {};
    auto const local = LK_TRY(rows_->find(*incoming.entity, incoming.id));
    if (!local) return {};
    for (auto const& [index, cell] : incoming.cells)
        if (cell.stamp.device == identity_.device && cell.stamp == local->stamps[index]) agreed_seq_ = std::max(agreed_seq_, cell.stamp.seq);
    return {};
}

Result<> DocumentMerge::leave_identity() {
    auto const old = identity_;
    auto const last_seq = LK_TRY(take_new_identity(*connection_, {old.device, options_.spare_device, agreed_seq_, options_.now_ms}));
    identity_.device = options_.spare_device;
    identity_.last_seq = last_seq;
    LK_CHECK(save_received(*connection_, {{old.device, agreed_seq_}}));
    Knowledge known;
    known.add(identity_.device, 0, LK_TRY(load_received(*connection_)));
    return save_knowledge(*connection_, known);
}

// What has arrived, and what everyone knew.
Result<> DocumentMerge::keep_books() {
    auto& writer = *connection_;
    bool news = false;
    if (!report_.has_gap) {
        for (auto const& [device, interval] : report_.header.covers) {
            if (device == identity_.device) continue;
            auto& known = received_[device];
            news = news || interval.to > known;
            known = std::max(known, interval.to);
        }
    }
    if (news) knowledge_.add(identity_.device, identity_.last_seq + 1, received_);
    LK_CHECK(save_received(writer, received_));
    LK_CHECK(save_knowledge(writer, knowledge_));
    return report_.other_dataset ? join_dataset() : Result<>{};
}

Result<> DocumentMerge::join_dataset() {
    auto const ours = identity_.dataset, theirs = report_.header.dataset;
    LK_CHECK(set_meta(*connection_, "dataset", std::min(ours, theirs)));
    return set_meta(*connection_, alias_key(std::max(ours, theirs)), int64_t{1});
}

}  // namespace leadkeep::sync
