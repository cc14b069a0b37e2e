#include "core/calculus/bounded.h"

#include <algorithm>
#include <cmath>

#include "core/calculus/evaluate.h"
#include "core/calculus/functions.h"

namespace chainwise::calculus {
namespace {

constexpr double kRounding = 1.2e-16;       // of one operation, a little more than 2^-53
constexpr double kLibrary = 8 * kRounding;  // of one call of the mathematical library
constexpr double kTiniest = 1e-300;         // below it doubles lose digits
constexpr double kLost = 1e-9;              // a part smaller than this share of the whole goes under

/// Sums and products of two such numbers are exact.
bool is_short(double v) { return std::fabs(v) < 32768 && v * 1024 == std::floor(v * 1024); }

Bounded unsure() { return {0, 0, Certainty::unsure, true}; }

Bounded finish(double value, double error, bool is_lossy) {
  if (!std::isfinite(value) || !std::isfinite(error)) return unsure();
  return {value, error, Certainty::defined, is_lossy || (value != 0 && std::fabs(value) < kTiniest)};
}

Bounded number(const Number& number) {
  const std::int64_t denominator = number.exact.denominator;
  const bool is_whole = number.is_exact && (denominator & (denominator - 1)) == 0 && std::fabs(number.value) < 9e15;
  return finish(number.value, is_whole ? 0 : kRounding * number.value, false);
}

Bounded sum(std::span<const Bounded> terms, bool is_lossy) {
  double value = 0;
  double error = 0;
  double largest = 0;
  for (const Bounded& term : terms) {
    const bool is_exact = is_short(value) && is_short(term.value);
    value += term.value;
    error += term.error + (is_exact ? 0 : kRounding * std::fabs(value));
    largest = std::max(largest, std::fabs(term.value));
  }
  for (const Bounded& term : terms) is_lossy |= term.value != 0 && std::fabs(term.value) < kLost * largest;
  return finish(value, error, is_lossy);
}

Bounded product(std::span<const Bounded> factors, bool is_lossy) {
  double value = 1;
  double error = 0;
  for (const Bounded& factor : factors) {
    const bool is_exact = is_short(value) && is_short(factor.value);
    error = error * (std::fabs(factor.value) + factor.error) + std::fabs(value) * factor.error;
    value *= factor.value;
    if (!is_exact) error += kRounding * std::fabs(value) + kTiniest;
  }
  return finish(value, error, is_lossy);
}

Bounded quotient(const Bounded& a, const Bounded& b, bool is_lossy) {
  if (b.value == 0 && b.error == 0) return {0, 0, Certainty::undefined, true};
  if (b.error >= std::fabs(b.value) / 2) return unsure();
  const double value = a.value / b.value;
  const double error = (a.error + std::fabs(value) * b.error) / (std::fabs(b.value) - b.error);
  return finish(value, error + kRounding * std::fabs(value) + kTiniest, is_lossy);
}

/// Everything else: the function at the corners of the box in which the arguments lie tells how far its value moves.
Bounded through(const Pool& pool, Expr e, std::span<const Bounded> arguments, bool is_lossy) {
  const std::size_t n = arguments.size();
  double at[2] = {0, 0};
  double slope[2] = {0, 0};
  for (std::size_t i = 0; i < n; ++i) at[i] = arguments[i].value;
  const double value = apply(pool, e, {at, n});
  local_derivatives(pool, e, {at, n}, {slope, n});
  double error = kLibrary * std::fabs(value);
  bool all_undefined = std::isnan(value);
  bool any_undefined = all_undefined;
  for (int corner = 0; corner < (n == 2 ? 4 : 2); ++corner) {
    double moved[2] = {at[0], at[1]};
    for (std::size_t i = 0; i < n; ++i)
      moved[i] += (corner >> i & 1) != 0 ? 2 * arguments[i].error : -2 * arguments[i].error;
    const double there = apply(pool, e, {moved, n});
    all_undefined = all_undefined && std::isnan(there);
    any_undefined = any_undefined || std::isnan(there);
    error = std::max(error, std::fabs(there - value) + kLibrary * std::fabs(value));
  }
  if (all_undefined) {
    // A power of a negative number has a value at whole exponents only: between the corners there may be one.
    const bool may_be_whole = pool.op(e) == Op::power && arguments[1].error > 0 &&
                              std::fabs(at[1] - std::round(at[1])) <= 2 * arguments[1].error;
    if (may_be_whole) return unsure();
    return {0, 0, Certainty::undefined, true};
  }
  if (any_undefined) return unsure();
  if (pool.op(e) == Op::power && at[0] < 0 && arguments[1].error > 0) return unsure();
  bool is_exact = is_short(value);  // at exact arguments these have exact values
  for (const Bounded& argument : arguments) is_exact = is_exact && argument.error == 0;
  if (is_exact && pool.op(e) == Op::call) {
    const std::string_view name = row(pool.function(e)).name;
    is_exact = name == "abs" || name == "sign" || name == "step" || name == "relu" || name == "max" || name == "min";
  }
  double reach = 0;
  for (std::size_t i = 0; i < n; ++i) {
    if (std::isnan(slope[i])) {
      if (arguments[i].error > 0 && at[0] > 0) return unsure();
      continue;
    }
    // Rows may round their arguments inside, which moves the value by the slope.
    if (!is_exact) error += std::fabs(slope[i]) * (2 * arguments[i].error + 4 * kRounding * std::fabs(at[i]));
    reach = std::max(reach, std::fabs(slope[i] * at[i]));
  }
  if (is_exact) return finish(value, 0, is_lossy);
  // Flat, as tanh at 30: what the argument does goes under.
  if (n > 0 && reach < kLost * std::fabs(value)) is_lossy = true;
  if (n > 0 && std::fabs(value) < kTiniest) is_lossy = true;
  return finish(value, error + kTiniest, is_lossy);
}

}  // namespace

Bounded bounded(const Pool& pool, Expr e, std::span<const Bounded> arguments) {
  bool is_lossy = false;
  bool is_unsure = false;
  for (const Bounded& argument : arguments) {
    if (argument.certainty == Certainty::undefined) return {0, 0, Certainty::undefined, true};
    is_unsure = is_unsure || argument.certainty == Certainty::unsure;
    is_lossy = is_lossy || argument.is_lossy;
  }
  if (is_unsure) return unsure();
  switch (pool.op(e)) {
    case Op::number: return number(pool.number_of(e));
    case Op::sum: return sum(arguments, is_lossy);
    case Op::negate: return {-arguments[0].value, arguments[0].error, Certainty::defined, is_lossy};
    case Op::product: return product(arguments, is_lossy);
    case Op::quotient: return quotient(arguments[0], arguments[1], is_lossy);
    case Op::power: return through(pool, e, arguments, is_lossy);
    case Op::call:
      if (!arguments.empty()) return through(pool, e, arguments, is_lossy);
      return finish(apply(pool, e, {}), 4 * kRounding, false);
    case Op::symbol:
    case Op::derivative: break;
  }
  return unsure();
}

}  // namespace chainwise::calculus
