#include "core/graph/forward_mode.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/graph/passes.h"
#include "core/graph/proof.h"
#include "tests/support/catch.h"
#include "tests/support/formulas.h"

using namespace chainwise;
using namespace chainwise::test;
using calculus::Bindings;
using graph::Detail;
using graph::Tangents;

namespace {

/// One line an event: receiver, from, local, contribution, tangent so far.
std::string described(const Source& source, const Tangents& tangents) {
  std::string text;
  for (const graph::TangentEvent& event : tangents.events)
    text += source.text(event.node) + " <- " + source.text(event.from) + " " + format_number(event.from_tangent) + "*" +
            format_number(event.local) + " = " + format_number(event.contribution) + ", " +
            format_number(event.tangent) + "; ";
  return text;
}

}  // namespace

TEST_CASE("forward_derivative: a fork → each edge once, in order, the contributions added", "[graph]") {
  Source source("a = x^2\nb = 3*x\nJ = a*b + y");
  const Tangents tangents =
      graph::forward_derivative(source.pool, source.program, "x", {{"x", 2}, {"y", 1}}, Detail::definitions).value();
  CHECK(described(source, tangents) ==
        "x <- x 1*1 = 1, 1; a <- x 1*4 = 4, 4; b <- x 1*3 = 3, 3; J <- a 4*6 = 24, 24; J <- b 3*4 = 12, 36; ");
  CHECK(tangents.derivative == 36);
}

TEST_CASE("forward_derivative: what does not depend on the variable is not computed, which differs from 0", "[graph]") {
  Source source("z = w*x\na = 0*z + b\nJ = a^2");
  const Tangents tangents =
      graph::forward_derivative(source.pool, source.program, "z", {{"w", 2}, {"x", 3}, {"b", 5}}, Detail::operations)
          .value();
  std::map<std::string, std::optional<double>> tangent;
  for (const graph::NodeTangent& node : tangents.nodes) tangent[source.text(node.id)] = node.tangent;
  CHECK(tangent.at("z") == 1);
  CHECK(tangent.at("a") == 0);
  CHECK(tangent.at("J") == 0);
  for (const char* name : {"w", "x", "b", "0", "2"}) CHECK_FALSE(tangent.at(name).has_value());
  CHECK(tangents.derivative == 0);
}

TEST_CASE("forward_derivative: a variable that the output does not need → no events, derivative 0", "[graph]") {
  Source source("a = u*x\nJ = x^2");
  const Tangents tangents =
      graph::forward_derivative(source.pool, source.program, "u", {{"x", 3}}, Detail::operations).value();
  CHECK(tangents.events.empty());
  CHECK(tangents.derivative == 0);
}

TEST_CASE("forward_derivative: the output by itself → 1", "[graph]") {
  Source source("J = x^2");
  const Tangents tangents =
      graph::forward_derivative(source.pool, source.program, "J", {{"x", 3}}, Detail::operations).value();
  CHECK(described(source, tangents) == "J <- J 1*1 = 1, 1; ");
  CHECK(tangents.derivative == 1);
}

TEST_CASE("forward_derivative: events can be replayed, in random programs", "[graph]") {
  for (const std::string& text : random_programs(300, 5)) {
    Source source(text);
    const auto same = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
    for (const Detail detail : {Detail::definitions, Detail::operations}) {
      const Result<Tangents> result =
          graph::forward_derivative(source.pool, source.program, "t2", {{"x", 0.8}, {"y", 1.7}}, detail);
      std::map<std::uint32_t, double> tangents;
      std::map<std::uint32_t, bool> is_finished;  // has sent its tangent on: nothing may reach it any more
      for (const graph::TangentEvent& event : result.value().events) {
        if (event.node == event.from) {
          CHECK(tangents.empty());
          tangents[event.node.index] = 1;
          continue;
        }
        REQUIRE(tangents.contains(event.from.index));
        CHECK(same(event.from_tangent, tangents[event.from.index]));
        CHECK(same(event.contribution, event.from_tangent * event.local));
        CHECK_FALSE(is_finished[event.node.index]);
        is_finished[event.from.index] = true;
        tangents[event.node.index] += event.contribution;
        CHECK(same(event.tangent, tangents[event.node.index]));
      }
      for (const graph::NodeTangent& node : result.value().nodes) {
        CHECK(node.tangent.has_value() == tangents.contains(node.id.index));
        if (node.tangent) CHECK(same(*node.tangent, tangents[node.id.index]));
      }
    }
  }
}

TEST_CASE("forward_derivative: equals reverse mode and central differences, in random programs", "[graph]") {
  int compared = 0, differences = 0;
  for (const std::string& text : random_programs(600, 5)) {
    Source source(text);
    const Bindings at = {{"x", 0.8}, {"y", 1.7}};
    for (const Detail detail : {Detail::definitions, Detail::operations}) {
      const graph::Trace trace = graph::backpropagate(source.pool, source.program, at, detail).value();
      for (const auto& [name, gradient] : trace.gradients) {
        INFO("by " << name << ":\n" << text);
        const Tangents tangents = graph::forward_derivative(source.pool, source.program, name, at, detail).value();
        const double forward = tangents.derivative;
        double size = 1;  // contributions may cancel: what is rounded is as large as the largest of them
        for (const graph::TangentEvent& event : tangents.events) size = std::max(size, std::fabs(event.contribution));
        for (const graph::BackwardEvent& event : trace.backward) size = std::max(size, std::fabs(event.contribution));
        if (!std::isfinite(gradient) || !std::isfinite(forward) || size > 1e8) continue;
        CHECK(std::fabs(forward - gradient) <= 1e-12 * size);
        ++compared;
        if (detail == Detail::definitions) continue;
        const graph::Proof proof = graph::prove(source.pool, source.program, name, at).value();
        if (!proof.agree()) continue;  // a kink, no value beside it, or rounding
        CHECK(is_close(forward, proof.difference, 1e-6));
        ++differences;
      }
    }
  }
  CHECK(compared > 1000);
  CHECK(differences > 400);
}

TEST_CASE("forward_derivative: errors", "[graph]") {
  Source source("J = x*y");
  const auto error = [&](std::string_view variable, const Bindings& at) {
    return graph::forward_derivative(source.pool, source.program, variable, at, Detail::operations).error();
  };
  CHECK(error("u", {{"x", 1}, {"y", 1}}).code == "unknown-variable");
  CHECK(error("u", {{"x", 1}, {"y", 1}}).message == "u does not occur in this formula. Choose one of: x, y, J.");
  CHECK(error("sin", {{"x", 1}, {"y", 1}}).code == "unknown-variable");
  CHECK(error("", {{"x", 1}, {"y", 1}}).code == "unknown-variable");
  CHECK(error("x", {{"x", 1}}).code == "unbound-name");
}

TEST_CASE("forward_derivative: a long chain of lines that use each other twice takes one pass", "[graph]") {
  std::string text = "t0 = x\n";
  for (int i = 1; i < 5000; ++i) {
    const std::string before = "t" + std::to_string(i - 1);
    text += "t" + std::to_string(i) + " = (" + before + " + sin(" + before + "))/2\n";
  }
  Source source(text);
  const Tangents tangents =
      graph::forward_derivative(source.pool, source.program, "x", {{"x", 0.5}}, Detail::operations).value();
  CHECK(tangents.events.size() < 30'000);
  CHECK(std::isfinite(tangents.derivative));
}
