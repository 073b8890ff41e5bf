// A person at the screens, without a browser: finds things by role and name, clicks, types, presses keys, drags.
// Limits: input goes in as the page would send it; glyphs are boxes; one session at a time.
#pragma once

#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "app/workspace.h"
#include "platform/clock.h"
#include "platform/display.h"
#include "platform/files.h"
#include "platform/input.h"
#include "platform/text_edit.h"
#include "platform/wake.h"
#include "ui/app_frame.h"
#include "ui/semantics.h"
#include "views/shell.h"

namespace leadkeep::tests {

using ui::Role;

class ScreenSession {
public:
    explicit ScreenSession(float width_px = 1440, float height_px = 900, std::string const& path = ":memory:") {
        set_language(Language::english);
        platform::Display display;
        display.width_px = width_px, display.height_px = height_px, display.reduced_motion = true;
        platform::headless::set_display(display);
        store::StoreOptions options;
        options.path = path;
        options.before_write = [this]() -> Result<> {
            if (storage_is_full) return fail(ErrorKind::storage, "The storage is full.");
            return {};
        };
        auto opened = app::Workspace::open(std::move(options));
        REQUIRE(opened);
        workspace_ = std::move(*opened);
        shell_ = std::make_unique<views::Shell>(*workspace_, services());
        REQUIRE(ui::start([this] { shell_->frame(); }));
        settle();
    }
    ~ScreenSession() { ui::stop(); }

    // While true, every command that writes is refused.
    bool storage_is_full = false;

    app::Workspace& workspace() { return *workspace_; }
    views::Shell& shell() { return *shell_; }

    // Draws until nothing asks for another frame.
    void settle() {
        for (int i = 0; i < 400; ++i) {
            platform::headless::run_frame();
            if (!platform::headless::frame_requested()) return;
        }
        FAIL("frames are drawn without end");
    }

    ui::Node const* find(Role role, std::string_view name) {
        for (ui::Node const* node : ui::find_all(role))
            if (node->name == name && ui::reachable(*node)) return node;
        return nullptr;
    }
    bool sees(Role role, std::string_view name) { return find(role, name) != nullptr; }
    // By a part of the name: texts of paragraphs, lists with counts.
    ui::Node const* find_part(Role role, std::string_view part) {
        for (ui::Node const* node : ui::find_all(role, part))
            if (ui::reachable(*node)) return node;
        return nullptr;
    }
    ui::Node const& get(Role role, std::string_view name) {
        auto const* node = find(role, name);
        REQUIRE_MESSAGE(node, "nothing on the screen is a ", ui::role_name(role), " “", std::string(name), "”:\n", tree());
        return *node;
    }

