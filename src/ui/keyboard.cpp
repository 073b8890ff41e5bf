// The keyboard's order: Tab and Shift+Tab among stops, arrows within a group, what is taken from the browser; shortcuts.
#include <algorithm>
#include <cmath>

#include "ui/buttons.h"
#include "ui/interact.h"
#include "ui/motion.h"
#include "ui/scroll.h"

namespace leadkeep::ui {

namespace {

// What Tab stops at, in order: single widgets, and of each group one member.
std::vector<Stop> tab_order() {
    Context& c = ctx();
    std::vector<Stop> order;
    std::unordered_map<uint32_t, size_t> place_of_group;
    for (size_t i = c.modal_stop; i < c.stops.size(); i++) {
        Stop const& stop = c.stops[i];
        if (stop.group == 0) {
            order.push_back(stop);
            continue;
        }
        auto const [at, first] = place_of_group.try_emplace(stop.group, order.size());
        if (first) order.push_back(stop);
        Stop& chosen = order[at->second];
        uint32_t const last = c.last_in_group.contains(stop.group) ? c.last_in_group[stop.group] : 0;
        if (stop.id == c.focus || (chosen.id != c.focus && (stop.id == last || (stop.entry && chosen.id != last)))) chosen = stop;
    }
    return order;
}

// The stops on both sides of the focus, as places in the order. What had it may be gone: then of where it was last.
struct Sides {
    int before, after;
};
Sides sides_of_focus(std::vector<Stop> const& order) {
    Context& c = ctx();
    int const count = int(order.size());
    if (c.focus == 0) return {count - 1, 0};
    auto const place_of = [&](uint32_t id) { return int(std::find_if(order.begin(), order.end(), [&](Stop const& s) { return s.id == id; }) - order.begin()); };
    if (int const at = place_of(c.focus); at < count) return {at - 1, at + 1};
    int after = count;
    for (size_t i = c.focus_place; i < c.stops.size() && after == count; ++i) after = place_of(c.stops[i].id);
    return {after - 1, after};
}

uint32_t next_stop(int direction) {
    Context& c = ctx();
    auto const order = tab_order();
    if (order.empty()) return 0;
    Sides const sides = sides_of_focus(order);
    int index = direction > 0 ? sides.after : sides.before;
    if (index < 0 || index >= int(order.size())) {
        if (c.modal_layer == 0) return 0;
        index = (index + int(order.size())) % int(order.size());
    }
    return order[size_t(index)].id;
}

Stop const* focused_stop() {
    for (Stop const& stop : ctx().stops)
        if (stop.id == ctx().focus) return &stop;
    return nullptr;
}

// The neighbour in the group: before and after in order for lists, nearest in that direction for cards.
uint32_t neighbour(Stop const& from, std::string_view key) {
    auto const& stops = ctx().stops;
    bool const forward = key == "ArrowDown" || key == "ArrowRight";
    bool const across = key == "ArrowLeft" || key == "ArrowRight";
    if (from.arrows == Arrows::horizontal && !across) return 0;
    if (from.arrows == Arrows::vertical && across) return 0;
    std::vector<Stop const*> members;
    for (Stop const& stop : stops)
        if (stop.group == from.group) members.push_back(&stop);
    if (key == "Home") return members.front()->id;
    if (key == "End") return members.back()->id;
    auto const at = std::find_if(members.begin(), members.end(), [&](Stop const* s) { return s->id == from.id; });
    ptrdiff_t const index = at - members.begin() + (forward ? 1 : -1);
    auto const count = ptrdiff_t(members.size());
    return members[size_t((index + count) % count)]->id;
}

// The nearest list to that side, and in it the card that lies where the way across began: a short list in between does
// not make it forget the row.
uint32_t neighbouring_list(Stop const& from, bool right) {
    Context& c = ctx();
    if (c.row_y < 0) c.row_y = std::fmax(0.f, from.rect.y);
    Stop const* best = nullptr;
    auto const away = [&](Stop const& stop) { return right ? stop.rect.x - from.rect.x : from.rect.x - stop.rect.x; };
    auto const off_row = [&](Stop const& stop) { return std::fabs(stop.rect.y - c.row_y); };
    // A list's cards come before what stands at its foot.
    auto const nearer = [&](Stop const& a, Stop const& b) {
        if (a.group != b.group) return away(a) < away(b);
        return a.lifts != b.lifts ? a.lifts : off_row(a) < off_row(b);
    };
    for (Stop const& stop : c.stops) {
        if (stop.arrows != Arrows::cards || stop.group == from.group || away(stop) < 10) continue;
        if (!best || nearer(stop, *best)) best = &stop;
    }
    return best ? best->id : 0;
}

// Past the last stop Tab goes on to what is outside of the page. Who comes back by it begins at that end, as in any page.
bool tab_stays(bool backwards) {
    Context& c = ctx();
    if (next_stop(backwards ? -1 : 1) != 0) return true;
    c.focus = 0;
    request_frame();
    return false;
}

bool is_arrow(std::string_view key) {
    return key == "ArrowLeft" || key == "ArrowRight" || key == "ArrowUp" || key == "ArrowDown" || key == "Home" || key == "End";
}

void page_scroll(std::string_view key) {
    Context& c = ctx();
    float const pages = key == "PageDown" ? 0.9f : key == "PageUp" ? -0.9f : 0;
    if (pages == 0) return;
    for (size_t i = c.hits.size(); i-- > 0;) {
        if (c.hits[i].kind != HitKind::scroll || c.hits[i].axis != ScrollAxis::vertical) continue;
        if (c.pointer_inside && !c.hits[i].rect.contains(c.pointer)) continue;
        if (scroll_by(c.hits[i].id, pages * c.hits[i].rect.h, true)) return;
    }
}

struct Chord {
    std::string key;
    bool ctrl = false, shift = false, alt = false;
};
Chord parse_chord(std::string_view text) {
    Chord chord;
    while (text.size() > 1) {
        size_t const plus = text.find('+');
        if (plus == std::string_view::npos || plus + 1 == text.size()) break;
        std::string_view const part = text.substr(0, plus);
        chord.ctrl |= part == "Ctrl";
        chord.shift |= part == "Shift";
        chord.alt |= part == "Alt";
        text.remove_prefix(plus + 1);
    }
    chord.key = text;
    if (chord.key.size() == 1) chord.key[0] = char(std::tolower(uint8_t(chord.key[0])));
    return chord;
}

bool same_chord(Chord const& chord, platform::InputEvent const& e) {
    std::string key = e.key;
    if (key.size() == 1) key[0] = char(std::tolower(uint8_t(key[0])));
    // A sign such as "?" needs Shift on most layouts; the sign itself says enough.
    bool const sign = chord.key.size() == 1 && !std::isalnum(uint8_t(chord.key[0]));
    return key == chord.key && e.ctrl == chord.ctrl && e.alt == chord.alt && (sign || e.shift == chord.shift);
}

bool types_text(Chord const& chord) { return !chord.ctrl && !chord.alt; }
// Ctrl+Z and the like belong to the field while it is edited.
bool belongs_to_field(Chord const& chord) {
    return types_text(chord) || (chord.ctrl && chord.key.size() == 1 && std::string_view("zyxcvab").find(chord.key[0]) != std::string_view::npos);
}

}  // namespace

size_t place_of_focus() {
    Stop const* stop = focused_stop();
    return stop ? size_t(stop - ctx().stops.data()) : ctx().focus_place;
}

void set_focus(uint32_t id, bool visible) {
    Context& c = ctx();
    c.focus = id;
    c.focus_visible = visible;
    c.reveal = id;
    bool typed = false;
    for (auto const* stops : {&c.stops, &c.stops_building})
        for (Stop const& stop : *stops)
            if (stop.id == id) {
                typed = stop.typed;
                if (stop.group) c.last_in_group[stop.group] = id;
            }
    if (typed) c.begin_edit = id;
    else if (c.edit.node && c.edit.node != id) c.end_edit = true;
    request_frame();
}

std::optional<int> take_step(int from, int count, int page) {
    int to = from;
    if (take_key("ArrowDown")) to++;
    else if (take_key("ArrowUp")) to--;
    else if (take_key("PageDown")) to += page;
    else if (take_key("PageUp")) to -= page;
    else if (take_key("Home")) to = 0;
    else if (take_key("End")) to = count - 1;
    else return std::nullopt;
    return std::max(0, std::min(to, count - 1));
}

void finish_keys() {
    Context& c = ctx();
    c.focus_place = place_of_focus();
    if (Stop const* stop = focused_stop(); stop && stop->group) c.last_in_group[stop->group] = stop->id;
    if (c.key.empty()) return;
    if (c.key != "ArrowLeft" && c.key != "ArrowRight") c.row_y = -1;
    if (c.key == "Tab") {
        if (uint32_t const next = next_stop(c.key_event.shift ? -1 : 1)) set_focus(next, true);
    } else if (Stop const* stop = focused_stop(); stop && stop->group && is_arrow(c.key) && !c.edit.node) {
        bool const across = c.key == "ArrowLeft" || c.key == "ArrowRight";
        uint32_t const next = stop->arrows == Arrows::cards
                                  ? (across ? neighbouring_list(*stop, c.key == "ArrowRight") : 0)
                                  : neighbour(*stop, c.key);
        if (next) set_focus(next, true);
    } else {
        page_scroll(c.key);
    }
    c.key.clear();
}

bool wants_key(platform::InputEvent const& e) {
    Context& c = ctx();
    if (e.key == "Tab") return !e.ctrl && !e.alt && tab_stays(e.shift);
    for (std::string const& text : c.shortcuts) {
        Chord const chord = parse_chord(text);
        if (same_chord(chord, e) && !(c.edit.node && belongs_to_field(chord))) return true;
    }
    if (e.ctrl || e.alt) return false;
    if (c.edit.node) {
        if (c.edit.node != c.walked_field) return false;
        bool const backwards = e.key == "Backspace" || e.key == "ArrowLeft";
        return e.key == "ArrowUp" || e.key == "ArrowDown" || (backwards && c.edit.draft.empty() && c.tag_field.id == c.edit.node);
    }
    if (e.key == "Delete" || e.key == "Backspace") return c.focus != 0;
    if (e.key == "Escape") return true;
    if (e.key == "Enter" || e.key == " " || is_arrow(e.key)) return c.focus != 0;
    return e.key == "PageDown" || e.key == "PageUp";
}

bool shortcut(std::string_view text) {
    Context& c = ctx();
    if (c.layer < c.modal_layer) return false;
    c.shortcuts_building.emplace_back(text);
    if (c.key.empty()) return false;
    Chord const chord = parse_chord(text);
    if (!same_chord(chord, c.key_event) || (c.edit.node && belongs_to_field(chord))) return false;
    c.key.clear();
    return true;
}

}  // namespace leadkeep::ui
