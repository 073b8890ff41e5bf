// The rules of UAX #29 by number, over the class table. Letters of the alphabets without marks take a short way.
#include "text/clusters.h"

#include <algorithm>

#include "imgui.h"
#include "imgui_internal.h"

namespace leadkeep::text {

namespace {

constexpr uint32_t emoji_selector = 0xFE0F, keycap = 0x20E3;

ClusterClass hangul_class(uint32_t c) {
    if (c < 0x1160 || (c >= 0xA960 && c <= 0xA97C)) return ClusterClass::hangul_l;
    if (c < 0x11A8 || (c >= 0xD7B0 && c <= 0xD7C6)) return ClusterClass::hangul_v;
    if (c < 0x1200 || c >= 0xD7CB) return ClusterClass::hangul_t;
    return (c - 0xAC00) % 28 == 0 ? ClusterClass::hangul_lv : ClusterClass::hangul_lvt;
}

bool is_hangul(uint32_t c) {
    return (c >= 0x1100 && c < 0x1200) || (c >= 0xA960 && c <= 0xA97C) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xD7B0 && c <= 0xD7C6) || (c >= 0xD7CB && c <= 0xD7FB);
}

// The viramas that make conjuncts (InCB=Linker).
bool is_virama(uint32_t c) {
    return c == 0x94D || c == 0x9CD || c == 0xACD || c == 0xB4D || c == 0xC4D || c == 0xD4D || c == 0x1039 || c == 0x17D2;
}
bool is_indic_letter(uint32_t c) { return c >= 0x900 && c < 0x1800 && cluster_class(c) == ClusterClass::other; }

// Between what stands before and the next code point: GB3 … GB13.
bool holds_together(ClusterClass before, ClusterClass after) {
    using enum ClusterClass;
    if (before == control || after == control) return false;
    if (after == extend || after == joiner || after == spacing) return true;
    switch (before) {
        case hangul_l: return after == hangul_l || after == hangul_v || after == hangul_lv || after == hangul_lvt;
        case hangul_v:
        case hangul_lv: return after == hangul_v || after == hangul_t;
        case hangul_t:
        case hangul_lvt: return after == hangul_t;
        default: return false;
    }
}

bool is_picture(ClusterClass c) { return c == ClusterClass::emoji || c == ClusterClass::pictograph; }

// By the first byte of a code point: U+0000…U+02FF, and Greek and Cyrillic as far as U+047F, have no marks.
bool is_plain_lead(uint8_t byte) { return byte < 0xCC || (byte >= 0xCE && byte <= 0xD1); }

}  // namespace

ClusterClass cluster_class(uint32_t c) {
    if (c < 0x300) return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD ? ClusterClass::control : ClusterClass::other;
    if (is_hangul(c)) return hangul_class(c);
    auto const ranges = class_ranges();
    auto const after = std::upper_bound(ranges.begin(), ranges.end(), c << 11 | 0x7FF);
    if (after == ranges.begin()) return ClusterClass::other;
    uint32_t const range = *(after - 1);
    return c <= (range >> 11) + (range >> 3 & 0xFF) ? ClusterClass(range & 7) : ClusterClass::other;
}

CodePoint code_point_at(std::string_view utf8, size_t byte) {
    unsigned int value = 0;
    char const* const from = utf8.data() + byte;
    int const length = ImTextCharFromUtf8(&value, from, utf8.data() + utf8.size());
    return {value, std::min(byte + size_t(std::max(length, 1)), utf8.size())};
}

Cluster cluster_at(std::string_view utf8, size_t byte) {
    CodePoint const first = code_point_at(utf8, byte);
    Cluster cluster{first.value, first.end, true};
    if (is_plain_lead(uint8_t(utf8[byte])) && (first.end == utf8.size() || is_plain_lead(uint8_t(utf8[first.end])))) return cluster;
    ClusterClass before = cluster_class(first.value);
    bool in_picture = is_picture(before), after_joined_picture = false, after_virama = false;
    bool half_flag = before == ClusterClass::regional;
    while (cluster.end < utf8.size()) {
        CodePoint const next = code_point_at(utf8, cluster.end);
        ClusterClass const after = cluster_class(next.value);
        bool const joins = holds_together(before, after) || (after_joined_picture && is_picture(after)) ||  // GB11
                           (half_flag && after == ClusterClass::regional) ||                                // GB12, GB13
                           (after_virama && is_indic_letter(next.value));                                   // GB9c
        if (!joins) break;
        cluster.end = next.end;
        cluster.is_single = false;
        after_joined_picture = in_picture && after == ClusterClass::joiner;
        in_picture = is_picture(after) || (in_picture && after == ClusterClass::extend);
        after_virama = is_virama(next.value) || (after_virama && after == ClusterClass::joiner);
        half_flag = false;  // two make a flag, and only side by side
        before = after;
    }
    return cluster;
}

bool is_emoji(std::string_view cluster) {
    ClusterClass const first = cluster_class(code_point_at(cluster, 0).value);
    if (first == ClusterClass::emoji || first == ClusterClass::regional) return true;
    for (size_t at = 0; at < cluster.size();) {
        CodePoint const c = code_point_at(cluster, at);
        if (c.value == emoji_selector || c.value == keycap) return true;
        at = c.end;
    }
    return false;
}

}  // namespace leadkeep::text
