// Conversion: what is known of a lead goes to a contact, a company and a deal; the lead keeps its own and names them.
#include <algorithm>

#include "app/conversion.h"
#include "app/labels.h"
#include "app/new_records.h"
#include "base/i18n.h"
#include "base/json.h"
#include "base/name_fold.h"
#include "base/ranges.h"
#include "store/queries/clients.h"

namespace leadkeep::app {
namespace {

std::vector<CheckedCell> cells_of(store::Row const& lead) {
    std::vector<CheckedCell> cells;
    for (auto const& one : info(Entity::lead).registers) {
        auto values = lead.cell(one.name);
        if (!ranges::all_of(values, is_null)) cells.push_back({one.name, std::move(values)});
    }
    return cells;
}

Result<std::vector<ChannelDraft>> channels_of(store::Connection& connection, RecordRef owner) {
    std::vector<ChannelDraft> channels;
    for (auto const& row : LK_TRY(store::read_parts(connection, Entity::channel, owner)))
        channels.push_back({row.text("kind"), row.text("type"), row.text("value")});
    return channels;
}

// A client that is linked instead of made gets the channels that it lacks.
Result<void> add_missing_channels(store::Transaction& change, CommandContext& context, RecordRef owner,
                                  std::vector<ChannelDraft> const& channels) {
    auto const known = LK_TRY(store::read_parts(context.connection(), Entity::channel, owner));
    std::vector<ChannelDraft> missing;
    for (auto const& channel : channels) {
        auto const cell = LK_TRY(channel_cell(owner, channel, context.country(), {}));
        auto const same = [&](store::Row const& row) {
            return row.text("kind") == channel.kind && row.value("normal") == cell.values[5];
        };
        if (ranges::none_of(known, same)) missing.push_back(channel);
    }
    return insert_channels(change, owner, missing, context.country(), store::InsertAs::record);
}

Result<ContactId> contact_of(store::Transaction& change, CommandContext& context, store::Row const& lead,
                             std::vector<CheckedCell> const& cells, std::vector<ChannelDraft> const& channels,
                             Converted& converted) {
    ContactId contact{lead.uuid("contact_id")};
    if (!contact.is_nil() && !require_record(context.connection(), ref(contact))) contact = {};
    if (contact.is_nil()) contact = LK_TRY(find_known_contact(context, channels));
    if (contact.is_nil()) return make_contact(change, context, cells, channels);
    converted.contact_way = Converted::Way::linked;
    LK_CHECK(add_missing_channels(change, context, ref(contact), channels));
    context.touched.record(ref(contact));
    return contact;
}

Result<CompanyId> company_of(store::Transaction& change, CommandContext& context, store::Row const& lead,
                             std::vector<CheckedCell> const& cells, std::string const& name, Converted& converted) {
    CompanyId company{lead.uuid("company_id")};
    if (!company.is_nil() && !require_record(context.connection(), ref(company))) company = {};
    if (company.is_nil() && !name.empty()) company = LK_TRY(find_known_company(context, {}, name));
    if (company.is_nil())
        return name.empty() ? Result<CompanyId>(company) : make_company(change, context, cells, name, {});
    converted.company_way = Converted::Way::linked;
    context.touched.record(ref(company));
    return company;
}

Result<void> copy_product_lines(store::Transaction& change, CommandContext& context, RecordRef from, RecordRef to) {
    for (auto const& line : LK_TRY(store::read_parts(context.connection(), Entity::product_line, from))) {
        std::vector<store::Cell> cells;
        for (auto const& one : info(Entity::product_line).registers)
            if (one.name != "deleted" && one.name != "owner") cells.push_back({one.name, line.cell(one.name)});
        cells.push_back({"owner", {std::string(info(to.entity).table), to.id}});
        LK_CHECK(change.insert(Entity::product_line, {}, cells, store::InsertAs::part_of_new_record));
    }
    return {};
}

// Open activities go on at the deal: what was planned with the person is to be done still.
Result<void> hand_over_activities(store::Transaction& change, CommandContext& context, RecordRef from, RecordRef to) {
    for (auto const& row : LK_TRY(store::read_parts(context.connection(), Entity::activity, from)))
        if (!row.has("done_at_ms"))
            LK_CHECK(change.set(Entity::activity, row.id(), {{"owner", {std::string(info(to.entity).table), to.id}}}));
    return {};
}

Result<RecordRef> deal_of(store::Transaction& change, CommandContext& context, store::Row const& lead,
                          ConvertLead const& command, std::vector<CheckedCell> const& cells, ContactId contact,
                          CompanyId company) {
    NewDeal deal{cells_for(Entity::deal, cells), {}, {}, command.deal_stage, Origin::conversion};
    auto const put = [&](std::string_view name, std::vector<Value> values) {
        std::erase_if(deal.cells, [&](CheckedCell const& cell) { return cell.register_name == name; });
        deal.cells.push_back({name, std::move(values)});
    };
    std::string const title(trim_text(command.deal_title));
    put("title", {title.empty() ? record_title(lead) : title});
    if (command.amount_minor) {
        if (*command.amount_minor < 0) return fail(ErrorKind::refused, tr_mark("An amount can't be negative."));
        std::string const currency = !command.currency.empty() ? command.currency
                                     : lead.has("currency")    ? lead.text("currency")
                                                               : context.currency();
        put("amount", {*command.amount_minor, currency});
    }
    if (!company.is_nil()) put("company_id", {company.uuid});
    if (!contact.is_nil()) deal.contacts.push_back(contact);
    put("lead_id", {lead.id()});
    bool const won = (!contact.is_nil() && LK_TRY(store::has_won_deal(context.connection(), ref(contact)))) ||
                     (!company.is_nil() && LK_TRY(store::has_won_deal(context.connection(), ref(company))));
    if (won) put("repeat", {int64_t{1}});
    for (auto const& link : LK_TRY(store::read_parts(context.connection(), Entity::tag_link, lead.ref())))
        if (auto const tag = LK_TRY(store::read_row(context.connection(), Entity::tag, link.uuid("tag_id"))))
            deal.tags.push_back(tag->text("name"));
    RecordRef const made = LK_TRY(make_deal(change, context, deal)).record;
    LK_CHECK(copy_product_lines(change, context, lead.ref(), made));
    LK_CHECK(hand_over_activities(change, context, lead.ref(), made));
    return made;
}

// The lead to its success stage; each of those that it became tells where it came from.
Result<void> close_lead(store::Transaction& change, CommandContext& context, store::Row const& lead,
                        Converted const& converted) {
    LK_CHECK(
        change.set(Entity::lead, lead.id(),
                   {{"converted", {change.now_ms(), converted.contact.id, converted.company.id, converted.deal.id}}}));
    StageId const from{lead.uuid("stage_id")};
    if (auto const* success = context.lists.success_stage(Board::leads); success && success->id != from) {
        std::string const key = LK_TRY(place_in_column(change, Entity::lead, success->id, lead.id(), {}, {}));
        LK_CHECK(change.set(Entity::lead, lead.id(),
                            {{"stage", {success->id.uuid, change.now_ms()}}, {"position", {success->id.uuid, key}}}));
        context.touched.column(success->id);
    }
    context.touched.column(from);
    context.touched.record(lead.ref());
    Json became = Json::object();
    Json const origin{{"lead", lead.id().to_string()}, {"lead_name", record_title(lead)}};
    for (auto const& one : {converted.contact, converted.company, converted.deal}) {
        if (one.id.is_nil()) continue;
        std::string const kind(info(one.entity).table);
        auto const row = LK_TRY(store::read_row(context.connection(), one.entity, one.id));
        became[kind] = one.id.to_string();
        if (row) became[kind + "_name"] = record_title(*row);
        LK_CHECK(write_event(change, one, EventKind::converted, dump_json(origin)));
    }
    return write_event(change, lead.ref(), EventKind::converted, dump_json(became));
}

std::string said(Converted const& converted) {
    std::vector<std::string> parts;
    if (!converted.contact.id.is_nil())
        parts.push_back(converted.contact_way == Converted::Way::linked ? tr("known contact") : tr("contact"));
    if (!converted.company.id.is_nil())
        parts.push_back(converted.company_way == Converted::Way::linked ? tr("known company") : tr("company"));
    if (!converted.deal.id.is_nil()) parts.push_back(tr("deal"));
    std::string all;
    for (auto const& part : parts) all += (all.empty() ? "" : ", ") + part;
    return trf("Converted to {0}", {all});
}

}  // namespace

Result<Converted> convert_lead(store::Transaction& change, CommandContext& context, ConvertLead const& command) {
    auto const lead = LK_TRY(require_record(context.connection(), ref(command.lead)));
    if (lead.has("converted_at_ms"))
        return fail(ErrorKind::refused, tr_mark("“{0}” is converted already. Its card names what it became."),
                    {record_title(lead)});
    if (!command.to_contact && !command.to_company && !command.to_deal)
        return fail(ErrorKind::refused, tr_mark("Choose what the lead becomes: contact, company or deal."));
    auto const cells = cells_of(lead);
    auto const channels = LK_TRY(channels_of(context.connection(), lead.ref()));
    std::string const typed_company(trim_text(command.company_name));
    std::string const company_name = typed_company.empty() ? lead.text("company_name") : typed_company;

    Converted converted{{Entity::contact, {}}, {Entity::company, {}}, {Entity::deal, {}}};
    ContactId contact;
    CompanyId company;
    if (command.to_contact) contact = LK_TRY(contact_of(change, context, lead, cells, channels, converted));
    if (command.to_company) company = LK_TRY(company_of(change, context, lead, cells, company_name, converted));
    if (!contact.is_nil() && !company.is_nil()) LK_CHECK(join_contact_to_company(change, contact, company));
    converted.contact.id = contact.uuid;
    converted.company.id = company.uuid;
    if (command.to_deal) converted.deal = LK_TRY(deal_of(change, context, lead, command, cells, contact, company));
    if (contact.is_nil() && company.is_nil() && converted.deal.id.is_nil())
        return fail(ErrorKind::refused,
                    tr_mark("No company is named. Type its name, or convert to a contact or a deal."));
    LK_CHECK(close_lead(change, context, lead, converted));
    return converted;
}

Result<Outcome> carry_out(CommandContext& context, ConvertLead const& command) {
    auto change = LK_TRY(context.begin(tr_mark("Lead converted")));
    auto const converted = LK_TRY(convert_lead(change, context, command));
    LK_CHECK(change.commit());
    RecordRef const made = !converted.deal.id.is_nil()      ? converted.deal
                           : !converted.contact.id.is_nil() ? converted.contact
                                                            : converted.company;
    return Outcome{said(converted), made, Outcome::CanUndo::yes};
}

}  // namespace leadkeep::app
