// What a damaged database gave back: told in words, and as the two files that can be saved of it.
// Limits: works in one go; the clean copy stands in memory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/salvage/salvage.h"

namespace leadkeep::app {

struct SalvageLine {
    enum class Loss : uint8_t { none, some } loss = Loss::none;
    std::string text;  // "1 203 leads can be read, 37 are lost"
};

class Salvaged {
public:
    // `file`: the damaged file as it is, zeros where a page is lost.
    static Result<Salvaged> from(std::string_view file);

    std::vector<SalvageLine> lines() const;
    // One sentence: whether anything is known to be lost.
    std::string summary() const;
    Result<std::string> database_file() const;
    Result<std::string> sync_file() const;

private:
    explicit Salvaged(store::Salvage salvage) : salvage_(std::move(salvage)) {}
    store::Salvage salvage_;
};

}  // namespace leadkeep::app
