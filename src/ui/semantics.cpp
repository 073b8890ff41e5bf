// Recording and searching the tree.
#include "ui/semantics.h"

#include <algorithm>
#include <utility>

#include "ui/context.h"
#include "ui/interact.h"

namespace leadkeep::ui {

char const* role_name(Role role) {
    static constexpr char const* names[] = {
        "none", "text", "heading", "region", "navigation", "main", "banner", "form", "search", "group", "toolbar",
        "list", "listitem", "button", "link", "checkbox", "switch", "radio", "radiogroup", "tab", "tablist", "tabpanel",
        "textbox", "combobox", "listbox", "option", "menu", "menuitem", "menuitemradio", "menuitemcheckbox", "dialog", "alertdialog", "status", "alert",
        "progressbar", "table", "row", "columnheader", "cell", "img", "separator", "grid", "gridcell"};
    static_assert(std::size(names) == size_t(Role::gridcell) + 1);
    return names[size_t(role)];
}

Node& record(Role role, std::string_view name, Rect rect, uint32_t id) {
    Context& c = ctx();
    if (id == 0) id = id_of(name.empty() ? std::string_view(role_name(role)) : name);
    while (!c.used_ids.insert(id)) id = std::max((id + 1) & 0x7FFFFFFF, 1U);
    Node node;
    node.id = id;
    node.parent = c.parents.empty() ? 0 : c.parents.back();
    // A list owns nothing but its items; what else is drawn in it belongs beside it.
    if (c.card_list_node && node.parent == c.card_list_node && role != Role::listitem) node.parent = c.parents[c.parents.size() - 2];
    node.role = role;
    node.name = name;
    node.rect = rect;
    node.clip = clip();
    node.layer = c.layer;
    node.states.disabled = !c.disabled.empty() && c.disabled.back();
    c.last_id = id;
    c.building.push_back(std::move(node));
    return c.building.back();
}

Node* recorded(uint32_t id) {
    auto& nodes = ctx().building;
    for (size_t i = nodes.size(); i-- > 0;)
        if (nodes[i].id == id) return &nodes[i];
    return nullptr;
}

void open_node(uint32_t id) { ctx().parents.push_back(id); }
void close_node() { ctx().parents.pop_back(); }

void say(std::string_view text) {
    ctx().said.emplace_back(text);
    ctx().said_to_page.emplace_back(text);
}
void announce(std::string_view text) { say(text); }

Group::Group(Role role, std::string_view name, GroupOptions const& o) {
    uint32_t const id = id_of(o.id.empty() ? name : o.id);
    Node& node = record(role, name, o.rect.empty() ? ctx().layouts.back().area : o.rect, id);
    node.description = o.description;
    node.states = o.states;
    node.set_size = o.set_size;
    node.position = o.position;
    open_node(node.id);
    push_id(node.id);
}
Group::~Group() {
    pop_id();
    close_node();
}

std::vector<Node> const& nodes() { return ctx().finished; }

Node const* node_by_id(uint32_t id) {
    Context& c = ctx();
    auto const found = c.finished_index.find(id);
    return found ? &c.finished[*found] : nullptr;
}

Node const* find(Role role, std::string_view name) {
    Node const* hidden = nullptr;
    for (Node const& node : ctx().finished)
        if (node.role == role && (name.empty() || node.name == name)) {
            if (reachable(node)) return &node;
            hidden = &node;
        }
    return hidden;
}

std::vector<Node const*> find_all(Role role, std::string_view name_part) {
    std::vector<Node const*> all;
    for (Node const& node : ctx().finished)
        if (node.role == role && node.name.find(name_part) != std::string::npos) all.push_back(&node);
    return all;
}

bool reachable(Node const& node) { return !behind_modal(node.id) && !node.clip.intersect(node.rect).empty(); }

uint32_t focused_node() { return ctx().focus; }

std::vector<std::string> announcements() { return std::exchange(ctx().said, {}); }

}  // namespace leadkeep::ui
