// Stops – the places between two clusters, with the width before them – and what is cut at them.
#include "text/lines.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "text/clusters.h"
#include "text/pictures.h"

namespace leadkeep::text {

namespace {

struct Stop {
    uint32_t byte;
    float width_px;       // of what stands before
    uint32_t code_point;  // the first that follows; 0 at the end
};

// The clusters of a word that is drawn whole are measured with all that stands before them, since letters join.
void add_stops_inside(std::vector<Stop>& stops, std::string_view word, Style style, Placed const& placed) {
    platform::Direction const direction = picture(placed.code_point).direction;
    std::vector<platform::GlyphWish> wishes;
    std::vector<Stop> inside;
    for (size_t at = cluster_at(word, 0).end; at < word.size(); at = cluster_at(word, at).end) {
        platform::GlyphWish wish = wish_for(0, style.weight, style.size_px);
        wish.text = word.substr(0, at);
        wish.direction = direction;
        wishes.push_back(wish);
        inside.push_back({placed.byte + uint32_t(at), 0, code_point_at(word, at).value});
    }
    std::vector<float> const widths = platform::measure_glyphs(wishes);
    float const before = stops.back().width_px;
    for (size_t i = 0; i < inside.size(); i++) {
        inside[i].width_px = before + widths[i];
        stops.push_back(inside[i]);
    }
}

std::vector<Stop> stops_of(std::string_view utf8, Run const& run, Style style) {
    std::vector<Stop> stops;
    stops.reserve(run.glyphs.size() + 1);
    float width = 0;
    for (Placed const& placed : run.glyphs) {
        stops.push_back({placed.byte, width, code_point_at(utf8, placed.byte).value});
        if (is_picture(placed.code_point) && !picture(placed.code_point).is_emoji)
            add_stops_inside(stops, picture(placed.code_point).text, style, placed);
        width += placed.advance_px;
    }
    stops.push_back({uint32_t(utf8.size()), width, 0});
    return stops;
}

bool is_ideograph(uint32_t c) {
    return (c >= 0x2E80 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF01 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x3FFFF);
}
// Kinsoku: what no line begins or ends with.
bool opens(uint32_t c) {
    return c == '(' || c == '[' || c == 0x3008 || c == 0x300A || c == 0x300C || c == 0x300E || c == 0x3010 || c == 0x3014 || c == 0xFF08;
}
bool closes(uint32_t c) {
    if (c < 0x80) return c == ')' || c == ']' || c == ',' || c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == '%';
    bool const small_kana = c == 0x3041 || c == 0x3043 || c == 0x3045 || c == 0x3047 || c == 0x3049 || c == 0x3063 || c == 0x3083 ||
                            c == 0x3085 || c == 0x3087 || c == 0x30A1 || c == 0x30A3 || c == 0x30A5 || c == 0x30A7 || c == 0x30A9 ||
                            c == 0x30C3 || c == 0x30E3 || c == 0x30E5 || c == 0x30E7 || c == 0x30FC;
    return small_kana || c == 0x3001 || c == 0x3002 || c == 0x3009 || c == 0x300B || c == 0x300D || c == 0x300F || c == 0x3011 ||
           c == 0x3015 || c == 0x2026 || c == 0xFF01 || c == 0xFF09 || c == 0xFF0C || c == 0xFF0E || c == 0xFF1A || c == 0xFF1B || c == 0xFF1F;
}

bool may_break_between(uint32_t before, uint32_t after) {
    if (after == ' ' || after == 0) return false;
    if (before == ' ' || before == '-' || before == '/' || before == 0x2013) return true;
    return (is_ideograph(before) || is_ideograph(after)) && !opens(before) && !closes(after) && before != 0xA0 && after != 0xA0;
}

// The stop a full line ends at: the last that may break, else the last that fits; never none.
size_t end_of_line(std::vector<Stop> const& stops, float max_width_px) {
    size_t last_break = 0;
    for (size_t i = 1; i < stops.size(); i++) {
        uint32_t const before = stops[i - 1].code_point;
        // Spaces may hang over the end.
        if (stops[i].width_px > max_width_px + 0.5f && before != ' ') return last_break > 0 ? last_break : std::max<size_t>(i - 1, 1);
        if (may_break_between(before, stops[i].code_point)) last_break = i;
    }
    return stops.size() - 1;
}

std::string_view without_trailing_spaces(std::string_view text) {
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

void break_paragraph(std::vector<Line>& lines, std::string_view rest, Style style, float max_width_px) {
    if (style.base == Base::by_first_letter) style.base = base_of(rest);
    do {
        Run const& run = measure(rest, style);
        size_t cut = rest.size();
        if (run.width_px > max_width_px + 0.5f && !run.glyphs.empty()) {
            auto const stops = stops_of(rest, run, style);
            cut = stops[end_of_line(stops, max_width_px)].byte;
        }
        lines.push_back({cut < rest.size() ? without_trailing_spaces(rest.substr(0, cut)) : rest, style.base});
        rest.remove_prefix(cut);
    } while (!rest.empty());
}

// Lines are asked for in every frame they show in: kept as places in the text.
struct KeptLine {
    uint32_t from, size;
    Base base;
};
struct KeptLines {
    std::string text;
    std::vector<KeptLine> lines;
    uint32_t last_used = 0;
};
std::unordered_map<uint64_t, KeptLines> kept;
uint32_t frame = 0;
constexpr uint32_t forget_after_frames = 240;
constexpr size_t keep_at_most = 2048;

}  // namespace

std::vector<Line> break_lines(std::string_view utf8, Style style, float max_width_px) {
    KeptLines& entry = kept[hash_of(utf8, style) ^ uint64_t(std::lround(max_width_px * 8)) * 0x9E3779B97F4A7C15u];
    std::vector<Line> lines;
    if (entry.last_used != 0 && entry.text == utf8) {
        for (KeptLine const& line : entry.lines) lines.push_back({utf8.substr(line.from, line.size), line.base});
    } else {
        for (size_t at = 0; at <= utf8.size();) {
            size_t const end = std::min(utf8.find('\n', at), utf8.size());
            break_paragraph(lines, utf8.substr(at, end - at), style, max_width_px);
            at = end + 1;
        }
        entry.text = utf8;
        entry.lines.clear();
        for (Line const& line : lines) entry.lines.push_back({uint32_t(line.text.data() - utf8.data()), uint32_t(line.text.size()), line.base});
    }
    entry.last_used = frame + 1;
    return lines;
}

std::string shorten(std::string_view utf8, Style style, float max_width_px) {
    static constexpr char dots[] = "…";
    auto const stops = stops_of(utf8, measure(utf8, style), style);
    float const room_px = max_width_px - width(dots, {style.weight, style.size_px});
    size_t shown = 0;
    while (shown + 1 < stops.size() && stops[shown + 1].width_px <= room_px) shown++;
    return std::string(without_trailing_spaces(utf8.substr(0, stops[shown].byte))) + dots;
}

void forget_unused_lines() {
    frame++;
    if (frame % 60 != 0 && kept.size() < keep_at_most) return;
    uint32_t const age = kept.size() < keep_at_most ? forget_after_frames : 2;
    std::erase_if(kept, [&](auto const& entry) { return entry.second.last_used + age < frame + 1; });
}

void forget_all_lines() { kept.clear(); }

}  // namespace leadkeep::text
