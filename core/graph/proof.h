// One derivative computed in three independent ways, side by side.
//
//     prove(pool, program, "x", {{"x", 1.0}})   symbolic -0.331..., reverse -0.331..., difference -0.331...
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/calculus/evaluate.h"

namespace chainwise::graph {

enum class Disagreement : unsigned char {
  none,
  undefined,  // no value here, or beside it
  kink,       // the slopes on the left and on the right differ
  rounding,   // the difference quotient is too coarse here
};

struct Proof {
  double symbolic = 0;    // the symbolic derivative, evaluated
  double reverse = 0;     // reverse mode on the graph
  double difference = 0;  // (f(x+h) - f(x-h)) / 2h
  double step = 0;        // h
  Disagreement reason = Disagreement::none;
  bool agree() const { return reason == Disagreement::none; }
};

/// The derivative of the program's output by `variable`, an input or a definition, at `at`.
/// Errors: those of differentiate and backpropagate.
Result<Proof> prove(calculus::Pool& pool, const calculus::Program& program, std::string_view variable,
                    const calculus::Bindings& at);

}  // namespace chainwise::graph
