// Writes rows canonically: sorted registers, the shortest spelling of numbers, only what JSON demands escaped.
#include <algorithm>

#include "base/json.h"
#include "sync/row.h"

namespace leadkeep::sync {
namespace {

bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; });
}

struct AppendValue {
    std::string& out;
    void operator()(Null) const { out += "null"; }
    void operator()(int64_t number) const { out += std::to_string(number); }
    void operator()(double number) const { out += canonical_number(number); }
    void operator()(std::string const& text) const { append_json_string(out, text); }
    void operator()(Uuid const& uuid) const { append_json_string(out, uuid.to_string()); }
};

bool later(Stamp const& a, Stamp const& b) {
    auto const by_time = order(a, b);
    return by_time != 0 ? by_time > 0 : a.seq > b.seq;
}

Stamp most_common(TextCells const& cells) {
    std::vector<Stamp> stamps;
    stamps.reserve(cells.size());
    for (auto const& [name, cell] : cells) stamps.push_back(cell.stamp);
    std::sort(stamps.begin(), stamps.end(), later);
    Stamp best;
    size_t best_count = 0;
    for (size_t i = 0; i < stamps.size();) {
        size_t end = i;
        while (end < stamps.size() && stamps[end] == stamps[i]) ++end;
        if (end - i > best_count) {  // of equally many the first, which is the latest
            best = stamps[i];
            best_count = end - i;
        }
        i = end;
    }
    return best;
}

}  // namespace

bool Cell::is_unset() const { return stamp.is_zero() && std::all_of(values.begin(), values.end(), [](Value const& v) { return is_null(v); }); }

std::strong_ordering order(Stamp const& a_stamp, std::string_view a_value, Stamp const& b_stamp, std::string_view b_value) {
    if (auto const by_stamp = leadkeep::order(a_stamp, b_stamp); by_stamp != 0) return by_stamp;
    if (int const by_bytes = a_value.compare(b_value); by_bytes != 0) return by_bytes <=> 0;
    return a_stamp.seq <=> b_stamp.seq;
}

void append_json_string(std::string& out, std::string_view text) {
    if (is_plain(text)) {
        out += '"';
        out += text;
        out += '"';
        return;
    }
    out += json_text(text);
}

void append_stamp(std::string& out, Stamp const& stamp) {
    out += '[';
    out += std::to_string(stamp.ms);
    out += ',';
    out += std::to_string(stamp.counter);
    out += ",\"";
    out += stamp.device.to_string();
    out += "\",";
    out += std::to_string(stamp.seq);
    out += ']';
}

std::string value_text(Register const& of, std::vector<Value> const& values) {
    std::string out;
    if (std::all_of(values.begin(), values.end(), [](Value const& v) { return is_null(v); })) return "null";
    if (of.columns.size() == 1) {
        std::visit(AppendValue{out}, values[0]);
        return out;
    }
    out += '[';
    for (size_t i = 0; i < values.size(); ++i) {
        if (i > 0) out += ',';
        std::visit(AppendValue{out}, values[i]);
    }
    out += ']';
    return out;
}

void append_row(std::string& out, std::string_view table, Uuid const& id, TextCells const& cells, Stamp const& made) {
    Stamp const shared = cells.empty() ? made : most_common(cells);
    out += "{\"t\":";
    append_json_string(out, table);
    out += ",\"id\":\"";
    out += id.to_string();
    out += "\",\"s\":";
    append_stamp(out, shared);
    out += ",\"f\":{";
    bool own_stamps = false;
    char const* comma = "";
    for (auto const& [name, cell] : cells) {
        if (cell.stamp != shared) {
            own_stamps = true;
            continue;
        }
        out += comma;
        append_json_string(out, name);
        out += ':';
        out += cell.value;
        comma = ",";
    }
    out += '}';
    if (own_stamps) {
        TextCells others;
        for (auto const& [name, cell] : cells)
            if (cell.stamp != shared) others.emplace(name, cell);
        out += ",\"o\":";
        out += aside_text(others);
    }
    out += '}';
}

std::string aside_text(TextCells const& cells) {
    std::string out = "{";
    char const* comma = "";
    for (auto const& [name, cell] : cells) {
        out += comma;
        append_json_string(out, name);
        out += ":[";
        out += cell.value;
        out += ',';
        append_stamp(out, cell.stamp);
        out += ']';
        comma = ",";
    }
    return out += '}';
}

}  // namespace leadkeep::sync
