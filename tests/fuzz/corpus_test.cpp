#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "tests/fuzz/check_source.h"
#include "tests/support/catch.h"
#include "tests/support/golden.h"

using namespace chainwise::test;

TEST_CASE("corpus: what the fuzzer kept holds", "[fuzz]") {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(CHAINWISE_FUZZ_CORPUS)) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    INFO(entry.path().filename().string() << ": " << text);
    CHECK(check_source(text) == "");
    ++count;
  }
  CHECK(count > 100);
}

TEST_CASE("corpus: what the fuzzer found is mended", "[fuzz]") {
  for (const Golden& golden : read_goldens("found.txt")) {
    INFO(golden.input << ": " << golden.output);
    CHECK(check_source(golden.input) == "");
    CHECK(check_source(golden.input + std::string(4 - golden.input.size() % 4, ' ')) == "");  // derived twice
  }
}
