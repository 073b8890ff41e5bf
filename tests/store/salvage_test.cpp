// A damaged file gives back every row that stands on a page which can be read, as it was written, and nothing else.
#include "store/salvage/salvage.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <utility>

#include "base/i18n.h"
#include "domain/catalog.h"
#include "must.h"
#include "store/check.h"
#include "store/salvage/btree_pages.h"
#include "store/transaction.h"

using namespace leadkeep;
using namespace leadkeep::store;

namespace {

using Bytes = std::vector<uint8_t>;
constexpr size_t page_bytes = 4096;

std::string long_text(int number, size_t size) {
    std::string text = "текст " + std::to_string(number) + " ";
    while (text.size() < size) text += std::to_string(text.size() * static_cast<size_t>(number + 7)) + " слово ";
    return text;
}

// A database in memory that was worked with, and its file.
class Office {
public:
    Office() : image_(must(MemoryImage::make())), store_(must(Store::open({.path = image_.path()}))) {}

    void add_leads(int count) {
        for (int i = 0; i < count; i += 50) {
            auto change = must(Transaction::begin(*store_, {"Leads added", {}, {}}));
            for (int k = i; k < std::min(i + 50, count); ++k) add_lead(change, k);
            must(change.commit());
        }
    }
    void rename_leads() {
        auto change = must(Transaction::begin(*store_, {"Renamed", {}, {}}));
        for (size_t i = 0; i < leads_.size(); i += 3)
            must(change.set(Entity::lead, leads_[i], {{"title", {"Renamed " + std::to_string(i)}}}));
        must(change.commit());
    }
    Bytes file() { return must(image_.bytes()); }
    Store& store() { return *store_; }

private:
    void add_lead(Transaction& change, int k) {
        std::string const title = "Lead " + std::to_string(k);
        auto const comments = k % 9 == 0 ? long_text(k, 9000) : long_text(k, 120);
        auto const lead = must(change.insert(Entity::lead, {}, {{"title", {title}}, {"comments", {comments}}, {"amount", {int64_t{k} * 100, "EUR"}}}));
        leads_.push_back(lead);
        must(change.insert(Entity::channel, {}, {{"channel", {"lead", lead, "phone", "work", "+7 912 " + std::to_string(k), std::to_string(k), {}, {}}}}));
        must(change.event({Entity::lead, lead}, EventKind::note, "{\"text\":\"" + long_text(k, k % 11 == 0 ? 5000 : 60) + "\"}"));
        if (k % 4 == 0) must(change.insert(Entity::activity, {}, {{"owner", {"lead", lead}}, {"kind", {"call"}}, {"subject", {title}}}));
        if (k % 5) return;
        auto const contact = must(change.insert(Entity::contact, {}, {{"first_name", {"Анна"}}, {"last_name", {long_text(k, 40)}}}));
        must(change.insert(Entity::deal, {}, {{"title", {"Deal " + std::to_string(k)}}, {"lead_id", {lead}}}));
        must(change.insert(Entity::product_line, {}, {{"owner", {"lead", lead}}, {"name", {title}}, {"quantity", {double(k) / 2}}}));
        auto const company = must(change.insert(Entity::company, {}, {{"name", {"Company " + std::to_string(k)}}}));
        must(change.insert(Entity::contact_company, {}, {{"link", {contact, company}}, {"job_title", {"Директор"}}}));
    }

