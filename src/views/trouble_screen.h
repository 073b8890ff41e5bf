// The screen that stands where the app can't start: storage blocked, the database damaged or of a newer version. It
// says what happened, what was kept and the way on. Needs no workspace.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace leadkeep::views {

struct TroubleAction {
    std::string label;
    std::function<void()> run;
};
struct TroubleView {
    std::string title;                   // "Your data can't be read"
    std::string text;                    // what happened, what was kept, what to do
    std::string detail;                  // for a bug report; may be empty
    std::vector<TroubleAction> actions;  // the first is the main one
};

// Draws the whole window; call it each frame instead of Shell::frame().
void trouble_screen(TroubleView const& trouble);

// Ready-made texts in the person's language, with the actions given.
TroubleView damaged_database(std::string detail, std::function<void()> save_file);
// The browser has lost the data: never shown as an empty board. `last_saved` is a date to show, or "".
TroubleView data_gone(std::string const& last_saved, std::function<void()> begin_anew, std::function<void()> reload);
TroubleView storage_blocked(std::string detail, std::function<void()> try_again);
TroubleView newer_database(std::function<void()> save_file, std::function<void()> reload);
TroubleView opening_failed(std::string detail, std::function<void()> try_again, std::function<void()> save_file);

}  // namespace leadkeep::views
