// A random start, then random steps upwards (RFC 9562, 6.2, method 2): no system call for each row.
#include "store/row_ids.h"

#include <cstring>

#include "platform/random.h"

namespace leadkeep::store {

RowIds::RowIds(int64_t now_ms) : now_ms_(now_ms) {
    uint8_t seed[18];
    platform::random_bytes(seed);
    std::memcpy(random_.data(), seed, random_.size());
    std::memcpy(&step_state_, seed + 10, sizeof step_state_);
    // The 62 bits after the variant are counted up; their highest is cleared, so that they never run over.
    random_[2] &= 0x1F;
    step_state_ |= 1;  // a state of 0 would stay there
}

Uuid RowIds::next() {
    // xorshift64*: unpredictability comes from the start, the steps only keep neighbours from being guessed.
    step_state_ ^= step_state_ >> 12, step_state_ ^= step_state_ << 25, step_state_ ^= step_state_ >> 27;
    uint64_t carry = (step_state_ * 0x2545F4914F6CDD1Du >> 32) + 1;
    for (size_t i = random_.size(); i-- > 2 && carry != 0; carry >>= 8) {
        carry += random_[i];
        random_[i] = static_cast<uint8_t>(carry);
    }
    last_ = uuid_v7(now_ms_, random_);
    if (first_.is_nil()) first_ = last_;
    return last_;
}

}  // namespace leadkeep::store
