// JSON as Leadkeep reads and writes it, over nlohmann/json: strict, of bounded depth, one spelling for every value.
// Limits: whole documents in memory; the sync file's framing and limits are the sync layer's.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/result.h"

namespace leadkeep {

using Json = nlohmann::json;  // keys of objects are sorted

constexpr int json_depth_limit = 16;

// Refuses what is not JSON, has more after its end, or is nested deeper than `depth_limit`.
Result<Json> parse_json(std::string_view text, int depth_limit = json_depth_limit);
bool is_json_object(std::string_view text);

// On one line, keys sorted, numbers in their one spelling; bytes that are not UTF-8 become U+FFFD.
std::string dump_json(Json const& json);
std::string json_text(std::string_view text);  // quoted and escaped

// The one spelling of a number: "3" for 3.0, else the shortest that reads back the same. "null" if not finite.
std::string canonical_number(double number);

// A member of an object as text or number; the fallback when it is missing or of another type.
std::string text_member(Json const& object, char const* key, std::string_view fallback = {});
int64_t integer_member(Json const& object, char const* key, int64_t fallback = 0);

}  // namespace leadkeep
