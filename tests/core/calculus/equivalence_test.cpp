#include "core/calculus/equivalence.h"

#include <cmath>

#include "core/calculus/parse.h"
#include "tests/support/catch.h"
#include "tests/support/formulas.h"
#include "tests/support/golden.h"

using namespace chainwise;
using namespace chainwise::test;
using calculus::Equivalence;
using calculus::Verdict;

namespace {

struct Pair {
  explicit Pair(const std::string& text) {
    const std::size_t middle = text.find(" ~ ");
    a = text.substr(0, middle);
    b = text.substr(middle + 3);
    answer = calculus::equivalent(pool, calculus::parse(pool, a).value(), calculus::parse(pool, b).value()).value();
  }

  std::string verdict() const {
    return answer.verdict == Verdict::equal ? "equal" : answer.verdict == Verdict::different ? "different" : "unknown";
  }
  double value(calculus::Expr e, double x, double y) {
    const calculus::Program program{{{pool.symbol(""), e}}, {}};
    return calculus::evaluate(pool, program, {{"x", x}, {"y", y}, {"a", x}, {"b", y}, {"c", 0.7}}).value();
  }

  std::string a, b;
  calculus::Pool pool;
  Equivalence answer;
};

}  // namespace

TEST_CASE("equivalent: goldens", "[calculus]") {
  for (const Golden& golden : read_goldens("equivalence.txt")) {
    INFO(golden.input);
    CHECK(Pair(golden.input).verdict() == golden.output);
  }
}

TEST_CASE("equivalent: the order of the two does not matter", "[calculus]") {
  for (const Golden& golden : read_goldens("equivalence.txt")) {
    INFO(golden.input);
    const Pair pair(golden.input);
    CHECK(Pair(pair.b + " ~ " + pair.a).verdict() == golden.output);
  }
}

TEST_CASE("equivalent: a witness gives the two different values, or one of them none", "[calculus]") {
  for (const Golden& golden : read_goldens("equivalence.txt")) {
    if (golden.output != "different") continue;
    INFO(golden.input);
    Pair pair(golden.input);
    Source first(pair.a);
    Source second(pair.b);
    const double left = calculus::evaluate(first.pool, first.program, pair.answer.witness).value();
    const double right = calculus::evaluate(second.pool, second.program, pair.answer.witness).value();
    CHECK(std::isnan(left) + std::isnan(right) < 2);
    CHECK(left != right);
  }
}

TEST_CASE("equivalent: the steps are equations that lead from the one to the other", "[calculus]") {
  int chains = 0;
  for (const Golden& golden : read_goldens("equivalence.txt")) {
    Pair pair(golden.input);
    const auto& steps = pair.answer.steps;
    if (golden.output != "equal") CHECK(steps.empty());
    if (steps.empty()) continue;
    ++chains;
    INFO(golden.input);
    for (std::size_t i = 0; i + 1 < steps.size(); ++i) CHECK(steps[i].after == steps[i + 1].before);
    for (const calculus::Rewrite& step : steps)
      for (const double x : {0.3, 0.8, 1.7}) {
        const double before = pair.value(step.before, x, 0.45);
        const double after = pair.value(step.after, x, 0.45);
        INFO(step.rule);
        CHECK((is_close(before, after, 1e-12) || (std::isnan(before) && std::isnan(after))));
      }
  }
  CHECK(chains >= 30);
}

TEST_CASE("equivalent: what was divided by is said", "[calculus]") {
  CHECK(Pair("x/x ~ 1").answer.except.size() == 1);
  CHECK(Pair("x + x ~ 2*x").answer.except.empty());
}

TEST_CASE("equivalent: a witness that people like, where there is one", "[calculus]") {
  CHECK(Pair("sqrt(x)^2 ~ x").answer.witness == calculus::Bindings{{"x", -1}});
  CHECK(Pair("log(x^2) ~ 2*log(x)").answer.witness == calculus::Bindings{{"x", -1}});
  CHECK(Pair("x^2 ~ x^3").answer.witness == calculus::Bindings{{"x", 2}});
}
