// Glyphs drawn by web/glyphs.js: wishes go over as floats, pictures come back in one buffer.
#include "platform/glyphs.h"

#include <emscripten.h>

#include <cstdlib>
#include <cstring>
#include <string>
#include <utility>

EM_JS(unsigned char*, lk_glyphs_draw, (float const* wishes, int count, char const* texts), { return Module.services.glyphs.draw(wishes, count, texts); });
EM_JS(void, lk_glyphs_measure, (float const* wishes, int count, char const* texts, float* widths), { Module.services.glyphs.measureAll(wishes, count, texts, widths); });
EM_JS(void, lk_glyphs_icon, (unsigned code_point, char const* paths, int size), { Module.services.glyphs.defineIcon(code_point, paths, size); });

namespace {
std::function<void()> receiver;
}

extern "C" EMSCRIPTEN_KEEPALIVE void lk_glyphs_changed() {
    if (receiver) receiver();
}

namespace leadkeep::platform {

namespace {
constexpr int floats_per_glyph = 8;

// A wish is six floats: code point, weight, size, shift, bytes of text, 1 for right to left. The texts follow each other.
struct FlatWishes {
    std::vector<float> numbers;
    std::string texts;
    explicit FlatWishes(std::span<GlyphWish const> wishes) {
        numbers.reserve(wishes.size() * 6);
        for (GlyphWish const& w : wishes) {
            numbers.insert(numbers.end(), {static_cast<float>(w.code_point), static_cast<float>(w.weight), w.size_px, w.shift_x_px,
                                           static_cast<float>(w.text.size()), w.direction == Direction::right_to_left ? 1.f : 0.f});
            texts += w.text;
        }
    }
};

}  // namespace

std::vector<float> measure_glyphs(std::span<GlyphWish const> wishes) {
    std::vector<float> widths(wishes.size());
    FlatWishes const flat(wishes);
    if (!wishes.empty())
        lk_glyphs_measure(flat.numbers.data(), static_cast<int>(wishes.size()), flat.texts.data(), widths.data());
    return widths;
}

void draw_glyphs(std::span<GlyphWish const> wishes, GlyphBatch& out) {
    out.glyphs.clear();
    out.rgba.clear();
    if (wishes.empty()) return;
    FlatWishes const flat(wishes);
    unsigned char* const answer = lk_glyphs_draw(flat.numbers.data(), static_cast<int>(wishes.size()), flat.texts.data());
    if (!answer) return;
    // Per glyph: advance, left, top, width, height, coloured, first byte, unused; then all pixels.
    auto const* numbers = reinterpret_cast<float const*>(answer);
    unsigned char const* const pixels = answer + wishes.size() * floats_per_glyph * sizeof(float);
    size_t bytes = 0;
    for (size_t i = 0; i < wishes.size(); i++, numbers += floats_per_glyph) {
        Glyph g;
        g.advance_px = numbers[0];
        g.left_px = static_cast<int>(numbers[1]), g.top_px = static_cast<int>(numbers[2]);
        g.width_px = static_cast<int>(numbers[3]), g.height_px = static_cast<int>(numbers[4]);
        g.colored = numbers[5] != 0;
        g.first_byte = bytes;
        bytes += size_t(g.width_px) * size_t(g.height_px) * 4;
        out.glyphs.push_back(g);
    }
    out.rgba.assign(pixels, pixels + bytes);
    std::free(answer);
}

void define_icon(uint32_t code_point, std::string_view paths) {
    lk_glyphs_icon(code_point, paths.data(), static_cast<int>(paths.size()));
}

void on_glyphs_changed(std::function<void()> changed) { receiver = std::move(changed); }

}  // namespace leadkeep::platform
