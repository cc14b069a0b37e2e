#include "core/calculus/call_form.h"

#include <cmath>
#include <cstdlib>
#include <numeric>
#include <optional>
#include <string>

#include "core/calculus/functions.h"
#include "core/calculus/product_form.h"
#include "core/calculus/sum_form.h"

namespace chainwise::calculus {
namespace {

constexpr std::int64_t kLargestRadicand = 1'000'000;

/// sqrt(12*x) is 2*sqrt(3*x).
std::optional<Expr> square_outside(Pool& pool, Expr radicand, std::vector<Granted>& granted) {
  const auto number = rational_value(pool, pool.op(radicand) == Op::product ? pool.child(radicand, 0) : radicand);
  if (!number || !number->is_integer() || number->numerator > kLargestRadicand) return std::nullopt;
  std::int64_t rest = number->numerator, outside = 1;
  for (std::int64_t k = 2; k * k <= rest; ++k)
    for (; rest % (k * k) == 0; rest /= k * k) outside *= k;
  if (outside == 1) return std::nullopt;
  ProductForm inside(pool);
  inside.multiply(radicand);
  inside.multiply(Rational{1, outside * outside});
  ProductForm product(pool);
  product.multiply(Rational{outside, 1});
  product.multiply(pool.call(sqrt_function(), {inside.build(granted)}));
  return product.build(granted);
}

/// sqrt(1 - x^2/4) is sqrt(4 - x^2)/2: where a square goes under all terms of the sum.
std::optional<Expr> square_below(Pool& pool, Expr radicand, std::vector<Granted>& granted) {
  if (pool.op(radicand) != Op::sum) return std::nullopt;
  const std::span<const Expr> terms = pool.children(radicand);
  std::int64_t common = 1;
  for (Expr term : terms) {
    if (pool.op(term) == Op::negate) term = pool.child(term, 0);
    if (pool.op(term) != Op::quotient) continue;
    const auto below = rational_value(pool, pool.child(term, 1));
    if (!below || !below->is_integer()) return std::nullopt;
    common = std::lcm(common, below->numerator);
    if (common > kLargestRadicand) return std::nullopt;
  }
  const auto outside = common > 1 ? root({common, 1}, 2) : std::nullopt;
  if (!outside) return std::nullopt;
  std::vector<Expr> whole;
  for (const Expr term : terms) {
    ProductForm product(pool);
    product.multiply(term);
    product.multiply(Rational{common, 1});
    whole.push_back(product.build(granted));
  }
  ProductForm product(pool);
  product.multiply(pool.call(sqrt_function(), {simplified_sum(pool, whole, granted)}));
  product.multiply(Rational{1, outside->numerator});
  return product.build(granted);
}

/// exp(40) is a whole number in doubles, but not in truth; roots and logarithms are checked by going back.
bool is_exact(const FunctionRow& function, const double (&at)[2], double value) {
  if (function.name == "exp") return at[0] == 0;
  if (function.name == "log") return at[0] == 1;
  if (function.name == "log2") return std::pow(2, value) == at[0];
  if (function.name == "log10") return std::pow(10, value) == at[0];
  if (function.name == "logbase") return std::pow(at[1], value) == at[0];
  if (function.name == "sqrt") return value * value == at[0];
  if (function.name == "cbrt") return value * value * value == at[0];
  if (function.name == "root") return std::pow(value, at[1]) == at[0];
  return true;
}

}  // namespace

Expr simplified_call(Pool& pool, FunctionId id, std::span<const Expr> arguments, std::vector<Granted>& granted) {
  const FunctionRow& function = row(id);
  if (id == log_function()) {
    if (pool.is_call(arguments[0], exp_function())) return pool.child(arguments[0], 0);
    if (pool.is_call(arguments[0], euler_constant())) return pool.integer(1);
    if (pool.op(arguments[0]) == Op::power && pool.is_call(pool.child(arguments[0], 0), euler_constant()))
      return pool.child(arguments[0], 1);
  }
  if (arguments.size() == 1 && pool.op(arguments[0]) == Op::negate) {  // sin(-x) is -sin(x), cos(-x) is cos(x)
    const auto is_one_of = [&](std::string_view names) {
      return names.find(" " + std::string(function.name) + " ") != std::string_view::npos;
    };
    const Expr inside = pool.child(arguments[0], 0);
    if (is_one_of(" cos cosh sec abs ")) return pool.call(id, {inside});
    if (is_one_of(" sin tan csc cot asin atan sinh tanh asinh atanh cbrt erf sign ")) {
      const Expr flipped = pool.call(id, {inside});
      return pool.negate(flipped);
    }
  }
  if (arguments.size() == 2 && arguments[0] == arguments[1] && (function.name == "max" || function.name == "min"))
    return arguments[0];
  if (function.group == "roots") {
    const auto radicand = rational_value(pool, arguments[0]);
    const auto index =
        arguments.size() == 2 ? rational_value(pool, arguments[1]) : Rational{2 + (function.name == "cbrt"), 1};
    if (radicand && index && index->is_integer() && function.kinks.empty())  // not abs and sign
      if (const auto value = root(*radicand, index->numerator)) return exact_number(pool, *value, arguments[0]);
  }
  if (id == sqrt_function()) {
    if (const auto outside = square_outside(pool, arguments[0], granted)) return *outside;
    if (const auto below = square_below(pool, arguments[0], granted)) return *below;
  }
  if (!arguments.empty()) {
    double at[2] = {0, 0};
    bool numbers = true;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      const auto value = rational_value(pool, arguments[i]);
      numbers = numbers && value && value->is_integer() && std::llabs(value->numerator) < 1'000'000;
      if (numbers) at[i] = value->value();
    }
    // A whole number at a whole number is no accident for these: the exact value is the whole number.
    if (numbers) {
      const double value = function.value(at[0], at[1]);
      const bool trivial = function.group == "roots" || function.name == "max" || function.name == "min" ||
                           function.name == "relu" || function.name == "step" || function.group == "exponential" ||
                           at[0] == 0;
      if (trivial && value == std::floor(value) && std::fabs(value) < 1e6 && is_exact(function, at, value))
        return pool.integer(static_cast<std::int64_t>(value));
    }
  }
  return pool.call(id, arguments);
}

Expr exact_number(Pool& pool, Rational value, Expr model) {
  const bool was_decimal = pool.op(model) == Op::number && !pool.number_of(model).exact.is_integer();
  Rational size = value;
  if (value.is_negative()) size.numerator = -size.numerator;
  if (!was_decimal || value.is_integer() || !format_decimal(size)) return pool.rational(value);
  const Expr e = pool.number({size.value(), true, size});
  return value.is_negative() ? pool.negate(e) : e;
}

}  // namespace chainwise::calculus
