#include "core/calculus/product_form.h"

#include <algorithm>

#include "core/calculus/functions.h"
#include "core/calculus/sum_form.h"

namespace chainwise::calculus {
namespace {

constexpr std::size_t kFew = 8;            // up to here a linear search beats a map
constexpr std::size_t kLargeProduct = 64;  // a shared product of more factors stays one factor: linear work

}  // namespace

std::optional<Rational> rational_value(const Pool& pool, Expr e) {
  bool negative = false;
  if (pool.op(e) == Op::negate) {
    negative = true;
    e = pool.child(e, 0);
  }
  std::optional<Rational> value;
  const auto exact = [&](Expr number) -> std::optional<Rational> {
    if (pool.op(number) != Op::number || !pool.number_of(number).is_exact) return std::nullopt;
    return pool.number_of(number).exact;
  };
  if (pool.op(e) == Op::quotient) {
    const auto above = exact(pool.child(e, 0));
    const auto below = exact(pool.child(e, 1));
    if (above && below) value = divide(*above, *below);
  } else {
    value = exact(e);
  }
  if (value && negative) value->numerator = -value->numerator;
  return value;
}

void ProductForm::multiply(Rational factor) {
  if (const auto product = chainwise::multiply(coefficient_, factor)) {
    coefficient_ = *product;
    return;
  }
  // 64 bits do not suffice: the number stays a factor of its own.
  const bool negative = factor.is_negative();
  if (negative) {
    factor.numerator = -factor.numerator;
    coefficient_.numerator = -coefficient_.numerator;
  }
  this->factor(pool_.rational(factor)).whole.numerator += 1;
}

bool ProductForm::take_number(Expr e, int sign) {
  const Number& number = pool_.number_of(e);
  if (!number.is_exact || (sign < 0 && number.exact.is(0))) return false;
  if (!number.exact.is_integer()) is_decimal_ = true;
  const auto value = sign > 0 ? std::optional(number.exact) : divide(Rational{1, 1}, number.exact);
  const auto product = value ? chainwise::multiply(coefficient_, *value) : std::nullopt;
  if (!product) return false;
  coefficient_ = *product;
  return true;
}

void ProductForm::multiply(Expr e, int sign, bool is_below) {
  struct Item {
    Expr e;
    int exponent;
    bool below;
  };
  std::vector<Item> stack{{e, sign, is_below || sign < 0}};
  while (!stack.empty()) {
    const auto [item, exponent, below] = stack.back();
    stack.pop_back();
    const std::span<const Expr> children = pool_.children(item);
    switch (pool_.op(item)) {
      case Op::number:
        if (!take_number(item, exponent)) multiply_power(item, pool_.integer(1), exponent, below);
        break;
      case Op::negate:
        coefficient_.numerator = -coefficient_.numerator;
        stack.push_back({children[0], exponent, below});
        break;
      case Op::product:
        if (children.size() > kLargeProduct && item == e && !factors_.empty()) {
          multiply_power(item, pool_.integer(1), exponent, below);
          break;
        }
        for (std::size_t i = children.size(); i-- > 0;) stack.push_back({children[i], exponent, below});
        break;
      case Op::quotient:
        stack.push_back({children[1], -exponent, true});
        stack.push_back({children[0], exponent, below});
        break;
      case Op::power: multiply_power(children[0], children[1], exponent, below); break;
      case Op::sum: {  // (-a - b)*c is -(a + b)*c
        const bool is_negative =
            std::all_of(children.begin(), children.end(), [&](Expr term) { return pool_.op(term) == Op::negate; });
        Expr base = item;
        if (is_negative) {
          coefficient_.numerator = -coefficient_.numerator;
          std::vector<Expr> terms;
          for (const Expr term : children) terms.push_back(pool_.child(term, 0));
          base = pool_.sum(terms);
        }
        multiply_power(base, pool_.integer(1), exponent, below);
        break;
      }
      case Op::call:
        if (pool_.is_call(item, exp_function())) {
          Factor& target = factor(pool_.call(euler_constant(), std::span<const Expr>{}));
          target.is_exp = true;
          target.symbolic.emplace_back(children[0], exponent);
          break;
        }
        [[fallthrough]];
      default: multiply_power(item, pool_.integer(1), exponent, below);
    }
  }
}

ProductForm::Factor& ProductForm::factor(Expr base) {
  if (factors_.size() <= kFew) {
    for (Factor& candidate : factors_)
      if (candidate.base == base) return candidate;
  } else {
    if (where_.empty())
      for (std::size_t i = 0; i < factors_.size(); ++i) where_[factors_[i].base.index] = i;
    const auto [found, is_new] = where_.try_emplace(base.index, factors_.size());
    if (!is_new) return factors_[found->second];
  }
  factors_.push_back({base, {}, {}, {}, false, false});
  return factors_.back();
}

void ProductForm::multiply_power(Expr base, Expr exponent, int sign, bool below) {
  Factor& target = factor(base);
  if (below) target.was_below = true;
  if (auto value = rational_value(pool_, exponent)) {
    if (sign < 0) value->numerator = -value->numerator;
    if (value->is_negative()) target.was_below = true;
    if (!value->is_integer()) {
      target.fractions.push_back(*value);
    } else if (const auto sum = add(target.whole, *value)) {
      target.whole = *sum;
    } else {
      target.symbolic.emplace_back(exponent, sign);
    }
    return;
  }
  target.symbolic.emplace_back(exponent, sign);
}

void ProductForm::assume_nonzero(const Factor& factor, std::vector<Expr>& nonzero) const {
  const Op op = pool_.op(factor.base);
  const bool is_constant = op == Op::number || (op == Op::call && pool_.children(factor.base).empty());
  if (!is_constant) nonzero.push_back(factor.base);
}

Expr ProductForm::raise(Expr base, Rational exponent) const {
  return exponent.is(1) ? base : pool_.power(base, pool_.rational(exponent));
}

void ProductForm::add_powers(const Factor& factor, std::vector<Expr>& above, std::vector<Expr>& below,
                             std::vector<Expr>& nonzero) const {
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
    if (factor.symbolic.size() == 1 && factor.whole.is(0)) {
      const auto [exponent, sign] = factor.symbolic[0];
      (sign > 0 ? above : below).push_back(power(exponent));
      return;
    }
    std::vector<Expr> terms;
    for (const auto& [exponent, sign] : factor.symbolic) terms.push_back(sign > 0 ? exponent : pool_.negate(exponent));
    if (!factor.whole.is(0)) terms.push_back(pool_.rational(factor.whole));
    const Expr exponent = simplified_sum(pool_, terms, nonzero);
    if (!pool_.is_integer(exponent, 0))
      above.push_back(power(exponent));
    else
      assume_nonzero(factor, nonzero);
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
    if (factor.was_below && !sum.is_negative()) assume_nonzero(factor, nonzero);
    return place(sum);
  }
  place(factor.whole);
  for (const Rational fraction : factor.fractions) place(fraction);
}

