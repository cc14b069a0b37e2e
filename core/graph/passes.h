// The forward and the backward pass over a program's graph, each as a list of events to replay.
//
//     Trace t = backpropagate(pool, program, {{"x", 1.0}}, Detail::operations).value();
//     t.forward     each node's value, arguments before what is computed from them
//     t.backward    each edge once, from the output to the inputs: contribution = upstream * local
//
// This is reverse-mode differentiation: one loop forward, one loop back, each node once.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/graph/linearize.h"

namespace chainwise::graph {

struct LocalDerivative {
  Expr from;
  double value;
};

struct NodeValue {
  Expr id;
  double value = 0;                // NaN where undefined
  std::optional<double> gradient;  // d output / d node; nothing for numbers, which nobody can move
  std::vector<LocalDerivative> locals;
};

struct ForwardEvent {
  Expr node;
  std::vector<Expr> from;
  double value;
};

struct BackwardEvent {
  Expr node;  // receives
  Expr from;  // whose gradient flows back; `node` itself for the seed d output / d output = 1
  double local;
  double upstream;
  double contribution;
  double gradient;  // of `node`, after this event
};

struct Trace {
  std::vector<NodeValue> nodes;
  std::vector<ForwardEvent> forward;
  std::vector<BackwardEvent> backward;
  std::vector<std::pair<std::string, double>> gradients;  // of every input and definition; 0 without a path
};

/// Errors: `unbound-name`, and those of calculus::resolve_derivatives.
Result<Trace> backpropagate(Pool& pool, const Program& program, const Bindings& at, Detail detail);

}  // namespace chainwise::graph
