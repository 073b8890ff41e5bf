#include "sync/stamp_json.h"

#include <nlohmann/json.hpp>

namespace leadkeep::sync {

std::optional<int64_t> read_whole(nlohmann::json const& json, int64_t least, int64_t greatest) {
    if (!json.is_number_integer()) return std::nullopt;
    if (json.is_number_unsigned() && json.get<uint64_t>() > static_cast<uint64_t>(greatest)) return std::nullopt;
    auto const number = json.get<int64_t>();
    if (number < least || number > greatest) return std::nullopt;
    return number;
}

std::optional<Stamp> read_stamp(nlohmann::json const& json) {
    if (!json.is_array() || json.size() != 4 || !json[2].is_string()) return std::nullopt;
    auto const ms = read_whole(json[0], 0, latest_ms);
    auto const counter = read_whole(json[1], 0, greatest_counter);
    auto const device = Uuid::parse(json[2].get_ref<std::string const&>());
    auto const seq = read_whole(json[3], 0, greatest_seq);
    if (!ms || !counter || !device || !seq) return std::nullopt;
    Stamp const stamp{*ms, static_cast<uint32_t>(*counter), *device, *seq};
    // A change has a device and a number; only the zero stamp has neither.
    if (device->is_nil() ? stamp != Stamp{} : *seq == 0) return std::nullopt;
    return stamp;
}

}  // namespace leadkeep::sync
