#include "views/shell.h"

#include <algorithm>

#include "base/i18n.h"
#include "ui/app_frame.h"
#include "ui/widgets.h"
#include "views/board_view.h"
#include "views/client_list.h"
#include "views/command_palette.h"
#include "views/gallery.h"
#include "views/keys_help.h"
#include "views/messages.h"
#include "views/navigation.h"
#include "views/new_record.h"
#include "views/settings_view.h"
#include "views/shell_state.h"
#include "views/stage_dialogs.h"
#include "views/top_bar.h"

namespace leadkeep::views {

namespace {
constexpr double job_slice_ms = 9;    // what drawing leaves of a frame at 60 Hz
constexpr double ahead_slice_ms = 3;  // what nobody waits for may take: it comes between a key and its frame
}

void ShellState::go(Location to, RouteStep step) {
    if (to == location) return;
    ui::finish_edit();
    location = std::move(to);
    if (services.set_route) services.set_route(route_of(location), step);
    ui::request_frame();
}

void ShellState::open_page(Page page) {
    leave_page();
    go({page, SettingsSection::general, std::nullopt});
}

void ShellState::leave_page() {
    search.clear();
    search_open = false;
    board.quick_stage.reset();
    board.choice = {};
}

void ShellState::open_card(RecordRef record, RouteStep step) {
    Location to = location;
    Page const page = page_of(record.entity);
    bool const exists = page != Page::leads || !simple();  // Simple shows old leads over the deals
    if (exists && to.page != page) {
        to.page = page;
        search.clear();
    }
    to.card = record;
    go(std::move(to), step);
}

void ShellState::close_card() {
    Location to = location;
    to.card.reset();
    go(std::move(to), RouteStep::push);
}

SaveStatusView save_status(ShellState& state) {
    auto status = state.services.save_status ? state.services.save_status() : SaveStatusView{};
    if (state.workspace.writability() == app::Writability::newer_schema_read_only)
        status.state = SaveState::read_only, status.reason = ReadOnlyReason::newer_version, status.text.clear();
    return status;
}

void show_error(Error const& error) {
    ui::toast(describe(error));
    ui::request_frame();
}

void show_outcome(ShellState& state, app::Outcome const& outcome) {
    if (outcome.message.empty()) return;
    if (outcome.can_undo == app::Outcome::CanUndo::yes)
        ui::toast(outcome.message, tr("Undo"), while_open(state, [](ShellState& open) {
            open.commands.push(app::Undo{});
            ui::request_frame();
        }));
    else
        ui::toast(outcome.message);
}

void keys_of_screen_and_card(ShellState& state) {
    if (!ui::editing_text()) {
        if (ui::shortcut("Ctrl+Z")) state.commands.push(app::Undo{});
        if (ui::shortcut("Ctrl+Shift+Z") || ui::shortcut("Ctrl+Y")) state.commands.push(app::Redo{});
    }
    if (ui::shortcut("Ctrl+K")) open_command_palette(state);
}

struct Shell::State : ShellState, std::enable_shared_from_this<Shell::State> {
    State(app::Workspace& shown, ShellServices given) : ShellState{shown, std::move(given)} {}

    std::string shown_title;
    bool slice_is_coming = false, ahead_is_coming = false;
    double paced_frame_ms = 0, progress_due_ms = 0;

