// Texts in both languages.
#include "base/i18n.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "base/i18n_ru.h"

namespace leadkeep {
namespace {

struct InRussian {
    InRussian() { set_language(Language::russian); }
    ~InRussian() { set_language(Language::english); }
};

// "{0}…{2}" as the set of digits used.
std::set<char> placeholders(std::string_view text) {
    std::set<char> found;
    for (size_t i = 0; i + 2 < text.size(); ++i)
        if (text[i] == '{' && text[i + 2] == '}') found.insert(text[i + 1]);
    return found;
}

}  // namespace

TEST_CASE("a text shows in the chosen language, an unknown one in English") {
    CHECK(std::string(tr("In progress")) == "In progress");
    InRussian const russian;
    CHECK(std::string(tr("In progress")) == "В работе");
    CHECK(std::string(tr("No such text")) == "No such text");
}

TEST_CASE("counts follow the plural rules of the language") {
    CHECK(trn("{0} lead", "{0} leads", 1) == "1 lead");
    CHECK(trn("{0} lead", "{0} leads", 12345) == "12,345 leads");
    InRussian const russian;
    for (auto const& [count, text] : {std::pair<int64_t, char const*>{0, "0 лидов"}, {1, "1 лид"}, {2, "2 лида"}, {5, "5 лидов"}, {11, "11 лидов"},
                                      {12, "12 лидов"}, {21, "21 лид"}, {24, "24 лида"}, {111, "111 лидов"}, {1234567, "1\u00A0234\u00A0567 лидов"}})
        CHECK(trn("{0} lead", "{0} leads", count) == text);
}

TEST_CASE("every Russian text has the placeholders of its original, once, and stands in its place") {
    std::set<std::string_view> seen;
    for (auto const& table : {russian_of_core(), russian_of_screens()}) {
        std::string_view previous;
        for (auto const& text : table.texts) {
            CAPTURE(text.english);
            CHECK(seen.insert(text.english).second);
            CHECK(previous < text.english);
            CHECK(placeholders(text.english) == placeholders(text.russian));
            CHECK(text.russian[0] != '\0');
            previous = text.english;
        }
        previous = {};
        for (auto const& plural : table.plurals) {
            CAPTURE(plural.english_one);
            CHECK(previous < plural.english_one);
            for (auto const* form : {plural.one, plural.few, plural.many}) CHECK(std::string_view(form).find("{0}") != std::string_view::npos);
            previous = plural.english_one;
        }
    }
}

TEST_CASE("an error says where, as far as it is known") {
    Error error{ErrorKind::refused, "Bad {0}.", {"row"}, {"a.csv", 12, 3}};
    CHECK(describe(error) == "a.csv, line 12, column 3: Bad row.");
    error.place = {"a.csv", 12, 0};
    CHECK(describe(error) == "a.csv, line 12: Bad row.");
    error.place = {"", 2, 0};
    CHECK(describe(error) == "line 2: Bad row.");
    error.place = {};
    CHECK(describe(error) == "Bad row.");
}

TEST_CASE("a placeholder without an argument stays as it is") {
    CHECK(trf("{0} of {1} {} {x}", {"{1}"}) == "{1} of {1} {} {x}");
}

}  // namespace leadkeep
