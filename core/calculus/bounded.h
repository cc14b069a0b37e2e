// Values with a bound on their rounding error: what two formulas can be told apart by.
//
//     Bounded sum = bounded(pool, e, {{0.1, 1e-17}, {0.2, 3e-17}});     // 0.3 and an error below 1e-15
//
// A value is undefined only where that is certain: where a rounding error may decide, it is unsure.
#pragma once

#include <span>

#include "core/calculus/expression.h"

namespace chainwise::calculus {

enum class Certainty : std::uint8_t { defined, undefined, unsure };

struct Bounded {
  double value = 0;
  double error = 0;  // the true value lies within value ± error
  Certainty certainty = Certainty::defined;
  bool is_lossy = false;  // rounding swallowed what some part of the formula does: agreement says little here
};

/// The value of node `e` at its children's values; symbols and pending derivatives have none.
Bounded bounded(const Pool& pool, Expr e, std::span<const Bounded> arguments);

}  // namespace chainwise::calculus
