#include "store/pages/page_vfs.h"

#include <sqlite3.h>

#include <cassert>
#include <cstring>
#include <map>
#include <new>

#include "platform/clock.h"
#include "platform/random.h"

namespace leadkeep::store {

namespace {

std::map<std::string, PageFile*, std::less<>>& open_files() {
    static std::map<std::string, PageFile*, std::less<>> files;
    return files;
}

}  // namespace

PageFile::PageFile(std::string name) : name_(std::move(name)) {
    assert(!open_files().contains(name_));
    open_files()[name_] = this;
}

PageFile::~PageFile() { open_files().erase(name_); }

// One connection's view of a PageFile; SQLite allocates it and calls it through sqlite3_io_methods.
class PageVfsFile {
public:
    explicit PageVfsFile(PageFile& file) : file_(file), seen_version_(file.image_version_) {}
    ~PageVfsFile() { unlock(SQLITE_LOCK_NONE); }

    int read(void* out, int size, sqlite3_int64 offset) {
        size_t const wanted = static_cast<size_t>(size);
        size_t const got = file_.image_.read(static_cast<uint64_t>(offset), {static_cast<uint8_t*>(out), wanted});
        if (offset == change_counter_offset && wanted == change_counter_bytes && seen_version_ != file_.image_version_) {
            // Before each read transaction SQLite compares these bytes with those it knew, and keeps its cache when they
            // are equal. Two tabs can count to the same number on different data: answer something else, once.
            seen_version_ = file_.image_version_;
            *static_cast<uint8_t*>(out) ^= 0xFF;
        }
        return got == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
    }

    int write(void const* bytes, int size, sqlite3_int64 offset) {
        if (level_ < SQLITE_LOCK_EXCLUSIVE) return SQLITE_IOERR_WRITE;
        bool const done = file_.image_.write(static_cast<uint64_t>(offset), {static_cast<uint8_t const*>(bytes), static_cast<size_t>(size)});
        return done ? SQLITE_OK : SQLITE_FULL;
    }

    int truncate(sqlite3_int64 size) {
        if (level_ < SQLITE_LOCK_EXCLUSIVE) return SQLITE_IOERR_TRUNCATE;
        return file_.image_.resize(static_cast<uint64_t>(size)) ? SQLITE_OK : SQLITE_FULL;
    }

    sqlite3_int64 size() const { return static_cast<sqlite3_int64>(file_.image_.size_bytes()); }

    int lock(int wanted) {
        if (wanted <= level_) return SQLITE_OK;
        if (wanted == SQLITE_LOCK_SHARED) {
            if (file_.pending_) return SQLITE_BUSY;
            ++file_.shared_;
            level_ = SQLITE_LOCK_SHARED;
            return SQLITE_OK;
        }
        // Asked at each step up: the right to write may have been lost since BEGIN.
        if (file_.access() == PageFile::Access::read_only) return SQLITE_READONLY;
        if (file_.reserved_ && file_.reserved_ != this) return SQLITE_BUSY;
        if (file_.pending_ && file_.pending_ != this) return SQLITE_BUSY;
        if (wanted == SQLITE_LOCK_RESERVED) {
            file_.reserved_ = this;
            level_ = SQLITE_LOCK_RESERVED;
            return SQLITE_OK;
        }
        file_.pending_ = this;
        level_ = SQLITE_LOCK_PENDING;
        if (file_.shared_ > 1) return SQLITE_BUSY;
        level_ = SQLITE_LOCK_EXCLUSIVE;
        return SQLITE_OK;
    }

    int unlock(int wanted) {
        if (wanted >= level_) return SQLITE_OK;
        // Still staged at the end of a write means that SQLite has rolled back.
        if (level_ == SQLITE_LOCK_EXCLUSIVE) file_.image_.forget_staged();
        if (file_.reserved_ == this) file_.reserved_ = nullptr;
        if (file_.pending_ == this) file_.pending_ = nullptr;
        if (wanted == SQLITE_LOCK_NONE) --file_.shared_;
        level_ = wanted;
        return SQLITE_OK;
    }

    bool anyone_reserved() const { return file_.reserved_ || file_.pending_; }

