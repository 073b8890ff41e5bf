// One column for each thing that the importer knows, under its own name, so that the way back needs no guessing; columns that no
// record fills are left out.
#include "app/export_csv.h"

#include <algorithm>
#include <functional>
#include <map>

#include "app/import_preview.h"
#include "app/lists.h"
#include "base/i18n.h"
#include "base/ranges.h"
#include "domain/date_text.h"
#include "domain/money.h"
#include "exchange/csv_writer.h"
#include "platform/clock.h"
#include "store/queries/exchange.h"
#include "store/queries/rows.h"

namespace leadkeep::app {
namespace {

using exchange::ImportAs;
using exchange::Target;
using exchange::TargetKind;

class Exporter {
public:
    Exporter(store::Connection& connection, Lists const& lists, ImportAs what) : connection_(connection), lists_(lists), what_(what) {
        for (auto const& target : exchange::all_targets())
            if (exchange::target_fits(target, what) && target.key != "full_name" && target.kind != TargetKind::custom) targets_.push_back(&target);
    }

    Result<std::string> run() {
        for (auto const& row : LK_TRY(store::read_live_rows(connection_, Entity::tag))) tag_names_[row.id()] = row.text("name");
        for (auto const& row : LK_TRY(store::read_live_rows(connection_, Entity::custom_field)))
            if (row.text("entity") == info(record_entity(what_)).table) custom_fields_.emplace_back(row.id(), row.text("name"));
        auto const width = targets_.size() + custom_fields_.size();
        filled_.assign(width, false);
        std::vector<std::vector<std::string>> rows;
        for (auto const& id : LK_TRY(store::read_oldest(connection_, record_entity(what_)))) {
            auto const row = LK_TRY(store::read_row(connection_, record_entity(what_), id));
            if (!row) continue;
            rows.push_back(LK_TRY(cells_of(*row)));
            for (size_t i = 0; i < width; ++i)
                if (!rows.back()[i].empty()) filled_[i] = true;
        }
        return written(rows);
    }

private:
    // A record with the ones whose fields stand in the same line: a deal's contact and company, a contact's company.
    struct Family {
        store::Row const& main;
        std::optional<store::Row> person, company;
        std::vector<store::Row> channels;
    };

    Result<std::optional<store::Row>> live_row(Entity entity, Uuid const& id) {
        if (id.is_nil()) return std::optional<store::Row>{};
        auto row = LK_TRY(store::read_row(connection_, entity, id));
        if (row && row->is_deleted()) row.reset();
        return row;
    }

    Result<Family> family_of(store::Row const& row) {
        Family family{row, {}, {}, LK_TRY(store::read_parts(connection_, Entity::channel, row.ref()))};
        if (what_ == ImportAs::deals) {
            auto const contacts = LK_TRY(store::read_links(connection_, Entity::deal_contact, "deal_id", row.id()));
            if (!contacts.empty()) family.person = LK_TRY(live_row(Entity::contact, contacts.front().uuid("contact_id")));
            family.company = LK_TRY(live_row(Entity::company, row.uuid("company_id")));
            if (family.person)
                for (auto& channel : LK_TRY(store::read_parts(connection_, Entity::channel, family.person->ref()))) family.channels.push_back(channel);
        } else if (what_ == ImportAs::contacts) {
            auto const companies = LK_TRY(store::read_links(connection_, Entity::contact_company, "contact_id", row.id()));
            if (!companies.empty()) family.company = LK_TRY(live_row(Entity::company, companies.front().uuid("company_id")));
        }
        ranges::stable_sort(family.channels, {}, [](store::Row const& channel) { return channel.text("place"); });
        return family;
    }

    Result<std::vector<std::string>> cells_of(store::Row const& row) {
        auto const family = LK_TRY(family_of(row));
        std::vector<std::string> cells;
        cells.reserve(filled_.size());
        for (auto const* target : targets_) {
            if (target->kind == TargetKind::tags) cells.push_back(LK_TRY(tags_of(row)));
            else cells.push_back(cell_of(family, *target));
        }
        auto const customs = LK_TRY(store::read_parts(connection_, Entity::custom_value, row.ref()));
        for (auto const& [id, name] : custom_fields_) {
            auto const field_id = id;
            auto const found = ranges::find_if(customs, [&](store::Row const& one) { return one.uuid("field_id") == field_id; });
            cells.push_back(found == customs.end() ? std::string{} : found->text("value"));
        }
        return cells;
    }

