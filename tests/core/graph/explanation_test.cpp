#include "core/graph/explanation.h"

#include <cmath>

#include "core/graph/passes.h"
#include "tests/support/catch.h"
#include "tests/support/formulas.h"

using namespace chainwise;
using namespace chainwise::test;
using calculus::Bindings;
using calculus::Expr;
using graph::Contribution;
using graph::Detail;
using graph::Explanation;
using graph::GradientCase;

namespace {

Explanation explained(Source& source, std::string_view name, const Bindings& at, Detail detail) {
  return graph::explain(source.pool, source.program, source.pool.symbol(name), at, detail).value();
}

/// One line a contribution: the node it flows from, upstream * local formula = local value, contribution.
std::string described(const Source& source, const Explanation& explanation) {
  std::string text;
  for (const Contribution& part : explanation.contributions)
    text += source.text(part.edge.to) + ": " + format_number(part.upstream) + " * (" + source.text(part.local_formula) +
            " = " + format_number(part.edge.local) + ") = " + format_number(part.contribution) + "; ";
  return text;
}

}  // namespace

TEST_CASE("explain: a fork → the contributions and their sum", "[graph]") {
  Source source("a = x^2\nb = 3*x\nJ = a*b");
  const Explanation explanation = explained(source, "x", {{"x", 2}}, Detail::definitions);
  CHECK(explanation.kind == GradientCase::fork);
  CHECK(described(source, explanation) == "b: 4 * (3 = 3) = 12; a: 6 * (2*x = 4) = 24; ");
  CHECK(explanation.gradient == 36);
  CHECK(explanation.value == 2);
  CHECK(explanation.paths == 2);
  REQUIRE(explanation.chain.edges.size() == 2);
  CHECK(source.text(explanation.chain.edges[0].to) == "a");  // 24 is more than 12
  CHECK(explanation.chain.product == 24);
}

TEST_CASE("explain: one contribution; its chain to the output is the whole derivative", "[graph]") {
  Source source("z = w*x\na = z^2\nJ = 3*a");
  const Explanation explanation = explained(source, "w", {{"w", 2}, {"x", 5}}, Detail::definitions);
  CHECK(explanation.kind == GradientCase::single);
  CHECK(described(source, explanation) == "z: 60 * (x = 5) = 300; ");
  CHECK(explanation.paths == 1);
  std::string chain;
  for (const graph::Edge& edge : explanation.chain.edges)
    chain += source.text(edge.from) + " " + format_number(edge.local) + " " + source.text(edge.to) + "; ";
  CHECK(chain == "w 5 z; z 20 a; a 3 J; ");
  CHECK(explanation.chain.product == explanation.gradient);
}

TEST_CASE("explain: the output → seed, gradient 1; a name without a path → 0; a number → not computed", "[graph]") {
  Source source("u = y^2\nJ = (x + 2*3)^2");
  const Bindings at = {{"x", 1}};
  const Explanation output = explained(source, "J", at, Detail::operations);
  CHECK(output.kind == GradientCase::seed);
  CHECK(output.gradient == 1);
  CHECK(output.paths == 1);
  CHECK(output.contributions.empty());
  CHECK(output.chain.edges.empty());
  for (const char* name : {"y", "u"}) {
    const Explanation none = explained(source, name, at, Detail::operations);
    CHECK(none.kind == GradientCase::no_path);
    CHECK(none.gradient == 0);
    CHECK_FALSE(none.value.has_value());
    CHECK(none.paths == 0);
  }
  const Expr six = source.pool.product({source.pool.integer(2), source.pool.integer(3)});
  const Explanation number = graph::explain(source.pool, source.program, six, at, Detail::operations).value();
  CHECK(number.kind == GradientCase::number);
  CHECK(number.value == 6);
  CHECK_FALSE(number.gradient.has_value());
}

TEST_CASE("explain: operations have ids; one used twice by the same node → a fork of two edges", "[graph]") {
  Source source("sin(x)*sin(x)");
  const Expr sine = source.pool.child(source.formula(), 0);
  const Explanation explanation =
      graph::explain(source.pool, source.program, sine, {{"x", 1}}, Detail::operations).value();
  CHECK(explanation.kind == GradientCase::fork);
  REQUIRE(explanation.contributions.size() == 2);
  CHECK(explanation.contributions[0].edge.number != explanation.contributions[1].edge.number);
  CHECK(explanation.gradient == 2 * std::sin(1.0));
}

