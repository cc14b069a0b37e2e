// Where one gradient comes from, as data: ready for a sentence with the numbers filled in, and for bars of factors.
//
//     Explanation e = explain(pool, program, x, {{"x", 2.0}}, Detail::definitions).value();   // a = x^2, b = 3*x, J =
//     a*b e.kind            GradientCase::fork: what flows in from b (4 * 3) and from a (6 * 4) adds up to e.gradient
//     e.chain           x → a → J, the largest of the two paths
#pragma once

#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/graph/linearize.h"
#include "core/graph/paths.h"

namespace chainwise::graph {

enum class GradientCase : unsigned char {
  seed,     // the output: its gradient is 1
  single,   // one contribution
  fork,     // used more than once: the contributions add
  no_path,  // a name that the output does not depend on: 0
  number,   // a number, or made from numbers alone: nobody can move it, and its gradient is not computed
};

/// What one edge brings: contribution = upstream * local.
struct Contribution {
  Edge edge;  // from the explained node to the one whose gradient flows back
  Expr local_formula;
  double upstream;  // d output / d edge.to
  double contribution;
};

struct Explanation {
  Expr node;
  GradientCase kind = GradientCase::no_path;
  std::optional<double> value{};              // nothing where there is no path, and so no need for a value
  std::optional<double> gradient{};           // nothing for `number`, which differs from 0
  std::vector<Contribution> contributions{};  // in the order of the backward pass
  double paths = 0;                           // how many lead to the output, as `path_counts` gives it
  Path chain{};                               // the path of the largest product; with one path this is all
};

/// `node` is an id of the graph at this level of detail, or a name of the program (named_node).
/// Errors: `unknown-name`, `graph-too-large` (too many contributions to list), and those of linearize.
Result<Explanation> explain(Pool& pool, const Program& program, Expr node, const Bindings& at, Detail detail);

}  // namespace chainwise::graph
