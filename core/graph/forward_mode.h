// Forward mode: the derivatives of all nodes by one variable, in one pass along the program. (Reverse mode, in
// passes.h, gives the derivatives of one output by all nodes.)
//
//     Tangents t = forward_derivative(pool, program, "x", {{"x", 1.0}}, Detail::operations).value();
//     t.events       each edge from a node that depends on x, in order: contribution = tangent of `from` * local
//     t.derivative   of the output: the same as its gradient by x in reverse mode
//
// The tangent of a node is d node / d variable.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/graph/linearize.h"

namespace chainwise::graph {

struct NodeTangent {
  Expr id;
  double value = 0;               // NaN where undefined
  std::optional<double> tangent;  // nothing where the node does not depend on the variable, which differs from 0
};

struct TangentEvent {
  Expr node;            // receives
  Expr from;            // whose tangent flows on; `node` itself for the seed d variable / d variable = 1
  double local;         // ∂node/∂from
  double from_tangent;  // of `from`
  double contribution;  // from_tangent * local
  double tangent;       // of `node`, after this event
};

struct Tangents {
  std::vector<NodeTangent> nodes;  // in the order of the graph
  std::vector<TangentEvent> events;
  double derivative = 0;  // of the output; 0 where it does not depend on the variable
};

/// `variable` is an input or a definition, whose formula then does not count: what it is made from does not move.
/// Errors: `unknown-variable`, and those of linearize.
Result<Tangents> forward_derivative(Pool& pool, const Program& program, std::string_view variable, const Bindings& at,
                                    Detail detail);

}  // namespace chainwise::graph
