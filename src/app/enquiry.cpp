// What a new enquiry becomes, by the mode and by who it comes from: a lead, a repeat lead, an event on an open lead, or
// in simple mode contact, company and deal at once.
#include <algorithm>

#include "app/field_text.h"
#include "app/labels.h"
#include "app/new_records.h"
#include "base/i18n.h"
#include "base/json.h"
#include "base/ranges.h"
#include "domain/email.h"
#include "domain/phone.h"
#include "store/queries/clients.h"

namespace leadkeep::app {
namespace {

// "Need: a terrace\nUTM source: spring" of the registers that `entity` has no place for or that `keep` names.
std::string told_beside(CommandContext& context, std::vector<CheckedCell> const& cells, Entity entity,
                        std::vector<std::string> const& keep) {
    std::string text;
    for (auto const& one : cells) {
        bool const has_place =
            register_index(entity, one.register_name) || register_index(Entity::contact, one.register_name);
        if ((has_place && !ranges::count(keep, one.register_name)) || one.register_name == "company_name") continue;
        auto const* field = find_field(Entity::lead, one.register_name);
        std::string const value = field ? field_text(context.lists, *field, one.values) : std::string();
        if (!value.empty()) text += (text.empty() ? "" : "\n") + std::string(tr(field->label)) + ": " + value;
    }
    return text;
}

Result<void> write_enquiry_event(store::Transaction& change, RecordRef owner, NewEnquiry const& enquiry,
                                 std::string const& text) {
    Json data = Json::object();
    if (auto const* source = find_cell(enquiry.cells, "source_id"))
        if (auto const* id = std::get_if<Uuid>(&(*source)[0])) data["source"] = id->to_string();
    if (!text.empty()) data["text"] = text;
    if (!enquiry.channels.empty()) data["channel"] = enquiry.channels.front().value;
    return write_event(change, owner, EventKind::enquiry_received, dump_json(data));
}

// The open lead that one of these phones or e-mails belongs to; nullopt if there is none.
Result<std::optional<store::Row>> find_open_lead(CommandContext& context, std::vector<ChannelDraft> const& channels) {
    for (auto const& channel : channels) {
        std::string normal;
        if (channel.kind == "phone") normal = normalise_phone(channel.value, context.country()).normal;
        if (channel.kind == "email") normal = normalise_email(channel.value);
        if (normal.empty()) continue;
        for (auto const& owner :
             LK_TRY(store::find_channel_owners(context.connection(), Entity::lead, channel.kind, normal))) {
            auto row = LK_TRY(store::read_row(context.connection(), Entity::lead, owner.id));
            bool const open = row && context.lists.shown_stage(Board::leads, {row->uuid("stage_id")}).meaning ==
                                         StageMeaning::progress;
            if (open) return row;
        }
    }
    return std::nullopt;
}

// An open lead gets the enquiry as an event: what was empty is filled, what differs is told in the event, nothing is
// lost.
Result<EnquiryMade> join_open_lead(store::Transaction& change, CommandContext& context, NewEnquiry const& enquiry,
                                   store::Row const& lead) {
    std::vector<std::string> differing;
    for (auto const& one : enquiry.cells) {
        auto const now = lead.cell(one.register_name);
        if (now == one.values) continue;
        if (ranges::all_of(now, is_null)) LK_CHECK(change.set(Entity::lead, lead.id(), {one.cell()}));
        else differing.emplace_back(one.register_name);
    }
    std::vector<ChannelDraft> fresh;
    auto const known = LK_TRY(store::read_parts(context.connection(), Entity::channel, lead.ref()));
    for (auto const& channel : enquiry.channels) {
        if (channel.value.empty()) continue;
        auto const cell = LK_TRY(channel_cell(lead.ref(), channel, context.country(), {}));
        auto const same = [&](store::Row const& row) {
            return row.text("kind") == channel.kind && row.value("normal") == cell.values[5];
        };
        if (ranges::none_of(known, same)) fresh.push_back(channel);
    }
    LK_CHECK(insert_channels(change, lead.ref(), fresh, context.country(), store::InsertAs::record));
    auto tags = enquiry.tags;
    for (auto const& link : LK_TRY(store::read_parts(context.connection(), Entity::tag_link, lead.ref())))
        if (auto const tag = LK_TRY(store::read_row(context.connection(), Entity::tag, link.uuid("tag_id"))))
            tags.push_back(tag->text("name"));
    LK_CHECK(set_tags(change, lead.ref(), tags, store::InsertAs::record));
    LK_CHECK(
        write_enquiry_event(change, lead.ref(), enquiry, told_beside(context, enquiry.cells, Entity::lead, differing)));
    StageId const stage{lead.uuid("stage_id")};
    context.touched.record(lead.ref());
    context.touched.column(stage);  // the amount may have been filled in
    return EnquiryMade{lead.ref(), {}, EnquiryMade::Way::joined, stage};
}

Result<EnquiryMade> take_in_classic(store::Transaction& change, CommandContext& context, NewEnquiry const& enquiry) {
    std::vector<CheckedCell> repeat;
    if (enquiry.known_client == KnownClient::join) {
        if (auto const open = LK_TRY(find_open_lead(context, enquiry.channels)))
            return join_open_lead(change, context, enquiry, *open);
        auto const contact = LK_TRY(find_known_contact(context, enquiry.channels));
        auto const company = LK_TRY(find_known_company(context, enquiry.channels, {}));
        if (!contact.is_nil()) repeat.push_back({"contact_id", {contact.uuid}});
        if (!company.is_nil()) repeat.push_back({"company_id", {company.uuid}});
        if (!repeat.empty() && !find_cell(enquiry.cells, "repeat")) repeat.push_back({"repeat", {int64_t{1}}});
    }
    auto made = LK_TRY(make_lead(change, context, enquiry, repeat));
    if (!repeat.empty()) made.way = EnquiryMade::Way::repeat;
    return made;
}

bool knows_a_person(NewEnquiry const& enquiry) {
    if (!enquiry.channels.empty()) return true;
    return ranges::any_of(enquiry.cells, [](CheckedCell const& cell) {
        return cell.register_name == "first_name" || cell.register_name == "middle_name" ||
               cell.register_name == "last_name";
    });
}

Result<EnquiryMade> take_in_simple(store::Transaction& change, CommandContext& context, NewEnquiry const& enquiry) {
    std::vector<RecordRef> made;
    ContactId contact;
    if (enquiry.known_client == KnownClient::join) contact = LK_TRY(find_known_contact(context, enquiry.channels));
    bool const known = !contact.is_nil();
    if (!known && knows_a_person(enquiry)) {
        contact = LK_TRY(make_contact(change, context, enquiry.cells, enquiry.channels));
        made.push_back(ref(contact));
    }
    CompanyId company;
    if (std::string const name = cell_text(enquiry.cells, "company_name"); !name.empty()) {
        company = LK_TRY(find_known_company(context, {}, name));
        if (company.is_nil()) {
            company = LK_TRY(make_company(change, context, enquiry.cells, name, {}));
            made.push_back(ref(company));
        }
        if (!contact.is_nil()) LK_CHECK(join_contact_to_company(change, contact, company));
    }
    NewDeal deal{cells_for(Entity::deal, enquiry.cells), {}, enquiry.tags, enquiry.stage, enquiry.origin};
    if (!contact.is_nil()) deal.contacts.push_back(contact);
    if (!company.is_nil()) deal.cells.push_back({"company_id", {company.uuid}});
    bool const won = known && LK_TRY(store::has_won_deal(context.connection(), ref(contact)));
    if (won) deal.cells.push_back({"repeat", {int64_t{1}}});
    auto result = LK_TRY(make_deal(change, context, deal));
    // What a deal has no field for is kept on its timeline.
    LK_CHECK(
        write_enquiry_event(change, result.record, enquiry, told_beside(context, enquiry.cells, Entity::deal, {})));
    result.records.insert(result.records.end(), made.begin(), made.end());
    if (known) result.way = EnquiryMade::Way::repeat;
    return result;
}

}  // namespace

Result<EnquiryMade> take_enquiry(store::Transaction& change, CommandContext& context, NewEnquiry const& enquiry) {
    return context.lists.mode == Mode::simple ? take_in_simple(change, context, enquiry)
                                                : take_in_classic(change, context, enquiry);
}

}  // namespace leadkeep::app
