// Which links may be opened: a card's data comes from files of strangers, and javascript: or file: must never run.
#pragma once

#include <string_view>

namespace leadkeep::platform {

inline bool is_allowed_link(std::string_view url) {
    for (std::string_view scheme : {"https:", "http:", "mailto:", "tel:", "sms:"}) {
        if (url.size() <= scheme.size()) continue;
        bool same = true;
        for (size_t i = 0; i < scheme.size(); ++i) {
            char const c = url[i] >= 'A' && url[i] <= 'Z' ? static_cast<char>(url[i] - 'A' + 'a') : url[i];
            same = same && c == scheme[i];
        }
        if (same) return true;
    }
    return false;
}

}  // namespace leadkeep::platform
