// libFuzzer's entry: configure with clang++ and -DLEADKEEP_FUZZ=ON, then run fuzz_sync tests/fuzz/sync_corpus.
#include "fuzz/sync_target.h"

extern "C" int LLVMFuzzerTestOneInput(uint8_t const* data, size_t size) {
    leadkeep::sync::try_sync_file(std::string(reinterpret_cast<char const*>(data), size));
    return 0;
}
