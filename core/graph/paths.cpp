#include "core/graph/paths.h"

namespace chainwise::graph {
namespace {

/// The nodes that depend on the one at `start`, which is among them.
std::vector<char> dependents(const Graph& graph, std::size_t start) {
  std::vector<char> depends(graph.nodes.size(), 0);
  depends[start] = 1;
  for (std::size_t i = start + 1; i < graph.nodes.size(); ++i)
    for (const Argument& argument : graph.nodes[i].arguments) depends[i] = depends[i] || depends[argument.place];
  return depends;
}

/// Walks from the output back to `start`, along nodes that depend on it, so that every way leads there.
void list_paths(const LinearizedGraph& linearized, std::size_t start, std::vector<Path>& listed) {
  struct Visit {
    std::size_t place;
    double product;            // of the edges from here to the output
    std::size_t argument = 0;  // the next to go along
  };
  const std::vector<Node>& nodes = linearized.graph.nodes;
  const std::vector<char> depends = dependents(linearized.graph, start);
  std::vector<Visit> visits{{nodes.size() - 1, 1}};
  std::size_t edges = 0;
  while (!visits.empty()) {
    Visit& visit = visits.back();
    const Node& node = nodes[visit.place];
    if (visit.place == start) {
      edges += visits.size() - 1;
      if (listed.size() == kMaxListedPaths || edges > kMaxGraphEdges) return;
      Path path{{}, visit.product};
      for (std::size_t i = visits.size() - 1; i-- > 0;)
        path.edges.push_back(edge_of(linearized, nodes[visits[i].place], visits[i].argument - 1));
      listed.push_back(std::move(path));
      visits.pop_back();
    } else if (visit.argument == node.arguments.size()) {
      visits.pop_back();
    } else {
      const std::size_t k = visit.argument++;
      const std::size_t from = node.arguments[k].place;
      if (depends[from]) visits.push_back({from, visit.product * linearized.local(node, k)});
    }
  }
}

}  // namespace

Result<Paths> paths(Pool& pool, const Program& program, std::string_view variable, const Bindings& at, Detail detail) {
  const Result<Expr> name = named_node(pool, program, variable);
  if (!name.ok()) return name.error();
  const Result<LinearizedGraph> linearized = linearize(pool, program, at, detail);
  if (!linearized.ok()) return linearized.error();
  Paths result;
  const std::optional<std::size_t> start = linearized.value().graph.find(name.value());
  result.all = multiplications(linearized.value().graph);
  result.one.reverse = result.all.reverse;
  if (!start) return result;
  result.one = multiplications(linearized.value().graph, start);
  result.count = path_counts(linearized.value().graph)[*start];
  result.gradient = gradients_of(linearized.value())[*start];
  list_paths(linearized.value(), *start, result.listed);
  return result;
}

}  // namespace chainwise::graph
