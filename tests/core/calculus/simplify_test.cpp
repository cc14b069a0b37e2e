#include "core/calculus/simplify.h"

#include <cmath>

#include "tests/support/catch.h"
#include "tests/support/formulas.h"
#include "tests/support/golden.h"
#include "tests/support/random_expressions.h"

using namespace chainwise;
using namespace chainwise::test;
using calculus::Expr;

TEST_CASE("simplify: goldens of tests/data/simplify.txt", "[calculus]") {
  for (const Golden& golden : read_goldens("simplify.txt")) {
    INFO(golden.input);
    Source source(golden.input);
    const calculus::Simplified simplified = calculus::simplify(source.pool, source.formula());
    std::string text = source.text(simplified.e);
    for (std::size_t i = 0; i < simplified.granted.size(); ++i)
      text += (i == 0 ? " | " : ", ") + source.text(simplified.granted[i].e) +
              (simplified.granted[i].may_be_zero ? " has a value" : "");
    CHECK(text == golden.output);
  }
}

TEST_CASE("simplify: what is simplified stays as it is, for random expressions", "[calculus]") {
  for (std::uint64_t seed = 0; seed < 4000; ++seed) {
    RandomExpressions random(seed);
    Source source("x*y");
    const Expr e = random.expression(source.pool, source.program.inputs, static_cast<int>(seed % 30));
    const Expr once = calculus::simplify(source.pool, e).e;
    INFO(seed << ": " << source.text(e) << "   ->   " << source.text(once));
    CHECK(source.text(calculus::simplify(source.pool, once).e) == source.text(once));
  }
}

TEST_CASE("simplify: the value stays the same wherever there is one, for random expressions", "[calculus]") {
  int compared = 0;
  for (std::uint64_t seed = 0; seed < 4000; ++seed) {
    RandomExpressions random(seed);
    Source source("x*y");
    const Expr e = random.expression(source.pool, source.program.inputs, 1 + static_cast<int>(seed % 15));
    const Expr simplified = calculus::simplify(source.pool, e).e;
    for (const double x : {-1.7, -0.4, 0.3, 1.3, 2.6}) {
      const double y = 0.8 - x / 3;
      const double before = source.value(e, {{"x", x}, {"y", y}});
      // How much the value moves when rounding moves the inputs: what simplification may change as well.
      const double nearby = source.value(e, {{"x", x * (1 + 1e-13)}, {"y", y * (1 - 1e-13)}});
      if (!std::isfinite(before) || !std::isfinite(nearby) || std::fabs(before) > 1e12) continue;
      const double after = source.value(simplified, {{"x", x}, {"y", y}});
      INFO(seed << " at x = " << x << ": " << source.text(e) << "   ->   " << source.text(simplified));
      CHECK(std::fabs(after - before) <= 1e-9 * std::max(1.0, std::fabs(before)) + 1e4 * std::fabs(nearby - before));
      ++compared;
    }
  }
  CHECK(compared > 4000);
}

TEST_CASE("simplify: products that 64 bits do not hold keep their value", "[calculus]") {
  for (const char* text : {"9007199254740993*9007199254740993*x", "(1/9007199254740993)/9007199254740993 + x",
                           "x*4611686018427387904*4 - x", "3^63*3^63*x", "10^18*10^18/x"}) {
    Source source(text);
    const double before = source.value(source.formula(), {{"x", 1.5}});
    CHECK(is_close(source.value(calculus::simplify(source.pool, source.formula()).e, {{"x", 1.5}}), before, 1e-14));
  }
}

TEST_CASE("simplification: stage by stage to the simplest form", "[calculus]") {
  const auto stages_of = [](std::string_view text) {
    Source source(text);
    const Expr simplest = calculus::simplify(source.pool, source.formula()).e;
    std::string stages;
    for (const Expr stage : calculus::simplification(source.pool, source.formula(), simplest))
      stages += (stages.empty() ? "" : " = ") + source.text(stage);
    return stages;
  };
  CHECK(stages_of("1/(2 + cos(x))*(-sin(x))") == "-sin(x)/(2 + cos(x))");
  CHECK(stages_of("(cos(x)*(1 + cos(x)) - sin(x)*(-sin(x)))/(1 + cos(x))^2") ==
        "(cos(x)*(1 + cos(x)) + sin(x)^2)/(1 + cos(x))^2 = (cos(x) + cos(x)^2 + sin(x)^2)/(1 + cos(x))^2 = "
        "1/(1 + cos(x))");
  CHECK(stages_of("x + y") == "x + y");
  CHECK(stages_of("y + sigmoid(x) - sigmoid(x)^2") == "y + sigmoid(x)*(1 - sigmoid(x))");
  std::string large = "0";
  for (int k = 0; k < 100; ++k) large += "+sin(" + std::to_string(k) + "*x)*(x+1-x)";
  CHECK(stages_of(large).find(" = ") == std::string::npos);
}

TEST_CASE("simplification: each stage has the value of the one before, for random expressions", "[calculus]") {
  int compared = 0;
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    RandomExpressions random(seed);
    Source source("x*y");
    const Expr e = random.expression(source.pool, source.program.inputs, 1 + static_cast<int>(seed % 15));
    const Expr simplest = calculus::simplify(source.pool, e).e;
    const std::vector<Expr> stages = calculus::simplification(source.pool, e, simplest);
    REQUIRE(!stages.empty());
    CHECK(stages.back() == simplest);
    Expr before = e;
    for (const Expr stage : stages) {
      const double old_value = source.value(before, {{"x", 1.3}, {"y", 0.45}});
      INFO(seed << ": " << source.text(before) << "   ->   " << source.text(stage));
      CHECK((stages.size() == 1 || !(stage == before)));
      before = stage;
      if (!std::isfinite(old_value) || std::fabs(old_value) > 1e6) continue;
      CHECK(is_close(source.value(stage, {{"x", 1.3}, {"y", 0.45}}), old_value, 1e-7));
      ++compared;
    }
  }
  CHECK(compared > 500);
}

TEST_CASE("simplify: long and deep expressions", "[calculus]") {
  std::string sum = "0", product = "1", nested = "x", fraction = "x";
  for (int i = 0; i < 1000; ++i) {
    sum += "+x^" + std::to_string(i % 7);
    product += "*(x+" + std::to_string(i) + ")";
    nested = "(" + nested + "+1)*2";
    fraction = "1/(1+" + fraction + ")";
  }
  for (const std::string& text : {sum, product, nested, fraction}) {
    Source source(text);
    const Expr once = calculus::simplify(source.pool, source.formula()).e;
    CHECK(calculus::simplify(source.pool, once).e == once);
  }
  Source source(sum);
  CHECK(source.text(calculus::simplify(source.pool, source.formula()).e) ==
        "142*x^6 + 143*x^5 + 143*x^4 + 143*x^3 + 143*x^2 + 143*x + 143");
}
