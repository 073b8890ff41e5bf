// Reading with limits, writing in one spelling.
#include "base/json.h"

#include <cmath>
#include <utility>

#include "base/i18n.h"

namespace leadkeep {
namespace {

// Whether brackets outside of texts nest deeper than allowed. Before parsing: the parser builds what it reads.
bool too_deep(std::string_view text, int limit) {
    int depth = 0;
    bool in_text = false;
    for (size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        if (in_text) {
            if (c == '\\') ++i;
            else if (c == '"') in_text = false;
        } else if (c == '"') in_text = true;
        else if ((c == '{' || c == '[') && ++depth > limit) return true;
        else if (c == '}' || c == ']') --depth;
    }
    return false;
}

void write(Json const& json, std::string& out);

void write_members(Json const& object, std::string& out) {
    out += '{';
    bool first = true;
    for (auto const& [key, value] : object.items()) {
        if (!std::exchange(first, false)) out += ',';
        out += json_text(key);
        out += ':';
        write(value, out);
    }
    out += '}';
}

void write(Json const& json, std::string& out) {
    if (json.is_object()) return write_members(json, out);
    if (json.is_number_float()) {
        out += canonical_number(json.get<double>());
    } else if (json.is_array()) {
        out += '[';
        for (size_t i = 0; i < json.size(); ++i) {
            if (i > 0) out += ',';
            write(json[i], out);
        }
        out += ']';
    } else {
        out += json.dump(-1, ' ', false, Json::error_handler_t::replace);
    }
}

}  // namespace

Result<Json> parse_json(std::string_view text, int depth_limit) {
    if (too_deep(text, depth_limit)) return fail(ErrorKind::refused, tr_mark("This JSON is nested too deeply."));
    auto json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) return fail(ErrorKind::refused, tr_mark("This is not valid JSON."));
    return json;
}

bool is_json_object(std::string_view text) {
    auto const json = parse_json(text);
    return json && json->is_object();
}

std::string dump_json(Json const& json) {
    std::string out;
    write(json, out);
    return out;
}

std::string json_text(std::string_view text) { return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string canonical_number(double number) {
    if (!std::isfinite(number)) return "null";
    // Up to here every whole double has a whole neighbour on both sides. (-0 becomes 0.)
    constexpr double exact = 9007199254740992.0;
    if (number == std::floor(number) && std::abs(number) < exact) return std::to_string(static_cast<int64_t>(number));
    return Json(number).dump();
}

std::string text_member(Json const& object, char const* key, std::string_view fallback) {
    if (!object.is_object()) return std::string(fallback);
    auto const found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string(fallback);
}

int64_t integer_member(Json const& object, char const* key, int64_t fallback) {
    if (!object.is_object()) return fallback;
    auto const found = object.find(key);
    return found != object.end() && found->is_number_integer() ? found->get<int64_t>() : fallback;
}

}  // namespace leadkeep
