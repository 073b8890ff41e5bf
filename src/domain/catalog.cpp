// The table of tables. Registers keep their order for ever (stamps name them by index): new ones go to the end.
#include "domain/catalog.h"

#include <array>
#include <cassert>

namespace leadkeep {
namespace {

using enum ColumnType;

template <size_t n>
struct Name {
    char text[n];
    constexpr Name(char const (&literal)[n]) { for (size_t i = 0; i < n; ++i) text[i] = literal[i]; }
    constexpr std::string_view view() const { return {text, n - 1}; }
};
template <Name name, ColumnType type, Entity target = Entity::count_>
constexpr Column column_of{name.view(), type, target};
template <Name name, ColumnType type = text, Entity target = Entity::count_>
constexpr Register field() { return {name.view(), std::span<Column const>(&column_of<name, type, target>, 1)}; }
template <Name name, Entity target>
constexpr Register link() { return field<name, id, target>(); }

// Registers of several columns.
constexpr Column deleted_columns[] = {{"deleted_at_ms", integer}, {"deleted_by", id, Entity::manager}};
constexpr Column created_columns[] = {{"created_at_ms", integer}, {"created_zone", text}, {"created_by", id, Entity::manager}};
constexpr Column amount_columns[] = {{"amount_minor", integer}, {"currency", text}};
constexpr Column price_columns[] = {{"price_minor", integer}, {"currency", text}};
constexpr Column stage_columns[] = {{"stage_id", id, Entity::stage}, {"stage_since_ms", integer}};
constexpr Column position_columns[] = {{"position_stage_id", id, Entity::stage}, {"position_key", text}};
constexpr Column postponed_columns[] = {{"postponed_until", text}, {"postponed_reason", text}};
constexpr Column loss_columns[] = {{"loss_reason_id", id, Entity::loss_reason}, {"loss_note", text}};
constexpr Column converted_columns[] = {{"converted_at_ms", integer}, {"converted_contact_id", id, Entity::contact},
                                        {"converted_company_id", id, Entity::company}, {"converted_deal_id", id, Entity::deal}};
constexpr Column recurrence_columns[] = {{"recur_every", integer}, {"recur_unit", text}, {"recur_next", text}};
constexpr Column due_columns[] = {{"due_at_ms", integer}, {"due_zone", text}, {"duration_min", integer}};
constexpr Column channel_columns[] = {{"owner_kind", text}, {"owner_id", id}, {"kind", text}, {"type", text},
                                      {"value", text}, {"normal", text}, {"extension", text}, {"place", text}};
constexpr Column owner_columns[] = {{"owner_kind", text}, {"owner_id", id}};
constexpr Column tag_link_columns[] = {{"owner_kind", text}, {"owner_id", id}, {"tag_id", id, Entity::tag}};
constexpr Column custom_value_columns[] = {{"owner_kind", text}, {"owner_id", id}, {"field_id", id, Entity::custom_field}};
constexpr Column contact_company_columns[] = {{"contact_id", id, Entity::contact}, {"company_id", id, Entity::company}};
constexpr Column deal_contact_columns[] = {{"deal_id", id, Entity::deal}, {"contact_id", id, Entity::contact}};
constexpr Column event_columns[] = {{"owner_kind", text}, {"owner_id", id}, {"kind", text}, {"at_ms", integer},
                                    {"zone", text}, {"manager_id", id, Entity::manager}, {"data", text}};

constexpr Register deleted{"deleted", deleted_columns}, created{"created", created_columns}, amount{"amount", amount_columns},
    stage_register{"stage", stage_columns}, position{"position", position_columns}, postponed{"postponed", postponed_columns},
    loss{"loss", loss_columns}, owner{"owner", owner_columns};
constexpr Register manager_link = link<"manager_id", Entity::manager>();
constexpr Register external_id = field<"external_id">();  // the id in the system it was imported from

constexpr Register lead_registers[] = {
    deleted, created, field<"title">(), field<"number">(), field<"honorific">(), field<"first_name">(),
    field<"middle_name">(), field<"last_name">(), field<"birth_date">() /* YYYY-MM-DD or --MM-DD */, field<"company_name">(),
    field<"job_title">(), field<"street">(), field<"city">(), field<"region">(), field<"postcode">(), field<"country">(),
    link<"source_id", Entity::source>(), field<"source_note">(), stage_register, position, amount, field<"product_interest">(),
    field<"market_segment">(), field<"budget">(), field<"authority">(), field<"need">(), field<"time_frame">(),
    field<"utm_source">(), field<"utm_medium">(), field<"utm_campaign">(), field<"utm_content">(), field<"utm_term">(),
    link<"contact_id", Entity::contact>(), link<"company_id", Entity::company>(), field<"repeat", integer>(), loss, postponed,
    manager_link, field<"comments">(), field<"in_person", integer>(), Register{"converted", converted_columns},
    link<"merged_into", Entity::lead>(), external_id};
constexpr Register contact_registers[] = {
    deleted, created, field<"honorific">(), field<"first_name">(), field<"middle_name">(), field<"last_name">(),
    field<"birth_date">(), field<"job_title">(), field<"street">(), field<"city">(), field<"region">(), field<"postcode">(),
    field<"country">(), link<"source_id", Entity::source>(), field<"source_note">(), manager_link, field<"comments">(),
    link<"merged_into", Entity::contact>(), external_id};
constexpr Register company_registers[] = {
    deleted, created, field<"name">(), field<"industry">(), field<"street">(), field<"city">(), field<"region">(),
    field<"postcode">(), field<"country">(), link<"source_id", Entity::source>(), field<"source_note">(), manager_link,
    field<"comments">(), link<"merged_into", Entity::company>(), external_id};
constexpr Register deal_registers[] = {
    deleted, created, field<"title">(), field<"number">(), stage_register, position, amount, field<"close_date">(),
    field<"probability_percent", integer>(), link<"company_id", Entity::company>(), link<"lead_id", Entity::lead>(),
    field<"repeat", integer>(), link<"source_id", Entity::source>(), field<"source_note">(), loss, postponed,
    Register{"recurrence", recurrence_columns}, manager_link, field<"comments">(), link<"merged_into", Entity::deal>(), external_id};
constexpr Register channel_registers[] = {deleted, {"channel", channel_columns}};
constexpr Register activity_registers[] = {
    deleted, created, owner, field<"kind">(), field<"subject">(), {"due", due_columns}, field<"reminder_min", integer>(),
    field<"priority", integer>(), field<"direction">(), field<"result">(), field<"done_at_ms", integer>(), manager_link};
constexpr Register product_line_registers[] = {
    deleted, owner, link<"product_id", Entity::product>(), field<"name">(), {"price", price_columns}, field<"quantity", real>(),
    field<"discount_percent", real>(), field<"place">()};
constexpr Register tag_link_registers[] = {deleted, {"link", tag_link_columns}};
constexpr Register custom_value_registers[] = {deleted, {"link", custom_value_columns}, field<"value">()};
constexpr Register contact_company_registers[] = {deleted, {"link", contact_company_columns}, field<"job_title">()};
constexpr Register deal_contact_registers[] = {deleted, {"link", deal_contact_columns}, field<"role">()};
constexpr Register stage_registers[] = {
    deleted, field<"board">() /* lead | deal */, field<"key">() /* of a default, else null */, field<"name">() /* null: by key */,
    field<"colour">() /* #RRGGBB */, field<"place">(), field<"meaning">() /* progress | success | failure */,
    field<"stall_limit_days", integer>(), field<"required_fields">() /* JSON array */, field<"funnel_place">()};
constexpr Register source_registers[] = {deleted, field<"key">(), field<"name">(), field<"place">()};
constexpr Register loss_reason_registers[] = {deleted, field<"key">(), field<"name">(), field<"place">(), field<"needs_note", integer>()};
constexpr Register manager_registers[] = {deleted, field<"name">(), field<"email">(), field<"colour">(), field<"absent", integer>()};
constexpr Register tag_registers[] = {deleted, field<"name">(), field<"colour">()};
constexpr Register product_registers[] = {deleted, field<"name">(), {"price", price_columns}, field<"unit">(), field<"code">()};
constexpr Register custom_field_registers[] = {deleted, field<"entity">(), field<"name">(), field<"type">(), field<"options">(), field<"place">()};
constexpr Register setting_registers[] = {deleted, field<"key">(), field<"value">() /* JSON */};
constexpr Register device_registers[] = {deleted, field<"name">(), manager_link};
constexpr Register event_registers[] = {{"event", event_columns}};

using enum Mutability;
constexpr std::array<EntityInfo, static_cast<size_t>(Entity::count_)> entities{{
    {Entity::lead, "lead", mutable_rows, lead_registers},
    {Entity::contact, "contact", mutable_rows, contact_registers},
    {Entity::company, "company", mutable_rows, company_registers},
    {Entity::deal, "deal", mutable_rows, deal_registers},
    {Entity::channel, "channel", mutable_rows, channel_registers},
    {Entity::activity, "activity", mutable_rows, activity_registers},
    {Entity::product_line, "product_line", mutable_rows, product_line_registers},
    {Entity::tag_link, "tag_link", mutable_rows, tag_link_registers},
    {Entity::custom_value, "custom_value", mutable_rows, custom_value_registers},
    {Entity::contact_company, "contact_company", mutable_rows, contact_company_registers},
    {Entity::deal_contact, "deal_contact", mutable_rows, deal_contact_registers},
    {Entity::stage, "stage", mutable_rows, stage_registers},
    {Entity::source, "source", mutable_rows, source_registers},
    {Entity::loss_reason, "loss_reason", mutable_rows, loss_reason_registers},
    {Entity::manager, "manager", mutable_rows, manager_registers},
    {Entity::tag, "tag", mutable_rows, tag_registers},
    {Entity::product, "product", mutable_rows, product_registers},
    {Entity::custom_field, "custom_field", mutable_rows, custom_field_registers},
    {Entity::setting, "setting", mutable_rows, setting_registers},
    {Entity::device, "device", mutable_rows, device_registers},
    {Entity::event, "event", immutable_rows, event_registers},
}};

}  // namespace

EntityInfo const& info(Entity entity) {
    auto const index = static_cast<size_t>(entity);
    assert(index < entities.size() && entities[index].entity == entity);
    return entities[index];
}

std::span<EntityInfo const> all_entities() { return entities; }

std::optional<Entity> entity_by_table(std::string_view table) {
    for (auto const& one : entities)
        if (one.table == table) return one.entity;
    return std::nullopt;
}

std::optional<uint8_t> register_index(Entity entity, std::string_view register_name) {
    auto const registers = info(entity).registers;
    for (size_t i = 0; i < registers.size(); ++i)
        if (registers[i].name == register_name) return static_cast<uint8_t>(i);
    return std::nullopt;
}

}  // namespace leadkeep
