// E-mail addresses as people type them, made comparable.
// Limits: checks the shape (one @, a domain), not whether the mailbox exists.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace leadkeep {

// Trimmed and in lower case, without "mailto:" or a name around <…>; "" if it has not the shape of an address.
std::string normalise_email(std::string_view typed);
bool looks_like_email(std::string_view text);
// The addresses of one cell, parted by commas, semicolons, bars, spaces or line breaks; as typed.
std::vector<std::string> split_emails(std::string_view cell);

}  // namespace leadkeep
