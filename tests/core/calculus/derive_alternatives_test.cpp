#include <algorithm>
#include <cmath>

#include "core/calculus/differentiate.h"
#include "core/calculus/step.h"
#include "tests/support/catch.h"
#include "tests/support/derivations.h"
#include "tests/support/formulas.h"
#include "tests/support/golden.h"
#include "tests/support/random_expressions.h"

using namespace chainwise;
using namespace chainwise::test;
using calculus::Bindings;
using calculus::Derivation;
using calculus::Expr;
using calculus::Step;

namespace {

using Rules = std::vector<std::string_view>;

const Rules kPreferable{"quotient",         "quotient-as-product", "root-as-power",
                        "power-as-product", "product-as-power",    "power-as-exp"};

Derivation derive(Source& source, const Rules& prefer) {
  return calculus::differentiate(source.pool, source.program, "x", {1, true, prefer}).value();
}

/// `rule (or others): first line = ... = answer`.
std::string summary(Source& source, const Rules& prefer) {
  const Derivation derivation = derive(source, prefer);
  const Step& first = derivation.steps[derivation.top[0]];
  std::string text(first.rule == "chain" ? derivation.steps[first.steps[2]].rule : first.rule);
  const Rules others = alternatives(first);
  for (std::size_t i = 0; i < others.size(); ++i) text += (i == 0 ? " (or " : ", ") + std::string(others[i]);
  text += others.empty() ? ": " : "): ";
  const Step& below = first.steps.empty() ? first : derivation.steps[first.steps[0]];
  if (below.rule == "rewrite" || below.rule == "split") text += source.text(below.after) + " = ";
  text += source.text(derivation.unsimplified);
  if (!(derivation.unsimplified == derivation.derivative)) text += " = " + source.text(derivation.derivative);
  return text;
}

/// The answer is the same function as without preferences.
void check_same_answer(Source& source, const Rules& prefer) {
  const Expr usual = derive(source, {}).derivative;
  const Expr other = derive(source, prefer).derivative;
  for (const Bindings& at : points(source)) {
    const double a = source.value(usual, at);
    const double b = source.value(other, at);
    INFO(source.text(usual) << " at " << at[0].second << ": " << a << "; " << source.text(other) << ": " << b);
    if (std::isfinite(a) && std::isfinite(b) && std::fabs(a) < 1e6) CHECK(is_close(a, b, 1e-8));
  }
}

/// Each preference alone, all of them, and all of them backwards.
std::vector<Rules> preferences() {
  std::vector<Rules> all;
  for (const std::string_view rule : kPreferable) all.push_back({rule});
  all.push_back(kPreferable);
  all.push_back({kPreferable.rbegin(), kPreferable.rend()});
  return all;
}

}  // namespace

TEST_CASE("alternatives: goldens of tests/data/alternatives.txt", "[calculus]") {
  for (const Golden& golden : read_goldens("alternatives.txt")) {
    const std::size_t by = golden.input.find(" by ");
    Source source(golden.input.substr(0, by));
    Rules prefer;
    const std::string rule = by == std::string::npos ? "" : golden.input.substr(by + 4);
    if (!rule.empty()) prefer.push_back(rule);
    INFO(golden.input);
    CHECK(summary(source, prefer) == golden.output);
  }
}

