// A bare stage for widgets: a screen drawn by the test, and the pointer, keyboard and typing of a person before it.
// Limits: glyphs are boxes; motion is reduced unless a test asks for it and then lets time pass; one stage at a time.
#pragma once

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <optional>
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

enum class Motion : uint8_t { reduced, shown };

class Stage {
public:
    explicit Stage(std::function<void()> draw, float width_px = 1000, float height_px = 700, Motion motion = Motion::reduced) {
        set_language(Language::english);
        platform::headless::take_mirror_updates();
        platform::Display display;
        display.width_px = width_px, display.height_px = height_px, display.reduced_motion = motion == Motion::reduced;
        platform::headless::set_display(display);
        REQUIRE(ui::start(std::move(draw)));
        settle();
    }
    ~Stage() {
        ui::stop();
        platform::headless::set_fixed_monotonic(std::nullopt);
    }
    // The clock stands from here on; frames of 16 ms are drawn until so much has passed.
    void pass(double ms) {
        double const until_ms = platform::monotonic_ms() + ms;
        while (platform::monotonic_ms() < until_ms) {
            platform::headless::set_fixed_monotonic(std::fmin(until_ms, platform::monotonic_ms() + 16));
            platform::headless::run_frame();
        }
    }

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
    // With the keys held that are named in `chord`: "Ctrl", "Shift".
    void click(Role role, std::string_view name, std::string_view chord) {
        chord_ = chord;
        click(role, name);
        chord_ = {};
    }
    void hold(std::string_view chord) { chord_ = chord; }
    // One event of the pointer and the frame it brings.
    void touch(InputKind kind, ui::Point at) { pointer(kind, at, platform::PointerKind::touch), platform::headless::run_frame(); }
    void mouse(InputKind kind, ui::Point at, uint8_t button = 0) {
        pointer(kind, at, platform::PointerKind::mouse, button);
        platform::headless::run_frame();
    }
    // A finger from one place to the other in that time.
    void swipe(ui::Point from, ui::Point to, double ms, int steps = 8) {
        touch(InputKind::pointer_down, from);
        for (int i = 1; i <= steps; i++) {
            pass(ms / steps);
            float const share = float(i) / float(steps);
            touch(InputKind::pointer_move, {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
        }
        touch(InputKind::pointer_up, to);
    }
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
        turn_wheel(at, dy);
        settle();
    }
    // The event alone: its frames come with time.
    void turn_wheel(ui::Point at, float dy) {
        platform::InputEvent event;
        event.kind = InputKind::wheel;
        event.x = at.x, event.y = at.y, event.dy = dy;
        move(at);
        platform::headless::push_input(std::move(event));
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
    void pointer(InputKind kind, ui::Point at, platform::PointerKind by = platform::PointerKind::mouse, uint8_t button = 0) {
        platform::InputEvent event;
        event.kind = kind;
        event.pointer = by, event.button = button;
        event.ctrl = chord_.find("Ctrl") != std::string_view::npos;
        event.shift = chord_.find("Shift") != std::string_view::npos;
        event.x = at.x, event.y = at.y;
        event.at_ms = platform::monotonic_ms();
        platform::headless::push_input(std::move(event));
    }
    uint32_t revision_ = 0;
    std::string_view chord_;
};

}  // namespace leadkeep::tests
