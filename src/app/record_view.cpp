// A whole record: its sections, channels, tags, plans and history.
#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "app/card_model.h"
#include "app/field_text.h"
#include "app/fields.h"
#include "app/labels.h"
#include "app/moments.h"
#include "app/timeline_texts.h"
#include "base/i18n.h"
#include "base/ranges.h"
#include "domain/score.h"
#include "platform/locale.h"
#include "store/queries/clients.h"
#include "store/queries/history.h"

namespace leadkeep::app {
namespace {

constexpr int longest_timeline = 500;

std::vector<ChoiceView> const* choices_of(Lists const& lists, ChoiceOf choices) {
    switch (choices) {
        case ChoiceOf::sources: return &lists.choices.sources;
        case ChoiceOf::loss_reasons: return &lists.choices.loss_reasons;
        case ChoiceOf::managers: return &lists.choices.managers;
        case ChoiceOf::nothing: break;
    }
    return nullptr;
}

FieldView blank_field(Lists const& lists, FieldSpec const& spec) {
    FieldView view;
    view.register_name = spec.name;
    view.label = tr(spec.label);
    view.kind = spec.kind;
    view.access = spec.access;
    if (auto const* choices = choices_of(lists, spec.choices)) view.choices = *choices;
    return view;
}

Result<FieldView> field_view(store::Connection& connection, Lists const& lists, FieldSpec const& spec,
                             store::Row const& row) {
    FieldView view = blank_field(lists, spec);
    view.values = field_values(row, spec);
    view.text = field_text(lists, spec, view.values);
    auto const* id = std::get_if<Uuid>(&view.values[0]);
    if (spec.kind != FieldKind::record || !id) return view;
    auto const target = LK_TRY(store::read_row(connection, spec.target, *id));
    if (!target) return view;
    view.target = target->ref();
    view.text = record_title(*target);
    return view;
}

// Records on the other end of a table of pairs: a contact's companies, a deal's contacts.
Result<void> add_linked(store::Connection& connection, RecordRef record, Entity pairs, std::string_view own,
                        std::string_view other, Entity entity, char const* label, RecordView& view,
                        SectionView& section) {
    for (auto const& link : LK_TRY(store::read_links(connection, pairs, own, record.id))) {
        auto const row = LK_TRY(store::read_row(connection, entity, link.uuid(other)));
        if (!row || row->is_deleted()) continue;
        FieldView field;
        field.label = tr(label);
        field.kind = FieldKind::record;
        field.access = FieldView::Access::read_only;
        field.text = record_title(*row);
        field.target = row->ref();
        section.fields.push_back(std::move(field));
        view.linked.push_back(row->ref());
    }
    return {};
}

Result<void> add_pairs(store::Connection& connection, RecordRef record, RecordView& view) {
    SectionView section{tr("Connections"), {}};
    if (record.entity == Entity::contact) {
        LK_CHECK(add_linked(connection, record, Entity::contact_company, "contact_id", "company_id", Entity::company,
                            tr_mark("Company"), view, section));
        LK_CHECK(add_linked(connection, record, Entity::deal_contact, "contact_id", "deal_id", Entity::deal,
                            tr_mark("Deal"), view, section));
    }
    if (record.entity == Entity::company)
        LK_CHECK(add_linked(connection, record, Entity::contact_company, "company_id", "contact_id", Entity::contact,
                            tr_mark("Contact"), view, section));
    if (record.entity == Entity::deal)
        LK_CHECK(add_linked(connection, record, Entity::deal_contact, "deal_id", "contact_id", Entity::contact,
                            tr_mark("Contact"), view, section));
    if (!section.fields.empty()) view.sections.insert(view.sections.begin() + 1, std::move(section));
    return {};
}

FieldView shown_field(std::string label, std::string text) {
    FieldView field;
    field.label = std::move(label);
    field.text = std::move(text);
    field.access = FieldView::Access::read_only;
    return field;
}

Result<void> add_products(store::Connection& connection, RecordRef record, RecordView& view) {
    SectionView section{tr("Products"), {}};
    for (auto const& line : LK_TRY(store::read_parts(connection, Entity::product_line, record))) {
        std::string text = platform::format_decimal(line.has("quantity") ? line.real("quantity") : 1.0, 3);
        if (line.has("price_minor"))
            text += " × " + platform::format_money(line.integer("price_minor"), line.text("currency"));
        if (line.real("discount_percent") > 0)
            text += " − " + platform::format_percent(line.real("discount_percent") / 100);
        section.fields.push_back(shown_field(line.text("name"), std::move(text)));
    }
    if (!section.fields.empty()) view.sections.push_back(std::move(section));
    return {};
}

Result<void> add_custom_fields(store::Connection& connection, RecordRef record, RecordView& view) {
    SectionView section{tr("More fields"), {}};
    for (auto const& value : LK_TRY(store::read_parts(connection, Entity::custom_value, record))) {
        auto const field = LK_TRY(store::read_row(connection, Entity::custom_field, value.uuid("field_id")));
        if (field && !field->is_deleted())
            section.fields.push_back(shown_field(field->text("name"), value.text("value")));
    }
    if (!section.fields.empty()) view.sections.push_back(std::move(section));
    return {};
}

ChannelView channel_view(store::Row const& row) {
    ChannelView view;
    view.id = {row.id()};
    view.channel = {row.text("kind"), row.text("type"), row.text("value")};
    view.shown = channel_text(row);
    view.type_name = channel_type_name(view.channel.type);
    view.link = channel_link(view.channel, row.text("normal"));
    return view;
}

// A record's events but for the notes that were taken back.
Result<void> add_events(store::Connection& connection, RecordRef owner, std::vector<store::EventRow>& events) {
    std::unordered_set<Uuid> rows;
    for (auto const& activity : LK_TRY(store::read_parts(connection, Entity::activity, owner)))
        rows.insert(activity.id());
    for (auto& event : LK_TRY(store::read_events(connection, owner, longest_timeline))) {
        if (auto const row = note_row(event); row && !rows.contains(*row)) continue;
        events.push_back(std::move(event));
    }
    return {};
}

Result<void> add_history(store::Connection& connection, Lists const& lists, store::Row const& row, int64_t now_ms,
                         RecordView& view) {
    std::vector<store::EventRow> events;
    LK_CHECK(add_events(connection, row.ref(), events));
    // A deal goes on with the history of the lead that it came from.
    if (row.entity() == Entity::deal && row.has("lead_id"))
        LK_CHECK(add_events(connection, {Entity::lead, row.uuid("lead_id")}, events));
    // Of what one command did, the creation was first.
    auto const order = [](store::EventRow const& event) {
        return std::tuple(event.at_ms, event.kind != "created", event.id);
    };
    ranges::stable_sort(events, [&](auto const& a, auto const& b) { return order(a) > order(b); });
    for (auto const& event : events) view.timeline.push_back(timeline_view(lists, event, now_ms));
    for (auto const& activity : LK_TRY(store::read_open_activities(connection, row.ref(), longest_timeline))) {
        bool const overdue = activity.due_at_ms && *activity.due_at_ms < now_ms;
        view.open_activities.push_back({activity.id, activity.kind,
                                        activity.subject.empty() ? activity_kind_name(activity.kind) : activity.subject,
                                        activity.due_at_ms ? due_text(*activity.due_at_ms, now_ms) : std::string(),
                                        overdue              ? Tone::bad
                                        : activity.due_at_ms ? Tone::good
                                                             : Tone::neutral});
    }
    return {};
}

Result<void> add_links(store::Connection& connection, store::Row const& row, RecordView& view) {
    auto const add = [&](Entity entity, std::string_view column) {
        RecordRef const target{entity, row.uuid(column)};
        if (!target.id.is_nil() && !ranges::count(view.linked, target)) view.linked.push_back(target);
    };
    if (row.entity() == Entity::lead) {
        for (std::string_view const column : {"converted_deal_id"}) add(Entity::deal, column);
        for (std::string_view const column : {"converted_contact_id", "contact_id"}) add(Entity::contact, column);
        for (std::string_view const column : {"converted_company_id", "company_id"}) add(Entity::company, column);
    }
    if (row.entity() == Entity::deal) {
        add(Entity::company, "company_id");
        add(Entity::lead, "lead_id");
    }
    if (row.entity() == Entity::company)
        for (auto const& deal : LK_TRY(store::find_deals_of_company(connection, {row.id()})))
            view.linked.push_back(ref(deal));
    return {};
}

// The header's pills: warmth, then what is urgent but the score and the source, which stand among the fields.
void add_header(CardFacts& facts, Lists const& lists, RecordView& view) {
    auto const& row = facts.row;
    view.title = record_title(row);
    if (row.entity() == Entity::lead || row.entity() == Entity::deal) {
        Board const board = board_of(row.entity());
        view.number = row.text("number");
        view.stages = lists.stages(board);
        view.stage = lists.shown_stage(board, {row.uuid("stage_id")}).id;
    }
    view.pills = std::move(facts.pills);
    std::string const source = row.entity() == Entity::contact || row.entity() == Entity::company
                                   ? std::string()
                                   : lists.name_of(row.uuid("source_id"));
    std::erase_if(view.pills, [&](PillView const& pill) { return pill.tone == Tone::neutral && pill.text == source; });
    if (row.entity() == Entity::lead) {
        bool const warm = warmth(facts.contacts_made) == Warmth::warm;
        view.pills.insert(view.pills.begin(),
                          {tr(warm ? tr_mark("Warm") : tr_mark("Cold")), warm ? Tone::good : Tone::neutral});
        if (!facts.reachable) view.reach_warning = tr("No way to reach");
        if (row.has("converted_at_ms")) view.state = RecordView::State::converted;
    }
    if (row.is_deleted()) view.state = RecordView::State::trashed;
    view.score = facts.score;
    view.score_lines = std::move(facts.score_lines);
}

}  // namespace

std::vector<SectionView> blank_sections(Lists const& lists, Entity entity) {
    std::vector<SectionView> views;
    for (auto const& section : sections(entity)) {
        SectionView view{tr(section.title), {}};
        for (auto const& spec : section.fields)
            if (spec.access == FieldView::Access::editable) view.fields.push_back(blank_field(lists, spec));
        if (!view.fields.empty()) views.push_back(std::move(view));
    }
    return views;
}

Result<RecordView> read_record_view(store::Connection& connection, Lists const& lists, RecordRef record,
                                    int64_t now_ms) {
    // An address can name anything; only these have a card.
    auto row = sections(record.entity).empty() ? std::nullopt : LK_TRY(store::read_row(connection, record.entity, record.id));
    if (!row) return fail(ErrorKind::refused, tr_mark("This record is not there any more."));
    auto facts = LK_TRY(read_card_facts(connection, lists, std::move(*row), now_ms));
    RecordView view;
    view.record = record;
    for (auto const& section : sections(record.entity)) {
        SectionView shown{tr(section.title), {}};
        for (auto const& spec : section.fields) {
            auto field = LK_TRY(field_view(connection, lists, spec, facts.row));
            // What a person can't set and is not there needs no empty line.
            if (field.access == FieldView::Access::read_only && field.text.empty()) continue;
            shown.fields.push_back(std::move(field));
        }
        if (!shown.fields.empty()) view.sections.push_back(std::move(shown));
    }
    for (auto const& channel : facts.channels) view.channels.push_back(channel_view(channel));
    for (auto const& link : LK_TRY(store::read_parts(connection, Entity::tag_link, record)))
        if (auto const tag = LK_TRY(store::read_row(connection, Entity::tag, link.uuid("tag_id"))))
            view.tags.push_back(tag->text("name"));
    LK_CHECK(add_pairs(connection, record, view));
    LK_CHECK(add_products(connection, record, view));
    LK_CHECK(add_custom_fields(connection, record, view));
    LK_CHECK(add_history(connection, lists, facts.row, now_ms, view));
    LK_CHECK(add_links(connection, facts.row, view));
    add_header(facts, lists, view);
    return view;
}

}  // namespace leadkeep::app
