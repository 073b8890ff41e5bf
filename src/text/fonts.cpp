// The ImFontLoader over the platform's glyph service. A wanted glyph brings its neighbours of the alphabet along.
#include "text/fonts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <unordered_map>
#include <vector>

#include "imgui_internal.h"
#include "text/imgui_hook/misc/freetype/imgui_freetype.h"
#include "platform/glyphs.h"
#include "text/pictures.h"
#include "text/run.h"

namespace leadkeep::text {

namespace {

constexpr int css_weights[] = {400, 500, 600};
// A table of a font may hold fewer glyphs than 65 536, and places of forgotten ones are not filled again.
constexpr int most_glyphs_of_size = 30'000;
constexpr auto not_loaded_yet = static_cast<ImU16>(-1);  // IM_FONTGLYPH_INDEX_UNUSED of imgui_draw.cpp

struct Face {
    Weight weight;
    int pen_shift;
    ImFont* font = nullptr;
};
std::array<Face, 3 * pen_shifts> faces;

struct Key {
    uint32_t code_point;
    uint32_t face_and_size;  // face index, size in 1/64 px
    bool operator==(Key const&) const = default;
};
struct KeyHash {
    size_t operator()(Key const& key) const { return (uint64_t(key.face_and_size) * 0x9E3779B97F4A7C15u) ^ key.code_point; }
};
struct Picture {
    platform::Glyph glyph;
    std::vector<uint8_t> rgba;
};
// Drawn ahead but not yet asked for by ImGui.
std::unordered_map<Key, Picture, KeyHash> drawn_ahead;

Key key_of(int face_index, float size_px, uint32_t code_point) {
    return {code_point, uint32_t(face_index) << 24 | uint32_t(std::lround(size_px * 64))};
}

struct Wanted {
    int face_index;
    uint32_t code_point;
};

void draw_ahead(float size_px, std::vector<Wanted> const& wanted) {
    std::vector<platform::GlyphWish> wishes;
    for (Wanted const& w : wanted) {
        Face const& face = faces[size_t(w.face_index)];
        platform::GlyphWish wish = wish_for(w.code_point, face.weight, size_px);
        wish.shift_x_px = float(face.pen_shift) / pen_shifts;
        wishes.push_back(wish);
    }
    platform::GlyphBatch batch;
    platform::draw_glyphs(wishes, batch);
    for (size_t i = 0; i < wishes.size() && i < batch.glyphs.size(); i++) {
        auto const& glyph = batch.glyphs[i];
        auto const from = batch.rgba.begin() + ptrdiff_t(glyph.first_byte);
        auto const size = ptrdiff_t(glyph.width_px) * glyph.height_px * 4;
        drawn_ahead[key_of(wanted[i].face_index, size_px, wanted[i].code_point)] = {glyph, {from, from + size}};
    }
}

// Digits come together, since a count or an amount soon needs all of them.
void add_with_neighbours(std::vector<Wanted>& wanted, int face_index, uint32_t code_point) {
    if (code_point < '0' || code_point > '9') return wanted.push_back({face_index, code_point});
    for (uint32_t digit = '0'; digit <= '9'; digit++) wanted.push_back({face_index, digit});
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code_point,
                ImFontGlyph* out, float* out_advance) {
    int const face_index = int(source->FontLoaderFlags);
    Key const key = key_of(face_index, baked->Size, code_point);
    auto found = drawn_ahead.find(key);
    if (found == drawn_ahead.end()) {
        std::vector<Wanted> wanted;
        add_with_neighbours(wanted, face_index, code_point);
        draw_ahead(baked->Size, wanted);
        found = drawn_ahead.find(key);
        if (found == drawn_ahead.end()) return false;
    }
    Picture const& picture = found->second;
    platform::Glyph const& glyph = picture.glyph;
    if (out_advance) {
        *out_advance = glyph.advance_px;
        return true;
    }
    out->Codepoint = code_point;
    out->AdvanceX = glyph.advance_px;
    if (glyph.width_px > 0 && glyph.height_px > 0) {
        ImFontAtlasRectId const place = ImFontAtlasPackAddRect(atlas, glyph.width_px, glyph.height_px);
        if (place == ImFontAtlasRectId_Invalid) return false;
        // From the base line: run.cpp places by it, so ImGui's own ascent plays no part.
        out->X0 = float(glyph.left_px);
        out->Y0 = float(-glyph.top_px);
        out->X1 = out->X0 + float(glyph.width_px);
        out->Y1 = out->Y0 + float(glyph.height_px);
        out->Visible = true;
        out->Colored = glyph.colored;
        out->PackId = place;
        ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, out, ImFontAtlasPackGetRect(atlas, place),
                                           picture.rgba.data(), ImTextureFormat_RGBA32, glyph.width_px * 4);
    }
    drawn_ahead.erase(found);
    return true;
}

bool init_baked(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
    baked->Ascent = std::ceil(baked->Size * platform::font_ascent);
    baked->Descent = -std::ceil(baked->Size * platform::font_descent);
    return true;
}

bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) { return true; }

