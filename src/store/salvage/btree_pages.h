// Reads an SQLite file page by page without SQLite, for a file that is damaged somewhere: each page that is there gives
// its cells, whatever has become of the pages around it.
// Limits: believes nothing it reads; the work is bound by the file's size, however hostile the bytes; text is UTF-8.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace leadkeep::store {

enum class PageKind : uint8_t { none, index_inner, table_inner, index_leaf, table_leaf };

// One stored value. `cut`: it lies on a page that is lost.
struct StoredField {
    enum class Kind : uint8_t { null, integer, real, text, blob, cut } kind = Kind::null;
    int64_t integer = 0;
    double real = 0;
    std::span<uint8_t const> bytes{};  // text, blob

    std::string_view text() const { return {reinterpret_cast<char const*>(bytes.data()), bytes.size()}; }
};

// A row of a table, or an entry of an index (a table without rowid is an index).
struct BtreeCell {
    int64_t rowid = 0;  // of a table's row
    std::vector<StoredField> fields;
    bool is_cut() const { return !fields.empty() && fields.back().kind == StoredField::Kind::cut; }
};

class BtreePages {
public:
    // `file` must outlive this.
    explicit BtreePages(std::span<uint8_t const> file);

    uint32_t count() const { return count_; }  // pages are numbered from 1
    PageKind kind(uint32_t page) const;
    // The pages below an inner one, in order; as written, they may be anything.
    std::vector<uint32_t> children(uint32_t page) const;
    // Each cell that can be read; those of an inner page of a table hold no row. The cell's bytes last as long as the visit.
    void read(uint32_t page, std::function<void(BtreeCell const&)> const& visit);
    // The pages that the file's list of free pages names: what stands there is out of date.
    std::vector<bool> free_pages() const;

private:
    struct Payload {
        std::span<uint8_t const> bytes;
        uint64_t full_size = 0;
    };
    std::span<uint8_t const> page_bytes(uint32_t page) const;
    uint32_t number(std::span<uint8_t const> bytes, size_t at) const;
    std::vector<size_t> cell_offsets(uint32_t page) const;
    bool read_cell(std::span<uint8_t const> bytes, size_t at, PageKind kind, size_t& room, BtreeCell& cell);
    bool take_payload(std::span<uint8_t const> bytes, size_t at, uint64_t size, PageKind kind, size_t& room, Payload& payload);
    void follow_overflow(uint32_t page, uint64_t wanted);

    std::span<uint8_t const> file_;
    uint32_t page_size_ = 4096, usable_ = 4096, count_ = 0;
    std::vector<uint8_t> overflow_reads_;  // by page: bounds the work on files whose chains run into each other
    std::vector<uint8_t> joined_;          // the payload in one piece
};

}  // namespace leadkeep::store
