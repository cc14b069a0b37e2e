// Values with a bound on what rounding can have done to them, so that two forms of one formula can be compared
// whatever was typed: a difference within the bounds says nothing, a larger one is a mistake.
//
//     bounded_value(pool, program, e, {{"x", 0.3}})    (1e20 + x) - 1e20 is 0, give or take 2e4
//
// The error of each operation is found by moving its arguments by theirs, so kinks, jumps and poles are seen too.
#pragma once

#include "core/calculus/evaluate.h"
#include "core/calculus/program.h"

namespace chainwise::test {

struct BoundedValue {
  double value = 0;  // NaN where there is none
  double error = 0;  // infinite where nothing can be said, not even whether there is a value
};

/// The value of `e`, in which the names of `program` may occur; neither has pending derivatives.
BoundedValue bounded_value(calculus::Pool& pool, const calculus::Program& program, calculus::Expr e,
                           const calculus::Bindings& at);

/// False where `changed` cannot be another way to write `original`: the two differ by more than rounding, or the
/// original has a value and the other has none.
bool may_be_equal(const BoundedValue& original, const BoundedValue& changed);

}  // namespace chainwise::test
