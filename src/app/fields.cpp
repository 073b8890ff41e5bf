// The tables of fields.h. A new field: a register in domain/catalog.cpp, a migration, a line here.
#include "app/fields.h"

#include <cassert>

#include "base/i18n.h"

namespace leadkeep::app {
namespace {

using enum FieldKind;
constexpr auto editable = FieldView::Access::editable;
constexpr auto read_only = FieldView::Access::read_only;

constexpr FieldSpec text_field(std::string_view name, char const* label, FieldKind kind = text) {
    return {name, label, kind};
}
constexpr FieldSpec shown_field(std::string_view name, char const* label, FieldKind kind = text) {
    return {name, label, kind, read_only};
}
constexpr FieldSpec choice_field(std::string_view name, char const* label, ChoiceOf choices) {
    return {name, label, choice, editable, choices};
}
constexpr FieldSpec record_field(std::string_view name, char const* label, Entity target) {
    return {name, label, record, read_only, ChoiceOf::nothing, target};
}

constexpr FieldSpec source_field = choice_field("source_id", tr_mark("Source"), ChoiceOf::sources);
constexpr FieldSpec source_note_field = text_field("source_note", tr_mark("About the source"));
constexpr FieldSpec manager_field = choice_field("manager_id", tr_mark("Manager"), ChoiceOf::managers);
constexpr FieldSpec comments_field = text_field("comments", tr_mark("Comments"), multiline);
constexpr FieldSpec loss_reason_field = choice_field("loss_reason_id", tr_mark("Loss reason"), ChoiceOf::loss_reasons);
constexpr FieldSpec loss_note_field = text_field("loss_note", tr_mark("Loss note"));
constexpr FieldSpec postponed_until_field = text_field("postponed_until", tr_mark("Postponed until"), date);
constexpr FieldSpec postponed_reason_field = text_field("postponed_reason", tr_mark("Postponed because"));
constexpr FieldSpec number_field = shown_field("number", tr_mark("Number"));
constexpr FieldSpec created_field = shown_field("created_at_ms", tr_mark("Created"), date);
constexpr FieldSpec stage_since_field = shown_field("stage_since_ms", tr_mark("In the stage since"), date);
constexpr FieldSpec external_id_field = shown_field("external_id", tr_mark("Number elsewhere"));

constexpr FieldSpec lead_about[] = {
    text_field("title", tr_mark("Title")),
    text_field("amount", tr_mark("Amount"), money),
    text_field("honorific", tr_mark("Form of address")),
    text_field("first_name", tr_mark("First name")),
    text_field("middle_name", tr_mark("Middle name")),
    text_field("last_name", tr_mark("Last name")),
    text_field("birth_date", tr_mark("Date of birth"), date),
    text_field("company_name", tr_mark("Company")),
    text_field("job_title", tr_mark("Position")),
    text_field("in_person", tr_mark("Came in person"), flag),
    source_field,
    source_note_field,
    manager_field,
    comments_field,
};
constexpr FieldSpec lead_qualifiers[] = {
    text_field("product_interest", tr_mark("Product interest")),
    text_field("market_segment", tr_mark("Market segment")),
    text_field("budget", tr_mark("Budget")),
    text_field("authority", tr_mark("Authority")),
    text_field("need", tr_mark("Need")),
    text_field("time_frame", tr_mark("Time frame")),
};
constexpr FieldSpec address[] = {
    text_field("street", tr_mark("Street")),   text_field("city", tr_mark("City")),
    text_field("region", tr_mark("Region")),   text_field("postcode", tr_mark("Postcode")),
    text_field("country", tr_mark("Country")),
};
constexpr FieldSpec utm[] = {
    text_field("utm_source", tr_mark("UTM source")),     text_field("utm_medium", tr_mark("UTM medium")),
    text_field("utm_campaign", tr_mark("UTM campaign")), text_field("utm_content", tr_mark("UTM content")),
    text_field("utm_term", tr_mark("UTM term")),
};
constexpr FieldSpec lead_clients[] = {
    text_field("repeat", tr_mark("Repeat enquiry"), flag),
    record_field("contact_id", tr_mark("Known contact"), Entity::contact),
    record_field("company_id", tr_mark("Known company"), Entity::company),
    record_field("converted_contact_id", tr_mark("Became the contact"), Entity::contact),
    record_field("converted_company_id", tr_mark("Became the company"), Entity::company),
    record_field("converted_deal_id", tr_mark("Became the deal"), Entity::deal),
};
constexpr FieldSpec lead_course[] = {
    number_field,           created_field,     stage_since_field, postponed_until_field,
    postponed_reason_field, loss_reason_field, loss_note_field,   external_id_field,
};
constexpr SectionSpec lead_sections[] = {
    {tr_mark("About the lead"), lead_about}, {tr_mark("Qualifiers"), lead_qualifiers},
    {tr_mark("Address"), address},           {tr_mark("Campaign"), utm},
    {tr_mark("Clients"), lead_clients},      {tr_mark("Progress"), lead_course},
};

constexpr FieldSpec contact_about[] = {
    text_field("honorific", tr_mark("Form of address")),
    text_field("first_name", tr_mark("First name")),
    text_field("middle_name", tr_mark("Middle name")),
    text_field("last_name", tr_mark("Last name")),
    text_field("birth_date", tr_mark("Date of birth"), date),
    text_field("job_title", tr_mark("Position")),
    source_field,
    source_note_field,
    manager_field,
    comments_field,
};
constexpr FieldSpec client_course[] = {created_field, external_id_field};
constexpr SectionSpec contact_sections[] = {
    {tr_mark("About the contact"), contact_about}, {tr_mark("Address"), address}, {tr_mark("Progress"), client_course}};

constexpr FieldSpec company_about[] = {
    text_field("name", tr_mark("Name")),
    text_field("industry", tr_mark("Industry")),
    source_field,
    source_note_field,
    manager_field,
    comments_field,
};
constexpr SectionSpec company_sections[] = {
    {tr_mark("About the company"), company_about}, {tr_mark("Address"), address}, {tr_mark("Progress"), client_course}};

constexpr FieldSpec deal_about[] = {
    text_field("title", tr_mark("Title")),
    text_field("amount", tr_mark("Amount"), money),
    text_field("close_date", tr_mark("Expected close date"), date),
    text_field("probability_percent", tr_mark("Probability, %"), number),
    source_field,
    source_note_field,
    manager_field,
    comments_field,
};
constexpr FieldSpec deal_clients[] = {
    record_field("company_id", tr_mark("Company"), Entity::company),
    record_field("lead_id", tr_mark("From the lead"), Entity::lead),
    text_field("repeat", tr_mark("Repeat deal"), flag),
};
constexpr SectionSpec deal_sections[] = {
    {tr_mark("About the deal"), deal_about}, {tr_mark("Clients"), deal_clients}, {tr_mark("Progress"), lead_course}};

}  // namespace

std::span<SectionSpec const> sections(Entity entity) {
    switch (entity) {
        case Entity::lead: return lead_sections;
        case Entity::contact: return contact_sections;
        case Entity::company: return company_sections;
        case Entity::deal: return deal_sections;
        default: return {};
    }
}

FieldSpec const* find_field(Entity entity, std::string_view name) {
    for (auto const& section : sections(entity))
        for (auto const& field : section.fields)
            if (field.name == name) return &field;
    return nullptr;
}

size_t longest_text(FieldSpec const& field) { return field.kind == multiline ? 100'000 : 1'000; }

}  // namespace leadkeep::app
