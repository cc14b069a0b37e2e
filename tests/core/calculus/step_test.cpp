#include "core/calculus/step.h"

#include <cmath>
#include <set>

#include "core/calculus/differentiate.h"
#include "core/calculus/functions.h"
#include "core/calculus/parse.h"
#include "tests/support/catch.h"
#include "tests/support/derivations.h"
#include "tests/support/equations.h"
#include "tests/support/formulas.h"
#include "tests/support/golden.h"
#include "tests/support/random_expressions.h"

using namespace chainwise;
using namespace chainwise::test;
using calculus::Bindings;
using calculus::Derivation;
using calculus::Expr;
using calculus::Op;
using calculus::Step;

TEST_CASE("steps: every step of every golden's derivation is an equation, and they lead to the answer",
          "[calculus][text]") {
  for (const Golden& golden : read_goldens("derivatives.txt")) {
    INFO(golden.input);
    Source source(golden.input);
    check_derivation(source, "x", {1, true}, true);
  }
}

TEST_CASE("steps: of functions with several rules at work", "[calculus][text]") {
  for (const char* text : {"(x^2+1)/(x-1)",
                           "x^sin(x)",
                           "sin(x)^x",
                           "sin(cos(tan(x)))",
                           "log(x+sqrt(x^2+1))",
                           "x^2*sin(1/x)",
                           "exp(-(x-m)^2/(2*s^2))",
                           "(exp(x)-exp(-x))/(exp(x)+exp(-x))",
                           "x*sin(x)*exp(x)*log(x+4)",
                           "sin(x)*sin(x)",
                           "sin(x)+sin(x)^2+exp(sin(x))",
                           "x^x^x",
                           "log(2, x+3)",
                           "root(x+3, 3)",
                           "root(7, x+3)",
                           "max(x, x^2)",
                           "min(x^2, 1)",
                           "2*x*(3+y)*sin(y)",
                           "a*b*c*d*e1*x",
                           "u*v*sin(u*x)",
                           "1/(1+exp(-x))",
                           "atan(1/x)",
                           "sin(sin(sin(sin(x))))",
                           "(x+1)*(x+2)*(x+3)*(x+4)*(x+5)*(x+6)*(x+7)*(x+8)*(x+9)*(x+10)",
                           "gelu(x^2)",
                           "diff(x^3, x)*x",
                           "x/2/3",
                           "-(-x)",
                           "x-x",
                           "0*x",
                           "x^0",
                           "5",
                           "y"}) {
    INFO(text);
    Source source(text);
    check_derivation(source, "x", {1, true}, true);
  }
}

TEST_CASE("steps: every function, alone and with an inner part", "[calculus][text]") {
  for (const calculus::FunctionRow& row : calculus::functions()) {
    if (row.arity == 0) continue;
    const std::string name(row.name);
    const std::string inner = row.name == "acosh" ? "1+x^2" : row.domain.empty() ? "x^2" : "x^2/20";
    for (const std::string& argument : {std::string("x"), inner}) {
      Source source(name + "(" + argument + (row.arity == 2 ? ", 3)" : ")"));
      INFO(name);
      check_derivation(source, "x", {1, true}, true);
    }
    if (row.arity == 2) {
      Source source(name + "(x^2+1, 1+x^2/2)");
      check_derivation(source, "x", {1, true}, true);
    }
  }
}

TEST_CASE("steps: programs, along single links and forks, by inputs and by names", "[calculus][text]") {
  for (const char* variable : {"w1", "b1", "w2", "b2", "x", "y", "a1", "z1", "yhat", "J"}) {
    INFO(variable);
    Source source(kNetwork);
    check_derivation(source, variable, {1, true}, true);
  }
  for (const char* text : {"a = x^2\nb = sin(a)\nc = a*b", "a = x^2\nb = a*x\nc = b*a*x", "a = x\nb = a\nc = b",
                           "a = 3\nb = a*x", "u = 2+cos(x)\nlog(u)", "a = x^2\nb = a + a^2\nc = exp(b/9)\nd = c/a",
                           "a = sin(x)\nb = cos(x)\na^2 + b^2", "a = x*y\nb = a + y\nc = a*b\nd = c*b + a"}) {
    INFO(text);
    Source source(text);
    check_derivation(source, "x", {1, true}, true);
  }
}