    int control(int operation, void* argument) {
        switch (operation) {
            case SQLITE_FCNTL_COMMIT_PHASETWO:
                if (file_.image_.commit() == PageImage::Change::some) file_.committed();
                return SQLITE_OK;
            case SQLITE_FCNTL_LOCKSTATE:
                *static_cast<int*>(argument) = level_;
                return SQLITE_OK;
            case SQLITE_FCNTL_VFSNAME:
                *static_cast<char**>(argument) = sqlite3_mprintf("%s", page_vfs_name());
                return SQLITE_OK;
            default:
                return SQLITE_NOTFOUND;
        }
    }

private:
    static constexpr sqlite3_int64 change_counter_offset = 24;
    static constexpr size_t change_counter_bytes = 16;
    PageFile& file_;
    uint64_t seen_version_;
    int level_ = SQLITE_LOCK_NONE;
};

namespace {

struct SqliteFile {
    sqlite3_file base;
    PageVfsFile* file;
};

PageVfsFile& of(sqlite3_file* file) { return *reinterpret_cast<SqliteFile*>(file)->file; }

int close_file(sqlite3_file* file) {
    delete &of(file);
    return SQLITE_OK;
}

constexpr int characteristics =
    SQLITE_IOCAP_SAFE_APPEND | SQLITE_IOCAP_SEQUENTIAL | SQLITE_IOCAP_POWERSAFE_OVERWRITE | SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN;

sqlite3_io_methods const io_methods = {
    .iVersion = 1,
    .xClose = close_file,
    .xRead = [](sqlite3_file* file, void* out, int size, sqlite3_int64 offset) { return of(file).read(out, size, offset); },
    .xWrite = [](sqlite3_file* file, void const* in, int size, sqlite3_int64 offset) { return of(file).write(in, size, offset); },
    .xTruncate = [](sqlite3_file* file, sqlite3_int64 size) { return of(file).truncate(size); },
    .xSync = [](sqlite3_file*, int) { return SQLITE_OK; },  // durable is what the page writer reports, not what SQLite syncs
    .xFileSize = [](sqlite3_file* file, sqlite3_int64* size) { return *size = of(file).size(), SQLITE_OK; },
    .xLock = [](sqlite3_file* file, int level) { return of(file).lock(level); },
    .xUnlock = [](sqlite3_file* file, int level) { return of(file).unlock(level); },
    .xCheckReservedLock = [](sqlite3_file* file, int* out) { return *out = of(file).anyone_reserved(), SQLITE_OK; },
    .xFileControl = [](sqlite3_file* file, int operation, void* argument) { return of(file).control(operation, argument); },
    .xSectorSize = [](sqlite3_file*) { return static_cast<int>(page_bytes); },
    .xDeviceCharacteristics = [](sqlite3_file*) { return characteristics; },
};

int open_file(sqlite3_vfs*, char const* name, sqlite3_file* out, int flags, int* out_flags) {
    out->pMethods = nullptr;
    if (!name || !(flags & SQLITE_OPEN_MAIN_DB)) return SQLITE_CANTOPEN;
    auto const found = open_files().find(std::string_view(name));
    if (found == open_files().end()) return SQLITE_CANTOPEN;
    auto* opened = new (std::nothrow) PageVfsFile(*found->second);
    if (!opened) return SQLITE_NOMEM;
    reinterpret_cast<SqliteFile*>(out)->file = opened;
    out->pMethods = &io_methods;
    if (out_flags) *out_flags = flags;
    return SQLITE_OK;
}

int current_time(sqlite3_vfs*, sqlite3_int64* out) {
    constexpr sqlite3_int64 unix_epoch_in_julian_ms = 210866760000000;
    *out = unix_epoch_in_julian_ms + platform::now_ms();
    return SQLITE_OK;
}

int full_path(sqlite3_vfs*, char const* name, int size, char* out) {
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
}

int random_seed(sqlite3_vfs*, int size, char* out) {
    platform::random_bytes({reinterpret_cast<uint8_t*>(out), static_cast<size_t>(size)});
    return size;
}

sqlite3_vfs make_vfs() {
    sqlite3_vfs vfs{};
    vfs.iVersion = 2;
    vfs.szOsFile = sizeof(SqliteFile);
    vfs.mxPathname = 128;
    vfs.zName = "leadkeep-pages";
    vfs.xOpen = open_file;
    vfs.xDelete = [](sqlite3_vfs*, char const*, int) { return SQLITE_IOERR_DELETE_NOENT; };
    vfs.xAccess = [](sqlite3_vfs*, char const* name, int, int* out) { return *out = open_files().contains(std::string_view(name)), SQLITE_OK; };
    vfs.xFullPathname = full_path;
    vfs.xRandomness = random_seed;
    vfs.xSleep = [](sqlite3_vfs*, int) { return 0; };  // nobody else could run meanwhile
    vfs.xCurrentTimeInt64 = current_time;
    vfs.xCurrentTime = [](sqlite3_vfs* self, double* out) {
        sqlite3_int64 ms = 0;
        current_time(self, &ms);
        return *out = static_cast<double>(ms) / 86400000.0, SQLITE_OK;
    };
    vfs.xGetLastError = [](sqlite3_vfs*, int, char*) { return 0; };
    return vfs;
}

}  // namespace

char const* page_vfs_name() {
    static sqlite3_vfs vfs = make_vfs();
    static int const registered = [] {
        int const result = sqlite3_vfs_register(&vfs, 0);
#ifdef __EMSCRIPTEN__
        // SQLite seeds its random numbers by the default VFS, whatever VFS a connection has. That one opens /dev/urandom,
        // and in a program without a file system it tries so for ever.
        if (sqlite3_vfs* const standard = sqlite3_vfs_find("unix")) standard->xRandomness = random_seed;
#endif
        return result;
    }();
    assert(registered == SQLITE_OK);
    (void)registered;
    return vfs.zName;
}

}  // namespace leadkeep::store