ImFontLoader const* loader() {
    static ImFontLoader const canvas = [] {
        ImFontLoader made;
        made.Name = "Canvas2D";
        made.FontSrcContainsGlyph = contains_glyph;
        made.FontBakedInit = init_baked;
        made.FontBakedLoadGlyph = load_glyph;
        return made;
    }();
    return &canvas;
}

}  // namespace

void add_fonts(ImFontAtlas& atlas) {
    drawn_ahead.clear();
    for (size_t i = 0; i < faces.size(); i++) {
        faces[i] = {Weight(i / pen_shifts), int(i % pen_shifts)};
        ImFontConfig config;
        config.FontLoader = loader();
        config.FontLoaderFlags = static_cast<unsigned int>(i);  // which face; the flags are the loader's own
        config.SizePixels = 13;
        config.EllipsisChar = 0x2026;
        config.PixelSnapH = config.PixelSnapV = false;
        std::strcpy(config.Name, "Inter");
        faces[i].font = atlas.AddFont(&config);
    }
}

ImFont* face(Weight weight, int pen_shift) { return faces[size_t(weight) * pen_shifts + size_t(pen_shift)].font; }

platform::GlyphWish wish_for(uint32_t code_point, Weight weight, float size_px) {
    platform::GlyphWish wish{code_point, {}, platform::Direction::left_to_right, css_weights[int(weight)], size_px, 0};
    if (is_picture(code_point)) wish.text = picture(code_point).text, wish.direction = picture(code_point).direction;
    return wish;
}

void prepare_glyphs(Weight weight, float size_px, std::span<ShiftedGlyph const> glyphs) {
    std::vector<Wanted> missing;
    ImFontBaked* baked[pen_shifts] = {};
    for (ShiftedGlyph const& glyph : glyphs) {
        uint32_t const code_point = glyph.code_point;
        int const shift = glyph.pen_shift;
        int const index = int(weight) * pen_shifts + shift;
        if (!baked[shift]) baked[shift] = face(weight, shift)->GetFontBaked(size_px, 1);
        if (baked[shift]->IsGlyphLoaded(ImWchar(code_point)) || drawn_ahead.contains(key_of(index, size_px, code_point))) continue;
        auto const same = [&](Wanted const& w) { return w.face_index == index && w.code_point == code_point; };
        if (std::none_of(missing.begin(), missing.end(), same)) add_with_neighbours(missing, index, code_point);
    }
    if (!missing.empty()) draw_ahead(size_px, missing);
}

void forget_glyph(ImFontAtlas& atlas, uint32_t code_point) {
    std::erase_if(drawn_ahead, [&](auto const& drawn) { return drawn.first.code_point == code_point; });
    if (!atlas.Builder) return;
    for (int i = 0; i < atlas.Builder->BakedPool.Size; i++) {
        ImFontBaked& baked = atlas.Builder->BakedPool[i];
        if (baked.WantDestroy || baked.IndexLookup.Size <= int(code_point)) continue;
        if (ImFontGlyph* glyph = baked.IsGlyphLoaded(ImWchar(code_point)) ? baked.FindGlyphNoFallback(ImWchar(code_point)) : nullptr)
            ImFontAtlasBakedDiscardFontGlyph(&atlas, baked.ContainerFont, &baked, glyph);
        baked.IndexLookup[int(code_point)] = not_loaded_yet;
        baked.IndexAdvanceX[int(code_point)] = -1;
        if (baked.Glyphs.Size > most_glyphs_of_size) ImFontAtlasBakedDiscard(&atlas, baked.ContainerFont, &baked);
    }
}

void forget_glyphs(ImFontAtlas& atlas) {
    drawn_ahead.clear();
    ImFontAtlasBuildDiscardBakes(&atlas, 0);
    forget_all_runs();
}

}  // namespace leadkeep::text

ImFontLoader const* ImGuiFreeType::GetFontLoader() { return leadkeep::text::loader(); }
