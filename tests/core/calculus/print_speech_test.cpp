#include "core/calculus/functions.h"
#include "core/calculus/print.h"
#include "tests/support/catch.h"
#include "tests/support/formulas.h"
#include "tests/support/golden.h"

using namespace chainwise;
using namespace chainwise::test;
using calculus::Expr;
using calculus::Format;

TEST_CASE("print_speech: goldens of tests/data/speech.txt", "[calculus][text]") {
  for (const Golden& golden : read_goldens("speech.txt")) {
    INFO(golden.input);
    Source source(golden.input);
    CHECK(source.print(source.formula(), Format::speech) == golden.output);
  }
}

TEST_CASE("print_speech: every function of the table has a spoken name", "[calculus][text]") {
  for (const calculus::FunctionRow& function : calculus::functions()) {
    INFO(function.name);
    CHECK(!function.spoken.empty());
  }
}

TEST_CASE("print_speech: a formula that grows without end is refused", "[calculus][text]") {
  calculus::Pool pool;
  Expr e = pool.symbol("x");
  for (int i = 0; i < 60; ++i) e = pool.sum({e, pool.product({e, e})});  // 3^60 leaves in 121 nodes
  const auto printed = calculus::print(pool, e, Format::speech);
  REQUIRE(!printed.ok());
  CHECK(printed.error().code == "print-too-long");
}
