// The SQLite VFS "leadkeep-pages": files are PageImages in memory, shared by all connections of the process with SQLite's
// own locking rules. A commit's second phase is the boundary at which an image's staged pages become a commit.
// Limits: one thread; main database files only (journals and temporary files must be in memory); no WAL, no mmap.
#pragma once

#include <functional>
#include <string>

#include "store/pages/page_image.h"

namespace leadkeep::store {

class PageVfsFile;

// One file that connections may open by name while this object lives.
class PageFile {
public:
    explicit PageFile(std::string name);
    ~PageFile();
    PageFile(PageFile const&) = delete;
    PageFile& operator=(PageFile const&) = delete;

    std::string const& name() const { return name_; }
    PageImage& image() { return image_; }
    PageImage const& image() const { return image_; }

    enum class Access : uint8_t { read_write, read_only };
    std::function<Access()> access = [] { return Access::read_write; };  // asked when a connection wants to write
    std::function<void()> committed = [] {};                             // the image has a new commit

    // For changes that no connection of this process made (another tab's): every connection forgets what it has cached.
    void note_image_changed() { ++image_version_; }
    void replace_image(PageImage image) {
        image_ = std::move(image);
        note_image_changed();
    }

    // No statement is in the midst of reading or writing: the image may be replaced.
    bool is_quiet() const { return shared_ == 0; }

private:
    friend class PageVfsFile;
    std::string name_;
    PageImage image_;
    uint64_t image_version_ = 0;
    int shared_ = 0;                   // connections that hold SHARED or more
    PageVfsFile* reserved_ = nullptr;  // the one that is preparing a write
    PageVfsFile* pending_ = nullptr;   // the one that waits for the readers to finish, or writes
};

// Registers the VFS on first use and returns its name.
char const* page_vfs_name();

}  // namespace leadkeep::store
