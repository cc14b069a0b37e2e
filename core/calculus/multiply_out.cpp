#include "core/calculus/multiply_out.h"

#include <algorithm>

#include "core/calculus/product_form.h"
#include "core/calculus/sum_form.h"

namespace chainwise::calculus {
namespace {

constexpr std::size_t kMostTerms = 12;    // of a product that is multiplied out
constexpr std::int64_t kMostFactors = 3;  // (a + b)^3 is multiplied out, (a + b)^4 is not

class Multiplier {
 public:
  Multiplier(Pool& pool, std::vector<Granted>& granted, bool even_apart)
      : pool_(pool), granted_(granted), even_apart_(even_apart) {}

  /// `alone`: not as a term of a sum, where others may come together with what comes out.
  std::optional<Expr> run(Expr e, bool alone = true) {
    switch (pool_.op(e)) {
      case Op::negate: {
        const auto inside = run(pool_.child(e, 0), alone);
        if (!inside) return std::nullopt;
        const Expr negated = pool_.negate(*inside);
        return sum_of(std::span(&negated, 1));
      }
      case Op::sum: {
        const std::span<const Expr> children = pool_.children(e);
        if (std::none_of(children.begin(), children.end(), [&](Expr term) { return has_bracket(term); }))
          return std::nullopt;
        std::vector<Expr> terms;
        bool changed = false;
        for (const Expr term : children) {
          const auto out = pool_.op(term) == Op::sum ? std::nullopt : run(term, false);
          changed = changed || out.has_value();
          terms.push_back(out.value_or(term));
        }
        if (!changed) return std::nullopt;
        return gathered(terms);
      }
      case Op::quotient: {
        const Expr above = pool_.child(e, 0), below = pool_.child(e, 1);
        const Expr short_above = shortest_written(pool_, above, granted_);
        const Expr short_below = shortest_written(pool_, below, granted_);
        if (short_above == above && short_below == below) return std::nullopt;
        ProductForm quotient(pool_);
        quotient.multiply(short_above);
        quotient.multiply(short_below, -1);
        return quotient.build(granted_);
      }
      case Op::product:
      case Op::power: return product(e, alone);
      default: return std::nullopt;
    }
  }

 private:
  /// Quick: whether anything in the term might be multiplied out.
  bool has_bracket(Expr term) const {
    if (pool_.op(term) == Op::negate) term = pool_.child(term, 0);
    if (pool_.op(term) == Op::quotient)
      return has_bracket(pool_.child(term, 0)) || has_bracket(pool_.child(term, 1)) ||
             pool_.op(pool_.child(term, 0)) == Op::sum || pool_.op(pool_.child(term, 1)) == Op::sum;
    return is_worth_it(term) && pool_.op(term) != Op::sum;
  }

  Expr sum_of(std::span<const Expr> terms) { return simplified_sum(pool_, terms, granted_); }

  /// The sum of `terms`, where some of them come together.
  std::optional<Expr> gathered(const std::vector<Expr>& terms) {
    std::size_t count = 0;
    for (const Expr term : terms) count += terms_of(pool_, term).size();
    const Expr sum = sum_of(terms);
    return even_apart_ || terms_of(pool_, sum).size() < count ? std::optional(sum) : std::nullopt;
  }

  /// Whether there is something to multiply out, and not too much.
  bool is_worth_it(Expr e) const {
    const bool is_product = pool_.op(e) == Op::product;
    std::size_t count = 1;
    bool has_bracket = false;
    for (const Expr factor : is_product ? pool_.children(e) : std::span(&e, 1)) {
      const bool is_power = pool_.op(factor) == Op::power;
      if (pool_.op(is_power ? pool_.child(factor, 0) : factor) != Op::sum) continue;
      has_bracket = true;
      if (!is_power) count *= pool_.children(factor).size();
      if (count > kMostTerms) return false;
    }
    return has_bracket;
  }

  std::optional<Expr> product(Expr e, bool alone) {
    if (!is_worth_it(e)) return std::nullopt;
    std::vector<std::vector<Expr>> brackets;  // the terms of each factor
    std::size_t count = 1;
    for (const Expr factor : factors_of(pool_, e)) {
      Expr base = factor;
      std::int64_t times = 1;
      if (pool_.op(factor) == Op::power && pool_.op(pool_.child(factor, 0)) == Op::sum) {
        const auto n = rational_value(pool_, pool_.child(factor, 1));
        if (n && n->is_integer() && n->numerator > 1 && n->numerator <= kMostFactors) {
          base = pool_.child(factor, 0);
          times = n->numerator;
        }
      }
      for (std::int64_t k = 0; k < times; ++k) {
        brackets.push_back(terms_of(pool_, base));
        count *= brackets.back().size();
        if (count > kMostTerms) return std::nullopt;
      }
    }
    if (count == 1) return std::nullopt;
    std::vector<Expr> terms{pool_.integer(1)};
    for (const std::vector<Expr>& bracket : brackets) {
      std::vector<Expr> products;
      for (const Expr a : terms)
        for (const Expr b : bracket) {
          ProductForm product(pool_);
          product.multiply(a);
          product.multiply(b);
          products.push_back(product.build(granted_));
        }
      terms = std::move(products);
    }
    return alone ? gathered(terms) : sum_of(terms);
  }

  Pool& pool_;
  std::vector<Granted>& granted_;
  bool even_apart_;
};

}  // namespace

std::optional<Expr> multiplied_out(Pool& pool, Expr e, std::vector<Granted>& granted, bool even_apart) {
  return Multiplier(pool, granted, even_apart).run(e);
}

Expr shortest_written(Pool& pool, Expr e, std::vector<Granted>& granted) {
  const auto candidate = multiplied_out(pool, e, granted);
  return candidate && written_size(pool, *candidate) < written_size(pool, e) ? *candidate : e;
}

std::size_t written_size(const Pool& pool, Expr e) {
  std::vector<Expr> stack{e};
  std::size_t size = 0;
  while (!stack.empty() && size <= kLargestWritten) {
    const Expr next = stack.back();
    stack.pop_back();
    ++size;
    const std::span<const Expr> children = pool.children(next);
    if (children.size() > kLargestWritten) return kLargestWritten + 1;
    stack.insert(stack.end(), children.begin(), children.end());
  }
  return size;
}

std::vector<Expr> factors_of(const Pool& pool, Expr e) {
  if (pool.op(e) != Op::product) return {e};
  const std::span<const Expr> children = pool.children(e);
  return {children.begin(), children.end()};
}

std::vector<Expr> terms_of(const Pool& pool, Expr e) {
  if (pool.op(e) != Op::sum) return {e};
  const std::span<const Expr> children = pool.children(e);
  return {children.begin(), children.end()};
}

}  // namespace chainwise::calculus
