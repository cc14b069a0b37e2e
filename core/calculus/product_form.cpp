#include "core/calculus/product_form.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>

#include "core/base/order.h"
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

/// True where b - a is among the factors already, for the sum a - b, which becomes b - a.
bool ProductForm::has_opposite(Expr& sum) {
  const std::size_t size = pool_.children(sum).size();
  if (factors_.size() > kFew || size > kFew) return false;
  for (const Factor& candidate : factors_) {
    if (pool_.op(candidate.base) != Op::sum || candidate.base == sum) continue;
    if (pool_.children(candidate.base).size() != size) continue;
    std::vector<Expr> unused;
    const Expr negated = pool_.negate(sum);
    if (!(simplified_sum(pool_, std::span(&negated, 1), unused) == candidate.base)) continue;
    sum = candidate.base;
    return true;
  }
  return false;
}

void ProductForm::multiply_power(Expr base, Expr exponent, int sign, bool below) {
  if (pool_.op(base) == Op::sum) {
    const auto n = rational_value(pool_, exponent);
    if (n && n->is_integer() && has_opposite(base) && n->numerator % 2 != 0)
      coefficient_.numerator = -coefficient_.numerator;
  }
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

/// Letters first, then sums, then functions; 1 minus one of the functions comes after it, as in σ(x)(1 - σ(x)).
/// Within one kind the order of first appearance, which the indices give.
std::vector<Expr> ProductForm::in_order(std::vector<Expr> factors) const {
  const auto rank = [&](Expr e) {
    const Expr base = pool_.op(e) == Op::power ? pool_.child(e, 0) : e;
    switch (pool_.op(base)) {
      case Op::number: return base == e || rational_value(pool_, pool_.child(e, 1)) ? 0 : 4;  // 2*x*3^x
      case Op::symbol: return 2;
      case Op::call: return row(pool_.function(base)).arity == 0 && base == e ? 1 : 4;
      case Op::sum:
        if (pool_.children(base).size() != 2 || pool_.op(pool_.child(base, 0)) != Op::number) return 3;
        for (Expr term : pool_.children(base)) {
          if (pool_.op(term) == Op::negate) term = pool_.child(term, 0);
          if (std::find(factors.begin(), factors.end(), term) != factors.end()) return 5;
        }
        return 3;
      default: return 4;
    }
  };
  std::vector<std::uint64_t> keys;
  for (const Expr e : factors)
    keys.push_back(std::uint64_t(rank(e)) << 32 | (pool_.op(e) == Op::power ? pool_.child(e, 0) : e).index);
  std::vector<Expr> ordered;
  for (const std::size_t place : sorted_places(keys)) ordered.push_back(factors[place]);
  return ordered;
}

/// x/sqrt(x) is sqrt(x) and 1/sqrt(x)^3 is 1/(x*sqrt(x)): what is left has a root in it, so it is defined for no
/// more x. Of numbers sqrt(2)^2 is 2 as well.
void ProductForm::gather_roots() {
  if (factors_.size() > kLargeProduct) return;
  for (std::size_t i = 0; i < factors_.size(); ++i) {
    if (!pool_.is_call(factors_[i].base, sqrt_function()) || !factors_[i].whole.is_integer()) continue;
    if (!factors_[i].symbolic.empty() || !factors_[i].fractions.empty()) continue;
    const Expr inside = pool_.child(factors_[i].base, 0);
    const std::int64_t roots = factors_[i].whole.numerator;
    const auto number = rational_value(pool_, inside);
    const bool is_positive = number && !number->is_negative() && !number->is(0);
    if (roots % 2 == 0 && !is_positive) continue;
    const std::int64_t squares = roots / 2;  // rounds towards 0
    if (is_positive) {
      const auto value = squares == 0 || std::llabs(squares) > 8 ? std::nullopt : power(*number, squares);
      const auto product = value ? chainwise::multiply(coefficient_, *value) : std::nullopt;
      if (!product) continue;
      coefficient_ = *product;
      factors_[i].whole.numerator = roots - 2 * squares;
      continue;
    }
    const auto same = std::find_if(factors_.begin(), factors_.end(), [&](const Factor& f) { return f.base == inside; });
    const bool is_plain = same != factors_.end() && same->symbolic.empty() && same->fractions.empty();
    if (same != factors_.end() && !is_plain) continue;
    const Op op = pool_.op(inside);
    if (!is_plain && (squares == 0 || op != Op::symbol)) continue;
    const std::int64_t whole = is_plain ? same->whole.numerator : 0;
    const std::int64_t twice = 2 * whole + roots;  // inside^(twice/2), an odd number
    if (std::llabs(twice) > 1'000'000) continue;
    factors_[i].whole = Rational{twice > 0 ? 1 : -1, 1};
    const bool was_below = factors_[i].was_below;
    factors_[i].was_below = false;  // what is said is that `inside` is not 0
    Factor& base = factor(inside);
    base.whole = Rational{twice / 2, 1};
    base.was_below = twice > 0 && (base.was_below || was_below);
  }
}

/// (2*x + 4)/(2*x) is (x + 2)/x: numbers that all terms of a sum share, where they cancel.
void ProductForm::cancel_numbers() {
  const auto content = [&](Expr sum) {
    std::int64_t common = 0;
    for (Expr term : pool_.children(sum)) {
      if (pool_.op(term) == Op::negate) term = pool_.child(term, 0);
      if (pool_.op(term) == Op::quotient) return std::int64_t{1};
      if (pool_.op(term) == Op::product) term = pool_.child(term, 0);
      const auto number = rational_value(pool_, term);
      if (!number || !number->is_integer()) return std::int64_t{1};
      common = std::gcd(common, number->numerator);
      if (common == 1) return common;
    }
    return std::max<std::int64_t>(common, 1);
  };
  std::int64_t above = std::llabs(coefficient_.numerator);
  std::int64_t below = coefficient_.denominator;
  std::vector<std::pair<std::size_t, std::int64_t>> found;
  for (std::size_t i = 0; i < factors_.size() && i < kLargeProduct; ++i) {
    const Factor& candidate = factors_[i];
    const std::int64_t times = std::llabs(candidate.whole.numerator);
    if (pool_.op(candidate.base) != Op::sum || !candidate.symbolic.empty() || !candidate.fractions.empty()) continue;
    const std::int64_t common = times > 0 && times <= 4 ? content(candidate.base) : 1;
    if (common == 1 || common > 1000) continue;
    found.emplace_back(i, common);
    for (std::int64_t k = 0; k < times; ++k) {
      std::int64_t& side = candidate.whole.is_negative() ? below : above;
      if (side > 1'000'000) return;
      side *= common;
    }
  }
  if (found.empty() || std::gcd(above, below) == 1) return;
  ProductForm result(pool_);
  result.coefficient_ = coefficient_;
  result.is_decimal_ = is_decimal_;
  for (std::size_t i = 0; i < factors_.size(); ++i) {
    const auto shared = std::find_if(found.begin(), found.end(), [&](const auto& f) { return f.first == i; });
    if (shared == found.end()) {
      Factor& copy = result.factor(factors_[i].base);
      const Rational before = copy.whole;
      const bool was_below = copy.was_below;
      copy = factors_[i];
      copy.whole = add(before, copy.whole).value_or(copy.whole);
      copy.was_below = copy.was_below || was_below;
      continue;
    }
    std::vector<Expr> terms, unused;
    for (const Expr term : pool_.children(factors_[i].base)) {
      ProductForm part(pool_);
      part.multiply(term);
      part.multiply(Rational{1, shared->second});
      terms.push_back(part.assembled(unused));
    }
    Factor& target = result.factor(simplified_sum(pool_, terms, unused));
    if (const auto sum = add(target.whole, factors_[i].whole)) target.whole = *sum;
    target.was_below = target.was_below || factors_[i].was_below;
    if (const auto number = power(Rational{shared->second, 1}, factors_[i].whole.numerator)) result.multiply(*number);
  }
  coefficient_ = result.coefficient_;
  factors_ = std::move(result.factors_);
  where_ = std::move(result.where_);
}

Expr ProductForm::build(std::vector<Expr>& nonzero) const {
  ProductForm tidied(*this);
  tidied.gather_roots();
  tidied.cancel_numbers();
  return tidied.assembled(nonzero);
}

Expr ProductForm::assembled(std::vector<Expr>& nonzero) const {
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
