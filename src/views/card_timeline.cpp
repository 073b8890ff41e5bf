// The card's right part: a composer for notes and plans, what is planned, and everything that happened, newest first.
#include <algorithm>
#include <array>

#include "app/shown.h"
#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/calendar_time.h"
#include "views/card_face.h"
#include "views/card_panel.h"
#include "views/shell_state.h"

namespace leadkeep::views {
namespace {

constexpr float pad_px = 24, disc_px = 26, text_left_px = 38, entry_pad_px = 12;
constexpr size_t events_at_first = 60, events_step = 200;

ui::Icon event_icon(std::string_view kind) {
    if (kind == "note") return ui::Icon::note;
    if (kind == "created" || kind == "enquiry" || kind == "enquiry_received") return ui::Icon::file;
    if (kind == "stage_moved") return ui::Icon::arrow_right;
    if (kind == "imported") return ui::Icon::upload;
    if (kind == "converted") return ui::Icon::convert;
    if (kind == "merged") return ui::Icon::merge;
    if (kind == "field_changed") return ui::Icon::edit;
    if (kind == "call") return ui::Icon::phone;
    if (kind == "meeting") return ui::Icon::meeting;
    if (kind == "task") return ui::Icon::task;
    if (kind == "email") return ui::Icon::mail;
    if (kind == "message" || kind == "message_sent") return ui::Icon::message;
    if (kind == "activity_done") return ui::Icon::check;
    if (kind.starts_with("activity")) return ui::Icon::calendar;
    if (kind == "trashed" || kind == "deleted") return ui::Icon::trash;
    if (kind == "restored") return ui::Icon::restore;
    return ui::Icon::clock;
}

// The room of an entry: a disc with an icon at the left, a card at the right.
struct EntryPlace {
    ui::Rect disc, card, text;
};
EntryPlace place_entry(float text_px) {
    ui::Rect const all = ui::place(0, text_px + 2 * 10);
    ui::Rect card = all;
    card.cut_left(text_left_px);
    return {{all.x, all.y, disc_px, disc_px}, card, card.inset(ui::Insets::symmetric(entry_pad_px, 10))};
}
float entry_text_width() { return ui::remaining().w - text_left_px - 2 * entry_pad_px; }

void draw_entry_ground(EntryPlace const& place, ui::Icon icon, ui::Tone tone) {
    auto const pair = ui::tone_pair(tone);
    ui::disc(place.disc.center(), disc_px / 2, ui::color(pair.ground));
    ui::draw_icon(icon, place.disc.center(), 14, ui::color(pair.text));
    ui::card_ground(place.card);
}

void event_entry(app::TimelineView const& event, int position, int total) {
    float const width = entry_text_width();
    float const title_px = ui::wrapped_height(event.title, ui::TextStyle::body, width);
    float const detail_px = event.detail.empty() ? 0 : ui::wrapped_height(event.detail, ui::TextStyle::body, width);
    EntryPlace const place = place_entry(title_px + detail_px + 16);
    std::string const spoken = event.detail.empty() ? event.title : event.title + ": " + event.detail;
    ui::Group item(ui::Role::listitem, spoken,
                   {.rect = place.card, .id = event.id.uuid.to_string(), .description = event.when_and_who, .set_size = total, .position = position});
    if (!ui::is_visible(place.card)) return;
    draw_entry_ground(place, event_icon(event.kind), ui::Tone::neutral);
    ui::Rect text = place.text;
    ui::draw_wrapped(text.cut_top(title_px), event.title, ui::TextStyle::body, ui::color(ui::Token::text1));
    if (detail_px > 0) ui::draw_wrapped(text.cut_top(detail_px), event.detail, ui::TextStyle::body, ui::color(ui::Token::text2));
    ui::draw_text(text.cut_top(16), event.when_and_who, ui::TextStyle::small, ui::color(ui::Token::text2));
}

void planned_entry(ShellState& state, app::ActivityView const& activity) {
    float const done_px = ui::button_width(tr("Done"), ui::Icon::check);
    float const width = entry_text_width() - done_px - 8;
    float const subject_px = ui::wrapped_height(activity.subject, ui::TextStyle::body_strong, width);
    EntryPlace place = place_entry(std::max(34.f, subject_px + (activity.when.empty() ? 0 : 18)));
    ui::Scope scope(activity.id.uuid.to_string());
    ui::Group item(ui::Role::listitem, activity.subject, {.rect = place.card, .description = activity.when});
    draw_entry_ground(place, event_icon(activity.kind), tone_of(activity.tone));
    ui::Rect done = place.text.cut_right(done_px);
    place.text.cut_right(8);
    ui::draw_wrapped(place.text.cut_top(subject_px), activity.subject, ui::TextStyle::body_strong, ui::color(ui::Token::text1));
    ui::draw_text(place.text.cut_top(18), activity.when, ui::TextStyle::body, ui::color(ui::tone_pair(tone_of(activity.tone)).text));
    ui::next_rect({done.x, done.y + (done.h - 30) / 2, done.w, 30});
    if (ui::button(tr("Done"), {.icon = ui::Icon::check})) state.commands.push(app::FinishActivity{activity.id, ""});
}

using Composer = CardPanelState::Composer;

char const* composer_prompt(Composer composer) {
    switch (composer) {
        case Composer::note: return tr("Write a note…");
        case Composer::call: return tr("What to call about…");
        case Composer::meeting: return tr("What to meet about…");
        case Composer::task: return tr("What to do…");
    }
    return "";
}

void compose(ShellState& state, RecordRef record) {
    auto& card = state.card;
    if (card.note.empty()) return;
    auto const composer = Composer(card.composer);
    auto const stored = [&state, record](app::Outcome const&) { state.workspace.drop_draft(record, "note"); };
    auto const put_back = [&card, note = card.note, due = card.due, duration_min = card.duration_min, done_already = card.done_already] {
        card.note = note;
        card.due = due;
        card.duration_min = duration_min;
        card.done_already = done_already;
        card.round += 1;
    };
    constexpr std::array<char const*, 4> kinds{"", "call", "meeting", "task"};
    char const* const kind = kinds[size_t(card.composer)];
    if (composer == Composer::note) {
        state.commands.push(app::AddNote{record, card.note}, stored, put_back);
    } else if (card.done_already) {
        bool const call = composer == Composer::call;
        auto const direction = !call ? app::Direction::none : card.incoming ? app::Direction::incoming : app::Direction::outgoing;
        auto const duration_min = composer == Composer::task ? std::nullopt : card.duration_min;
        state.commands.push(app::LogActivity{record, kind, card.note, direction, duration_min}, stored, put_back);
    } else {
        state.commands.push(app::AddActivity{record, kind, card.note, moment_of_local(card.due)}, stored, put_back);
    }
    card.note.clear();
    card.due.clear();
    card.duration_min.reset();
    card.done_already = 0;
    card.round += 1;
}

// Of a call, a meeting or a task: for when it is planned, or how it went.
void when_and_how(ShellState& state) {
    auto& card = state.card;
    {
        ui::Row row({.gap_px = 8, .wrap = true});
        std::array<std::string, 2> const times{tr("To do"), tr("Done already")};
        ui::segmented(tr("Planned or done"), times, card.done_already);
        if (card.done_already && Composer(card.composer) == Composer::call) {
            std::array<std::string, 2> const directions{tr("Outgoing"), tr("Incoming")};
            ui::segmented(tr("Direction"), directions, card.incoming);
        }
    }
    if (!card.done_already) {
        auto const due = ui::date_field(tr("When"), card.due, ui::DateKind::date_time, {.placeholder = tr("today 15:00")});
        if (due.committed()) card.due = due.value;
    } else if (Composer(card.composer) != Composer::task) {
        auto const duration = ui::number_field(tr("Duration"), card.duration_min, {.suffix = tr("min")});
        if (duration.changed()) card.duration_min = duration.value;
    }
}

void composer_inside(ShellState& state, RecordRef record) {
    auto& card = state.card;
    std::array<std::string, 4> const labels{tr("Note"), tr("Call"), tr("Meeting"), tr("Task")};
    ui::tabs(tr("What to add"), labels, card.composer);
    auto const composer = Composer(card.composer);
    ui::Scope scope("composer" + std::to_string(card.round));
    auto const edit = ui::text_field(composer == Composer::note ? tr("Note") : tr("Subject"), card.note,
                                     {.kind = ui::TextKind::multiline, .look = ui::FieldLook::bare, .placeholder = composer_prompt(composer),
                                      .hide_label = true, .rows = 1, .max_length = 100'000, .id = "composer"});
    if (edit.changed()) {
        card.note = edit.text;
        state.workspace.keep_draft(record, "note", edit.text);
    }
    if (card.note.empty()) return;
    if (composer != Composer::note) when_and_how(state);
    bool const planning = composer != Composer::note && !card.done_already;
    ui::Row row({.gap_px = 8, .pad = {0, 4, 0, 0}});
    ui::spacer();
    bool const add = ui::button(composer == Composer::note ? tr("Add note") : planning ? tr("Plan") : tr("Add"),
                                {.kind = ui::ButtonKind::primary, .keys = "Ctrl+Enter"});
    if (add && !ui::led_to_unreadable()) compose(state, record);
}

void composer_card(ShellState& state, RecordRef record) {
    ui::Rect const start = ui::remaining();
    float const height = std::max(state.card.composer_px, 76.f);
    ui::Rect const ground{start.x, start.y, start.w, height};
    ui::card_ground(ground);
    ui::Group group(ui::Role::group, tr("Add to the timeline"), {.rect = ground});
    float used = 0;
    {
        constexpr float gap_px = 4, foot_px = 8;
        ui::Column column({.gap_px = gap_px, .pad = {entry_pad_px, 4, entry_pad_px, foot_px}});
        composer_inside(state, record);
        used = ui::remaining().y - gap_px + foot_px - start.y;
    }
    if (used == state.card.composer_px) return;
    state.card.composer_px = used;
    ui::request_frame();
}

}  // namespace

void card_timeline(ShellState& state, app::RecordView const& card, ui::Rect area) {
    float const pad = ui::is_phone() ? 16.f : pad_px;
    ui::Scroll scroll("timeline", {.rect = area, .pad = {pad, 16, pad, 32}, .gap_px = 12});
    composer_card(state, card.record);
    if (!card.open_activities.empty()) {
        ui::Group list(ui::Role::list, tr("Planned"));
        for (auto const& activity : card.open_activities) planned_entry(state, activity);
    }
    auto& shown = state.card.events_shown;
    if (shown == 0) shown = events_at_first;
    size_t const count = std::min(shown, card.timeline.size());
    {
        ui::Group list(ui::Role::list, tr("Timeline"), {.set_size = int(card.timeline.size())});
        for (size_t i = 0; i < count; ++i) event_entry(card.timeline[i], int(i) + 1, int(card.timeline.size()));
    }
    if (count < card.timeline.size() && ui::text_button(tr("Show older"), ui::LinkLook::quiet, ui::Icon::chevron_down))
        shown += events_step;
}

}  // namespace leadkeep::views
