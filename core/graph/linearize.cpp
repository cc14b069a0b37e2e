#include "core/graph/linearize.h"

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

Result<LinearizedGraph> linearize(Pool& pool, const Program& source, const Bindings& at, Detail detail) {
  Result<Program> resolved = calculus::resolve_derivatives(pool, source);
  if (!resolved.ok()) return resolved.error();
  LinearizedGraph result{std::move(resolved).value(), {}, {}, {}};
  calculus::Evaluator values(pool, result.program);
  values.bind(at);
  if (Status bound = values.check_bound(); !bound.ok()) return bound.error();
  const double output_value = values.run();
  result.graph = build_graph(pool, result.program, detail);
  for (const Node& node : result.graph.nodes) {
    const bool is_computed = node.kind == NodeKind::definition && !values.is_bound(node.id);
    result.values.push_back(node.id == result.graph.output ? output_value
                                                           : values.value(is_computed ? node.body : node.id));
    const std::vector<double> slopes = slopes_of(pool, node, detail, values);
    result.locals.insert(result.locals.end(), slopes.begin(), slopes.end());
  }
  return result;
}

std::vector<double> gradients_of(const LinearizedGraph& linearized) {
  const std::vector<Node>& nodes = linearized.graph.nodes;
  std::vector<double> gradients(nodes.size(), 0);
  gradients.back() = 1;
  for (std::size_t i = nodes.size(); i-- > 0;)
    for (std::size_t k = 0; k < nodes[i].arguments.size(); ++k)
      if (nodes[nodes[i].arguments[k].place].moves)
        gradients[nodes[i].arguments[k].place] += gradients[i] * linearized.local(nodes[i], k);
  return gradients;
}

Edge edge_of(const LinearizedGraph& linearized, const Node& to, std::size_t argument) {
  return {to.edge + argument, to.arguments[argument].from, to.id, linearized.local(to, argument)};
}

Result<Expr> named_node(const Pool& pool, const Program& program, std::string_view name) {
  const std::string plain = calculus::plain_name(name);
  std::vector<Expr> names = program.inputs;
  for (const calculus::Definition& definition : program.definitions) names.push_back(definition.name);
  std::string known;
  for (const Expr e : names) {
    if (pool.name(e).empty()) continue;
    if (pool.name(e) == plain) return e;
    known += (known.empty() ? "" : ", ") + pool.name(e);
  }
  return make_error("unknown-variable", {{"name", std::string(name)}, {"known", known}});
}

}  // namespace chainwise::graph