TEST_CASE("steps: higher orders", "[calculus][text]") {
  for (const char* text : {"x^5", "sin(x)*x", "exp(-x^2/2)", "log(2+cos(x))"})
    for (int order = 2; order <= 3; ++order) {
      INFO(text << ", order " << order);
      Source source(text);
      check_derivation(source, "x", {order, true}, true);
    }
}

TEST_CASE("steps: higher orders of programs are equations too, and the answer is the derivative of the one before",
          "[calculus][text]") {
  for (const char* text : {"u = x^2\nx*u", "u = sin(x)\nu^2", "z = w*x + b\na = sigmoid(z)\nJ = (a - y)^2/2",
                           "a = x^2\nb = a*x\nc = b*a"}) {
    INFO(text);
    Source source(text);
    for (int order = 2; order <= 3; ++order) check_derivation(source, "x", {order, true}, true);
    const Derivation second = calculus::differentiate(source.pool, source.program, "x", {2, true}).value();
    const Expr first = source.derivative("x");
    for (Bindings at : points(source)) {
      const auto slope_at = [&](double shift) {
        Bindings moved = at;
        for (auto& [name, value] : moved)
          if (name == "x") value += shift;
        return source.value(first, moved);
      };
      CHECK(is_close(source.value(second.derivative, at), (slope_at(1e-5) - slope_at(-1e-5)) / 2e-5, 1e-6));
    }
  }
}

TEST_CASE("steps: an output without a name is given one, which is told", "[calculus][text]") {
  Source source("u = x^2\nx*u");
  const Derivation derivation = calculus::differentiate(source.pool, source.program, "x").value();
  const Step& first = derivation.steps[derivation.top[0]];
  CHECK(shown(source, first) == "fork: diff(h, x) = diff(x*u, x) + diff(x*u, u)*diff(u, x)");
  REQUIRE(first.inner_name);
  CHECK(source.text(*first.inner_name) == "h");
  CHECK(source.text(first.inner) == "x*u");
}

TEST_CASE("steps: random expressions", "[calculus][text]") {
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    RandomExpressions random(seed);
    Source source("x*y");
    source.program.definitions.back().formula =
        random.expression(source.pool, source.program.inputs, 1 + static_cast<int>(seed % 14));
    INFO("seed " << seed << ": " << source.text(source.formula()));
    check_derivation(source, "x", {1, true}, false);
  }
}

TEST_CASE("steps: random programs", "[calculus][text]") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    RandomExpressions random(seed);
    const std::string text = random.program(4);
    if (!mistake_in(text).empty()) continue;  // division by a literal 0
    INFO("seed " << seed << ":\n" << text);
    Source source(text);
    check_derivation(source, "x", {1, true}, false);
  }
}

TEST_CASE("rules: each has an example, and each example that is an equation is one", "[calculus][text]") {
  std::set<std::string_view> ids;
  for (const calculus::Rule& rule : calculus::rules()) {
    INFO(rule.id);
    CHECK(ids.insert(rule.id).second);
    CHECK(!rule.example.empty());
    const std::size_t equals = rule.example.find(" = ");
    if (equals == std::string_view::npos || rule.example.find("where") != std::string_view::npos) continue;
    if (rule.id == "repeat") continue;  // a derivative of a derivative: more than dual numbers can do
    Source left(rule.example.substr(0, equals));
    Source right(rule.example.substr(equals + 3));
    for (const double x : {0.4, 1.3}) {
      const Bindings at{{"x", x}};
      CHECK(is_close(Equations(left.pool, left.program, at).value(left.formula(), {}),
                     Equations(right.pool, right.program, at).value(right.formula(), {}), 1e-12));
    }
  }
}