/// Letters first, then sums, then functions; a sum that one of the functions occurs in comes after it, as in
/// σ(x)(1 - σ(x)). Within one kind the order of first appearance, which the indices give.
std::vector<Expr> ProductForm::in_order(std::vector<Expr> factors) const {
  const auto rank = [&](Expr e) {
    const Expr base = pool_.op(e) == Op::power ? pool_.child(e, 0) : e;
    switch (pool_.op(base)) {
      case Op::number: return 0;
      case Op::symbol: return 2;
      case Op::call: return row(pool_.function(base)).arity == 0 && base == e ? 1 : 4;
      case Op::sum:
        for (Expr term : pool_.children(base)) {
          if (pool_.op(term) == Op::negate) term = pool_.child(term, 0);
          if (std::find(factors.begin(), factors.end(), term) != factors.end()) return 5;
        }
        return 3;
      default: return 4;
    }
  };
  std::vector<std::pair<int, Expr>> ranked;
  for (const Expr e : factors) ranked.emplace_back(rank(e), e);
  std::stable_sort(ranked.begin(), ranked.end(), [&](const auto& a, const auto& b) {
    const auto key = [&](Expr e) { return pool_.op(e) == Op::power ? pool_.child(e, 0) : e; };
    return a.first != b.first ? a.first < b.first : key(a.second) < key(b.second);
  });
  for (std::size_t i = 0; i < ranked.size(); ++i) factors[i] = ranked[i].second;
  return factors;
}

Expr ProductForm::build(std::vector<Expr>& nonzero) const {
  if (coefficient_.is(0)) {
    for (const Factor& factor : factors_)
      if (factor.was_below) assume_nonzero(factor, nonzero);
    return pool_.integer(0);
  }
  std::vector<Expr> above;
  std::vector<Expr> below;
  for (const Factor& factor : factors_) add_powers(factor, above, below, nonzero);
  above = in_order(std::move(above));
  below = in_order(std::move(below));
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
