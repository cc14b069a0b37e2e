// The libFuzzer target: whatever bytes come are a text. `./dev fuzz` builds and runs it; to see one text again,
// `build/fuzz/chainwise_fuzz FILE`.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/check_source.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string problem = chainwise::test::check_source({reinterpret_cast<const char*>(data), size});
  if (problem.empty()) return 0;
  std::fprintf(stderr, "%s\n", problem.c_str());
  std::abort();
}
