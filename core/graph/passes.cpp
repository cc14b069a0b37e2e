#include "core/graph/passes.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "core/calculus/differentiate.h"

namespace chainwise::graph {
namespace {

using calculus::Op;

/// ∂formula/∂name for each of `names`: a backward pass inside one definition, at the values already computed.
std::vector<double> slopes_inside(const Pool& pool, Expr formula, std::span<const Argument> names,
                                  const calculus::Evaluator& values) {
  const std::vector<Expr> nodes = calculus::reachable(pool, formula);
  std::unordered_map<std::uint32_t, double> adjoint;
  adjoint[formula.index] = 1;
  std::vector<double> arguments;
  std::vector<double> slopes;
  std::unordered_map<std::uint32_t, char> moves;  // holds a name: where it does not, a slope has no meaning
  for (const Expr e : nodes) {
    char moving = pool.op(e) == Op::symbol;
    for (const Expr child : pool.children(e)) moving = moving || moves[child.index];
    moves[e.index] = moving;
  }
  for (auto e = nodes.rbegin(); e != nodes.rend(); ++e) {
    const std::span<const Expr> children = pool.children(*e);
    if (children.empty() || !moves[e->index]) continue;
    arguments.clear();
    for (const Expr child : children) arguments.push_back(values.value(child));
    slopes.assign(children.size(), 0);
    calculus::local_derivatives(pool, *e, arguments, slopes);
    const double upstream = adjoint[e->index];
    for (std::size_t i = 0; i < children.size(); ++i)
      if (moves[children[i].index]) adjoint[children[i].index] += upstream * slopes[i];
  }
  std::vector<double> result;
  for (const Argument& name : names) result.push_back(adjoint[name.from.index]);
  return result;
}

std::vector<double> slopes_of(const Pool& pool, const Node& node, Detail detail, const calculus::Evaluator& values) {
  if (node.arguments.empty()) return {};
  if (detail == Detail::definitions) return slopes_inside(pool, node.body, node.arguments, values);
  const Op op = pool.op(node.body);
  if (op == Op::symbol || op == Op::number) return {1};
  std::vector<double> arguments;
  for (const Expr child : pool.children(node.body)) arguments.push_back(values.value(child));
  std::vector<double> slopes(arguments.size(), 0);
  calculus::local_derivatives(pool, node.body, arguments, slopes);
  for (std::size_t i = 0; i < slopes.size(); ++i)
    if (node.arguments[i].negated) slopes[i] = -1;
  return slopes;
}

}  // namespace

Result<Trace> backpropagate(Pool& pool, const Program& source, const Bindings& at, Detail detail) {
  const Result<Program> resolved = calculus::resolve_derivatives(pool, source);
  if (!resolved.ok()) return resolved.error();
  const Program& program = resolved.value();
  calculus::Evaluator values(pool, program);
  values.bind(at);
  if (Status bound = values.check_bound(); !bound.ok()) return bound.error();
  const double output_value = values.run();

  const Graph graph = build_graph(pool, program, detail);
  std::unordered_map<std::uint32_t, std::size_t> place;
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) place[graph.nodes[i].id.index] = i;

  Trace trace;
  std::vector<char> moves(graph.nodes.size(), 0);  // depends on an input
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const Node& node = graph.nodes[i];
    const double value = node.id == graph.output                                          ? output_value
                         : node.kind == NodeKind::definition && !values.is_bound(node.id) ? values.value(node.body)
                                                                                          : values.value(node.id);
    moves[i] = node.kind == NodeKind::input || node.kind == NodeKind::definition;  // w = 0.5 can be moved, 0.5 cannot
    NodeValue result{node.id, value, {}, {}};
    ForwardEvent event{node.id, {}, value};
    const std::vector<double> slopes = slopes_of(pool, node, detail, values);
    for (std::size_t k = 0; k < node.arguments.size(); ++k) {
      const Expr from = node.arguments[k].from;
      moves[i] = moves[i] || moves[place[from.index]];
      result.locals.push_back({from, slopes[k]});
      event.from.push_back(from);
    }
    trace.nodes.push_back(std::move(result));
    trace.forward.push_back(std::move(event));
  }

  const std::size_t output = place[graph.output.index];
  trace.nodes[output].gradient = 1;
  trace.backward.push_back({graph.output, graph.output, 1, 1, 1, 1});
  for (std::size_t i = output + 1; i-- > 0;) {
    const NodeValue& node = trace.nodes[i];
    if (!node.gradient || !moves[i]) continue;
    const double upstream = *node.gradient;
    for (const LocalDerivative& edge : node.locals) {
      const std::size_t receiver = place[edge.from.index];
      if (!moves[receiver]) continue;
      NodeValue& target = trace.nodes[receiver];
      const double contribution = upstream * edge.value;
      target.gradient = target.gradient.value_or(0) + contribution;
      trace.backward.push_back({edge.from, node.id, edge.value, upstream, contribution, *target.gradient});
    }
  }

  const auto add_gradient = [&](Expr name) {
    const auto found = place.find(name.index);
    const bool has_path = found != place.end() && trace.nodes[found->second].gradient.has_value();
    if (!pool.name(name).empty())
      trace.gradients.emplace_back(pool.name(name), has_path ? *trace.nodes[found->second].gradient : 0);
  };
  for (const Expr name : program.inputs) add_gradient(name);
  for (const calculus::Definition& definition : program.definitions) add_gradient(definition.name);
  return trace;
}

}  // namespace chainwise::graph
