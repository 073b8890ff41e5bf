// libFuzzer's entry: configure with clang++ and -DLEADKEEP_FUZZ=ON, then run fuzz_csv tests/fuzz/csv_corpus.
#include "fuzz/csv_target.h"

extern "C" int LLVMFuzzerTestOneInput(uint8_t const* data, size_t size) {
    leadkeep::exchange::try_csv(std::string(reinterpret_cast<char const*>(data), size));
    return 0;
}
