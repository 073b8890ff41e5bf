// The Russian tables as i18n.cpp reads them. Limits: plurals have the three forms that whole numbers need.
#pragma once

#include <span>

namespace leadkeep {

struct RussianText {
    char const* english;
    char const* russian;
};
struct RussianPlural {
    char const* english_one;  // the first argument of trn()
    char const* one;          // 1, 21, 31…
    char const* few;          // 2–4, 22–24…
    char const* many;         // 0, 5–20, 25–30…
};
struct RussianTable {
    std::span<RussianText const> texts;
    std::span<RussianPlural const> plurals;
};

RussianTable russian_of_columns();
RussianTable russian_of_core();
RussianTable russian_of_screens();
RussianTable russian_of_storage();
RussianTable russian_of_gallery();

}  // namespace leadkeep
