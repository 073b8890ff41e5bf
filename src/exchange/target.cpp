// The table of targets, and which of them each kind of record has.
#include "exchange/target.h"

#include <algorithm>

#include "base/i18n.h"
#include "base/ranges.h"

namespace leadkeep::exchange {
namespace {

using enum TargetKind;

constexpr Target targets[] = {
    {"title", tr_mark("Title"), text},
    {"stage", tr_mark("Stage"), stage},
    {"amount", tr_mark("Amount"), money},
    {"currency", tr_mark("Currency"), currency},
    {"full_name", tr_mark("Full name"), full_name},
    {"honorific", tr_mark("Form of address"), text},
    {"first_name", tr_mark("First name"), text},
    {"middle_name", tr_mark("Middle name"), text},
    {"last_name", tr_mark("Last name"), text},
    {"birth_date", tr_mark("Date of birth"), date},
    {"company_name", tr_mark("Company"), text},
    {"industry", tr_mark("Industry"), text},
    {"job_title", tr_mark("Position"), text},
    {"phone:work", tr_mark("Work phone"), channel},
    {"phone:mobile", tr_mark("Mobile phone"), channel},
    {"phone:home", tr_mark("Home phone"), channel},
    {"phone:fax", tr_mark("Fax"), channel},
    {"phone:other", tr_mark("Other phone"), channel},
    {"email:work", tr_mark("Work e-mail"), channel},
    {"email:home", tr_mark("Private e-mail"), channel},
    {"email:other", tr_mark("Other e-mail"), channel},
    {"messenger:telegram", "Telegram", channel},
    {"messenger:whatsapp", "WhatsApp", channel},
    {"messenger:viber", "Viber", channel},
    {"messenger:skype", "Skype", channel},
    {"messenger:vk", tr_mark("VK messages"), channel},
    {"messenger:facebook", "Facebook Messenger", channel},
    {"messenger:other", tr_mark("Other messenger"), channel},
    {"profile:vk", tr_mark("VK page"), channel},
    {"profile:facebook", "Facebook", channel},
    {"profile:instagram", "Instagram", channel},
    {"profile:linkedin", "LinkedIn", channel},
    {"profile:other", tr_mark("Other profile"), channel},
    {"web:work", tr_mark("Website"), channel},
    {"web:home", tr_mark("Personal website"), channel},
    {"web:other", tr_mark("Other website"), channel},
    {"in_person", tr_mark("Came in person"), flag},
    {"manager", tr_mark("Manager"), manager},
    {"source", tr_mark("Source"), source},
    {"source_note", tr_mark("About the source"), joined_text},
    {"tags", tr_mark("Tags"), tags},
    {"comments", tr_mark("Comments"), joined_text},
    {"created", tr_mark("Created"), moment},
    {"created_by", tr_mark("Created by"), created_by},
    {"street", tr_mark("Street"), joined_text},
    {"city", tr_mark("City"), text},
    {"region", tr_mark("Region"), text},
    {"postcode", tr_mark("Postcode"), text},
    {"country", tr_mark("Country"), text},
    {"product_interest", tr_mark("Product interest"), joined_text},
    {"market_segment", tr_mark("Market segment"), text},
    {"budget", tr_mark("Budget"), text},
    {"authority", tr_mark("Authority"), text},
    {"need", tr_mark("Need"), text},
    {"time_frame", tr_mark("Time frame"), text},
    {"repeat", tr_mark("Repeat enquiry"), flag},
    {"close_date", tr_mark("Expected close date"), date},
    {"probability_percent", tr_mark("Probability, %"), integer},
    {"loss_note", tr_mark("Loss note"), text},
    {"utm_source", tr_mark("UTM source"), text},
    {"utm_medium", tr_mark("UTM medium"), text},
    {"utm_campaign", tr_mark("UTM campaign"), text},
    {"utm_content", tr_mark("UTM content"), text},
    {"utm_term", tr_mark("UTM term"), text},
    {"number", tr_mark("Number"), text},
    {"external_id", tr_mark("Number elsewhere"), text},
    {"custom", tr_mark("A custom field of that name"), custom},
};

bool is_one_of(std::string_view key, std::initializer_list<std::string_view> keys) { return ranges::find(keys, key) != keys.end(); }

bool is_of_deals_only(std::string_view key) { return is_one_of(key, {"close_date", "probability_percent"}); }
bool is_of_leads_only(std::string_view key) {
    return key.starts_with("utm_") || is_one_of(key, {"product_interest", "market_segment", "budget", "authority", "need", "time_frame", "in_person"});
}
bool is_of_cards(std::string_view key) {
    return is_one_of(key, {"title", "stage", "amount", "currency", "repeat", "loss_note", "number"});
}
bool is_of_people(std::string_view key) {
    return is_one_of(key, {"full_name", "honorific", "first_name", "middle_name", "last_name", "birth_date", "job_title"});
}

}  // namespace

std::span<Target const> all_targets() { return targets; }

Target const* find_target(std::string_view key) {
    auto const found = ranges::find(targets, key, &Target::key);
    return found == std::end(targets) ? nullptr : found;
}

bool target_fits(Target const& target, ImportAs as) {
    auto const key = target.key;
    switch (as) {
        case ImportAs::leads: return !is_of_deals_only(key) && key != "industry";
        // A deal's row may name its client: contact, company and their channels come from it.
        case ImportAs::deals: return !is_of_leads_only(key) && key != "industry";
        case ImportAs::contacts: return !is_of_deals_only(key) && !is_of_leads_only(key) && !is_of_cards(key) && key != "industry";
        case ImportAs::companies:
            return !is_of_deals_only(key) && !is_of_leads_only(key) && !is_of_cards(key) && !is_of_people(key);
    }
    return false;
}

}  // namespace leadkeep::exchange
