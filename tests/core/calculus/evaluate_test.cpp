#include "core/calculus/evaluate.h"

#include <cmath>
#include <limits>

#include "core/calculus/differentiate.h"
#include "tests/support/catch.h"
#include "tests/support/formulas.h"

using namespace chainwise;
using namespace chainwise::test;
using calculus::Bindings;

namespace {

double value_of(std::string_view text, const Bindings& at = {}) {
  Source source(text);
  return calculus::evaluate(source.pool, source.program, at).value();
}

}  // namespace

TEST_CASE("evaluate: arithmetic", "[calculus]") {
  CHECK(value_of("1 + 2*3 - 4/8") == 6.5);
  CHECK(value_of("-2^2") == -4);
  CHECK(value_of("2^3^2") == 512);
  CHECK(value_of("0^0") == 1);
  CHECK(value_of("2^-1") == 0.5);
  CHECK(value_of("pi") == Approx(3.141592653589793).epsilon(1e-16));
  CHECK(value_of("|3-5|") == 2);
}

TEST_CASE("evaluate: outside the domain, and where one divides by 0, there is no value", "[calculus]") {
  for (const char* text :
       {"log(0)", "log(-1)", "sqrt(-1)", "(1-1)/(1-1)", "1/(1-1)", "0^-1", "(-1)^0.5", "asin(2)", "acosh(0.5)",
        "acosh(-1451977.2)", "atanh(1)", "0*log(-1)", "max(sqrt(-1), 1)", "relu(log(-1))", "sign(log(-1))",
        "step(log(-1))", "softplus(log(-1))", "leakyrelu(log(-1))"}) {
    INFO(text);
    CHECK(std::isnan(value_of(text)));
  }
}

TEST_CASE("evaluate: what is too large is infinite", "[calculus]") {
  CHECK(value_of("exp(1000)") == std::numeric_limits<double>::infinity());
  CHECK(value_of("-10^400") == -std::numeric_limits<double>::infinity());
}

TEST_CASE("evaluate: programs, overridden names, pending derivatives", "[calculus]") {
  const std::string program = "z = w*x + b\na = z^2";
  CHECK(value_of(program, {{"w", 2}, {"x", 3}, {"b", 1}}) == 49);
  CHECK(value_of(program, {{"z", 5}, {"w", 0}, {"x", 0}, {"b", 0}}) == 25);
  CHECK(value_of("diff(x^3, x)", {{"x", 2}}) == 12);
  CHECK(value_of("diff(diff(x^3, x), x)", {{"x", 2}}) == 12);
  CHECK(value_of("z = x^2\ndiff(z*x, x)", {{"x", 2}}) == 12);
  CHECK(value_of("diff(x*y, x)", {{"x", 2}, {"y", 7}}) == 7);
  CHECK(value_of("a = diff(x^3, x)\nJ = a^2", {{"x", 2}}) == 144);
  CHECK(value_of("a = diff(exp(x)*x^3, x)\nb = diff(a*x, x)\nJ = b - a", {{"x", 0}}) == 0);
}

TEST_CASE("evaluate: bindings by any spelling; names that do not occur are ignored", "[calculus]") {
  CHECK(value_of("α*w₁", {{"α", 2}, {"w1", 3}, {"unused", 9}}) == 6);
  CHECK(value_of("yhat", {{"ŷ", 4}}) == 4);
}

TEST_CASE("evaluate: an input without a value is an error that names it", "[calculus]") {
  Source source("x + y");
  const auto result = calculus::evaluate(source.pool, source.program, {{"x", 1}});
  REQUIRE(!result.ok());
  CHECK(result.error().code == "unbound-name");
  CHECK(result.error().message == "y has no value. Give it a number.");
}

TEST_CASE("evaluate: shared parts are computed once, deep ones without recursion", "[calculus]") {
  std::string source = "t0 = x\n";
  for (int i = 1; i < 5000; ++i) {
    const std::string before = "t" + std::to_string(i - 1);
    source += "t" + std::to_string(i) + " = (" + before + " + " + before + ")/2\n";
  }
  CHECK(value_of(source, {{"x", 1.25}}) == 1.25);
}

TEST_CASE("local_derivatives: central differences of apply, for each operation", "[calculus]") {
  struct Case {
    const char* text;
    std::vector<double> at;
  };
  for (const Case& c : {Case{"a+b+c", {1, 2, 3}}, Case{"a*b*c", {1.5, -2, 3}}, Case{"a*b*c", {0, -2, 3}},
                        Case{"a/b", {3, 2}}, Case{"a^b", {2, 3}}, Case{"a^b", {0.5, -1.5}}, Case{"-a", {4}},
                        Case{"log(a, b)", {3, 2}}, Case{"root(a, b)", {3, 2.5}}, Case{"sin(a)", {1}}}) {
    Source source(c.text);
    const calculus::Expr e = source.formula();
    std::vector<double> slopes(c.at.size());
    calculus::local_derivatives(source.pool, e, c.at, slopes);
    for (std::size_t i = 0; i < c.at.size(); ++i) {
      std::vector<double> up(c.at), down(c.at);
      up[i] += 1e-5;
      down[i] -= 1e-5;
      const double difference = (calculus::apply(source.pool, e, up) - calculus::apply(source.pool, e, down)) / 2e-5;
      INFO(c.text << " by argument " << i);
      CHECK(is_close(slopes[i], difference, 1e-8));
    }
  }
}

TEST_CASE("undefined_cause: the first part without a value, and what it lacks", "[calculus]") {
  const auto cause = [](std::string_view text, double x) {
    Source source(text);
    const auto found = calculus::undefined_cause(source.pool, source.program, {{"x", x}}).value();
    if (!found) return std::string("defined");
    return source.text(found->e) + ": " + std::string(found->condition) +
           " but u = " + std::to_string(static_cast<int>(found->arguments[0]));
  };
  CHECK(cause("1 + log(x)", -2) == "log(x): u > 0 but u = -2");
  CHECK(cause("z = x - 3\na = sqrt(z)\n2*a", 1) == "sqrt(z): u ≥ 0 but u = -2");
  CHECK(cause("log(1/x)", 0) == "1/x: u ≠ 0 but u = 0");
  CHECK(cause("x^-1", 0) == "x^(-1): u ≠ 0 but u = 0");
  CHECK(cause("x^0.5", -1) == "x^0.5: u ≥ 0 but u = -1");
  CHECK(cause("log(x)", 1) == "defined");
}
