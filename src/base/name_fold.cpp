// UTF-8 in and out by hand: the C library's case mapping follows a locale, which a browser and a test would not share.
#include "base/name_fold.h"

#include <algorithm>

namespace leadkeep {
namespace {

constexpr char32_t replacement = 0xFFFD;

bool is_space(char32_t c) {
    return c <= 0x20 || c == 0x7F || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool is_word(char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
    if (c == 0xD7 || c == 0xF7) return false;
    // Punctuation, symbols and private use; the rest (letters of all scripts) makes words.
    return !is_space(c) && !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F) && c < 0xE000;
}

}  // namespace

char32_t next_code_point(std::string_view text, size_t& at) {
    auto const byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
    auto const lead = byte(at);
    if (lead < 0x80) return static_cast<char32_t>(byte(at++));
    int const more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0;
    if (more == 0 || lead > 0xF4 || static_cast<size_t>(more) >= text.size() - at) {
        ++at;
        return replacement;
    }
    char32_t code = lead & (0x3F >> more);
    for (int i = 1; i <= more; ++i) {
        auto const next = byte(at + static_cast<size_t>(i));
        if ((next & 0xC0) != 0x80) {
            ++at;
            return replacement;
        }
        code = code << 6 | (next & 0x3F);
    }
    constexpr char32_t least[] = {0, 0x80, 0x800, 0x10000};
    if (code < least[more] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
        ++at;
        return replacement;
    }
    at += static_cast<size_t>(more) + 1;
    return code;
}

void append_code_point(std::string& text, char32_t c) {
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xC0 | c >> 6);
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        text += static_cast<char>(0xE0 | c >> 12);
        text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        text += static_cast<char>(0xF0 | c >> 18);
        text += static_cast<char>(0x80 | (c >> 12 & 0x3F));
        text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    }
}

char32_t lower_code_point(char32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
    if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
    if (c >= 0x100 && c <= 0x17F) {
        bool const odd_is_upper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
        if (c == 0x130) return 'i';
        if (c == 0x178) return 0xFF;
        if (c == 0x138 || c == 0x149 || c == 0x17F) return c;
        return (c & 1) == (odd_is_upper ? 1U : 0U) ? c + 1 : c;
    }
    if (c >= 0x391 && c <= 0x3A9 && c != 0x3A2) return c + 32;
    if (c >= 0x410 && c <= 0x42F) return c + 32;
    if (c >= 0x400 && c <= 0x40F) return c + 80;
    if ((c >= 0x460 && c <= 0x481) || (c >= 0x48A && c <= 0x4BF) || (c >= 0x4D0 && c <= 0x52F)) return c | 1;
    if (c >= 0x4C1 && c <= 0x4CE) return (c & 1) ? c + 1 : c;
    return c;
}

std::string lower_text(std::string_view text) {
    std::string lower;
    lower.reserve(text.size());
    for (size_t at = 0; at < text.size();) append_code_point(lower, lower_code_point(next_code_point(text, at)));
    return lower;
}

std::string fold_name(std::string_view name) {
    std::string folded;
    folded.reserve(name.size());
    bool pending_space = false;
    for (size_t at = 0; at < name.size();) {
        auto const c = next_code_point(name, at);
        if (c == 0xAD || (c >= 0x300 && c <= 0x36F)) continue;  // soft hyphen, combining marks
        if (!is_word(c)) {
            pending_space = !folded.empty();
            continue;
        }
        if (pending_space) folded += ' ';
        pending_space = false;
        auto const lower = lower_code_point(c);
        append_code_point(folded, lower == U'ё' ? U'е' : lower);
    }
    return folded;
}

bool words_begin_in(std::string_view name, std::string_view query) {
    auto const begins_word = [name](std::string_view word) {
        for (size_t at = name.find(word); at != std::string_view::npos; at = name.find(word, at + 1))
            if (at == 0 || name[at - 1] == ' ') return true;
        return false;
    };
    while (!query.empty()) {
        size_t const end = std::min(query.find(' '), query.size());
        if (!begins_word(query.substr(0, end))) return false;
        query.remove_prefix(std::min(end + 1, query.size()));
    }
    return true;
}

std::string_view trim_text(std::string_view text) {
    size_t begin = 0, end = text.size();
    while (begin < end) {
        size_t at = begin;
        if (!is_space(next_code_point(text, at))) break;
        begin = at;
    }
    while (end > begin) {
        size_t start = end - 1;
        while (start > begin && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
        size_t at = start;
        if (!is_space(next_code_point(text, at)) || at != end) break;
        end = start;
    }
    return text.substr(begin, end - begin);
}

}  // namespace leadkeep
