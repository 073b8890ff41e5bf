// What the screens share while the shell lives: the workspace they read, the commands they put out, and which dialogs
// are open. Each part's own state is declared beside its screen.
#pragma once

#include <optional>
#include <string>

#include "app/workspace.h"
#include "views/board_state.h"
#include "views/card_panel.h"
#include "views/command_queue.h"
#include "views/convert_dialog.h"
#include "views/deal_form.h"
#include "views/enquiry_form.h"
#include "views/import_view.h"
#include "views/location.h"
#include "views/loss_dialog.h"
#include "views/mode_dialog.h"
#include "views/shell_services.h"
#include "views/sync_view.h"

namespace leadkeep::views {

struct ShellState {
    app::Workspace& workspace;
    ShellServices services;

    Location location{};
    CommandQueue commands{};
    std::string search{};
    bool search_open = false;  // the phone's search line
    bool search_wanted = false;  // the search takes the keyboard in the next frame

    BoardState board{};
    CardPanelState card{};
    std::optional<EnquiryForm> enquiry{};
    std::optional<DealForm> deal{};
    std::optional<ConvertForm> convert{};
    std::optional<LossQuestion> loss{};
    std::optional<ModeQuestion> mode{};
    ImportState import{};
    SyncState sync{};
    bool keys_help_open = false;
    bool files_over = false;  // files hang over the window

    // Goes there and says so in the address.
    void go(Location location, RouteStep step = RouteStep::push);
    void open_page(Page page);
    void open_card(RecordRef record, RouteStep step = RouteStep::push);
    void close_card();
    app::Mode mode_now() const { return workspace.mode(); }
    // Boards, forms and buttons name an enquiry by what it becomes.
    bool simple() const { return workspace.mode() == app::Mode::simple; }
};

// Shows an error as a note at the bottom of the screen.
void show_error(Error const& error);
// The outcome of a command, with Undo where it can be undone.
void show_outcome(ShellState& state, app::Outcome const& outcome);

}  // namespace leadkeep::views
