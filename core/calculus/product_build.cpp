#include <algorithm>
#include <array>

#include "core/base/order.h"
#include "core/calculus/functions.h"
#include "core/calculus/product_form.h"
#include "core/calculus/sum_form.h"

namespace chainwise::calculus {
namespace {

constexpr std::size_t kFewKeys = 16;  // up to here insertion sorts as fast as anything

/// x, y1, t_0: letters that usually vary. They come after those that usually do not: a*x, whichever was typed first.
bool is_variable_letter(std::string_view name) {
  return name.find_first_not_of("0123456789_", 1) == name.npos && std::string_view("tuvxyz").find(name[0]) != name.npos;
}

bool holds_exp(const Pool& pool, Expr e) {
  const std::vector<Expr> parts = reachable(pool, e);
  return std::any_of(parts.begin(), parts.end(), [&](Expr part) { return pool.is_call(part, exp_function()); });
}

/// Whether base and exponent have a letter in common, as in x^(1/x).
bool varies_together(const Pool& pool, Expr base, Expr exponent) {
  std::vector<Expr> letters;
  for (const Expr e : reachable(pool, base))
    if (pool.op(e) == Op::symbol) letters.push_back(e);
  const std::vector<Expr> parts = letters.empty() ? letters : reachable(pool, exponent);
  return std::find_first_of(parts.begin(), parts.end(), letters.begin(), letters.end()) != parts.end();
}

}  // namespace

Expr ProductForm::build(std::vector<Granted>& granted) {
  gather_roots(granted);
  join_functions();
  cancel_in_sums();
  return assembled(granted);
}

void ProductForm::assume_nonzero(const Factor& factor, std::vector<Granted>& granted) const {
  const Op op = pool_.op(factor.base);
  const bool is_constant = op == Op::number || (op == Op::call && pool_.children(factor.base).empty());
  if (!is_constant) granted.push_back({factor.base});
}

Expr ProductForm::raise(Expr base, Rational exponent) const {
  return exponent.is(1) ? base : pool_.power(base, pool_.rational(exponent));
}

void ProductForm::add_powers(const Factor& factor, std::vector<Expr>& above, std::vector<Expr>& below,
                             std::vector<Granted>& granted) const {
  const auto place = [&](Rational exponent) {
    if (exponent.is_negative())
      below.push_back(raise(factor.base, {-exponent.numerator, exponent.denominator}));
    else if (!exponent.is(0))
      above.push_back(raise(factor.base, exponent));
  };
  if (!factor.symbolic.empty()) {
    const auto power = [&](Expr exponent) {
      if (factor.is_exp) return pool_.call(exp_function(), {exponent});
      return pool_.is_integer(exponent, 1) ? factor.base : pool_.power(factor.base, exponent);
    };
    for (const Rational fraction : factor.fractions) place(fraction);
    Rational whole = factor.whole;
    if (!whole.is(0) && varies_together(pool_, factor.base, factor.symbolic[0].first)) {  // x^(1/x)/x^2
      place(whole);
      whole = Rational{};
    }
    if (factor.symbolic.size() == 1 && whole.is(0)) {
      const auto [exponent, sign] = factor.symbolic[0];
      (sign > 0 ? above : below).push_back(power(exponent));
      return;
    }
    std::vector<Expr> terms;
    for (const auto& [exponent, sign] : factor.symbolic) terms.push_back(sign > 0 ? exponent : pool_.negate(exponent));
    if (!whole.is(0)) terms.push_back(pool_.rational(whole));
    Expr exponent = simplified_sum(pool_, terms, granted);
    if (factor.is_exp && pool_.op(exponent) == Op::sum) {  // e^(e^x)*e^x stays: with one exponent it reads no better
      terms.clear();
      for (const Expr term : pool_.children(exponent)) (holds_exp(pool_, term) ? above : terms).push_back(term);
      for (Expr& e : std::span(above).last(pool_.children(exponent).size() - terms.size())) e = power(e);
      if (terms.empty()) return;
      exponent = pool_.sum(terms);
    }
    if (!pool_.is_integer(exponent, 0))
      above.push_back(power(exponent));
    else
      assume_nonzero(factor, granted);
    return;
  }
  // x^(1/2)*x^(1/2) has no value for x < 0, x has: fractions are gathered only while they stay fractions.
  Rational sum = factor.whole;
  bool gathers = true;
  for (const Rational fraction : factor.fractions) {
    const auto next = add(sum, fraction);
    gathers = gathers && next.has_value();
    if (next) sum = *next;
  }
  if (gathers && (factor.fractions.empty() || !sum.is_integer())) {
    if (factor.was_below && !sum.is_negative()) assume_nonzero(factor, granted);
    return place(sum);
  }
  place(factor.whole);
  for (const Rational fraction : factor.fractions) place(fraction);
}

/// n, n - 1, 2*a*b + 1: what is made of numbers and of letters that usually do not vary.
bool ProductForm::is_coefficient(Expr e) const {
  switch (pool_.op(e)) {
    case Op::number: return true;
    case Op::symbol: return !is_variable_letter(pool_.name(e));
    case Op::negate: return is_coefficient(pool_.child(e, 0));
    default: return false;
  }
}

/// Numbers, constants, letters, sums, functions, logarithms; 1 minus one of the functions comes after it, as in
/// σ(x)(1 - σ(x)).
int ProductForm::rank(Expr e, const std::vector<Expr>& factors) const {
  const Expr base = pool_.op(e) == Op::power ? pool_.child(e, 0) : e;
  switch (pool_.op(base)) {
    case Op::number: return base == e || rational_value(pool_, pool_.child(e, 1)) ? 0 : 5;  // 2*x*3^x
    case Op::symbol: return is_coefficient(base) ? 2 : 3;
    case Op::call:
      if (pool_.function(base) == log_function()) return 6;
      return row(pool_.function(base)).arity == 0 && base == e ? 1 : 5;
    case Op::sum: {
      const std::span<const Expr> terms = pool_.children(base);
      if (std::all_of(terms.begin(), terms.end(), [&](Expr term) { return is_coefficient(term); })) return 2;
      if (pool_.children(base).size() != 2 || pool_.op(pool_.child(base, 0)) != Op::number) return 4;
      for (Expr term : pool_.children(base)) {
        if (pool_.op(term) == Op::negate) term = pool_.child(term, 0);
        if (pool_.op(term) == Op::call && std::find(factors.begin(), factors.end(), term) != factors.end()) return 7;
      }
      return 4;
    }
    default: return 5;
  }
}

/// Within one rank the order of first appearance in the pool, which the indices give: so x*y and y*x become the same.
void ProductForm::put_in_order(std::vector<Expr>& factors) const {
  if (factors.size() < 2) return;
  const auto key_of = [&](Expr e) {
    return std::uint64_t(rank(e, factors)) << 32 | (pool_.op(e) == Op::power ? pool_.child(e, 0) : e).index;
  };
  if (factors.size() <= kFewKeys) {
    std::array<std::uint64_t, kFewKeys> keys;
    for (std::size_t i = 0; i < factors.size(); ++i) keys[i] = key_of(factors[i]);
    for (std::size_t i = 1; i < factors.size(); ++i)
      for (std::size_t k = i; k > 0 && keys[k] < keys[k - 1]; --k) {
        std::swap(keys[k], keys[k - 1]);
        std::swap(factors[k], factors[k - 1]);
      }
    return;
  }
  std::vector<std::uint64_t> keys;
  for (const Expr e : factors) keys.push_back(key_of(e));
  std::vector<Expr> ordered;
  for (const std::size_t place : sorted_places(keys)) ordered.push_back(factors[place]);
  factors = std::move(ordered);
}

Expr ProductForm::assembled(std::vector<Granted>& granted) const {
  if (coefficient_.is(0)) {
    for (const Factor& factor : factors_)
      if (factor.was_below) assume_nonzero(factor, granted);
    return pool_.integer(0);
  }
  std::vector<Expr> above;
  std::vector<Expr> below;
  above.reserve(factors_.size() + 1);
  for (const Factor& factor : factors_) add_powers(factor, above, below, granted);
  put_in_order(above);
  put_in_order(below);
  Rational size = coefficient_;
  const bool negative = size.is_negative();
  if (negative) size.numerator = -size.numerator;
  const auto prepend = [&](std::vector<Expr>& factors, Expr number) { factors.insert(factors.begin(), number); };
  const auto decimal = is_decimal_ && !size.is_integer() ? format_decimal(size) : std::nullopt;
  if (decimal && decimal->size() <= 12) {
    prepend(above, pool_.number({size.value(), true, size}));
  } else {
    if (size.numerator != 1) prepend(above, pool_.integer(size.numerator));
    if (size.denominator != 1) prepend(below, pool_.integer(size.denominator));
  }
  if (above.empty()) above.push_back(pool_.integer(1));
  Expr e = pool_.product(above);
  if (!below.empty()) e = pool_.quotient(e, pool_.product(below));
  return negative ? pool_.negate(e) : e;
}

}  // namespace chainwise::calculus
