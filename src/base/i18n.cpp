// Looks texts up by their English original, in an index that is built at the first use and never changes.
#include "base/i18n.h"

#include <array>
#include <span>
#include <unordered_map>

#include "base/i18n_ru.h"

namespace leadkeep {
namespace {

Language current_language = Language::english;

auto russian_tables() {
    return std::array{russian_of_core(), russian_of_screens(), russian_of_columns(), russian_of_storage(), russian_of_gallery()};
}

std::unordered_map<std::string_view, char const*> const& russian_index() {
    static auto const index = [] {
        std::unordered_map<std::string_view, char const*> built;
        for (auto const& table : russian_tables())
            for (auto const& text : table.texts) built.emplace(text.english, text.russian);
        return built;
    }();
    return index;
}

RussianPlural const* russian_plural(std::string_view one) {
    static auto const index = [] {
        std::unordered_map<std::string_view, RussianPlural const*> built;
        for (auto const& table : russian_tables())
            for (auto const& plural : table.plurals) built.emplace(plural.english_one, &plural);
        return built;
    }();
    auto const found = index.find(one);
    return found == index.end() ? nullptr : found->second;
}

std::string filled(std::string_view pattern, std::span<std::string_view const> args) {
    std::string text;
    text.reserve(pattern.size() + 16 * args.size());
    for (size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}') {
            auto const arg = static_cast<size_t>(pattern[i + 1] - '0');
            if (pattern[i + 1] >= '0' && arg < args.size()) {
                text += args[arg];
                i += 2;
                continue;
            }
        }
        text += pattern[i];
    }
    return text;
}

std::string grouped(int64_t number, std::string_view separator) {
    auto const magnitude = number < 0 ? 0 - static_cast<uint64_t>(number) : static_cast<uint64_t>(number);
    std::string const digits = std::to_string(magnitude);
    std::string text = number < 0 ? "-" : "";
    for (size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) text += separator;
        text += digits[i];
    }
    return text;
}

// CLDR's rules for whole numbers.
char const* russian_form(RussianPlural const& plural, uint64_t magnitude) {
    auto const ones = magnitude % 10, tens = magnitude % 100;
    if (ones == 1 && tens != 11) return plural.one;
    if (ones >= 2 && ones <= 4 && !(tens >= 12 && tens <= 14)) return plural.few;
    return plural.many;
}

std::string place_text(Place const& place) {
    auto const line = std::to_string(place.line), column = std::to_string(place.column);
    if (place.line <= 0) return place.file;
    if (place.file.empty()) return place.column > 0 ? trf("line {0}, column {1}", {line, column}) : trf("line {0}", {line});
    if (place.column > 0) return trf("{0}, line {1}, column {2}", {place.file, line, column});
    return trf("{0}, line {1}", {place.file, line});
}

}  // namespace

void set_language(Language language) { current_language = language; }
Language language() { return current_language; }

char const* tr(char const* english) {
    if (current_language == Language::english) return english;
    auto const found = russian_index().find(english);
    return found == russian_index().end() ? english : found->second;
}

std::string trf(char const* english, std::initializer_list<std::string_view> args) {
    return filled(tr(english), {args.begin(), args.size()});
}

std::string trn(char const* one, char const* other, int64_t count) {
    auto const magnitude = count < 0 ? 0 - static_cast<uint64_t>(count) : static_cast<uint64_t>(count);
    char const* pattern = magnitude == 1 ? one : other;
    auto const* plural = current_language == Language::russian ? russian_plural(one) : nullptr;
    if (plural) pattern = russian_form(*plural, magnitude);
    std::string const number = grouped(count, current_language == Language::russian ? "\u00A0" : ",");
    std::string_view const args[] = {number};
    return filled(pattern, args);
}

std::string describe(Error const& error) {
    std::vector<std::string_view> const args(error.args.begin(), error.args.end());
    auto const text = filled(tr(error.text.c_str()), args);
    auto const place = place_text(error.place);
    return place.empty() ? text : place + ": " + text;
}

}  // namespace leadkeep
