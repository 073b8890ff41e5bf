// Files say their encoding seldom; they are read all the same.
#include "exchange/encoding.h"

#include <doctest/doctest.h>

namespace leadkeep::exchange {
namespace {

std::string as_utf16(std::u16string_view text, bool little, bool mark) {
    std::string bytes;
    auto const put = [&](char16_t unit) {
        char const low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
        bytes += little ? low : high;
        bytes += little ? high : low;
    };
    if (mark) put(0xFEFF);
    for (auto const unit : text) put(unit);
    return bytes;
}

std::string text_of(std::string const& bytes) { return decode(bytes, detect_encoding(bytes)).text; }

}  // namespace

TEST_CASE("UTF-16 is read in both byte orders, with a mark and without") {
    std::u16string_view const text = u"Имя;Телефон;E-mail\r\nАнна;+7 900 000-11-22;anna@example.com\r\n😀;1;2\r\n";
    for (bool const little : {true, false})
        for (bool const mark : {true, false})
            CHECK(text_of(as_utf16(text, little, mark)) == "Имя;Телефон;E-mail\r\nАнна;+7 900 000-11-22;anna@example.com\r\n😀;1;2\r\n");
}

TEST_CASE("UTF-8 is read with a mark and without") {
    CHECK(text_of("\xEF\xBB\xBFИмя") == "Имя");
    CHECK(text_of("Имя;Ё") == "Имя;Ё");
    CHECK(text_of("plain") == "plain");
}

TEST_CASE("Windows-1251 is told from UTF-8 and read") {
    CHECK(text_of("\xC8\xEC\xFF;\xB9 1;\xA8\xE6") == "Имя;№ 1;Ёж");
    CHECK(detect_encoding("\xC8\xEC\xFF") == Encoding::windows_1251);
}

TEST_CASE("a UTF-8 file with one torn character stays UTF-8 and the loss is counted") {
    std::string text;
    for (int i = 0; i < 50; ++i) text += "Журавлёва;Казань\n";
    text += "\xD0";
    CHECK(detect_encoding(text) == Encoding::utf8);
    CHECK(decode(text, Encoding::utf8).replaced == 1);
}

TEST_CASE("a chosen encoding is obeyed, whatever the bytes") {
    CHECK(decode("abc", Encoding::utf16_le).text.size() > 0);
    CHECK(decode("\xFF\xFE\xFD", Encoding::utf8).replaced == 3);
    CHECK(decode("", Encoding::utf16_be).text.empty());
}

}  // namespace leadkeep::exchange