    void click(Role role, std::string_view name) { click_at(get(role, name).rect.center()); }
    void click_at(ui::Point at, std::string_view chord = {}) {
        ctrl_ = chord.find("Ctrl") != std::string_view::npos;
        pointer(platform::InputKind::pointer_move, at);
        pointer(platform::InputKind::pointer_down, at);
        // As a browser does it: the field loses the keyboard between down and up.
        ui::Node const* field = ui::node_by_id(platform::headless::edited_node());
        if (field && !field->rect.contains(at)) platform::end_text_edit();
        pointer(platform::InputKind::pointer_up, at);
        ctrl_ = false;
        settle();
    }
    // Both presses come before the next frame, however slow the machine.
    void double_click(Role role, std::string_view name) {
        ui::Point const at = get(role, name).rect.center();
        pointer(platform::InputKind::pointer_move, at);
        for (int i = 0; i < 2; ++i) {
            pointer(platform::InputKind::pointer_down, at);
            pointer(platform::InputKind::pointer_up, at);
        }
        settle();
    }
    void drag(ui::Point from, ui::Point to) {
        pointer(platform::InputKind::pointer_move, from);
        pointer(platform::InputKind::pointer_down, from);
        settle();
        for (int i = 1; i <= 5; ++i) {
            float const share = float(i) / 5;
            pointer(platform::InputKind::pointer_move, {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
            settle();
        }
        pointer(platform::InputKind::pointer_up, to);
        settle();
    }

    // Into the field of that name: what a person types there, without leaving it.
    void type(std::string_view field, std::string_view text) {
        click(Role::textbox, field);
        type_here(text);
    }
    void type_here(std::string_view text) {
        uint32_t const field = platform::headless::edited_node();
        REQUIRE_MESSAGE(field != 0, "no field has the keyboard");
        platform::InputEvent event;
        event.kind = platform::InputKind::text_draft;
        event.node = field;
        event.edit_revision = ++edit_revision_;
        event.text = text;
        push(std::move(event));
    }
    void enter() { field_event(platform::InputKind::text_enter); }
    void escape_field() { field_event(platform::InputKind::text_cancel); }
    void leave() {
        platform::end_text_edit();
        settle();
    }
    void press(std::string_view key, std::string_view chord = {}) {
        platform::InputEvent event;
        event.kind = platform::InputKind::key_down;
        event.key = key;
        event.ctrl = chord.find("Ctrl") != std::string_view::npos;
        event.shift = chord.find("Shift") != std::string_view::npos;
        push(std::move(event));
    }
    // From a drop-down: opens it and takes the option.
    void choose(std::string_view name, std::string_view option) {
        click(Role::combobox, name);
        click(Role::option, option);
    }

    // By the line at the end of the first column, which stays for the next one until it is left.
    void add_lead(std::string_view title) {
        click(Role::button, "Add to Not processed");
        type_here(title);
        enter();
        leave();
    }

    std::string last_note() {  // what the live region said last
        auto const said = ui::announcements();
        return said.empty() ? "" : said.back();
    }
    std::map<std::string, std::string> preferences;
    views::SaveStatusView saving;
    std::string route;
    struct Download {
        std::string name, bytes;
    };
    std::vector<Download> downloads;
    views::FileBytes next_file;
    int take_overs = 0;
    views::StorageView storage;
    // The states that are kept, and the bytes of each; while `refuse_to_keep` is told, none is.
    std::vector<views::SnapshotView> kept;
    std::map<uint64_t, std::string> kept_bytes;
    std::string refuse_to_keep;
    std::vector<std::string> restored;  // databases that were put in place
    std::string database_bytes = "SQLite format 3";

    std::string tree() {
        std::string text;
        for (auto const& node : ui::nodes())
            if (ui::reachable(node) && !node.name.empty()) text += std::string(ui::role_name(node.role)) + " “" + node.name + "”\n";
        return text;
    }

private:
    views::ShellServices services() {
        views::ShellServices services;
        services.choose_file = [this](std::string_view, views::FileChosen chosen) { chosen(next_file); };
        services.download = [this](std::string_view name, std::string_view, std::string_view bytes) {
            downloads.push_back({std::string(name), std::string(bytes)});
        };
        services.set_route = [this](std::string_view to, views::RouteStep) { route = to; };
        services.preference = [this](std::string_view key) { return preferences[std::string(key)]; };
        services.set_preference = [this](std::string_view key, std::string_view value) { preferences[std::string(key)] = value; };
        services.system_language = [] { return Language::english; };
        services.save_status = [this] { return saving; };
        services.take_over = [this] { ++take_overs; };
        services.database_file = [this] { return database_bytes; };
        services.storage = [this] { return storage; };
        services.backup_saved = [this] { storage.last_backup_ms = platform::now_ms(); };
        services.snapshots = [this] { return kept; };
        services.keep_state = [this](views::SnapshotBefore before, std::string note, std::function<void(Result<views::Kept>)> on_kept) {
            if (!refuse_to_keep.empty()) return on_kept(fail(ErrorKind::storage, refuse_to_keep));
            kept.insert(kept.begin(), {kept.size() + 1, platform::now_ms(), before, 4096, std::move(note)});
            on_kept(views::Kept::yes);
        };
        services.read_snapshot = [this](uint64_t seq, std::function<void(Result<std::string>)> on_read) { on_read(kept_bytes[seq]); };
        services.restore = [this](std::string database, std::function<void(Error)>) { restored.push_back(std::move(database)); };
        return services;
    }

    void push(platform::InputEvent event) {
        event.at_ms = platform::monotonic_ms();
        platform::headless::push_input(std::move(event));
        settle();
    }
    void pointer(platform::InputKind kind, ui::Point at) {
        platform::InputEvent event;
        event.kind = kind;
        event.ctrl = ctrl_;
        event.x = at.x, event.y = at.y;
        event.at_ms = platform::monotonic_ms();
        platform::headless::push_input(std::move(event));
    }
    void field_event(platform::InputKind kind) {
        platform::InputEvent event;
        event.kind = kind;
        event.node = platform::headless::edited_node();
        event.edit_revision = ++edit_revision_;
        push(std::move(event));
    }

    std::unique_ptr<app::Workspace> workspace_;
    std::unique_ptr<views::Shell> shell_;
    uint32_t edit_revision_ = 0;
    bool ctrl_ = false;
};

}  // namespace leadkeep::tests
