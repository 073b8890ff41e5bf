// A look through folded texts. Most entries are passed over by their pairs of letters, without a look at the text.
#include "app/record_index.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "app/stalling.h"
#include "base/name_fold.h"
#include "base/ranges.h"
#include "platform/clock.h"

namespace leadkeep::app {
namespace {

constexpr int portion_records = 128;
constexpr size_t block_bytes = size_t{64} << 10;
constexpr uint32_t nowhere = UINT32_MAX;

std::string digits_of(std::string_view text) {
    std::string digits;
    for (char const c : text)
        if (c >= '0' && c <= '9') digits += c;
    return digits;
}

// Only what looks like a phone: its digits without the spaces and dashes between, one number a line.
std::string phone_digits(std::string_view text) {
    std::string all;
    for (size_t at = 0; at <= text.size();) {
        size_t const end = std::min(text.find('\n', at), text.size());
        std::string const digits = digits_of(text.substr(at, end - at));
        if (digits.size() >= 5) (all += digits) += ' ';
        at = end + 1;
    }
    return all;
}

std::vector<std::string> words_of(std::string const& folded) {
    std::vector<std::string> words;
    for (size_t at = 0; at < folded.size();) {
        size_t const end = std::min(folded.find(' ', at), folded.size());
        if (end > at) words.push_back(folded.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

}  // namespace

void RecordIndex::Pairs::add(std::string_view text) {
    auto const note = [this](uint32_t first, uint32_t second) {
        uint32_t const hash = (first << 8 | second) * 2'654'435'761U >> 24;
        bits[hash >> 6] |= uint64_t{1} << (hash & 63);
    };
    uint32_t before = ' ';
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (byte != ' ') note(0, byte);  // for words of one letter
        if (byte != ' ' && before != ' ') note(before, byte);
        before = byte;
    }
}

bool RecordIndex::Pairs::holds(Pairs const& other) const {
    for (size_t i = 0; i < bits.size(); ++i)
        if ((bits[i] & other.bits[i]) != other.bits[i]) return false;
    return true;
}

// What was typed, made ready to be looked for.
struct RecordIndex::TextQuery {
    std::string folded;
    std::vector<std::string> words;
    std::string tail;  // of a phone; empty: it is none
    Pairs word_pairs, tail_pairs;

    explicit TextQuery(std::string const& text) : folded(fold_name(text)), words(words_of(folded)) {
        // The longest is the rarest.
        ranges::stable_sort(words, [](std::string const& a, std::string const& b) { return a.size() > b.size(); });
        for (auto const& word : words) word_pairs.add(word);
        std::string const digits = digits_of(text);
        bool const by_phone =
            digits.size() >= 3 && ranges::none_of(folded, [](char c) { return c != ' ' && (c < '0' || c > '9'); });
        if (!by_phone) return;
        if (text.find_first_of("+()") != std::string::npos) words.clear();  // nothing else is written so
        // 8 912… is +7 912…: without the trunk prefix both are found.
        tail = digits.size() > 4 && (digits[0] == '8' || digits[0] == '7') ? digits.substr(1) : digits;
        tail_pairs.add(tail);
    }
    bool has_words(Entry const& entry) const {
        return !words.empty() && entry.pairs.holds(word_pairs) && ranges::all_of(words, [&](std::string const& word) {
                   return entry.folded.find(word) != std::string_view::npos;
               });
    }
    bool has_phone(Entry const& entry) const {
        return !tail.empty() && entry.pairs.holds(tail_pairs) && entry.digits.find(tail) != std::string_view::npos;
    }
    bool finds(Entry const& entry) const { return has_words(entry) || has_phone(entry); }
    // 0 is the best. Of what is found.
    int rank(Entry const& entry) const {
        return entry.folded.starts_with(folded) ? 0 : words_begin_in(entry.folded, folded) ? 1 : 2;
    }
};

void RecordIndex::forget() {
    entries_.clear();
    place_.clear();
    ids_.clear();
    numbers_.clear();
    currencies_.clear();
    stale_.clear();
    blocks_.clear();
    block_left_ = next_entity_ = 0;
    last_read_ = {};
    places_.reset();
}

std::string_view RecordIndex::keep(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > block_left_) {
        block_left_ = std::max(block_bytes, text.size());
        blocks_.push_back(std::make_unique<char[]>(block_left_));
        block_at_ = blocks_.back().get();
    }
    char* const at = std::exchange(block_at_, block_at_ + text.size());
    std::memcpy(at, text.data(), text.size());
    block_left_ -= text.size();
    return {at, text.size()};
}

uint32_t RecordIndex::number_of(Uuid const& id) {
    auto const [known, fresh] = numbers_.try_emplace(id, static_cast<uint32_t>(ids_.size()));
    if (fresh) ids_.push_back(id);
    return known->second;
}

void RecordIndex::put(store::IndexLine const& line) {
    Entry entry;
    entry.record = line.record;
    entry.folded = keep(fold_name(line.text));
    entry.digits = keep(phone_digits(line.text));
    entry.pairs.add(entry.folded);
    entry.pairs.add(entry.digits);
    entry.manager = number_of(line.manager);
    entry.source = number_of(line.source);
    entry.stage = number_of(line.stage);
    entry.stage_since_ms = line.stage_since_ms;
    if (line.amount_minor) {
        auto const found = ranges::find(currencies_, line.currency);
        entry.currency = static_cast<uint32_t>(found - currencies_.begin());
        if (found == currencies_.end()) currencies_.push_back(line.currency);
        entry.amount_minor = *line.amount_minor;
    }
    auto const [known, fresh] = place_.try_emplace(line.record.id, static_cast<uint32_t>(entries_.size()));
    if (fresh) entries_.push_back(entry);
    else entries_[known->second] = entry;
}

Result<> RecordIndex::read_portion(store::Connection& connection) {
    auto const lines = LK_TRY(store::read_index_lines(connection, indexed[next_entity_], last_read_, portion_records));
    for (auto const& line : lines) put(line);
    if (lines.size() == portion_records) {
        last_read_ = lines.back().record.id;
    } else {
        ++next_entity_;
        last_read_ = {};
    }
    return {};
}

// What changed while the rest was read, and since.
Result<> RecordIndex::read_stale(store::Connection& connection) {
    for (auto const& record : stale_) {
        auto const line = LK_TRY(store::read_index_line(connection, record));
        if (line) put(*line);
        else if (auto const known = place_.find(record.id); known != place_.end()) entries_[known->second] = Entry{.record = record};
    }
    stale_.clear();
    return {};
}

Result<RecordIndex::Reading> RecordIndex::read_ahead(store::Connection& connection, double until_ms) {
    do {
        if (next_entity_ == indexed.size()) {
            LK_CHECK(read_stale(connection));
            return Reading::finished;
        }
        LK_CHECK(read_portion(connection));
    } while (platform::monotonic_ms() < until_ms);
    return Reading::unfinished;
}

Result<> RecordIndex::finish(store::Connection& connection) {
    while (next_entity_ < indexed.size()) LK_CHECK(read_portion(connection));
    return read_stale(connection);
}

Result<std::vector<RecordRef>> RecordIndex::find(store::Connection& connection, std::string const& text, size_t limit) {
    TextQuery const query(text);
    std::vector<RecordRef> found;
    if (query.folded.empty()) return found;
    LK_CHECK(finish(connection));
    struct Hit {
        int rank;
        RecordRef record;
    };
    std::vector<Hit> hits;
    for (auto const& entry : entries_)
        if (query.finds(entry)) hits.push_back({query.rank(entry), entry.record});
    auto const better = [](Hit const& a, Hit const& b) {
        return a.rank != b.rank ? a.rank < b.rank : a.record.id > b.record.id;
    };
    size_t const wanted = std::min(limit, hits.size());
    std::partial_sort(hits.begin(), hits.begin() + static_cast<ptrdiff_t>(wanted), hits.end(), better);
    for (size_t i = 0; i < wanted; ++i) found.push_back(hits[i].record);
    return found;
}

void RecordIndex::find_places(BoardView const& board, uint64_t version) {
    if (places_ && places_->board == board.board && places_->version == version) return;
    places_.emplace(Places{board.board, version, {}});
    for (auto const& column : board.columns) {
        auto& places = places_->columns.emplace_back();
        places.reserve(column.cards.size());
        for (auto const& id : column.cards) {
            auto const known = place_.find(id);
            places.push_back(known == place_.end() ? nowhere : known->second);
        }
    }
}

Result<std::vector<Uuid>> RecordIndex::find_all(store::Connection& connection, Entity entity, std::string const& text) {
    TextQuery const query(text);
    std::vector<Uuid> found;
    if (query.folded.empty()) return found;
    LK_CHECK(finish(connection));
    for (auto const& entry : entries_)
        if (entry.record.entity == entity && query.finds(entry)) found.push_back(entry.record.id);
    ranges::sort(found, std::greater<>());  // ids grow with time
    return found;
}

bool RecordIndex::passes(Entry const& entry, BoardFilter const& filter) const {
    return (filter.managers.empty() || ranges::count(filter.managers, ids_[entry.manager])) &&
           (filter.sources.empty() || ranges::count(filter.sources, ids_[entry.source]));
}

Result<RecordIndex::Kept> RecordIndex::narrow(store::Connection& connection, BoardView const& board, uint64_t version,
                                              BoardQuery const& query, int64_t now_ms) {
    TextQuery const text(query.text);
    Kept kept(board.columns.size());
    if (!query.text.empty() && text.folded.empty()) return kept;  // signs alone find nothing
    LK_CHECK(finish(connection));
    find_places(board, version);
    for (size_t column = 0; column < kept.size(); ++column) {
        auto const& places = places_->columns[column];
        bool const stalled_only = query.filter.stalling == Stalling::stalled;
        int64_t const stalled_before = stalled_only ? stalled_before_ms(board.columns[column].stage, now_ms) : 0;
        for (size_t i = 0; i < places.size(); ++i) {
            if (places[i] == nowhere) continue;
            Entry const& entry = entries_[places[i]];
            if (!passes(entry, query.filter)) continue;
            if (stalled_only && (entry.stage_since_ms == 0 || entry.stage_since_ms >= stalled_before)) continue;
            if (!query.text.empty() && !text.finds(entry)) continue;
            kept[column].push_back(static_cast<uint32_t>(i));
        }
    }
    return kept;
}

Result<int64_t> RecordIndex::count_stalled(store::Connection& connection, BoardView const& board, std::span<Uuid const> away, int64_t now_ms) {
    LK_CHECK(finish(connection));
    if (board.columns.empty()) return 0;
    // A card whose stage is gone is shown in the first column.
    std::vector<int64_t> before_ms(ids_.size(), stalled_before_ms(board.columns.front().stage, now_ms));
    for (auto const& column : board.columns)
        if (auto const known = numbers_.find(column.stage.id.uuid); known != numbers_.end())
            before_ms[known->second] = stalled_before_ms(column.stage, now_ms);
    Entity const cards = cards_of(board.board);
    int64_t count = 0;
    for (auto const& entry : entries_) {
        bool const is = entry.record.entity == cards && entry.stage_since_ms != 0 && entry.stage_since_ms < before_ms[entry.stage];
        if (is && !ranges::binary_search(away, entry.record.id)) ++count;
    }
    return count;
}

RecordFacts RecordIndex::facts(Uuid const& record) const {
    auto const known = place_.find(record);
    if (known == place_.end()) return {};
    Entry const& entry = entries_[known->second];
    RecordFacts facts{entry.folded, ids_[entry.manager], ids_[entry.source], entry.stage_since_ms, {}, {}};
    if (entry.currency != none) {
        facts.amount_minor = entry.amount_minor;
        facts.currency = currencies_[entry.currency];
    }
    return facts;
}

}  // namespace leadkeep::app
