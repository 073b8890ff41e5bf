// All records in short, in memory: search as one types (every word must be found somewhere in a record's texts, letter case
// and ё/е aside, phones by their digits), and what boards are filtered and lists ordered by.
// Limits: some hundred bytes a record; most are passed over by which pairs of letters they have; reading them takes seconds
// with 100 000 records, so it is done ahead, in portions.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/board_query.h"
#include "app/lists.h"
#include "app/snapshots.h"
#include "base/result.h"
#include "store/connection.h"
#include "store/queries/index_lines.h"

namespace leadkeep::app {

// What is known of a record without reading it.
struct RecordFacts {
    std::string_view folded;  // its texts in lower case, the name first
    Uuid manager, source;     // nil: none
    int64_t stage_since_ms = 0;
    std::optional<int64_t> amount_minor;
    std::string_view currency;
};

class RecordIndex {
public:
    void forget();
    void forget_record(RecordRef record) { stale_.push_back(record); }

    // Reads on, a portion at least, until `until_ms` (monotonic); what is not read by then the next question reads.
    enum class Reading : uint8_t { unfinished, finished };
    Result<Reading> read_ahead(store::Connection& connection, double until_ms);
    bool is_read() const { return next_entity_ == indexed.size() && stale_.empty(); }

    // The best first: what begins with the text, then what contains it, newer before older.
    Result<std::vector<RecordRef>> find(store::Connection& connection, std::string const& text, size_t limit);
    // All of one kind that the text finds, newest first.
    Result<std::vector<Uuid>> find_all(store::Connection& connection, Entity entity, std::string const& text);
    // Which of the cards of each of the board's columns the query leaves, as places in the column. `version` grows
    // whenever the board becomes another.
    using Kept = std::vector<std::vector<uint32_t>>;
    Result<Kept> narrow(store::Connection& connection, BoardView const& board, uint64_t version, BoardQuery const& query,
                        int64_t now_ms);

    // How many of the board's cards are stalled; those of `away` (sorted) are not on it.
    Result<int64_t> count_stalled(store::Connection& connection, BoardView const& board, std::span<Uuid const> away, int64_t now_ms);

    // Reads what is still to be read, so that facts() knows all.
    Result<> finish(store::Connection& connection);
    RecordFacts facts(Uuid const& record) const;  // all empty for a record that is not there

private:
    static constexpr std::array indexed{Entity::lead, Entity::deal, Entity::contact, Entity::company};

    // Which bytes and pairs of neighbouring bytes a text has, by a hash: what lacks one of a word's does not have the word.
    struct Pairs {
        std::array<uint64_t, 4> bits{};
        void add(std::string_view text);
        bool holds(Pairs const& other) const;
    };
    struct Entry {
        RecordRef record;
        std::string_view folded;  // words in lower case, one space between
        std::string_view digits;
        Pairs pairs;              // of both
        uint32_t manager = 0, source = 0, stage = 0;  // of ids_
        uint32_t currency = none;                     // of currencies_; none: no amount
        int64_t amount_minor = 0, stage_since_ms = 0;
    };
    static constexpr uint32_t none = UINT32_MAX;
    struct TextQuery;

    Result<> read_portion(store::Connection& connection);
    Result<> read_stale(store::Connection& connection);
    void put(store::IndexLine const& line);
    uint32_t number_of(Uuid const& id);
    bool passes(Entry const& entry, BoardFilter const& filter) const;
    std::string_view keep(std::string_view text);
    void find_places(BoardView const& board, uint64_t version);

    std::vector<Entry> entries_;
    std::unordered_map<Uuid, uint32_t> place_;
    std::vector<Uuid> ids_;  // of managers, sources and stages
    std::unordered_map<Uuid, uint32_t> numbers_;
    std::vector<std::string> currencies_;
    std::vector<RecordRef> stale_;
    size_t next_entity_ = 0;  // of `indexed`; all are read when it is past the last
    Uuid last_read_;
    // The texts of the entries, one behind the other; what an entry had before it changed stays until all is read anew.
    std::vector<std::unique_ptr<char[]>> blocks_;
    char* block_at_ = nullptr;
    size_t block_left_ = 0;

    struct Places {
        Board board;
        uint64_t version = 0;
        std::vector<std::vector<uint32_t>> columns;  // where the cards of the board's columns are in entries_
    };
    std::optional<Places> places_;
};

}  // namespace leadkeep::app
