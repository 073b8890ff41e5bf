#include "store/pages/page_image.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <new>

namespace leadkeep::store {

std::span<uint8_t const> PageImage::page(uint32_t index) const {
    assert(index < page_count_);
    return {extents_[index / extent_pages].get() + size_t(index % extent_pages) * page_bytes, page_bytes};
}

std::span<uint8_t const> PageImage::extent(uint32_t index) const {
    assert(index < extent_count());
    uint32_t const pages = std::min(extent_pages, page_count_ - index * extent_pages);
    return {extents_[index].get(), size_t(pages) * page_bytes};
}

size_t PageImage::read(uint64_t offset, std::span<uint8_t> out) const {
    size_t done = 0;
    while (done < out.size() && offset < size_bytes()) {
        size_t const within = offset % extent_bytes;
        size_t const piece = std::min({out.size() - done, extent_bytes - within, size_t(size_bytes() - offset)});
        std::memcpy(out.data() + done, extents_[offset / extent_bytes].get() + within, piece);
        done += piece;
        offset += piece;
    }
    if (done < out.size()) std::memset(out.data() + done, 0, out.size() - done);
    return done;
}

bool PageImage::write(uint64_t offset, std::span<uint8_t const> bytes) {
    uint64_t const end = offset + bytes.size();
    if (end > size_bytes() && !resize(end)) return false;
    for (size_t done = 0; done < bytes.size();) {
        uint64_t const at = offset + done;
        uint32_t const index = static_cast<uint32_t>(at / page_bytes);
        size_t const within = at % page_bytes;
        size_t const piece = std::min(bytes.size() - done, page_bytes - within);
        uint8_t* const target = extents_[index / extent_pages].get() + size_t(index % extent_pages) * page_bytes + within;
        // SQLite also writes pages that did not change after all; those need not travel.
        if (std::memcmp(target, bytes.data() + done, piece) != 0) {
            std::memcpy(target, bytes.data() + done, piece);
            stage(index);
        }
        done += piece;
    }
    return true;
}

bool PageImage::resize(uint64_t size_bytes) {
    uint64_t const pages = (size_bytes + page_bytes - 1) / page_bytes;
    if (pages > UINT32_MAX) return false;
    uint32_t const wanted = static_cast<uint32_t>(pages);
    uint32_t const before = page_count_;
    if (wanted > before) {
        if (!reach(wanted)) return false;
        for (uint32_t index = before; index < wanted; ++index) stage(index);
    } else if (wanted < before) {
        page_count_ = wanted;
        // What lies behind the end must read as zeros should the file grow again.
        for (uint32_t index = wanted; index < before; ++index)
            std::memset(extents_[index / extent_pages].get() + size_t(index % extent_pages) * page_bytes, 0, page_bytes);
        extents_.resize(extent_count());
    }
    return true;
}

bool PageImage::become(std::span<uint8_t const> bytes) {
    assert(bytes.size() % page_bytes == 0 && staged_.empty());
    if (!resize(bytes.size())) return false;
    for (uint32_t index = 0; index < page_count_; ++index) {
        auto const wanted = bytes.subspan(size_t(index) * page_bytes, page_bytes);
        if (std::memcmp(page(index).data(), wanted.data(), page_bytes) == 0) continue;
        load_page(index, wanted);
        stage(index);
    }
    return true;
}

bool PageImage::reach(uint32_t page_count) {
    size_t const extents = (size_t(page_count) + extent_pages - 1) / extent_pages;
    for (size_t index = extents_.size(); index < extents; ++index) {
        std::unique_ptr<uint8_t[]> fresh(new (std::nothrow) uint8_t[extent_bytes]());
        if (!fresh) return false;
        extents_.push_back(std::move(fresh));
    }
    page_count_ = page_count;
    if (changed_at_.size() < page_count) {
        changed_at_.resize(page_count);
        is_staged_.resize(page_count);
    }
    return true;
}

void PageImage::stage(uint32_t page) {
    if (is_staged_[page]) return;
    is_staged_[page] = 1;
    staged_.push_back(page);
}

PageImage::Change PageImage::commit() {
    if (staged_.empty() && page_count_ == committed_page_count_) return Change::none;
    ++last_commit_;
    for (uint32_t page : staged_) {
        is_staged_[page] = 0;
        if (page >= page_count_) continue;
        if (changed_at_[page] == 0) dirty_.push_back(page);
        changed_at_[page] = last_commit_;
    }
    staged_.clear();
    if (page_count_ != committed_page_count_) {
        size_changed_at_ = last_commit_;
        changed_at_.resize(page_count_);
        is_staged_.resize(page_count_);
        if (page_count_ < committed_page_count_) drop_clean_from_dirty();
        committed_page_count_ = page_count_;
    }
    return Change::some;
}

void PageImage::forget_staged() {
    for (uint32_t page : staged_) is_staged_[page] = 0;
    staged_.clear();
}

void PageImage::drop_clean_from_dirty() {
    std::erase_if(dirty_, [&](uint32_t page) { return page >= changed_at_.size() || changed_at_[page] == 0; });
}

void PageImage::saved_up_to(uint64_t commit) {
    for (uint32_t page : dirty_)
        if (changed_at_[page] <= commit) changed_at_[page] = 0;
    drop_clean_from_dirty();
    if (size_changed_at_ <= commit) size_changed_at_ = 0;
}

void PageImage::mark_all_dirty() {
    dirty_.clear();
    for (uint32_t page = 0; page < page_count_; ++page) {
        changed_at_[page] = last_commit_;
        dirty_.push_back(page);
    }
    size_changed_at_ = last_commit_;
}

bool PageImage::begin_load(uint32_t page_count, uint64_t commit) {
    extents_.clear();
    page_count_ = 0;
    forget_staged();
    changed_at_.clear();
    is_staged_.clear();
    dirty_.clear();
    size_changed_at_ = 0;
    if (!reach(page_count)) return false;
    committed_page_count_ = page_count;
    last_commit_ = commit;
    return true;
}

bool PageImage::continue_load(uint32_t page_count, uint64_t commit) {
    if (!resize(uint64_t(page_count) * page_bytes)) return false;
    this->commit();
    last_commit_ = std::max(last_commit_, commit);
    saved_up_to(last_commit_);
    return true;
}

void PageImage::load_page(uint32_t index, std::span<uint8_t const> bytes) {
    assert(index < page_count_ && bytes.size() == page_bytes);
    std::memcpy(extents_[index / extent_pages].get() + size_t(index % extent_pages) * page_bytes, bytes.data(), page_bytes);
}

}  // namespace leadkeep::store
