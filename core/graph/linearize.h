// A program's graph with its numbers at one point: the value of each node and the local derivative of each edge. All
// that is done with derivatives on a graph starts here.
//
//     LinearizedGraph g = linearize(pool, program, {{"x", 1.0}}, Detail::operations).value();
//     g.local(node, 0)        ∂node/∂(its first argument)
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/calculus/evaluate.h"
#include "core/graph/graph.h"

namespace chainwise::graph {

using calculus::Bindings;

struct LinearizedGraph {
  Program program;  // without pending derivatives
  Graph graph;
  std::vector<double> values;  // by the node's place; NaN where undefined
  std::vector<double> locals;  // by the number of the edge

  double local(const Node& node, std::size_t argument) const { return locals[node.edge + argument]; }
};

/// Errors: `unbound-name`, and those of calculus::resolve_derivatives.
Result<LinearizedGraph> linearize(Pool& pool, const Program& program, const Bindings& at, Detail detail);

/// d output / d node, by the node's place, without a trace; for numbers, which nobody can move, it says nothing.
std::vector<double> gradients_of(const LinearizedGraph& linearized);

/// One edge, as it stands in paths and explanations.
struct Edge {
  std::size_t number;  // among the edges of the graph
  Expr from, to;
  double local;  // ∂to/∂from
};

Edge edge_of(const LinearizedGraph& linearized, const Node& to, std::size_t argument);

/// An input or a definition by its name. Error: `unknown-variable`.
Result<Expr> named_node(const Pool& pool, const Program& program, std::string_view name);

}  // namespace chainwise::graph
