#include "core/graph/graph.h"

#include <algorithm>

#include "core/calculus/derive_node.h"
#include "core/calculus/differentiate.h"
#include "core/calculus/functions.h"

namespace chainwise::graph {
namespace {

using calculus::Op;

std::vector<Argument> operation_arguments(const Pool& pool, Expr body) {
  const Op op = pool.op(body);
  if (op == Op::symbol || op == Op::number) return {{body, false}};  // y = x
  std::vector<Argument> arguments;
  for (const Expr child : pool.children(body)) {
    const bool subtracted = op == Op::sum && pool.op(child) == Op::negate && !arguments.empty();
    arguments.push_back(subtracted ? Argument{pool.child(child, 0), true} : Argument{child, false});
  }
  return arguments;
}

std::vector<Argument> names_in(const Pool& pool, const std::vector<Expr>& parts) {
  std::vector<Argument> names;
  for (const Expr e : parts)
    if (pool.op(e) == Op::symbol) names.push_back({e, false});
  return names;
}

/// Columns: an operation stands one to the right of its last argument, an input one to the left of its first use.
void set_layers(std::vector<Node>& nodes) {
  std::vector<int> first_use(nodes.size(), -1);
  for (Node& node : nodes) {
    for (const Argument& argument : node.arguments) node.layer = std::max(node.layer, nodes[argument.place].layer + 1);
    for (const Argument& argument : node.arguments) {
      int& use = first_use[argument.place];
      use = use < 0 ? node.layer : std::min(use, node.layer);
    }
  }
  for (std::size_t i = 0; i < nodes.size(); ++i)
    if (nodes[i].arguments.empty() && first_use[i] > 0) nodes[i].layer = first_use[i] - 1;
}

/// Operations and numbers belong to the first of the definitions that need them. `unnamed`: the output of a program
/// that is a plain expression has no node of its own among the operations.
void set_definitions(std::vector<Node>& nodes, Expr unnamed) {
  std::vector<std::size_t> first(nodes.size(), nodes.size());  // by place: the place of the definition
  for (std::size_t i = nodes.size(); i-- > 0;) {
    const bool is_output = i + 1 == nodes.size();
    if (nodes[i].kind == NodeKind::input && !is_output) continue;
    if (nodes[i].kind == NodeKind::definition || is_output) first[i] = i;
    nodes[i].definition = nodes[first[i]].kind == NodeKind::definition ? nodes[first[i]].id : unnamed;
    for (const Argument& argument : nodes[i].arguments)
      first[argument.place] = std::min(first[argument.place], first[i]);
  }
}

}  // namespace

Graph build_graph(const Pool& pool, const Program& program, Detail detail) {
  const calculus::Definition& last = program.output();
  const bool is_named = !pool.name(last.name).empty();
  Graph graph;
  graph.output = is_named || detail == Detail::definitions ? last.name : last.formula;
  std::vector<const calculus::Definition*> defined(pool.size(), nullptr);
  for (const calculus::Definition& definition : program.definitions) defined[definition.name.index] = &definition;
  const std::vector<Expr> order = calculus::evaluation_order(pool, program);
  calculus::Collector collector(pool);
  std::vector<char> needed(pool.size(), 0);
  needed[graph.output.index] = 1;
  for (auto id = order.rbegin(); id != order.rend(); ++id) {
    if (!needed[id->index]) continue;
    Node node{*id, NodeKind::operation, *id, {}};
    if (const calculus::Definition* definition = defined[id->index]) {
      node.kind = NodeKind::definition;
      node.body = definition->formula;
      node.arguments = detail == Detail::definitions ? names_in(pool, collector.reachable(node.body))
                                                     : operation_arguments(pool, node.body);
    } else if (pool.op(*id) == Op::symbol) {
      node.kind = NodeKind::input;
    } else if (pool.children(*id).empty()) {
      node.kind = NodeKind::number;
    } else {
      node.arguments = operation_arguments(pool, *id);
    }
    for (const Argument& argument : node.arguments) needed[argument.from.index] = 1;
    graph.nodes.push_back(std::move(node));
  }
  std::reverse(graph.nodes.begin(), graph.nodes.end());
  graph.places.assign(pool.size(), 0);
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    Node& node = graph.nodes[i];
    graph.places[node.id.index] = static_cast<std::uint32_t>(i + 1);
    node.moves = node.kind == NodeKind::input || node.kind == NodeKind::definition;
    node.edge = graph.edges;
    graph.edges += node.arguments.size();
    for (Argument& argument : node.arguments) {
      argument.place = *graph.find(argument.from);
      node.moves = node.moves || graph.nodes[argument.place].moves;
    }
  }
  set_layers(graph.nodes);
  set_definitions(graph.nodes, last.name);
  return graph;
}

std::vector<Members> members(const Graph& graph) {
  std::vector<Members> result;
  std::vector<std::size_t> own(graph.places.size(), 0);  // by the definition's id: its place in the result
  for (const Node& node : graph.nodes)
    if (node.kind == NodeKind::definition || node.id == graph.output) {
      own[node.definition->index] = result.size();
      result.push_back({*node.definition, {}});
    }
  for (const Node& node : graph.nodes)
    if (node.definition) result[own[node.definition->index]].operations.push_back(node.id);
  return result;
}

std::string operation_name(const Pool& pool, const Node& node) {
  if (node.kind == NodeKind::input || node.kind == NodeKind::number) return {};
  switch (pool.op(node.body)) {
    case Op::sum: {
      const bool subtracts = pool.children(node.body).size() == 2 && pool.op(pool.child(node.body, 1)) == Op::negate;
      return subtracts ? "subtract" : "add";
    }
    case Op::product: return "multiply";
    case Op::quotient: return "divide";
    case Op::power: return "power";
    case Op::negate: return "negate";
    case Op::call: return std::string(calculus::row(pool.function(node.body)).name);
    default: return "copy";
  }
}

Expr local_formula(Pool& pool, const Node& node, std::size_t argument, Detail detail) {
  const Expr by = node.arguments[argument].from;
  if (detail == Detail::definitions) return calculus::partial_derivative(pool, node.body, by);
  const std::span<const Expr> children = pool.children(node.body);
  switch (pool.op(node.body)) {
    case Op::sum: return pool.integer(node.arguments[argument].negated ? -1 : 1);
    case Op::negate: return pool.integer(-1);
    case Op::product: {
      std::vector<Expr> others(children.begin(), children.end());
      others.erase(others.begin() + static_cast<std::ptrdiff_t>(argument));
      return pool.product(others);
    }
    case Op::quotient: {
      if (argument == 0) return pool.quotient(pool.integer(1), children[1]);
      return pool.negate(pool.quotient(children[0], pool.power(children[1], pool.integer(2))));
    }
    case Op::power:
      return argument == 0 ? calculus::power_slope(pool, children[0], children[1])
                           : calculus::exponential_slope(pool, children[0], children[1]);
    case Op::call: return calculus::table_derivative(pool, pool.function(node.body), argument, children);
    default: return pool.integer(1);
  }
}

}  // namespace chainwise::graph
