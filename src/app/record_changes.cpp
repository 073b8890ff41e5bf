// Channels, tags, places and events of a record; field checks are in field_check.cpp.
#include "app/record_changes.h"

#include <algorithm>
#include <unordered_set>

#include "base/i18n.h"
#include "base/json.h"
#include "base/name_fold.h"
#include "base/ranges.h"
#include "domain/email.h"
#include "domain/fractional_key.h"
#include "domain/phone.h"
#include "platform/random.h"
#include "store/queries/board.h"

namespace leadkeep::app {
namespace {

constexpr size_t longest_channel = 500, longest_tag = 100;

std::string normal_channel(ChannelDraft const& channel, std::string_view value, std::string_view country,
                           std::string& extension) {
    if (channel.kind == "phone") {
        Phone phone = normalise_phone(value, country);
        extension = std::move(phone.extension);
        return std::move(phone.normal);
    }
    if (channel.kind == "email") return normalise_email(value);
    std::string normal = lower_text(value);
    // "@m.guseva" and "m.guseva", "https://example.com/" and "example.com" are the same place.
    for (std::string_view prefix : {"https://", "http://", "www.", "@"})
        if (normal.starts_with(prefix)) normal.erase(0, prefix.size());
    while (normal.ends_with('/')) normal.pop_back();
    return normal;
}

bool is_known_kind(std::string_view kind) {
    return kind == "phone" || kind == "email" || kind == "web" || kind == "messenger" || kind == "profile";
}

Json json_of(Value const& value) {
    if (auto const* number = std::get_if<int64_t>(&value)) return *number;
    if (auto const* number = std::get_if<double>(&value)) return *number;
    if (auto const* text = std::get_if<std::string>(&value)) return *text;
    if (auto const* id = std::get_if<Uuid>(&value)) return id->to_string();
    return nullptr;
}

Value text_or_null(std::string text) { return text.empty() ? Value() : Value(std::move(text)); }

std::string joined(std::vector<std::string> const& parts) {
    std::string text;
    for (auto const& part : parts) text += (text.empty() ? "" : ", ") + part;
    return text;
}

// Gives a key to every card of the column that has none (they stand at the top, by their ids), keeping the order.
Result<void> give_keys(store::Transaction& change, Entity cards, StageId stage) {
    auto& connection = change.store().writer();
    auto const column = LK_TRY(store::read_board_column(connection, cards, stage));
    std::vector<Uuid> bare;
    std::string first_key;
    for (auto const& id : column.cards) {
        first_key = LK_TRY(store::read_board_key(connection, cards, stage, id));
        if (!first_key.empty()) break;
        bare.push_back(id);
    }
    auto const keys = keys_between("", first_key, bare.size(), platform::random_bytes);
    for (size_t i = 0; i < bare.size(); ++i)
        LK_CHECK(change.set(cards, bare[i], {{"position", {stage.uuid, keys[i]}}}));
    return {};
}

}  // namespace

Result<store::Row> require_record(store::Connection& connection, RecordRef record) {
    if (info(record.entity).mutability == Mutability::immutable_rows)
        return fail(ErrorKind::refused, tr_mark("What has happened can't be changed."));
    auto row = LK_TRY(store::read_row(connection, record.entity, record.id));
    if (!row) return fail(ErrorKind::refused, tr_mark("This record is not there any more."));
    if (row->is_deleted()) return fail(ErrorKind::refused, tr_mark("This record is in the trash. Restore it first."));
    return std::move(*row);
}

Result<CheckedCell> channel_cell(RecordRef owner, ChannelDraft const& channel, std::string_view country,
                                 std::string_view place) {
    std::string_view const value = trim_text(channel.value);
    if (value.empty()) return fail(ErrorKind::refused, tr_mark("Type a phone, an e-mail or an address first."));
    if (value.size() > longest_channel)
        return fail(ErrorKind::refused, tr_mark("This is too long for a phone, an e-mail or an address."));
    if (!is_known_kind(channel.kind))
        return fail(ErrorKind::refused, tr_mark("There is no such kind of channel: {0}."), {channel.kind});
    std::string extension;
    std::string normal = normal_channel(channel, value, country, extension);
    return CheckedCell{
        "channel",
        {std::string(info(owner.entity).table), owner.id, channel.kind, channel.type.empty() ? "other" : channel.type,
         std::string(value), text_or_null(std::move(normal)), text_or_null(std::move(extension)),
         text_or_null(std::string(place))}};
}

Result<void> insert_channels(store::Transaction& change, RecordRef owner, std::vector<ChannelDraft> const& channels,
                             std::string_view country, store::InsertAs as) {
    int place = 0;
    for (auto const& channel : channels) {
        if (trim_text(channel.value).empty()) continue;
        std::string digits = std::to_string(place++);
        std::string const key = std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
        auto const cell = LK_TRY(channel_cell(owner, channel, country, key));
        LK_CHECK(change.insert(Entity::channel, {}, {cell.cell()}, as));
    }
    return {};
}

Result<int> set_tags(store::Transaction& change, RecordRef owner, std::vector<std::string> const& names,
                     store::InsertAs as) {
    auto& connection = change.store().writer();
    std::vector<std::pair<std::string, Uuid>> known;  // folded name, id
    for (auto const& row : LK_TRY(store::read_live_rows(connection, Entity::tag)))
        known.emplace_back(lower_text(row.text("name")), row.id());
    std::vector<Uuid> wanted;
    for (auto const& typed : names) {
        std::string const name(trim_text(typed));
        if (name.empty()) continue;
        if (name.size() > longest_tag)
            return fail(ErrorKind::refused, tr_mark("This tag is too long: {0}."), {name.substr(0, 40)});
        auto found = ranges::find(known, lower_text(name), &std::pair<std::string, Uuid>::first);
        if (found == known.end()) {
            // The name makes the id: two devices that add the same tag have one.
            Uuid const id = uuid_v5(leadkeep_space, "tag/" + lower_text(name));
            LK_CHECK(change.put(Entity::tag, id, {{"name", {name}}}));
            known.emplace_back(lower_text(name), id);
            found = known.end() - 1;
        }
        if (!ranges::count(wanted, found->second)) wanted.push_back(found->second);
    }
    int changed = 0;
    for (auto const& link : LK_TRY(store::read_parts(connection, Entity::tag_link, owner))) {
        if (auto const kept = ranges::find(wanted, link.uuid("tag_id")); kept != wanted.end()) {
            wanted.erase(kept);
            continue;
        }
        LK_CHECK(change.remove(Entity::tag_link, link.id()));
        ++changed;
    }
    for (auto const& tag : wanted) {
        Uuid const id = uuid_v5(owner.id, "tag/" + tag.to_string());
        std::vector<Value> const link{std::string(info(owner.entity).table), owner.id, tag};
        if (as == store::InsertAs::record) LK_CHECK(change.put(Entity::tag_link, id, {{"link", link}}));
        else LK_CHECK(change.insert(Entity::tag_link, id, {{"link", link}}, as));
        ++changed;
    }
    return changed;
}

Result<std::vector<std::string>> places_in_column(store::Transaction& change, Entity cards, StageId stage,
                                                  std::span<Uuid const> moving, Uuid const& above, Uuid const& below) {
    auto& connection = change.store().writer();
    using store::Neighbour;
    using store::Side;
    std::unordered_set<Uuid> const passed(moving.begin(), moving.end());
    auto const first = LK_TRY(store::read_first_of_column(connection, cards, stage));
    if (!first.id.is_nil() && first.key.empty()) LK_CHECK(give_keys(change, cards, stage));
    auto const next_that_stays = [&](Neighbour from, Side side) -> Result<Neighbour> {
        do from = LK_TRY(store::read_next_in_column(connection, cards, stage, from, side, moving.front()));
        while (!from.id.is_nil() && passed.contains(from.id));
        return from;
    };
    auto const key_of = [&](Uuid const& card) -> Result<std::string> {
        if (card.is_nil() || passed.contains(card)) return std::string();
        return store::read_board_key(connection, cards, stage, card);
    };
    Neighbour upper, lower;
    std::string const above_key = LK_TRY(key_of(above));
    std::string const below_key = LK_TRY(key_of(below));
    if (!above_key.empty()) {
        upper = {above, above_key};
        lower = LK_TRY(next_that_stays(upper, Side::after));
    } else if (!below_key.empty()) {
        lower = {below, below_key};
        upper = LK_TRY(next_that_stays(lower, Side::before));
    } else {
        lower = LK_TRY(store::read_first_of_column(connection, cards, stage));
        if (!lower.id.is_nil() && passed.contains(lower.id)) lower = LK_TRY(next_that_stays(lower, Side::after));
    }
    // Two devices can have given the same key to two cards; nothing fits between equal keys, so the place is above
    // both.
    if (!upper.key.empty() && upper.key == lower.key)
        upper = LK_TRY(next_that_stays({Uuid{}, upper.key}, Side::before));
    return keys_between(upper.key, lower.key, moving.size(), platform::random_bytes);
}

Result<std::string> place_in_column(store::Transaction& change, Entity cards, StageId stage, Uuid const& card,
                                    Uuid const& above, Uuid const& below) {
    return LK_TRY(places_in_column(change, cards, stage, {&card, 1}, above, below)).front();
}

Result<int> change_tags(store::Transaction& change, RecordRef owner, std::vector<std::string> const& names) {
    auto& connection = change.store().writer();
    LK_CHECK(require_record(connection, owner));
    auto const before = LK_TRY(tag_names(connection, owner));
    int const changed = LK_TRY(set_tags(change, owner, names, store::InsertAs::record));
    if (changed == 0) return 0;
    auto const after = LK_TRY(tag_names(connection, owner));
    Json const data{{"field", "tags"}, {"old", joined(before)}, {"new", joined(after)}};
    LK_CHECK(write_event(change, owner, EventKind::field_changed, dump_json(data)));
    return changed;
}

Result<std::vector<std::string>> tag_names(store::Connection& connection, RecordRef owner) {
    std::vector<std::string> names;
    for (auto const& link : LK_TRY(store::read_parts(connection, Entity::tag_link, owner)))
        if (auto const tag = LK_TRY(store::read_row(connection, Entity::tag, link.uuid("tag_id"))))
            names.push_back(tag->text("name"));
    return names;
}

Result<void> write_event(store::Transaction& change, RecordRef owner, EventKind kind, std::string const& data_json) {
    LK_CHECK(change.event(owner, event_kind_name(kind), data_json));
    return {};
}

std::string event_json_of_field(std::string_view name, std::vector<Value> const& before,
                                std::vector<Value> const& after) {
    Json data{{"field", name}};
    auto const as_json = [](std::vector<Value> const& values) {
        Json all = Json::array();
        for (auto const& value : values) all.push_back(json_of(value));
        return values.size() == 1 ? Json(all[0]) : all;
    };
    data["old"] = as_json(before);
    data["new"] = as_json(after);
    return dump_json(data);
}

}  // namespace leadkeep::app
