// A record's card over its board: head with stages, fields, timeline. Leads, deals, contacts and companies share it.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/snapshots.h"
#include "ui/geometry.h"

namespace leadkeep::views {

struct ShellState;

struct CardPanelState {
    std::optional<RecordRef> record;  // whose the rest of this is; another card begins anew

    bool all_fields = false;          // the empty ones too
    std::map<std::string, std::string> errors;    // by field: why what was typed can't be taken
    std::map<std::string, std::string> unsaved;   // by field: drafts that were found when the card was opened

    bool adding_channel = false, channel_editing = false;
    std::optional<ChannelId> edited_channel;
    std::string new_channel;
    int round = 0;                    // fresh fields after each addition

    enum class Composer : uint8_t { note, call, meeting, task };
    int composer = 0;
    std::string note, due;            // of the composer; `note` is an activity's subject as well
    int done_already = 0, incoming = 0;  // the composer's switches: plan or log, outgoing or incoming
    std::optional<int64_t> duration_min;
    float composer_px = 0;
    size_t events_shown = 0;

    bool adding_manager = false;      // a name for a new manager is being asked
    std::string new_manager;

    int phone_tab = 0;                // fields or timeline
};

void card_panel(ShellState& state);

// Its parts. Between a section's heading and what stands below it:
inline constexpr float below_section_px = 6;
void card_fields(ShellState& state, app::RecordView const& card, ui::Rect area);
void card_channels(ShellState& state, app::RecordView const& card);
void card_tags(ShellState& state, app::RecordView const& card);
void card_timeline(ShellState& state, app::RecordView const& card, ui::Rect area);
void manager_dialog(ShellState& state);

}  // namespace leadkeep::views
