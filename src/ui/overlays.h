// What lies over the screen: dialogs, the side panel, menus, toasts. What is below a modal one is out of reach for
// pointer, keyboard and screen reader; Escape and a press outside dismiss the topmost; focus returns where it was.
// A dialog or panel is shown while the screen constructs it each frame; whether it is open is the screen's state.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "ui/buttons.h"
#include "ui/icons.h"
#include "ui/layout.h"

namespace leadkeep::ui {

enum class DialogKind : uint8_t { dialog, alert };  // alert: a question that must be answered (alertdialog)
struct DialogOptions {
    DialogKind kind = DialogKind::dialog;
    float width_px = 480;       // full screen on a phone
    float max_height_px = 720;  // the body scrolls inside
    std::string_view description;
    std::string_view id;        // default: the name
};
// Dialog dialog(tr("New lead")); … fields …; { DialogFooter footer; if (primary_button(tr("Add"))) … }
// if (dialog.dismissed()) state.open = false;
class Dialog {
public:
    explicit Dialog(std::string_view name, DialogOptions const& options = {});
    ~Dialog();
    Dialog(Dialog const&) = delete;
    Dialog& operator=(Dialog const&) = delete;
    bool dismissed() const { return dismissed_; }  // Escape, ×, a press outside

private:
    bool dismissed_ = false;
    void* state_ = nullptr;
};
// A row of buttons at the dialog's foot, aligned to the end; stays while the body scrolls. The last thing in a Dialog.
class DialogFooter {
public:
    DialogFooter();
    ~DialogFooter();
};

struct SidePanelOptions {
    float width_px = panel_width_px;  // full screen on a phone
    std::string_view id;
    std::string_view subject;         // what it shows: another one takes the keyboard as a newly opened panel does
};
// The lead's card: slides in from the right over the board, which stays within reach of pointer, keyboard and screen
// reader beside it; only on a phone it covers all and is modal. area() is its whole inside, padding is the screen's matter.
class SidePanel {
public:
    explicit SidePanel(std::string_view name, SidePanelOptions const& options = {});
    ~SidePanel();
    SidePanel(SidePanel const&) = delete;
    SidePanel& operator=(SidePanel const&) = delete;
    Rect area() const { return area_; }
    bool dismissed() const { return dismissed_; }

private:
    Rect area_;
    bool dismissed_ = false;
};

// Menus. if (icon_button(Icon::more, tr("Column menu"))) open_popup("column");
// if (Menu menu("column"); menu) { if (menu_item(tr("Rename"), Icon::edit)) …; }
// open_popup anchors to the widget placed last; choosing an item closes the menu.
void open_popup(std::string_view id);
void open_popup_at(std::string_view id, Point at);  // a context menu
void close_popup();
class Menu {
public:
    explicit Menu(std::string_view id, std::string_view name = {}, float min_width_px = 180);
    ~Menu();
    Menu(Menu const&) = delete;
    Menu& operator=(Menu const&) = delete;
    explicit operator bool() const { return open_; }

private:
    bool open_ = false;
    void* state_ = nullptr;
};
enum class MenuChoice : uint8_t { closes, stays };  // stays: one of several that are ticked
struct MenuItemOptions {
    bool enabled = true;
    Tristate checked = Tristate::unset;
    MenuChoice choice = MenuChoice::closes;
    Tone tone = Tone::neutral;      // bad: destructive
    std::string_view keys;
};
bool menu_item(std::string_view label, Icon icon = Icon::none, MenuItemOptions const& options = {});
void menu_separator();
// A popup with any content (a filter's editor, a calendar): a column of the given width.
class Popup {
public:
    explicit Popup(std::string_view id, std::string_view name, float width_px = 280, Insets pad = Insets::all(12));
    ~Popup();
    Popup(Popup const&) = delete;
    Popup& operator=(Popup const&) = delete;
    explicit operator bool() const { return open_; }

private:
    bool open_ = false;
    void* state_ = nullptr;
};

// The dark note at the bottom; replaces the one before, goes after 6 s (not while pointed at), is announced.
void toast(std::string text, std::string action_label = {}, std::function<void()> on_action = {});
void dismiss_toast();

// A bar of buttons over the screen's foot, role toolbar; toasts stand above it. Not modal.
class FloatingBar {
public:
    FloatingBar(std::string_view name, Rect rect);
    ~FloatingBar();
    FloatingBar(FloatingBar const&) = delete;
    FloatingBar& operator=(FloatingBar const&) = delete;
};

}  // namespace leadkeep::ui
