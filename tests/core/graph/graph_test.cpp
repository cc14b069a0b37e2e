#include "core/graph/graph.h"

#include <cmath>
#include <map>

#include "core/calculus/differentiate.h"
#include "tests/support/catch.h"
#include "tests/support/formulas.h"

using namespace chainwise;
using namespace chainwise::test;
using graph::Detail;
using graph::Graph;
using graph::Node;
using graph::NodeKind;

namespace {

/// One line a node: label, operation, arguments.
std::string described(const Source& source, const Graph& graph) {
  std::string text;
  for (const Node& node : graph.nodes) {
    text += source.text(node.id);
    const std::string operation = graph::operation_name(source.pool, node);
    if (!operation.empty()) text += " " + operation;
    for (const graph::Argument& argument : node.arguments)
      text += std::string(argument.negated ? " -" : " ") + source.text(argument.from);
    text += "; ";
  }
  return text;
}

}  // namespace

TEST_CASE("graph: the running example by operations", "[graph]") {
  Source source("log(2+cos(x))");
  const Graph graph = graph::build_graph(source.pool, source.program, Detail::operations);
  CHECK(described(source, graph) == "2; x; cos(x) cos x; 2 + cos(x) add 2 cos(x); log(2 + cos(x)) log 2 + cos(x); ");
  CHECK(graph.output == source.formula());
}

TEST_CASE("graph: a program by definitions", "[graph]") {
  Source source("z = w*x + b\na = sigmoid(z)\nJ = (a - y)^2");
  const Graph graph = graph::build_graph(source.pool, source.program, Detail::definitions);
  std::string kinds;
  for (const Node& node : graph.nodes)
    kinds += source.pool.name(node.id) + (node.kind == NodeKind::input ? ":input " : ":definition ");
  CHECK(kinds == "w:input x:input b:input z:definition a:definition y:input J:definition ");
  CHECK(source.pool.name(graph.output) == "J");
}

TEST_CASE("graph: a subtraction is one operation; equal parts are one node; what is not needed is left out",
          "[graph]") {
  Source source("a = sin(x)\nunused = exp(x)\nb = a*sin(x) - sin(x)");
  const Graph graph = graph::build_graph(source.pool, source.program, Detail::operations);
  CHECK(described(source, graph) ==
        "x; sin(x) sin x; a sin x; a*sin(x) multiply a sin(x); b subtract a*sin(x) -sin(x); ");
}

TEST_CASE("graph: names of operations", "[graph]") {
  const auto operation = [](std::string_view text) {
    Source source(text);
    const Graph graph = graph::build_graph(source.pool, source.program, Detail::operations);
    return graph::operation_name(source.pool, graph.nodes.back());
  };
  CHECK(operation("x+y") == "add");
  CHECK(operation("x-y") == "subtract");
  CHECK(operation("x-y+1") == "add");
  CHECK(operation("x*y") == "multiply");
  CHECK(operation("x/y") == "divide");
  CHECK(operation("x^y") == "power");
  CHECK(operation("-x") == "negate");
  CHECK(operation("relu(x)") == "relu");
  CHECK(operation("a = x\nb = a") == "copy");
  CHECK(operation("x").empty());
  CHECK(operation("2").empty());
}

TEST_CASE("graph: topological order and layers, for random programs", "[graph]") {
  for (const std::string& text : random_programs(300, 6)) {
    Source source(text);
    for (const Detail detail : {Detail::definitions, Detail::operations}) {
      const Graph graph = graph::build_graph(source.pool, source.program, detail);
      std::map<std::uint32_t, int> layer;
      for (const Node& node : graph.nodes) {
        for (const graph::Argument& argument : node.arguments) {
          REQUIRE(layer.contains(argument.from.index));
          CHECK(layer[argument.from.index] < node.layer);
        }
        CHECK(node.layer >= 0);
        CHECK(layer.emplace(node.id.index, node.layer).second);
      }
      CHECK(graph.nodes.back().id == graph.output);
    }
  }
}

