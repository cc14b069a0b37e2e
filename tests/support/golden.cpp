#include "tests/support/golden.h"

#include <fstream>
#include <stdexcept>

namespace chainwise::test {

std::vector<Golden> read_goldens(const std::string& name) {
  std::ifstream file(std::string(CHAINWISE_TEST_DATA) + "/" + name);
  std::vector<Golden> goldens;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with("# ")) continue;
    const std::size_t arrow = line.rfind("=> ");
    if (arrow == std::string::npos) throw std::runtime_error("no => in " + name + ": " + line);
    std::string input = line.substr(0, arrow == 0 ? 0 : arrow - 1);
    for (std::size_t at = 0; (at = input.find("\\n", at)) != std::string::npos;) input.replace(at, 2, "\n");
    goldens.push_back({std::move(input), line.substr(arrow + 3)});
  }
  if (goldens.empty()) throw std::runtime_error("no goldens in " + name);
  return goldens;
}

}  // namespace chainwise::test