    void keys();
    void page(ui::Rect area);
    void screen();
    void dialogs();
    void carry_out();
    void title();
    void keep_job_at_work();
    void call_for_slice();
    void job_slice();
    void pace_progress();
    void keep_reading_ahead();
};

void Shell::State::keys() {
    keys_of_screen_and_card(*this);
    bool const free = !enquiry && !deal && !client && !convert && !loss && !mode && !import.plan && !import.result && !sync.preview && !sync.merged &&
                      !storage.question && !keys_help_open && !palette && !board.columns.form && !board.columns.deletion;
    if (!free) return;
    if (ui::shortcut("?")) keys_help_open = true;
    if (location.card || location.page == Page::gallery) return;
    if (ui::shortcut("N")) open_new_record_form(*this);
    if (location.page != Page::settings && (ui::shortcut("/") || ui::shortcut("Ctrl+F"))) focus_search(*this);
}

void Shell::State::page(ui::Rect area) {
    switch (location.page) {
        case Page::leads: return board_view(*this, area, app::Board::leads);
        case Page::deals: return board_view(*this, area, app::Board::deals);
        case Page::contacts: return client_list(*this, area, Entity::contact);
        case Page::companies: return client_list(*this, area, Entity::company);
        case Page::settings: return settings_view(*this, area);
        case Page::gallery: return;  // a screen of its own
    }
}

void Shell::State::screen() {
    if (location.page == Page::gallery) return gallery_view(*this);
    ui::Rect area = ui::viewport();
    if (ui::is_phone()) bottom_navigation(*this, area.cut_bottom(ui::phone_bar_px + ui::home_bar_px()));
    else side_navigation(*this, area.cut_left(ui::nav_width_px));
    area = banners(*this, area);
    top_bar(*this, area.cut_top(ui::top_bar_px));
    ui::Group main(ui::Role::main, tr("Screen"), {.rect = area});
    page(area);
    job_strip(*this, area);
}

void Shell::State::dialogs() {
    card_panel(*this);
    enquiry_form(*this);
    deal_form(*this);
    client_form(*this);
    convert_dialog(*this);
    loss_dialog(*this);
    stage_dialogs(*this);
    manager_dialog(*this);
    import_dialog(*this);
    import_result_dialog(*this);
    sync_dialogs(*this);
    restore_dialog(*this);
    mode_dialog(*this);
    views::keys_help(*this);
    command_palette(*this);
    drop_sheet(*this, ui::viewport());
}

// What was put out while drawing. A continuation may put out more; a few rounds are enough for any chain we have.
void Shell::State::carry_out() {
    for (int round = 0; round < 4 && !commands.empty(); ++round) {
        for (auto& [command, then, refused] : commands.take()) {
            auto outcome = workspace.run(std::move(command));
            if (!outcome) {
                show_error(outcome.error());
                if (refused) refused();
                continue;
            }
            show_outcome(*this, *outcome);
            if (then) then(*outcome);
        }
        ui::request_frame();
    }
}

void Shell::State::title() {
    if (!services.set_title) return;
    std::string title = page_title(location.page);
    if (location.card)
        if (auto const& shown = workspace.record(*location.card)) title = shown->title;
    title += " — Leadkeep";
    if (title == shown_title) return;
    services.set_title(title);
    shown_title = std::move(title);
}

// Between frames, so that neither a slow screen nor a hidden tab slows the work.
void Shell::State::keep_job_at_work() {
    if (!workspace.job()) return;
    if (services.call_soon) {
        if (!slice_is_coming) call_for_slice();
    } else {
        ui::request_frame();
        workspace.step_job(job_slice_ms);
    }
}

void Shell::State::call_for_slice() {
    slice_is_coming = true;
    services.call_soon([weak = weak_from_this()] {
        if (auto const state = weak.lock()) state->job_slice();
    });
}

void Shell::State::job_slice() {
    slice_is_coming = false;
    pace_progress();
    workspace.step_job(job_slice_ms);
    if (workspace.job()) call_for_slice();
    else ui::request_frame();
}

// Drawing the progress takes at most a tenth of the time: a frame is over when the browser lets the work go on.
void Shell::State::pace_progress() {
    double const now_ms = ui::clock_ms();
    if (paced_frame_ms != ui::frame_ms()) {
        paced_frame_ms = ui::frame_ms();
        progress_due_ms = now_ms + std::clamp(9 * (now_ms - paced_frame_ms), 100.0, 1000.0);
    }
    if (now_ms >= progress_due_ms) ui::request_frame();
}

// While nothing else is to be done: a search then has everything at hand.
void Shell::State::keep_reading_ahead() {
    if (!services.call_soon || ahead_is_coming || workspace.job() || !workspace.has_to_read_ahead()) return;
    ahead_is_coming = true;
    services.call_soon([weak = weak_from_this()] {
        auto const state = weak.lock();
        if (!state) return;
        state->ahead_is_coming = false;
        if (state->workspace.job()) return;
        if (state->workspace.read_ahead(ahead_slice_ms)) state->keep_reading_ahead();
        else ui::request_frame();  // what is counted of all is known now
    });
}

Shell::Shell(app::Workspace& workspace, ShellServices services) : state_(std::make_shared<State>(workspace, std::move(services))) {
    apply_preferences(*state_);
    if (state_->simple()) state_->location.page = Page::deals;
    workspace.on_queued_outcome = [this](Result<app::Outcome> outcome) {
        if (outcome) show_outcome(*state_, *outcome);
        else show_error(outcome.error());
    };
    workspace.on_job_end = [this](app::Job& job) {
        if (import_job_ended(*state_, job) == JobTaken::no && sync_job_ended(*state_, job) == JobTaken::no) check_job_ended(*state_, job);
    };
}

Shell::~Shell() {
    state_->workspace.on_queued_outcome = {};
    state_->workspace.on_job_end = {};
}

void Shell::frame() {
    state_->keys();
    if (state_->simple() && state_->location.page == Page::leads) state_->location.page = Page::deals;
    state_->screen();
    state_->dialogs();
    state_->carry_out();
    state_->title();
    state_->keep_job_at_work();
    state_->keep_reading_ahead();
}

void Shell::visit(std::string_view route) {
    ui::finish_edit();
    Location to = location_of(route, state_->mode_now());
    if (to.page != state_->location.page) state_->leave_page();
    state_->location = std::move(to);
    ui::request_frame();
}

void Shell::file_drag(FileDrag phase) { state_->files_over = phase == FileDrag::over; }

void Shell::file_dropped(Result<FileBytes> file) {
    state_->files_over = false;
    if (!file) return show_error(file.error());
    receive_file(*state_, std::move(*file));
}

}  // namespace leadkeep::views
