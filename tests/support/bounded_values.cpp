#include "tests/support/bounded_values.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace chainwise::test {
namespace {

using calculus::Expr;
using calculus::Op;

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kRounding = 4 * std::numeric_limits<double>::epsilon();  // of one operation, relative
constexpr double kSmallest = 1e-300;                                      // below it doubles lose digits
constexpr double kExactIntegers = 9007199254740992.0;                     // 2^53

bool is_exact_integer(double x) { return std::floor(x) == x && std::fabs(x) < kExactIntegers; }

double rounding(double value) { return std::max(kRounding * std::fabs(value), kSmallest); }

BoundedValue number(const calculus::Number& n) {
  return {n.value, n.is_exact && n.exact.is_integer() && is_exact_integer(n.value) ? 0 : rounding(n.value)};
}

/// Products and quotients of whole numbers, and all sums of them, are exact as long as they are small.
bool is_exact(Op op, const std::vector<BoundedValue>& arguments, double value) {
  if (op == Op::negate) return arguments[0].error == 0;
  if (op == Op::call || !is_exact_integer(value)) return false;
  for (const BoundedValue& a : arguments)
    if (a.error != 0 || !is_exact_integer(a.value)) return false;
  return op != Op::quotient || std::fmod(arguments[0].value, arguments[1].value) == 0;
}

BoundedValue sum(const std::vector<BoundedValue>& terms) {
  BoundedValue result{0, 0};
  for (const BoundedValue& term : terms) {
    result.value += term.value;
    result.error += term.error + rounding(result.value);
  }
  return result;
}

BoundedValue product(const std::vector<BoundedValue>& factors) {
  BoundedValue result{1, 0};
  for (const BoundedValue& factor : factors) {
    result.error =
        std::fabs(result.value) * factor.error + std::fabs(factor.value) * result.error + result.error * factor.error;
    result.value *= factor.value;
    result.error += rounding(result.value);
  }
  return result;
}

/// Any other operation, by moving each of its arguments by its error.
BoundedValue moved(const calculus::Pool& pool, Expr e, const std::vector<BoundedValue>& arguments) {
  std::vector<double> at;
  for (const BoundedValue& a : arguments) at.push_back(a.value);
  const double value = calculus::apply(pool, e, at);
  double error = rounding(value);
  for (std::size_t i = 0; i < at.size(); ++i) {
    for (const double by : {-arguments[i].error, arguments[i].error}) {
      if (by == 0) continue;
      at[i] = arguments[i].value + by;
      const double nearby = calculus::apply(pool, e, at);
      if (std::isnan(nearby) != std::isnan(value)) return {value, kInfinity};
      if (!std::isnan(value)) error += std::fabs(nearby - value);
    }
    at[i] = arguments[i].value;
  }
  return {value, std::isnan(value) ? 0 : error};
}

BoundedValue operation(const calculus::Pool& pool, Expr e, const std::vector<BoundedValue>& arguments) {
  bool is_defined = true;
  bool is_known = true;
  for (const BoundedValue& a : arguments) {
    is_defined = is_defined && !std::isnan(a.value);
    is_known = is_known && std::isfinite(a.error) && !std::isinf(a.value);
  }
  BoundedValue result = pool.op(e) == Op::sum                     ? sum(arguments)
                        : pool.op(e) == Op::product && is_defined ? product(arguments)
                                                                  : moved(pool, e, arguments);
  if (!is_known || std::isinf(result.value)) return {result.value, kInfinity};
  if (!is_defined) return {result.value, std::isnan(result.value) ? 0 : kInfinity};
  if (is_exact(pool.op(e), arguments, result.value)) result.error = 0;
  return result;
}

}  // namespace

BoundedValue bounded_value(calculus::Pool& pool, const calculus::Program& program, Expr e,
                           const calculus::Bindings& at) {
  calculus::Program extended = program;
  extended.definitions.push_back({pool.symbol("the value that is asked for"), e, {}});
  std::vector<std::int64_t> formula(pool.size(), -1);
  for (const calculus::Definition& definition : extended.definitions)
    formula[definition.name.index] = definition.formula.index;
  std::vector<BoundedValue> values(pool.size(), {std::nan(""), kInfinity});
  const calculus::Evaluator order(pool, extended);
  std::vector<BoundedValue> arguments;
  for (const Expr node : order.nodes()) {
    BoundedValue& result = values[node.index];
    if (pool.op(node) == Op::symbol) {
      const auto bound = std::find_if(at.begin(), at.end(), [&](const auto& b) { return b.first == pool.name(node); });
      if (bound != at.end())
        result = {bound->second, 0};
      else if (formula[node.index] >= 0)
        result = values[static_cast<std::size_t>(formula[node.index])];
    } else if (pool.op(node) == Op::number) {
      result = number(pool.number_of(node));
    } else {
      arguments.clear();
      for (const Expr child : pool.children(node)) arguments.push_back(values[child.index]);
      result = operation(pool, node, arguments);
    }
  }
  return values[e.index];
}

bool may_be_equal(const BoundedValue& original, const BoundedValue& changed) {
  if (std::isnan(original.value) || !std::isfinite(original.error) || !std::isfinite(changed.error)) return true;
  return std::fabs(original.value - changed.value) <= 16 * (original.error + changed.error);
}

}  // namespace chainwise::test
