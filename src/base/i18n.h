// Texts of the program in the person's language. The English text is the key; i18n_ru.cpp holds the Russian one.
// Limits: the language is one global setting of the process; a missing text shows in English (a test finds it).
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "base/result.h"

namespace leadkeep {

enum class Language : uint8_t { english, russian };

void set_language(Language language);
Language language();

// The text in the current language; lives as long as the program. `english` must be a literal, written at the call.
char const* tr(char const* english);
// The same, with {0}, {1}… replaced.
std::string trf(char const* english, std::initializer_list<std::string_view> args);
// Plural by CLDR rules: trn("{0} lead", "{0} leads", 5) → "5 leads" / «5 лидов». {0} is the count, grouped.
std::string trn(char const* one, char const* other, int64_t count);
// Marks a literal that is translated later (an Error's text, a table of labels): only the test that finds texts sees it.
constexpr char const* tr_mark(char const* english) { return english; }

// An error as one or two sentences in the current language, with its place ("contacts.csv, line 12: …").
std::string describe(Error const& error);

}  // namespace leadkeep
