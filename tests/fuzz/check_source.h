// What has to hold for every text, whoever typed it: the fuzzer looks for a text that breaks it, and the tests replay
// the texts that it found worth keeping (tests/fuzz/corpus).
//
//     check_source("log(2+cos x)")    ""; otherwise a sentence about what does not hold
#pragma once

#include <string>
#include <string_view>

namespace chainwise::test {

/// Parses, derives, simplifies, prints, reads again, evaluates, builds graphs and proves.
/// Texts whose length is a multiple of 4 are derived twice.
std::string check_source(std::string_view source);

}  // namespace chainwise::test
