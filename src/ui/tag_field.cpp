// Tags in a box. What is offered lies above everything and does not take the keyboard from the line.
#include "ui/tag_field.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/i18n.h"
#include "base/name_fold.h"
#include "ui/fields.h"
#include "ui/interact.h"
#include "ui/motion.h"
#include "ui/overlay_stack.h"
#include "ui/paint.h"

namespace leadkeep::ui {

namespace {

constexpr float pad_px = 4, gap_px = 4, least_line_px = 110;
constexpr size_t most_offers = 8;
constexpr int offers_layer = 900;  // above dialogs, below the toast

float tag_px() { return coarse_pointer() ? 36 : 26; }
float offer_px() { return coarse_pointer() ? touch_target_px : 32; }

bool has(std::span<std::string const> tags, std::string_view tag) {
    std::string const wanted = lower_text(tag);
    return std::any_of(tags.begin(), tags.end(), [&](std::string const& one) { return lower_text(one) == wanted; });
}

// The known tags that are not there yet and hold what was typed, those that begin with it first.
std::vector<std::string> offers_for(std::string_view typed, std::span<std::string const> tags, std::span<std::string const> known) {
    std::string const wanted = lower_text(trim_text(typed));
    std::vector<std::string> begin, hold;
    for (auto const& one : known) {
        if (has(tags, one)) continue;
        size_t const at = lower_text(one).find(wanted);
        if (at == 0) begin.push_back(one);
        else if (at != std::string::npos) hold.push_back(one);
    }
    begin.insert(begin.end(), hold.begin(), hold.end());
    if (begin.size() > most_offers) begin.resize(most_offers);
    return begin;
}

struct Places {
    std::vector<Rect> chips;
    Rect line;
    float height = 0;
};
Places place_tags(std::span<std::string const> tags, float width, bool with_line) {
    Places p;
    float x = pad_px, y = pad_px;
    auto const put = [&](float w) {
        if (x > pad_px && x + w > width - pad_px) x = pad_px, y += tag_px() + gap_px;
        Rect const at{x, y, std::fmin(w, width - 2 * pad_px), tag_px()};
        x += at.w + gap_px;
        return at;
    };
    for (auto const& tag : tags) p.chips.push_back(put(std::ceil(text_width(tag, TextStyle::body_medium)) + 34));
    if (with_line) {
        p.line = put(least_line_px);
        p.line.w = width - pad_px - p.line.x;
    }
    p.height = std::fmax(y + tag_px() + pad_px, coarse_pointer() ? touch_target_px : control_px);
    return p;
}

struct TagLine {
    TagFieldState& state;
    std::span<std::string const> tags;
    TagFieldOptions const& options;
    uint32_t line_id = 0;
    TagEdit answer{};