    MemoryImage image_;
    std::unique_ptr<Store> store_;
    std::vector<Uuid> leads_;
};

// All rows of the synced tables: what stands in each column, by the row's id.
using Row = std::map<std::string, Value>;
using Rows = std::map<std::pair<Entity, Uuid>, Row>;
Rows rows_of(Store& store) {
    Rows rows;
    for (auto const& entity : all_entities()) {
        std::string sql = "SELECT id";
        std::vector<std::string> names;
        for (auto const& one : entity.registers)
            for (auto const& column : one.columns) sql += ", " + names.emplace_back(column.name);
        auto query = must(store.reader().prepare(sql + " FROM " + std::string(entity.table)));
        while (must(query.step()))
            for (size_t i = 0; i < names.size(); ++i) rows[{entity.entity, query.uuid(0)}][names[i]] = query.value(static_cast<int>(i + 1));
    }
    return rows;
}

// On which pages of a whole file each row lies: of these, `cell` must be there for anything, all for everything.
struct Home {
    uint32_t cell = 0;
    bool has_overflow = false;
};
std::map<Uuid, Home> homes_of(Bytes const& file) {
    BtreePages pages(file);
    auto const free = pages.free_pages();
    std::map<Uuid, Home> homes;
    for (uint32_t page = 1; page <= pages.count(); ++page)
        if (!free[page])
            pages.read(page, [&](BtreeCell const& cell) {
                if (cell.fields.size() < 6 || cell.fields[0].bytes.size() != 16 || cell.fields[1].bytes.size() < 20) return;
                size_t size = 0;
                for (auto const& field : cell.fields) size += field.bytes.size();
                homes[*Uuid::from_bytes(cell.fields[0].bytes)] = {page, size > 900};
            });
    return homes;
}

void lose(Bytes& file, uint32_t page) { std::fill_n(file.begin() + static_cast<ptrdiff_t>((page - 1) * page_bytes), page_bytes, uint8_t{0}); }

bool is_part_of(Row const& part, Row const& whole) {
    for (auto const& [name, value] : part)
        if (!is_null(value) && value != whole.at(name)) return false;
    return true;
}

bool has_long_text(Row const& row) {
    size_t size = 0;
    for (auto const& [name, value] : row)
        if (auto const* text = std::get_if<std::string>(&value)) size += text->size();
    return size > 800;
}

// Of these tables a row that no tree leads to may look like one of another table, and is then left out.
bool is_told_apart(Entity entity) {
    return entity != Entity::tag && entity != Entity::device && entity != Entity::contact_company && entity != Entity::deal_contact &&
           entity != Entity::source && entity != Entity::loss_reason && entity != Entity::manager;
}

}  // namespace

TEST_CASE("from a whole file everything comes back, and the result is in order") {
    Office office;
    office.add_leads(120);
    office.rename_leads();
    auto const rescued = must(salvage(office.file()));
    CHECK(rows_of(*rescued.store) == rows_of(office.store()));
    CHECK(rescued.of(Entity::lead).recovered == 120);
    for (auto const& kind : rescued.kinds) {
        CHECK(kind.lost == 0);
        CHECK(kind.incomplete == 0);
        CHECK(kind.lost_is_all);
    }
    for (auto const& finding : must(check(*rescued.store))) CHECK_MESSAGE(finding.severity != Severity::damage, describe(finding));
    CHECK(rescued.store->identity().dataset == office.store().identity().dataset);
    CHECK(rescued.store->identity().device == office.store().identity().device);
    CHECK(rescued.store->identity().last_seq == office.store().identity().last_seq);
    auto const again = must(MemoryImage::make(must(rescued.image.bytes())));
    CHECK(rows_of(*must(Store::open({.path = again.path()}))) == rows_of(office.store()));
}

TEST_CASE("lost pages cost the rows that stood on them and nothing else") {
    Office office;
    office.add_leads(300);
    office.rename_leads();
    auto const whole = office.file();
    auto const rows = rows_of(office.store());
    auto const homes = homes_of(whole);
    auto const pages = static_cast<uint32_t>(whole.size() / page_bytes);
    for (unsigned seed = 1; seed <= 24; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        auto file = whole;
        std::set<uint32_t> lost;
        for (unsigned i = 0; i <= seed / 4; ++i) lost.insert(random() % pages + 1);
        if (seed % 5 == 0) lost.insert(1);
        for (uint32_t const page : lost) lose(file, page);
        auto const rescued = must(salvage(file));
        auto const found = rows_of(*rescued.store);
        std::map<Entity, int64_t> missing;
        for (auto const& each : rows) {  // clang 14 lets no lambda (of a message) use a structured binding
            auto const& row = each.second;
            auto const entity = each.first.first;
            auto const home = homes.at(each.first.second);
            auto const here = found.find(each.first);
            missing[entity] += here == found.end();
            if (here != found.end()) CHECK(is_part_of(here->second, row));
            if (lost.contains(home.cell) || !is_told_apart(entity) || home.has_overflow) continue;
            REQUIRE_MESSAGE(here != found.end(), info(entity).table, " on page ", home.cell);
            CHECK(here->second == row);
        }
        for (auto const& each : found) CHECK_MESSAGE(rows.contains(each.first), info(each.first.first).table);
        for (auto const entity : {Entity::lead, Entity::contact, Entity::company, Entity::deal, Entity::event}) {
            auto const& kind = rescued.of(entity);
            if (kind.lost_is_all) CHECK(kind.lost == missing[entity]);
            else CHECK(kind.lost <= missing[entity]);
        }
    }
}

