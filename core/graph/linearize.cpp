#include "core/graph/linearize.h"

#include "core/calculus/differentiate.h"

namespace chainwise::graph {
namespace {

using calculus::Op;

/// The local derivatives of one node after another.
class Slopes {
 public:
  Slopes(const Pool& pool, const calculus::Evaluator& values)
      : pool_(pool), values_(values), collector_(pool), adjoint_(pool.size(), 0), moves_(pool.size(), 0) {}

  void append(const Node& node, Detail detail, std::vector<double>& locals) {
    if (detail == Detail::definitions) return append_inside(node, locals);
    if (pool_.children(node.body).empty()) {
      locals.insert(locals.end(), node.arguments.size(), 1);  // y = x
      return;
    }
    compute(node.body);
    for (std::size_t i = 0; i < node.arguments.size(); ++i)
      locals.push_back(node.arguments[i].negated ? -1 : slopes_[i]);
  }

 private:
  void compute(Expr e) {
    arguments_.clear();
    for (const Expr child : pool_.children(e)) arguments_.push_back(values_.value(child));
    slopes_.assign(arguments_.size(), 0);
    calculus::local_derivatives(pool_, e, arguments_, slopes_);
  }

  /// ∂formula/∂name for each name: a backward pass inside one definition, at the values already computed.
  void append_inside(const Node& node, std::vector<double>& locals) {
    if (node.arguments.empty()) return;
    const std::vector<Expr> parts = collector_.reachable(node.body);
    for (const Expr e : parts) {  // moves: holds a name; where it does not, a slope has no meaning
      adjoint_[e.index] = 0;
      moves_[e.index] = pool_.op(e) == Op::symbol;
      for (const Expr child : pool_.children(e)) moves_[e.index] = moves_[e.index] || moves_[child.index];
    }
    adjoint_[node.body.index] = 1;
    for (auto e = parts.rbegin(); e != parts.rend(); ++e) {
      const std::span<const Expr> children = pool_.children(*e);
      if (children.empty() || !moves_[e->index]) continue;
      compute(*e);
      for (std::size_t i = 0; i < children.size(); ++i)
        if (moves_[children[i].index]) adjoint_[children[i].index] += adjoint_[e->index] * slopes_[i];
    }
    for (const Argument& name : node.arguments) locals.push_back(adjoint_[name.from.index]);
  }

  const Pool& pool_;
  const calculus::Evaluator& values_;
  calculus::Collector collector_;
  std::vector<double> adjoint_;  // by index
  std::vector<char> moves_;
  std::vector<double> arguments_, slopes_;  // of one node
};

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
  Slopes slopes(pool, values);
  for (const Node& node : result.graph.nodes) {
    const bool is_computed = node.kind == NodeKind::definition && !values.is_bound(node.id);
    result.values.push_back(node.id == result.graph.output ? output_value
                                                           : values.value(is_computed ? node.body : node.id));
    slopes.append(node, detail, result.locals);
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
