// The shape of an address is checked by hand: a full grammar would refuse addresses that work.
#include "domain/email.h"

#include <algorithm>

#include "base/name_fold.h"
#include "base/ranges.h"

namespace leadkeep {

std::string normalise_email(std::string_view typed) {
    auto text = trim_text(typed);
    if (auto const open = text.rfind('<'); open != std::string_view::npos)
        if (auto const close = text.find('>', open); close != std::string_view::npos)
            text = trim_text(text.substr(open + 1, close - open - 1));
    auto lower = lower_text(text);
    if (lower.starts_with("mailto:")) lower.erase(0, 7);
    if (auto const query = lower.find('?'); query != std::string::npos) lower.resize(query);
    auto const at = lower.find('@');
    if (at == std::string::npos || at == 0 || at + 1 == lower.size() || lower.find('@', at + 1) != std::string::npos) return {};
    auto const odd = [](char c) {
        return static_cast<unsigned char>(c) <= 0x20 || c == ',' || c == ';' || c == '<' || c == '>' || c == '"' || c == '\x7f';
    };
    if (ranges::any_of(lower, odd) || lower[at + 1] == '.' || lower.back() == '.') return {};
    return lower;
}

bool looks_like_email(std::string_view text) {
    auto const normal = normalise_email(text);
    return !normal.empty() && normal.find('.', normal.find('@')) != std::string::npos;
}

std::vector<std::string> split_emails(std::string_view cell) {
    // "Anna Berg <anna@example.com>" is one address although it has spaces.
    bool const has_names = cell.find('<') != std::string_view::npos;
    std::vector<std::string> emails;
    size_t begin = 0;
    for (size_t at = 0; at <= cell.size(); ++at) {
        char const c = at < cell.size() ? cell[at] : ';';
        bool const space = c == ' ' || c == '\t';
        if (!(c == ',' || c == ';' || c == '|' || c == '\n' || c == '\r' || (space && !has_names))) continue;
        auto const one = trim_text(cell.substr(begin, at - begin));
        if (!one.empty()) emails.emplace_back(one);
        begin = at + 1;
    }
    // Words around the only address ("нет почты") are kept whole: as typed, nothing is thrown away.
    if (ranges::none_of(emails, [](auto const& one) { return one.find('@') != std::string::npos; })) {
        auto const whole = trim_text(cell);
        return whole.empty() ? std::vector<std::string>{} : std::vector<std::string>{std::string(whole)};
    }
    return emails;
}

}  // namespace leadkeep
