#include "core/graph/forward_mode.h"

namespace chainwise::graph {

Result<Tangents> forward_derivative(Pool& pool, const Program& program, std::string_view variable, const Bindings& at,
                                    Detail detail) {
  const Result<Expr> seed = named_node(pool, program, variable);
  if (!seed.ok()) return seed.error();
  const Result<LinearizedGraph> linearized = linearize(pool, program, at, detail);
  if (!linearized.ok()) return linearized.error();

  Tangents result;
  for (const Node& node : linearized.value().graph.nodes) {
    NodeTangent own{node.id, linearized.value().values[result.nodes.size()], {}};
    if (node.id == seed.value()) {
      own.tangent = 1;
      result.events.push_back({node.id, node.id, 1, 1, 1, 1});
    } else {
      for (std::size_t k = 0; k < node.arguments.size(); ++k) {
        const NodeTangent& from = result.nodes[node.arguments[k].place];
        if (!from.tangent) continue;
        const double local = linearized.value().local(node, k);
        const double contribution = *from.tangent * local;
        own.tangent = own.tangent.value_or(0) + contribution;
        result.events.push_back({node.id, from.id, local, *from.tangent, contribution, *own.tangent});
      }
    }
    result.nodes.push_back(own);
  }
  result.derivative = result.nodes.back().tangent.value_or(0);
  return result;
}

}  // namespace chainwise::graph
