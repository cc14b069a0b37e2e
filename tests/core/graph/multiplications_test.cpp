#include "core/graph/multiplications.h"

#include <cmath>
#include <limits>

#include "core/graph/forward_mode.h"
#include "core/graph/passes.h"
#include "core/graph/paths.h"
#include "tests/support/catch.h"
#include "tests/support/formulas.h"

using namespace chainwise;
using namespace chainwise::test;
using graph::Detail;
using graph::Graph;
using graph::Multiplications;

namespace {

struct Counted {
  Source source;
  Graph graph;
  Counted(const std::string& text, Detail detail)
      : source(text), graph(graph::build_graph(source.pool, source.program, detail)) {}

  /// `path sum, forward mode, reverse mode`, for all sources or for one name.
  std::string all() const { return described(graph::multiplications(graph)); }
  std::string one(std::string_view name) {
    return described(graph::multiplications(graph, graph.find(source.pool.symbol(name))));
  }

 private:
  static std::string described(const Multiplications& m) {
    return format_number(m.path_sum) + ", " + format_number(m.forward) + ", " + format_number(m.reverse);
  }
};

/// A chain of n diamonds behind a first link: each doubles the number of paths.
std::string products_of_forks(int n) {
  std::string text = "t0 = w*x\n";
  for (int i = 1; i <= n; ++i) {
    const std::string before = "t" + std::to_string(i - 1);
    const std::string number = std::to_string(i);
    text += "a" + number + " = sin(" + before + ")\n" + "b" + number + " = cos(" + before + ")\n" + "t" + number +
            " = a" + number + "*b" + number + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("multiplications: one edge → none; a chain of k edges → k - 1 in each way", "[graph]") {
  CHECK(Counted("J = sin(x)", Detail::operations).all() == "0, 0, 0");
  CHECK(Counted("J = exp(cos(sin(x)))", Detail::operations).all() == "2, 2, 2");
  CHECK(Counted("a = sin(x)\nb = cos(a)\nJ = exp(b)", Detail::definitions).all() == "2, 2, 2");
  CHECK(Counted("x", Detail::operations).all() == "0, 0, 0");
  CHECK(Counted("2", Detail::operations).all() == "0, 0, 0");
}

TEST_CASE("multiplications: the weights of two linear units, counted by hand", "[graph]") {
  // Edges: w1, x1 → p1; w2, x2 → p2; p1, p2 → z; z → J (not those from numbers). Four paths of 3 edges, 2 each. Forward
  // mode, for each of the four sources: p → z, z → J. Reverse mode: all but z → J.
  Counted two("z = w1*x1 + w2*x2\nJ = z^2", Detail::operations);
  CHECK(two.all() == "8, 8, 6");
  CHECK(two.one("w1") == "2, 2, 6");
  CHECK(two.one("z") == "0, 0, 6");
  CHECK(two.one("J") == "0, 0, 6");
}

TEST_CASE("multiplications: a diamond, counted by hand", "[graph]") {
  // w, x → t0 → a1, b1 → t1. From w two paths of 3 edges; forward mode: t0 → a1, b1 and a1, b1 → t1, which is the
  // output; reverse mode: all edges but the two into t1.
  Counted one(products_of_forks(1), Detail::definitions);
  CHECK(one.all() == "8, 8, 4");
  CHECK(one.one("w") == "4, 4, 4");
  CHECK(one.one("t0") == "2, 2, 4");
  CHECK(one.one("a1") == "0, 0, 4");
}

TEST_CASE("multiplications: names of numbers are sources, what is computed from names is not", "[graph]") {
  CHECK(Counted("w = 0.5\nJ = sin(w)^2", Detail::operations).all() == "1, 1, 1");
  CHECK(Counted("w = 1/2\nv = w\nJ = sin(v)", Detail::operations).all() == "1, 1, 1");
}

TEST_CASE("multiplications: n diamonds → the path sum grows as 2^n, the passes as n", "[graph]") {
  for (const int n : {1, 2, 5, 20, 500}) {
    INFO(n << " diamonds");
    const Counted counted(products_of_forks(n), Detail::definitions);
    const Multiplications m = graph::multiplications(counted.graph);
    CHECK(m.path_sum == 2 * std::ldexp(1.0, n) * (2 * n));  // from w and from x, paths of 2n + 1 edges
    CHECK(m.forward == 2 * (4 * n));
    CHECK(m.reverse == 4 * n);
  }
  const Counted counted(products_of_forks(1500), Detail::definitions);
  const Multiplications m = graph::multiplications(counted.graph);
  CHECK(m.path_sum == std::numeric_limits<double>::max());
  CHECK(m.forward == 12'000);
  CHECK(m.reverse == 6'000);
}

TEST_CASE("multiplications: a layer of n inputs and one output → forward mode costs n passes, reverse mode one",
          "[graph]") {
  for (const int n : {2, 63, 64, 65, 300}) {
    std::string sum;
    for (int i = 0; i < n; ++i) sum += (i > 0 ? " + v" : "v") + std::to_string(i) + "*x" + std::to_string(i);
    const Counted counted("z = " + sum + "\na = tanh(z)\nJ = a^2", Detail::definitions);
    const Multiplications m = graph::multiplications(counted.graph);
    CHECK(m.path_sum == 2 * n * 2);  // 2n sources
    CHECK(m.forward == 2 * n * 2);
    CHECK(m.reverse == 2 * n + 1);
  }
}

TEST_CASE("multiplications: equal those of the passes and paths as they are carried out, in random programs",
          "[graph]") {
  int compared = 0;
  for (const std::string& text : random_programs(200, 5)) {
    for (const Detail detail : {Detail::definitions, Detail::operations}) {
      Counted counted(text, detail);
      Source& source = counted.source;
      const calculus::Bindings at = {{"x", 0.8}, {"y", 1.7}};
      const graph::Trace trace = graph::backpropagate(source.pool, source.program, at, detail).value();
      double reverse = 0;
      for (const graph::BackwardEvent& event : trace.backward) reverse += !(event.from == counted.graph.output);
      double path_sum = 0, forward = 0;
      bool is_listed = true;
      for (const graph::Node& node : counted.graph.nodes) {
        if (node.kind != graph::NodeKind::input && node.kind != graph::NodeKind::definition) continue;
        if (source.pool.name(node.id).empty()) continue;
        const std::string& name = source.pool.name(node.id);
        double own_path_sum = 0, own_forward = 0;
        const graph::Paths paths = graph::paths(source.pool, source.program, name, at, detail).value();
        for (const graph::Path& path : paths.listed)
          own_path_sum += path.edges.empty() ? 0 : static_cast<double>(path.edges.size() - 1);
        const graph::Tangents tangents =
            graph::forward_derivative(source.pool, source.program, name, at, detail).value();
        for (const graph::TangentEvent& event : tangents.events) own_forward += !(event.from == node.id);
        const Multiplications one = graph::multiplications(counted.graph, counted.graph.find(node.id));
        INFO("by " << name << ":\n" << text);
        CHECK(one.forward == own_forward);
        CHECK(one.reverse == reverse);
        is_listed = is_listed && paths.count <= kMaxListedPaths;
        if (paths.count <= kMaxListedPaths) CHECK(one.path_sum == own_path_sum);
        if (node.kind != graph::NodeKind::input) continue;
        path_sum += own_path_sum;
        forward += own_forward;
        ++compared;
      }
      const Multiplications all = graph::multiplications(counted.graph);
      INFO(text);
      CHECK(all.reverse == reverse);
      bool is_number_named = false;  // a definition without inputs is a source as well
      for (const graph::Node& node : counted.graph.nodes) {
        bool moved = false;
        for (const graph::Argument& argument : node.arguments)
          moved = moved || counted.graph.nodes[argument.place].moves;
        is_number_named = is_number_named || (node.kind == graph::NodeKind::definition && !moved);
      }
      if (is_number_named) continue;
      CHECK(all.forward == forward);
      if (is_listed) CHECK(all.path_sum == path_sum);
    }
  }
  CHECK(compared > 100);
}
