#include "core/graph/passes.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "tests/support/catch.h"
#include "tests/support/formulas.h"

using namespace chainwise;
using namespace chainwise::test;
using calculus::Bindings;
using graph::Detail;
using graph::Trace;

namespace {

double gradient(const Trace& trace, std::string_view name) {
  for (const auto& [key, value] : trace.gradients)
    if (key == name) return value;
  FAIL("no gradient of " << name);
  return 0;
}

}  // namespace

TEST_CASE("backpropagate: known values of one linear unit", "[graph]") {
  const auto at = [](double x, double w, double b, double y, Detail detail) {
    Source source("yhat = w*x + b\nJ = (yhat - y)^2");
    return graph::backpropagate(source.pool, source.program, {{"x", x}, {"w", w}, {"b", b}, {"y", y}}, detail).value();
  };
  for (const Detail detail : {Detail::definitions, Detail::operations}) {
    CHECK(gradient(at(2.1, 1, 0, 4, detail), "w") == Approx(-7.98).epsilon(1e-14));
    CHECK(gradient(at(2.1, 1, 0, 4, detail), "b") == Approx(-3.8).epsilon(1e-14));
    CHECK(gradient(at(2, 3, 1, 9, detail), "w") == -8);
    CHECK(gradient(at(2, 3, 1, 9, detail), "b") == -4);
    CHECK(gradient(at(2, 3.4, 1.2, 9, detail), "J") == 1);
  }
}

TEST_CASE("backpropagate: the small network against its products of links", "[graph]") {
  Source source(kNetwork);
  const double a1 = 1 / (1 + std::exp(-(0.7 * 1.5 - 0.3)));
  const double yhat = 1 / (1 + std::exp(-(-1.1 * a1 + 0.4)));
  const double delta2 = (yhat - 0.2) * yhat * (1 - yhat);
  const double delta1 = delta2 * -1.1 * a1 * (1 - a1);
  for (const Detail detail : {Detail::definitions, Detail::operations}) {
    const Trace trace = graph::backpropagate(source.pool, source.program, kPoint, detail).value();
    CHECK(gradient(trace, "w2") == Approx(delta2 * a1).epsilon(1e-13));
    CHECK(gradient(trace, "b2") == Approx(delta2).epsilon(1e-13));
    CHECK(gradient(trace, "w1") == Approx(delta1 * 1.5).epsilon(1e-13));
    CHECK(gradient(trace, "b1") == Approx(delta1).epsilon(1e-13));
    CHECK(gradient(trace, "z2") == Approx(delta2).epsilon(1e-13));
  }
}

TEST_CASE("backpropagate: events can be replayed, in random programs", "[graph]") {
  for (const std::string& text : random_programs(300, 5)) {
    Source source(text);
    for (const Detail detail : {Detail::definitions, Detail::operations}) {
      const Trace trace = graph::backpropagate(source.pool, source.program, {{"x", 0.8}, {"y", 1.7}}, detail).value();
      const auto same = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
      std::map<std::uint32_t, double> values, gradients;
      for (const graph::ForwardEvent& event : trace.forward) {
        for (const graph::Expr from : event.from) REQUIRE(values.contains(from.index));
        values[event.node.index] = event.value;
      }
      REQUIRE(!trace.backward.empty());
      CHECK(trace.backward[0].node == trace.backward[0].from);
      CHECK(trace.backward[0].gradient == 1);
      gradients[trace.backward[0].node.index] = 1;
      std::map<std::uint32_t, bool> is_finished;  // has sent its gradient on: nothing may reach it any more
      for (std::size_t i = 1; i < trace.backward.size(); ++i) {
        const graph::BackwardEvent& event = trace.backward[i];
        REQUIRE(gradients.contains(event.from.index));
        CHECK(same(event.upstream, gradients[event.from.index]));
        CHECK(same(event.contribution, event.upstream * event.local));
        CHECK_FALSE(is_finished[event.node.index]);
        is_finished[event.from.index] = true;
        gradients[event.node.index] += event.contribution;
        CHECK(same(event.gradient, gradients[event.node.index]));
      }
      for (const graph::NodeValue& node : trace.nodes) {
        CHECK(same(node.value, values[node.id.index]));
        if (node.gradient) CHECK(same(*node.gradient, gradients[node.id.index]));
        if (!node.gradient) CHECK(!gradients.contains(node.id.index));
      }
    }
  }
}