TEST_CASE("a lead whose long comment is lost keeps its other fields, and a merge may fill the comment again") {
    Office office;
    office.add_leads(40);
    auto file = office.file();
    BtreePages pages(file);
    auto const free = pages.free_pages();
    for (uint32_t page = 2; page <= pages.count(); ++page)
        if (pages.kind(page) == PageKind::none && !free[page]) lose(file, page);
    auto const rescued = must(salvage(file));
    CHECK(rescued.of(Entity::lead).recovered == 40);
    CHECK(rescued.of(Entity::lead).incomplete == 5);
    auto query = must(rescued.store->reader().prepare("SELECT comments, amount_minor FROM lead WHERE title = 'Lead 9'"));
    REQUIRE(must(query.step()));
    CHECK(query.is_null(0));
    CHECK(query.integer(1) == 900);
}

TEST_CASE("pages of an older version give older rows at worst") {
    Office office;
    office.add_leads(150);
    auto const older = office.file();
    auto const rows_before = rows_of(office.store());
    office.rename_leads();
    office.add_leads(60);
    auto const newer = office.file();
    auto const rows_after = rows_of(office.store());
    for (unsigned seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        auto file = newer;
        for (unsigned i = 0; i < seed * 2; ++i) {
            auto const at = static_cast<ptrdiff_t>(random() % (older.size() / page_bytes) * page_bytes);
            std::copy_n(older.begin() + at, page_bytes, file.begin() + at);
        }
        auto const rescued = must(salvage(file));
        for (auto const& each : rows_of(*rescued.store)) {
            auto const& key = each.first;
            auto const& row = each.second;
            auto const before = rows_before.find(key);
            auto const after = rows_after.find(key);
            REQUIRE(after != rows_after.end());
            if (has_long_text(row)) continue;  // nothing in it tells whose piece a page of it is
            bool const known = is_part_of(row, after->second) || (before != rows_before.end() && is_part_of(row, before->second));
            CHECK_MESSAGE(known, info(key.first).table, " ", key.second.to_string());
        }
    }
}

TEST_CASE("hostile bytes end in an answer") {
    Office office;
    office.add_leads(60);
    auto const whole = office.file();
    for (unsigned seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        auto file = whole;
        for (unsigned i = 0; i < 1 + seed * 8; ++i) file[random() % file.size()] = static_cast<uint8_t>(random());
        if (seed % 3 == 0) file.resize(random() % file.size());
        if (seed % 7 == 0)  // every page says that it is an inner one of another
            for (size_t at = page_bytes; at + 12 < file.size(); at += page_bytes) file[at] = seed % 2 ? 2 : 5;
        auto const rescued = salvage(file);
        if (rescued) CHECK(check(*rescued->store));
    }
    CHECK_FALSE(salvage({}));
    CHECK_FALSE(salvage(Bytes(8 * page_bytes)));
    CHECK_FALSE(salvage(Bytes(100, 'x')));
}

TEST_CASE("a file of a newer version is not taken for damaged") {
    Office office;
    office.add_leads(1);
    must(office.store().writer().execute("PRAGMA user_version = 99"));
    auto const rescued = salvage(office.file());
    REQUIRE_FALSE(rescued);
    CHECK(rescued.error().kind == ErrorKind::unsupported);
}
