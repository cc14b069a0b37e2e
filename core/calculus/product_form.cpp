#include "core/calculus/product_form.h"

#include <algorithm>

#include "core/calculus/functions.h"
#include "core/calculus/sum_form.h"

namespace chainwise::calculus {
namespace {

constexpr std::size_t kFewBases = 8;       // up to here a linear search beats a map
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
  const auto is_compound = [&](Expr item) {
    const Op op = pool_.op(item);
    return op == Op::negate || op == Op::product || op == Op::quotient;
  };
  if (!is_compound(e)) return multiply_part(e, sign, is_below || sign < 0);
  struct Item {
    Expr e;
    int sign;
    bool below;
  };
  std::vector<Item> stack{{e, sign, is_below || sign < 0}};
  while (!stack.empty()) {
    const auto [item, exponent, below] = stack.back();
    stack.pop_back();
    const std::span<const Expr> children = pool_.children(item);
    switch (pool_.op(item)) {
      case Op::negate:
        coefficient_.numerator = -coefficient_.numerator;
        stack.push_back({children[0], exponent, below});
        break;
      case Op::product:
        if (children.size() > kLargeProduct && item == e && !factors_.empty())
          multiply_whole(item, exponent, below);
        else if (std::none_of(children.begin(), children.end(), is_compound))
          for (const Expr child : children) multiply_part(child, exponent, below);
        else
          for (std::size_t i = children.size(); i-- > 0;) stack.push_back({children[i], exponent, below});
        break;
      case Op::quotient:
        stack.push_back({children[1], -exponent, true});
        stack.push_back({children[0], exponent, below});
        break;
      default: multiply_part(item, exponent, below);
    }
  }
}

void ProductForm::multiply_part(Expr e, int sign, bool below) {
  const std::span<const Expr> children = pool_.children(e);
  switch (pool_.op(e)) {
    case Op::number:
      if (take_number(e, sign)) return;
      break;
    case Op::power: return multiply_power(children[0], children[1], sign, below);
    case Op::sum:  // (-a - b)*c is -(a + b)*c
      if (std::all_of(children.begin(), children.end(), [&](Expr term) { return pool_.op(term) == Op::negate; })) {
        coefficient_.numerator = -coefficient_.numerator;
        std::vector<Expr> terms;
        for (const Expr term : children) terms.push_back(pool_.child(term, 0));
        e = pool_.sum(terms);
      }
      break;
    case Op::call:
      if (pool_.is_call(e, exp_function())) {
        Factor& target = factor(pool_.call(euler_constant(), std::span<const Expr>{}));
        target.is_exp = true;
        target.symbolic.emplace_back(children[0], sign);
        return;
      }
      break;
    default: break;
  }
  multiply_whole(e, sign, below);
}

ProductForm::Factor& ProductForm::factor(Expr base) {
  if (factors_.size() <= kFewBases) {
    for (Factor& candidate : factors_)
      if (candidate.base == base) return candidate;
  } else {
    if (where_.empty())
      for (std::size_t i = 0; i < factors_.size(); ++i) where_[factors_[i].base.index] = i;
    const auto [found, is_new] = where_.try_emplace(base.index, factors_.size());
    if (!is_new) return factors_[found->second];
  }
  if (factors_.empty()) factors_.reserve(kFewBases);
  factors_.push_back({base, {}, {}, {}, false, false});
  return factors_.back();
}

/// Of sums that are each other's opposites or differ in the order of their terms, one becomes the base of both: the
/// one that is older, which is how it was typed. Gives -1 where `sum` is to be replaced by its opposite.
int ProductForm::align_sum(Expr& sum) {
  if (factors_.size() > kFewBases) return 1;
  for (Factor& candidate : factors_) {
    const int sign = pool_.op(candidate.base) == Op::sum ? compare_terms(pool_, candidate.base, sum) : 0;
    if (sign == 0) continue;
    if (sum < candidate.base && candidate.has_whole_exponent()) {
      if (sign < 0 && candidate.whole.numerator % 2 != 0) coefficient_.numerator = -coefficient_.numerator;
      candidate.base = sum;
      return 1;
    }
    sum = candidate.base;
    return sign;
  }
  return 1;
}

void ProductForm::multiply_whole(Expr base, std::int64_t exponent, bool below) {
  if (pool_.op(base) == Op::sum && align_sum(base) < 0 && exponent % 2 != 0)
    coefficient_.numerator = -coefficient_.numerator;
  Factor& target = factor(base);
  target.was_below = target.was_below || below || exponent < 0;
  if (const auto sum = add(target.whole, Rational{exponent, 1}))
    target.whole = *sum;
  else
    target.symbolic.emplace_back(pool_.integer(exponent), 1);
}

void ProductForm::multiply_power(Expr base, Expr exponent, int sign, bool below) {
  const auto value = rational_value(pool_, exponent);
  if (value && value->is_integer()) return multiply_whole(base, sign * value->numerator, below);
  Factor& target = factor(base);
  target.was_below = target.was_below || below || (value && value->is_negative() != (sign < 0));
  if (value)
    target.fractions.push_back({sign * value->numerator, value->denominator});
  else
    target.symbolic.emplace_back(exponent, sign);
}

}  // namespace chainwise::calculus