    void add(std::string_view text) {
        std::string const tag(trim_text(text));
        if (tag.empty() || has(answer.changed ? std::span<std::string const>(answer.tags) : tags, tag)) return;
        start_answer();
        answer.tags.push_back(tag);
    }
    void remove(size_t at) {
        start_answer();
        answer.tags.erase(answer.tags.begin() + ptrdiff_t(at));
        // The keyboard goes to the chip that takes its place, or back to the line.
        if (answer.tags.empty()) ctx().wanted_focus = line_id;
        else ctx().wanted_focus = id_of("tag:" + answer.tags[std::min(at, answer.tags.size() - 1)]);
        say(trf("Removed: {0}", {tags[at]}));
    }
    void start_answer() {
        if (!answer.changed) answer.tags.assign(tags.begin(), tags.end());
        answer.changed = true;
    }
};

// True when it is to go.
bool tag_chip(std::string const& tag, Rect at, bool enabled, bool last, uint32_t line_id) {
    Node& node = record(Role::button, tag, at, id_of("tag:" + tag));
    node.description = tr("Delete removes it");
    node.states.disabled |= !enabled;
    uint32_t const id = node.id;
    Response const r = interact(id, at, {.enabled = enabled, .grow_px = coarse_pointer() ? 2.f : 0});
    fill(at, color(Token::accent_tint), 6);
    Rgba const ink = color(enabled ? Token::accent : Token::text2);
    draw_text(at.inset({9, 0, enabled ? 24.f : 9.f, 0}), tag, TextStyle::body_medium, ink);
    if (enabled) draw_icon(Icon::close, {at.right() - 13, at.center().y}, 13, r.hovered ? color(Token::text1) : ink);
    if (r.focused) stroke(at, color(Token::accent), 6, 2);
    if (last && take_key("ArrowRight", id)) ctx().wanted_focus = line_id;
    return r.pressed || take_key("Delete", id) || take_key("Backspace", id);
}

void chips(TagLine& line, std::vector<Rect> const& places, Rect box) {
    KeyGroup keys(id_of("chips"), Arrows::horizontal);
    for (size_t i = 0; i < line.tags.size(); i++) {
        Rect const at = places[i].moved(box.x, box.y);
        if (tag_chip(line.tags[i], at, line.options.enabled, i + 1 == line.tags.size(), line.line_id)) line.remove(i);
    }
}

bool offer(std::string const& tag, Rect at, bool chosen, int position, int count) {
    Node& node = record(Role::option, tag, at, id_of("offer:" + tag));
    node.states.selected = chosen ? Tristate::on : Tristate::off;
    node.position = position, node.set_size = count;
    Response const r = interact(node.id, at, {.focusable = false});
    if (chosen || r.hovered) fill(at, color(chosen ? Token::accent_tint : Token::sunken), 6);
    draw_text(at.inset({10, 0, 10, 0}), tag, TextStyle::body, color(Token::text1));
    return r.pressed;
}

// Below the box, or above where there is no room.
Rect offers_rect(Rect box, size_t count) {
    Rect const view = viewport().inset(8);
    float const height = std::fmin(view.h, float(count) * offer_px() + 8);
    Rect at{box.x, box.bottom() + 4, box.w, height};
    if (at.bottom() > view.bottom()) at.y = std::fmax(view.y, box.y - 4 - height);
    return at;
}

void draw_offers(Rect box, std::vector<std::string> const& offers, uint32_t scope, std::string const& name) {
    Rect const at = offers_rect(box, offers.size());
    ctx().tag_field.offers = at;
    draw_on_top([=] {
        Context& c = ctx();
        int const before = std::exchange(c.layer, offers_layer);
        push_id(scope);
        shadow(at, 10, 8, 24, is_dark() ? 0.6f : 0.18f);
        fill(at, color(Token::raised), 10);
        stroke(at, color(Token::line), 10);
        ground(at);
        Node const& listbox = record(Role::listbox, name, at, id_of("offers"));
        open_node(listbox.id);
        for (size_t i = 0; i < offers.size(); i++) {
            Rect const row{at.x + 4, at.y + 4 + float(i) * offer_px(), at.w - 8, offer_px()};
            if (!offer(offers[i], row, int(i) == c.tag_field.chosen, int(i) + 1, int(offers.size()))) continue;
            c.tag_field.taken = offers[i];
            request_frame();
        }
        close_node();
        pop_id();
        c.layer = before;
    });
}

// What the keys and the typing mean for the line.
void typed(TagLine& line, TextEdit const& edit, std::vector<std::string> const& offers) {
    Context& c = ctx();
    TagFieldState& s = line.state;
    int const count = int(offers.size());
    int const step = !edit.editing || count == 0 ? 0 : take_key("ArrowDown") ? 1 : take_key("ArrowUp") ? -1 : 0;
    if (step != 0) {
        s.chosen = s.chosen < 0 ? (step > 0 ? 0 : count - 1) : (s.chosen + step + count) % count;
        say(offers[size_t(s.chosen)]);
    }
    bool const backwards = edit.editing && c.edit.draft.empty() && !line.tags.empty() && (take_key("Backspace") || take_key("ArrowLeft"));
    if (backwards) set_focus(id_of("tag:" + line.tags.back()), true);
    bool const parted = edit.edit == Edit::drafting && edit.text.find(',') != std::string::npos;
    bool const ended = edit.end != EditEnd::none;
    // A press on what is offered leaves the line first; the press decides then.
    bool const to_offer = edit.end == EditEnd::leave && c.pointer_held && s.offers.contains(c.pointer);
    if (edit.changed()) {
        if (edit.text != s.text) s.chosen = -1;
        s.text = edit.text;
    }
    if (edit.escaped) s.text.clear(), s.chosen = -1;
    if (!s.taken.empty()) line.add(s.taken);
    else if (parted || (ended && !to_offer)) {
        bool const of_list = edit.end == EditEnd::enter && s.chosen >= 0 && s.chosen < count;
        if (of_list) line.add(offers[size_t(s.chosen)]);
        std::string const text = of_list ? "" : s.text;
        for (size_t from = 0; from <= text.size();) {
            size_t const to = std::min(text.find(',', from), text.size());
            line.add(std::string_view(text).substr(from, to - from));
            from = to + 1;
        }
    } else return;
    bool const again = !s.taken.empty();
    s.text.clear(), s.taken.clear(), s.chosen = -1;
    if (c.edit.node == line.line_id) c.edit.draft.clear(), c.edit.start.clear();
    if (again) c.wanted_focus = line.line_id;
    request_frame();
}

}  // namespace

TagEdit tag_field(std::string_view label, std::span<std::string const> tags, TagFieldOptions const& o) {
    Context& c = ctx();
    Scope scope(label);
    uint32_t const scope_id = c.ids.back(), line_id = id_of("line");
    bool const editing = c.edit.node == line_id && !c.edit.ending;
    if (editing && c.tag_field.id != line_id) c.tag_field = {.id = line_id};
    TagFieldState none;
    bool const mine = c.tag_field.id == line_id;
    TagLine line{mine ? c.tag_field : none, tags, o, line_id};

    float const label_h = o.hide_label ? 0 : boxed_label_px;
    float const guess_w = coming_width(0);
    Places places = place_tags(tags, guess_w, o.enabled);
    Rect const whole = take(guess_w, label_h + places.height, Width::full);
    Rect box = whole;
    Rect const label_at = box.cut_top(label_h);
    if (box.w != guess_w) places = place_tags(tags, box.w, o.enabled);
    Node const& group = record(Role::group, label, box, id_of("box"));
    open_node(group.id);
    if (!o.hide_label) draw_text({label_at.x, label_at.y, label_at.w, 16}, label, TextStyle::small, color(Token::text2));
    if (editing) stroke(box.inset(-3), color(Token::accent_tint), control_radius_px + 3, 3);
    fill(box, color(o.enabled ? Token::surface : Token::sunken), control_radius_px);
    stroke(box, color(editing ? Token::accent : Token::line), control_radius_px, editing ? 1.5f : 1);
    chips(line, places.chips, box);
    if (o.enabled) {
        next_rect(places.line.moved(box.x, box.y).inset({4, 0, 0, 0}));
        TextEdit const edit = text_field(label, line.state.text, {.look = FieldLook::bare, .placeholder = tags.empty() ? o.placeholder : std::string_view{},
                                                                  .max_length = o.max_length, .id = "line"});
        if (edit.editing) c.walked_field = line_id;
        // What is offered stays until the press on it has been answered, though the press leaves the line.
        bool const held = mine && (c.pointer_held || c.pressed) && c.tag_field.offers.contains(c.pointer);
        auto const offers = mine ? offers_for(line.state.text, tags, o.known) : std::vector<std::string>{};
        typed(line, edit, offers);
        if (!offers.empty() && (edit.editing || held)) draw_offers(box, offers, scope_id, std::string(label));
        else if (mine) c.tag_field.offers = {};
    }
    close_node();
    c.last_rect = whole;
    return std::move(line.answer);
}

}  // namespace leadkeep::ui
