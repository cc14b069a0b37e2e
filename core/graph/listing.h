// A program and its backward pass as source code: a function that answers the value and all derivatives.
//
//     listing(pool, parse(pool, "a = w*x\nJ = a^2").value(), Language::python, Detail::definitions)
//
//     def gradients(w, x):
//         a = w*x                     forward: each node once
//         J = a**2
//         d_J = 1                     backward: d_a is dJ/da
//         d_a = d_J*2*a
//         d_w = d_a*x
//         d_x = d_a*w
//         return J, {"w": d_w, "x": d_x}
//
// The lines of a language stand in the order in which it needs them, helpers first, and run as they are. Where the
// program has no value, code does what its language does: C++ and JavaScript answer NaN or infinity, Python raises.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/graph/graph.h"

namespace chainwise::graph {

enum class Language : unsigned char { cpp, python, javascript };

struct Line {
  std::string text;
  std::optional<Expr> node{};  // forward: what is computed; backward: whose gradient it adds to
  bool is_backward = false;
};

/// Errors: `print-too-long`, and those of calculus::resolve_derivatives.
Result<std::vector<Line>> listing(Pool& pool, const Program& program, Language language, Detail detail);

}  // namespace chainwise::graph
