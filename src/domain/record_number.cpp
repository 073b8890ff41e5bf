// Letters from the device's id.
#include "domain/record_number.h"

namespace leadkeep {

std::string record_number(Uuid const& device, int64_t count) {
    // Without I and O, which read as digits.
    constexpr char letters[] = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    // Hashed: ids of devices made in the same second differ little.
    auto const hash = uuid_v5(leadkeep_space, "number letters/" + device.to_string());
    return std::string{letters[hash.bytes[0] % 24], letters[hash.bytes[1] % 24], '-'} + std::to_string(count);
}

}  // namespace leadkeep
