#include "views/trouble_screen.h"

#include <algorithm>

#include "base/i18n.h"
#include "ui/widgets.h"

namespace leadkeep::views {

void trouble_screen(TroubleView const& trouble) {
    ui::Rect const screen = ui::viewport();
    ui::fill(screen, ui::color(ui::Token::bg));
    float const width = std::min(520.f, screen.w - 32);
    ui::Rect const area{screen.x + (screen.w - width) / 2, std::max(32.f, screen.h * 0.24f), width, screen.h};
    ui::Group region(ui::Role::main, trouble.title, {.rect = area});
    ui::Column column(area, {.gap_px = 12});
    ui::icon(ui::Icon::warning, ui::Token::warning, 32);
    ui::heading(trouble.title, 1);
    ui::paragraph(trouble.text);
    {
        ui::Row row({.gap_px = 8, .pad = {0, 8, 0, 8}, .wrap = true});
        for (size_t i = 0; i < trouble.actions.size(); ++i)
            if (ui::button(trouble.actions[i].label, {.kind = i == 0 ? ui::ButtonKind::primary : ui::ButtonKind::secondary}))
                trouble.actions[i].run();
    }
    if (!trouble.detail.empty()) ui::paragraph(trouble.detail, ui::TextStyle::small, ui::Token::text3);
}

namespace {

void offer(TroubleView& trouble, char const* label, std::function<void()> run) {
    if (run) trouble.actions.push_back({label, std::move(run)});
}

}  // namespace

TroubleView damaged_database(std::string detail, std::function<void()> save_file) {
    TroubleView trouble{tr("The saved data is damaged"),
                        tr("Leadkeep could not read what it saved in this browser, and has changed nothing. Save the file as it is, then "
                           "import your latest sync file into a fresh browser profile, or ask for help with the saved file."),
                        std::move(detail), {}};
    offer(trouble, tr("Save the file"), std::move(save_file));
    return trouble;
}

TroubleView data_gone(std::string const& last_saved, std::function<void()> begin_anew, std::function<void()> reload) {
    TroubleView trouble{tr("The browser has lost your data"),
                        tr("There was a Leadkeep database in this browser, and it is no longer there: the browser or a cleaning program "
                           "removed it. Begin with an empty database and import your latest sync file into it; what that file holds comes back."),
                        {}, {}};
    if (!last_saved.empty()) trouble.detail = trf("Last saved here: {0}", {last_saved});
    offer(trouble, tr("Begin with an empty database"), std::move(begin_anew));
    offer(trouble, tr("Look again"), std::move(reload));
    return trouble;
}

TroubleView storage_blocked(std::string detail, std::function<void()> try_again) {
    TroubleView trouble{tr("The browser does not let Leadkeep store data"),
                        tr("Leadkeep keeps everything in this browser's own storage (IndexedDB), which is blocked or not available now. Allow "
                           "site data for this page, leave the private window, or free some disk space; then try again."),
                        std::move(detail), {}};
    offer(trouble, tr("Try again"), std::move(try_again));
    return trouble;
}

TroubleView newer_database(std::function<void()> save_file, std::function<void()> reload) {
    TroubleView trouble{tr("The data was written by a newer Leadkeep"),
                        tr("This version can't change it without harm. Reload the page to get the newer program; nothing was changed."), {}, {}};
    offer(trouble, tr("Reload"), std::move(reload));
    offer(trouble, tr("Save the file"), std::move(save_file));
    return trouble;
}

TroubleView opening_failed(std::string detail, std::function<void()> try_again, std::function<void()> save_file) {
    TroubleView trouble{tr("Leadkeep could not open your data"),
                        tr("Nothing was changed. Trying again often helps; if not, save the file as it is and ask for help with it."),
                        std::move(detail), {}};
    offer(trouble, tr("Try again"), std::move(try_again));
    offer(trouble, tr("Save the file"), std::move(save_file));
    return trouble;
}

}  // namespace leadkeep::views
