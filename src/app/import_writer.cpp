// New records. What becomes of known ones is in import_known.cpp.
#include "app/import_writer.h"

#include <algorithm>

#include "base/i18n.h"
#include "base/json.h"
#include "base/name_fold.h"
#include "base/ranges.h"
#include "platform/clock.h"

namespace leadkeep::app {
namespace {

using exchange::RowDraft;

constexpr size_t normal_column = 5;  // of the channel register

bool is_one_of(std::string_view key, std::initializer_list<std::string_view> keys) { return ranges::find(keys, key) != keys.end(); }

bool is_address(std::string_view key) { return is_one_of(key, {"street", "city", "region", "postcode", "country"}); }

// Texts that are no register of their own, or that need more than a copy.
bool is_special(std::string_view key) { return is_one_of(key, {"title", "number", "loss_note", "company_name", "in_person", "repeat", "probability_percent"}); }

bool goes_to(Entity entity, bool is_main, std::string_view key) {
    if (entity == Entity::lead) return !is_special(key) && !is_one_of(key, {"close_date", "industry"});
    if (entity == Entity::deal) return is_one_of(key, {"close_date", "comments", "source_note", "external_id"});
    bool const own = is_main && is_one_of(key, {"comments", "source_note", "external_id"});
    if (entity == Entity::contact) return own || is_address(key) || is_one_of(key, {"birth_date", "job_title"});
    return own || (is_main && (is_address(key) || key == "industry"));
}

std::string person_of(RowDraft const& row) { return join_full_name(row.name); }

}  // namespace

ImportAs effective_kind(ImportAs as, Mode mode) { return as == ImportAs::leads && mode == Mode::simple ? ImportAs::deals : as; }

Entity record_entity(ImportAs as) {
    switch (as) {
        case ImportAs::leads: return Entity::lead;
        case ImportAs::deals: return Entity::deal;
        case ImportAs::contacts: return Entity::contact;
        case ImportAs::companies: break;
    }
    return Entity::company;
}

Entity matched_entity(ImportAs as) { return as == ImportAs::deals ? Entity::contact : record_entity(as); }

int64_t moment_ms(DateText const& date, std::optional<int> zone_offset_min) {
    auto const local = as_utc_ms(date);
    if (date.offset_min) return local - int64_t{*date.offset_min} * 60'000;
    if (zone_offset_min) return local - int64_t{*zone_offset_min} * 60'000;
    // The offset depends on the moment that is looked for; the second guess is right but within a change of clocks.
    auto const guess = local - int64_t{platform::zone_offset_min(local)} * 60'000;
    return local - int64_t{platform::zone_offset_min(guess)} * 60'000;
}

std::string import_zone_name(std::optional<int> zone_offset_min) {
    if (!zone_offset_min) return platform::zone_name();
    if (*zone_offset_min == 0) return "UTC";
    return "UTC" + iso_moment(0, *zone_offset_min).substr(19);
}

std::string const& ImportWriter::Channel::normal() const {
    static std::string const none;
    auto const* text = std::get_if<std::string>(&cell.values[normal_column]);
    return text ? *text : none;
}

ImportWriter::ImportWriter(store::Transaction& change, Lists const& lists, ImportPlan const& plan, ImportMatches& matches,
                           std::vector<std::string> keys)
    : change_(change), lists_(lists), plan_(plan), as_(effective_kind(plan.choices.as, lists.mode)), matches_(matches), names_(lists),
      keys_(std::move(keys)), event_head_("{\"file\":" + json_text(plan.file_name) + ",\"line\":"),
      zone_(import_zone_name(plan.choices.zone_offset_min)) {}

Result<RowOutcome> ImportWriter::write(RowDraft const& row) {
    if (row.is_empty()) return RowOutcome{RowOutcome::Did::skipped, tr("The chosen columns are empty here.")};
    switch (as_) {
        case ImportAs::leads: return write_card(row);
        case ImportAs::deals: return write_deal(row);
        case ImportAs::contacts: return write_contact(row);
        case ImportAs::companies: return write_company(row);
    }
    return RowOutcome{};
}

// ---- what a row says, as cells

Result<ImportWriter::People> ImportWriter::people_of(RowDraft const& row) {
    People people;
    people.manager = LK_TRY(names_.manager(change_, row.manager));
    if (people.manager.is_nil()) people.manager = lists_.me;
    people.created_by = LK_TRY(names_.manager(change_, row.created_by));
    if (people.created_by.is_nil()) people.created_by = lists_.me;
    people.source = LK_TRY(names_.source(change_, row.source));
    return people;
}

void ImportWriter::add_names(Cells& cells, RowDraft const& row) const {
    auto const add = [&](std::string_view name, std::string const& value) {
        if (!value.empty()) cells.push_back({name, {value}});
    };
    add("honorific", row.name.honorific);
    add("first_name", row.name.first);
    add("middle_name", row.name.middle);
    add("last_name", row.name.last);
}

ImportWriter::Cells ImportWriter::cells_of(Entity entity, Role role, RowDraft const& row, People const& people) {
    bool const is_main = role == Role::main;
    bool const is_card = entity == Entity::lead || entity == Entity::deal;
    Cells cells;
    cells.reserve(24);
    if (entity == Entity::lead || entity == Entity::contact) add_names(cells, row);
    for (auto const& text : row.texts) {
        if (goes_to(entity, is_main, text.key)) cells.push_back({text.key, {text.value}});
        else if (text.key == "in_person" && entity == Entity::lead) cells.push_back({text.key, {int64_t{1}}});
        else if (text.key == "repeat" && is_card) cells.push_back({text.key, {int64_t{1}}});
        else if (text.key == "probability_percent" && entity == Entity::deal)
            cells.push_back({text.key, {std::min<int64_t>(std::stoi(text.value), 100)}});
        else if (text.key == "loss_note" && is_card) cells.push_back({"loss", {Null{}, text.value}});
        else if (text.key == "company_name" && entity == Entity::lead) cells.push_back({text.key, {text.value}});
        else if (text.key == "company_name" && entity == Entity::company) cells.push_back({"name", {text.value}});
        else if (text.key == "title" && is_card) cells.push_back({text.key, {text.value}});
    }
    // "0.00" is how exports write "no amount".
    if (is_card && row.amount && row.amount->minor != 0)
        cells.push_back({"amount", {row.amount->minor, row.currency.empty() ? row.amount->currency : row.currency}});
    cells.push_back({"manager_id", {people.manager.uuid}});
    if (is_main && !people.source.is_nil()) cells.push_back({"source_id", {people.source.uuid}});
    if (row.created || people.created_by != lists_.me) {
        auto const at_ms = row.created ? moment_ms(*row.created, plan_.choices.zone_offset_min) : change_.now_ms();
        cells.push_back({"created", {at_ms, zone_, people.created_by.uuid}});
    }
    return cells;
}

void ImportWriter::add_place(Cells& cells, Board board, RowDraft const& row) {
    auto const stage = names_.stage(board, row.stage);
    cells.push_back({"stage", {stage.uuid, change_.now_ms()}});
    if (next_key_ < keys_.size()) cells.push_back({"position", {stage.uuid, std::move(keys_[next_key_++])}});
}

Result<void> ImportWriter::add_number(Cells& cells, Entity cards, RowDraft const& row) {
    auto number = std::string(row.text("number"));
    if (number.empty()) number = LK_TRY(change_.next_number(info(cards).table));
    cells.push_back({"number", {std::move(number)}});
    // A row without a title is called by whom it is about, not by a number.
    if (!row.text("title").empty()) return {};
    auto title = person_of(row);
    if (title.empty()) title = row.text("company_name");
    if (!title.empty()) cells.push_back({"title", {std::move(title)}});
    return {};
}

// ---- writing

Result<Uuid> ImportWriter::insert_record(Entity entity, Cells const& cells, RowDraft const& row) {
    auto const id = LK_TRY(change_.insert(entity, {}, std::span(cells)));
    LK_CHECK(change_.event({entity, id}, EventKind::imported, event_head_ + std::to_string(row.line) + "}"));
    return id;
}

std::vector<ImportWriter::Channel> ImportWriter::channels_of(Entity owner, RowDraft const& row) const {
    std::vector<Channel> channels;
    channels.reserve(row.channels.size());
    for (auto const& typed : row.channels) {
        auto cell = channel_cell({owner, {}}, {std::string(typed.kind), std::string(typed.type), typed.value}, plan_.choices.country, {});
        if (cell) channels.push_back({typed.kind, std::move(*cell)});
    }
    return channels;
}

Result<void> ImportWriter::insert_parts(RecordRef owner, RowDraft const& row, std::vector<Channel> const& channels) {
    int place = 0;
    for (auto const& channel : channels) {
        auto cell = channel.cell.cell();
        auto const digits = std::to_string(place++);
        cell.values[1] = owner.id;
        cell.values.back() = std::string(4 - std::min<size_t>(digits.size(), 4), '0') + digits;
        LK_CHECK(change_.insert(Entity::channel, {}, std::span(&cell, 1), store::InsertAs::part_of_new_record));
    }
    for (auto const& name : row.tags) {
        auto const tag = LK_TRY(names_.tag(change_, name));
        LK_CHECK(change_.insert(Entity::tag_link, {}, {{"link", {std::string(info(owner.entity).table), owner.id, tag.uuid}}},
                                store::InsertAs::part_of_new_record));
    }
    return insert_customs(owner, row, store::InsertAs::part_of_new_record);
}

Result<void> ImportWriter::insert_customs(RecordRef owner, RowDraft const& row, store::InsertAs as) {
    for (auto const& custom : row.customs) {
        auto const field = LK_TRY(names_.custom_field(change_, owner.entity, plan_.columns[custom.column].header));
        LK_CHECK(change_.insert(Entity::custom_value, {},
                                {{"link", {std::string(info(owner.entity).table), owner.id, field}}, {"value", {custom.value}}}, as));
    }
    return {};
}

Result<CompanyId> ImportWriter::company_of(RowDraft const& row, People const& people) {
    auto const name = row.text("company_name");
    if (name.empty()) return CompanyId{};
    if (auto const known = LK_TRY(names_.company(change_, name)); !known.is_nil()) return known;
    auto const cells = cells_of(Entity::company, Role::part, row, people);
    CompanyId const id{LK_TRY(insert_record(Entity::company, cells, row))};
    names_.remember_company(name, id);
    return id;
}

Result<RowOutcome> ImportWriter::write_card(RowDraft const& row) {
    auto const channels = channels_of(Entity::lead, row);
    auto const* const known = find_known(channels);
    if (known && plan_.choices.duplicates == Duplicates::skip) return skipped_as_known(*known);
    auto const people = LK_TRY(people_of(row));
    auto cells = cells_of(Entity::lead, Role::main, row, people);
    add_place(cells, Board::leads, row);
    if (known) return change_known({Entity::lead, known->id}, cells, row, channels);
    LK_CHECK(add_number(cells, Entity::lead, row));
    auto const id = LK_TRY(insert_record(Entity::lead, cells, row));
    LK_CHECK(insert_parts({Entity::lead, id}, row, channels));
    remember(id, channels, row.line);
    return RowOutcome{};
}

Result<RowOutcome> ImportWriter::write_contact(RowDraft const& row) {
    auto const channels = channels_of(Entity::contact, row);
    auto const* const known = find_known(channels);
    if (known && plan_.choices.duplicates == Duplicates::skip) return skipped_as_known(*known);
    auto const people = LK_TRY(people_of(row));
    auto const cells = cells_of(Entity::contact, Role::main, row, people);
    auto const company = LK_TRY(company_of(row, people));
    auto outcome = RowOutcome{};
    ContactId contact;
    if (known) {
        contact = ContactId{known->id};
        outcome = LK_TRY(change_known(ref(contact), cells, row, channels));
    } else {
        contact = ContactId{LK_TRY(insert_record(Entity::contact, cells, row))};
        LK_CHECK(insert_parts(ref(contact), row, channels));
        remember(contact.uuid, channels, row.line);
    }
    if (!company.is_nil()) {
        // The pair makes the id, as everywhere: joined twice is joined once.
        auto const pair = uuid_v5(contact.uuid, "company/" + company.uuid.to_string());
        LK_CHECK(change_.put(Entity::contact_company, pair, {{"link", {contact.uuid, company.uuid}}}));
    }
    return outcome;
}

Result<RowOutcome> ImportWriter::write_company(RowDraft const& row) {
    auto const channels = channels_of(Entity::company, row);
    auto const name = row.text("company_name");
    auto known = find_known(channels) ? std::optional(*find_known(channels)) : std::nullopt;
    if (!known && plan_.choices.duplicates != Duplicates::allow && !name.empty())
        if (auto const id = LK_TRY(names_.company(change_, name)); !id.is_nil()) known = KnownRecord{id.uuid, 0};
    if (known && plan_.choices.duplicates == Duplicates::skip) return skipped_as_known(*known);
    auto const people = LK_TRY(people_of(row));
    auto const cells = cells_of(Entity::company, Role::main, row, people);
    if (known) return change_known({Entity::company, known->id}, cells, row, channels);
    auto const id = LK_TRY(insert_record(Entity::company, cells, row));
    LK_CHECK(insert_parts({Entity::company, id}, row, channels));
    if (!name.empty()) names_.remember_company(name, CompanyId{id});
    remember(id, channels, row.line);
    return RowOutcome{};
}

Result<RowOutcome> ImportWriter::write_deal(RowDraft const& row) {
    auto const channels = channels_of(Entity::contact, row);
    auto const* const known = find_known(channels);
    if (known && plan_.choices.duplicates == Duplicates::skip) return skipped_as_known(*known);
    auto const people = LK_TRY(people_of(row));
    auto outcome = RowOutcome{};
    ContactId contact;
    RowDraft person = row;  // tags and custom fields are the deal's
    person.tags.clear();
    person.customs.clear();
    if (known) {
        contact = ContactId{known->id};
        outcome = LK_TRY(change_known(ref(contact), cells_of(Entity::contact, Role::part, person, people), person, channels));
        if (auto const same = LK_TRY(find_same_deal(contact, row))) {
            auto cells = cells_of(Entity::deal, Role::main, row, people);
            add_place(cells, Board::deals, row);
            return change_known({Entity::deal, *same}, cells, row, {});
        }
    } else if (!channels.empty() || row.name != PersonName{}) {
        contact = ContactId{LK_TRY(insert_record(Entity::contact, cells_of(Entity::contact, Role::part, person, people), row))};
        LK_CHECK(insert_parts(ref(contact), person, channels));
        remember(contact.uuid, channels, row.line);
    }
    auto const company = LK_TRY(company_of(row, people));
    if (!company.is_nil() && !contact.is_nil()) {
        auto const pair = uuid_v5(contact.uuid, "company/" + company.uuid.to_string());
        LK_CHECK(change_.put(Entity::contact_company, pair, {{"link", {contact.uuid, company.uuid}}}));
    }
    auto cells = cells_of(Entity::deal, Role::main, row, people);
    add_place(cells, Board::deals, row);
    LK_CHECK(add_number(cells, Entity::deal, row));
    if (!company.is_nil()) cells.push_back({"company_id", {company.uuid}});
    RecordRef const deal{Entity::deal, LK_TRY(insert_record(Entity::deal, cells, row))};
    LK_CHECK(insert_parts(deal, row, {}));
    if (!contact.is_nil())
        LK_CHECK(change_.insert(Entity::deal_contact, uuid_v5(deal.id, "contact/" + contact.uuid.to_string()),
                                {{"link", {deal.id, contact.uuid}}}, store::InsertAs::part_of_new_record));
    LK_CHECK(tell_the_rest(deal, row));
    return outcome;
}

// What neither the deal nor its clients have a field for stands on the deal's timeline.
Result<void> ImportWriter::tell_the_rest(RecordRef deal, RowDraft const& row) {
    std::string told;
    for (auto const& text : row.texts) {
        bool const has_place = goes_to(Entity::deal, true, text.key) || goes_to(Entity::contact, false, text.key) ||
                               (is_special(text.key) && text.key != "in_person");
        if (has_place) continue;
        auto const* const target = exchange::find_target(text.key);
        told += (told.empty() ? "" : "\n") + std::string(tr(target ? target->label.data() : "")) + ": " + text.value;
    }
    if (told.empty()) return {};
    LK_CHECK(change_.event(deal, EventKind::enquiry_received, "{\"text\":" + json_text(told) + "}"));
    return {};
}

}  // namespace leadkeep::app
