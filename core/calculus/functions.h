// THE table of functions: one row is all that the system knows about a function.
//
//     name      value of f(u)      its slope        the derivative as a formula
//     "tanh"    std::tanh(u)       1 - tanh(u)^2    "1 - tanh(u)^2"
//
// Parser, printer, evaluator, differentiator, graph, activations, the table of derivatives in lesson 1 and the
// tests read it. To add a function is to add a row in functions.cpp. The slope and the derivative are written
// twice on purpose: the first drives the numeric passes, the second the symbolic ones, and a test holds both
// against central differences, so that the three ways of proving a number stay independent.
#pragma once

#include <limits>
#include <optional>
#include <span>
#include <string_view>

#include "core/calculus/expression.h"

namespace chainwise::calculus {

/// How a call is typeset in LaTeX.
enum class Notation : std::uint8_t {
  prefix,       // \sin u, \operatorname{relu}(u)
  exponential,  // e^{u}
  root,         // \sqrt{u}
  cube_root,    // \sqrt[3]{u}
  nth_root,     // \sqrt[v]{u}
  bars,         // |u|
  log_base,     // \log_{v} u
  constant,     // \pi
};

/// What a function is worth outside its domain, and what stands between two points that no line joins.
inline constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

using Value = double (*)(double u, double v);  // functions of one argument leave v alone

struct FunctionRow {
  std::string_view name;
  std::string_view aliases;        // separated by spaces
  int arity;                       // 0: a constant
  std::string_view group;          // where the row stands in the table of derivatives
  Value value;                     // NaN outside the domain
  Value slope[2];                  // ∂f/∂u, ∂f/∂v; at a kink the declared convention
  std::string_view derivative[2];  // the same as formulas in u and v
  std::string_view domain;         // conditions on u and v, in words of mathematics; empty: everywhere
  std::string_view kinks;          // where u makes the slope jump, separated by spaces
  Notation notation;
  std::string_view latex;       // for prefix and constant: the command
  std::string_view activation;  // the name of the activation that it serves as, or empty
  bool needs_parentheses;       // its name is also a usual name of a quantity: a function only before "("
  std::string_view spoken;      // how the name is read aloud: "sine", "the square root"
};

std::span<const FunctionRow> functions();

inline const FunctionRow& row(FunctionId function) { return functions()[function.row]; }

/// The row with this name or alias.
std::optional<FunctionId> find_function(std::string_view name);

/// Rows that the engine itself builds expressions with.
FunctionId log_function();
FunctionId exp_function();
FunctionId sqrt_function();
FunctionId euler_constant();

/// The derivative of a call of `function` by its argument number `argument`, at these arguments.
Expr table_derivative(Pool& pool, FunctionId function, std::size_t argument, std::span<const Expr> at);

}  // namespace chainwise::calculus