TEST_CASE("alternatives: under each preference, steps are equations that lead to the usual answer", "[calculus]") {
  for (const char* text : {"1/x",
                           "3/sin(x)",
                           "sin(x)/x",
                           "(x^2+1)/(x-1)",
                           "a*sin(x)/(b*x)",
                           "sqrt(x+3)",
                           "sqrt(1+sqrt(x+3))",
                           "x/sqrt(x^2+1)",
                           "x*x",
                           "sin(x)*sin(x)",
                           "x*x*x + x*x + x^2",
                           "sin(x)^2",
                           "(x+1)^3/x",
                           "2^x",
                           "x^x",
                           "x^sin(x)",
                           "a^(x^2)",
                           "e^x",
                           "log(1/sqrt(x+3))",
                           "sin(x)^2 + 1/sin(x)^2",
                           "1/(1/(1/(x+3)))",
                           "1/(1+exp(-x))",
                           "(x*x)^2",
                           "(x^2)*(x^2)",
                           "log(x+3)^log(x+3)",
                           "u = x*x\nv = 1/u\nsqrt(u+v)",
                           "u = x^2\nJ = u/(1+u*x)"})
    for (const Rules& prefer : preferences()) {
      INFO(text << " by " << prefer[0] << ", ...");
      Source source(text);
      check_derivation(source, "x", {1, true, prefer}, true);
      check_same_answer(source, prefer);
    }
}

TEST_CASE("alternatives: the same without steps, of higher orders, and for random expressions", "[calculus]") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    RandomExpressions random(seed);
    Source source("x*y");
    source.program.definitions.back().formula =
        random.expression(source.pool, source.program.inputs, 1 + static_cast<int>(seed % 14));
    const Rules prefer = preferences()[seed % preferences().size()];
    INFO("seed " << seed << ": " << source.text(source.formula()) << " by " << prefer[0]);
    check_derivation(source, "x", {1 + static_cast<int>(seed % 2), true, prefer}, false);
    check_same_answer(source, prefer);
    const auto with = calculus::differentiate(source.pool, source.program, "x", {1, true, prefer});
    const auto without = calculus::differentiate(source.pool, source.program, "x", {1, false, prefer});
    CHECK(with.value().derivative == without.value().derivative);
  }
}

TEST_CASE("alternatives: each that is offered can be taken, and offers the way back", "[calculus]") {
  for (const char* text : {"1/x", "sin(x)/x", "sqrt(x)", "sqrt(2+x)", "x*x", "x^2", "sin(x)^3", "2^x", "x^x"}) {
    Source source(text);
    const auto top = [&](const Rules& prefer) {
      const Derivation derivation = derive(source, prefer);
      return derivation.steps[derivation.top[0]];
    };
    const Step usual = top({});
    INFO(text);
    REQUIRE(!alternatives(usual).empty());
    for (const std::string_view rule : alternatives(usual)) {
      const Step other = top({rule});
      INFO(rule);
      CHECK(other.rule == rule);
      const Rules back = alternatives(other);
      REQUIRE(back.size() == alternatives(usual).size());
      CHECK(std::find(back.begin(), back.end(), rule) == back.end());
      for (const std::string_view way : back) {
        const Step again = top({way, rule});
        CHECK((again.rule == way || again.rule == "chain"));
      }
    }
  }
}

TEST_CASE("alternatives: the earlier preference goes first, and the usual rule can be named", "[calculus]") {
  Source source("1/x");
  const auto rule = [&](const Rules& prefer) {
    return derive(source, prefer).steps[derive(source, prefer).top[0]].rule;
  };
  CHECK(rule({"power-as-exp", "quotient-as-product", "quotient"}) == "quotient-as-product");
  CHECK(rule({"quotient", "quotient-as-product"}) == "quotient");
  CHECK(rule({"reciprocal", "quotient"}) == "reciprocal");
}

TEST_CASE("alternatives: what is no rule cannot be preferred", "[calculus]") {
  Source source("1/x");
  const auto result = calculus::differentiate(source.pool, source.program, "x", {1, true, {"no-rule"}});
  REQUIRE(!result.ok());
  CHECK(result.error().code == "unknown-name");
}

TEST_CASE("alternatives: a nested formula takes no longer for them", "[calculus]") {
  std::string text = "x";
  for (int i = 0; i < 900; ++i) text = "1/(1+" + text + ")";
  Source source(text);
  const auto result = calculus::differentiate(source.pool, source.program, "x", {1, false, {"quotient-as-product"}});
  CHECK(result.ok());
}
