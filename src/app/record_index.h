// Search as one types: every word must be found somewhere in a record's texts, letter case and ё/е aside, phones by
// their digits. Limits: keeps the folded texts of all records in memory (some hundred bytes each) and passes over most of
// them by which pairs of letters they have; reading them takes seconds with 100 000 records, so it is done ahead, in portions.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/lists.h"
#include "app/snapshots.h"
#include "base/result.h"
#include "store/connection.h"

namespace leadkeep::app {

class Search {
public:
    void forget();
    void forget_record(RecordRef record) { stale_.push_back(record); }

    // Reads on, a portion at least, until `until_ms` (monotonic); what is not read by then the next question reads.
    enum class Reading : uint8_t { unfinished, finished };
    Result<Reading> read_ahead(store::Connection& connection, double until_ms);
    bool is_read() const { return next_entity_ == searched.size() && stale_.empty(); }

    // The best first: what begins with the text, then what contains it, newer before older.
    Result<std::vector<RecordRef>> find(store::Connection& connection, std::string const& text, size_t limit);
    // The cards of each of the board's columns that the text finds, in their order. `version` grows whenever the board
    // becomes another.
    Result<std::vector<std::vector<Uuid>>> narrow(store::Connection& connection, BoardView const& board, uint64_t version,
                                                  std::string const& text);

private:
    static constexpr std::array searched{Entity::lead, Entity::deal, Entity::contact, Entity::company};

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
    };
    struct Query;

    Result<> finish(store::Connection& connection);
    Result<> read_portion(store::Connection& connection);
    Result<> read_stale(store::Connection& connection);
    void put(RecordRef record, std::string const& text);
    std::string_view keep(std::string_view text);
    void find_places(BoardView const& board, uint64_t version);

    std::vector<Entry> entries_;
    std::unordered_map<Uuid, uint32_t> place_;
    std::vector<RecordRef> stale_;
    size_t next_entity_ = 0;  // of `searched`; all are read when it is past the last
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
