// Files that were hard once, or were found by the fuzzer, under the sanitizers in every run.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "fuzz/csv_target.h"

namespace leadkeep::exchange {

TEST_CASE("no file of the corpus upsets the CSV reader, nor does any cut of it") {
    int files = 0;
    for (auto const& entry : std::filesystem::directory_iterator(LEADKEEP_SOURCE_DIR "/tests/fuzz/csv_corpus")) {
        std::ifstream in(entry.path(), std::ios::binary);
        std::ostringstream bytes;
        bytes << in.rdbuf();
        CAPTURE(entry.path().string());
        try_csv(bytes.str());
        for (size_t size = 0; size < bytes.str().size(); size += 7) try_csv(bytes.str().substr(0, size));
        ++files;
    }
    CHECK(files >= 10);
}

}  // namespace leadkeep::exchange
