// Whether two formulas are the same function.
//
//     equivalent(pool, sin(2*x), 2*sin(x)*cos(x))    equal
//     equivalent(pool, log(x^2), 2*log(x))           different, at x = -1
//     equivalent(pool, relu(x - 1000), 0)            different, or unknown, but never equal
//
// Two formulas are equal where they have the same value wherever both have one, and where neither lacks a value on
// more than single points at which the other has one: x/x and 1 are equal, except at x = 0, which `except` says.
//
// Different is only said with a witness: a point at which the values are further apart than rounding can explain
// (bounded.h), or near which one alone has a value. Equal is said where the rules of algebra lead from the one to
// the other, or where both are analytic, nothing of them hides between the points, and they agree at all of these.
#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/calculus/evaluate.h"

namespace chainwise::calculus {

enum class Verdict : std::uint8_t { equal, different, unknown };

/// One equation before = after of the chain from the one formula to the other.
struct Rewrite {
  std::string_view rule;  // simplify, square-root, basic-functions, inverse-hyperbolic, logarithm, double-angle,
                          // pythagoras, reorder, same-difference
  Expr before;
  Expr after;
};

struct Equivalence {
  Verdict verdict = Verdict::unknown;
  Bindings witness;            // where different
  std::vector<Rewrite> steps;  // where equal and a chain is known: the first begins with a, the last ends with b
  std::vector<Expr> except;    // where equal: what was assumed to be different from 0
};

/// Compares the last definitions of two programs in one pool, as functions of their inputs.
/// Errors: those of resolve_derivatives, `too-many-nodes`.
Result<Equivalence> equivalent(Pool& pool, const Program& a, const Program& b);

}  // namespace chainwise::calculus
