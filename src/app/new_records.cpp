// Leads, clients and deals come into being here, and nowhere else but in imports of many.
#include "app/new_records.h"

#include <algorithm>

#include "app/labels.h"
#include "base/i18n.h"
#include "base/name_fold.h"
#include "base/ranges.h"
#include "domain/defaults.h"
#include "domain/email.h"
#include "domain/phone.h"
#include "store/queries/clients.h"

namespace leadkeep::app {
namespace {

std::string origin_json(Origin origin) {
    switch (origin) {
        case Origin::form: return R"({"from":"form"})";
        case Origin::quick_add: return R"({"from":"quick_add"})";
        case Origin::import: return R"({"from":"import"})";
        case Origin::conversion: return R"({"from":"conversion"})";
    }
    return "{}";
}

std::vector<store::Cell> as_store_cells(std::vector<CheckedCell> const& cells) {
    std::vector<store::Cell> result;
    for (auto const& one : cells) result.push_back(one.cell());
    return result;
}

// Stage, place, number and responsible manager, which every new card has.
Result<StageId> complete_card(store::Transaction& change, CommandContext& context, Entity cards,
                              std::optional<StageId> wanted, std::vector<CheckedCell>& cells) {
    Board const board = board_of(cards);
    auto const* stage = wanted ? context.lists.find_stage(board, *wanted) : nullptr;
    StageId const id = stage ? stage->id : context.lists.stages(board).front().id;
    cells.push_back({"stage", {id.uuid, change.now_ms()}});
    std::string const key = LK_TRY(place_in_column(change, cards, id, {}, {}, {}));
    cells.push_back({"position", {id.uuid, key}});
    cells.push_back({"number", {LK_TRY(change.next_number(info(cards).table))}});
    if (!find_cell(cells, "manager_id") && !context.lists.me.is_nil())
        cells.push_back({"manager_id", {context.lists.me.uuid}});
    context.touched.column(id);
    return id;
}

Result<Uuid> insert_record(store::Transaction& change, CommandContext& context, Entity entity,
                           std::vector<CheckedCell> const& cells, Origin origin) {
    Uuid const id = LK_TRY(change.insert(entity, {}, as_store_cells(cells)));
    LK_CHECK(change.event({entity, id}, EventKind::created, origin_json(origin)));
    context.touched.record({entity, id});
    return id;
}

// The owners, not in the trash, of a phone or e-mail among these.
Result<std::vector<RecordRef>> owners_of(CommandContext& context, Entity owner,
                                         std::vector<ChannelDraft> const& channels) {
    for (auto const& channel : channels) {
        std::string normal;
        if (channel.kind == "phone") normal = normalise_phone(channel.value, context.country()).normal;
        if (channel.kind == "email") normal = normalise_email(channel.value);
        if (normal.empty()) continue;
        auto owners = LK_TRY(store::find_channel_owners(context.connection(), owner, channel.kind, normal));
        if (!owners.empty()) return owners;
    }
    return std::vector<RecordRef>{};
}

}  // namespace

std::vector<Value> const* find_cell(std::vector<CheckedCell> const& cells, std::string_view register_name) {
    auto const found = ranges::find(cells, register_name, &CheckedCell::register_name);
    return found == cells.end() ? nullptr : &found->values;
}

std::string cell_text(std::vector<CheckedCell> const& cells, std::string_view register_name) {
    auto const* values = find_cell(cells, register_name);
    auto const* text = values ? std::get_if<std::string>(&(*values)[0]) : nullptr;
    return text ? *text : std::string();
}

std::vector<CheckedCell> cells_for(Entity entity, std::vector<CheckedCell> const& lead_cells) {
    // What the lead says about itself stays with the lead.
    static constexpr std::string_view own[] = {"deleted",     "created",     "number",    "stage",
                                               "position",    "loss",        "postponed", "converted",
                                               "merged_into", "external_id", "repeat",    "company_id"};
    std::vector<CheckedCell> cells;
    for (auto const& one : lead_cells) {
        if (ranges::count(own, one.register_name) || ranges::all_of(one.values, is_null)) continue;
        // Comments go with the sale, the address with the client.
        if (one.register_name == "comments" && entity != Entity::deal) continue;
        if (register_index(entity, one.register_name)) cells.push_back(one);
    }
    return cells;
}

Result<ContactId> find_known_contact(CommandContext& context, std::vector<ChannelDraft> const& channels) {
    auto const owners = LK_TRY(owners_of(context, Entity::contact, channels));
    return owners.empty() ? ContactId{} : ContactId{owners.front().id};
}

Result<CompanyId> find_known_company(CommandContext& context, std::vector<ChannelDraft> const& channels,
                                     std::string_view name) {
    std::string const wanted = fold_name(name);
    if (wanted.empty()) {
        auto const owners = LK_TRY(owners_of(context, Entity::company, channels));
        return owners.empty() ? CompanyId{} : CompanyId{owners.front().id};
    }
    // Letter for letter first; then as people compare names («ООО Вектор» and «ООО "Вектор"»).
    if (auto const exact = LK_TRY(store::find_company(context.connection(), name)); !exact.is_nil()) return exact;
    if (!context.companies_by_name) {
        context.companies_by_name.emplace();
        for (auto const& [id, known] : LK_TRY(store::read_company_names(context.connection())))
            context.companies_by_name->emplace(fold_name(known), id);
    }
    auto const found = context.companies_by_name->find(wanted);
    return found == context.companies_by_name->end() ? CompanyId{} : found->second;
}

Result<RecordRef> make_client(store::Transaction& change, CommandContext& context, Entity entity, std::vector<CheckedCell> cells,
                              std::vector<ChannelDraft> const& channels, Origin origin) {
    if (!find_cell(cells, "manager_id") && !context.lists.me.is_nil())
        cells.push_back({"manager_id", {context.lists.me.uuid}});
    RecordRef const client{entity, LK_TRY(insert_record(change, context, entity, cells, origin))};
    LK_CHECK(insert_channels(change, client, channels, context.country(), store::InsertAs::part_of_new_record));
    std::string const name = entity == Entity::company ? cell_text(cells, "name") : std::string();
    if (!name.empty() && context.companies_by_name) context.companies_by_name->emplace(fold_name(name), CompanyId{client.id});
    return client;
}

Result<ContactId> make_contact(store::Transaction& change, CommandContext& context,
                               std::vector<CheckedCell> const& lead_cells, std::vector<ChannelDraft> const& channels) {
    auto cells = cells_for(Entity::contact, lead_cells);
    auto const client = LK_TRY(make_client(change, context, Entity::contact, std::move(cells), channels, Origin::conversion));
    return ContactId{client.id};
}

Result<CompanyId> make_company(store::Transaction& change, CommandContext& context,
                               std::vector<CheckedCell> const& lead_cells, std::string_view name,
                               std::vector<ChannelDraft> const& channels) {
    auto cells = cells_for(Entity::company, lead_cells);
    cells.push_back({"name", {std::string(name)}});
    auto const client = LK_TRY(make_client(change, context, Entity::company, std::move(cells), channels, Origin::conversion));
    return CompanyId{client.id};
}

Result<void> join_contact_to_company(store::Transaction& change, ContactId contact, CompanyId company) {
    // The pair makes the id: two devices that join the same two make one link.
    Uuid const id = uuid_v5(contact.uuid, "company/" + company.uuid.to_string());
    return change.put(Entity::contact_company, id, {{"link", {contact.uuid, company.uuid}}});
}

Result<EnquiryMade> make_lead(store::Transaction& change, CommandContext& context, NewEnquiry const& enquiry,
                              std::vector<CheckedCell> more_cells) {
    auto cells = enquiry.cells;
    cells.insert(cells.end(), more_cells.begin(), more_cells.end());
    StageId const stage = LK_TRY(complete_card(change, context, Entity::lead, enquiry.stage, cells));
    RecordRef const lead{Entity::lead, LK_TRY(insert_record(change, context, Entity::lead, cells, enquiry.origin))};
    LK_CHECK(insert_channels(change, lead, enquiry.channels, context.country(), store::InsertAs::part_of_new_record));
    LK_CHECK(set_tags(change, lead, enquiry.tags, store::InsertAs::part_of_new_record));
    return EnquiryMade{lead, {lead}, EnquiryMade::Way::made, stage};
}

Result<EnquiryMade> make_deal(store::Transaction& change, CommandContext& context, NewDeal const& deal) {
    auto cells = deal.cells;
    StageId const stage = LK_TRY(complete_card(change, context, Entity::deal, deal.stage, cells));
    RecordRef const made{Entity::deal, LK_TRY(insert_record(change, context, Entity::deal, cells, deal.origin))};
    for (auto const& contact : deal.contacts) {
        Uuid const id = uuid_v5(made.id, "contact/" + contact.uuid.to_string());
        LK_CHECK(change.insert(Entity::deal_contact, id, {{"link", {made.id, contact.uuid}}},
                               store::InsertAs::part_of_new_record));
        context.touched.record(ref(contact));
    }
    LK_CHECK(set_tags(change, made, deal.tags, store::InsertAs::part_of_new_record));
    return EnquiryMade{made, {made}, EnquiryMade::Way::made, stage};
}

}  // namespace leadkeep::app
