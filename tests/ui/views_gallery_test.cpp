// The gallery: every kind of widget and every state is there, in both languages.
#include <set>

#include "screen_session.h"
#include "ui/motion.h"

namespace leadkeep::tests {

namespace {

// All roles that widgets record, wherever the gallery is scrolled to.
std::set<Role> roles_there() {
    std::set<Role> roles;
    for (auto const& node : ui::nodes()) roles.insert(node.role);
    return roles;
}

bool any(Role role, std::function<bool(ui::Node const&)> const& holds) {
    for (auto const* node : ui::find_all(role))
        if (holds(*node)) return true;
    return false;
}

}  // namespace

TEST_CASE("the gallery is reached by its address and left by its button") {
    ScreenSession screen;
    screen.shell().visit("gallery");
    screen.settle();
    CHECK(screen.sees(Role::heading, "Gallery"));
    CHECK_FALSE(screen.sees(Role::navigation, "Main"));
    screen.click(Role::button, "Back");
    CHECK_FALSE(screen.sees(Role::heading, "Gallery"));
}

TEST_CASE("the gallery shows every role of a widget, in English and in Russian, wide and narrow") {
    for (float const width : {1440.f, 390.f}) {
        ScreenSession screen(width, 9000);  // tall enough for the rows of its table
        screen.shell().visit("gallery");
        for (auto const shown : {Language::english, Language::russian}) {
            set_language(shown);
            ui::request_frame();
            screen.settle();
            auto const there = roles_there();
            for (Role const role : {Role::heading, Role::button, Role::radiogroup, Role::radio, Role::tablist, Role::tab, Role::textbox, Role::combobox,
                                    Role::checkbox, Role::switch_, Role::img, Role::table, Role::row, Role::columnheader, Role::cell, Role::separator,
                                    Role::alert, Role::status, Role::progressbar})
                CHECK_MESSAGE(there.contains(role), std::string(ui::role_name(role)));
        }
        set_language(Language::english);
    }
}

TEST_CASE("the gallery shows the states: disabled, invalid, required, pressed, mixed kinds of progress") {
    ScreenSession screen;
    screen.shell().visit("gallery");
    screen.settle();
    for (Role const role : {Role::button, Role::textbox, Role::checkbox, Role::radio})
        CHECK_MESSAGE(any(role, [](auto const& node) { return node.states.disabled; }), ui::role_name(role));
    CHECK(any(Role::textbox, [](auto const& node) { return node.states.invalid; }));
    CHECK(any(Role::combobox, [](auto const& node) { return node.states.invalid; }));
    CHECK(any(Role::textbox, [](auto const& node) { return node.states.required; }));
    CHECK(any(Role::button, [](auto const& node) { return node.states.pressed == ui::Tristate::on; }));
    CHECK(any(Role::switch_, [](auto const& node) { return node.states.checked == ui::Tristate::off; }));
    CHECK(any(Role::progressbar, [](auto const& node) { return node.progress >= 0; }));
    CHECK(any(Role::progressbar, [](auto const& node) { return node.progress < 0; }));
    CHECK(any(Role::img, [](auto const& node) { return node.description == "No deals were won in this time"; }));
}

TEST_CASE("what lies over the screen is opened from the gallery and closed again") {
    ScreenSession screen(1440, 6000);
    screen.shell().visit("gallery");
    screen.settle();
    screen.click(Role::button, "Dialog");
    CHECK(screen.sees(Role::dialog, "New lead"));
    screen.escape_field();
    screen.press("Escape");
    CHECK_FALSE(screen.sees(Role::dialog, "New lead"));
    screen.click(Role::button, "Question");
    CHECK(screen.sees(Role::alertdialog, "Delete the column?"));
    screen.click(Role::button, "Cancel");
    screen.click(Role::button, "Menu");
    CHECK(screen.sees(Role::menuitem, "Rename"));
    screen.press("Escape");
    screen.click(Role::button, "Note");
    CHECK(screen.sees(Role::button, "Undo"));
}

}  // namespace leadkeep::tests
