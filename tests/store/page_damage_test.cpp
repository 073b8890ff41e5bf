// Stored records that are not as they were written: refused with a sentence, never guessed at, never overwritten.
#include "page_machine.h"

#include "store/pages/page_record.h"

using namespace page_test;

namespace {

// A database with extents and with a log.
void fill(Browser& browser) {
    Tab tab(browser, "damage");
    REQUIRE(tab.open());
    tab.sql().run("CREATE TABLE t(n); INSERT INTO t SELECT randomblob(300000)");
    tab.settle();
    tab.sql().run("INSERT INTO t VALUES(2)");
    tab.settle();
}

ErrorKind refusal(Browser& browser) {
    auto const before = browser.disk.records;
    Tab tab(browser, "damage");
    auto const info = tab.open();
    tab.settle();
    CHECK(browser.disk.records == before);
    return info ? ErrorKind::cancelled : info.error().kind;
}

uint64_t lost_commits(Browser& browser) {
    Tab tab(browser, "damage");
    auto const info = tab.open();
    return info ? info->lost_commits : 0;
}

}  // namespace

TEST_CASE("one flipped bit in any record is noticed") {
    Browser browser;
    fill(browser);
    auto const whole = browser.disk.records;
    REQUIRE(whole.size() >= 8);
    for (auto const& record : whole) {
        auto const& key = record.first;
        auto const& value = record.second;
        for (size_t at : {size_t(0), size_t(9), size_t(20), value.size() / 2, value.size() - 1}) {
            INFO(key, " byte ", at);
            browser.disk.records = whole;
            browser.disk.records[key][at] ^= 0x10;
            CHECK(refusal(browser) == ErrorKind::corrupt);
        }
    }
}

TEST_CASE("a record that is missing, cut short, doubled or in another's place is noticed") {
    Browser browser;
    fill(browser);
    auto const whole = browser.disk.records;
    for (auto const& record : whole) {
        auto const& key = record.first;
        auto const& value = record.second;
        INFO(key);
        if (key != head_key()) {
            browser.disk.records = whole;
            browser.disk.records.erase(key);
            // Without the newest commit alone it is the state before, which the sentinel knows to be old.
            if (key == log_key({3, 0})) CHECK(lost_commits(browser) == 1);
            else CHECK(refusal(browser) == ErrorKind::corrupt);
            browser.disk.records = whole;
            browser.disk.records[key + "x"] = value;
            CHECK(refusal(browser) == ErrorKind::corrupt);
        }
        browser.disk.records = whole;
        browser.disk.records[key].resize(value.size() - 1);
        CHECK(refusal(browser) == ErrorKind::corrupt);
        browser.disk.records[key].clear();
        CHECK(refusal(browser) == ErrorKind::corrupt);
    }
    browser.disk.records = whole;
    std::swap(browser.disk.records[extent_key(0)], browser.disk.records[extent_key(1)]);
    CHECK(refusal(browser) == ErrorKind::corrupt);
}

TEST_CASE("what can still be read of a damaged database can be exported") {
    Browser browser;
    fill(browser);
    browser.disk.records[extent_key(3)][100] ^= 1;
    Tab tab(browser, "damage");
    REQUIRE_FALSE(tab.open());
    std::vector<uint8_t> const rescued = tab.store.export_image();
    REQUIRE(rescued.size() > 300000);
    CHECK(std::string_view(reinterpret_cast<char const*>(rescued.data()), 15) == "SQLite format 3");
    CHECK_FALSE(tab.store.before_write());
    Damage const& damage = tab.store.damage();
    CHECK(damage.records_damaged == 1);
    CHECK(damage.lost_pages == std::vector<uint32_t>{24, 25, 26, 27, 28, 29, 30, 31});
    CHECK_FALSE(damage.head_lost);
}

TEST_CASE("when the head can't be read, the rest can still be exported") {
    Browser browser;
    fill(browser);
    std::vector<uint8_t> whole;
    {
        Tab tab(browser, "damage");
        REQUIRE(tab.open());
        whole = tab.store.export_image();
    }
    for (bool const is_missing : {false, true}) {
        INFO("missing: ", is_missing);
        if (is_missing) browser.disk.records.erase(head_key());
        else browser.disk.records[head_key()][40] ^= 1;
        Tab tab(browser, "damage");
        REQUIRE_FALSE(tab.open());
        CHECK(tab.store.damage().head_lost);
        auto const rescued = tab.store.export_image();
        CHECK(rescued == whole);
    }
}

TEST_CASE("a damaged database is replaced only when the person begins anew, and then in one transaction") {
    Browser browser;
    fill(browser);
    browser.disk.records[extent_key(3)][100] ^= 1;
    auto const damaged = browser.disk.records;
    {
        Tab tab(browser, "damage");
        REQUIRE_FALSE(tab.open());
        tab.store.start_afresh();
        tab.settle();
        CHECK(browser.disk.records == damaged);
        Database anew(tab.store);
        CHECK(anew.run("CREATE TABLE fresh(n)") == SQLITE_OK);
        tab.settle();
        CHECK(tab.store.save_state().status == SaveStatus::saved);
    }
    Tab tab(browser, "damage");
    REQUIRE(tab.open());
    CHECK(tab.sql().one("SELECT group_concat(name) FROM sqlite_schema") == "fresh");
    CHECK(browser.disk.records.size() < damaged.size());
}

TEST_CASE("records of another database are not mixed in") {
    Browser one;
    Browser other;
    fill(one);
    fill(other);
    one.disk.records[extent_key(1)] = other.disk.records[extent_key(1)];
    CHECK(refusal(one) == ErrorKind::corrupt);
}

TEST_CASE("a head that promises more pages than there are records takes no memory") {
    Browser browser;
    fill(browser);
    Head head = *decode_head(browser.disk.records[head_key()]);
    head.page_count = 0xFFFFFFF0;
    browser.disk.records[head_key()] = encode_head(head);
    CHECK(refusal(browser) == ErrorKind::corrupt);
}

TEST_CASE("data of a newer format is left alone and said to be newer") {
    Browser browser;
    fill(browser);
    ++browser.disk.records[head_key()][4];
    CHECK(refusal(browser) == ErrorKind::unsupported);
}

TEST_CASE("a storage that answers only after a while is waited for") {
    Browser browser;
    fill(browser);
    Tab tab(browser, "damage", {.load_fails = 100});
    browser.time.call_after(500, [&] { tab.storage.set_faults({}); });
    CHECK(tab.open().has_value());
}

TEST_CASE("XXH64 gives the published values") {
    auto const of = [](std::string_view text, uint64_t seed) {
        return xxh64({reinterpret_cast<uint8_t const*>(text.data()), text.size()}, seed);
    };
    CHECK(of("", 0) == 0xEF46DB3751D8E999);
    CHECK(of("a", 0) == 0xD24EC4F1A98C6E5B);
    CHECK(of("abc", 0) == 0x44BC2CF5AD770999);
    CHECK(of("Nobody inspects the spammish repetition", 0) == 0xFBCEA83C8A378BF1);
}
