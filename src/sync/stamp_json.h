// Stamps as JSON: [ms, counter, device, seq]. Ranges are checked, so that later code can pack and add without care.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "domain/stamp.h"

namespace leadkeep::sync {

inline constexpr int64_t latest_ms = 253'402'300'799'999;  // the end of the year 9999
inline constexpr int64_t greatest_seq = (int64_t{1} << 47) - 1;
inline constexpr uint32_t greatest_counter = UINT32_MAX / 2;  // leaves room to overwrite

std::optional<Stamp> read_stamp(nlohmann::json const& json);
std::optional<int64_t> read_whole(nlohmann::json const& json, int64_t least, int64_t greatest);

}  // namespace leadkeep::sync
