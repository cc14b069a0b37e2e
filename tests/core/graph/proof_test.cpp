#include "core/graph/proof.h"

#include <cmath>

#include "tests/support/catch.h"
#include "tests/support/formulas.h"
#include "tests/support/json.h"
#include "tests/support/random_expressions.h"

using namespace chainwise;
using namespace chainwise::test;
using graph::Disagreement;
using graph::Proof;

namespace {

Proof prove(std::string_view text, std::string_view variable, const calculus::Bindings& at) {
  Source source(text);
  return graph::prove(source.pool, source.program, variable, at).value();
}

}  // namespace

TEST_CASE("prove: the running example", "[graph]") {
  const Proof proof = prove("log(2+cos(x))", "x", {{"x", 1}});
  const double wanted = -std::sin(1.0) / (2 + std::cos(1.0));
  CHECK(proof.agree());
  CHECK(proof.symbolic == Approx(wanted).epsilon(1e-14));
  CHECK(proof.reverse == Approx(wanted).epsilon(1e-14));
  CHECK(proof.difference == Approx(wanted).epsilon(1e-8));
  CHECK(proof.step > 0);
}

TEST_CASE("prove: by inputs and by names of a program", "[graph]") {
  const char* program = "z = w*x + b\na = sigmoid(z)\nJ = (a - y)^2";
  for (const char* variable : {"w", "b", "x", "y", "z", "a", "J"}) {
    INFO(variable);
    const Proof proof = prove(program, variable, {{"w", 0.5}, {"x", 2}, {"b", -0.3}, {"y", 1}});
    CHECK(proof.agree());
    CHECK(std::isfinite(proof.symbolic));
  }
}

TEST_CASE("prove: the output by its own name -> 1, three times", "[graph]") {
  const Proof proof = prove("J = x^2", "J", {{"x", 3}});
  CHECK(proof.agree());
  CHECK(proof.symbolic == 1);
  CHECK(proof.reverse == 1);
  CHECK(proof.difference == Approx(1).epsilon(1e-9));
}

TEST_CASE("prove: says why it does not agree", "[graph]") {
  CHECK(prove("|x|", "x", {{"x", 0}}).reason == Disagreement::kink);  // both sides cancel; the convention is 0
  CHECK(prove("relu(x)", "x", {{"x", 0}}).reason == Disagreement::kink);
  CHECK(prove("max(x, 2*x)", "x", {{"x", 0}}).reason != Disagreement::undefined);
  CHECK(prove("log(x)", "x", {{"x", -1}}).reason == Disagreement::undefined);
  CHECK(prove("1/x", "x", {{"x", 0}}).reason == Disagreement::undefined);
  CHECK(prove("sqrt(x)", "x", {{"x", 0}}).reason == Disagreement::undefined);
}

TEST_CASE("prove: agrees on 245 problems of SymPy's", "[graph]") {
  const Json table = read_json("derivatives.json");
  for (const Json& problem : table["problems"].items)
    for (std::size_t i = 0; i < problem["points"].items.size(); ++i) {
      const std::string variable = problem["var"].text;
      INFO(problem["expr"].text << " at " << problem["points"][i].number);
      const Proof proof = prove(problem["expr"].text, variable, {{variable, problem["points"][i].number}});
      CHECK(is_close(proof.reverse, problem["values"][i].number, std::max(1e-10, 1e-15 * problem["cond"][i].number)));
      if (problem["cond"][i].number < 1e4) CHECK(proof.agree());
    }
}

TEST_CASE("prove: symbolic and reverse mode agree on random expressions", "[graph]") {
  int agreed = 0;
  for (std::uint64_t seed = 0; seed < 1500; ++seed) {
    RandomExpressions random(seed);
    Source source("x*y");
    source.program.definitions.back().formula =
        random.expression(source.pool, source.program.inputs, 1 + static_cast<int>(seed % 20));
    const Proof proof = graph::prove(source.pool, source.program, "x", {{"x", 1.15}, {"y", 0.65}}).value();
    INFO("seed " << seed << ": " << source.text(source.formula()));
    const double value = source.value(source.formula(), {{"x", 1.15}, {"y", 0.65}});
    if (!std::isfinite(proof.symbolic) || !std::isfinite(proof.reverse) || std::fabs(value) > 1e6) continue;
    if (std::fabs(proof.reverse) > 1e6) continue;
    CHECK(is_close(proof.symbolic, proof.reverse, 1e-8));
    agreed += proof.agree() ? 1 : 0;
  }
  CHECK(agreed > 600);
}

TEST_CASE("prove: errors", "[graph]") {
  Source source("x*y");
  CHECK(graph::prove(source.pool, source.program, "sin", {{"x", 1}, {"y", 1}}).error().code == "not-a-name");
  CHECK(graph::prove(source.pool, source.program, "x", {{"x", 1}}).error().code == "unbound-name");
}
