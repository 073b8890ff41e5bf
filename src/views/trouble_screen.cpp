#include "views/trouble_screen.h"

#include <algorithm>
#include <cmath>

#include "base/i18n.h"
#include "ui/widgets.h"

namespace leadkeep::views {

namespace {

void buttons(std::vector<TroubleAction> const& actions, std::string_view id, ui::ButtonKind first) {
    ui::Row row({.gap_px = 8, .pad = {0, 8, 0, 8}, .wrap = true, .id = id});
    for (size_t i = 0; i < actions.size(); ++i)
        if (ui::button(actions[i].label, {.kind = i == 0 ? first : ui::ButtonKind::secondary})) {
            auto const run = actions[i].run;  // it may replace what is drawn
            run();
        }
}

void lines(TroubleView const& trouble) {
    if (trouble.lines.empty()) return;
    ui::Column column({.gap_px = 0});
    ui::Group list(ui::Role::list, trouble.list_title, {.set_size = int(trouble.lines.size())});
    for (auto const& line : trouble.lines) {
        ui::Scope scope(line.text);
        float const text_px = std::floor(ui::remaining().w) - 28;
        ui::Rect const rect = ui::place(0, ui::wrapped_height(line.text, ui::TextStyle::body, text_px) + 16);
        ui::Group item(ui::Role::listitem, line.text, {.rect = rect});
        ui::line_h(rect.x, rect.bottom() - 1, rect.w, ui::color(ui::Token::line));
        ui::Icon const icon = line.tone == ui::Tone::good ? ui::Icon::success : ui::Icon::warning;
        ui::draw_icon(icon, {rect.x + 8, rect.y + 17}, 16, ui::color(ui::tone_pair(line.tone).text));
        ui::draw_wrapped({rect.x + 26, rect.y + 8, text_px, rect.h - 16}, line.text, ui::TextStyle::body, ui::color(ui::Token::text1));
    }
}

void content(TroubleView const& trouble) {
    ui::icon(ui::Icon::warning, ui::Token::warning, 32);
    ui::heading(trouble.title, 1);
    if (!trouble.text.empty()) ui::paragraph(trouble.text);
    lines(trouble);
    if (!trouble.refusal.empty()) ui::banner(ui::Tone::bad, trouble.refusal);
    if (!trouble.actions.empty()) buttons(trouble.actions, "main", ui::ButtonKind::primary);
    for (auto const& group : trouble.groups) {
        ui::Scope scope(group.title);
        ui::section(group.title);
        if (!group.text.empty()) ui::paragraph(group.text, ui::TextStyle::small);
        buttons(group.actions, group.title, ui::ButtonKind::secondary);
    }
    if (!trouble.detail.empty()) ui::paragraph(trouble.detail, ui::TextStyle::small, ui::Token::text3);
}

}  // namespace

void trouble_screen(TroubleView const& trouble) {
    ui::Rect const screen = ui::viewport();
    float const width = std::min(520.f, screen.w - 32), side = (screen.w - width) / 2;
    bool const tall = !trouble.lines.empty() || trouble.groups.size() > 1;
    ui::Group region(ui::Role::main, trouble.title, {.rect = screen});
    ui::Scroll scroll("trouble", {.rect = screen, .pad = {side, std::max(32.f, screen.h * (tall ? 0.09f : 0.24f)), side, 32}, .gap_px = 12});
    content(trouble);
}

namespace {

void offer(TroubleView& trouble, char const* label, std::function<void()> run) {
    if (run) trouble.actions.push_back({label, std::move(run)});
}

}  // namespace

TroubleView storage_blocked(std::string detail, std::function<void()> try_again) {
    TroubleView trouble{tr("The browser does not let Leadkeep store data"),
                        tr("Leadkeep keeps everything in this browser's own storage (IndexedDB), which is blocked or not available now. Allow "
                           "site data for this page, leave the private window, or free some disk space; then try again."),
                        std::move(detail), {}, {}};
    offer(trouble, tr("Try again"), std::move(try_again));
    return trouble;
}

TroubleView newer_database(std::function<void()> save_file, std::function<void()> reload) {
    TroubleView trouble{tr("The data was written by a newer Leadkeep"),
                        tr("This version can't change it without harm. Reload the page to get the newer program; nothing was changed."), {}, {}, {}};
    offer(trouble, tr("Reload"), std::move(reload));
    offer(trouble, tr("Save the file"), std::move(save_file));
    return trouble;
}

TroubleView opening_failed(std::string detail, std::function<void()> try_again, std::function<void()> save_file) {
    TroubleView trouble{tr("Leadkeep could not open your data"),
                        tr("Nothing was changed. Trying again often helps; if not, save the file as it is and ask for help with it."),
                        std::move(detail), {}, {}};
    offer(trouble, tr("Try again"), std::move(try_again));
    offer(trouble, tr("Save the file"), std::move(save_file));
    return trouble;
}

}  // namespace leadkeep::views
