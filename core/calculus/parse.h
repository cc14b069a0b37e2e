// Reads what people type.
//
//     parse(pool, "log(2+cos x)")              one definition without a name
//     parse(pool, "z = w*x + b\nJ = (z-y)^2")  two definitions; the inputs are w, x, b, y
//
// How ambiguous input is read (tests/core/calculus/parse_test.cpp has examples):
//   -x^2 is -(x^2); 2^3^2 is 2^(3^2); a/b/c is (a/b)/c; e^-x is e^(-x)
//   2x, 3sin x, (x+1)(x-1) multiply; implied multiplication binds as strongly as *: 1/2x is (1/2)*x
//   sin 2x is sin(2x), sin x cos x is sin(x)*cos(x), sin x^2 is sin(x^2), sin^2 x is sin(x)^2
//   e^2x is (e^2)*x; x^1/2 is (x^1)/2; sin x/2 is sin(x)/2
//   xy is one name; x(x+1) is a product for one-letter names (but f(x), g(x), h(x) are refused as unknown)
//   log(x, b) is the logarithm to base b; diff(f, x) is the derivative of f by x
//   after f(x) = ..., f(x) is f, and f(3) is an error
//   # starts a comment; lines end with a line break or ;
// Where a learner could be misled, the program carries a note with both readings (tests/data/notes.txt).
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/calculus/program.h"

namespace chainwise::calculus {

/// Adds the expressions of `source` (UTF-8) to `pool`. Errors carry a place in bytes; their codes and sentences
/// are in core/base/result.cpp.
Result<Program> parse(Pool& pool, std::string_view source);

}  // namespace chainwise::calculus
