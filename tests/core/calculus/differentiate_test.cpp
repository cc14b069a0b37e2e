#include "core/calculus/differentiate.h"

#include <cmath>

#include "core/base/limits.h"
#include "core/calculus/parse.h"
#include "tests/support/catch.h"
#include "tests/support/formulas.h"
#include "tests/support/golden.h"
#include "tests/support/json.h"
#include "tests/support/random_expressions.h"

using namespace chainwise;
using namespace chainwise::test;
using calculus::Derivation;
using calculus::Expr;

namespace {

std::string derived(std::string_view text, std::string_view variable, int order = 1) {
  Source source(text);
  const auto derivation = calculus::differentiate(source.pool, source.program, variable, {order, true});
  return derivation.ok() ? source.text(derivation.value().derivative) : derivation.error().code;
}

}  // namespace

TEST_CASE("differentiate: goldens of tests/data/derivatives.txt", "[calculus]") {
  for (const Golden& golden : read_goldens("derivatives.txt")) {
    INFO(golden.input);
    CHECK(derived(golden.input, "x") == golden.output);
  }
}

TEST_CASE("differentiate: 245 problems of SymPy's, at every point", "[calculus]") {
  const Json table = read_json("derivatives.json");
  const std::vector<Json>& problems = table["problems"].items;
  REQUIRE(problems.size() == 245);
  for (const Json& problem : problems) {
    Source source(problem["expr"].text);
    const Expr derivative = source.derivative(problem["var"].text);
    for (std::size_t i = 0; i < problem["points"].items.size(); ++i) {
      const calculus::Bindings at = {{problem["var"].text, problem["points"][i].number}};
      const double wanted = problem["values"][i].number;
      const double tolerance = std::max(1e-12, std::fabs(wanted) * std::max(1e-10, 1e-15 * problem["cond"][i].number));
      INFO(problem["id"].text << ": " << problem["expr"].text << " at " << problem["points"][i].number
                              << "; derivative " << source.text(derivative));
      CHECK(std::fabs(source.value(derivative, at) - wanted) <= tolerance);
      CHECK(is_close(source.value(source.formula(), at), problem["fvalues"][i].number, 1e-10));
    }
  }
}

TEST_CASE("differentiate: by other names, higher orders, and what does not occur", "[calculus]") {
  CHECK(derived("x^2*y", "y") == "x^2");
  CHECK(derived("x^5", "x", 2) == "20*x^3");
  CHECK(derived("x^5", "x", 5) == "120");
  CHECK(derived("sin(x)", "x", 4) == "sin(x)");
  CHECK(derived("exp(2*x)", "x", 3) == "8*exp(2*x)");
  CHECK(derived("x^2", "t") == "0");
  CHECK(derived("σ(α)", "α") == "sigmoid(alpha)*(1 - sigmoid(alpha))");
  CHECK(derived("z = x^2\nz", "z") == "1");
}

TEST_CASE("differentiate: the small network, in its own names", "[calculus]") {
  CHECK(derived(kNetwork, "yhat") == "yhat - y");
  CHECK(derived(kNetwork, "w2") == "a1*(yhat - y)*sigmoid(z2)*(1 - sigmoid(z2))");
  CHECK(derived(kNetwork, "b2") == "(yhat - y)*sigmoid(z2)*(1 - sigmoid(z2))");
}

TEST_CASE("differentiate: the running example, line by line", "[calculus]") {
  Source source("log(2+cos(x))");
  const Derivation derivation = calculus::differentiate(source.pool, source.program, "x").value();
  std::string lines;
  const auto write = [&](const calculus::Step& step, int depth) {
    lines += std::string(static_cast<std::size_t>(2 * depth), ' ') + std::string(step.rule) + ": " +
             source.text(step.before) + " = " + source.text(step.after) + "\n";
  };
  for (const std::uint32_t top : derivation.top) {
    write(derivation.steps[top], 0);
    for (const std::uint32_t below : derivation.steps[top].steps) write(derivation.steps[below], 1);
  }
  CHECK(lines ==
        "chain: diff(log(2 + cos(x)), x) = 1/(2 + cos(x))*(-sin(x))\n"
        "  name-inner: diff(log(2 + cos(x)), x) = diff(log(u), x)\n"
        "  chain-links: diff(log(u), x) = diff(log(u), u)*diff(2 + cos(x), x)\n"
        "  table: diff(log(u), u) = 1/u\n"
        "  sum: diff(2 + cos(x), x) = -sin(x)\n"
        "  put-back: 1/u*(-sin(x)) = 1/(2 + cos(x))*(-sin(x))\n"
        "simplify: 1/(2 + cos(x))*(-sin(x)) = -sin(x)/(2 + cos(x))\n");
  CHECK(source.text(derivation.unsimplified) == "1/(2 + cos(x))*(-sin(x))");
}

TEST_CASE("differentiate: names for inner parts keep out of the way of the learner's", "[calculus]") {
  Source source("u*sin(log(v*x))");
  const Derivation derivation = calculus::differentiate(source.pool, source.program, "x").value();
  int named = 0;
  for (const calculus::Step& step : derivation.steps) {
    if (!step.inner_name) continue;
    ++named;
    const std::string& name = source.pool.name(*step.inner_name);
    CHECK((name != "u" && name != "v" && name != "x"));
  }
  CHECK(named > 0);
}