    Result<std::string> tags_of(store::Row const& row) {
        std::vector<std::string> names;
        for (auto const& link : LK_TRY(store::read_parts(connection_, Entity::tag_link, row.ref())))
            if (auto const found = tag_names_.find(link.uuid("tag_id")); found != tag_names_.end()) names.push_back(found->second);
        return exchange::join_values(names, exchange::ListOf::tags);
    }

    std::string cell_of(Family const& family, Target const& target) const {
        auto const& row = family.main;
        switch (target.kind) {
            case TargetKind::channel: return channels_of(family, target.key);
            case TargetKind::stage: return lists_.shown_stage(board_of(row.entity()), StageId{row.uuid("stage_id")}).name;
            case TargetKind::source: return lists_.name_of(row.uuid("source_id"));
            case TargetKind::manager: return lists_.name_of(row.uuid("manager_id"));
            case TargetKind::created_by: return lists_.name_of(row.uuid("created_by"));
            case TargetKind::money: return row.has("amount_minor") ? plain_money(row.integer("amount_minor"), row.text("currency")) : std::string{};
            case TargetKind::currency: return row.has("amount_minor") ? row.text("currency") : std::string{};
            case TargetKind::moment: {
                auto const at_ms = row.integer("created_at_ms");
                return row.has("created_at_ms") ? iso_moment(at_ms, platform::zone_offset_min(at_ms)) : std::string{};
            }
            case TargetKind::flag: return row.integer(target.key) != 0 ? std::string(tr("Yes")) : std::string{};
            case TargetKind::integer: return row.has(target.key) ? std::to_string(row.integer(target.key)) : std::string{};
            case TargetKind::text:
            case TargetKind::joined_text:
            case TargetKind::date: return text_of(family, target.key);
            case TargetKind::full_name:
            case TargetKind::tags:
            case TargetKind::custom: break;
        }
        return {};
    }

    // The line's first member that has the field and something in it.
    static std::string text_of(Family const& family, std::string_view key) {
        if (key == "company_name" && family.main.entity() != Entity::lead) {
            auto const* company = family.main.entity() == Entity::company ? &family.main : family.company ? &*family.company : nullptr;
            return company ? company->text("name") : std::string{};
        }
        if (register_index(family.main.entity(), key) || key == "loss_note") return family.main.text(key);
        return family.person && register_index(Entity::contact, key) ? family.person->text(key) : std::string{};
    }

    static std::string channels_of(Family const& family, std::string_view key) {
        auto const kind = key.substr(0, key.find(':')), type = key.substr(key.find(':') + 1);
        std::vector<std::string> values;
        for (auto const& channel : family.channels) {
            if (channel.text("kind") != kind) continue;
            // A type that no column has goes to the column of the others.
            auto const own = kind_has_column(kind, channel.text("type")) ? channel.text("type") : std::string("other");
            if (own == type) values.push_back(channel.text("value"));
        }
        return exchange::join_values(values, kind == "phone"   ? exchange::ListOf::phones
                                             : kind == "email" ? exchange::ListOf::emails
                                                               : exchange::ListOf::others);
    }
    static bool kind_has_column(std::string_view kind, std::string const& type) {
        return exchange::find_target(std::string(kind) + ":" + type) != nullptr;
    }

    std::string written(std::vector<std::vector<std::string>> const& rows) const {
        exchange::CsvWriter csv(language() == Language::russian ? ';' : ',');
        std::vector<std::string> cells;
        // An empty workspace still shows what the columns would be.
        auto const is_shown = [&](size_t i) { return rows.empty() || filled_[i]; };
        for (size_t i = 0; i < filled_.size(); ++i)
            if (is_shown(i)) cells.push_back(i < targets_.size() ? std::string(tr(targets_[i]->label.data())) : custom_fields_[i - targets_.size()].second);
        csv.row(cells);
        for (auto const& row : rows) {
            cells.clear();
            for (size_t i = 0; i < row.size(); ++i)
                if (is_shown(i)) cells.push_back(row[i]);
            csv.row(cells);
        }
        return csv.take();
    }

    store::Connection& connection_;
    Lists const& lists_;
    ImportAs what_;
    std::vector<Target const*> targets_;
    std::vector<std::pair<Uuid, std::string>> custom_fields_;
    std::map<Uuid, std::string> tag_names_;
    std::vector<bool> filled_;
};

}  // namespace

Result<std::string> export_csv(store::Store& store, ImportAs what) {
    auto const lists = LK_TRY(read_lists(store.reader(), store.identity().device));
    return Exporter(store.reader(), lists, what).run();
}

}  // namespace leadkeep::app
