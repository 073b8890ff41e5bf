// Rows about someone who is known: skipped, merged into the record (fills what is empty) or replacing what it says.
#include <algorithm>

#include "app/import_writer.h"
#include "base/i18n.h"
#include "base/json.h"
#include "base/ranges.h"
#include "store/queries/rows.h"

namespace leadkeep::app {
namespace {

using exchange::RowDraft;

bool has_value(store::Cell const& cell) {
    return ranges::any_of(cell.values, [](Value const& value) {
        auto const* text = std::get_if<std::string>(&value);
        auto const* id = std::get_if<Uuid>(&value);
        return !is_null(value) && !(text && text->empty()) && !(id && id->is_nil());
    });
}

}  // namespace

KnownRecord const* ImportWriter::find_known(std::vector<Channel> const& channels) const {
    if (plan_.choices.duplicates == Duplicates::allow) return nullptr;
    for (auto const& channel : channels)
        if (auto const* known = matches_.find(channel.kind, channel.normal())) return known;
    return nullptr;
}

void ImportWriter::remember(Uuid const& id, std::vector<Channel> const& channels, int64_t line) {
    if (plan_.choices.duplicates == Duplicates::allow) return;
    for (auto const& channel : channels) matches_.add(channel.kind, channel.normal(), {id, line});
}

RowOutcome ImportWriter::skipped_as_known(KnownRecord const& known) const {
    return {RowOutcome::Did::skipped, known.line == 0 ? std::string(tr("Its phone, e-mail or name is known already."))
                                                      : trf("Its phone or e-mail is the same as in line {0}.", {std::to_string(known.line)})};
}

Result<RowOutcome> ImportWriter::change_known(RecordRef record, Cells const& cells, RowDraft const& row, std::vector<Channel> const& channels) {
    auto const replaces = plan_.choices.duplicates == Duplicates::replace;
    auto const current = LK_TRY(store::read_row(change_.connection(), record.entity, record.id));
    if (!current) return fail(ErrorKind::refused, tr_mark("This record is not there any more."));
    Cells changed;
    std::string fields;
    for (auto const& cell : cells) {
        // When and by whom a record was made, and its number, are its own.
        if (cell.register_name == "created" || cell.register_name == "position" || cell.register_name == "stage" || !has_value(cell)) continue;
        // Someone whom the file does not name is no reason to take a record from its manager.
        if (cell.register_name == "manager_id" && row.manager.empty()) continue;
        auto const now = current->cell(cell.register_name);
        if (now == cell.values || (!replaces && !ranges::all_of(now, is_null))) continue;
        changed.push_back(cell);
        fields += (fields.empty() ? "" : ",") + json_text(cell.register_name);
    }
    if (!changed.empty()) LK_CHECK(change_.set(record.entity, record.id, std::span(changed)));
    if (replaces && !row.stage.empty()) LK_CHECK(move_known_card(*current, cells));
    LK_CHECK(change_channels(record, channels));
    LK_CHECK(add_tags(record, row.tags));
    auto const known_customs = LK_TRY(store::read_parts(change_.connection(), Entity::custom_value, record));
    for (auto const& custom : row.customs) {
        auto const field = LK_TRY(names_.custom_field(change_, record.entity, plan_.columns[custom.column].header));
        auto const same = ranges::find_if(known_customs, [&](store::Row const& one) { return one.uuid("field_id") == field; });
        if (same == known_customs.end()) {
            RowDraft one;
            one.customs.push_back(custom);
            LK_CHECK(insert_customs(record, one, store::InsertAs::record));
        } else if (replaces) {
            LK_CHECK(change_.set(Entity::custom_value, same->id(), {{"value", {custom.value}}}));
        }
    }
    LK_CHECK(change_.event(record, EventKind::imported,
                           event_head_ + std::to_string(row.line) + (replaces ? ",\"how\":\"replaced\"" : ",\"how\":\"merged\"") +
                               ",\"fields\":[" + fields + "]}"));
    remember(record.id, channels, row.line);
    return RowOutcome{replaces ? RowOutcome::Did::replaced : RowOutcome::Did::merged, {}};
}

Result<void> ImportWriter::move_known_card(store::Row const& row, Cells const& cells) {
    auto const stage = ranges::find(cells, "stage", &store::Cell::register_name);
    auto const position = ranges::find(cells, "position", &store::Cell::register_name);
    if (stage == cells.end()) return {};
    auto const to = std::get<Uuid>(stage->values[0]), from = row.uuid("stage_id");
    if (to == from) return {};
    LK_CHECK(change_.set(row.entity(), row.id(), std::span(&*stage, 1)));
    if (position != cells.end()) LK_CHECK(change_.set(row.entity(), row.id(), std::span(&*position, 1)));
    Json data{{"from", from.to_string()}, {"from_name", lists_.name_of(from)}, {"to", to.to_string()}, {"to_name", lists_.name_of(to)}};
    LK_CHECK(change_.event(row.ref(), EventKind::stage_moved, dump_json(data)));
    return {};
}

Result<void> ImportWriter::change_channels(RecordRef record, std::vector<Channel> const& channels) {
    if (channels.empty()) return {};
    auto const known = LK_TRY(store::read_parts(change_.connection(), Entity::channel, record));
    auto const is_same = [](store::Row const& row, Channel const& channel) {
        if (row.text("kind") != channel.kind) return false;
        return channel.normal().empty() ? row.value("value") == channel.cell.values[4] : row.text("normal") == channel.normal();
    };
    if (plan_.choices.duplicates == Duplicates::replace) {
        for (auto const& row : known) {
            bool const kind_is_told = ranges::any_of(channels, [&](auto const& one) { return row.text("kind") == one.kind; });
            bool const still_there = ranges::any_of(channels, [&](auto const& one) { return is_same(row, one); });
            if (kind_is_told && !still_there) LK_CHECK(change_.remove(Entity::channel, row.id()));
        }
    }
    size_t place = known.size();
    for (auto const& channel : channels) {
        if (ranges::any_of(known, [&](store::Row const& row) { return is_same(row, channel); })) continue;
        auto cell = channel.cell.cell();
        auto const digits = std::to_string(place++);
        cell.values[1] = record.id;
        cell.values.back() = std::string(4 - std::min<size_t>(digits.size(), 4), '0') + digits;
        LK_CHECK(change_.insert(Entity::channel, {}, std::span(&cell, 1)));
    }
    return {};
}

Result<void> ImportWriter::add_tags(RecordRef record, std::vector<std::string> const& tags) {
    if (tags.empty()) return {};
    auto const known = LK_TRY(store::read_parts(change_.connection(), Entity::tag_link, record));
    for (auto const& name : tags) {
        auto const tag = LK_TRY(names_.tag(change_, name));
        if (ranges::any_of(known, [&](store::Row const& row) { return row.uuid("tag_id") == tag.uuid; })) continue;
        LK_CHECK(change_.insert(Entity::tag_link, {}, {{"link", {std::string(info(record.entity).table), record.id, tag.uuid}}}));
    }
    return {};
}

// Importing a file of deals twice should not double them: the same deal is the one with its outside number, else with its title.
Result<std::optional<Uuid>> ImportWriter::find_same_deal(ContactId contact, RowDraft const& row) {
    auto const outside = row.text("external_id"), title = row.text("title");
    if (outside.empty() && title.empty()) return std::optional<Uuid>{};
    for (auto const& link : LK_TRY(store::read_links(change_.connection(), Entity::deal_contact, "contact_id", contact.uuid))) {
        auto const deal = LK_TRY(store::read_row(change_.connection(), Entity::deal, link.uuid("deal_id")));
        if (!deal || deal->is_deleted()) continue;
        auto const deal_outside = deal->text("external_id");
        if (!outside.empty() && !deal_outside.empty() ? deal_outside == outside : !title.empty() && deal->text("title") == title)
            return std::optional(deal->id());
    }
    return std::optional<Uuid>{};
}

}  // namespace leadkeep::app
