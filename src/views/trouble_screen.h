// The screen that stands where the app can't start: storage blocked, the database damaged, gone or of a newer version. It
// says what happened, what was kept and the way on. Needs no workspace.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ui/theme.h"

namespace leadkeep::views {

struct TroubleAction {
    std::string label;
    std::function<void()> run;
};
struct TroubleLine {
    std::string text;
    ui::Tone tone = ui::Tone::neutral;
};
// Further choices below the main ones, under a heading of their own.
struct TroubleGroup {
    std::string title, text;
    std::vector<TroubleAction> actions;
};
struct TroubleView {
    std::string title;                   // "Your data can't be read"
    std::string text;                    // what happened, what was kept, what to do
    std::string detail;                  // for a bug report; may be empty
    std::vector<TroubleAction> actions;  // the first is the main one
    std::string list_title;
    std::vector<TroubleLine> lines{};    // what is there and what is not
    std::vector<TroubleGroup> groups{};
    std::string refusal{};               // why the last choice did not work
};

// Draws the whole window; call it each frame instead of Shell::frame().
void trouble_screen(TroubleView const& trouble);

// Ready-made texts in the person's language, with the actions given. Damaged and lost data: views/recovery.h.
TroubleView storage_blocked(std::string detail, std::function<void()> try_again);
TroubleView newer_database(std::function<void()> save_file, std::function<void()> reload);
TroubleView opening_failed(std::string detail, std::function<void()> try_again, std::function<void()> save_file);

}  // namespace leadkeep::views
