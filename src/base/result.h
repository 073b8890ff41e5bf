// Result<T>: what a fallible function returns. src/ is built without exceptions; a mistake of a user, a file or a
// browser comes back as an Error, a bug of ours is an assert.
#pragma once

#include <cstdint>
#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace leadkeep {

enum class ErrorKind : uint8_t {
    refused,      // the input or the request is wrong; nothing was changed
    corrupt,      // stored data does not read back as it was written
    storage,      // the database or the browser's storage failed; may pass
    busy,         // something else must finish first
    cancelled,    // the person cancelled
    unsupported,  // written by a newer version, or the browser lacks it
};

// Where in an outside input the fault is. Lines and columns count from 1; 0 means unknown.
struct Place {
    std::string file;
    int64_t line = 0;
    int64_t column = 0;
};

// `text` is an English sentence that also is its translation key; {0}, {1}… stand for `args` (base/i18n.h).
struct Error {
    ErrorKind kind = ErrorKind::refused;
    std::string text;
    std::vector<std::string> args;
    Place place;
};

template <class T = void>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorKind kind, std::string text, std::vector<std::string> args = {}, Place place = {}) {
    return tl::unexpected<Error>(Error{kind, std::move(text), std::move(args), std::move(place)});
}

}  // namespace leadkeep

// auto x = LK_TRY(f());  — the value of a Result<T>, or returns its error to the caller.
#define LK_TRY(expression)                                                    \
    __extension__({                                                           \
        auto lk_result = (expression);                                        \
        if (!lk_result) return tl::unexpected(std::move(lk_result).error());  \
        std::move(*lk_result);                                                \
    })

// LK_CHECK(f());  — the same for a Result<void>, or where the value is not wanted.
#define LK_CHECK(expression)                                                        \
    do {                                                                            \
        if (auto lk_checked = (expression); !lk_checked)                            \
            return tl::unexpected(std::move(lk_checked).error());                    \
    } while (false)
