#include "core/calculus/program.h"

#include "core/calculus/differentiate.h"
#include "tests/support/catch.h"
#include "tests/support/formulas.h"

using namespace chainwise;
using namespace chainwise::test;

TEST_CASE("with_output: the program ends at the definition that was asked for", "[calculus]") {
  Source source("z = w*x\na = z^2\nJ = a - y");
  const auto shorter = calculus::with_output(source.pool, source.program, "a");
  REQUIRE(shorter.ok());
  CHECK(shorter.value().definitions.size() == 2);
  CHECK(source.pool.name(shorter.value().output().name) == "a");
  CHECK(calculus::with_output(source.pool, source.program, "").value().definitions.size() == 3);
}

TEST_CASE("with_output: a name that is not defined is an error", "[calculus]") {
  Source source("z = w*x");
  for (const char* name : {"w", "nothing", "0"}) {
    const auto result = calculus::with_output(source.pool, source.program, name);
    REQUIRE(!result.ok());
    CHECK(result.error().code == "unknown-name");
  }
}

TEST_CASE("find: the definition of a name, none for inputs", "[calculus]") {
  Source source("z = w*x\na = z^2");
  const calculus::Definition* found = source.program.find(source.pool.symbol("z"));
  REQUIRE(found != nullptr);
  CHECK(source.text(found->formula) == "w*x");
  CHECK(source.program.find(source.pool.symbol("w")) == nullptr);
}

TEST_CASE("evaluation_order: parts before what is made from them, also where a derivative was worked out later",
          "[calculus]") {
  Source source("a = diff(x^3, x)\nunused = a*y\nJ = a^2");
  const calculus::Program program = calculus::resolve_derivatives(source.pool, source.program).value();
  std::string order;
  for (const calculus::Expr e : calculus::evaluation_order(source.pool, program)) order += source.text(e) + "; ";
  CHECK(order == "x; 3; 2; x^2; 3*x^2; a; y; a*y; unused; a^2; J; ");
}
