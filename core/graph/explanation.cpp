#include "core/graph/explanation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace chainwise::graph {
namespace {

bool is_name_of(const Pool& pool, const Program& program, Expr e) {
  const bool is_input = std::find(program.inputs.begin(), program.inputs.end(), e) != program.inputs.end();
  return (is_input || program.find(e)) && !pool.name(e).empty();
}

/// The path from the node at `start` whose product is the largest. Sizes are compared as logarithms: products of many
/// links, where bars are most instructive, may be too small for a double.
Path largest_path(const LinearizedGraph& linearized, std::size_t start) {
  constexpr double kNone = -std::numeric_limits<double>::infinity();
  struct Link {
    double size = kNone;  // log of the product from here to the output
    std::size_t to = 0, argument = 0;
    bool is_set = false;
  };
  const std::vector<Node>& nodes = linearized.graph.nodes;
  std::vector<Link> links(nodes.size());
  links.back() = {0, 0, 0, true};
  for (std::size_t i = nodes.size(); i-- > start + 1;)
    for (std::size_t k = 0; links[i].is_set && k < nodes[i].arguments.size(); ++k) {
      const double size = links[i].size + std::log(std::fabs(linearized.local(nodes[i], k)));
      Link& link = links[nodes[i].arguments[k].place];
      if (!link.is_set || size > link.size) link = {std::isnan(size) ? kNone : size, i, k, true};
    }
  Path path;
  for (std::size_t i = start; i + 1 < nodes.size(); i = links[i].to) {
    path.edges.push_back(edge_of(linearized, nodes[links[i].to], links[i].argument));
    path.product *= path.edges.back().local;
  }
  return path;
}

}  // namespace

Result<Explanation> explain(Pool& pool, const Program& program, Expr node, const Bindings& at, Detail detail) {
  const Result<LinearizedGraph> result = linearize(pool, program, at, detail);
  if (!result.ok()) return result.error();
  const LinearizedGraph& linearized = result.value();
  const std::vector<Node>& nodes = linearized.graph.nodes;

  Explanation explanation{node};
  const std::optional<std::size_t> place = linearized.graph.find(node);
  if (!place) {
    if (!is_name_of(pool, program, node))
      return make_error("unknown-name",
                        {{"what", "node"}, {"name", std::to_string(node.index)}, {"known", "the nodes of the graph"}});
    explanation.gradient = 0;
    return explanation;
  }
  explanation.value = linearized.values[*place];
  const bool is_output = *place + 1 == nodes.size();
  if (!nodes[*place].moves && !is_output) {
    explanation.kind = GradientCase::number;
    return explanation;
  }
  const std::vector<double> gradients = gradients_of(linearized);
  explanation.gradient = gradients[*place];
  explanation.paths = path_counts(linearized.graph)[*place];
  explanation.chain = largest_path(linearized, *place);

  std::size_t parts = 0;  // the local derivative of a product has all its other factors
  for (std::size_t i = nodes.size(); i-- > *place + 1;)
    for (std::size_t k = 0; k < nodes[i].arguments.size(); ++k) {
      if (nodes[i].arguments[k].place != *place) continue;
      parts += 1 + nodes[i].arguments.size() / 64;
      if (parts > kMaxGraphEdges) return make_error("graph-too-large", {{"limit", std::to_string(kMaxGraphEdges)}});
      const Edge edge = edge_of(linearized, nodes[i], k);
      explanation.contributions.push_back(
          {edge, local_formula(pool, nodes[i], k, detail), gradients[i], gradients[i] * edge.local});
    }
  explanation.kind = is_output                               ? GradientCase::seed
                     : explanation.contributions.size() == 1 ? GradientCase::single
                                                             : GradientCase::fork;
  return explanation;
}

}  // namespace chainwise::graph
