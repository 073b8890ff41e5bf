// localStorage and a cookie through web/sentinel.js.
#include "platform/sentinel.h"

#include <emscripten.h>

#include <charconv>
#include <string_view>

#include "platform/web/memory.h"

EM_JS(char*, lk_sentinel_read, (), { return Module.services.sentinel.read(); });
EM_JS(void, lk_sentinel_write, (char const* note, int size), { Module.services.sentinel.write(note, size); });

namespace leadkeep::platform {

namespace {

std::string_view next_word(std::string_view& text) {
    size_t const end = text.find(' ');
    std::string_view const word = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    return word;
}

template <class T>
bool parse(std::string_view word, T& out) {
    auto const result = std::from_chars(word.data(), word.data() + word.size(), out);
    return result.ec == std::errc() && result.ptr == word.data() + word.size();
}

class BrowserSentinel : public Sentinel {
public:
    std::optional<SentinelNote> read() override {
        std::string const all = web::take_string(lk_sentinel_read());
        std::string_view rest = all;
        SentinelNote note;
        note.database_id = next_word(rest);
        bool const whole = !note.database_id.empty() && parse(next_word(rest), note.seq) && parse(next_word(rest), note.saved_at_ms);
        return whole ? std::optional(note) : std::nullopt;
    }

    void write(SentinelNote const& note) override {
        std::string const text = note.database_id + ' ' + std::to_string(note.seq) + ' ' + std::to_string(note.saved_at_ms);
        lk_sentinel_write(text.data(), static_cast<int>(text.size()));
    }
};

}  // namespace

Sentinel& browser_sentinel() {
    static BrowserSentinel sentinel;
    return sentinel;
}

}  // namespace leadkeep::platform