TEST_CASE("differentiate: what cannot be asked for is an error", "[calculus]") {
  CHECK(derived("x", "sin") == "not-a-name");
  CHECK(derived("x", "e") == "not-a-name");
  CHECK(derived("x", "diff") == "not-a-name");
  CHECK(derived("x", "") == "not-a-name");
  CHECK(derived("x", "2") == "not-a-name");
  CHECK(derived("x", "x y") == "not-a-name");
  CHECK(derived("x", "x+1") == "not-a-name");
  CHECK(derived("x", "x", 0) == "out-of-range");
  CHECK(derived("x", "x", 6) == "out-of-range");
}

TEST_CASE("differentiate: the answer is the same with steps and without", "[calculus]") {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    RandomExpressions random(seed);
    Source source("x*y");
    source.program.definitions.back().formula = random.expression(source.pool, source.program.inputs, 10);
    const Expr without = source.derivative("x");
    const Expr with = calculus::differentiate(source.pool, source.program, "x").value().derivative;
    INFO(source.text(source.formula()));
    CHECK(source.text(with) == source.text(without));
  }
}

TEST_CASE("differentiate: a derivative that was asked for inside a formula", "[calculus]") {
  CHECK(derived("diff(x^3, x)", "x") == "6*x");
  CHECK(derived("diff(x^2*y, x)*y", "y") == "4*x*y");
  CHECK(derived("a = x^2\nb = diff(a*x, x)", "x") == "6*x");
}

TEST_CASE("differentiate: nests of 1,000, sums and products of 1,000, handled", "[calculus]") {
  const std::pair<std::string, double> cases[] = {
      {repeat("sin(", 1000) + "x" + repeat(")", 1000), 0.1},
      {repeat("1/(1+", 1000) + "x" + repeat(")", 1000), 0.5},
      {repeat("x+", 999) + "x", 0.5},
      {repeat("x*", 999) + "x", 0.999},
      {repeat("sin(x)*", 999) + "x", 1.57},
      {repeat("-", 1000) + "x", 0.5},
      {repeat("x^", 100) + "x", 1.1},
      {repeat("(x+1)*", 300) + "1", 0.01},
  };
  for (const auto& [text, x] : cases) {
    INFO(text.substr(0, 20));
    Source source(text);
    const Expr derivative = source.derivative("x");
    const double h = 1e-6;
    const auto value = [&](double at) { return source.value(source.formula(), {{"x", at}}); };
    CHECK(is_close(source.value(derivative, {{"x", x}}), (value(x + h) - value(x - h)) / (2 * h), 1e-6));
  }
}

TEST_CASE("differentiate: nests of 10,000 are refused, sums and products of as many handled", "[calculus]") {
  for (const std::string& text :
       {repeat("sin(", 10'000) + "x" + repeat(")", 10'000), repeat("2^(", 10'000) + "x" + repeat(")", 10'000),
        repeat("x^", 10'000) + "x", repeat("1/(x+", 10'000) + "x" + repeat(")", 10'000), repeat("-", 100'000) + "x",
        repeat("x*(1+", 10'000) + "x" + repeat(")", 10'000)}) {
    INFO(text.substr(0, 12));
    calculus::Pool pool;
    const auto refused = calculus::parse(pool, text);
    REQUIRE(!refused.ok());
    CHECK(refused.error().code == "nested-too-deep");
  }
  CHECK(derived(repeat("x*", 10'000) + "x", "x") == "10001*x^10000");
  CHECK(derived(repeat("sin(x)+", 10'000) + "x", "x") == "10000*cos(x) + 1");
}

TEST_CASE("differentiate: a sum of 50,000 names", "[calculus]") {
  std::string text = "x";
  for (int i = 0; i < 50'000; ++i) text += "+x" + std::to_string(i);
  Source source(text);
  CHECK(source.text(calculus::differentiate(source.pool, source.program, "x").value().derivative) == "1");
}

TEST_CASE("differentiate: programs of thousands of lines, chained and forked", "[calculus]") {
#ifdef __EMSCRIPTEN__
  constexpr int kLines = 1000;  // as they are built as wasm, tests allocate slowly; the package's tests have 5,000
#else
  constexpr int kLines = 5000;
#endif
  std::string chained = "t0 = x\n", forked = "t0 = x\nt1 = x^2\n";
  for (int i = 1; i < kLines; ++i) chained += "t" + std::to_string(i) + " = sin(t" + std::to_string(i - 1) + ")\n";
  for (int i = 2; i < kLines; ++i)
    forked += "t" + std::to_string(i) + " = t" + std::to_string(i - 1) + "*t" + std::to_string(i - 2) + "\n";
  for (const std::string& text : {chained, forked}) {
    Source source(text);
    const auto derivation = calculus::differentiate(source.pool, source.program, "x");
    if (!derivation.ok()) CHECK(derivation.error().code == "too-many-nodes");
  }
}

TEST_CASE("partial_derivative: other names are held fixed", "[calculus]") {
  Source source("w*x + b");
  CHECK(source.text(calculus::partial_derivative(source.pool, source.formula(), source.pool.symbol("w"))) == "x");
  CHECK(source.text(calculus::partial_derivative(source.pool, source.formula(), source.pool.symbol("z"))) == "0");
}

TEST_CASE("is_variable_name: one name that means nothing else", "[calculus]") {
  for (const char* name : {"x", "w1", "alpha", "α", "ŷ", "sigma", "step", "x_2"})
    CHECK(calculus::is_variable_name(name));
  for (const char* name : {"", "sin", "pi", "e", "2x", "x y", "x+1", "diff", "relu", " ", "x\ny"})
    CHECK_FALSE(calculus::is_variable_name(name));
}
