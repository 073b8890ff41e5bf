// What the screens share while the shell lives: the workspace they read, the commands they put out, and which dialogs
// are open. Each part's own state is declared beside its screen.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/workspace.h"
#include "views/board_state.h"
#include "views/card_panel.h"
#include "views/client_form.h"
#include "views/client_list.h"
#include "views/command_palette.h"
#include "views/command_queue.h"
#include "views/convert_dialog.h"
#include "views/deal_form.h"
#include "views/enquiry_form.h"
#include "views/gallery.h"
#include "views/import_view.h"
#include "views/location.h"
#include "views/loss_dialog.h"
#include "views/mode_dialog.h"
#include "views/shell_services.h"
#include "views/storage_settings.h"
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
    std::map<std::string, std::vector<float>> column_widths{};  // by table, see column_widths.h
    ClientListState clients{};
    CardPanelState card{};
    std::optional<EnquiryForm> enquiry{};
    std::optional<DealForm> deal{};
    std::optional<ClientForm> client{};
    std::optional<ConvertForm> convert{};
    std::optional<LossQuestion> loss{};
    std::optional<ModeQuestion> mode{};
    ImportState import{};
    SyncState sync{};
    StorageState storage{};
    std::optional<CommandPalette> palette{};
    std::optional<GalleryState> gallery{};
    bool keys_help_open = false;
    bool files_over = false;  // files hang over the window

    // Outlives nothing: who is called back later sees by it whether the screens are still there (see while_open).
    std::shared_ptr<ShellState*> self = std::make_shared<ShellState*>(this);

    // Goes there and says so in the address.
    void go(Location location, RouteStep step = RouteStep::push);
    void open_page(Page page);
    // What belongs to the page that is left: its search, its quick form (the text typed there is kept), the chosen cards.
    void leave_page();
    void open_card(RecordRef record, RouteStep step = RouteStep::push);
    void close_card();
    app::Mode mode_now() const { return workspace.mode(); }
    // Boards, forms and buttons name an enquiry by what it becomes.
    bool simple() const { return workspace.mode() == app::Mode::simple; }
};

// For what is called back later (a file chooser, a snapshot, a toast): `call(state, …)` unless the screens are gone by then,
// as after a restored backup.
template <class Call>
auto while_open(ShellState& state, Call call) {
    return [weak = std::weak_ptr(state.self), call = std::move(call)](auto&&... arguments) {
        if (auto const open = weak.lock()) call(**open, std::forward<decltype(arguments)>(arguments)...);
    };
}

// The status of saving; a database of a newer version is read-only whatever the storage says.
SaveStatusView save_status(ShellState& state);

// Keys that work on a screen and on the card that lies over it: Undo, Redo, the command palette.
void keys_of_screen_and_card(ShellState& state);

// Shows an error as a note at the bottom of the screen.
void show_error(Error const& error);
// The outcome of a command, with Undo where it can be undone.
void show_outcome(ShellState& state, app::Outcome const& outcome);

}  // namespace leadkeep::views
