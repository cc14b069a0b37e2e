// All paths from one node to the output: the gradient as a sum of products of local derivatives.
//
//     Paths p = paths(pool, program, "x", {{"x", 2.0}}, Detail::definitions).value();    // a = x^2, b = 3*x, J = a*b
//     p.listed[0]    x → a → J, product 4 * 6
//     p.listed[1]    x → b → J, product 3 * 4; their sum is p.gradient
//
// The paths of a graph can be more than anybody can list, 2^n after n forks. They are counted in one loop over the
// graph, and the first of them are listed.
#pragma once

#include <string_view>
#include <vector>

#include "core/base/limits.h"
#include "core/base/result.h"
#include "core/graph/linearize.h"
#include "core/graph/multiplications.h"

namespace chainwise::graph {

struct Path {
  std::vector<Edge> edges;  // from the variable to the output; none where the variable is the output
  double product = 1;       // of their local derivatives
};

struct Paths {
  double count = 0;          // of all paths, as `path_counts` gives it
  std::vector<Path> listed;  // all, or the first of them: kMaxListedPaths paths, kMaxGraphEdges edges together
  double gradient = 0;       // the sum of the products of all paths, also of those that are not listed
  Multiplications one, all;  // what the gradient by the variable costs, and those by all sources
};

/// From `variable`, an input or a definition. In which order: by the last edge of each path, then by the one before.
/// Errors: `unknown-variable`, and those of linearize.
Result<Paths> paths(Pool& pool, const Program& program, std::string_view variable, const Bindings& at, Detail detail);

}  // namespace chainwise::graph
