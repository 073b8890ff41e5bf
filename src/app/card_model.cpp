// The face of a card: who, how to reach them, what is urgent.
#include "app/card_model.h"

#include <algorithm>

#include "app/fields.h"
#include "app/labels.h"
#include "app/moments.h"
#include "app/stalling.h"
#include "base/i18n.h"
#include "base/ranges.h"
#include "domain/reach.h"
#include "domain/score.h"
#include "platform/locale.h"
#include "store/queries/clients.h"
#include "store/queries/history.h"

namespace leadkeep::app {
namespace {

bool is_card(Entity entity) { return entity == Entity::lead || entity == Entity::deal; }

Known known(bool is) { return is ? Known::yes : Known::no; }

std::string score_line(char const* name, int points, int most) {
    return trf("{0}: {1} of {2}", {tr(name), std::to_string(points), std::to_string(most)});
}

void rate_lead(CardFacts& facts, store::Engagement const& engagement, bool next_step, int64_t now_ms) {
    auto const& row = facts.row;
    ScoreFacts known_facts;
    known_facts.name = known(!person_name(row).empty());
    known_facts.company = known(row.has("company_name") || row.has("company_id"));
    known_facts.job_title = known(row.has("job_title"));
    known_facts.place = known(row.has("city") || row.has("country"));
    known_facts.amount = known(row.has("amount_minor"));
    std::vector<std::string> kinds;
    for (auto const& channel : facts.channels)
        if (std::string kind = channel.text("kind"); !ranges::count(kinds, kind)) kinds.push_back(std::move(kind));
    known_facts.channel_kinds = static_cast<int>(kinds.size());
    known_facts.product_interest = known(row.has("product_interest"));
    known_facts.budget = known(row.has("budget"));
    known_facts.authority = known(row.has("authority"));
    known_facts.need = known(row.has("need"));
    known_facts.time_frame = known(row.has("time_frame"));
    known_facts.contacts_made = engagement.contacts_made;
    known_facts.enquiries = engagement.enquiries + 1;  // the first one made the lead
    known_facts.next_step = known(next_step);
    known_facts.idle_ms = now_ms - std::max(engagement.last_at_ms, row.integer("created_at_ms"));
    Score const points = score(known_facts);
    facts.score = points.total();
    facts.score_lines = {score_line(tr_mark("Data"), points.completeness, score_most.completeness),
                         score_line(tr_mark("Fit"), points.fit, score_most.fit),
                         score_line(tr_mark("Contacts"), points.engagement, score_most.engagement),
                         score_line(tr_mark("Freshness"), points.freshness, score_most.freshness)};
}

// Overdue, today, later: the earliest open activity in few words.
PillView activity_pill(store::ActivityRow const& activity, int64_t now_ms) {
    std::string const what = activity_kind_name(activity.kind);
    if (!activity.due_at_ms) return {what, Tone::good};
    if (*activity.due_at_ms < now_ms)
        return {trf("{0} overdue {1}", {what, span_text(now_ms - *activity.due_at_ms)}), Tone::bad};
    return {what + " " + due_text(*activity.due_at_ms, now_ms), Tone::good};
}

void collect_pills(CardFacts& facts, Lists const& lists, std::vector<store::ActivityRow> const& activities,
                   int64_t now_ms) {
    auto const& row = facts.row;
    auto const& stage = lists.shown_stage(board_of(row.entity()), {row.uuid("stage_id")});
    bool const open = stage.meaning == StageMeaning::progress;
    auto& pills = facts.pills;
    if (row.entity() == Entity::lead && !facts.reachable) pills.push_back({tr("No way to reach"), Tone::bad});
    if (open && !activities.empty()) pills.push_back(activity_pill(activities.front(), now_ms));
    if (row.entity() == Entity::lead && row.has("converted_at_ms"))
        pills.push_back({trf("Converted {0}", {platform::format_date(row.integer("converted_at_ms"))}), Tone::good});
    if (int64_t const since_ms = row.integer("stage_since_ms"); is_stalled(stage, since_ms, now_ms))
        pills.push_back({trn("{0} day in stage", "{0} days in stage", days_in_stage(since_ms, now_ms)), Tone::warning});
    if (open && activities.empty()) pills.push_back({tr("No next step"), Tone::warning});
    if (row.integer("repeat") != 0) pills.push_back({tr("Repeat"), Tone::accent});
    if (std::string const source = lists.name_of(row.uuid("source_id")); !source.empty())
        pills.push_back({source, Tone::neutral});
}

// Who a deal is with: its first contact and its company.
Result<std::string> deal_clients(store::Connection& connection, store::Row const& deal,
                                 std::vector<store::Row>& channels) {
    std::string who;
    for (auto const& link : LK_TRY(store::read_links(connection, Entity::deal_contact, "deal_id", deal.id()))) {
        auto const contact = LK_TRY(store::read_row(connection, Entity::contact, link.uuid("contact_id")));
        if (!contact || contact->is_deleted()) continue;
        if (who.empty()) who = person_name(*contact);
        for (auto& channel : LK_TRY(store::read_parts(connection, Entity::channel, contact->ref())))
            channels.push_back(std::move(channel));
    }
    if (!deal.has("company_id")) return who;
    auto const company = LK_TRY(store::read_row(connection, Entity::company, deal.uuid("company_id")));
    if (!company || company->is_deleted()) return who;
    return who.empty() ? record_title(*company) : record_title(*company) + " · " + who;
}

std::string lead_client(store::Row const& lead, bool has_channel) {
    std::string const person = person_name(lead), company = lead.text("company_name");
    if (person.empty()) return company;
    // With a channel there is room for one name.
    return company.empty() || has_channel ? person : company + " · " + person;
}

std::string became_text(store::Row const& lead) {
    std::string all;
    for (auto const& [column, name] : {std::pair{"converted_deal_id", tr_mark("deal")},
                                       {"converted_contact_id", tr_mark("contact")},
                                       {"converted_company_id", tr_mark("company")}})
        if (lead.has(column)) all += (all.empty() ? "" : ", ") + std::string(tr(name));
    return "→ " + all;
}

Result<std::string> who_and_how(store::Connection& connection, CardFacts& facts) {
    auto const& row = facts.row;
    if (row.entity() == Entity::lead && row.has("converted_at_ms")) return became_text(row);
    std::string who = row.entity() == Entity::deal ? LK_TRY(deal_clients(connection, row, facts.channels))
                                                   : lead_client(row, !facts.channels.empty());
    // An enquiry without a title of its own is called by its client already.
    if (row.entity() == Entity::lead && who == record_title(row)) who.clear();
    bool const both_names = row.entity() == Entity::deal && who.find(" · ") != std::string::npos;
    if (!facts.channels.empty() && !both_names)
        who += (who.empty() ? "" : " · ") + channel_text(facts.channels.front());
    if (who.empty() && row.entity() == Entity::lead && row.integer("in_person") != 0)
        return std::string(tr("Came in person"));
    return who;
}

template <class Face>
void set_manager(Face& face, Lists const& lists, Uuid const& id) {
    auto const manager = lists.managers.find(id);
    if (manager == lists.managers.end()) return;
    face.manager_name = manager->second.name;
    face.manager_initials = manager->second.initials;
    face.manager_colour_seed = manager->second.colour_seed;
}

// The first company that a contact belongs to.
Result<std::string> company_of_contact(store::Connection& connection, Uuid const& contact) {
    for (auto const& link : LK_TRY(store::read_links(connection, Entity::contact_company, "contact_id", contact))) {
        auto const company = LK_TRY(store::read_row(connection, Entity::company, link.uuid("company_id")));
        if (company && !company->is_deleted()) return record_title(*company);
    }
    return std::string();
}

std::string first_channel(std::vector<store::Row> const& channels, std::string_view kind) {
    auto const found = ranges::find_if(channels, [&](store::Row const& one) { return one.text("kind") == kind; });
    return found == channels.end() ? std::string() : channel_text(*found);
}

}  // namespace

Result<CardFacts> read_card_facts(store::Connection& connection, Lists const& lists, store::Row row, int64_t now_ms) {
    CardFacts facts{std::move(row), {}, 0, 0, {}, {}, true};
    RecordRef const record = facts.row.ref();
    facts.channels = LK_TRY(store::read_parts(connection, Entity::channel, record));
    ranges::stable_sort(facts.channels, [](store::Row const& a, store::Row const& b) {
        return std::pair(channel_preference(a.text("kind")), a.text("place")) <
               std::pair(channel_preference(b.text("kind")), b.text("place"));
    });
    if (!is_card(record.entity)) return facts;
    auto const activities = LK_TRY(store::read_open_activities(connection, record, 1));
    if (record.entity == Entity::lead) {
        std::vector<std::string> kinds;
        for (auto const& channel : facts.channels) kinds.push_back(channel.text("kind"));
        facts.reachable = reach(kinds, facts.row.integer("in_person") != 0 ? Presence::came_in_person
                                                                           : Presence::not_told) != Reach::none;
        auto const engagement = LK_TRY(store::read_engagement(connection, record));
        facts.contacts_made = engagement.contacts_made;
        rate_lead(facts, engagement, !activities.empty(), now_ms);
    }
    collect_pills(facts, lists, activities, now_ms);
    return facts;
}

Result<CardFace> read_card_face(store::Connection& connection, Lists const& lists, RecordRef record, int64_t now_ms) {
    CardFace face;
    face.record = record;
    auto row = sections(record.entity).empty() ? std::nullopt : LK_TRY(store::read_row(connection, record.entity, record.id));
    if (!row) return face;
    auto facts = LK_TRY(read_card_facts(connection, lists, std::move(*row), now_ms));
    face.title = record_title(facts.row);
    face.who_and_how = LK_TRY(who_and_how(connection, facts));
    face.score = facts.score;
    face.pills = std::move(facts.pills);
    if (face.pills.size() > 2) face.pills.resize(2);
    if (!is_card(record.entity)) return face;
    if (facts.row.has("amount_minor"))
        face.amount = Money{facts.row.integer("amount_minor"), facts.row.text("currency")};
    face.source = lists.name_of(facts.row.uuid("source_id"));
    face.days_in_stage = days_in_stage(facts.row.integer("stage_since_ms"), now_ms);
    face.stage = lists.shown_stage(board_of(record.entity), {facts.row.uuid("stage_id")}).id;
    set_manager(face, lists, facts.row.uuid("manager_id"));
    return face;
}

Result<ClientFace> read_client_face(store::Connection& connection, Lists const& lists, RecordRef client) {
    ClientFace face;
    face.record = client;
    auto row = LK_TRY(store::read_row(connection, client.entity, client.id));
    if (!row) return face;
    bool const contact = client.entity == Entity::contact;
    auto const facts = LK_TRY(read_card_facts(connection, lists, std::move(*row), 0));
    if (!facts.channels.empty()) face.way_to_reach = channel_text(facts.channels.front());
    face.phone = first_channel(facts.channels, "phone");
    face.email = first_channel(facts.channels, "email");
    bool const nameless = contact && person_name(facts.row).empty() && !face.way_to_reach.empty();
    face.name = nameless ? face.way_to_reach : record_title(facts.row);
    face.beside = contact ? LK_TRY(company_of_contact(connection, client.id)) : facts.row.text("industry");
    if (contact) face.job_title = facts.row.text("job_title");
    set_manager(face, lists, facts.row.uuid("manager_id"));
    return face;
}

}  // namespace leadkeep::app
