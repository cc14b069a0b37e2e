// What gradients cost, in three ways of computing them: multiplications, counted without carrying them out.
//
//     Multiplications all = multiplications(graph);          // the gradients by all sources
//     Multiplications one = multiplications(graph, place);   // the gradient by one node
//
// A multiplication is counted where a local derivative multiplies something, whatever its value, 1 and -1 included;
// multiplying the seed, 1, by the first local derivative is none. So:
//
//     path sum        each path on its own: one of k edges costs k - 1
//     forward mode    a pass for each source: each edge from a node that depends on it, other than the source
//     reverse mode    one pass for all gradients at once: each edge, but not those into the output
//
// On a chain of k edges each of them takes k - 1. What the local derivatives cost is the same for all and left out, as
// are edges from numbers. Sources are what can be chosen freely: inputs, and names of numbers (w = 0.5).
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/graph/graph.h"

namespace chainwise::graph {

/// How many paths lead from each node to the output, by the node's place; 0 from numbers. Two edges between the same
/// nodes, as in x*x, make two paths. Exact up to 2^53, then rounded; the largest double also stands for all above it.
std::vector<double> path_counts(const Graph& graph);

/// As exact as `path_counts`.
struct Multiplications {
  double path_sum = 0;
  double forward = 0;
  double reverse = 0;
};

/// For the node at `place`, or for all sources where there is none.
Multiplications multiplications(const Graph& graph, std::optional<std::size_t> place = {});

}  // namespace chainwise::graph