TEST_CASE("backpropagate: both levels of detail and the symbolic derivative agree, in random programs", "[graph]") {
  int compared = 0;
  for (const std::string& text : random_programs(600, 5)) {
    Source source(text);
    const Bindings at = {{"x", 0.8}, {"y", 1.7}};
    const Trace fine = graph::backpropagate(source.pool, source.program, at, Detail::operations).value();
    const Trace coarse = graph::backpropagate(source.pool, source.program, at, Detail::definitions).value();
    REQUIRE(fine.gradients.size() == coarse.gradients.size());
    for (const auto& [name, value] : fine.gradients) {
      INFO("by " << name << ":\n" << text);
      const double other = gradient(coarse, name);
      const double symbolic = source.value(source.derivative(name), at);
      if (!std::isfinite(value) || !std::isfinite(other) || std::fabs(value) > 1e8) continue;
      CHECK(is_close(value, other, 1e-9));
      if (!std::isfinite(symbolic)) continue;
      CHECK(is_close(value, symbolic, 1e-8));
      ++compared;
    }
  }
  CHECK(compared > 500);
}

TEST_CASE("backpropagate: no path is no gradient, and 0 in the summary; numbers have none", "[graph]") {
  Source source("a = x^2\nb = y\nJ = a*3");
  const Trace trace =
      graph::backpropagate(source.pool, source.program, {{"x", 2}, {"y", 5}}, Detail::operations).value();
  CHECK(gradient(trace, "x") == 12);
  CHECK(gradient(trace, "y") == 0);
  CHECK(gradient(trace, "b") == 0);
  for (const graph::NodeValue& node : trace.nodes)
    if (source.pool.op(node.id) == calculus::Op::number) CHECK(!node.gradient);
}

TEST_CASE("backpropagate: a name that stands for a number can be moved", "[graph]") {
  Source source("w = 0.5\nx = 2\nJ = (w*x - 3)^2");
  for (const Detail detail : {Detail::definitions, Detail::operations}) {
    const Trace trace = graph::backpropagate(source.pool, source.program, {}, detail).value();
    CHECK(gradient(trace, "w") == -8);
    CHECK(gradient(trace, "x") == -2);
  }
}

TEST_CASE("backpropagate: at a fork the contributions add", "[graph]") {
  Source source("a = x^2\nb = 3*x\nJ = a*b");
  const Trace trace = graph::backpropagate(source.pool, source.program, {{"x", 2}}, Detail::definitions).value();
  CHECK(gradient(trace, "x") == 36);
  CHECK(std::count_if(trace.backward.begin(), trace.backward.end(),
                      [&](const auto& event) { return source.pool.name(event.node) == "x"; }) == 2);
}

TEST_CASE("backpropagate: definitions that are derivatives", "[graph]") {
  Source source("a = diff(x^3, x)\nJ = a^2");  // 9 x^4
  for (const Detail detail : {Detail::definitions, Detail::operations}) {
    const Trace trace = graph::backpropagate(source.pool, source.program, {{"x", 2}}, detail).value();
    CHECK(gradient(trace, "x") == 288);
    CHECK(gradient(trace, "a") == 24);
  }
}

TEST_CASE("backpropagate: undefined values are NaN with a place to look", "[graph]") {
  Source source("a = log(x)\nJ = a^2");
  const Trace trace = graph::backpropagate(source.pool, source.program, {{"x", -1}}, Detail::operations).value();
  CHECK(std::isnan(trace.forward.back().value));
  const auto first = std::find_if(trace.forward.begin(), trace.forward.end(),
                                  [](const graph::ForwardEvent& event) { return std::isnan(event.value); });
  CHECK(source.text(first->node) == "a");
}

TEST_CASE("backpropagate: an input without a value is an error", "[graph]") {
  Source source(kNetwork);
  const auto result = graph::backpropagate(source.pool, source.program, {{"x", 1}}, Detail::operations);
  REQUIRE(!result.ok());
  CHECK(result.error().code == "unbound-name");
}

TEST_CASE("backpropagate: 5,000 lines that use each other twice take one pass", "[graph]") {
  std::string text = "t0 = x\n";
  for (int i = 1; i < 5000; ++i) {
    const std::string before = "t" + std::to_string(i - 1);
    text += "t" + std::to_string(i) + " = (" + before + " + sin(" + before + "))/2\n";
  }
  Source source(text);
  for (const Detail detail : {Detail::definitions, Detail::operations}) {
    const Trace trace = graph::backpropagate(source.pool, source.program, {{"x", 0.5}}, detail).value();
    CHECK(std::isfinite(gradient(trace, "x")));
    CHECK(trace.backward.size() < 30'000);
  }
}
