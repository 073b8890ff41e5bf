// The token table. Every pair of text and ground that screens use is held to 4.5:1 by tests/ui/ui_theme_test.cpp.
#include "ui/theme.h"

#include <array>
#include <cmath>

#include "ui/context.h"

namespace leadkeep::ui {

namespace {

struct Shades {
    uint32_t light, dark;
};
constexpr std::array<Shades, size_t(Token::count_)> shades = {{
    {0xF5F6F8, 0x0E1014}, {0xFFFFFF, 0x15181E}, {0xFFFFFF, 0x1C2028}, {0xECEEF2, 0x12151A}, {0xE3E6EB, 0x282D37},
    {0x12161F, 0xE8EAEE}, {0x545D6C, 0xA0A8B6}, {0x636C7C, 0x8F98A8},
    {0x3350F0, 0x8C9BFF}, {0xEEF1FF, 0x20264A}, {0xFFFFFF, 0x0E1014},
    {0x0B7039, 0x4CC38A}, {0xE7F7EE, 0x12291F}, {0x8F4A00, 0xF5A524}, {0xFFF3E0, 0x2E2312},
    {0xB42318, 0xFF7A6E}, {0xFDECEA, 0x321A19},
    {0x1C2028, 0x1C2028}, {0xFFFFFF, 0xE8EAEE}, {0xA5B0FF, 0x8C9BFF},
}};

constexpr std::array<uint32_t, disc_color_count> discs = {0x6D4CF0, 0x087F5B, 0xC2416A, 0x1F6FC4, 0xA6480F, 0x7A5A00, 0x9333B8, 0x0B7285, 0x4B5563, 0xB4304F};

constexpr TypeFace faces[] = {
    {FontWeight::regular, 13, 18}, {FontWeight::medium, 13, 18}, {FontWeight::strong, 13, 18},
    {FontWeight::regular, 12, 16}, {FontWeight::medium, 12, 16}, {FontWeight::strong, 12, 16},
    {FontWeight::regular, 11, 16}, {FontWeight::medium, 11, 16}, {FontWeight::strong, 11, 16},
    {FontWeight::strong, 17, 24},  {FontWeight::strong, 19, 26}, {FontWeight::strong, 15, 20},
    {FontWeight::strong, 9, 12},
};
static_assert(std::size(faces) == size_t(TextStyle::count_));

ThemeChoice choice = ThemeChoice::system;

double linear(uint8_t channel) {
    double const c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}
double luminance(Rgba c) { return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b); }

}  // namespace

void set_theme(ThemeChoice next) { choice = next; }
ThemeChoice theme_choice() { return choice; }

bool is_dark() {
    if (choice == ThemeChoice::system) return ctx().display.scheme == platform::ColorScheme::dark;
    return choice == ThemeChoice::dark;
}

Rgba color(Token token, bool dark) {
    Shades const& s = shades[size_t(token)];
    return Rgba::hex(dark ? s.dark : s.light);
}
Rgba color(Token token) { return color(token, is_dark()); }

Rgba disc_color(uint64_t number) { return Rgba::hex(discs[number % disc_color_count]); }

double contrast(Rgba text, Rgba ground) {
    double const a = luminance(text), b = luminance(ground);
    return (std::fmax(a, b) + 0.05) / (std::fmin(a, b) + 0.05);
}

Rgba ink_on(Rgba ground) {
    Rgba const dark = Rgba::hex(0x12161F), white = Rgba::hex(0xFFFFFF);
    if (contrast(dark, ground) >= 4.5) return dark;
    return contrast(white, ground) >= 4.5 ? white : Rgba::hex(0x000000);  // one of the three always reaches 4.5
}

Rgba mix(Rgba from, Rgba to, float share) {
    auto const channel = [&](uint8_t a, uint8_t b) { return uint8_t(std::lround(float(a) + (float(b) - float(a)) * share)); };
    return {channel(from.r, to.r), channel(from.g, to.g), channel(from.b, to.b), channel(from.a, to.a)};
}

TonePair tone_pair(Tone tone) {
    switch (tone) {
        case Tone::accent: return {Token::accent, Token::accent_tint};
        case Tone::good: return {Token::good, Token::good_tint};
        case Tone::warning: return {Token::warning, Token::warning_tint};
        case Tone::bad: return {Token::bad, Token::bad_tint};
        case Tone::neutral: break;
    }
    return {Token::text2, is_dark() ? Token::line : Token::sunken};  // on dark surfaces a sunken spot is hardly seen
}

std::span<TonePair const> text_pairs() {
    static constexpr TonePair pairs[] = {
        {Token::text1, Token::bg}, {Token::text1, Token::surface}, {Token::text1, Token::raised}, {Token::text1, Token::sunken},
        {Token::text2, Token::bg}, {Token::text2, Token::surface}, {Token::text2, Token::raised}, {Token::text2, Token::sunken},
        {Token::text2, Token::line},
        {Token::text3, Token::bg}, {Token::text3, Token::surface}, {Token::text3, Token::raised}, {Token::text3, Token::sunken},
        {Token::accent, Token::bg}, {Token::accent, Token::surface}, {Token::accent, Token::raised},
        {Token::accent, Token::accent_tint}, {Token::on_accent, Token::accent},
        {Token::good, Token::surface}, {Token::good, Token::good_tint}, {Token::warning, Token::surface},
        {Token::warning, Token::warning_tint}, {Token::bad, Token::surface}, {Token::bad, Token::raised},
        {Token::bad, Token::bad_tint}, {Token::text1, Token::warning_tint}, {Token::text1, Token::bad_tint},
        {Token::text1, Token::good_tint}, {Token::text1, Token::accent_tint},
        {Token::on_toast, Token::toast}, {Token::toast_action, Token::toast},
    };
    return pairs;
}

TypeFace type_face(TextStyle style) { return faces[size_t(style)]; }

}  // namespace leadkeep::ui
