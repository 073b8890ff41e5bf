// A database file in memory by its bytes: a Store or a Connection opened on path() works on a copy of them, and bytes()
// is the file as their last commit left it. For what must be looked at before it may take the place of the real file.
// Limits: at most 1 GB; the connections may outlive it, but not be opened after it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"

struct sqlite3_file;

namespace leadkeep::store {

class MemoryImage {
public:
    // Empty bytes: an empty file, for a new database.
    static Result<MemoryImage> make(std::span<uint8_t const> bytes = {});
    MemoryImage(MemoryImage&&) noexcept;
    MemoryImage& operator=(MemoryImage&&) = delete;
    ~MemoryImage();

    std::string const& path() const { return path_; }
    Result<std::vector<uint8_t>> bytes() const;

private:
    MemoryImage() = default;
    std::unique_ptr<uint8_t[]> memory_;  // holds the sqlite3_file
    sqlite3_file* file_ = nullptr;
    std::string path_, name_;
};

}  // namespace leadkeep::store
