// Measuring, keeping and drawing runs.
#include "text/run.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "imgui_internal.h"
#include "text/clusters.h"
#include "text/lines.h"
#include "text/pictures.h"

namespace leadkeep::text {

namespace {

struct Kept {
    Run run;
    std::string text;  // a run is found by hash, told apart by text
    uint32_t last_used = 0;
    float shortened_for_px = -1;
    std::string shortened;
};
std::unordered_map<uint64_t, Kept> kept;
uint32_t frame = 0;

constexpr uint32_t forget_after_frames = 240;
constexpr size_t keep_at_most = 8192;

// Letters are drawn at all positions of the pen at once, since a text soon needs the others.
void prepare_letters(std::vector<Piece> const& pieces, Style style, ImFontBaked* baked) {
    std::vector<ShiftedGlyph> missing;
    for (Piece const& piece : pieces)
        if (piece.code_point >= 0x20 && !baked->IsGlyphLoaded(ImWchar(piece.code_point)))
            for (int shift = 0; shift < pen_shifts; shift++) missing.push_back({piece.code_point, shift});
    if (!missing.empty()) prepare_glyphs(style.weight, style.size_px, missing);
}

// Strings take no part in a font's own table of letters: they are measured here, and drawn where they show.
void measure_pictures(Run& run, Style style) {
    std::vector<platform::GlyphWish> wishes;
    for (Placed const& placed : run.glyphs)
        if (is_picture(placed.code_point)) wishes.push_back(wish_for(placed.code_point, style.weight, style.size_px));
    std::vector<float> const widths = platform::measure_glyphs(wishes);
    size_t next = 0;
    for (Placed& placed : run.glyphs)
        if (is_picture(placed.code_point)) placed.advance_px = widths[next++];
}

// Group 0 is all that goes from left to right; the pieces of another stand from its right end leftwards.
void place(Run& run, std::vector<uint32_t> const& groups) {
    for (size_t i = 0; i < run.glyphs.size();) {
        size_t end = i;
        float group_px = 0;
        for (; end < run.glyphs.size() && groups[end] == groups[i]; end++) group_px += run.glyphs[end].advance_px;
        bool const leftwards = groups[i] != 0;
        float x = leftwards ? run.width_px + group_px : run.width_px;
        for (; i < end; i++) {
            if (leftwards) x -= run.glyphs[i].advance_px;
            run.glyphs[i].x_px = x;
            if (!leftwards) x += run.glyphs[i].advance_px;
        }
        run.width_px += group_px;
    }
}

float width_of(std::string_view text, platform::Direction direction, Style style) {
    platform::GlyphWish wish = wish_for(0, style.weight, style.size_px);
    wish.text = text;
    wish.direction = direction;
    return platform::measure_glyphs({&wish, 1}).front();
}

// Control characters become spaces. A string too wide for one picture is divided near its middle.
void add_piece(Run& run, std::vector<uint32_t>& groups, std::string_view utf8, Piece const& piece, Style style) {
    uint32_t c = piece.code_point;
    if (c && is_invisible(c)) return;
    if (c && (c < 0x20 || c == 0x7F || c == 0x2028 || c == 0x2029)) c = ' ';
    bool const is_string = c == 0 || c > 0xFFFF || (c >= 0xE000 && c <= 0xF8FF);
    std::string_view const text = utf8.substr(piece.byte, piece.end - piece.byte);
    if (is_string && float(text.size()) * style.size_px * 1.5f > platform::widest_picture_px) {
        size_t middle = 0;
        while (middle < text.size() / 2) middle = cluster_at(text, middle).end;
        if (middle < text.size() && width_of(text, piece.direction, style) > platform::widest_picture_px - 4) {
            Piece first = piece, second = piece;
            first.end = second.byte = piece.byte + uint32_t(middle);
            add_piece(run, groups, utf8, first, style);
            return add_piece(run, groups, utf8, second, style);
        }
    }
    if (is_string) c = use_picture(text, piece.direction);
    run.has_pictures = run.has_pictures || is_picture(c);
    run.glyphs.push_back({c, 0, 0, piece.byte});
    groups.push_back(piece.direction == platform::Direction::right_to_left ? piece.group : 0);
}

Run lay_out(std::string_view utf8, Style style) {
    Run run;
    std::vector<Piece> const pieces = cut_into_pieces(utf8, style.base);
    ImFontBaked* baked = face(style.weight, 0)->GetFontBaked(style.size_px, 1);
    prepare_letters(pieces, style, baked);
    std::vector<uint32_t> groups;
    run.glyphs.reserve(pieces.size());
    groups.reserve(pieces.size());
    for (Piece const& piece : pieces) add_piece(run, groups, utf8, piece, style);
    for (Placed& placed : run.glyphs)
        if (!is_picture(placed.code_point)) placed.advance_px = baked->GetCharAdvance(ImWchar(placed.code_point));
    if (run.has_pictures) measure_pictures(run, style);
    place(run, groups);
    return run;
}

void leave_pictures(Run const& run) {
    if (!run.has_pictures) return;
    for (Placed const& placed : run.glyphs)
        if (is_picture(placed.code_point) && leave_picture(placed.code_point) == Left::unused)
            forget_glyph(*ImGui::GetIO().Fonts, placed.code_point);
}

Kept& kept_run(std::string_view utf8, Style style) {
    Kept& entry = kept[hash_of(utf8, style)];
    if (entry.last_used == 0 || entry.text != utf8) {
        leave_pictures(entry.run);
        entry = {lay_out(utf8, style), std::string(utf8)};
    }
    entry.last_used = frame + 1;
    return entry;
}

// A style's font at each place of the pen.
struct Faces {
    ImFontBaked* baked[pen_shifts] = {};
    Weight weight = Weight::regular;
    float size_px = 0;
    ImFontBaked* at(int shift) {
        if (!baked[shift]) baked[shift] = face(weight, shift)->GetFontBaked(size_px, 1);
        return baked[shift];
    }
};

// ImGui keeps what was asked for in a frame to its end; asking again for every text takes longer than drawing it.
struct FacesOfFrame {
    std::vector<Faces> all;
    int frame = -1;
} faces_in_use;

Faces& faces_of(Style style) {
    auto& [all, of_frame] = faces_in_use;
    if (int const now = ImGui::GetFrameCount(); of_frame != now) {
        of_frame = now;
        all.clear();
    }
    for (Faces& known : all)
        if (known.weight == style.weight && known.size_px == style.size_px) return known;
    all.push_back({{}, style.weight, style.size_px});
    return all.back();
}

// Where between two pixels a pen at x stands; emoji only stand on whole ones.
struct Pen {
    float whole_px;
    int shift;
};
Pen pen_at(float x, uint32_t code_point) {
    if (is_picture(code_point) && picture(code_point).is_emoji) return {std::round(x), 0};
    float const whole = std::floor(x);
    int const shift = int((x - whole) * pen_shifts + 0.5f);
    return shift == pen_shifts ? Pen{whole + 1, 0} : Pen{whole, shift};
}

// The list has room for it already.
void put(ImDrawList& list, Faces& faces, float x, float y, uint32_t code_point, uint32_t color) {
    auto const [whole, shift] = pen_at(x, code_point);
    ImFontGlyph const* glyph = faces.at(shift)->FindGlyph(ImWchar(code_point));
    if (!glyph || !glyph->Visible) return list.PrimUnreserve(6, 4);
    uint32_t const tint = glyph->Colored ? (color | ~IM_COL32_A_MASK) : color;
    ImVec2 const a(whole + glyph->X0, y + glyph->Y0), b(whole + glyph->X1, y + glyph->Y1);
    list.PrimRectUV(a, b, ImVec2(glyph->U0, glyph->V0), ImVec2(glyph->U1, glyph->V1), tint);
}

void prepare_pictures(Run const& run, Faces& faces, float x) {
    std::vector<ShiftedGlyph> missing;
    for (Placed const& placed : run.glyphs) {
        if (!is_picture(placed.code_point)) continue;
        int const shift = pen_at(x + placed.x_px, placed.code_point).shift;
        if (!faces.at(shift)->IsGlyphLoaded(ImWchar(placed.code_point))) missing.push_back({placed.code_point, shift});
    }
    if (!missing.empty()) prepare_glyphs(faces.weight, faces.size_px, missing);
}

bool clipped_away(ImDrawList const& list, ImVec2 base_line, float width_px, float size_px) {
    ImVec2 const from = list.GetClipRectMin(), to = list.GetClipRectMax();
    return base_line.y - size_px * 1.3f > to.y || base_line.y + size_px * 0.6f < from.y || base_line.x > to.x ||
           base_line.x + width_px < from.x;
}

}  // namespace

Run const& measure(std::string_view utf8, Style style) { return kept_run(utf8, style).run; }

float width(std::string_view utf8, Style style) { return measure(utf8, style).width_px; }

void draw(ImDrawList& list, ImVec2 base_line, std::string_view utf8, Style style, uint32_t color) {
    Run const& run = measure(utf8, style);
    if (clipped_away(list, base_line, run.width_px, style.size_px)) return;
    Faces& faces = faces_of(style);
    if (run.has_pictures) prepare_pictures(run, faces, base_line.x);
    // A letter that is drawn for the first time may move all to another texture: room in the list is taken after that.
    for (Placed const& glyph : run.glyphs) {
        uint32_t const code_point = glyph.code_point;
        (void)faces.at(pen_at(base_line.x + glyph.x_px, code_point).shift)->FindGlyph(ImWchar(code_point));
    }
    list.PrimReserve(int(run.glyphs.size()) * 6, int(run.glyphs.size()) * 4);
    for (Placed const& glyph : run.glyphs) put(list, faces, base_line.x + glyph.x_px, base_line.y, glyph.code_point, color);
}

float draw_shortened(ImDrawList& list, ImVec2 base_line, float max_width_px, std::string_view utf8, Style style,
                     uint32_t color) {
    Kept& entry = kept_run(utf8, style);
    // Half a pixel of leave: a width that was measured and rounded must fit itself.
    if (entry.run.width_px <= max_width_px + 0.5f) {
        draw(list, base_line, utf8, style, color);
        return entry.run.width_px;
    }
    if (clipped_away(list, base_line, entry.run.width_px, style.size_px)) return std::min(entry.run.width_px, max_width_px);
    if (style.base == Base::by_first_letter) style.base = base_of(utf8);
    if (entry.shortened_for_px != max_width_px) {
        entry.shortened = shorten(utf8, style, max_width_px);
        entry.shortened_for_px = max_width_px;
    }
    float const shown_px = width(entry.shortened, style);
    if (shown_px <= max_width_px + 0.5f) draw(list, base_line, entry.shortened, style, color);
    return shown_px;
}

void draw_glyph(ImDrawList& list, ImVec2 base_line, uint32_t code_point, Style style, uint32_t color) {
    Faces& faces = faces_of(style);
    (void)faces.at(pen_at(base_line.x, code_point).shift)->FindGlyph(ImWchar(code_point));
    list.PrimReserve(6, 4);
    put(list, faces, base_line.x, base_line.y, code_point, color);
}

uint64_t hash_of(std::string_view text, Style style) {
    uint64_t hash = 0xCBF29CE484222325u ^ (uint64_t(style.weight) << 56) ^ (uint64_t(style.base) << 48) ^ uint64_t(std::lround(style.size_px * 64));
    for (char const c : text) hash = (hash ^ uint8_t(c)) * 0x100000001B3u;
    return hash;
}

void forget_unused_runs() {
    frame++;
    forget_unused_lines();
    if (frame % 60 != 0 && kept.size() < keep_at_most) return;
    uint32_t const age = kept.size() < keep_at_most ? forget_after_frames : 2;
    std::erase_if(kept, [&](auto const& entry) {
        bool const unused = entry.second.last_used + age < frame + 1;
        if (unused) leave_pictures(entry.second.run);
        return unused;
    });
}

void forget_all_runs() {
    for (auto const& [hash, entry] : kept) leave_pictures(entry.run);
    kept.clear();
    faces_in_use = {};
    forget_all_lines();
}

size_t kept_runs() { return kept.size(); }

}  // namespace leadkeep::text
