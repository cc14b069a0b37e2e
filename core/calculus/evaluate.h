// Values of expressions, and the slope of each operation.
//
//     Bindings at = {{"x", 1.0}};
//     evaluate(pool, program, at)      the value of the program's last definition; NaN where it has none
//
// Outside its domain, and where one divides by 0, a function is undefined: NaN, which all that depends on it
// inherits. A result too large for a double is infinite.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/calculus/program.h"

namespace chainwise::calculus {

using Bindings = std::vector<std::pair<std::string, double>>;

/// `name` as the parser writes it: α is alpha.
std::string plain_name(std::string_view name);

/// The number that `at` gives `name`.
std::optional<double> binding(const Bindings& at, std::string_view name);

/// The value of node `e` at its children's values, `arguments`. Symbols and pending derivatives have none.
double apply(const Pool& pool, Expr e, std::span<const double> arguments);

/// ∂e/∂child for each child of `e`, at the children's values. At kinks the convention of the function table.
void local_derivatives(const Pool& pool, Expr e, std::span<const double> arguments, std::span<double> slopes);

/// The nodes that the program's last definition is computed from, in an order in which they can be computed.
class Evaluator {
 public:
  /// `program` has no pending derivatives (resolve_derivatives) and outlives the evaluator, as does `pool`.
  Evaluator(const Pool& pool, const Program& program);

  /// Sets the value of a name: an input, or a definition whose own formula then no longer counts.
  /// Names that do not occur are ignored.
  void bind(const Bindings& at);
  void set(Expr name, double value);

  /// Error: `unbound-name`, for the first input without a value.
  Status check_bound() const;

  double run();
  double value(Expr e) const { return values_[e.index]; }
  bool is_bound(Expr e) const { return e.index < bound_.size() && bound_[e.index]; }
  std::span<const Expr> nodes() const { return nodes_; }

 private:
  const Pool& pool_;
  Expr root_;
  std::vector<Expr> nodes_;
  std::vector<double> values_;         // by node index
  std::vector<std::int64_t> formula_;  // by node index: the formula of a defined name, else -1
  std::vector<char> bound_;
};

Result<double> evaluate(Pool& pool, const Program& program, const Bindings& at);

/// Why there is no value.
struct Cause {
  Expr e;                         // the first part without a value; its own parts have one
  std::vector<double> arguments;  // their values: u and v of `condition`; of a quotient, u is the denominator
  std::string_view condition;     // what would have to hold, such as "u > 0"; empty where infinities cancel
};

/// Nothing where the program's last definition has a value there. Errors: those of evaluate.
Result<std::optional<Cause>> undefined_cause(Pool& pool, const Program& program, const Bindings& at);

}  // namespace chainwise::calculus
