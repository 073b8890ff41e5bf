#include "app/conflicts.h"

#include "app/field_text.h"
#include "app/labels.h"
#include "app/moments.h"
#include "base/i18n.h"
#include "store/queries/conflicts.h"
#include "store/queries/rows.h"
#include "store/transaction.h"
#include "sync/row.h"

namespace leadkeep::app {
namespace {

bool has_column(Entity entity, std::string_view column) {
    for (auto const& one : info(entity).registers)
        for (auto const& its : one.columns)
            if (its.name == column) return true;
    return false;
}

// The record whose card shows the row: itself, or the one it is a part of.
RecordRef record_of(store::Row const& row) {
    if (has_column(row.entity(), "owner_kind"))
        if (auto const owner = entity_by_table(row.text("owner_kind"))) return {*owner, row.uuid("owner_id")};
    if (row.entity() == Entity::contact_company) return {Entity::contact, row.uuid("contact_id")};
    if (row.entity() == Entity::deal_contact) return {Entity::deal, row.uuid("deal_id")};
    return row.ref();
}

std::string title_of(store::Row const& row) {
    switch (row.entity()) {
        case Entity::stage:
        case Entity::source:
        case Entity::loss_reason: return display_name(row);
        default: break;
    }
    if (!sections(row.entity()).empty()) return record_title(row);
    std::string const name = has_column(row.entity(), "name") ? row.text("name") : std::string();
    return name.empty() ? std::string(info(row.entity()).table) : name;
}

std::string plain_text(Lists const& lists, Value const& value) {
    if (auto const* text = std::get_if<std::string>(&value)) return *text;
    if (auto const* number = std::get_if<int64_t>(&value)) return std::to_string(*number);
    if (auto const* id = std::get_if<Uuid>(&value)) return lists.name_of(*id);
    return {};
}

// The field as its card calls it; registers of several fields by the first of them.
FieldSpec const* spec_of(Entity entity, Register const& of) {
    if (auto const* spec = find_field(entity, of.name)) return spec;
    return find_field(entity, of.columns.front().name);
}

std::string field_name(Entity entity, Register const& of, store::Row const& row) {
    if (of.name == "stage") return tr("Stage");
    if (of.name == "deleted") return tr("Trash");
    if (entity == Entity::channel) return channel_kind_name(row.text("kind"));
    if (auto const* spec = spec_of(entity, of)) return tr(spec->label);
    return of.name == "name" ? tr("Name") : std::string(of.name);
}

std::string value_shown(Lists const& lists, Entity entity, Register const& of, std::vector<Value> const& values) {
    if (of.name == "deleted") return is_null(values.front()) ? tr("not in the trash") : tr("in the trash");
    if (of.name == "stage") return plain_text(lists, values.front());
    if (auto const* spec = find_field(entity, of.name)) return field_text(lists, *spec, values);
    std::string all;
    for (size_t i = 0; i < of.columns.size(); ++i) {
        if (entity == Entity::channel && of.columns[i].name != "value") continue;
        auto const* spec = find_field(entity, of.columns[i].name);
        std::string const text = spec ? field_text(lists, *spec, {values[i]}) : plain_text(lists, values[i]);
        if (!text.empty()) all += (all.empty() ? "" : ", ") + text;
    }
    return all;
}

class Reader {
public:
    Reader(store::Connection& connection, Lists const& lists, Uuid const& own_device, int64_t now_ms)
        : connection_(connection), lists_(lists), own_device_(own_device), now_ms_(now_ms) {}

    Result<std::optional<ConflictView>> read(store::ConflictRow const& conflict) {
        auto const entity = entity_by_table(conflict.table);
        auto const index = entity ? register_index(*entity, conflict.register_name) : std::nullopt;
        if (!index) return std::optional<ConflictView>{};
        auto const row = LK_TRY(store::read_row(connection_, *entity, conflict.row));
        auto const& of = info(*entity).registers[*index];
        auto const lost = sync::read_value_text(of, conflict.lost_value);
        auto const lost_stamp = sync::read_stamp_text(conflict.lost_stamp);
        if (!row || !lost || !lost_stamp) return std::optional<ConflictView>{};
        auto const stamps = LK_TRY(store::read_stamps(connection_, *entity, conflict.row));
        ConflictView view;
        view.number = conflict.number;
        view.record = record_of(*row);
        auto const owner = view.record == row->ref() ? row : LK_TRY(store::read_row(connection_, view.record.entity, view.record.id));
        view.can_open = owner && !sections(view.record.entity).empty();
        view.title = title_of(owner ? *owner : *row);
        view.field = field_name(*entity, of, *row);
        view.stands = LK_TRY(side(value_shown(lists_, *entity, of, row->cell(of.name)), stamps[*index]));
        view.lost = LK_TRY(side(value_shown(lists_, *entity, of, *lost), *lost_stamp));
        return std::optional(std::move(view));
    }

private:
    Result<ConflictSide> side(std::string value, Stamp const& stamp) {
        return ConflictSide{std::move(value), LK_TRY(who(stamp.device)), past_text(stamp.ms, now_ms_)};
    }

    // The person of the device, and what it is called.
    Result<std::string> who(Uuid const& device) {
        if (device == own_device_) return std::string(tr("this device"));
        auto const row = LK_TRY(store::read_row(connection_, Entity::device, device));
        std::string const name = row ? row->text("name") : std::string(), person = row ? lists_.name_of(row->uuid("manager_id")) : std::string();
        if (name.empty() && person.empty()) return std::string(tr("another device"));
        return name.empty() ? person : person.empty() ? name : person + ", " + name;
    }

    store::Connection& connection_;
    Lists const& lists_;
    Uuid own_device_;
    int64_t now_ms_;
};

}  // namespace

Result<std::vector<ConflictView>> read_conflict_views(store::Connection& connection, Lists const& lists, Uuid const& own_device, int64_t now_ms, int limit) {
    Reader reader(connection, lists, own_device, now_ms);
    std::vector<ConflictView> views;
    for (auto const& conflict : LK_TRY(store::read_open_conflicts(connection, limit)))
        if (auto view = LK_TRY(reader.read(conflict))) views.push_back(std::move(*view));
    return views;
}

}  // namespace leadkeep::app
