// A bare stage for widgets: a screen drawn by the test, and the pointer, keyboard and typing of a person before it.
// Limits: glyphs are boxes; time stands still unless a test waits; one stage at a time.
#pragma once

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "base/i18n.h"
#include "platform/clock.h"
#include "platform/display.h"
#include "platform/input.h"
#include "platform/semantics_mirror.h"
#include "platform/text_edit.h"
#include "platform/wake.h"
#include "ui/app_frame.h"
#include "ui/widgets.h"

namespace leadkeep::tests {

using platform::InputKind;
using ui::Role;

class Stage {
public:
    explicit Stage(std::function<void()> draw, float width_px = 1000, float height_px = 700) {
        set_language(Language::english);
        platform::headless::take_mirror_updates();
        platform::Display display;
        display.width_px = width_px, display.height_px = height_px, display.reduced_motion = true;
        platform::headless::set_display(display);
        REQUIRE(ui::start(std::move(draw)));
        settle();
    }
    ~Stage() { ui::stop(); }

    void settle() {
        for (int i = 0; i < 200; i++) {
            platform::headless::run_frame();
            if (!platform::headless::frame_requested()) return;
        }
        FAIL("frames are drawn without end");
    }
    void move(ui::Point at) { pointer(InputKind::pointer_move, at); }
    void down(ui::Point at) { pointer(InputKind::pointer_down, at); }
    void up(ui::Point at) { pointer(InputKind::pointer_up, at); }
    void click(ui::Point at) {
        move(at);
        down(at);
        // As a browser does it: the field loses the keyboard between down and up.
        ui::Node const* field = ui::node_by_id(platform::headless::edited_node());
        if (field && !field->rect.contains(at)) platform::end_text_edit();
        up(at);
        settle();
    }
    void click(Role role, std::string_view name) { click(get(role, name).rect.center()); }
    void key(std::string_view key, bool ctrl = false, bool shift = false) {
        platform::InputEvent event;
        event.kind = InputKind::key_down;
        event.key = key;
        event.ctrl = ctrl, event.shift = shift;
        platform::headless::push_input(std::move(event));
        settle();
    }
    void field(InputKind kind, std::string_view text = {}) {
        platform::InputEvent event;
        event.kind = kind;
        event.node = platform::headless::edited_node();
        event.edit_revision = ++revision_;
        event.text = text;
        platform::headless::push_input(std::move(event));
        settle();
    }
    void type(std::string_view text) { field(InputKind::text_draft, text); }
    void press_node(uint32_t id) {
        platform::InputEvent event;
        event.kind = InputKind::node_press;
        event.node = id;
        platform::headless::push_input(std::move(event));
        settle();
    }
    void wheel(ui::Point at, float dy) {
        platform::InputEvent event;
        event.kind = InputKind::wheel;
        event.x = at.x, event.y = at.y, event.dy = dy;
        move(at);
        platform::headless::push_input(std::move(event));
        settle();
    }
    ui::Node const& get(Role role, std::string_view name) {
        ui::Node const* node = ui::find(role, name);
        REQUIRE_MESSAGE(node, "no ", ui::role_name(role), " “", std::string(name), "”");
        return *node;
    }
    std::string focused() {
        ui::Node const* node = ui::node_by_id(ui::focused_node());
        return node ? node->name : "";
    }

private:
    void pointer(InputKind kind, ui::Point at) {
        platform::InputEvent event;
        event.kind = kind;
        event.x = at.x, event.y = at.y;
        event.at_ms = platform::monotonic_ms();
        platform::headless::push_input(std::move(event));
    }
    uint32_t revision_ = 0;
};

}  // namespace leadkeep::tests