TEST_CASE("graph: local formulas have the value of the local derivatives, at both levels of detail", "[graph]") {
  for (const char* text : {"a = x*y*x - y/x\nb = a^2 + x^a\nc = max(a, b)/log(b, 3) - (-x)", "log(2+cos(x))",
                           "u = x - y\nv = u\nw = v*u + 3"}) {
    Source source(text);
    const calculus::Bindings at = {{"x", 1.3}, {"y", 0.4}};
    for (const Detail detail : {Detail::definitions, Detail::operations})
      for (const Node& node : graph::build_graph(source.pool, source.program, detail).nodes)
        for (std::size_t i = 0; i < node.arguments.size(); ++i) {
          const calculus::Expr local = graph::local_formula(source.pool, node, i, detail);
          // Against a difference in which the argument alone moves, and all that stands between stays.
          const calculus::Expr by = node.arguments[i].from;
          const calculus::Expr mover = source.pool.symbol("the mover");
          const calculus::Expr from[] = {by}, to[] = {mover};
          calculus::Expr body = node.body;
          if (detail == Detail::operations && source.pool.op(body) != calculus::Op::symbol) {
            std::vector<calculus::Expr> children;
            std::size_t place = 0;
            for (const calculus::Expr child : source.pool.children(body)) {
              const bool moves = place++ == i;
              children.push_back(!moves ? child : node.arguments[i].negated ? source.pool.negate(mover) : mover);
            }
            body = source.pool.with_children(body, children);
          } else {
            body = calculus::substitute(source.pool, body, from, to);
          }
          const double here = source.value(by, at);
          const auto value = [&](double x) {
            calculus::Bindings moved(at);
            moved.emplace_back("the mover", x);
            return source.value(body, moved);
          };
          const double difference = (value(here + 1e-5) - value(here - 1e-5)) / 2e-5;
          INFO(text << "\n" << source.text(node.body) << " by " << source.text(by) << ": " << source.text(local));
          CHECK(is_close(source.value(local, at), difference, 1e-7));
        }
  }
}

namespace {

/// One part for each definition: its name, and the nodes that compute it.
std::string members_of(std::string_view text) {
  Source source(text);
  std::string all;
  for (const graph::Members& members :
       graph::members(graph::build_graph(source.pool, source.program, Detail::operations))) {
    all += source.text(members.definition) + ":";
    for (const calculus::Expr node : members.operations) all += " " + source.text(node);
    all += "; ";
  }
  return all;
}

}  // namespace

TEST_CASE("members: each definition with its operations and numbers, itself last; inputs belong to none", "[graph]") {
  CHECK(members_of("z = w*x + b\na = sigmoid(z)\nJ = (a - 1)^2/2") == "z: w*x z; a: a; J: 1 a - 1 2 (a - 1)^2 J; ");
}

TEST_CASE("members: what two definitions share belongs to the first one that needs it", "[graph]") {
  CHECK(members_of("a = 1 + sin(x)\nb = 2*sin(x)\nJ = a*b*2") == "a: 1 sin(x) a; b: 2 b; J: J; ");
  // The node a stands for sin(x) in its own formula, so what b takes up again is b's.
  CHECK(members_of("a = sin(x)\nb = a*sin(x)") == "a: a; b: sin(x) b; ");
}

TEST_CASE("members: what the output does not need is left out; a plain expression belongs to its unnamed line",
          "[graph]") {
  CHECK(members_of("a = x^2\nunused = a + 1\nJ = a*x") == "a: 2 a; J: J; ");
  CHECK(members_of("log(2+cos(x))") == ": 2 cos(x) 2 + cos(x) log(2 + cos(x)); ");
  CHECK(members_of("x") == ": x; ");
  CHECK(members_of("2") == ": 2; ");
}

TEST_CASE("members: each operation is in one definition, and reaches it without passing a name, in random programs",
          "[graph]") {
  for (const std::string& text : random_programs(300, 6)) {
    Source source(text);
    const Graph fine = graph::build_graph(source.pool, source.program, Detail::operations);
    const Graph coarse = graph::build_graph(source.pool, source.program, Detail::definitions);
    std::vector<int> times(source.pool.size(), 0);
    std::size_t definitions = 0;
    for (const graph::Members& members : graph::members(fine)) {
      CHECK(coarse.find(members.definition));
      CHECK(members.operations.back() == members.definition);
      for (const calculus::Expr id : members.operations) {
        ++times[id.index];
        const Node& node = fine.nodes[*fine.find(id)];
        CHECK(*node.definition == members.definition);
        bool reaches = id == members.definition;  // is it, or an argument of another member
        for (const calculus::Expr other : members.operations)
          for (const graph::Argument& argument : fine.nodes[*fine.find(other)].arguments)
            reaches = reaches || argument.from == id;
        CHECK(reaches);
      }
      ++definitions;
    }
    for (const Node& node : fine.nodes) CHECK(times[node.id.index] == (node.kind == NodeKind::input ? 0 : 1));
    for (const Node& node : coarse.nodes) {
      CHECK(node.definition.has_value() == (node.kind == NodeKind::definition));
      definitions -= node.kind == NodeKind::definition;
    }
    CHECK(definitions == 0);
  }
}
