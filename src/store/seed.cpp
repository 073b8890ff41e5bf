// The default rows and the identity of a new database. Runs inside the transaction that creates the schema.
#include "store/seed.h"

#include <string>

#include "domain/defaults.h"
#include "platform/random.h"
#include "store/row_stamps.h"

namespace leadkeep::store {
namespace {

RowStamps const zero_stamps{LocalStamp{}};

// Places leave room on all sides for what people add; they must be the same on every device.
std::string default_place(size_t index) {
    constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    return {digits[4 + 3 * index], 'V'};
}

Result<void> seed_stages(Connection& writer) {
    auto insert = LK_TRY(writer.prepare(
        "INSERT INTO stage (id, stamps, board, key, colour, place, meaning, stall_limit_days, funnel_place)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, nullif(?8, 0), ?9)"));
    size_t places[2] = {};
    for (auto const& stage : default_stages()) {
        insert.bind(1, stage_id(stage.board, stage.key).uuid).bind_blob(2, zero_stamps.bytes());
        insert.bind(3, board_name(stage.board)).bind(4, stage.key).bind(5, stage.colour);
        insert.bind(6, default_place(places[static_cast<size_t>(stage.board)]++)).bind(7, meaning_name(stage.meaning));
        insert.bind(8, stage.stall_limit_days).bind(9, stage.funnel_place);
        LK_CHECK(insert.run());
    }
    return {};
}

}  // namespace

Result<void> seed_defaults(Connection& writer) {
    LK_CHECK(seed_stages(writer));
    auto source = LK_TRY(writer.prepare("INSERT INTO source (id, stamps, key, place) VALUES (?1, ?2, ?3, ?4)"));
    size_t place = 0;
    for (auto const& one : default_sources()) {
        source.bind(1, source_id(one.key).uuid).bind_blob(2, zero_stamps.bytes());
        source.bind(3, one.key).bind(4, default_place(place++));
        LK_CHECK(source.run());
    }
    auto reason = LK_TRY(
        writer.prepare("INSERT INTO loss_reason (id, stamps, key, place, needs_note) VALUES (?1, ?2, ?3, ?4, nullif(?5, 0))"));
    place = 0;
    for (auto const& one : default_loss_reasons()) {
        reason.bind(1, loss_reason_id(one.key).uuid).bind_blob(2, zero_stamps.bytes());
        reason.bind(3, one.key).bind(4, default_place(place++)).bind(5, int64_t{one.note == Note::asked});
        LK_CHECK(reason.run());
    }
    auto setting = LK_TRY(writer.prepare("INSERT INTO setting (id, stamps, key, value) VALUES (?1, ?2, ?3, ?4)"));
    for (auto const& one : default_settings()) {
        setting.bind(1, setting_id(one.key)).bind_blob(2, zero_stamps.bytes()).bind(3, one.key).bind(4, one.value);
        LK_CHECK(setting.run());
    }
    return {};
}

Result<void> seed_identity(Connection& writer) {
    auto const device = platform::new_uuid();
    LK_CHECK(number_of(writer, device));
    auto meta = LK_TRY(writer.prepare("INSERT INTO meta (key, value) VALUES (?1, ?2)"));
    LK_CHECK(meta.bind(1, "dataset").bind(2, platform::new_uuid()).run());
    LK_CHECK(meta.bind(1, "device").bind(2, device).run());
    LK_CHECK(meta.bind(1, "last_seq").bind(2, int64_t{0}).run());
    LK_CHECK(meta.bind(1, "min_reader").bind(2, int64_t{1}).run());
    return {};
}

}  // namespace leadkeep::store
