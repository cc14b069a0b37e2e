#include "core/graph/paths.h"

#include <cmath>
#include <limits>

#include "core/graph/passes.h"
#include "tests/support/catch.h"
#include "tests/support/formulas.h"

using namespace chainwise;
using namespace chainwise::test;
using calculus::Bindings;
using graph::Detail;
using graph::Path;
using graph::Paths;

namespace {

/// One line a path: its nodes with the local derivatives between them, and its product.
std::string described(const Source& source, const Paths& paths) {
  std::string text;
  for (const Path& path : paths.listed) {
    for (const graph::Edge& edge : path.edges)
      text += source.text(edge.from) + " -" + format_number(edge.local) + "-> " +
              (edge.number == path.edges.back().number ? source.text(edge.to) : "");
    text += " = " + format_number(path.product) + "; ";
  }
  return text;
}

Paths paths_in(Source& source, std::string_view variable, const Bindings& at, Detail detail) {
  return graph::paths(source.pool, source.program, variable, at, detail).value();
}

}  // namespace

TEST_CASE("paths: a fork → two paths, whose products add up to the gradient", "[graph]") {
  Source source("a = x^2\nb = 3*x\nJ = a*b");
  const Paths paths = paths_in(source, "x", {{"x", 2}}, Detail::definitions);
  CHECK(described(source, paths) == "x -4-> a -6-> J = 24; x -3-> b -4-> J = 12; ");
  CHECK(paths.count == 2);
  CHECK(paths.gradient == 36);
  CHECK(paths.one.path_sum == 2);
  CHECK(paths.all.forward == 2);
}

TEST_CASE("paths: two edges between the same nodes are two paths", "[graph]") {
  Source source("J = x*x");
  const Paths paths = paths_in(source, "x", {{"x", 5}}, Detail::operations);
  CHECK(described(source, paths) == "x -5-> J = 5; x -5-> J = 5; ");
  CHECK(paths.count == 2);
  CHECK(paths.listed[0].edges[0].number != paths.listed[1].edges[0].number);
}

TEST_CASE("paths: from a definition in the middle; from the output; from what the output does not need", "[graph]") {
  Source source("z = w*x\nu = w + 1\nJ = z^2");
  const Bindings at = {{"w", 2}, {"x", 3}};
  CHECK(described(source, paths_in(source, "z", at, Detail::operations)) == "z -12-> J = 12; ");
  const Paths output = paths_in(source, "J", at, Detail::operations);
  CHECK(output.count == 1);
  CHECK(output.gradient == 1);
  REQUIRE(output.listed.size() == 1);
  CHECK(output.listed[0].edges.empty());
  CHECK(output.listed[0].product == 1);
  const Paths none = paths_in(source, "u", at, Detail::operations);
  CHECK(none.count == 0);
  CHECK(none.listed.empty());
  CHECK(none.gradient == 0);
  CHECK(none.one.path_sum == 0);
  CHECK(none.one.forward == 0);
  CHECK(none.one.reverse == none.all.reverse);
}

TEST_CASE("paths: edges are numbered as in the graph", "[graph]") {
  Source source("z = w*x + b\nJ = (z - y)^2 + w^2");
  const Bindings at = {{"w", 2}, {"x", 3}, {"b", 1}, {"y", 4}};
  for (const Detail detail : {Detail::definitions, Detail::operations}) {
    const graph::Graph graph = graph::build_graph(source.pool, source.program, detail);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    for (const graph::Node& node : graph.nodes)
      for (const graph::Argument& argument : node.arguments) edges.emplace_back(argument.from.index, node.id.index);
    CHECK(edges.size() == graph.edges);
    for (const Path& path : paths_in(source, "w", at, detail).listed) {
      for (const graph::Edge& edge : path.edges)
        CHECK(edges.at(edge.number) == std::pair(edge.from.index, edge.to.index));
      for (std::size_t i = 1; i < path.edges.size(); ++i) CHECK(path.edges[i].from == path.edges[i - 1].to);
      CHECK(source.text(path.edges.front().from) == "w");
      CHECK(path.edges.back().to == graph.output);
    }
  }
}

TEST_CASE("paths: their products add up to reverse mode's gradient, in random programs", "[graph]") {
  int compared = 0, forked = 0;
  for (const std::string& text : random_programs(600, 5)) {
    Source source(text);
    const Bindings at = {{"x", 0.8}, {"y", 1.7}};
    for (const Detail detail : {Detail::definitions, Detail::operations}) {
      const graph::Trace trace = graph::backpropagate(source.pool, source.program, at, detail).value();
      for (const auto& [name, gradient] : trace.gradients) {
        INFO("by " << name << ":\n" << text);
        const Paths paths = paths_in(source, name, at, detail);
        CHECK((paths.gradient == gradient || std::isnan(gradient)));
        CHECK(paths.listed.size() == std::min<double>(paths.count, kMaxListedPaths));
        if (paths.count > kMaxListedPaths || !std::isfinite(gradient)) continue;
        double sum = 0, size = 1;
        for (const Path& path : paths.listed) {
          double product = 1;
          for (const graph::Edge& edge : path.edges) product *= edge.local;
          if (std::isfinite(product))
            CHECK(is_close(product / (1 + std::fabs(product)), path.product / (1 + std::fabs(product)), 1e-12));
          sum += path.product;
          size += std::fabs(path.product);
        }
        if (!std::isfinite(size)) continue;  // 0 times infinity on a path
        CHECK(std::fabs(sum - gradient) <= 1e-12 * size);
        ++compared;
        forked += paths.count > 1;
      }
    }
  }
  CHECK(compared > 1000);
  CHECK(forked > 300);
}

namespace {

/// A chain of n diamonds: t1 = t0 + sin(t0), ... Each doubles the number of paths.
std::string diamonds(int n) {
  std::string text = "t0 = x\n";
  for (int i = 1; i <= n; ++i) {
    const std::string before = "t" + std::to_string(i - 1);
    text += "t" + std::to_string(i) + " = " + before + " + sin(" + before + ")\n";
  }
  return text;
}

}  // namespace

TEST_CASE("paths: n diamonds have 2^n paths, counted without listing them", "[graph]") {
  for (const int n : {1, 3, 6, 7, 40, 1000}) {
    INFO(n << " diamonds");
    Source source(diamonds(n));
    const Paths paths = paths_in(source, "x", {{"x", 0.01}}, Detail::operations);
    CHECK(paths.count == std::ldexp(1.0, n));
    CHECK(paths.listed.size() == (n < 7 ? std::size_t{1} << n : n < 1000 ? kMaxListedPaths : 19));
    std::size_t edges = 0;
    for (const Path& path : paths.listed) edges += path.edges.size();
    CHECK(edges <= kMaxGraphEdges);  // 19 paths of 1,001 edges and some more
  }
  Source source(diamonds(3000));
  const Paths paths = paths_in(source, "x", {{"x", 0.01}}, Detail::operations);
  CHECK(paths.count == std::numeric_limits<double>::max());
}

TEST_CASE("paths: errors", "[graph]") {
  Source source("J = x*y");
  const auto error = [&](std::string_view variable, const Bindings& at) {
    return graph::paths(source.pool, source.program, variable, at, Detail::operations).error().code;
  };
  CHECK(error("u", {{"x", 1}, {"y", 1}}) == "unknown-variable");
  CHECK(error("x", {{"x", 1}}) == "unbound-name");
}
