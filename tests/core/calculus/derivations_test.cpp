// Whole derivations, line by line, as a learner reads them: tests/data/derivations.txt. They were read by hand. After
// a change of the rules, read what this prints, and accept it by
//
//     CHAINWISE_ACCEPT=1 build/release/chainwise_tests "derivations*"
#include <cstdlib>
#include <fstream>

#include "core/calculus/differentiate.h"
#include "tests/support/catch.h"
#include "tests/support/formulas.h"

using namespace chainwise;
using namespace chainwise::test;
using calculus::Derivation;
using calculus::Step;

namespace {

const std::string kFile = std::string(CHAINWISE_TEST_DATA) + "/derivations.txt";

/// `  rule: before = after, u = inner` for each step, finer ones further in.
void write_steps(const Source& source, const Derivation& derivation, const std::vector<std::uint32_t>& list,
                 std::size_t depth, std::string& text) {
  for (const std::uint32_t index : list) {
    const Step& step = derivation.steps[index];
    text.append(2 * depth, ' ').append(step.rule).append(": ");
    text += source.text(step.before) + " = " + source.text(step.after);
    if (step.inner_name) text += ", " + source.text(*step.inner_name) + " = " + source.text(step.inner);
    for (const calculus::Granted& granted : step.granted)
      text += " | " + source.text(granted.e) + (granted.may_be_zero ? " has a value" : "");
    text += '\n';
    write_steps(source, derivation, step.steps, depth + 1, text);
  }
}

std::string derivation_of(const std::string& formula) {
  std::string lines = formula;
  for (std::size_t at = 0; (at = lines.find("\\n", at)) != std::string::npos;) lines.replace(at, 2, "\n");
  Source source(lines);
  const Derivation derivation = calculus::differentiate(source.pool, source.program, "x").value();
  std::string text = formula + '\n';
  write_steps(source, derivation, derivation.top, 1, text);
  return text;
}

}  // namespace

TEST_CASE("derivations: of textbook functions, line by line", "[calculus]") {
  std::ifstream file(kFile);
  std::string accepted, head, block;
  std::size_t count = 0;
  const auto check = [&] {
    if (block.empty()) return;
    const std::string text = derivation_of(block.substr(0, block.find('\n')));
    CHECK(text == block);
    accepted += '\n' + text;
    block.clear();
    ++count;
  };
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("# "))
      head += line + '\n';
    else if (line.empty())
      check();
    else
      block += line + '\n';
  }
  check();
  CHECK(count >= 60);
  if (std::getenv("CHAINWISE_ACCEPT")) std::ofstream(kFile) << head << accepted;
}
