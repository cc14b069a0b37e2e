// How formulas look when they are typeset: what needs brackets, and what stands between factors.
//
//     sin(x)*y     \sin x \cdot y      y would be taken for a part of the argument
//     sin(x+1)*y   \sin(x+1)\,y
#pragma once

#include <vector>

#include "core/calculus/functions.h"

namespace chainwise::calculus {

/// Where a part stands. In a script (an exponent) fractions are written with a slash, as in e^{-x^2/2}.
enum Place : int { alone, term, factor, last_factor, base, slash_left, slash_right };
inline constexpr int kScript = 16;  // added to a place

bool needs_brackets(const Pool& pool, Expr e, Place place, bool script);

/// A call that is written as a name before its argument: sin x, relu(x), log_b x; not e^x, |x| or a root.
bool is_named_call(const Pool& pool, Expr e);

/// sin^2 x: functions of one argument that have a command of their own.
bool takes_power(const FunctionRow& function);

/// sin x, sin 2x, log sqrt(x): the argument is plain enough to stand without brackets. `followed`: by another factor,
/// so that sin 2x needs them.
bool is_bare_call(const Pool& pool, Expr call, bool followed);

/// A number with a power of ten: it needs the brackets that a product does.
bool has_power_of_ten(const Pool& pool, Expr e);

/// What stands between two factors: a dot, nothing (2x), or a thin space (x y).
enum class Joint : unsigned char { dot, nothing, space };

/// `inline_fractions`: a/b is written with a slash; `primes`: derivatives are f', not fractions.
Joint joint(const Pool& pool, Expr left, Expr right, bool inline_fractions, bool primes);

/// By node of `root`: whether it holds a fraction, so that brackets around it have to grow.
std::vector<char> tall_parts(const Pool& pool, Expr root, bool primes);

}  // namespace chainwise::calculus
