// Widgets' side of interaction: what they get, and what they leave behind for the next frame.
#include "ui/interact.h"

#include <cassert>

#include "ui/paint.h"
#include "ui/scroll.h"

namespace leadkeep::ui {

Response interact(uint32_t id, Rect rect, InteractOptions const& o) {
    Context& c = ctx();
    Response r;
    r.id = id, r.rect = rect;
    assert(c.used_ids.contains(id) && "a widget that can be pressed has no node: record() comes first");
    if (!c.building.empty() && c.building.back().id == id) c.building.back().focusable = o.focusable && o.enabled;
    if (!o.enabled) {
        ground(rect);
        return r;
    }
    Rect hit = rect;
    if (o.grow_px > 0) hit = rect.inset(-o.grow_px);
    Rect const seen = clip().intersect(hit);
    if (!seen.empty()) c.hits_building.push_back({id, seen, HitKind::widget, ScrollAxis::vertical, o.lift, o.cursor, c.layer});
    if (o.focusable) {
        bool const grouped = !c.groups.empty() && c.groups.back();
        c.stops_building.push_back({id, grouped ? c.groups.back() : 0, rect,
                                    grouped ? c.group_arrows.back() : Arrows::none, o.entry, o.typed, o.lift == Lift::yes, c.layer});
    }
    if (c.wanted_focus == id) {
        c.wanted_focus = 0;
        set_focus(id, true);
    }
    if (c.reveal == id) {
        c.reveal = 0;
        reveal_in_scrolls(rect);
    }
    bool const mouse = c.pointer_kind != platform::PointerKind::touch;
    r.hovered = c.hot == id && mouse && (c.active == 0 || c.active == id);
    r.held = c.active == id && c.hot == id;
    r.pressed = c.pressed == id;
    r.focused = c.focus == id && c.focus_visible;
    r.context = c.context_pressed == id;
    if (r.hovered) c.cursor = o.cursor;
    return r;
}

void ground(Rect rect, uint32_t id) {
    Rect const seen = clip().intersect(rect);
    if (seen.empty()) return;
    Hit hit{id, seen, HitKind::ground};
    hit.layer = ctx().layer;
    ctx().hits_building.push_back(hit);
}

KeyGroup::KeyGroup(uint32_t id, Arrows arrows) {
    ctx().groups.push_back(id);
    ctx().group_arrows.push_back(arrows);
}
KeyGroup::~KeyGroup() {
    ctx().groups.pop_back();
    ctx().group_arrows.pop_back();
}

void focus_ring(Rect rect, float radius_px) {
    stroke(rect.inset(-3), color(Token::accent), radius_px + 3, 2);
}

bool take_key(std::string_view key, uint32_t id) {
    Context& c = ctx();
    if (c.key != key || (id && c.focus != id)) return false;
    c.key.clear();
    return true;
}

bool behind_modal(uint32_t id) {
    Context& c = ctx();
    auto const found = c.finished_index.find(id);
    return found && *found < c.modal_node;
}

}  // namespace leadkeep::ui
