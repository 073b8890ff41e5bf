// SQLite's own VFS for shared databases in memory ("memdb"), written and read as a file.
#include "store/salvage/memory_image.h"

#include <sqlite3.h>

#include <algorithm>
#include <utility>

#include "base/i18n.h"

namespace leadkeep::store {
namespace {

constexpr int64_t portion_bytes = 16 << 20;  // the VFS counts a write's bytes in an int

tl::unexpected<Error> no_memory() { return fail(ErrorKind::storage, tr_mark("There is no memory left for this.")); }

}  // namespace

Result<MemoryImage> MemoryImage::make(std::span<uint8_t const> bytes) {
    static int images = 0;
    MemoryImage image;
    image.name_ = "/leadkeep-image-" + std::to_string(++images);
    image.path_ = ":memory:" + image.name_;
    auto* const vfs = sqlite3_vfs_find("memdb");
    image.memory_ = std::make_unique<uint8_t[]>(static_cast<size_t>(vfs->szOsFile));
    auto* const file = reinterpret_cast<sqlite3_file*>(image.memory_.get());
    int const flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MAIN_DB;
    if (vfs->xOpen(vfs, image.name_.c_str(), file, flags, nullptr) != SQLITE_OK) return no_memory();
    image.file_ = file;
    auto const size = static_cast<int64_t>(bytes.size());
    for (int64_t at = 0; at < size; at += portion_bytes) {
        auto const count = static_cast<int>(std::min(portion_bytes, size - at));
        if (file->pMethods->xWrite(file, bytes.data() + at, count, at) != SQLITE_OK) return no_memory();
    }
    return image;
}

MemoryImage::MemoryImage(MemoryImage&& other) noexcept
    : memory_(std::move(other.memory_)), file_(std::exchange(other.file_, nullptr)), path_(std::move(other.path_)),
      name_(std::move(other.name_)) {}

MemoryImage::~MemoryImage() {
    if (file_) file_->pMethods->xClose(file_);
}

Result<std::vector<uint8_t>> MemoryImage::bytes() const {
    sqlite3_int64 size = 0;
    (void)file_->pMethods->xFileSize(file_, &size);
    std::vector<uint8_t> bytes(static_cast<size_t>(size));
    for (int64_t at = 0; at < size; at += portion_bytes) {
        auto const count = static_cast<int>(std::min<int64_t>(portion_bytes, size - at));
        if (file_->pMethods->xRead(file_, bytes.data() + at, count, at) != SQLITE_OK) return no_memory();
    }
    return bytes;
}

}  // namespace leadkeep::store
