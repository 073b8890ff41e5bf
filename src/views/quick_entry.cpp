#include "views/quick_entry.h"

#include <algorithm>

namespace leadkeep::views {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool in_phone(char c) { return is_digit(c) || c == ' ' || c == '-' || c == '(' || c == ')' || c == '.'; }

std::string trimmed(std::string_view text) {
    while (!text.empty() && (is_space(text.front()) || text.front() == ',' || text.front() == ';')) text.remove_prefix(1);
    while (!text.empty() && (is_space(text.back()) || text.back() == ',' || text.back() == ';')) text.remove_suffix(1);
    return std::string(text);
}

// Erases a part of a list ("Oak Street, +7 900…, urgent") together with the sign that parted it from the next one.
void erase_part(std::string& line, size_t first, size_t last) {
    while (last < line.size() && (line[last] == ',' || line[last] == ';')) ++last;
    line.erase(first, last - first);
}

// Takes the first e-mail address out of `line`.
std::string cut_email(std::string& line) {
    size_t const at = line.find('@');
    if (at == std::string::npos || at == 0 || is_space(line[at - 1])) return {};
    size_t first = at, last = at;
    while (first > 0 && !is_space(line[first - 1]) && line[first - 1] != ',' && line[first - 1] != ';') --first;
    while (last < line.size() && !is_space(line[last]) && line[last] != ',' && line[last] != ';') ++last;
    std::string const address = line.substr(first, last - first);
    if (address.find('.', at - first) == std::string::npos) return {};  // "@name" of a messenger is no e-mail
    erase_part(line, first, last);
    return address;
}

// Takes the first run of a phone's characters with 7 to 15 digits out of `line`; a number inside a word is none.
std::string cut_phone(std::string& line) {
    for (size_t i = 0; i < line.size(); ++i) {
        bool const starts = line[i] == '+' || is_digit(line[i]) || line[i] == '(';
        if (!starts || (i > 0 && !is_space(line[i - 1]) && line[i - 1] != ',' && line[i - 1] != ';')) continue;
        size_t end = i + 1;
        while (end < line.size() && in_phone(line[end])) ++end;
        auto const digits = std::count_if(line.begin() + long(i), line.begin() + long(end), is_digit);
        if (digits >= 7 && digits <= 15) {
            std::string const phone = trimmed(std::string_view(line).substr(i, end - i));
            erase_part(line, i, end);
            return phone;
        }
        i = end - 1;
    }
    return {};
}

}  // namespace

QuickEntry read_quick_entry(std::string_view typed) {
    std::string line(typed);
    QuickEntry entry;
    if (auto email = cut_email(line); !email.empty()) entry.channels.push_back({"email", "work", std::move(email)});
    if (auto phone = cut_phone(line); !phone.empty())
        entry.channels.insert(entry.channels.begin(), {"phone", "work", std::move(phone)});
    std::replace_if(line.begin(), line.end(), is_space, ' ');
    auto const doubled = [](char a, char b) { return a == ' ' && b == ' '; };
    line.erase(std::unique(line.begin(), line.end(), doubled), line.end());
    entry.title = trimmed(line);
    return entry;
}

std::string channel_kind_of(std::string_view typed) {
    std::string line(typed);
    if (!cut_email(line).empty()) return "email";
    if (!cut_phone(line).empty()) return "phone";
    if (typed.substr(0, 4) == "http" || typed.substr(0, 4) == "www.") return "web";
    return typed.substr(0, 1) == "@" ? "messenger" : "phone";
}

}  // namespace leadkeep::views
