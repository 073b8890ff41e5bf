// What one row says.
#include "exchange/row_draft.h"

#include <doctest/doctest.h>

#include "exchange/csv_writer.h"

namespace leadkeep::exchange {
namespace {

struct Sheet {
    RowOptions options;
    RowReader reader;
    explicit Sheet(std::vector<std::string> targets) : options{targets, targets, DateOrder::day_first, "RUB"}, reader(options) {}
    RowDraft const& read(std::vector<std::string_view> fields) { return reader.read({std::move(fields), 2}); }
};

}  // namespace

TEST_CASE("a whole name is taken apart unless its parts have columns") {
    Sheet sheet({"full_name", "last_name"});
    CHECK(sheet.read({"Травин Олег", ""}).name == PersonName{"", "Олег", "", "Травин"});
    CHECK(sheet.read({"ignored", "Ежов"}).name == PersonName{"", "", "", "Ежов"});
    CHECK(sheet.read({"<Без имени>", ""}).is_empty());
}

TEST_CASE("what cannot be read as its column says goes to the comments") {
    Sheet sheet({"amount", "created", "comments"});
    auto const& row = sheet.read({"договорная", "на днях", "Ждёт\nзвонка"});
    CHECK(!row.amount);
    CHECK(row.complaints.size() == 2);
    CHECK(row.text("comments") == "amount: договорная\ncreated: на днях\nЖдёт\nзвонка");
}

TEST_CASE("the currency's own column counts, on either side of the amount") {
    Sheet left({"currency", "amount"}), right({"amount", "currency"});
    CHECK(left.read({"Иена", "1500"}).amount->minor == 1500);
    CHECK(right.read({"1500", "Иена"}).amount->minor == 1500);
    CHECK(right.read({"48000.50", "Рубль"}).amount->minor == 4800050);
    CHECK(right.read({"$12", ""}).currency == "USD");
}

TEST_CASE("several columns of an address make one street; the same company named twice is one") {
    Sheet sheet({"street", "street", "company_name", "company_name"});
    auto const& row = sheet.read({"ул. Мира, 5", "кв. 7", "Ромашка", "Ромашка"});
    CHECK(row.text("street") == "ул. Мира, 5, кв. 7");
    CHECK(row.text("company_name") == "Ромашка");
}

TEST_CASE("tags are parted, doubled ones dropped, Google's groups named plainly") {
    Sheet sheet({"tags", "tags"});
    CHECK(sheet.read({"football-fan, musician", "musician"}).tags == std::vector<std::string>{"football-fan", "musician"});
    CHECK(sheet.read({"Friends ::: * myContacts", ""}).tags == std::vector<std::string>{"Friends", "myContacts"});
}

TEST_CASE("control characters and overlong texts do no harm") {
    Sheet sheet({"title", "comments"});
    std::string const zero("a\0b\x01", 4);
    CHECK(sheet.read({zero}).text("title") == "ab");
    std::string const huge(5'000'000, 'x');
    auto const& row = sheet.read({huge, huge});
    CHECK(row.text("title").size() == 1000);
    CHECK(row.text("comments").size() == 100'000);
    CHECK(row.complaints.size() == 2);
}

TEST_CASE("cells of a million values end in time, with what a person could have meant") {
    Sheet sheet({"phone:work", "tags", "email:work"});
    std::string marks, slashes;
    for (int i = 0; i < 300'000; ++i) marks += "7::: ", slashes += "/,";
    auto const& row = sheet.read({marks, marks, slashes});
    CHECK(row.channels.size() <= 200);
    CHECK(row.tags.size() <= 100);
    CHECK(sheet.read({slashes, slashes, marks}).complaints.size() == 3);
}

TEST_CASE("a row with more values than columns says so") {
    Sheet sheet({"title"});
    CHECK(sheet.read({"A", "", "lost"}).complaints.front().fault == RowDraft::Fault::more_values_than_columns);
    CHECK(sheet.read({"A", "", ""}).complaints.empty());
}

TEST_CASE("cells that would run as formulas are disarmed, and read back as they were") {
    std::string buffer;
    for (std::string const value : {"=HYPERLINK(\"http://x\")", "@SUM(1)", "+cmd|' /C calc'!A0", "-2+3", "'=x", "''", "'@lead", "- item", "@lead10790"}) {
        CAPTURE(value);
        CsvWriter csv(',');
        csv.row(std::vector{value});
        CsvReader reader(std::string_view(csv.text()).substr(3), ',');
        CsvRow row;
        REQUIRE(*reader.next(row));
        CHECK(std::string_view("=+-@\t\r").find(row.fields[0][0]) == std::string_view::npos);
        CHECK(clean_cell(row.fields[0], buffer) == value);
    }
}

TEST_CASE("phones and signed numbers stay usable in a spreadsheet") {
    for (auto const* value : {"+7 (900) 000-12-34", "+79000001234", "-15.50", "+7 900 000-12-34 доб. 5", "+1 955 371 0847 x371"}) {
        CAPTURE(value);
        CHECK(!is_formula_like(value));
    }
    CHECK(is_formula_like("+7 900 000 12 34=1"));
    CHECK(is_formula_like("+79000001234!A1"));
}

TEST_CASE("several values in one cell come apart as they went together") {
    Sheet sheet({"tags", "phone:work", "email:work", "web:work"});
    std::vector<std::string> const tags{"a, b"}, phones{"8 900 111-22-33, доб. 5", "нет/позже 8 900 111-22-34"}, mails{"A B <a@x.de>"}, sites{"https://x.de/a;b"};
    auto const cells = std::vector{join_values(tags, ListOf::tags), join_values(phones, ListOf::phones), join_values(mails, ListOf::emails),
                                   join_values(sites, ListOf::others)};
    auto const& row = sheet.read({cells[0], cells[1], cells[2], cells[3]});
    CHECK(row.tags == tags);
    REQUIRE(row.channels.size() == 4);
    CHECK(row.channels[0].value == phones[0]);
    CHECK(row.channels[1].value == phones[1]);
    CHECK(row.channels[2].value == mails[0]);
    CHECK(row.channels[3].value == sites[0]);
}

}  // namespace leadkeep::exchange
