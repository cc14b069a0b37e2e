#include "core/graph/passes.h"

namespace chainwise::graph {

Result<Trace> backpropagate(Pool& pool, const Program& source, const Bindings& at, Detail detail) {
  const Result<LinearizedGraph> result = linearize(pool, source, at, detail);
  if (!result.ok()) return result.error();
  const LinearizedGraph& linearized = result.value();
  const std::vector<Node>& nodes = linearized.graph.nodes;

  Trace trace;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    NodeValue value{nodes[i].id, linearized.values[i], {}, {}};
    ForwardEvent event{nodes[i].id, {}, linearized.values[i]};
    for (std::size_t k = 0; k < nodes[i].arguments.size(); ++k) {
      value.locals.push_back({nodes[i].arguments[k].from, linearized.local(nodes[i], k)});
      event.from.push_back(nodes[i].arguments[k].from);
    }
    trace.nodes.push_back(std::move(value));
    trace.forward.push_back(std::move(event));
  }

  const Expr output = linearized.graph.output;
  trace.nodes.back().gradient = 1;
  trace.backward.push_back({output, output, 1, 1, 1, 1});
  for (std::size_t i = nodes.size(); i-- > 0;) {
    if (!nodes[i].moves) continue;
    const double upstream = *trace.nodes[i].gradient;
    for (std::size_t k = 0; k < nodes[i].arguments.size(); ++k) {
      const std::size_t receiver = nodes[i].arguments[k].place;
      if (!nodes[receiver].moves) continue;
      const double local = linearized.local(nodes[i], k);
      const double contribution = upstream * local;
      std::optional<double>& gradient = trace.nodes[receiver].gradient;
      gradient = gradient.value_or(0) + contribution;
      trace.backward.push_back({nodes[receiver].id, nodes[i].id, local, upstream, contribution, *gradient});
    }
  }

  const auto add_gradient = [&](Expr name) {
    const std::optional<std::size_t> place = linearized.graph.find(name);
    if (!pool.name(name).empty())
      trace.gradients.emplace_back(pool.name(name), place ? *trace.nodes[*place].gradient : 0);
  };
  for (const Expr name : linearized.program.inputs) add_gradient(name);
  for (const calculus::Definition& definition : linearized.program.definitions) add_gradient(definition.name);
  return trace;
}

}  // namespace chainwise::graph