TEST_CASE("explain: the first weight of the small network → the product of links", "[graph]") {
  Source source(kNetwork);
  const Explanation explanation = explained(source, "w1", kPoint, Detail::definitions);
  const double a1 = 1 / (1 + std::exp(-(0.7 * 1.5 - 0.3)));
  const double yhat = 1 / (1 + std::exp(-(-1.1 * a1 + 0.4)));
  const double links[] = {1.5, a1 * (1 - a1), -1.1, yhat * (1 - yhat), yhat - 0.2};
  REQUIRE(explanation.chain.edges.size() == 5);
  for (std::size_t i = 0; i < 5; ++i) CHECK(is_close(explanation.chain.edges[i].local, links[i], 1e-14));
  CHECK(explanation.paths == 1);
  CHECK(is_close(explanation.chain.product, *explanation.gradient, 1e-14));
}

TEST_CASE("explain: vanishing products are compared by their logarithms", "[graph]") {
  std::string text = "a0 = x\nb0 = x\n";  // both products are 0 as doubles: 1e-400 and 1e-360
  for (int i = 1; i <= 40; ++i) {
    const std::string before = std::to_string(i - 1), now = std::to_string(i);
    text += "a" + now + " = a" + before + "/10000000000\nb" + now + " = b" + before + "/1000000000\n";
  }
  Source source(text + "J = a40 + b40");
  const Explanation explanation = explained(source, "x", {{"x", 1}}, Detail::definitions);
  REQUIRE(explanation.chain.edges.size() == 42);
  CHECK(source.text(explanation.chain.edges[1].to) == "b1");
  CHECK(explanation.chain.product == 0);
}

TEST_CASE("explain: agrees with the backward pass on every node, in random programs", "[graph]") {
  int checked = 0;
  for (const std::string& text : random_programs(200, 4)) {
    Source source(text);
    const Bindings at = {{"x", 0.8}, {"y", 1.7}};
    const auto same = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
    for (const Detail detail : {Detail::definitions, Detail::operations}) {
      const graph::Trace trace = graph::backpropagate(source.pool, source.program, at, detail).value();
      for (const graph::NodeValue& node : trace.nodes) {
        const Explanation explanation = graph::explain(source.pool, source.program, node.id, at, detail).value();
        INFO("node " << source.text(node.id) << ":\n" << text);
        REQUIRE(explanation.gradient.has_value() == node.gradient.has_value());
        CHECK(same(*explanation.value, node.value));
        if (!node.gradient) continue;
        CHECK(same(*explanation.gradient, *node.gradient));
        std::vector<graph::BackwardEvent> events;
        for (const graph::BackwardEvent& event : trace.backward)
          if (event.node == node.id && !(event.from == node.id)) events.push_back(event);
        REQUIRE(events.size() == explanation.contributions.size());
        for (std::size_t i = 0; i < events.size(); ++i) {
          const Contribution& part = explanation.contributions[i];
          CHECK(part.edge.from == node.id);
          CHECK(part.edge.to == events[i].from);
          CHECK(same(part.edge.local, events[i].local));
          CHECK(same(part.upstream, events[i].upstream));
          CHECK(same(part.contribution, events[i].contribution));
          const double local = source.value(part.local_formula, at);
          if (std::isfinite(local) && std::isfinite(part.edge.local) && std::fabs(local) < 1e8)
            CHECK(is_close(local, part.edge.local, 1e-8));
          ++checked;
        }
        if (explanation.paths == 1 && std::isfinite(*node.gradient) && std::isfinite(explanation.chain.product))
          CHECK(is_close(explanation.chain.product, *node.gradient, 1e-12));
      }
    }
  }
  CHECK(checked > 1000);
}

TEST_CASE("explain: errors", "[graph]") {
  Source source("J = x*y");
  const auto error = [&](Expr node, const Bindings& at) {
    return graph::explain(source.pool, source.program, node, at, Detail::operations).error().code;
  };
  CHECK(error(source.pool.symbol("u"), {{"x", 1}, {"y", 1}}) == "unknown-name");
  CHECK(error(Expr{4'000'000'000}, {{"x", 1}, {"y", 1}}) == "unknown-name");
  CHECK(error(source.pool.symbol("x"), {{"x", 1}}) == "unbound-name");
}

TEST_CASE("explain: more contributions than can be listed is an error", "[graph]") {
  std::string text = "x";
  for (int i = 1; i < 4000; ++i) text += "*(x + " + std::to_string(i) + ")*x";
  Source source(text);
  CHECK(graph::explain(source.pool, source.program, source.pool.symbol("x"), {{"x", 1}}, Detail::operations)
            .error()
            .code == "graph-too-large");
}
