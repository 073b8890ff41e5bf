// New enquiries, deals and clients, from their forms or the quick row of a column.
#include <algorithm>

#include "app/field_text.h"
#include "app/labels.h"
#include "app/new_records.h"
#include "base/i18n.h"
#include "base/name_fold.h"
#include "base/ranges.h"

namespace leadkeep::app {
namespace {

// Fields of a form, checked; an empty one is left out.
Result<std::vector<CheckedCell>> read_cells(CommandContext& context, Entity entity,
                                            std::vector<FieldDraft> const& fields,
                                            std::vector<FieldText> const& texts) {
    std::vector<FieldDraft> drafts = fields;
    for (auto const& typed : texts) drafts.push_back(LK_TRY(read_field_text(context.lists, entity, typed)));
    std::vector<CheckedCell> cells;
    for (auto const& draft : drafts) {
        auto cell = LK_TRY(check_field(context.lists, entity, draft, nullptr));
        bool joined = false;
        // Two columns of one register come as two fields.
        for (auto& one : cells) {
            if (one.register_name != cell.register_name) continue;
            for (size_t i = 0; i < cell.values.size(); ++i)
                if (!is_null(cell.values[i])) one.values[i] = cell.values[i];
            joined = true;
        }
        if (!joined) cells.push_back(std::move(cell));
    }
    std::erase_if(cells, [](CheckedCell const& cell) { return ranges::all_of(cell.values, is_null); });
    return cells;
}

Origin origin_of(size_t fields, size_t channels) {
    return fields <= 1 && channels == 0 ? Origin::quick_add : Origin::form;
}

Result<std::string> title_of(CommandContext& context, RecordRef record) {
    auto const row = LK_TRY(store::read_row(context.connection(), record.entity, record.id));
    return row ? record_title(*row) : std::string();
}

std::string said(EnquiryMade const& made, std::string const& title) {
    switch (made.way) {
        case EnquiryMade::Way::joined: return trf("“{0}” is known: the enquiry was added to it", {title});
        case EnquiryMade::Way::repeat: return trf("“{0}” added for a known client", {title});
        case EnquiryMade::Way::made: break;
    }
    return trf("“{0}” added", {title});
}

std::vector<ChannelDraft> filled(std::vector<ChannelDraft> const& channels) {
    std::vector<ChannelDraft> result;
    for (auto const& channel : channels)
        if (!trim_text(channel.value).empty()) result.push_back(channel);
    return result;
}

// Who has the same phone, e-mail or company name already; none: nobody.
Result<std::optional<RecordRef>> known_client(CommandContext& context, Entity entity, std::string const& name,
                                              std::vector<ChannelDraft> const& channels) {
    if (entity == Entity::contact) {
        auto const contact = LK_TRY(find_known_contact(context, channels));
        return contact.is_nil() ? std::nullopt : std::optional(ref(contact));
    }
    auto const company = LK_TRY(find_known_company(context, channels, name));
    return company.is_nil() ? std::nullopt : std::optional(ref(company));
}

Result<void> join_company(store::Transaction& change, CommandContext& context, ContactId contact, std::string const& name) {
    auto company = LK_TRY(find_known_company(context, {}, name));
    if (company.is_nil())
        company = CompanyId{LK_TRY(make_client(change, context, Entity::company, {{"name", {name}}}, {}, Origin::form)).id};
    context.touched.record(ref(company));
    return join_contact_to_company(change, contact, company);
}

}  // namespace

Result<Outcome> carry_out(CommandContext& context, AddEnquiry const& command) {
    NewEnquiry enquiry;
    enquiry.cells = LK_TRY(read_cells(context, Entity::lead, command.fields, command.texts));
    enquiry.channels = filled(command.channels);
    enquiry.tags = command.tags;
    enquiry.stage = command.stage;
    enquiry.origin = origin_of(enquiry.cells.size(), enquiry.channels.size());
    auto change = LK_TRY(context.begin(tr_mark("Enquiry added")));
    auto const made = LK_TRY(take_enquiry(change, context, enquiry));
    std::string const title = LK_TRY(title_of(context, made.record));
    LK_CHECK(change.commit());
    return Outcome{said(made, title), made.record, Outcome::CanUndo::yes};
}

Result<Outcome> carry_out(CommandContext& context, AddDeal const& command) {
    NewDeal deal;
    deal.cells = LK_TRY(read_cells(context, Entity::deal, command.fields, command.texts));
    deal.stage = command.stage;
    deal.origin = origin_of(deal.cells.size(), 0);
    auto change = LK_TRY(context.begin(tr_mark("Deal added")));
    auto const made = LK_TRY(make_deal(change, context, deal));
    std::string const title = LK_TRY(title_of(context, made.record));
    LK_CHECK(change.commit());
    return Outcome{said(made, title), made.record, Outcome::CanUndo::yes};
}

Result<Outcome> carry_out(CommandContext& context, AddClient const& command) {
    auto const cells = LK_TRY(read_cells(context, command.entity, command.fields, command.texts));
    auto const channels = filled(command.channels);
    std::string const name = cell_text(cells, "name");
    bool const named = command.entity == Entity::company ? !name.empty()
                                                         : !cell_text(cells, "first_name").empty() || !cell_text(cells, "last_name").empty();
    if (command.entity == Entity::company && !named) return fail(ErrorKind::refused, tr_mark("Type the company's name first."));
    if (!named && channels.empty()) return fail(ErrorKind::refused, tr_mark("Type a name, a phone or an e-mail first."));
    auto change = LK_TRY(context.begin(command.entity == Entity::company ? tr_mark("Company added") : tr_mark("Contact added")));
    auto const known = LK_TRY(known_client(context, command.entity, name, channels));
    auto const client = LK_TRY(make_client(change, context, command.entity, cells, channels, Origin::form));
    LK_CHECK(set_tags(change, client, command.tags, store::InsertAs::part_of_new_record));
    if (std::string const company{trim_text(command.company_name)}; !company.empty() && command.entity == Entity::contact)
        LK_CHECK(join_company(change, context, ContactId{client.id}, company));
    std::string const title = LK_TRY(title_of(context, client));
    std::string const same = known ? LK_TRY(title_of(context, *known)) : std::string();
    LK_CHECK(change.commit());
    return Outcome{known ? trf("“{0}” added; “{1}” looks like the same client", {title, same}) : trf("“{0}” added", {title}), client,
                   Outcome::CanUndo::yes};
}

}  // namespace leadkeep::app
