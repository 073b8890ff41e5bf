// Quotes what must be quoted, and disarms what a spreadsheet would run.
#include "exchange/csv_writer.h"

#include <algorithm>

#include "base/ranges.h"
#include "domain/email.h"
#include "domain/phone.h"

namespace leadkeep::exchange {
namespace {

// "+7 (900) 000-12-34", "-15.5", "+7 900 000 12 34 доб. 5": digits and the marks between them, or a phone with its extension.
bool is_harmless_number(std::string_view value) {
    while (value.ends_with('\n')) value.remove_suffix(1);  // join_values() may have put it there
    auto const rest = value.substr(1);
    bool const has_digit = ranges::any_of(rest, [](char c) { return c >= '0' && c <= '9'; });
    if (has_digit && rest.find_first_not_of("0123456789 ().-,") == std::string_view::npos) return true;
    auto const harmful = value.find_first_of("=|!@*/'\"&<>%^;[]{}\\\n\t");
    return value[0] == '+' && harmful == std::string_view::npos && looks_like_phone(value);
}

// Would row_draft.cpp take this one value for several, or for another one?
bool would_be_cut(std::string const& value, ListOf kind) {
    if (value.find(":::") != std::string::npos) return true;
    switch (kind) {
        case ListOf::phones: return split_phones(value) != std::vector{value};
        case ListOf::emails: return split_emails(value) != std::vector{value};
        case ListOf::tags: return value.find_first_of(",;|\t") != std::string::npos;
        case ListOf::others: break;
    }
    return value.find(';') != std::string::npos;
}

}  // namespace

bool is_formula_like(std::string_view value) {
    if (value.empty()) return false;
    switch (value[0]) {
        case '=': case '@': case '\t': case '\r': return true;
        case '+': case '-': return value.size() > 1 && !is_harmless_number(value);
        // An apostrophe of one's own before such a sign must survive the reader that takes ours away.
        case '\'': return value.size() > 1 && std::string_view("=+-@\t'").find(value[1]) != std::string_view::npos;
        default: return false;
    }
}

void CsvWriter::cell(std::string_view value) {
    if (is_formula_like(value)) {
        guarded_ = "'" + std::string(value);
        value = guarded_;
    }
    bool const is_padded = !value.empty() && (value.front() == ' ' || value.back() == ' ');
    if (!is_padded && value.find_first_of("\"\r\n\t,;|") == std::string_view::npos) {
        text_ += value;
        return;
    }
    text_ += '"';
    for (char const c : value) {
        if (c == '"') text_ += '"';
        text_ += c;
    }
    text_ += '"';
}

void CsvWriter::row(std::span<std::string const> cells) {
    for (size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) text_ += delimiter_;
        cell(cells[i]);
    }
    text_ += "\r\n";
}

std::string join_values(std::span<std::string const> values, ListOf kind) {
    std::string text;
    for (auto const& value : values) {
        if (!text.empty()) text += '\n';
        text += value;
    }
    return values.size() == 1 && would_be_cut(text, kind) ? text + "\n" : text;
}

}  // namespace leadkeep::exchange
