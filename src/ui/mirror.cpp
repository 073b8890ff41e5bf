// Compares the finished tree with what the page has.
#include "ui/mirror.h"

#include <cmath>
#include <cstdlib>
#include <unordered_map>

#include "ui/context.h"

namespace leadkeep::ui {

namespace {

struct Told {
    Node node;
    Rect at;             // in the parent's content
    uint32_t revision = 0;
    uint64_t seen = 0;
};
struct Page {
    std::unordered_map<uint32_t, Told> nodes;
    std::unordered_map<uint32_t, std::vector<uint32_t>> kids;
    std::vector<uint32_t> behind;
    uint32_t focus = 0;
    uint64_t round = 0;
} page;

void append_text(std::string& out, std::string_view text) {
    out += '"';
    for (char const ch : text) {
        if (ch == '"' || ch == '\\') out += '\\', out += ch;
        else if (ch == '\n') out += "\\n";
        else if (uint8_t(ch) < 0x20) out += ' ';
        else out += ch;
    }
    out += '"';
}

// In quarters: as much as a page's layout keeps apart.
void append_number(std::string& out, float value) {
    static constexpr char const* fractions[] = {"", ".25", ".5", ".75"};
    long const quarters = std::lround(value * 4);
    if (quarters < 0) out += '-';
    out.append(std::to_string(std::labs(quarters) / 4)).append(fractions[std::labs(quarters) % 4]);
}

void append_rect(std::string& out, Rect const& r) {
    append_number(out, r.x), out += ',';
    append_number(out, r.y), out += ',';
    append_number(out, r.w), out += ',';
    append_number(out, r.h);
}

void field(std::string& out, char const* key, std::string_view text) {
    if (text.empty()) return;
    out.append(",\"").append(key).append("\":");
    append_text(out, text);
}
void field(std::string& out, char const* key, int64_t value) {
    out.append(",\"").append(key).append("\":").append(std::to_string(value));
}

char const* kind_name(TextKind kind) {
    static constexpr char const* names[] = {"", "text", "tel", "email", "url", "numeric", "decimal", "date", "multiline", "search"};
    return names[size_t(kind)];
}

void append_states(std::string& out, NodeStates const& s) {
    std::string states;
    auto const flag = [&](char const* name, bool on) {
        if (on) states.append(states.empty() ? "" : ",").append("\"").append(name).append("\":1");
    };
    auto const tristate = [&](char const* name, Tristate value) {
        if (value == Tristate::unset) return;
        states.append(states.empty() ? "" : ",").append("\"").append(name).append("\":");
        states += value == Tristate::on ? "true" : value == Tristate::off ? "false" : "\"mixed\"";
    };
    flag("disabled", s.disabled), flag("required", s.required), flag("invalid", s.invalid), flag("busy", s.busy);
    flag("current", s.current);
    tristate("selected", s.selected), tristate("checked", s.checked);
    tristate("expanded", s.expanded), tristate("pressed", s.pressed);
    if (!states.empty()) out.append(",\"s\":{").append(states).append("}");
}

void append_edit(std::string& out, EditStyle const& e) {
    out.append(",\"e\":{\"kind\":\"").append(kind_name(e.kind)).append("\",\"font\":");
    append_number(out, e.font_px), out.append(",\"line\":");
    append_number(out, e.line_px);
    field(out, "weight", e.weight), field(out, "ink", int64_t(e.ink_rgb));
    out.append(",\"pad\":[");
    append_number(out, e.pad_left_px), out += ',';
    append_number(out, e.pad_right_px), out += ',';
    append_number(out, e.pad_top_px), out += ']';
    if (e.align_end) field(out, "end", 1);
    if (e.max_length) field(out, "max", e.max_length);
    field(out, "hint", e.placeholder);
    out += '}';
}

void append_node(std::string& out, Node const& n, Rect const& at, uint32_t revision) {
    out.append("{\"i\":").append(std::to_string(n.id)).append(",\"p\":").append(std::to_string(n.parent));
    out.append(",\"r\":\"").append(role_name(n.role)).append("\",\"x\":[");
    append_rect(out, at);
    out += ']';
    field(out, "n", n.name), field(out, "v", n.value), field(out, "d", n.description), field(out, "k", n.keys);
    append_states(out, n.states);
    if (n.set_size) field(out, "m", n.set_size);
    if (n.position) field(out, "o", n.position);
    if (n.level) field(out, "l", n.level);
    if (n.progress >= 0) field(out, "g", int64_t(n.progress * 100));
    if (n.modal) field(out, "modal", 1);
    if (n.focusable) field(out, "t", 1);
    if (n.scrolls) {
        out.append(",\"c\":[");
        append_rect(out, {n.scroll_x, n.scroll_y, n.content_w, n.content_h});
        out += ']';
    }
    if (n.edit.kind != TextKind::none) {
        append_edit(out, n.edit);
        field(out, "f", int64_t(revision));
    }
    out += '}';
}

bool same_meaning(Node const& a, Node const& b) {
    return a.parent == b.parent && a.role == b.role && a.name == b.name && a.value == b.value &&
           a.description == b.description && a.keys == b.keys && a.states == b.states && a.set_size == b.set_size &&
           a.position == b.position && a.level == b.level && a.progress == b.progress && a.modal == b.modal &&
           a.scrolls == b.scrolls && a.focusable == b.focusable && a.edit == b.edit;
}
bool same_scroll(Node const& a, Node const& b) {
    return a.scroll_x == b.scroll_x && a.scroll_y == b.scroll_y && a.content_w == b.content_w && a.content_h == b.content_h;
}

Rect in_parent(Node const& node) {
    if (node.parent == 0) return node.rect;
    Node const* parent = node_by_id(node.parent);
    if (!parent) return node.rect;
    return node.rect.moved(snap(parent->scroll_x) - parent->rect.x, snap(parent->scroll_y) - parent->rect.y);
}

struct Parts {
    std::string gone, nodes, at, scroll, kids;
};
void separate(std::string& part) {
    if (!part.empty()) part += ',';
}

void compare_node(Node const& node, Parts& parts) {
    Context& c = ctx();
    uint32_t const revision = c.edit.node == node.id ? c.edit.revision : 0;
    Rect const at = in_parent(node);
    auto const [entry, fresh] = page.nodes.try_emplace(node.id);
    Told& told = entry->second;
    bool changed = fresh || !same_meaning(told.node, node) || told.revision != revision;
    if (changed) {
        separate(parts.nodes);
        append_node(parts.nodes, node, at, revision);
    } else {
        if (told.at != at) {
            separate(parts.at);
            parts.at.append("[").append(std::to_string(node.id)).append(",");
            append_rect(parts.at, at);
            parts.at += ']';
        }
        if (!same_scroll(told.node, node)) {
            changed = true;
            separate(parts.scroll);
            parts.scroll.append("[").append(std::to_string(node.id)).append(",");
            append_rect(parts.scroll, {node.scroll_x, node.scroll_y, node.content_w, node.content_h});
            parts.scroll += ']';
        }
    }
    told.seen = page.round;
    if (changed) told.node = node;
    told.at = at;
    told.revision = revision;
}

void compare_kids(Parts& parts) {
    std::unordered_map<uint32_t, std::vector<uint32_t>> kids;
    for (Node const& node : ctx().finished) kids[node.parent].push_back(node.id);
    for (auto const& [parent, list] : kids) {
        auto const known = page.kids.find(parent);
        if (known != page.kids.end() && known->second == list) continue;
        separate(parts.kids);
        parts.kids.append("[").append(std::to_string(parent)).append(",[");
        for (size_t i = 0; i < list.size(); i++) parts.kids.append(i ? "," : "").append(std::to_string(list[i]));
        parts.kids += "]]";
    }
    page.kids = std::move(kids);
}

std::vector<uint32_t> nodes_behind_modal() {
    Context& c = ctx();
    std::vector<uint32_t> behind;
    for (size_t i = 0; i < c.modal_node && i < c.finished.size(); i++)
        if (c.finished[i].parent == 0) behind.push_back(c.finished[i].id);
    return behind;
}

void append_part(std::string& out, char const* key, std::string const& part) {
    if (part.empty()) return;
    out.append(out.empty() ? "" : ",").append("\"").append(key).append("\":[").append(part).append("]");
}

}  // namespace

std::string mirror_difference() {
    Context& c = ctx();
    page.round++;
    Parts parts;
    for (Node const& node : c.finished) compare_node(node, parts);
    std::erase_if(page.nodes, [&](auto const& entry) {
        if (entry.second.seen == page.round) return false;
        separate(parts.gone);
        parts.gone += std::to_string(entry.first);
        return true;
    });
    compare_kids(parts);
    std::string out;
    append_part(out, "gone", parts.gone);
    append_part(out, "nodes", parts.nodes);
    append_part(out, "at", parts.at);
    append_part(out, "scroll", parts.scroll);
    append_part(out, "kids", parts.kids);
    if (auto behind = nodes_behind_modal(); behind != page.behind) {
        std::string list;
        for (uint32_t const id : behind) separate(list), list += std::to_string(id);
        out.append(out.empty() ? "" : ",").append("\"behind\":[").append(list).append("]");
        page.behind = std::move(behind);
    }
    uint32_t const focus = page.nodes.contains(c.focus) ? c.focus : 0;
    if (focus != page.focus) out.append(out.empty() ? "" : ",").append("\"focus\":").append(std::to_string(page.focus = focus));
    if (!c.said_to_page.empty()) {
        std::string list;
        for (auto const& text : c.said_to_page) separate(list), append_text(list, text);
        append_part(out, "say", list);
        c.said_to_page.clear();
    }
    return out.empty() ? out : "{" + out + "}";
}

void forget_mirror() { page = {}; }
uint32_t mirrored_focus() { return page.focus; }

}  // namespace leadkeep::ui
