// PageImage: the database file in memory, in extents of eight 4 KiB pages, and which pages each commit changed.
// Writes are staged until commit(); a page stays dirty until saved_up_to() reaches the commit that changed it last.
// Limits: knows nothing of SQLite's locks (page_vfs.h) or of storage (page_writer.h).
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace leadkeep::store {

constexpr uint32_t page_bytes = 4096;
constexpr uint32_t extent_pages = 8;
constexpr uint32_t extent_bytes = page_bytes * extent_pages;

class PageImage {
public:
    uint64_t size_bytes() const { return uint64_t(page_count_) * page_bytes; }
    uint32_t page_count() const { return page_count_; }
    uint32_t extent_count() const { return (page_count_ + extent_pages - 1) / extent_pages; }
    std::span<uint8_t const> page(uint32_t index) const;
    // The last extent may be shorter: it ends with the file.
    std::span<uint8_t const> extent(uint32_t index) const;

    // Copies what is there; returns how many bytes that were (the rest of `out` is zeroed).
    size_t read(uint64_t offset, std::span<uint8_t> out) const;
    // Grows the file as needed; what lies between the old end and `offset` becomes zeros. False: no memory, unchanged.
    [[nodiscard]] bool write(uint64_t offset, std::span<uint8_t const> bytes);
    // To the next whole page; growing adds zeros.
    [[nodiscard]] bool resize(uint64_t size_bytes);

    // The content becomes `bytes` (whole pages), staged as writes; equal pages stay as they are. False: no memory, unchanged.
    [[nodiscard]] bool become(std::span<uint8_t const> bytes);

    // The staged writes become commit number last_commit() + 1, if there are any.
    enum class Change : uint8_t { none, some };
    Change commit();
    // SQLite has put the old content back: the staged pages are as the last commit left them.
    void forget_staged();

    uint64_t last_commit() const { return last_commit_; }
    // Changed since they were saved, in no particular order.
    std::vector<uint32_t> const& dirty_pages() const { return dirty_; }
    bool anything_dirty() const { return !dirty_.empty() || size_changed_at_ != 0; }
    void saved_up_to(uint64_t commit);
    void mark_all_dirty();

    // Becomes `page_count` pages of zeros, clean, at this commit number; then load_page() fills it.
    [[nodiscard]] bool begin_load(uint32_t page_count, uint64_t commit);
    // The same for a file that only goes on: pages stay, load_page() brings the changed ones.
    [[nodiscard]] bool continue_load(uint32_t page_count, uint64_t commit);
    void load_page(uint32_t index, std::span<uint8_t const> bytes);

private:
    [[nodiscard]] bool reach(uint32_t page_count);
    void stage(uint32_t page);
    void drop_clean_from_dirty();

    std::vector<std::unique_ptr<uint8_t[]>> extents_;
    uint32_t page_count_ = 0;
    uint32_t committed_page_count_ = 0;
    uint64_t last_commit_ = 0;
    std::vector<uint64_t> changed_at_;  // by page: the commit that changed it last, 0 when that is saved
    std::vector<uint32_t> dirty_;       // the pages with changed_at_ ≠ 0, each once
    uint64_t size_changed_at_ = 0;      // the same for the file's size
    std::vector<uint8_t> is_staged_;
    std::vector<uint32_t> staged_;
};

}  // namespace leadkeep::store
