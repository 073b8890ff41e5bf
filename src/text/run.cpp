// Measuring, keeping and drawing runs.
#include "text/run.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "imgui_internal.h"

namespace leadkeep::text {

namespace {

struct Kept {
    Run run;
    std::string text;  // a run is found by hash, told apart by text
    uint32_t last_used = 0;
};
std::unordered_map<uint64_t, Kept> kept;
uint32_t frame = 0;

constexpr uint32_t forget_after_frames = 240;
constexpr size_t keep_at_most = 8192;

uint64_t hash_of(std::string_view text, Style style) {
    uint64_t hash = 0xCBF29CE484222325u ^ (uint64_t(style.weight) << 56) ^ uint64_t(std::lround(style.size_px * 64));
    for (char const c : text) hash = (hash ^ uint8_t(c)) * 0x100000001B3u;
    return hash;
}

Run lay_out(std::string_view utf8, Style style) {
    Run run;
    prepare_glyphs(style.weight, style.size_px, utf8);
    ImFontBaked* baked = face(style.weight, 0)->GetFontBaked(style.size_px, 1);
    char const *const begin = utf8.data(), *const end = begin + utf8.size();
    for (char const* at = begin; at < end;) {
        unsigned int c = 0;
        uint32_t const byte = uint32_t(at - begin);
        at += ImTextCharFromUtf8(&c, at, end);
        if (c < 0x20 || c == 0x7F || c == 0x2028 || c == 0x2029) c = ' ';
        if (c == 0x200B || c == 0x200D || c == 0xFE0F || c == 0xFEFF || c == 0xAD) continue;  // shape nothing themselves
        run.glyphs.push_back({c, run.width_px, byte});
        run.width_px += baked->GetCharAdvance(ImWchar(c));
    }
    return run;
}

struct Faces {
    ImFontBaked* baked[pen_shifts] = {};
    Style style;
    explicit Faces(Style s) : style(s) {}
    ImFontBaked* at(int shift) {
        if (!baked[shift]) baked[shift] = face(style.weight, shift)->GetFontBaked(style.size_px, 1);
        return baked[shift];
    }
};

void put(ImDrawList& list, Faces& faces, float x, float y, uint32_t code_point, uint32_t color) {
    float whole = std::floor(x);
    int shift = int((x - whole) * pen_shifts + 0.5f);
    if (shift == pen_shifts) whole += 1, shift = 0;
    ImFontGlyph const* glyph = faces.at(shift)->FindGlyph(ImWchar(code_point));
    if (!glyph || !glyph->Visible) return;
    uint32_t const tint = glyph->Colored ? (color | ~IM_COL32_A_MASK) : color;
    ImVec2 const a(whole + glyph->X0, y + glyph->Y0), b(whole + glyph->X1, y + glyph->Y1);
    list.PrimReserve(6, 4);
    list.PrimRectUV(a, b, ImVec2(glyph->U0, glyph->V0), ImVec2(glyph->U1, glyph->V1), tint);
}

bool clipped_away(ImDrawList const& list, ImVec2 base_line, float width_px, float size_px) {
    ImVec2 const from = list.GetClipRectMin(), to = list.GetClipRectMax();
    return base_line.y - size_px * 1.3f > to.y || base_line.y + size_px * 0.6f < from.y || base_line.x > to.x ||
           base_line.x + width_px < from.x;
}

}  // namespace

Run const& measure(std::string_view utf8, Style style) {
    Kept& entry = kept[hash_of(utf8, style)];
    if (entry.last_used == 0 || entry.text != utf8) {
        entry.text = utf8;
        entry.run = lay_out(utf8, style);
    }
    entry.last_used = frame + 1;
    return entry.run;
}

float width(std::string_view utf8, Style style) { return measure(utf8, style).width_px; }

void draw(ImDrawList& list, ImVec2 base_line, std::string_view utf8, Style style, uint32_t color) {
    Run const& run = measure(utf8, style);
    if (clipped_away(list, base_line, run.width_px, style.size_px)) return;
    Faces faces(style);
    for (Placed const& glyph : run.glyphs) put(list, faces, base_line.x + glyph.x_px, base_line.y, glyph.code_point, color);
}

float draw_shortened(ImDrawList& list, ImVec2 base_line, float max_width_px, std::string_view utf8, Style style,
                     uint32_t color) {
    Run const& run = measure(utf8, style);
    // Half a pixel of leave: a width that was measured and rounded must fit itself.
    if (run.width_px <= max_width_px + 0.5f) {
        draw(list, base_line, utf8, style, color);
        return run.width_px;
    }
    if (clipped_away(list, base_line, run.width_px, style.size_px)) return std::min(run.width_px, max_width_px);
    Faces faces(style);
    float const dots_px = faces.at(0)->GetCharAdvance(0x2026);
    float x = 0;
    size_t shown = 0;
    while (shown < run.glyphs.size()) {
        float const next = shown + 1 < run.glyphs.size() ? run.glyphs[shown + 1].x_px : run.width_px;
        if (next + dots_px > max_width_px) break;
        x = next;
        shown++;
    }
    while (shown > 0 && run.glyphs[shown - 1].code_point == ' ') x = run.glyphs[--shown].x_px;
    for (size_t i = 0; i < shown; i++)
        put(list, faces, base_line.x + run.glyphs[i].x_px, base_line.y, run.glyphs[i].code_point, color);
    if (dots_px <= max_width_px) put(list, faces, base_line.x + x, base_line.y, 0x2026, color);
    return x + dots_px;
}

void draw_glyph(ImDrawList& list, ImVec2 base_line, uint32_t code_point, Style style, uint32_t color) {
    Faces faces(style);
    put(list, faces, base_line.x, base_line.y, code_point, color);
}

std::vector<Line> break_lines(std::string_view utf8, Style style, float max_width_px) {
    std::vector<Line> lines;
    size_t at = 0;
    while (at <= utf8.size()) {
        size_t const paragraph_end = std::min(utf8.find('\n', at), utf8.size());
        std::string_view rest = utf8.substr(at, paragraph_end - at);
        do {
            Run const& run = measure(rest, style);
            size_t cut = rest.size(), next = rest.size();
            if (run.width_px > max_width_px + 0.5f && run.glyphs.size() > 1) {
                size_t last_break = 0;
                for (size_t i = 0; i < run.glyphs.size(); i++) {
                    bool const is_last = i + 1 == run.glyphs.size();
                    float const end_px = is_last ? run.width_px : run.glyphs[i + 1].x_px;
                    uint32_t const c = run.glyphs[i].code_point;
                    if (c == ' ') last_break = run.glyphs[i].byte;
                    if (end_px > max_width_px && c != ' ') {
                        bool const at_word = last_break > 0;
                        cut = at_word ? last_break : run.glyphs[std::max<size_t>(i, 1)].byte;
                        next = at_word ? last_break + 1 : cut;
                        break;
                    }
                    if (is_last) break;
                    if (c == '-' || c == 0x2013 || c == '/') last_break = run.glyphs[i + 1].byte - 1;
                }
                // A hyphen stays on its line; a space is swallowed.
                if (cut < rest.size() && next == cut + 1 && rest[cut] != ' ') cut = next;
            }
            lines.push_back({rest.substr(0, cut)});
            rest.remove_prefix(std::min(next, rest.size()));
        } while (!rest.empty());
        at = paragraph_end + 1;
    }
    return lines;
}

void forget_unused_runs() {
    frame++;
    if (frame % 60 != 0 && kept.size() < keep_at_most) return;
    uint32_t const age = kept.size() < keep_at_most ? forget_after_frames : 2;
    std::erase_if(kept, [&](auto const& entry) { return entry.second.last_used + age < frame + 1; });
}

void forget_all_runs() { kept.clear(); }
size_t kept_runs() { return kept.size(); }

}  // namespace leadkeep::text
